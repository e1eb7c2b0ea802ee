#include "collaborative/als_training.h"

#include "collaborative/als_basis.h"
#include "collaborative/als_rows.h"
#include "core/kernels.h"
#include "core/parallel.h"
#include "core/random.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::collaborative {
namespace {

using library::Interactions;

constexpr std::size_t n_together = 64;  // rows that a thread takes at a time

/// rows M, on several threads
Matrix product(const Matrix& rows, const Matrix& M, std::size_t threads) {
    Matrix result(rows.n_rows(), M.n_columns());
    multiply({rows.n_rows(), M.n_columns(), M.n_rows(), rows.values().data(), rows.n_columns(), 1,
              M.values().data(), M.n_columns(), 1, result.values().data(), M.n_columns(), 1, false},
             threads);
    return result;
}

/// Solves some rows of one side in the coordinates of a basis.
class BlockSolver {
  public:
    BlockSolver(const AlsOptions& options, const AlsBasis& basis, const Matrix& fixed)
        : basis_(basis), fixed_(fixed), solver_(options), f_(fixed.n_columns()) {}

    void solve(const Interactions& gains, std::span<const float> penalties, std::size_t first, std::size_t n,
               float* solved) {
        z_.assign(n * f_, 0.0F);
        write_starts(gains, first, n, solved);
        for (std::size_t row = 0; row < n; ++row)
            solve_row(gains.row(static_cast<library::UserIndex>(first + row)), penalties[first + row],
                      z_.data() + row * f_);
        std::fill_n(solved, n * f_, 0.0F);
        change_coordinates(z_.data(), basis_.from, solved, n);
    }

  private:
    /// Writes where rows start into z_, for those where that counts.
    void write_starts(const Interactions& gains, std::size_t first, std::size_t n, const float* solved) {
        starting_.clear();
        before_.clear();
        for (std::size_t row = 0; row < n; ++row) {
            if (!solver_.starts_at_last(gains.row(static_cast<library::UserIndex>(first + row)).size()))
                continue;
            starting_.push_back(row);
            before_.insert(before_.end(), solved + row * f_, solved + (row + 1) * f_);
        }
        turned_.assign(before_.size(), 0.0F);
        change_coordinates(before_.data(), basis_.back, turned_.data(), starting_.size());
        for (std::size_t k = 0; k < starting_.size(); ++k)
            std::copy_n(turned_.data() + k * f_, f_, z_.data() + starting_[k] * f_);
    }

    /// to += rows M
    void change_coordinates(const float* rows, const Matrix& M, float* to, std::size_t n) const {
        multiply({n, f_, f_, rows, f_, 1, M.values().data(), f_, 1, to, f_, 1, false});
    }

    void solve_row(const library::InteractionRow& row, float penalty, float* z) {
        if (row.size() == 0) {
            std::fill_n(z, f_, 0.0F);
            return;
        }
        scale_.assign(basis_.diagonal.begin(), basis_.diagonal.end());
        for (float& scale : scale_) scale = 1 / std::sqrt(scale + penalty);
        gather(row);
        for (std::size_t j = 0; j < scale_.size(); ++j) z[j] /= scale_[j];
        solver_.solve(S_.data(), r_, z);
        for (std::size_t j = 0; j < scale_.size(); ++j) z[j] *= scale_[j];
    }

    void gather(const library::InteractionRow& row) {
        S_.resize(row.size() * f_);
        r_.resize(row.size());
        for (std::size_t k = 0; k < row.size(); ++k) {
            const float root = std::sqrt(row.values[k]);
            r_[k] = (1 + row.values[k]) / root;
            const float* const from = fixed_.values().data() + row.indices[k] * f_;
            float* const to = S_.data() + k * f_;
            if (scale_.empty()) {
                for (std::size_t j = 0; j < f_; ++j) to[j] = root * from[j];
            } else {
                for (std::size_t j = 0; j < f_; ++j) to[j] = root * scale_[j] * from[j];
            }
        }
    }

    const AlsBasis& basis_;
    const Matrix& fixed_;  ///< in the coordinates of the basis
    AlsRowSolver solver_;
    std::size_t f_;
    std::vector<float> z_;
    std::vector<std::size_t> starting_;  ///< rows of the block
    std::vector<float> before_;          ///< where they were
    std::vector<float> turned_;          ///< the same in the coordinates of the basis
    std::vector<float> S_;
    std::vector<float> r_;
    std::vector<float> scale_;  ///< 1 / sqrt(diagonal); empty for ones
};

/// Finds the rows of `solved` while those of `fixed` stay.
void solve_side(const Interactions& gains, const Matrix& fixed, Matrix& solved, const AlsOptions& options,
                std::size_t threads, const Task& task) {
    const std::size_t f = fixed.n_columns();
    const auto penalties = row_penalties(gains, options);
    const auto gram = gram_of_rows(fixed, threads);
    const AlsBasis basis = options.frequency_exponent > 0
                               ? diagonal_basis(gram, f)
                               : whitened_basis(gram, f, static_cast<double>(options.regularization));
    const Matrix turned = product(fixed, basis.to, threads);
    const std::size_t n_rows = solved.n_rows();
    parallel_for((n_rows + n_together - 1) / n_together, threads, [&](std::size_t block) {
        task.check();
        BlockSolver solver(options, basis, turned);
        const std::size_t first = block * n_together;
        solver.solve(gains, penalties, first, std::min(n_together, n_rows - first),
                     solved.values().data() + first * f);
    });
}

double confidence_of(const Interactions& gains, library::UserIndex row) {
    const auto values = gains.row(row).values;
    return std::accumulate(values.begin(), values.end(), static_cast<double>(gains.n_items()));
}

}  // namespace

double mean_confidence(const Interactions& gains) {
    double sum = 0;
    for (library::UserIndex row = 0; row < gains.n_users(); ++row) sum += confidence_of(gains, row);
    return sum / static_cast<double>(gains.n_users());
}

std::vector<float> row_penalties(const Interactions& gains, const AlsOptions& options) {
    std::vector<float> penalties(gains.n_users(), options.regularization);
    if (options.frequency_exponent == 0) return penalties;
    const double mean = mean_confidence(gains);
    for (library::UserIndex row = 0; row < gains.n_users(); ++row)
        penalties[row] *= static_cast<float>(
            std::pow(confidence_of(gains, row) / mean, static_cast<double>(options.frequency_exponent)));
    return penalties;
}

AlsFactors starting_factors(const Interactions& gains, const AlsOptions& options, std::uint64_t seed) {
    const auto f = static_cast<std::size_t>(options.factors);
    AlsFactors factors{Matrix(gains.n_users(), f), Matrix(gains.n_items(), f)};
    Random random(seed);
    // Products of two such rows are small against 1, whatever the number of factors.
    const double deviation = 0.1 / std::sqrt(static_cast<double>(f));
    for (float& value : factors.items.values()) value = static_cast<float>(deviation * random.normal());
    return factors;
}

void improve(AlsFactors& factors, const Interactions& gains, const Interactions& gains_of,
             const AlsOptions& options, std::size_t threads, const Task& task) {
    solve_side(gains, factors.items, factors.people, options, threads, task);
    solve_side(gains_of, factors.people, factors.items, options, threads, task);
}

}  // namespace attune::collaborative
