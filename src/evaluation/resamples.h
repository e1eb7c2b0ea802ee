#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace attune::evaluation {

/// A figure and what it was in each bootstrap resample (NaN where it was undefined). Figures of the same Resamples
/// are paired: their differences and means are resampled together.
struct Resampled {
    double value = 0;
    std::vector<double> values;

    /// The bounds of the middle 95 % of `values`; none if more than half of them are undefined.
    struct Bounds {
        double low = 0;
        double high = 0;
    };
    std::optional<Bounds> bounds() const;
};

Resampled difference(const Resampled& a, const Resampled& b);

/// @param figures  at least one, of the same Resamples
Resampled mean(std::span<const Resampled> figures);

/// Bootstrap by group (learning/bootstrap.h) for many figures of one table at once: what is drawn is how often each
/// group counts, and that is the same for all figures, all models and all cuts.
///
/// Source: B. Efron, R. J. Tibshirani, "An introduction to the bootstrap", 1993, ch. 8 and 13.
class Resamples {
  public:
    /// @param groups  of all rows that will be judged, in any order, repeats allowed
    Resamples(std::span<const std::uint32_t> groups, std::size_t n_resamples, std::uint64_t seed);

    /// A figure as a function of how much each row counts.
    using Figure = std::function<std::optional<double>(std::span<const double> weights)>;

    /// The figure with all rows counting 1, and in each resample; none if it is undefined for all rows.
    /// @param groups  the group of each row; all among those of the constructor
    std::optional<Resampled> measure(std::span<const std::uint32_t> groups, const Figure& figure) const;

  private:
    std::vector<std::uint32_t> groups_;               ///< ascending, each once
    std::vector<std::vector<std::uint16_t>> counts_;  ///< one list a resample, one count a group
};

}  // namespace attune::evaluation
