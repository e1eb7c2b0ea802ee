#include "learning/numerics/sparse_svd.h"

#include "core/error.h"
#include "core/random.h"
#include "learning/numerics/dot.h"
#include "learning/numerics/jacobi.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace attune::learning {
namespace {

/// a += factor * b
void add(Vector& a, double factor, const Vector& b) {
    for (std::size_t i = 0; i < a.size(); ++i) a[i] += factor * b[i];
}

/// Makes the vectors orthonormal in place (Gram and Schmidt, twice: once is not enough where they are nearly
/// parallel). A vector that depends on those before it becomes 0.
///
/// @return R, upper triangular: the old vector j is sum_i R[j][i] * (new vector i)
Vectors orthonormalise(Vectors& vectors) {
    Vectors R(vectors.size(), Vector(vectors.size(), 0.0));
    for (std::size_t j = 0; j < vectors.size(); ++j) {
        auto& v = vectors[j];
        const double before = std::sqrt(dot(v, v));
        for (int pass = 0; pass < 2; ++pass) {
            for (std::size_t i = 0; i < j; ++i) {
                const double shared = dot(vectors[i], v);
                add(v, -shared, vectors[i]);
                R[j][i] += shared;
            }
        }
        const double length = std::sqrt(dot(v, v));
        const bool depends = length <= 1e-12 * before;
        R[j][j] = depends ? 0 : length;
        for (auto& x : v) x = depends ? 0 : x / length;
    }
    return R;
}

/// sum_i weights[i] * vectors[i]
Vector combine(const Vectors& vectors, const Vector& weights) {
    Vector sum(vectors.front().size(), 0.0);
    for (std::size_t i = 0; i < vectors.size(); ++i) add(sum, weights[i], vectors[i]);
    return sum;
}

/// An orthonormal basis of a subspace that holds nearly all of A's range.
Vectors range_of(const SparseMatrix& A, std::size_t size, const SvdOptions& options) {
    Random random(options.seed);
    Vectors Q;
    for (std::size_t i = 0; i < size; ++i) {
        Vector omega(A.n_columns());
        for (auto& x : omega) x = random.normal();
        Q.push_back(A.times(omega));
    }
    orthonormalise(Q);
    for (int iteration = 0; iteration < options.iterations; ++iteration) {
        Vectors back;
        for (const auto& q : Q) back.push_back(A.transposed_times(q));
        orthonormalise(back);
        for (std::size_t i = 0; i < size; ++i) Q[i] = A.times(back[i]);
        orthonormalise(Q);
    }
    return Q;
}

void write_column(Matrix& matrix, std::size_t column, const Vector& values, double factor) {
    for (std::size_t row = 0; row < values.size(); ++row) {
        matrix(row, column) = static_cast<float>(values[row] * factor);
    }
}

double sign_of_largest(const Vector& values) {
    const auto largest = std::ranges::max_element(values, {}, [](double x) { return std::abs(x); });
    return *largest < 0 ? -1 : 1;
}

}  // namespace

SparseMatrix::SparseMatrix(std::size_t n_rows, std::size_t n_columns, std::vector<SparseEntry> entries)
    : n_columns_(n_columns), row_starts_(n_rows + 1, 0) {
    const auto place = [](const SparseEntry& entry) { return std::pair(entry.row, entry.column); };
    std::ranges::stable_sort(entries, {}, place);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& entry = entries[i];
        require(entry.row < n_rows && entry.column < n_columns,
                "entry ({}, {}) is outside of a {} x {} matrix", entry.row, entry.column, n_rows, n_columns);
        require(std::isfinite(entry.value), "entry ({}, {}) must be finite, got {}", entry.row, entry.column,
                entry.value);
        if (i > 0 && place(entries[i - 1]) == place(entry)) {
            values_.back() += entry.value;
            continue;
        }
        columns_.push_back(entry.column);
        values_.push_back(entry.value);
        ++row_starts_[entry.row + 1];
    }
    std::partial_sum(row_starts_.begin(), row_starts_.end(), row_starts_.begin());
}

std::vector<double> SparseMatrix::times(std::span<const double> x) const {
    require(x.size() == n_columns_, "a vector must have {} values, got {}", n_columns_, x.size());
    std::vector<double> product(n_rows(), 0.0);
    for (std::size_t row = 0; row < n_rows(); ++row) {
        for (std::size_t i = row_starts_[row]; i < row_starts_[row + 1]; ++i)
            product[row] += values_[i] * x[columns_[i]];
    }
    return product;
}

std::vector<double> SparseMatrix::transposed_times(std::span<const double> x) const {
    require(x.size() == n_rows(), "a vector must have {} values, got {}", n_rows(), x.size());
    std::vector<double> product(n_columns_, 0.0);
    for (std::size_t row = 0; row < n_rows(); ++row) {
        for (std::size_t i = row_starts_[row]; i < row_starts_[row + 1]; ++i)
            product[columns_[i]] += values_[i] * x[row];
    }
    return product;
}

TruncatedSvd truncated_svd(const SparseMatrix& A, const SvdOptions& options) {
    check_ranges(options);
    const auto most = std::min(A.n_rows(), A.n_columns());
    const auto size = std::min(most, static_cast<std::size_t>(options.rank + options.oversampling));
    if (size == 0) return {Matrix(A.n_rows(), 0), {}, Matrix(A.n_columns(), 0)};

    // A ~ Q Q^T A. With B = A^T Q = P R: the small R holds the singular values, and rotations find them.
    const auto Q = range_of(A, size, options);
    Vectors P;
    for (const auto& q : Q) P.push_back(A.transposed_times(q));
    auto R = orthonormalise(P);
    const auto turned = rotate_until_orthogonal(R);

    std::vector<std::pair<double, std::size_t>> by_value;
    for (std::size_t i = 0; i < size; ++i) by_value.emplace_back(std::sqrt(dot(R[i], R[i])), i);
    std::ranges::stable_sort(by_value, std::ranges::greater{}, &std::pair<double, std::size_t>::first);
    const double least = 1e-10 * by_value.front().first;
    std::erase_if(by_value, [least](const auto& entry) { return entry.first <= least; });
    by_value.resize(std::min(by_value.size(), static_cast<std::size_t>(options.rank)));

    TruncatedSvd svd{Matrix(A.n_rows(), by_value.size()), {}, Matrix(A.n_columns(), by_value.size())};
    for (std::size_t column = 0; column < by_value.size(); ++column) {
        const auto [value, i] = by_value[column];
        const auto u = combine(Q, turned[i]);
        const double sign = sign_of_largest(u);
        svd.singular_values.push_back(static_cast<float>(value));
        write_column(svd.U, column, u, sign);
        write_column(svd.V, column, combine(P, R[i]), sign / value);
    }
    return svd;
}

}  // namespace attune::learning
