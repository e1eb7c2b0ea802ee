#include "learning/inference/least_squares.h"

#include "learning/numerics/dot.h"

#include <Eigen/QR>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace attune::learning {
namespace {

using Rows = Eigen::Map<const Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>;
using Index = Eigen::Index;

Index to_index(std::size_t i) { return static_cast<Index>(i); }

/// The triangle of X with the two right sides as last columns: [R, Q^T y, Q^T second], by blocks of rows,
/// each stacked under the triangle so far.
Eigen::MatrixXd triangle_of(std::span<const double> X, std::size_t n_columns, std::span<const double> y,
                            std::span<const double> second, const Task& task) {
    constexpr std::size_t block_rows = 4096;
    const auto k = to_index(n_columns);
    Eigen::MatrixXd triangle(0, k + 2);
    for (std::size_t first = 0; first < y.size(); first += block_rows) {
        task.check();
        const auto n = std::min(block_rows, y.size() - first);
        Eigen::MatrixXd stacked(triangle.rows() + to_index(n), k + 2);
        stacked.topRows(triangle.rows()) = triangle;
        auto below = stacked.bottomRows(to_index(n));
        below.leftCols(k) = Rows(X.data() + first * n_columns, to_index(n), k);
        for (std::size_t i = 0; i < n; ++i) {
            below(to_index(i), k) = y[first + i];
            below(to_index(i), k + 1) = second[first + i];
        }
        const Eigen::HouseholderQR<Eigen::MatrixXd> qr(stacked);
        triangle = qr.matrixQR().topRows(std::min(k + 2, stacked.rows()));
        triangle = Eigen::MatrixXd(triangle.triangularView<Eigen::Upper>());
    }
    return triangle;
}

/// The number of columns that say something of their own, judged with all columns scaled to one length: a
/// unit (milliseconds, years since 0) must not make a column look like none.
std::size_t rank_of(Vectors columns, std::size_t n_rows) {
    for (auto& column : columns) {
        const double length = std::sqrt(dot(column, column));
        for (auto& x : column) x = length > 0 ? x / length : 0;
    }
    rotate_until_orthogonal(columns);
    Vector lengths;
    for (const auto& column : columns) lengths.push_back(std::sqrt(dot(column, column)));
    const double least = std::ranges::max(lengths) * static_cast<double>(std::max(n_rows, columns.size())) *
                         std::numeric_limits<double>::epsilon();
    return static_cast<std::size_t>(std::ranges::count_if(lengths, [least](double x) { return x > least; }));
}

}  // namespace

Vector LeastSquares::pseudo_row(std::span<const double> x) const {
    Vector row(V.size(), 0.0);
    for (std::size_t j = 0; j < rank; ++j) {
        const double share = dot(V[j], x) / (singular_values[j] * singular_values[j]);
        for (std::size_t i = 0; i < row.size(); ++i) row[i] += share * V[j][i];
    }
    return row;
}

double LeastSquares::inverse_gram(std::size_t i, std::size_t j) const {
    double sum = 0;
    for (std::size_t l = 0; l < rank; ++l)
        sum += V[l][i] * V[l][j] / (singular_values[l] * singular_values[l]);
    return sum;
}

double LeastSquares::leverage(std::span<const double> x) const {
    double sum = 0;
    for (std::size_t j = 0; j < rank; ++j) {
        const double part = dot(V[j], x) / singular_values[j];
        sum += part * part;
    }
    return sum;
}

LeastSquares solve_least_squares(std::span<const double> X, std::size_t n_columns, std::span<const double> y,
                                 std::span<const double> second, const Task& task) {
    const auto triangle = triangle_of(X, n_columns, y, second, task);
    const auto n_kept = static_cast<std::size_t>(std::min(triangle.rows(), to_index(n_columns)));
    const auto column = [&](std::size_t j) {
        Vector values(n_kept);
        for (std::size_t i = 0; i < n_kept; ++i) values[i] = triangle(to_index(i), to_index(j));
        return values;
    };
    Vectors rotated;
    for (std::size_t j = 0; j < n_columns; ++j) rotated.push_back(column(j));
    const auto rank = rank_of(rotated, y.size());
    auto turned = rotate_until_orthogonal(rotated);

    std::vector<std::size_t> order(n_columns);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t j) { return dot(rotated[j], rotated[j]); });
    LeastSquares solved;
    solved.solution.assign(n_columns, 0.0);
    solved.ones_solution.assign(n_columns, 0.0);
    const auto right = column(n_columns);
    const auto right_second = column(n_columns + 1);
    for (const auto j : order) {
        const double value = std::sqrt(dot(rotated[j], rotated[j]));
        solved.singular_values.push_back(value);
        solved.V.push_back(std::move(turned[j]));
        if (solved.rank == rank) continue;
        ++solved.rank;
        const double share = dot(rotated[j], right) / (value * value);
        const double share_second = dot(rotated[j], right_second) / (value * value);
        for (std::size_t i = 0; i < n_columns; ++i) {
            solved.solution[i] += share * solved.V.back()[i];
            solved.ones_solution[i] += share_second * solved.V.back()[i];
        }
    }
    return solved;
}

}  // namespace attune::learning
