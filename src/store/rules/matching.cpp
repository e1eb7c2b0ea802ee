#include "store/rules/matching.h"

#include "core/error.h"

#include <cstdlib>
#include <tuple>

namespace attune::store {
namespace {

using library::TrackDescription;

/// Two durations of one recording differ by no more than this: silence at the end, another encoder.
constexpr int most_duration_difference_ms = 3000;

std::optional<int> duration_difference(const TrackCandidate& candidate, const TrackDescription& description) {
    if (!candidate.duration_ms || !description.duration_ms) return std::nullopt;
    return std::abs(*candidate.duration_ms - *description.duration_ms);
}

/// Smaller is better.
auto rank_of(const TrackCandidate& candidate, const TrackDescription& description) {
    const auto difference = duration_difference(candidate, description);
    return std::tuple(candidate.kind, difference.value_or(most_duration_difference_ms),
                      !candidate.same_release, !candidate.in_catalogue, candidate.track);
}

bool may_be(const TrackCandidate& candidate, const TrackDescription& description, bool has_generic_title) {
    if (candidate.kind == NameKind::manual) return true;
    const auto difference = duration_difference(candidate, description);
    if (difference) return *difference <= most_duration_difference_ms;
    return !has_generic_title || candidate.same_release;
}

}  // namespace

std::array<ExternalId, 3> ids_of(const TrackDescription& description) {
    return {{{"spotify", description.spotify_id},
             {"isrc", description.isrc},
             {"mbid", description.recording_mbid}}};
}

std::uint64_t ref_of(const TrackDescription& description) {
    if (!description.spotify_id.empty()) return ref_of_id(description.spotify_id);
    if (description.names_a_track()) return ref_of_names(description.artist_name, description.track_name);
    return hash_of({description.isrc, description.recording_mbid});
}

std::uint64_t description_hash(const TrackDescription& description) {
    const auto& d = description;
    const int duration_ms = d.duration_ms.value_or(0);
    const std::string_view duration(reinterpret_cast<const char*>(&duration_ms), sizeof duration_ms);
    return hash_of(
        {d.spotify_id, d.artist_name, d.track_name, d.release_name, d.isrc, d.recording_mbid, duration});
}

bool has_names(const TrackDescription& description) {
    return description.names_a_track() && !library::artist_key(description.artist_name).empty();
}

void check_description(const TrackDescription& description) {
    const auto& d = description;
    const bool has_id = !d.spotify_id.empty() || !d.isrc.empty() || !d.recording_mbid.empty();
    require(has_id || has_names(d),
            "a track needs an artist and a title, or an id; got artist '{}', title '{}'", d.artist_name,
            d.track_name);
}

std::vector<std::string> alternative_keys(const TrackDescription& description) {
    auto keys = library::alternative_artist_keys(description.artist_name);
    for (const auto& other : description.other_artists) keys.push_back(library::artist_key(other));
    return keys;
}

std::optional<TrackCandidate> best_candidate(std::span<const TrackCandidate> candidates,
                                             const TrackDescription& description,
                                             std::string_view title_key) {
    const bool has_generic_title = library::is_generic_title(title_key);
    std::optional<TrackCandidate> best;
    for (const auto& candidate : candidates) {
        if (!may_be(candidate, description, has_generic_title)) continue;
        if (!best || rank_of(candidate, description) < rank_of(*best, description)) best = candidate;
    }
    return best;
}

TrackMatch match_of(const TrackCandidate& candidate, const TrackDescription& description) {
    switch (candidate.kind) {
        case NameKind::alternative: return {candidate.track, "alternative artist"};
        case NameKind::manual: return {candidate.track, "manual"};
        case NameKind::own: break;
    }
    return {candidate.track, duration_difference(candidate, description) ? "name and duration" : "name"};
}

}  // namespace attune::store
