#pragma once

#include "core/matrix.h"
#include "learning/tables/classes.h"
#include "learning/tables/leakage.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace attune::learning {

// Balancing classes. Everything here is for training rows: give it those and nothing else.

/// At most `most` rows of each class, chosen at random among `rows`; ascending.
/// @param labels  of the whole table
std::vector<std::size_t> undersample(std::span<const ClassIndex> labels, std::span<const std::size_t> rows,
                                     std::size_t most, std::uint64_t seed);

struct SmoteOptions {
    std::size_t neighbours = 5;
    std::size_t wanted = 0;  ///< rows of each class afterwards; 0 for as many as the largest has
    std::uint64_t seed = 1;
};

/// Rows that were made up between rows of one class, and the two rows of the table that each lies between.
struct MadeRows {
    Matrix X;
    std::vector<ClassIndex> labels;
    std::vector<std::pair<std::size_t, std::size_t>> parents;

    /// The rows of the table that were looked at: those of the classes that were filled up.
    SeenRows fitted_on;
};

/// New rows for the classes with fewer than `wanted`: each lies at random between a row and one of its
/// nearest neighbours of its class; in a categorical column it takes the most frequent value of these
/// neighbours, and a difference there counts as much as the median deviation of the other columns (SMOTE-NC).
/// Columns count by their units: standardise first.
///
/// @param X               the whole table, without missing values
/// @param rows            the training rows; a class with a single one is refused
/// @param is_categorical  shape (n_columns,), or empty for none
/// @throws Error{invalid_argument} if shapes differ, a value of a training row is missing, or a class to fill
/// up
///         has one row
///
/// Source: N. Chawla et al., "SMOTE: synthetic minority over-sampling technique", JAIR 16, 2002, also
/// section 6.1.
MadeRows smote(const Matrix& X, std::span<const ClassIndex> labels, std::span<const std::size_t> rows,
               const SmoteOptions& options = {}, const std::vector<bool>& is_categorical = {});

}  // namespace attune::learning
