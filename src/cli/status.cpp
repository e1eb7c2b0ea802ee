#include "engine/picks/status.h"

#include "cli/command.h"
#include "cli/table.h"

namespace attune::cli {
namespace {

std::string status_text(const shapes::Status& status) {
    const auto& features = status.coverage.features;
    const auto& genres = status.coverage.genres;
    std::string text = fmt::format(
        "{}: {} listens of {} tracks by {} artists, {} playlists\n"
        "library: {} tracks by {} artists, {} of them in catalogues\n"
        "audio features for {} of plays and {} of tracks; genres for {} of plays, {} of tracks and {} of "
        "artists",
        status.person, with_commas(status.listens), with_commas(status.tracks), with_commas(status.artists),
        with_commas(status.playlists), with_commas(status.library.tracks),
        with_commas(status.library.artists), with_commas(status.library.catalogue_tracks),
        percent(features.plays), percent(features.tracks), percent(genres.covered.plays),
        percent(genres.covered.tracks), percent(genres.artists));
    if (const auto& community = status.community; community.people > 0) {
        text += fmt::format(
            "\ncommunity: {} people, {} artists, {} tracks, {} tags; it knows {} artists and {} tracks of "
            "the library",
            with_commas(community.people), with_commas(community.artists), with_commas(community.tracks),
            with_commas(community.tags), with_commas(community.known_artists),
            with_commas(community.known_tracks));
    }
    Table runs;
    runs.column("run", Table::Align::right);
    runs.column("trained");
    runs.column("in force");
    for (const auto& run : status.runs)
        runs.row({std::to_string(run.run), format_timestamp(run.at), run.is_current ? "yes" : ""});
    if (!runs.empty()) text += "\n\n" + runs.text();
    Table cycles;
    cycles.column("cycle", Table::Align::right);
    cycles.column("run", Table::Align::right);
    cycles.column("offered", Table::Align::right);
    cycles.column("liked", Table::Align::right);
    cycles.column("disliked", Table::Align::right);
    cycles.column("accepted", Table::Align::right);
    for (const auto& cycle : status.cycles) {
        cycles.row({std::to_string(cycle.cycle), std::to_string(cycle.run), std::to_string(cycle.offered),
                    std::to_string(cycle.liked), std::to_string(cycle.disliked),
                    cycle.acceptance ? percent(*cycle.acceptance) : "-"});
    }
    if (!cycles.empty()) text += "\n\n" + cycles.text();
    return text;
}

class Status final : public Command {
  public:
    void declare(Arguments&) override {}

    void run(Context& context) override {
        const auto status = engine::status(context.workspace());
        context.show(status);
        context.say(status_text(status));
    }
};

}  // namespace

std::unique_ptr<Command> make_status() { return std::make_unique<Status>(); }

}  // namespace attune::cli
