#include "core/error.h"
#include "similarity/space.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace attune::similarity {
namespace {

using Columns = std::vector<std::size_t>;

struct Moments {
    std::vector<double> mean;
    std::vector<double> deviation;  // 0 for a column that says nothing
};

Moments moments_of(const Matrix& X) {
    Moments moments{std::vector<double>(X.n_columns(), 0), std::vector<double>(X.n_columns(), 0)};
    for (std::size_t c = 0; c < X.n_columns(); ++c) {
        double n = 0;
        double mean = 0;
        double squares = 0;
        for (std::size_t r = 0; r < X.n_rows(); ++r) {
            const double x = X(r, c);
            require(!std::isinf(x), "row {}, column {} must be finite", r, c);
            if (std::isnan(x)) continue;
            n += 1;
            const double step = x - mean;
            mean += step / n;
            squares += step * (x - mean);
        }
        moments.mean[c] = mean;
        moments.deviation[c] = n > 0 ? std::sqrt(squares / n) : 0;
    }
    return moments;
}

std::vector<bool> rows_with_values(const Matrix& X) {
    std::vector<bool> known(X.n_rows());
    for (std::size_t r = 0; r < X.n_rows(); ++r)
        known[r] = std::ranges::any_of(X.row(r), [](float x) { return !is_missing(x); });
    return known;
}

/// z = (x - mean) / deviation, missing still missing; columns that say nothing become 0.
Matrix standardised(const Matrix& X, const Moments& moments) {
    Matrix Z = X;
    for (std::size_t r = 0; r < X.n_rows(); ++r) {
        for (std::size_t c = 0; c < X.n_columns(); ++c) {
            const double deviation = moments.deviation[c];
            const double z = deviation > 1e-9 ? (X(r, c) - moments.mean[c]) / deviation : 0;
            Z(r, c) = static_cast<float>(z);
        }
    }
    return Z;
}

/// Puts 0 (the mean) where a value is missing, and counts them.
std::vector<float> fill_with_mean(Matrix& Z) {
    std::vector<float> n_missing(Z.n_rows(), 0);
    for (std::size_t r = 0; r < Z.n_rows(); ++r) {
        for (auto& z : Z.row(r)) {
            if (!is_missing(z)) continue;
            z = 0;
            ++n_missing[r];
        }
    }
    return n_missing;
}

/// A small symmetric positive definite matrix as its Cholesky factor: A = L L^T.
class Factor {
  public:
    /// Of the rows and columns `kept` of A. A ridge of 1e-6 keeps columns apart that say the same.
    Factor(const std::vector<double>& A, std::size_t n_of_A, const Columns& kept)
        : n_(kept.size()), L_(n_ * n_, 0) {
        for (std::size_t i = 0; i < n_; ++i) {
            for (std::size_t j = 0; j <= i; ++j) {
                double sum = A[kept[i] * n_of_A + kept[j]] + (i == j ? 1e-6 : 0);
                for (std::size_t k = 0; k < j; ++k) sum -= L_[i * n_ + k] * L_[j * n_ + k];
                L_[i * n_ + j] = i == j ? std::sqrt(std::max(1e-12, sum)) : sum / L_[j * n_ + j];
            }
        }
    }

    /// L^-1 b.
    std::vector<double> whiten(std::vector<double> b) const {
        for (std::size_t i = 0; i < n_; ++i) {
            for (std::size_t k = 0; k < i; ++k) b[i] -= L_[i * n_ + k] * b[k];
            b[i] /= L_[i * n_ + i];
        }
        return b;
    }

    /// A^-1 b.
    std::vector<double> solve(std::vector<double> b) const {
        b = whiten(std::move(b));
        for (std::size_t i = n_; i-- > 0;) {
            for (std::size_t k = i + 1; k < n_; ++k) b[i] -= L_[k * n_ + i] * b[k];
            b[i] /= L_[i * n_ + i];
        }
        return b;
    }

