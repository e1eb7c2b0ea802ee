#include "core/error.h"
#include "core/parallel.h"
#include "core/random.h"
#include "fourier/grid.h"
#include "fourier/line.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

namespace attune::fourier {
namespace {

using Complex = std::complex<double>;

Complex number(Random& random) { return {random.normal(), random.normal()}; }

Complex turned(std::size_t k, std::size_t n) {
    return std::polar(1.0, -2 * std::numbers::pi * static_cast<double>(k % n) / static_cast<double>(n));
}

TEST(Line, AgreesWithTheDefinitionOverAndBeside) {
    for (const std::size_t n : {2UL, 16UL, 30UL, 256UL}) {
        for (const auto place : {Line::Place::over, Line::Place::beside}) {
            Random random(n);
            Line line(n, place);
            std::vector<Complex> x;
            for (auto& value : line.values()) {
                x.push_back(number(random));
                value = std::complex<float>(x.back());
            }
            line.run();
            for (std::size_t k = 0; k < n; ++k) {
                Complex sum = 0;
                for (std::size_t i = 0; i < n; ++i) sum += x[i] * turned(k * i, n);
                EXPECT_NEAR(std::abs(Complex(line.outcome()[k]) - sum), 0, 1e-4);
            }
        }
    }
}

class GridOfSize : public testing::TestWithParam<std::size_t> {};
INSTANTIATE_TEST_SUITE_P(Sizes, GridOfSize, testing::Values(16, 32, 48, 64, 96));

Grid random_grid(std::size_t n, std::size_t n_rows) {
    Random random(n);
    Grid grid(n);
    for (std::size_t i = 0; i < n_rows * n; ++i) grid.values[i] = std::complex<float>(number(random));
    return grid;
}

TEST_P(GridOfSize, AgreesWithTheDefinitionAndComesBack) {
    const auto n = GetParam();
    const auto grid = random_grid(n, n);
    auto spectrum = grid;
    GridTransform transform(n);
    transform.forward(spectrum, n, 2);
    for (const auto& [u, v] : {std::pair<std::size_t, std::size_t>{0, 0}, {1, 3}, {n - 1, n / 2}}) {
        Complex sum = 0;
        for (std::size_t j = 0; j < n; ++j) {
            for (std::size_t i = 0; i < n; ++i)
                sum += Complex(grid.values[j * n + i]) * turned(u * j + v * i, n);
        }
        EXPECT_NEAR(std::abs(Complex(spectrum.values[v * n + u]) - sum), 0, 1e-2);
    }
    transform.backward(spectrum, n, 1);
    const auto factor = static_cast<float>(n * n);
    for (std::size_t i = 0; i < n * n; ++i)
        EXPECT_LT(std::abs(spectrum.values[i] / factor - grid.values[i]), 1e-4);
}

TEST_P(GridOfSize, OfHalfTheRowsIsThatOfAllWithZeros) {
    const auto n = GetParam();
    const auto grid = random_grid(n, n / 2);
    auto whole = grid;
    auto half = grid;
    std::fill(half.values.begin() + static_cast<std::ptrdiff_t>(n * n / 2), half.values.end(), 1e6F);
    GridTransform transform(n);
    transform.forward(whole, n, 1);
    transform.forward(half, n / 2, 3);
    EXPECT_EQ(whole.values, half.values);
    transform.backward(whole, n, 1);
    transform.backward(half, n / 2, 3);
    EXPECT_TRUE(std::equal(half.values.begin(), half.values.begin() + static_cast<std::ptrdiff_t>(n * n / 2),
                           whole.values.begin()));
}

TEST(TransformSize, IsTheNextThatIsFast) {
    EXPECT_EQ(transform_size(1), 16);
    EXPECT_EQ(transform_size(17), 32);
    EXPECT_EQ(transform_size(33), 48);
    EXPECT_EQ(transform_size(300), 384);
    EXPECT_THROW(GridTransform(24), Error);
}

TEST(Transforms, AreMadeByManyThreadsAtOnce) {
    std::vector<std::complex<float>> first(64);
    parallel_for(first.size(), 8, [&](std::size_t i) {
        Line line(256);
        std::ranges::fill(line.values(), 1.0F);
        line.run();
        first[i] = line.outcome()[0];
    });
    for (const auto value : first) EXPECT_EQ(value, 256.0F);
}

}  // namespace
}  // namespace attune::fourier
