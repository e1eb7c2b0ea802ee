#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>

namespace attune::learning {

/// A figure with its 95 % interval; low <= high.
struct Interval {
    double value = 0;
    double low = 0;
    double high = 0;
};

/// A figure computed from some rows of a table; a row may be named more than once. None where it is
/// undefined.
using Statistic = std::function<std::optional<double>(std::span<const std::size_t> rows)>;

/// How sure a figure is when the rows of one group (an artist, a session, a person) are not independent:
/// whole groups are drawn with replacement, `n_resamples` times; the interval holds the middle 95 % of what
/// the statistic gave (percentile bootstrap). Resamples for which it is undefined are left out.
///
/// @param groups  the group of each row, shape (n_rows,)
/// @return `value` is the statistic of all rows; none if that, or more than half of the resamples, is
/// undefined
/// @throws Error{invalid_argument} if n_resamples is 0
///
/// Source: B. Efron, R. J. Tibshirani, "An introduction to the bootstrap", 1993, ch. 8 and 13.
std::optional<Interval> bootstrap_by_group(std::span<const std::uint64_t> groups, std::size_t n_resamples,
                                           std::uint64_t seed, const Statistic& statistic);

}  // namespace attune::learning
