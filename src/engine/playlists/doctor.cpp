#include "engine/playlists/doctor.h"

#include "core/error.h"
#include "core/json.h"
#include "core/time.h"
#include "engine/playlists/shelf.h"
#include "playlists/profile.h"

#include <algorithm>
#include <map>
#include <set>

namespace attune::engine {
namespace {

using library::TrackIndex;
using playlists::Duplicate;
using playlists::Standing;

Json share_json(const std::vector<playlists::GenreShare>& shares) {
    Json json = Json::array();
    for (const auto& share : shares)
        json.push_back({{"genre", share.genre}, {"here", share.here}, {"elsewhere", share.elsewhere}});
    return json;
}

Json difference_json(const playlists::Difference& difference) {
    return {{"quantity", playlists::quantities[difference.quantity].name},
            {"effect", difference.effect},
            {"mean", difference.here.mean},
            {"low", difference.here.low},
            {"high", difference.here.high},
            {"elsewhere", difference.elsewhere.mean},
            {"text", difference.text}};
}

/// The tracks of all other playlists, each once, without those of this one.
std::vector<TrackIndex> elsewhere_of(const PlaylistShelf& shelf, std::size_t playlist) {
    std::set<TrackIndex> others;
    for (std::size_t q = 0; q < shelf.rows.size(); ++q) {
        if (q == playlist) continue;
        for (const auto t : shelf.shelf->tracks(q)) others.insert(t);
    }
    for (const auto t : shelf.shelf->tracks(playlist)) others.erase(t);
    return {others.begin(), others.end()};
}

Json methods_json(const playlists::SoundOutlier& sound) {
    Json json = Json::object();
    for (std::size_t m = 0; m < playlists::sound_method_names.size(); ++m) {
        json[std::string(playlists::sound_method_names[m])] = {{"score", sound.scores[m]},
                                                               {"outlier", sound.is_outlier[m]}};
    }
    return json;
}

Json verdict_json(const PlaylistShelf& shelf, const playlists::TrackVerdict& verdict) {
    Json json = track_json(shelf.collection().tracks[verdict.track]);
    json["position"] = verdict.position + 1;
    json["standing"] = to_string(verdict.standing);
    json["probability"] = verdict.probability;
    json["margin"] = verdict.margin;
    Json parts = Json::object();
    for (std::size_t a = 0; a < playlists::n_aspects; ++a)
        parts[std::string(to_string(static_cast<playlists::Aspect>(a)))] = verdict.contributions[a];
    parts["decisions"] = verdict.decisions;
    json["parts"] = std::move(parts);
    json["methods"] = methods_json(verdict.sound);
    json["n_methods"] = verdict.sound.n_methods;
    json["reasons"] = verdict.reasons;
    json["home"] = nullptr;
    if (verdict.home) {
        json["home"] = playlist_json(shelf.rows[verdict.home->playlist]);
        json["home"]["reason"] = verdict.home->reason;
    }
    return json;
}

Json duplicate_json(const PlaylistShelf& shelf, std::span<const TrackIndex> entries,
                    const Duplicate& duplicate) {
    Json json = track_json(shelf.collection().tracks[entries[duplicate.position]]);
    json["position"] = duplicate.position + 1;
    json["of"] = duplicate.of_position + 1;
    json["kind"] = to_string(duplicate.kind);
    json["text"] = duplicate.text;
    return json;
}

/// What is to be done with the entries of playlists, gathered over all that are looked at.
class Plan {
  public:
    explicit Plan(const PlaylistShelf& shelf) : shelf_(shelf) {}

    void take_off(std::size_t playlist, std::size_t position, const std::string& why) {
        if (!taken_[playlist].insert(position).second) return;
        note(playlist, position, "remove", why);
    }

