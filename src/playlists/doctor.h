#pragma once

#include "playlists/belonging.h"
#include "playlists/duplicates.h"
#include "playlists/shelf.h"
#include "playlists/sound_outliers.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace attune::playlists {

/// How a track stands on a playlist.
enum class Standing : std::uint8_t {
    fits,
    doubtful,  ///< foreign with a probability of 0.25 or more
    foreign,   ///< of 0.5 or more
    kept,      ///< the person said that it stays
    dropped,   ///< the person said that it goes
};

std::string_view to_string(Standing standing) noexcept;

/// Another playlist on which a track would sit better.
struct Home {
    std::size_t playlist = 0;
    double margin = 0;   ///< BelongingWeights::margin() there
    std::string reason;  ///< what speaks for it, in words
};

/// What the doctor says of one track.
struct TrackVerdict {
    TrackIndex track = 0;
    std::size_t position = 0;  ///< of its first entry
    Standing standing = Standing::fits;
    double probability = 0;  ///< that it is foreign, if one track in twenty is
    double margin = 0;       ///< log-odds of belonging, decisions included
    std::array<double, n_aspects>
        contributions{};               ///< with the intercept and `decisions` they sum to the margin
    double decisions = 0;              ///< what decisions on like tracks add
    SoundOutlier sound;                ///< what the four methods say of its sound
    std::vector<std::string> reasons;  ///< against it, strongest first; none for a track that fits
    std::optional<Home> home;          ///< of doubtful and foreign tracks
};

/// What a person decided of tracks of one playlist.
struct Decisions {
    std::vector<TrackIndex> kept;
    std::vector<TrackIndex> dropped;
};

struct Diagnosis {
    bool has_verdicts = false;         ///< false: fewer than 8 tracks, too few to tell who does not belong
    std::vector<TrackVerdict> tracks;  ///< each track once, the least fitting first, decided ones last
    std::vector<Duplicate> duplicates;
    std::size_t n_without_sound = 0;  ///< tracks of which no audio features are known
    std::size_t n_without_genres = 0;
    std::size_t n_without_both = 0;
};

/// Looks at one playlist of the shelf.
///
/// @param weights  of each playlist of the shelf (learn_belonging())
/// @param names    of each playlist of the shelf, for the words
/// @param entries  of the playlist, in order, repeats included
Diagnosis diagnose(const Shelf& shelf, std::span<const BelongingWeights> weights,
                   std::span<const std::string> names, std::size_t playlist,
                   std::span<const TrackIndex> entries, const Decisions& decisions,
                   const BelongingOptions& options, const Task& task = {});

}  // namespace attune::playlists
