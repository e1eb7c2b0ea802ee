#include "engine/picks/discover.h"

#include "cli/command.h"
#include "cli/picks_text.h"

namespace attune::cli {
namespace {

class Discover final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.option("--count", count_, 1, 1000, "how many picks");
        arguments.option("--familiarity", options_.dials.familiarity, 0, 1,
                         "0: only artists that are new to me; 1: more from my artists");
        arguments.option("--popularity", options_.dials.popularity, 0, 1,
                         "0: deep cuts; 1: what everybody knows");
        arguments.option("--diversity", options_.dials.diversity, 0, 1,
                         "0: the best scores alone; 1: my genre mix, one track an artist");
        arguments.option("--max-per-artist", max_per_artist_, 1, 1000, "tracks of one artist in the list");
        arguments.option("--include-genre", options_.wishes.include_genres, "only these genres");
        arguments.option("--exclude-genre", options_.wishes.exclude_genres, "none of these genres");
        arguments.option("--include-artist", options_.wishes.include_artists, "only these artists");
        arguments.option("--exclude-artist", options_.wishes.exclude_artists, "none of these artists");
        arguments.flag("--explain", explain_, "say why each was picked");
        arguments.flag("--artists", artists_, "artists that are new to me, by what other listeners play");
        arguments.flag("--preview", preview_, "only show: the picks do not become the candidates of a cycle");
    }

    void run(Context& context) override {
        options_.count = count_;
        options_.max_per_artist = max_per_artist_;
        options_.keep = !preview_;
        if (artists_) return show_artists(context);
        const auto discovery = engine::discover(context.workspace(), options_);
        context.show(discovery);
        context.say(picks_text(discovery, explain_));
        if (!preview_) {
            context.say(
                "\nSay what you think: attune label \"ARTIST - TITLE\" like|dislike|skip, then attune train "
                "and discover again.");
        }
    }

  private:
    void show_artists(Context& context) {
        const auto picks = engine::discover_artists(context.workspace(), count_);
        context.show(picks);
        context.say(artist_picks_text(picks));
    }

    bool artists_ = false;
    engine::DiscoverOptions options_;
    std::uint64_t count_ = 30;
    std::uint64_t max_per_artist_ = 2;
    bool explain_ = false;
    bool preview_ = false;
};

}  // namespace

std::unique_ptr<Command> make_discover() { return std::make_unique<Discover>(); }

}  // namespace attune::cli
