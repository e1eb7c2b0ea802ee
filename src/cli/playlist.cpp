#include "cli/command.h"
#include "cli/playlist_text.h"
#include "core/parse_all.h"
#include "engine/playlists/build.h"
#include "engine/playlists/doctor.h"
#include "engine/playlists/shared_tastes.h"
#include "engine/playlists/versions.h"

#include <algorithm>

namespace attune::cli {
namespace {

using Words = std::vector<std::string>;

class Playlist final : public Command {
  public:
    void declare(Arguments& arguments) override {
        arguments.positionals(
            "ACTION NAME", words_,
            "list; show PLAYLIST; doctor PLAYLIST...; keep or drop PLAYLIST TRACK; build; expand or "
            "split PLAYLIST; like TRACK...; path TRACK TRACK; clusters; versions PLAYLIST; restore "
            "PLAYLIST VERSION; undo [PLAYLIST]; people [PLAYLIST]; call LETTER NAME",
            false);
        arguments.flag("--all", all_, "doctor: all playlists");
        arguments.flag("--doubtful", doctor_.doubtful, "doctor: change doubtful tracks too");
        arguments.flag("--move", doctor_.move,
                       "doctor: move what would sit better elsewhere instead of removing it");
        arguments.flag("--apply", apply_, "make the changes; otherwise they are only shown");
        arguments.option("--genre", wishes_.genres, "build: genres or tags, any of them");
        arguments.option("--mood", wishes_.moods,
                         "build: calm, energetic, happy, 90s, ... as attune search knows them");
        arguments.option("--like", wishes_.like, "build: like these tracks or artists");
        arguments.option("--cluster", cluster_, 0, 1000,
                         "build: from a cluster of your music, by its number; 0: all");
        arguments.option("--from", pick_.from,
                         "what to pick from: mine (played, saved or on a playlist), new or all");
        arguments.option("--name", pick_.name, "what to call the playlist (default: what it is made of)");
        arguments.option("-n,--count", count_, 1, 1000,
                         "how many tracks; doctor: how many to show of a playlist");
        arguments.option("--max-per-artist", max_per_artist_, 1, 1000, "tracks of one artist");
        arguments.option("-k,--parts", parts_, 0, 100, "split, clusters: into how many; 0: as fits best");
    }

    void run(Context& context) override {
        const std::string action = words_.empty() ? "list" : words_.front();
        const Words names(words_.empty() ? words_.begin() : words_.begin() + 1, words_.end());
        for (const auto& entry : actions) {
            if (entry.name != action) continue;
            require(names.size() >= entry.least && names.size() <= entry.most, "attune playlist {} takes {}",
                    entry.name, entry.takes);
            (this->*entry.act)(context, names);
            return;
        }
        std::string known;
        for (const auto& entry : actions) known += (known.empty() ? "" : ", ") + std::string(entry.name);
        fail(ErrorCode::invalid_argument, "no action '{}'; there are: {}", action, known);
    }

  private:
    struct Action {
        std::string_view name;
        std::size_t least;
        std::size_t most;
        std::string_view takes;
        void (Playlist::*act)(Context&, const Words&);
    };
    static const std::vector<Action> actions;

    template <class Shape>
    static void show(Context& context, const Shape& shape, const std::string& text) {
        context.show(shape);
        context.say(text);
    }

    void list(Context& context, const Words&) {
        const auto list = engine::list_playlists(context.workspace());
        show(context, list, playlists_text(list));
    }

    void profile(Context& context, const Words& names) {
        const auto shape = engine::playlist_profile(context.workspace(), names[0]);
        show(context, shape, playlist_profile_text(shape));
    }

    void examine(Context& context, const Words& names) {
        require(all_ != !names.empty(), "name the playlists to look at, or say --all");
        doctor_.names = names;
        doctor_.apply = apply_;
        const auto shape = engine::examine_playlists(context.workspace(), doctor_);
        show(context, shape, doctor_text(shape, count_));
    }

    void decide(Context& context, const Words& names, bool keep) {
        const auto shape = engine::decide_on_track(context.workspace(), names[0], names[1], keep);
        show(context, shape,
             fmt::format("{} - {} {} {}", shape.track.artist, shape.track.title,
                         keep ? "stays on" : "is to go from", shape.playlist.name));
    }

    void keep(Context& context, const Words& names) { decide(context, names, true); }
    void drop(Context& context, const Words& names) { decide(context, names, false); }

    void versions(Context& context, const Words& names) {
        const auto shape = engine::playlist_versions(context.workspace(), names[0]);
        show(context, shape, playlist_versions_text(shape));
    }