  private:
    std::size_t n_;
    std::vector<double> L_;
};

/// Covariance of standardised columns over the rows that have both of two values, shape (d, d).
std::vector<double> covariance(const Matrix& Z) {
    const std::size_t d = Z.n_columns();
    std::vector<double> sums(d * d, 0);
    std::vector<double> counts(d * d, 0);
    for (std::size_t r = 0; r < Z.n_rows(); ++r) {
        const auto z = Z.row(r);
        for (std::size_t i = 0; i < d; ++i) {
            for (std::size_t j = 0; j <= i; ++j) {
                if (is_missing(z[i]) || is_missing(z[j])) continue;
                sums[i * d + j] += static_cast<double>(z[i]) * z[j];
                counts[i * d + j] += 1;
            }
        }
    }
    for (std::size_t i = 0; i < d; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            const double n = counts[i * d + j];
            sums[i * d + j] = sums[j * d + i] = n > 0 ? sums[i * d + j] / n : 0;
        }
        // A column that says nothing is 0 everywhere; whatever it is divided by, it stays so.
        if (!(sums[i * d + i] > 0)) sums[i * d + i] = 1;
    }
    return sums;
}

/// Replaces what a row has not by its regression on what it has.
class Regression {
  public:
    Regression(const std::vector<double>& S, std::size_t d) : S_(S), d_(d) {}

    void fill(std::span<float> z) {
        Columns known;
        for (std::size_t c = 0; c < d_; ++c) {
            if (!is_missing(z[c])) known.push_back(c);
        }
        if (known.size() == d_) return;
        auto found = factors_.find(known);
        if (found == factors_.end()) found = factors_.emplace(known, Factor(S_, d_, known)).first;
        std::vector<double> values(known.size());
        for (std::size_t i = 0; i < known.size(); ++i) values[i] = z[known[i]];
        const auto weights = found->second.solve(std::move(values));
        for (std::size_t c = 0; c < d_; ++c) {
            if (!is_missing(z[c])) continue;
            double expected = 0;
            for (std::size_t i = 0; i < known.size(); ++i) expected += S_[c * d_ + known[i]] * weights[i];
            z[c] = static_cast<float>(expected);
        }
    }

  private:
    const std::vector<double>& S_;
    std::size_t d_;
    std::map<Columns, Factor> factors_;  // rows miss the same few sets of columns
};

Space mahalanobis_space(Matrix Z, std::vector<bool> known) {
    const std::size_t d = Z.n_columns();
    const auto S = covariance(Z);
    std::vector<float> offsets(Z.n_rows(), 0);
    Regression regression(S, d);
    Columns all(d);
    std::iota(all.begin(), all.end(), std::size_t{0});
    const Factor factor(S, d, all);
    for (std::size_t r = 0; r < Z.n_rows(); ++r) {
        const auto z = Z.row(r);
        offsets[r] = static_cast<float>(std::ranges::count_if(z, is_missing));
        regression.fill(z);
        const auto white = factor.whiten({z.begin(), z.end()});
        std::ranges::transform(white, z.begin(), [](double x) { return static_cast<float>(x); });
    }
    return {std::move(Z), std::move(offsets), std::move(known)};
}

void scale_to_length_1(Matrix& Z, std::vector<bool>& known) {
    for (std::size_t r = 0; r < Z.n_rows(); ++r) {
        const auto z = Z.row(r);
        const double length = std::sqrt(std::inner_product(z.begin(), z.end(), z.begin(), 0.0));
        if (!(length > 1e-9)) known[r] = false;  // no direction
        for (auto& x : z) x = length > 1e-9 ? static_cast<float>(x / length) : 0;
    }
}

}  // namespace

Space make_space(const Matrix& X, Measure measure, bool standardise) {
    auto known = rows_with_values(X);
    const auto moments = moments_of(X);
    if (measure == Measure::mahalanobis) return mahalanobis_space(standardised(X, moments), std::move(known));
    Matrix Z = standardise ? standardised(X, moments) : X;
    auto offsets = fill_with_mean(Z);
    if (measure == Measure::euclidean) return {std::move(Z), std::move(offsets), std::move(known)};
    scale_to_length_1(Z, known);
    return {std::move(Z), {}, std::move(known)};
}

}  // namespace attune::similarity
