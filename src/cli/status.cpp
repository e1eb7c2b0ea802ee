#include "engine/picks/status.h"

#include "cli/command.h"
#include "cli/table.h"
#include "core/json.h"
#include "core/json_text.h"

namespace attune::cli {
namespace {

std::string status_text(const Json& status) {
    const auto number = [&](const Json& value) { return with_commas(value.get<std::int64_t>()); };
    const auto& features = status["coverage"]["features"];
    const auto& genres = status["coverage"]["genres"];
    std::string text = fmt::format(
        "{}: {} listens of {} tracks by {} artists, {} playlists\n"
        "library: {} tracks by {} artists, {} of them in catalogues\n"
        "audio features for {} of plays and {} of tracks; genres for {} of plays, {} of tracks and {} of "
        "artists",
        status["person"].get<std::string>(), number(status["listens"]), number(status["tracks"]),
        number(status["artists"]), number(status["playlists"]), number(status["library"]["tracks"]),
        number(status["library"]["artists"]), number(status["library"]["catalogue_tracks"]),
        percent(features["plays"]), percent(features["tracks"]), percent(genres["plays"]),
        percent(genres["tracks"]), percent(genres["artists"]));
    if (const auto& community = status["community"]; community["people"] > 0) {
        text += fmt::format(
            "\ncommunity: {} people, {} artists, {} tracks, {} tags; it knows {} artists and {} tracks of "
            "the library",
            number(community["people"]), number(community["artists"]), number(community["tracks"]),
            number(community["tags"]), number(community["known_artists"]), number(community["known_tracks"]));
    }
    Table runs;
    runs.column("run", Table::Align::right);
    runs.column("trained");
    runs.column("in force");
    for (const auto& run : status["runs"])
        runs.row({json_text(run["run"]), run["at"], run["is_current"].get<bool>() ? "yes" : ""});
    if (!runs.empty()) text += "\n\n" + runs.text();
    Table cycles;
    cycles.column("cycle", Table::Align::right);
    cycles.column("run", Table::Align::right);
    cycles.column("offered", Table::Align::right);
    cycles.column("liked", Table::Align::right);
    cycles.column("disliked", Table::Align::right);
    cycles.column("accepted", Table::Align::right);
    for (const auto& cycle : status["cycles"]) {
        cycles.row({json_text(cycle["cycle"]), json_text(cycle["run"]), json_text(cycle["offered"]),
                    json_text(cycle["liked"]), json_text(cycle["disliked"]),
                    cycle["acceptance"].is_null() ? "-" : percent(cycle["acceptance"])});
    }
    if (!cycles.empty()) text += "\n\n" + cycles.text();
    return text;
}

class Status final : public Command {
  public:
    void declare(Arguments&) override {}

    void run(Context& context) override {
        const Json status = engine::status_json(context.workspace());
        if (context.wants_json()) {
            context.show(status);
        } else {
            context.say(status_text(status));
        }
    }
};

}  // namespace

std::unique_ptr<Command> make_status() { return std::make_unique<Status>(); }

}  // namespace attune::cli
