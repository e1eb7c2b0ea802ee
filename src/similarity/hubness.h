#pragma once

#include "core/task.h"
#include "similarity/mutual_proximity.h"
#include "similarity/space.h"

#include <cstdint>
#include <span>
#include <vector>

namespace attune::similarity {

/// In how many of the lists each of n things stands, shape (n,).
/// @throws Error{invalid_argument} for a thing that is not below n
std::vector<std::uint32_t> count_occurrences(std::span<const std::vector<std::uint32_t>> lists,
                                             std::size_t n);

/// How unevenly lists of equal standing (the neighbours of each track, the top 100 of each listener) draw on
/// the things there are.
struct Hubness {
    double skewness = 0;       ///< of the occurrences; 0: even, above 1: there are hubs
    double largest_share = 0;  ///< share of the lists in which the thing stands that stands in most, [0, 1]
    double never = 0;          ///< share of the things that stand in none, [0, 1]
};

/// Source: M. Radovanovic, A. Nanopoulos, M. Ivanovic, "Hubs in space", JMLR 11, 2010 (skewness of
/// k-occurrences).
Hubness hubness_of(std::span<const std::uint32_t> occurrences, std::size_t n_lists);

struct NeighbourSample {
    std::size_t k = 10;         ///< neighbours of each
    std::size_t n_lists = 400;  ///< things whose neighbours are looked at; all there are if that is less
    std::uint64_t seed = 1;
};

/// The k nearest of each of a seeded sample of things that have a place; by mutual proximity if one is given.
std::vector<std::vector<std::uint32_t>> neighbour_lists(const Space& space, const NeighbourSample& sample,
                                                        const MutualProximity* mutual, const Task& task = {});

}  // namespace attune::similarity
