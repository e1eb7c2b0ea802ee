#include "engine/playlists/doctor.h"

#include "core/error.h"
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

std::vector<shapes::PlaylistGenre> genres_of(const std::vector<playlists::GenreShare>& shares) {
    std::vector<shapes::PlaylistGenre> genres;
    for (const auto& share : shares) genres.push_back({share.genre, share.here, share.elsewhere});
    return genres;
}

shapes::PlaylistDifference shape_of(const playlists::Difference& difference) {
    return {std::string(playlists::quantities[difference.quantity].name),
            difference.effect,
            difference.here.mean,
            difference.here.low,
            difference.here.high,
            difference.elsewhere.mean,
            difference.text};
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

shapes::Verdict shape_of(const PlaylistShelf& shelf, const playlists::TrackVerdict& verdict) {
    shapes::Verdict shape;
    shape.track = shapes::track_of(shelf.collection().tracks[verdict.track]);
    shape.position = verdict.position + 1;
    shape.standing = to_string(verdict.standing);
    shape.probability = verdict.probability;
    shape.margin = verdict.margin;
    for (std::size_t a = 0; a < playlists::n_aspects; ++a)
        shape.parts.emplace_back(to_string(static_cast<playlists::Aspect>(a)), verdict.contributions[a]);
    shape.parts.emplace_back("decisions", verdict.decisions);
    for (std::size_t m = 0; m < playlists::sound_method_names.size(); ++m) {
        shape.methods.emplace_back(playlists::sound_method_names[m],
                                   shapes::OutlierVote{verdict.sound.scores[m], verdict.sound.is_outlier[m]});
    }
    shape.n_methods = static_cast<std::size_t>(verdict.sound.n_methods);
    shape.reasons = verdict.reasons;
    if (verdict.home)
        shape.home = shapes::BetterHome{name_of(shelf.rows[verdict.home->playlist]), verdict.home->reason};
    return shape;
}

shapes::DuplicateEntry shape_of(const PlaylistShelf& shelf, std::span<const TrackIndex> entries,
                                const Duplicate& duplicate) {
    return {shapes::track_of(shelf.collection().tracks[entries[duplicate.position]]), duplicate.position + 1,
            duplicate.of_position + 1, std::string(to_string(duplicate.kind)), duplicate.text};
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
        changes_.back().to = name_of(shelf_.rows[into]);
    }

    const std::vector<shapes::DoctorChange>& changes() const { return changes_; }

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
        changes_.push_back({shapes::track_of(shelf_.collection().tracks[index]), position + 1,
                            name_of(shelf_.rows[playlist]), action, std::nullopt, why});
    }

    const PlaylistShelf& shelf_;
    std::map<std::size_t, std::set<std::size_t>> taken_;
    std::map<std::size_t, std::vector<store::PlaylistItemRow>> brought_;
    std::set<std::pair<std::size_t, library::TrackId>> brought_tracks_;
    std::vector<shapes::DoctorChange> changes_;
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

shapes::ExaminedPlaylist shape_of(const PlaylistShelf& shelf, std::size_t playlist,
                                  const playlists::Diagnosis& diagnosis) {
    const auto entries = shelf.entries(playlist);
    shapes::ExaminedPlaylist shape;
    shape.name = name_of(shelf.rows[playlist]);
    shape.tracks = entries.size();
    shape.without_sound = diagnosis.n_without_sound;
    shape.without_genres = diagnosis.n_without_genres;
    shape.without_both = diagnosis.n_without_both;
    shape.has_verdicts = diagnosis.has_verdicts;
    for (const auto& verdict : diagnosis.tracks) {
        if (verdict.standing != Standing::fits) shape.verdicts.push_back(shape_of(shelf, verdict));
        shape.margins.push_back({verdict.position + 1, verdict.margin});
    }
    for (const auto& duplicate : diagnosis.duplicates)
        shape.duplicates.push_back(shape_of(shelf, entries, duplicate));
    return shape;
}

/// Those who added to a playlist, by name.
std::vector<std::string> people_of(const store::PlaylistRow& row) {
    std::set<std::string> names;
    for (const auto& item : row.items) {
        if (!item.added_by.empty()) names.insert(item.added_by);
    }
    return {names.begin(), names.end()};
}

}  // namespace

shapes::Playlists list_playlists(Workspace& workspace) {
    shapes::Playlists list;
    for (const auto& row : workspace.store->playlists(workspace.person_id())) {
        if (row.items.empty()) continue;
        list.playlists.push_back({name_of(row), row.kind, row.items.size(),
                                  workspace.store->playlist_versions(row.id).size(), people_of(row)});
    }
    return list;
}

shapes::PlaylistDetail playlist_profile(Workspace& workspace, const std::string& name) {
    const auto shelf = open_shelf(workspace);
    const auto playlist = find_playlist(shelf->rows, name);
    const auto profile = playlists::profile_of(shelf->collection(), shelf->shelf->tracks(playlist),
                                               elsewhere_of(*shelf, playlist));
    const auto& row = shelf->rows[playlist];
    shapes::PlaylistDetail detail;
    detail.name = name_of(row);
    detail.kind = row.kind;
    detail.tracks = profile.n_tracks;
    detail.with_sound = profile.n_with_sound;
    detail.with_genres = profile.n_with_genres;
    for (const auto& difference : profile.differences) detail.differences.push_back(shape_of(difference));
    detail.genres = genres_of(profile.genres);
    detail.telling_genres = genres_of(profile.telling);
    const auto entries = shelf->entries(playlist);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& item = row.items[i];
        detail.entries.push_back(
            {shapes::track_of(shelf->collection().tracks[entries[i]]), i + 1, item.added_at, std::nullopt});
        if (!item.added_by.empty()) detail.entries.back().added_by = item.added_by;
    }
    return detail;
}

shapes::Doctor examine_playlists(Workspace& workspace, const DoctorOptions& options) {
    const auto shelf = open_shelf(workspace);
    std::vector<std::size_t> chosen;
    for (const auto& name : options.names) chosen.push_back(find_playlist(shelf->rows, name));
    for (std::size_t p = 0; options.names.empty() && p < shelf->rows.size(); ++p) chosen.push_back(p);

    const auto weights = shelf->weights(workspace);
    Plan plan(*shelf);
    shapes::Doctor found;
    for (const auto p : chosen) {
        workspace.task.report("examining playlists", found.playlists.size(), chosen.size());
        const auto diagnosis = playlists::diagnose(*shelf->shelf, weights, shelf->names, p, shelf->entries(p),
                                                   shelf->decisions[p], belonging_options(workspace));
        plan_changes(p, diagnosis, options, plan);
        found.playlists.push_back(shape_of(*shelf, p, diagnosis));
    }
    found.changes = plan.changes();
    if (options.apply && !plan.changes().empty()) {
        found.change = workspace.store->change_playlists(workspace.person_id(), plan.contents(), plan.text(),
                                                         workspace.now);
    }
    return found;
}

}  // namespace attune::engine
