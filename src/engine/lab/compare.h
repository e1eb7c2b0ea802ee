#pragma once

#include "shapes/lab.h"

#include <filesystem>
#include <string>
#include <vector>

namespace attune::engine {

/// One figure of two studies, each with its 95 % interval.
struct ComparedFigure {
    std::string model;   ///< "boosted_trees, original"; "majority"
    std::string figure;  ///< "accuracy", "top2", "mae", "r2"
    bool by_group = false;
    double first = 0;
    double first_low = 0;
    double first_high = 0;
    double second = 0;
    double second_low = 0;
    double second_high = 0;

    /// The intervals have no value in common: drawing other tracks would hardly turn it round. (Intervals that
    /// overlap may still hide a difference.)
    bool is_clear() const noexcept { return first_high < second_low || second_high < first_low; }

    /// Whether more of this figure is better.
    bool more_is_better() const noexcept { return figure != "mae" && figure != "log_loss"; }
};

/// Two studies of one kind, side by side.
struct StudyComparison {
    std::string study;
    std::vector<std::string> differences;  ///< of what was studied, in words: rows, features, classes
    std::vector<ComparedFigure> figures;   ///< of the best model of each first, then of all that both have
    std::vector<std::string> only_first;   ///< models that only one of them has
    std::vector<std::string> only_second;
};

/// Compares two files that attune lab wrote: report.json of --out, or what --json showed.
/// @throws Error{not_found}; Error{corrupt_data} if one is no study; Error{invalid_argument} if they are of
/// different kinds
StudyComparison compare_studies(const std::filesystem::path& first, const std::filesystem::path& second);

shapes::Comparison shape_of(const StudyComparison& comparison);

}  // namespace attune::engine
