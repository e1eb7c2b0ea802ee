#pragma once

#include "library/collection.h"

#include <span>
#include <vector>

namespace attune::taste {

/// A play of at least this long counts as heard; two of them mean that a track was kept.
inline constexpr int heard_ms = 90'000;

/// A play that the listener ended before this is an early skip.
inline constexpr int early_skip_ms = 30'000;

/// How long each track of a collection is, ms: from its own entry, else from its audio features, else the
/// longest play of it up to an hour. Index is TrackIndex; 0 where nothing is known.
std::vector<int> track_durations(const library::Collection& collection, std::span<const library::Play> plays);

/// The share of the track that was heard, in [0, 1]; 1 if the source does not say how long it was played.
/// With no duration known, the share of heard_ms.
double completion(const library::Play& play, int duration_ms) noexcept;

/// True if the listener went on before early_skip_ms. A play that ended because the app closed, another
/// device took over or the track failed is no skip; where no reason is known (account data), a short play is
/// one.
bool is_early_skip(const library::Play& play) noexcept;

/// True if the end of the play says nothing about the track: the app closed, another device took over, an
/// error.
bool is_interruption(const library::Play& play) noexcept;

/// What a person did with one track.
struct TrackOutcome {
    library::TrackIndex track = 0;
    int n_plays = 0;
    int n_chances = 0;  ///< plays that could say something: not interrupted before heard_ms
    int n_heard = 0;    ///< plays of at least heard_ms
    int n_early_skips = 0;
    double completions = 0;  ///< sum of completion() over chances
    Timestamp first_at;
    Timestamp last_at;

    bool kept() const noexcept { return n_heard >= 2; }
};

/// The outcomes of all tracks that were played, in the order of track index.
std::vector<TrackOutcome> track_outcomes(const library::Collection& collection,
                                         std::span<const library::Play> plays);

/// How much the person likes a track, from 0 to 1, shrunken towards `mean` by the number of chances:
///
///     engagement = (sum of completions - early skips + c m) / (chances + c),  clamped to [0, 1], c = 2
///
/// where a completion counts up to 1 and an early skip counts against the track as much as a full play for
/// it.
double engagement(const TrackOutcome& outcome, double mean) noexcept;

/// For each track whether it stands in one of the playlists: the seed's playlist outcome. Index is
/// TrackIndex.
std::vector<bool> playlist_membership(std::size_t n_tracks,
                                      std::span<const library::CollectionPlaylist> chosen_playlists);

}  // namespace attune::taste
