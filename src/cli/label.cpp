#include "cli/command.h"
#include "engine/picks/labels.h"

namespace attune::cli {
namespace {

class Label final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positionals(
            "TRACK ACTION", words_,
            "TRACK (id, Spotify URI or URL, \"Artist - Title\") and like, dislike, skip or clear; "
            "with --artist: block or unblock",
            true);
        arguments.option("--artist", artist_, "block or unblock this artist");
    }

    void run(Context& context) override {
        auto& workspace = context.workspace();
        if (!artist_.empty()) {
            label_artist(context, workspace);
        } else {
            label_track(context, workspace);
        }
    }

  private:
    void label_artist(Context& context, engine::Workspace& workspace) {
        require(words_.size() == 1 && (words_[0] == "block" || words_[0] == "unblock"),
                "an artist can be blocked or unblocked: attune label --artist NAME block");
        const bool blocked = words_[0] == "block";
        const auto artist = engine::block_artist(workspace, artist_, blocked);
        context.show(artist);
        context.say(fmt::format("{} is {}", artist.artist, blocked ? "blocked" : "no longer blocked"));
    }

    void label_track(Context& context, engine::Workspace& workspace) {
        require(words_.size() == 2,
                "label takes a track and one of like, dislike, skip, clear; put quotes "
                "around \"Artist - Title\"");
        const auto label = engine::label_track(workspace, words_[0], words_[1]).now;
        context.show(label);
        context.say(fmt::format("{} - {}: {}", label.track.artist, label.track.title, words_[1]));
    }

    std::vector<std::string> words_;
    std::string artist_;
};

}  // namespace

std::unique_ptr<Command> make_label() { return std::make_unique<Label>(); }

}  // namespace attune::cli
