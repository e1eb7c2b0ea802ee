#include "clustering/outliers.h"

#include "core/error.h"
#include "learning/numerics/distributions.h"
#include "learning/numerics/jacobi.h"
#include "learning/numerics/quantile.h"
#include "learning/tables/standardizer.h"

#include <algorithm>
#include <cmath>

namespace attune::clustering {
namespace {

using learning::Vector;
using learning::Vectors;

void require_rows(const Matrix& X) {
    require(!X.empty(), "a table must have rows and columns, got {} x {}", X.n_rows(), X.n_columns());
    for (const float x : X.values()) require(!std::isinf(x), "a value must be finite or missing, got {}", x);
}

/// Correlations of standardised columns.
Vectors correlations_of(const Matrix& Z) {
    Vectors C(Z.n_columns(), Vector(Z.n_columns(), 0.0));
    for (std::size_t row = 0; row < Z.n_rows(); ++row) {
        for (std::size_t i = 0; i < C.size(); ++i) {
            for (std::size_t j = 0; j < C.size(); ++j)
                C[i][j] += static_cast<double>(Z(row, i)) * Z(row, j) / static_cast<double>(Z.n_rows());
        }
    }
    return C;
}

}  // namespace

std::vector<double> z_scores(const Matrix& X) {
    require_rows(X);
    const auto Z = learning::Standardizer::fit(X).transform(X);
    std::vector<double> scores;
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        double largest = 0;
        for (const float z : Z.row(row)) largest = std::max(largest, static_cast<double>(std::abs(z)));
        scores.push_back(largest);
    }
    return scores;
}

std::vector<double> quartile_scores(const Matrix& X) {
    require_rows(X);
    std::vector<double> scores(X.n_rows(), 0.0);
    for (std::size_t c = 0; c < X.n_columns(); ++c) {
        std::vector<double> known;
        for (std::size_t row = 0; row < X.n_rows(); ++row) {
            if (!is_missing(X(row, c))) known.push_back(X(row, c));
        }
        if (known.empty()) continue;
        std::ranges::sort(known);
        const double low = learning::quantile(known, 0.25);
        const double high = learning::quantile(known, 0.75);
        if (!(high > low)) continue;
        for (std::size_t row = 0; row < X.n_rows(); ++row) {
            const double outside = std::max(low - X(row, c), X(row, c) - high) / (high - low);
            if (outside > scores[row]) scores[row] = outside;
        }
    }
    return scores;
}

std::vector<MahalanobisScore> mahalanobis_scores(const Matrix& X) {
    require_rows(X);
    const auto Z = learning::Standardizer::fit(X).transform(X);
    const auto eigen = learning::symmetric_eigen(correlations_of(Z));
    std::size_t rank = 0;
    for (const double value : eigen.values) rank += value > 1e-6 ? 1 : 0;
    require(rank > 0, "all columns are constant: no row can lie apart");
    std::vector<MahalanobisScore> scores;
    for (std::size_t row = 0; row < Z.n_rows(); ++row) {
        MahalanobisScore score;
        for (std::size_t l = 0; l < rank; ++l) {
            double along = 0;
            for (std::size_t c = 0; c < Z.n_columns(); ++c) along += eigen.vectors[l][c] * Z(row, c);
            score.squared += along * along / eigen.values[l];
        }
        score.p = learning::chi_squared_tail(score.squared, static_cast<double>(rank));
        scores.push_back(score);
    }
    return scores;
}

}  // namespace attune::clustering
