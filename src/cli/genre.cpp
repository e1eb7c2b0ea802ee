#include "cli/command.h"
#include "cli/table.h"
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
        const auto told = engine::genres_of_tracks(context.workspace(), request_);
        context.show(told);
        context.say(describe(told));
    }

  private:
    static std::string answer(const shapes::TrackGenre& track) {
        if (track.branch) return *track.branch;
        return track.root ? fmt::format("cannot tell; {}", *track.root) : "cannot tell";
    }

    static std::string branches(const shapes::TrackGenre& track) {
        std::string text;
        for (const auto& [branch, weight] : track.branches)
            text += fmt::format("{}{} {:.2f}", text.empty() ? "" : ", ", branch, weight);
        return text;
    }

    static std::string describe(const shapes::TrackGenres& told) {
        Table table;
        table.column("artist", Table::Align::left, 24);
        table.column("title", Table::Align::left, 28);
        table.column("genre");
        table.column("by");
        table.column("may be");
        for (const auto& track : told.tracks) {
            std::string by;
            for (const auto& word : track.told_by) by += (by.empty() ? "" : ", ") + word;
            table.row({track.track.artist, track.track.title, answer(track), by, branches(track)});
        }
        if (told.note) return table.text() + "\n\n" + *told.note;
        if (!told.held_out) return table.text();
        const auto& held = told.held_out->branches;
        if (held.coverage == 0)
            return table.text() + "\n\non artists never met no answer was right often enough to be given";
        return table.text() +
               fmt::format(
                   "\n\nsaid from {} on: on artists never met that answers {} of tracks, {} of "
                   "them right",
                   percent(held.threshold), percent(held.coverage), percent(held.told_accuracy));
    }

    engine::TrackGenreRequest request_;
};

}  // namespace

std::unique_ptr<Command> make_genre() { return std::make_unique<Genre>(); }

}  // namespace attune::cli
