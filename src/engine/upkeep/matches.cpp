#include "engine/upkeep/matches.h"

#include "core/error.h"
#include "core/text.h"
#include "engine/library/find_track.h"
#include "library/track_number.h"
#include "shapes/track.h"
#include "similarity/like_names.h"

#include <algorithm>
#include <ranges>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace attune::engine {
namespace {

using library::TrackId;
using store::CorrectionKind;
using store::CorrectionRow;
using store::TrackRow;

constexpr std::size_t most_nearest = 3;

struct ExternalId {
    std::string scheme;
    std::string value;
};

/// All tracks, found by their numbers.
class Tracks {
  public:
    explicit Tracks(store::Store& store) : rows_(store.tracks()) {
        for (std::size_t i = 0; i < rows_.size(); ++i) places_.emplace(rows_[i].id, i);
    }
    const std::vector<TrackRow>& rows() const { return rows_; }
    const TrackRow* find(TrackId id) const {
        const auto place = places_.find(id);
        return place == places_.end() ? nullptr : &rows_[place->second];
    }

  private:
    std::vector<TrackRow> rows_;
    std::unordered_map<TrackId, std::size_t> places_;
};

std::optional<shapes::ReleasedTrack> shape_of(const TrackRow* track) {
    return track == nullptr ? std::nullopt : std::optional(shapes::released_track_of(*track));
}

library::TrackKey key_of(const TrackRow& track) {
    return {library::artist_key(track.artist_name), track.title_key, track.version_key};
}

std::string difference(const similarity::LikeName& like) {
    if (like.same_title && like.same_artist)
        return like.same_version ? "the same names" : "the same title, another version";
    if (like.same_title) return "the same title, the artist is written otherwise";
    return like.same_version ? "the same artist, the title is written otherwise"
                             : "the same artist, a title nearly the same, another version";
}

std::set<std::string> kept_subjects(const std::vector<CorrectionRow>& corrections) {
    std::set<std::string> kept;
    for (const auto& row : corrections)
        if (row.kind == CorrectionKind::kept && !row.is_undone) kept.insert(row.subject);
    return kept;
}

std::string subject_of(const store::MatchRow& match) { return match.scheme + ':' + match.value; }

/// Played tracks of whose sound nothing is known, most played first.
std::vector<std::pair<const TrackRow*, std::int64_t>> played_without_sound(
    Workspace& workspace, const Tracks& tracks, const std::unordered_set<TrackId>& with_sound) {
    std::vector<std::pair<const TrackRow*, std::int64_t>> played;
    for (const auto& [id, n] : workspace.store->plays_by_track(workspace.person_id())) {
        const auto* track = with_sound.contains(id) ? nullptr : tracks.find(id);
        if (track != nullptr) played.emplace_back(track, n);
    }
    std::ranges::sort(played, {}, [](const auto& row) { return std::tuple(-row.second, row.first->id); });
    return played;
}

shapes::Unmatched unmatched(Workspace& workspace, const Tracks& tracks, const std::set<std::string>& kept,
                            std::size_t count) {
    const auto sounding = workspace.store->tracks_with_sound();
    const std::unordered_set<TrackId> with_sound(sounding.begin(), sounding.end());
    std::vector<const TrackRow*> known;
    std::vector<library::TrackKey> keys;
    for (const auto& track : tracks.rows()) {
        if (!with_sound.contains(track.id)) continue;
        known.push_back(&track);
        keys.push_back(key_of(track));
    }
    const similarity::NamesOfTracks names(std::move(keys));
    const auto played = played_without_sound(workspace, tracks, with_sound);
    shapes::Unmatched unmatched;
    unmatched.tracks = played.size();
    for (const auto& [track, plays] : played) {
        unmatched.plays += plays;
        if (kept.contains(library::track_number(track->id))) continue;
        std::vector<shapes::NearTrack> nearest;
        for (const auto& like : names.nearest(key_of(*track), most_nearest)) {
            nearest.push_back(
                {shapes::released_track_of(*known[like.index]), like.likeness, difference(like)});
        }
        if (nearest.empty()) continue;
        if (++unmatched.with_nearest > count) continue;
        unmatched.list.push_back({shapes::released_track_of(*track), plays, std::move(nearest)});
    }
    return unmatched;
}

shapes::Doubtful doubtful(Workspace& workspace, const Tracks& tracks, const std::set<std::string>& kept,
                          std::size_t count) {
    auto rows = workspace.store->doubtful_matches(workspace.person_id());
    std::erase_if(rows, [&](const auto& row) { return kept.contains(subject_of(row.match)); });
    std::ranges::stable_sort(rows, std::greater(), &store::DoubtfulMatchRow::n_listens);
    shapes::Doubtful doubtful{rows.size(), {}};
    for (const auto& row : rows | std::views::take(count)) {
        doubtful.list.push_back({subject_of(row.match), row.match.artist_name, row.match.track_name,
                                 shape_of(tracks.find(row.match.track)), row.match.method, row.n_listens,
                                 fmt::format("credited to {}", row.match.artist_name)});
    }
    return doubtful;
}

std::string_view to_string(CorrectionKind kind) {
    switch (kind) {
        case CorrectionKind::joined: return "joined";
        case CorrectionKind::separated: return "separated";
        case CorrectionKind::kept: break;
    }
    return "kept";
}

std::string names_of(const TrackRow* track) {
    return track == nullptr ? "a track that is gone" : track->artist_name + " - " + track->track_name;
}

std::string sentence(const CorrectionRow& row, const TrackRow* before, const TrackRow* after) {
    const auto subject = row.artist_name + " - " + row.track_name;
    switch (row.kind) {
        case CorrectionKind::joined: return fmt::format("{} is the same as {}", subject, names_of(after));
        case CorrectionKind::separated: return fmt::format("{} is not {}", subject, names_of(before));
        case CorrectionKind::kept: break;
    }
    return library::parse_track_number(row.subject) ? subject + " is like no other track"
                                                    : fmt::format("{} is {}", subject, names_of(after));
}

shapes::Correction shape_of(const CorrectionRow& row, const TrackRow* before, const TrackRow* after) {
    return {row.id,
            std::string(to_string(row.kind)),
            row.subject,
            row.artist_name,
            row.track_name,
            shape_of(after),
            row.at,
            row.is_undone,
            sentence(row, before, after)};
}

shapes::Correction correction_of(Workspace& workspace, std::int64_t id) {
    const auto rows = workspace.store->corrections();
    const auto row = std::ranges::find(rows, id, &CorrectionRow::id);
    const auto before = workspace.store->track(row->track_before);
    const auto after = workspace.store->track(row->track_after);
    return shape_of(*row, before ? &*before : nullptr, after ? &*after : nullptr);
}

ExternalId parse_match(std::string_view text) {
    text = trim(text);
    const auto spotify_id = library::spotify_track_id(text);
    if (!spotify_id.empty()) return {"spotify", std::string(spotify_id)};
    const auto colon = text.find(':');
    const auto scheme = text.substr(0, std::min(colon, text.size()));
    require(colon != std::string_view::npos && (scheme == "spotify" || scheme == "isrc" || scheme == "mbid"),
            "a match is named by its id, as spotify:<id>, isrc:<code> or mbid:<id>; got '{}'", text);
    return {std::string(scheme), std::string(text.substr(colon + 1))};
}

}  // namespace

