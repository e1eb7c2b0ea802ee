#pragma once

#include "learning/numerics/bootstrap.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace attune::lab {

using learning::Interval;

/// A figure by both kinds of folds, each with its 95 % interval over groups (rows, where there are none).
struct ByFolds {
    Interval random;                   ///< random folds
    std::optional<Interval> by_group;  ///< folds that never divide a group; none without groups

    /// The one to believe: by groups where there are groups.
    const Interval& strictest() const { return by_group ? *by_group : random; }
};

/// What a study makes of a column of its table.
struct ColumnUse {
    std::string name;    ///< as the table writes it
    std::string use;     ///< "target", "label", "group", "id", "feature", "names", "not used"
    std::string reason;  ///< why it is not used; empty otherwise
};

/// A track as people know it; what the table does not say is empty.
struct TrackName {
    std::string id;
    std::string artist;
    std::string title;
};

/// How much a feature matters to a model.
struct Driver {
    std::string feature;
    double permutation = 0;  ///< what the figure loses on rows held out when the column is shuffled
    double shap = 0;         ///< mean |contribution|; in the unit of the model's sum
};

/// The mean of values that are one a row with its interval: whole groups are drawn with replacement.
/// @param groups  shape of values; empty if every row stands for itself
Interval mean_with_interval(std::span<const double> values, std::span<const std::uint64_t> groups,
                            std::uint64_t seed);

/// Any figure of rows with its interval; its value with itself as bounds where none can be drawn.
Interval figure_with_interval(std::size_t n_rows, std::span<const std::uint64_t> groups, std::uint64_t seed,
                              const learning::Statistic& statistic);

}  // namespace attune::lab
