#include "cli/command.h"
#include "cli/playlist_text.h"
#include "core/json.h"
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

    static void show(Context& context, const Json& json, const std::string& text) {
        if (context.wants_json()) {
            context.show(json);
        } else {
            context.say(text);
        }
    }

    void list(Context& context, const Words&) {
        const Json json = engine::playlists_json(context.workspace());
        show(context, json, playlists_text(json));
    }

    void profile(Context& context, const Words& names) {
        const Json json = engine::playlist_profile(context.workspace(), names[0]);
        show(context, json, playlist_profile_text(json));
    }

    void examine(Context& context, const Words& names) {
        require(all_ != !names.empty(), "name the playlists to look at, or say --all");
        doctor_.names = names;
        doctor_.apply = apply_;
        const Json json = engine::examine_playlists(context.workspace(), doctor_);
        show(context, json, doctor_text(json, count_));
    }

    void decide(Context& context, const Words& names, bool keep) {
        const Json json = engine::decide_on_track(context.workspace(), names[0], names[1], keep);
        show(context, json,
             fmt::format("{} - {} {} {}", json["artist"].get<std::string>(), json["title"].get<std::string>(),
                         keep ? "stays on" : "is to go from", json["playlist"]["name"].get<std::string>()));
    }

    void keep(Context& context, const Words& names) { decide(context, names, true); }
    void drop(Context& context, const Words& names) { decide(context, names, false); }

    void versions(Context& context, const Words& names) {
        const Json json = engine::playlist_versions(context.workspace(), names[0]);
        show(context, json, playlist_versions_text(json));
    }

    void restore(Context& context, const Words& names) {
        const auto version = parse_all<int>(names[1]);
        require(version.has_value(), "name the version by its number: attune playlist restore \"{}\" 1",
                names[0]);
        const Json json = engine::restore_playlist(context.workspace(), names[0], *version);
        show(context, json,
             fmt::format("{} is as in version {} again: {} tracks", json["name"].get<std::string>(), *version,
                         json["tracks"].get<int>()));
    }

    void undo(Context& context, const Words& names) {
        const Json json = engine::undo_playlists(context.workspace(), names.empty() ? "" : names[0]);
        std::string text = fmt::format("undone: {}", json["undone"]["text"].get<std::string>());
        for (const auto& row : json["playlists"])
            text += fmt::format("\n{}: {} tracks", row["name"].get<std::string>(), row["tracks"].get<int>());
        show(context, json, text);
    }

    void people(Context& context, const Words& names) {
        const Json json = engine::shared_tastes(context.workspace(), names.empty() ? "" : names[0]);
        show(context, json, shared_tastes_text(json));
    }

    void call(Context& context, const Words& names) {
        const Json json = engine::rename_contributor(context.workspace(), names[0], names[1]);
        show(context, json, shared_tastes_text(json));
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
        const Json json = engine::build_playlist(context.workspace(), wishes_, pick());
        show(context, json, picked_text(json, "made"));
    }

    void like(Context& context, const Words& names) {
        wishes_.like.insert(wishes_.like.end(), names.begin(), names.end());
        build(context, {});
    }

    void expand(Context& context, const Words& names) {
        const Json json = engine::expand_playlist(context.workspace(), names[0], pick());
        show(context, json, picked_text(json, "added to"));
    }

    void path(Context& context, const Words& names) {
        auto options = pick();
        // A way leads through as many artists as it can.
        options.max_per_artist = 1;
        const Json json = engine::playlist_path(context.workspace(), names[0], names[1], options);
        show(context, json, picked_text(json, "made"));
    }

    void split(Context& context, const Words& names) {
        const Json json = engine::split_playlist(context.workspace(), names[0], parts_, apply_);
        show(context, json, split_text(json));
    }

    void clusters(Context& context, const Words&) {
        const Json json = engine::music_clusters(context.workspace(), parts_);
        show(context, json, clusters_text(json));
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
