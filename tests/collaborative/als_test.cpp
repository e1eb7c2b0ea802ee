#include "collaborative/als.h"

#include "collaborative/als_basis.h"
#include "collaborative/als_training.h"
#include "collaborative/planted.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace attune::collaborative {
namespace {

using library::Interactions;

/// Gauss with the largest pivot.
std::vector<double> solved(std::vector<std::vector<double>> A, std::vector<double> b) {
    const std::size_t n = b.size();
    for (std::size_t p = 0; p < n; ++p) {
        std::size_t largest = p;
        for (std::size_t i = p; i < n; ++i) {
            if (std::abs(A[i][p]) > std::abs(A[largest][p])) largest = i;
        }
        std::swap(A[p], A[largest]);
        std::swap(b[p], b[largest]);
        for (std::size_t i = p + 1; i < n; ++i) {
            const double factor = A[i][p] / A[p][p];
            for (std::size_t j = p; j < n; ++j) A[i][j] -= factor * A[p][j];
            b[i] -= factor * b[p];
        }
    }
    for (std::size_t p = n; p-- > 0;) {
        for (std::size_t j = p + 1; j < n; ++j) b[p] -= A[p][j] * b[j];
        b[p] /= A[p][p];
    }
    return b;
}

/// The embedding that minimises the loss of one row while the other side is fixed, straight from the
/// definition.
std::vector<double> exact_row(const Matrix& fixed, const library::InteractionRow& gains, double penalty) {
    const std::size_t f = fixed.n_columns();
    std::vector<double> confidence(fixed.n_rows(), 1.0);
    for (std::size_t k = 0; k < gains.size(); ++k)
        confidence[gains.indices[k]] += static_cast<double>(gains.values[k]);
    std::vector<std::vector<double>> A(f, std::vector<double>(f, 0.0));
    std::vector<double> b(f, 0.0);
    for (std::size_t row = 0; row < fixed.n_rows(); ++row) {
        for (std::size_t i = 0; i < f; ++i) {
            const double y = fixed(row, i);
            for (std::size_t j = 0; j < f; ++j)
                A[i][j] += confidence[row] * y * static_cast<double>(fixed(row, j));
            if (confidence[row] > 1) b[i] += confidence[row] * y;
        }
    }
    for (std::size_t i = 0; i < f; ++i) A[i][i] += penalty;
    return solved(A, b);
}

AlsOptions small(AlsSolver solver, float nu) {
    AlsOptions options;
    options.factors = 24;  // of the planted people some have fewer items, some more
    options.regularization = 0.5F;
    options.frequency_exponent = nu;
    options.solver = solver;
    options.block = 10;
    return options;
}

TEST(AlsTraining, SolvesEachRowExactly) {
    const auto gains = planted().plays.with_values([](float count) { return std::log1p(count); });
    for (const float nu : {0.0F, 1.0F}) {
        const auto options = small(AlsSolver::cholesky, nu);
        auto factors = starting_factors(gains, options, 4);
        improve(factors, gains, gains.transposed(), options, 2, {});
        const auto items = factors.items;
        improve(factors, gains, gains.transposed(), options, 2, {});
        const auto penalties = row_penalties(gains, options);
        std::size_t n_short = 0;
        for (library::UserIndex user = 0; user < gains.n_users(); ++user) {
            const auto exact = exact_row(items, gains.row(user), penalties[user]);
            n_short += gains.row(user).size() < 24 ? 1 : 0;
            for (std::size_t j = 0; j < exact.size(); ++j)
                ASSERT_NEAR(factors.people(user, j), exact[j], 1e-4);
        }
        EXPECT_GT(n_short, 20U);
        EXPECT_LT(n_short, 140U);
    }
}

double penalty_of(const Matrix& rows, std::span<const float> penalties) {
    double sum = 0;
    for (std::size_t row = 0; row < rows.n_rows(); ++row) {
        const auto x = rows.row(row);
        sum += static_cast<double>(penalties[row]) * std::inner_product(x.begin(), x.end(), x.begin(), 0.0);
    }
    return sum;
}

/// What training makes small: see Als.
double als_loss(const AlsFactors& factors, const Interactions& gains, const AlsOptions& options) {
    const auto people = gram_of_rows(factors.people, 1);
    const auto items = gram_of_rows(factors.items, 1);
    // All pairs as if not played: sum of (x . y)^2 is the product of the Gram matrices.
    double loss = std::inner_product(people.begin(), people.end(), items.begin(), 0.0);
    for (library::UserIndex user = 0; user < gains.n_users(); ++user) {
        const auto row = gains.row(user);
        const auto x = factors.people.row(user);
        for (std::size_t k = 0; k < row.size(); ++k) {
            const auto y = factors.items.row(row.indices[k]);
            const double score = std::inner_product(x.begin(), x.end(), y.begin(), 0.0);
            loss += (1 + static_cast<double>(row.values[k])) * (1 - score) * (1 - score) - score * score;
        }
    }
    return loss + penalty_of(factors.people, row_penalties(gains, options)) +
           penalty_of(factors.items, row_penalties(gains.transposed(), options));
}

TEST(AlsTraining, LowersTheLossWithEverySolver) {
    const auto gains = planted().plays.with_values([](float count) { return std::log1p(count); });
    for (const auto solver : {AlsSolver::cholesky, AlsSolver::cg, AlsSolver::subspace}) {
        for (const float nu : {0.0F, 0.7F}) {
            const auto options = small(solver, nu);
            auto factors = starting_factors(gains, options, 1);
            double last = als_loss(factors, gains, options);
            for (int iteration = 0; iteration < 8; ++iteration) {
                improve(factors, gains, gains.transposed(), options, 1, {});
                const double loss = als_loss(factors, gains, options);
                EXPECT_LT(loss, last)
                    << AlsOptions::solver_names[static_cast<std::size_t>(solver)] << " " << iteration;
                last = loss;
            }
        }
    }
}

TEST(AlsTraining, OfNoSolverEndsWorseThanTheExactOne) {
    const auto gains = planted().plays.with_values([](float count) { return std::log1p(count); });
    std::vector<double> losses;
    for (const auto solver : {AlsSolver::cholesky, AlsSolver::cg, AlsSolver::subspace}) {
        const auto options = small(solver, 0);
        auto factors = starting_factors(gains, options, 1);
        for (int iteration = 0; iteration < 40; ++iteration)
            improve(factors, gains, gains.transposed(), options, 1, {});
        losses.push_back(als_loss(factors, gains, options));
    }
    EXPECT_LT(losses[1], 1.01 * losses[0]);
    EXPECT_LT(losses[2], 1.01 * losses[0]);
}

TEST(AlsTraining, WithManyStepsOfConjugateGradientsIsExact) {
    const auto gains = planted().plays.with_values([](float count) { return std::log1p(count); });
    auto options = small(AlsSolver::cholesky, 0);
    auto exact = starting_factors(gains, options, 1);
    improve(exact, gains, gains.transposed(), options, 1, {});
    options.solver = AlsSolver::cg;
    options.cg_steps = 60;
    auto cg = starting_factors(gains, options, 1);
    improve(cg, gains, gains.transposed(), options, 1, {});
    for (std::size_t i = 0; i < exact.items.values().size(); ++i)
        ASSERT_NEAR(cg.items.values()[i], exact.items.values()[i], 1e-3);
}

TEST(AlsTraining, PenalisesByFrequencyWithoutChangingTheScaleOfThePenalty) {
    const library::Interactions gains(2, 4, {{0, 0, 1}, {1, 0, 1}, {1, 1, 2}, {1, 2, 3}});
    auto options = small(AlsSolver::cholesky, 1);
    options.regularization = 3;
    const auto penalties = row_penalties(gains, options);  // sums of c: 5 and 10
    EXPECT_NEAR(penalties[0], 2, 1e-5);
    EXPECT_NEAR(penalties[1], 4, 1e-5);
    options.frequency_exponent = 0;
    EXPECT_EQ(row_penalties(gains, options), (std::vector<float>{3, 3}));
}

TEST(Als, FoldsInByTheExactSolutionWithTheItemsFixed) {
    const auto plays = planted().plays;
    for (const float nu : {0.0F, 1.0F}) {
        auto options = small(AlsSolver::cholesky, nu);
        options.alpha = 2;
        Als model(options);
        model.fit(plays, {}, {});
        const auto gains = plays.with_values([](float count) { return 2 * std::log1p(count); });
        const auto penalties = row_penalties(gains, options);
        for (const library::UserIndex user : {0U, 11U, 90U}) {
            const auto exact = exact_row(model.item_factors(), gains.row(user), penalties[user]);
            const auto scores = model.score(profile_of(plays, user));
            for (std::size_t item = 0; item < scores.size(); ++item) {
                double score = 0;
                for (std::size_t j = 0; j < exact.size(); ++j)
                    score += exact[j] * static_cast<double>(model.item_factors()(item, j));
                ASSERT_NEAR(scores[item], score, 1e-5);
            }
        }
    }
}

}  // namespace
}  // namespace attune::collaborative
