#pragma once

#include "playlists/quantities.h"
#include "playlists/shelf.h"

#include <array>
#include <span>
#include <string>
#include <vector>

namespace attune::playlists {

/// What a playlist is like on the whole, for telling what a track has against it.
struct PlaylistSummary {
    std::array<Spread, n_quantities> spreads;
    std::vector<std::string> genres;  ///< the three most frequent, each of a tenth of the tracks or more
};
PlaylistSummary summary_of(const Shelf& shelf, std::size_t playlist);

/// What speaks against a track on a playlist, strongest first, at most three: the aspects that take the most
/// away.
/// @param contributions  BelongingWeights::contributions() of the track there
std::vector<std::string> reasons_against(const Shelf& shelf, std::span<const std::string> names,
                                         std::size_t playlist, const PlaylistSummary& summary,
                                         TrackIndex track,
                                         const std::array<double, n_aspects>& contributions);

/// What speaks for a track on a playlist, in a few words: "5 tracks by Odd Lantern, indie folk, as fast".
std::string reason_for(const Shelf& shelf, std::size_t playlist, const PlaylistSummary& summary,
                       TrackIndex track, const std::array<double, n_aspects>& contributions);

/// How the sound of a track differs from the rest: "much faster (171 BPM, the rest 96–128 BPM) and louder
/// (...)"; empty if no feature is known or none differs.
std::string sound_difference(const library::Collection& collection, const PlaylistSummary& summary,
                             TrackIndex track);

}  // namespace attune::playlists
