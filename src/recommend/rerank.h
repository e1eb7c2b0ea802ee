#pragma once

#include "library/collection.h"
#include "recommend/section.h"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace attune::recommend {

struct RerankOptions {
    std::size_t count = 30;
    std::size_t max_per_artist = 2;
    std::size_t max_per_new_artist = 1;  ///< of artists that the person has never played: the best way in
    double calibration = 0.5;            ///< 0: score alone; 1: the genre mix of the listener alone
    std::size_t pool = 600;              ///< how many of the best scores are looked at
    std::uint64_t seed = 1;
};

/// A track and how good it is; larger is better.
struct ScoredTrack {
    library::TrackIndex track = 0;
    double score = 0;
};

/// The share of each genre family in what the person plays, by family; sums to 1 (or is empty).
///
/// A family is the last word of a genre's name ("indie rock" and "punk rock" are rock): coarse, but the same
/// for everybody and readable in a reason.
struct GenreMix {
    std::vector<std::string> families;
    std::vector<double> shares;
};
GenreMix genre_mix(const library::Collection& collection, std::span<const library::Play> plays);

std::string genre_family(std::string_view genre);

/// For each track how many of a seeded sample of tracks have it among their ten nearest in sound, over what
/// is expected by chance. Well above 1: a hub, near to everything and so to nothing. 0 for tracks without
/// features.
///
/// Source: M. Radovanovic, A. Nanopoulos, M. Ivanovic, "Hubs in space", JMLR 11, 2010.
std::vector<double> hubness(const library::Collection& collection,
                            std::span<const library::TrackIndex> tracks, std::uint64_t seed);

/// The same of every track of the collection, by TrackIndex, among those of the catalogues; 0 for all others. It depends
/// on nothing that a person does or asks for.
std::vector<double> catalogue_hubness(const library::Collection& collection, std::uint64_t seed);

/// Chooses the list from the best scores, one track at a time, so that
/// * no artist has more than max_per_artist tracks,
/// * no two are the same song, or sound the same to the last digit (one recording under two names),
/// * hubs stay out,
/// * the mix of genre families follows the listener's own: of equal scores the one wins that brings the list
///   nearer to it, measured by the Kullback-Leibler divergence.
///
/// Returned best score first. Source: H. Steck, "Calibrated recommendations", RecSys 2018.
///
/// @param hubness  of every track of the collection, as catalogue_hubness(); empty: nothing is a hub
std::vector<ScoredTrack> rerank(const library::Collection& collection, std::vector<ScoredTrack> scored,
                                const GenreMix& wanted, const RerankOptions& options,
                                std::span<const double> hubness);

/// The same; hubs are looked for among the scored tracks.
std::vector<ScoredTrack> rerank(const library::Collection& collection, std::vector<ScoredTrack> scored,
                                const GenreMix& wanted, const RerankOptions& options);

/// The tracks of each Section with their scores.
using ScoredSections = std::array<std::vector<ScoredTrack>, n_sections>;

/// The same of a list with two sections. They are mixed so that of the first k tracks the share of new artists is
/// `share_of_new` to the nearest track, for every k, as far as there are tracks; each section in the order of its
/// scores. All promises hold of the list as a whole.
///
/// @param share_of_new  in [0, 1]
std::vector<ScoredTrack> rerank_sections(const library::Collection& collection, ScoredSections scored,
                                         const GenreMix& wanted, double share_of_new,
                                         const RerankOptions& options, std::span<const double> hubness);

}  // namespace attune::recommend