    void move(std::size_t playlist, std::size_t position, std::size_t into, const std::string& why) {
        if (!taken_[playlist].insert(position).second) return;
        const auto& item = shelf_.rows[playlist].items[position];
        if (brought_tracks_.emplace(into, item.track).second) brought_[into].push_back(item);
        note(playlist, position, "move", why);
        changes_.back()["to"] = playlist_json(shelf_.rows[into]);
    }

    const Json& changes() const { return changes_; }

    std::vector<store::PlaylistContent> contents() const {
        std::vector<store::PlaylistContent> contents;
        for (std::size_t p = 0; p < shelf_.rows.size(); ++p) {
            if (!taken_.contains(p) && !brought_.contains(p)) continue;
            store::PlaylistContent content{shelf_.rows[p].id, {}};
            for (std::size_t i = 0; i < shelf_.rows[p].items.size(); ++i) {
                if (!taken_.contains(p) || !taken_.at(p).contains(i))
                    content.items.push_back(shelf_.rows[p].items[i]);
            }
            if (brought_.contains(p))
                content.items.insert(content.items.end(), brought_.at(p).begin(), brought_.at(p).end());
            contents.push_back(std::move(content));
        }
        return contents;
    }

    std::string text() const {
        std::string where;
        for (const auto& [p, positions] : taken_)
            where += (where.empty() ? "" : ", ") + fmt::format("{} of {}", positions.size(), shelf_.names[p]);
        return fmt::format("doctor: took off {}", where);
    }

  private:
    void note(std::size_t playlist, std::size_t position, const char* action, const std::string& why) {
        const auto index = shelf_.collected->track_index.at(shelf_.rows[playlist].items[position].track);
        Json json = track_json(shelf_.collection().tracks[index]);
        json["position"] = position + 1;
        json["playlist"] = playlist_json(shelf_.rows[playlist]);
        json["action"] = action;
        json["to"] = nullptr;
        json["why"] = why;
        changes_.push_back(std::move(json));
    }