    void restore(Context& context, const Words& names) {
        const auto version = parse_all<int>(names[1]);
        require(version.has_value(), "name the version by its number: attune playlist restore \"{}\" 1",
                names[0]);
        const auto shape = engine::restore_playlist(context.workspace(), names[0], *version);
        show(context, shape,
             fmt::format("{} is as in version {} again: {} tracks", shape.name.name, *version, shape.tracks));
    }

    void undo(Context& context, const Words& names) {
        const auto shape = engine::undo_playlists(context.workspace(), names.empty() ? "" : names[0]);
        std::string text = fmt::format("undone: {}", shape.undone.text);
        for (const auto& row : shape.playlists)
            text += fmt::format("\n{}: {} tracks", row.name.name, row.tracks);
        show(context, shape, text);
    }

    void people(Context& context, const Words& names) {
        const auto shape = engine::shared_tastes(context.workspace(), names.empty() ? "" : names[0]);
        show(context, shape, shared_tastes_text(shape));
    }

    void call(Context& context, const Words& names) {
        const auto shape = engine::rename_contributor(context.workspace(), names[0], names[1]);
        show(context, shape, shared_tastes_text(shape));
    }

    engine::PickOptions pick() const {
        auto options = pick_;
        options.count = count_;
        options.max_per_artist = max_per_artist_;
        options.apply = apply_;
        return options;
    }

    void build(Context& context, const Words&) {
        wishes_.cluster = cluster_;
        const auto shape = engine::build_playlist(context.workspace(), wishes_, pick());
        show(context, shape, picked_text(shape, "made"));
    }

    void like(Context& context, const Words& names) {
        wishes_.like.insert(wishes_.like.end(), names.begin(), names.end());
        build(context, {});
    }

    void expand(Context& context, const Words& names) {
        const auto shape = engine::expand_playlist(context.workspace(), names[0], pick());
        show(context, shape, picked_text(shape, "added to"));
    }

    void path(Context& context, const Words& names) {
        auto options = pick();
        // A way leads through as many artists as it can.
        options.max_per_artist = 1;
        const auto shape = engine::playlist_path(context.workspace(), names[0], names[1], options);
        show(context, shape, picked_text(shape, "made"));
    }

    void split(Context& context, const Words& names) {
        const auto shape = engine::split_playlist(context.workspace(), names[0], parts_, apply_);
        show(context, shape, split_text(shape));
    }

    void clusters(Context& context, const Words&) {
        const auto shape = engine::music_clusters(context.workspace(), parts_);
        show(context, shape, clusters_text(shape));
    }

    Words words_;
    bool all_ = false;
    bool apply_ = false;
    engine::DoctorOptions doctor_;
    engine::BuildWishes wishes_;
    engine::PickOptions pick_;
    std::uint64_t cluster_ = 0;
    std::uint64_t count_ = 30;
    std::uint64_t max_per_artist_ = 3;
    std::uint64_t parts_ = 0;
};

const std::vector<Playlist::Action> Playlist::actions{
    {"list", 0, 0, "no name", &Playlist::list},
    {"show", 1, 1, "a playlist", &Playlist::profile},
    {"doctor", 0, 100000, "playlists, or --all", &Playlist::examine},
    {"keep", 2, 2, "a playlist and a track; put quotes around names of several words", &Playlist::keep},
    {"drop", 2, 2, "a playlist and a track; put quotes around names of several words", &Playlist::drop},
    {"build", 0, 0, "no name: say --genre, --mood, --like or --cluster", &Playlist::build},
    {"like", 1, 1000, "tracks or artists", &Playlist::like},
    {"expand", 1, 1, "a playlist", &Playlist::expand},
    {"split", 1, 1, "a playlist", &Playlist::split},
    {"path", 2, 2, "two tracks", &Playlist::path},
    {"clusters", 0, 0, "no name", &Playlist::clusters},
    {"versions", 1, 1, "a playlist", &Playlist::versions},
    {"restore", 2, 2, "a playlist and the number of a version", &Playlist::restore},
    {"undo", 0, 1, "a playlist, or nothing for the last change of any", &Playlist::undo},
    {"people", 0, 1, "a playlist, or nothing for all", &Playlist::people},
    {"call", 2, 2, "what somebody who added tracks is called, and what to call them", &Playlist::call},
};

}  // namespace

std::unique_ptr<Command> make_playlist() { return std::make_unique<Playlist>(); }

}  // namespace attune::cli
