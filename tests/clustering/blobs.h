#pragma once

#include "core/matrix.h"
#include "core/random.h"

#include <cstdint>
#include <vector>

namespace attune::clustering {

struct Blobs {
    Matrix X;
    std::vector<std::uint32_t> labels;
};

/// Normal clouds of deviation 1 whose centres lie `apart` from each other, in turns.
inline Blobs blobs(std::size_t n_rows, std::uint32_t n_blobs, double apart, std::uint64_t seed,
                   std::size_t n_columns = 3) {
    Random random(seed);
    Blobs table{Matrix(n_rows, n_columns), {}};
    for (std::size_t row = 0; row < n_rows; ++row) {
        const auto label = static_cast<std::uint32_t>(row % n_blobs);
        table.labels.push_back(label);
        for (std::size_t c = 0; c < n_columns; ++c) table.X(row, c) = static_cast<float>(random.normal());
        table.X(row, label % n_columns) += static_cast<float>(apart * (1 + label / n_columns));
    }
    return table;
}

}  // namespace attune::clustering
