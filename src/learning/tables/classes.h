#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace attune::learning {

/// A class as a number in [0, n_classes).
using ClassIndex = std::uint32_t;

/// The classes of some rows; names are in alphabetical order.
struct Classes {
    std::vector<std::string> names;  ///< shape (n_classes,)
    std::vector<ClassIndex> of_row;  ///< shape (n_rows,)

    std::size_t n_classes() const noexcept { return names.size(); }
};

/// Numbers the texts that rows are labelled with.
///
/// @throws Error{invalid_argument} if a label is empty (which row), if there are fewer than 2 classes, or
/// more
///         than `most`: a label with thousands of values is an id, not a class
Classes index_classes(std::span<const std::string> labels, std::size_t most = 1000);

/// The number of rows of each class, shape (n_classes,).
/// @throws Error{invalid_argument} if a label is not below n_classes
std::vector<std::size_t> class_counts(std::span<const ClassIndex> labels, std::size_t n_classes);

}  // namespace attune::learning
