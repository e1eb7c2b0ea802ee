#include "similarity/space.h"

#include "core/error.h"
#include "core/random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace attune::similarity {
namespace {

Matrix of_rows(const std::vector<std::vector<float>>& rows) {
    Matrix X;
    for (const auto& row : rows) X.add_row(row);
    return X;
}

TEST(MahalanobisSpace, GivesTheDistancesOfAHandComputedCase) {
    // Standardised, the columns are (-1, -1, 1, 1) and (-1, 1, 1, -1) turned by a shear: covariance [[1, 1],
    // [1, 2]], inverse [[2, -1], [-1, 1]].
    const auto X = of_rows({{-1, -2}, {-1, 0}, {1, 2}, {1, 0}});
    const auto space = make_space(X, Measure::mahalanobis);
    const auto expected = [&](std::size_t a, std::size_t b) {
        const double x = X(a, 0) - X(b, 0);
        const double y = X(a, 1) - X(b, 1);
        return 2 * x * x - 2 * x * y + y * y;
    };
    for (std::size_t a = 0; a < 4; ++a) {
        for (std::size_t b = 0; b < 4; ++b) {
            if (a != b) EXPECT_NEAR(space.distance(a, b), expected(a, b), 1e-4) << a << " " << b;
        }
    }
}

TEST(MahalanobisSpace, DoesNotChangeWithScaleOrAColumnSaidTwice) {
    Random random(2);
    Matrix X(50, 2);
    Matrix Y(50, 3);
    for (std::size_t r = 0; r < 50; ++r) {
        for (std::size_t c = 0; c < 2; ++c) X(r, c) = static_cast<float>(random.normal());
        Y(r, 0) = 1000 * X(r, 0) + 7;
        Y(r, 1) = -0.01F * X(r, 1);
        Y(r, 2) = Y(r, 0);
    }
    const auto first = make_space(X, Measure::mahalanobis);
    const auto second = make_space(Y, Measure::mahalanobis);
    for (std::size_t r = 1; r < 50; ++r) EXPECT_NEAR(first.distance(0, r), second.distance(0, r), 0.01);
}

TEST(EuclideanSpace, PutsEveryColumnOnItsOwnScale) {
    const auto space = make_space(of_rows({{0, 0}, {2, 2000}, {4, 4000}}), Measure::euclidean);
    // Deviation of {0, 2, 4} is sqrt(8 / 3).
    EXPECT_NEAR(space.distance(0, 1), 2 * 4 / (8.0 / 3), 1e-5);
    EXPECT_NEAR(space.distance(0, 2), 4 * space.distance(0, 1), 1e-4);
}

TEST(CosineSpace, LooksAtDirectionAlone) {
    const auto space =
        make_space(of_rows({{3, 0}, {0.5F, 0}, {0, 2}, {-1, 0}, {0, 0}}), Measure::cosine, false);
    EXPECT_NEAR(space.distance(0, 1), 0, 1e-6);
    EXPECT_NEAR(space.distance(0, 2), 2, 1e-6);
    EXPECT_NEAR(space.distance(0, 3), 4, 1e-6);
    EXPECT_FALSE(space.knows(4));  // no direction
    EXPECT_TRUE(std::isinf(space.distance(0, 4)));
}

TEST(MakeSpace, TakesAMissingValueForADrawFromTheOthers) {
    // Over many rows, the expected distance to a row whose second value is unknown is the mean of the
    // distances to rows that have the same first value and any second.
    Random random(3);
    Matrix X(4000, 2);
    for (std::size_t r = 0; r < X.n_rows(); ++r) {
        X(r, 0) = static_cast<float>(random.normal());
        X(r, 1) = 0.8F * X(r, 0) + 0.6F * static_cast<float>(random.normal());
    }
    X(0, 1) = missing;
    X(1, 0) = X(1, 1) = missing;
    X(2, 0) = X(0, 0) + 0.5F;
    for (const auto measure : {Measure::euclidean, Measure::mahalanobis}) {
        const auto space = make_space(X, measure);
        EXPECT_FALSE(space.knows(1));
        EXPECT_TRUE(std::isinf(space.distances(0)[1]));
        const double shift = 0.5 * 0.5;  // (x_0 - x_2)^2 in scaled columns
        if (measure == Measure::mahalanobis) {
            // Given the first value, the second is normal around 0.8 x with deviation 0.6, for both rows.
            const double residual = (X(2, 1) - 0.8 * X(2, 0)) / 0.6;
            EXPECT_NEAR(space.distance(0, 2), shift + residual * residual + 1, 0.15);
        } else {
            EXPECT_NEAR(space.distance(0, 2), shift + X(2, 1) * X(2, 1) + 1, 0.15);
        }
    }
    X(3, 0) = std::numeric_limits<float>::infinity();
    EXPECT_THROW(make_space(X, Measure::euclidean), Error);
}

TEST(Nearest, OrdersByDistanceThenByIndexAndLeavesOutWhatIsFarAway) {
    const float inf = std::numeric_limits<float>::infinity();
    const auto near = nearest(std::vector<float>{3, 1, inf, 1, 2}, 9);
    ASSERT_EQ(near.size(), 4U);
    EXPECT_EQ(near[0].index, 1U);
    EXPECT_EQ(near[1].index, 3U);
    EXPECT_EQ(near[2].index, 4U);
    EXPECT_EQ(near[3].index, 0U);
}

}  // namespace
}  // namespace attune::similarity