shapes::Matches matches(Workspace& workspace, std::size_t count) {
    const auto reading = workspace.store->read();
    const Tracks tracks(*workspace.store);
    const auto corrections = workspace.store->corrections();
    const auto kept = kept_subjects(corrections);
    shapes::Matches matches{
        unmatched(workspace, tracks, kept, count), doubtful(workspace, tracks, kept, count), {}};
    for (const auto& row : corrections | std::views::reverse | std::views::take(count)) {
        matches.corrections.push_back(
            shape_of(row, tracks.find(row.track_before), tracks.find(row.track_after)));
    }
    return matches;
}

shapes::Correction join_tracks(Workspace& workspace, std::string_view track, std::string_view into) {
    const auto from = find_track(workspace, track).id;
    const auto id = workspace.store->merge_tracks(from, find_track(workspace, into).id, workspace.now);
    return correction_of(workspace, id);
}

shapes::Correction separate_match(Workspace& workspace, std::string_view match) {
    const auto [scheme, value] = parse_match(match);
    return correction_of(workspace, workspace.store->separate_match(scheme, value, workspace.now));
}

shapes::Correction keep_match(Workspace& workspace, std::string_view match) {
    if (library::parse_track_number(trim(match))) {
        const auto track = find_track(workspace, match).id;
        return correction_of(workspace, workspace.store->keep_track(track, workspace.now));
    }
    const auto [scheme, value] = parse_match(match);
    return correction_of(workspace, workspace.store->keep_match(scheme, value, workspace.now));
}

shapes::Correction undo_correction(Workspace& workspace, std::int64_t correction) {
    if (correction == 0) {
        const auto rows = workspace.store->corrections();
        const auto last = std::ranges::find(rows | std::views::reverse, false, &CorrectionRow::is_undone);
        if (last == rows.rend())
            fail(ErrorCode::not_found, "no match was corrected, so there is nothing to undo");
        correction = last->id;
    }
    workspace.store->undo_correction(correction);
    return correction_of(workspace, correction);
}

}  // namespace attune::engine
