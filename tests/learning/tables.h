#pragma once

#include "core/matrix.h"
#include "core/random.h"

#include <cmath>
#include <cstdint>
#include <vector>

namespace attune::learning {

/// Something to learn from.
struct Sample {
    Matrix X;
    std::vector<float> y;
};

inline Matrix normal_matrix(std::size_t n_rows, std::size_t n_columns, std::uint64_t seed) {
    Random random(seed);
    Matrix X(n_rows, n_columns);
    for (auto& x : X.values()) x = static_cast<float>(random.normal());
    return X;
}

/// 0/1 labels that depend on columns 0 and 1, not on the others; every 11th value of column 1 is missing.
inline Sample classification(std::size_t n_rows, std::uint64_t seed, std::size_t n_columns = 5) {
    Sample table{normal_matrix(n_rows, n_columns, seed), {}};
    Random random(seed + 1000);
    for (std::size_t row = 0; row < n_rows; ++row) {
        const double margin = 2.0 * table.X(row, 0) - 1.5 * table.X(row, 1);
        table.y.push_back(random.uniform() < 1 / (1 + std::exp(-margin)) ? 1.0F : 0.0F);
        if (row % 11 == 3) table.X(row, 1) = missing;
    }
    return table;
}

/// y = 3 x0 - 2 x1^2 + noise.
inline Sample regression(std::size_t n_rows, std::uint64_t seed) {
    Sample table{normal_matrix(n_rows, 4, seed), {}};
    Random random(seed + 1000);
    for (std::size_t row = 0; row < n_rows; ++row) {
        const double y =
            3.0 * table.X(row, 0) - 2.0 * table.X(row, 1) * table.X(row, 1) + 0.1 * random.normal();
        table.y.push_back(static_cast<float>(y));
    }
    return table;
}

}  // namespace attune::learning
