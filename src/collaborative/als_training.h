#pragma once

#include "collaborative/als_options.h"
#include "collaborative/recommender.h"
#include "core/matrix.h"

namespace attune::collaborative {

/// Embeddings of both sides, one row each.
struct AlsFactors {
    Matrix people;  ///< shape (n_users, factors)
    Matrix items;   ///< shape (n_items, factors)
};

/// The penalty of each row of c - 1, with `n_columns` columns: lambda (m / mean m)^nu, m the sum of c.
std::vector<float> row_penalties(const library::Interactions& gains, const AlsOptions& options);

/// The mean over rows of the sum of c.
double mean_confidence(const library::Interactions& gains);

/// Where training starts: items small and random, people 0.
AlsFactors starting_factors(const library::Interactions& gains, const AlsOptions& options,
                            std::uint64_t seed);

/// One iteration: people from items, then items from people.
///
/// With f factors it takes, on one core, per side: n f^2 to change coordinates, and for each row what
/// als_rows.h says. Memory: 8 bytes x (n_users + n_items) x f, and 16 bytes a pair.
///
/// @param gains     c - 1 of what was played, people x items
/// @param gains_of  the same transposed
void improve(AlsFactors& factors, const library::Interactions& gains, const library::Interactions& gains_of,
             const AlsOptions& options, std::size_t threads, const Task& task);

}  // namespace attune::collaborative
