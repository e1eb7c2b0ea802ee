#include "engine/find/similar.h"

#include "cli/command.h"
#include "cli/found_text.h"
#include "cli/table.h"

namespace attune::cli {
namespace {

class Similar final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positional(
            "NAME", name_,
            "an artist, a track (\"Artist - Title\", id, Spotify URI or URL) or a tag; artist:NAME or "
            "tag:NAME where it could be both",
            true);
        arguments.option("--count", count_, 1, 1000, "how many");
        arguments.option("--by", options_.by, "compare by tags, sound or listeners alone");
        arguments.option("--max-per-artist", max_per_artist_, 1, 1000, "tracks of one artist");
    }

    void run(Context& context) override {
        options_.count = count_;
        options_.max_per_artist = max_per_artist_;
        const auto things = engine::similar(context.workspace(), name_, options_);
        context.show(things);
        context.say(describe(things));
    }

  private:
    static std::string describe(const shapes::Similar& things) {
        std::string text = fmt::format("like the {} {}:", things.about.kind, things.about.name);
        std::string tags;
        for (const auto& found : things.tags) tags += (tags.empty() ? "\ntags: " : ", ") + found.tag;
        text += tags;
        if (!things.artists.empty()) text += "\n\n" + found_artists_text(things.artists);
        if (!things.tracks.empty()) text += "\n\n" + found_tracks_text(things.tracks);
        return text;
    }

    std::string name_;
    engine::SimilarOptions options_;
    std::uint64_t count_ = 20;
    std::uint64_t max_per_artist_ = 2;
};

}  // namespace

std::unique_ptr<Command> make_similar() { return std::make_unique<Similar>(); }

}  // namespace attune::cli
