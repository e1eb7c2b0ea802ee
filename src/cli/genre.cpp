#include "cli/command.h"
#include "cli/table.h"
#include "core/json.h"
#include "engine/genres/track_genre.h"

namespace attune::cli {
namespace {

class Genre final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positionals("TRACK", request_.tracks,
                              "tracks: \"Artist - Title\", ids, Spotify URIs or URLs", true);
        arguments.flag("--ignore-artist", request_.ignore_artist,
                       "tell by playlists and sound even where the artist's genres are known");
    }

    void run(Context& context) override {
        const Json told = engine::genres_of_tracks(context.workspace(), request_);
        if (context.wants_json()) {
            context.show(told);
        } else {
            context.say(describe(told));
        }
    }

  private:
    static std::string answer(const Json& track) {
        if (!track["branch"].is_null()) return track["branch"].get<std::string>();
        if (!track["root"].is_null()) return fmt::format("cannot tell; {}", track["root"].get<std::string>());
        return "cannot tell";
    }

    static std::string joined(const Json& track, const char* list, std::string (*text)(const Json&)) {
        std::string all;
        for (const auto& one : track[list]) all += (all.empty() ? "" : ", ") + text(one);
        return all;
    }

    static std::string describe(const Json& told) {
        Table table;
        table.column("artist", Table::Align::left, 24);
        table.column("title", Table::Align::left, 28);
        table.column("genre");
        table.column("by");
        table.column("may be");
        for (const auto& track : told["tracks"]) {
            table.row({track["artist"], track["title"], answer(track),
                       joined(track, "told_by", [](const Json& by) { return by.get<std::string>(); }),
                       joined(track, "branches", [](const Json& branch) {
                           return fmt::format("{} {:.2f}", branch["branch"].get<std::string>(),
                                              branch["weight"].get<double>());
                       })});
        }
        if (!told["note"].is_null()) return table.text() + "\n\n" + told["note"].get<std::string>();
        if (told["held_out"].is_null()) return table.text();
        const auto& held = told["held_out"]["branches"];
        if (held["coverage"].get<double>() == 0)
            return table.text() + "\n\non artists never met no answer was right often enough to be given";
        return table.text() +
               fmt::format(
                   "\n\nsaid from {} on: on artists never met that answers {} of tracks, {} of "
                   "them right",
                   percent(held["threshold"].get<double>()), percent(held["coverage"].get<double>()),
                   percent(held["told_accuracy"].get<double>()));
    }

    engine::TrackGenreRequest request_;
};

}  // namespace

std::unique_ptr<Command> make_genre() { return std::make_unique<Genre>(); }

}  // namespace attune::cli
