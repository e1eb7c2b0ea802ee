#pragma once

#include "core/matrix.h"
#include "core/task.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace attune::clustering {

/// The k nearest of each row, nearest first; of equally near rows those that come first.
struct Neighbours {
    std::size_t k = 0;
    std::vector<std::uint32_t> rows;  ///< shape (n_rows, k)
    std::vector<float> distances;     ///< Euclidean, shape (n_rows, k)

    std::size_t n_rows() const noexcept { return k == 0 ? 0 : rows.size() / k; }
    std::span<const std::uint32_t> rows_of(std::size_t row) const {
        return std::span(rows).subspan(row * k, k);
    }
    std::span<const float> distances_of(std::size_t row) const {
        return std::span(distances).subspan(row * k, k);
    }
};

/// Exactly, by comparing all pairs in blocks: 50,000 rows of 32 columns take some seconds.
///
/// @param X  shape (n_rows, n_columns), without missing values
/// @param k  in [1, n_rows - 1]; a row is not its own neighbour
/// @throws Error{invalid_argument} if k is out of its range or a value is not finite; Error{interrupted}
Neighbours nearest_neighbours(const Matrix& X, std::size_t k, std::size_t threads = 1, const Task& task = {});

/// The rows of X nearest to each of other rows.
/// @param k  in [1, n_rows of X]
Neighbours nearest_neighbours(const Matrix& X, const Matrix& queries, std::size_t k, std::size_t threads = 1,
                              const Task& task = {});

/// Throws Error{invalid_argument} if there are no rows or columns, or a value is missing or infinite (where).
void require_known(const Matrix& X);

/// The squared Euclidean distance of two rows, summed in float64.
double squared_distance(std::span<const float> a, std::span<const float> b);

}  // namespace attune::clustering