    const PlaylistShelf& shelf_;
    std::map<std::size_t, std::set<std::size_t>> taken_;
    std::map<std::size_t, std::vector<store::PlaylistItemRow>> brought_;
    std::set<std::pair<std::size_t, library::TrackId>> brought_tracks_;
    Json changes_ = Json::array();
};

void plan_changes(std::size_t playlist, const playlists::Diagnosis& diagnosis, const DoctorOptions& options,
                  Plan& plan) {
    for (const auto& verdict : diagnosis.tracks) {
        const bool is_out = verdict.standing == Standing::foreign || verdict.standing == Standing::dropped ||
                            (options.doubtful && verdict.standing == Standing::doubtful);
        if (!is_out) continue;
        const std::string why = verdict.standing == Standing::dropped ? "you dropped it"
                                : verdict.reasons.empty()             ? "unlike the rest"
                                                                      : verdict.reasons.front();
        if (options.move && verdict.home) {
            plan.move(playlist, verdict.position, verdict.home->playlist, why);
        } else {
            plan.take_off(playlist, verdict.position, why);
        }
    }
    for (const auto& duplicate : diagnosis.duplicates) {
        // Another version is often there because it was wanted.
        if (duplicate.kind != Duplicate::Kind::version)
            plan.take_off(playlist, duplicate.position, duplicate.text);
    }
}

Json diagnosis_json(const PlaylistShelf& shelf, std::size_t playlist, const playlists::Diagnosis& diagnosis) {
    Json json = playlist_json(shelf.rows[playlist]);
    const auto entries = shelf.entries(playlist);
    json["tracks"] = entries.size();
    json["without_sound"] = diagnosis.n_without_sound;
    json["without_genres"] = diagnosis.n_without_genres;
    json["without_both"] = diagnosis.n_without_both;
    json["has_verdicts"] = diagnosis.has_verdicts;
    json["verdicts"] = Json::array();
    for (const auto& verdict : diagnosis.tracks)
        if (verdict.standing != Standing::fits) json["verdicts"].push_back(verdict_json(shelf, verdict));
    json["margins"] = Json::array();
    for (const auto& verdict : diagnosis.tracks)
        json["margins"].push_back({{"position", verdict.position + 1}, {"margin", verdict.margin}});
    json["duplicates"] = Json::array();
    for (const auto& duplicate : diagnosis.duplicates)
        json["duplicates"].push_back(duplicate_json(shelf, entries, duplicate));
    return json;
}

/// Those who added to a playlist, by name.
Json people_of(const store::PlaylistRow& row) {
    std::set<std::string> names;
    for (const auto& item : row.items) {
        if (!item.added_by.empty()) names.insert(item.added_by);
    }
    return names;
}

}  // namespace

Json playlists_json(Workspace& workspace) {
    Json list = Json::array();
    for (const auto& row : workspace.store->playlists(workspace.person_id())) {
        if (row.items.empty()) continue;
        Json json = playlist_json(row);
        json["kind"] = row.kind;
        json["tracks"] = row.items.size();
        json["versions"] = workspace.store->playlist_versions(row.id).size();
        json["people"] = people_of(row);
        list.push_back(std::move(json));
    }
    return {{"playlists", list}};
}

Json playlist_profile(Workspace& workspace, const std::string& name) {
    const auto shelf = open_shelf(workspace);
    const auto playlist = find_playlist(shelf->rows, name);
    const auto profile = playlists::profile_of(shelf->collection(), shelf->shelf->tracks(playlist),
                                               elsewhere_of(*shelf, playlist));
    Json json = playlist_json(shelf->rows[playlist]);
    json["kind"] = shelf->rows[playlist].kind;
    json["tracks"] = profile.n_tracks;
    json["with_sound"] = profile.n_with_sound;
    json["with_genres"] = profile.n_with_genres;
    json["differences"] = Json::array();
    for (const auto& difference : profile.differences)
        json["differences"].push_back(difference_json(difference));
    json["genres"] = share_json(profile.genres);
    json["telling_genres"] = share_json(profile.telling);
    json["entries"] = Json::array();
    const auto entries = shelf->entries(playlist);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        Json entry = track_json(shelf->collection().tracks[entries[i]]);
        entry["position"] = i + 1;
        const auto& added_at = shelf->rows[playlist].items[i].added_at;
        entry["added_at"] = added_at ? Json(format_timestamp(*added_at)) : Json(nullptr);
        const auto& added_by = shelf->rows[playlist].items[i].added_by;
        entry["added_by"] = added_by.empty() ? Json(nullptr) : Json(added_by);
        json["entries"].push_back(std::move(entry));
    }
    return json;
}

Json examine_playlists(Workspace& workspace, const DoctorOptions& options) {
    const auto shelf = open_shelf(workspace);
    std::vector<std::size_t> chosen;
    for (const auto& name : options.names) chosen.push_back(find_playlist(shelf->rows, name));
    for (std::size_t p = 0; options.names.empty() && p < shelf->rows.size(); ++p) chosen.push_back(p);

    const auto weights = shelf->weights(workspace);
    Plan plan(*shelf);
    Json json{{"playlists", Json::array()}};
    for (const auto p : chosen) {
        workspace.task.report("examining playlists", json["playlists"].size(), chosen.size());
        const auto diagnosis = playlists::diagnose(*shelf->shelf, weights, shelf->names, p, shelf->entries(p),
                                                   shelf->decisions[p], belonging_options(workspace));
        plan_changes(p, diagnosis, options, plan);
        json["playlists"].push_back(diagnosis_json(*shelf, p, diagnosis));
    }
    json["changes"] = plan.changes();
    json["change"] = nullptr;
    if (options.apply && !plan.changes().empty()) {
        json["change"] = workspace.store->change_playlists(workspace.person_id(), plan.contents(),
                                                           plan.text(), workspace.now);
    }
    return json;
}

}  // namespace attune::engine
