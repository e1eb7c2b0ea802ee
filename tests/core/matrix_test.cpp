#include "core/matrix.h"

#include "core/error.h"

#include <gtest/gtest.h>

#include <array>

namespace attune {
namespace {

Matrix two_by_three() {
    Matrix matrix(2, 3);
    for (std::size_t i = 0; i < 6; ++i) matrix.values()[i] = static_cast<float>(i);
    return matrix;
}

TEST(Matrix, IsRowMajor) {
    const Matrix matrix = two_by_three();
    EXPECT_EQ(matrix(1, 0), 3.0F);
    EXPECT_EQ(matrix.row(1)[2], 5.0F);
    EXPECT_FALSE(matrix.empty());
    EXPECT_TRUE(Matrix().empty());
}

TEST(Matrix, TakesItsWidthFromTheFirstRow) {
    Matrix matrix;
    matrix.add_row(std::array{1.0F, 2.0F});
    matrix.add_row(std::array{3.0F, 4.0F});
    EXPECT_EQ(matrix.n_rows(), 2U);
    EXPECT_EQ(matrix.n_columns(), 2U);
    EXPECT_THROW(matrix.add_row(std::array{1.0F}), Error);
    EXPECT_EQ(matrix.n_rows(), 2U);
}

TEST(Matrix, GivesRowsAndColumnsInTheOrderAsked) {
    const Matrix matrix = two_by_three();
    const std::vector<std::size_t> rows{1, 0, 1};
    EXPECT_EQ(matrix.rows(rows).n_rows(), 3U);
    EXPECT_EQ(matrix.rows(rows)(0, 0), 3.0F);
    const std::vector<std::size_t> columns{2, 0};
    EXPECT_EQ(matrix.columns(columns).n_columns(), 2U);
    EXPECT_EQ(matrix.columns(columns)(1, 0), 5.0F);
    EXPECT_EQ(matrix.columns(columns)(1, 1), 3.0F);
}

TEST(Missing, IsNeverZero) {
    EXPECT_TRUE(is_missing(missing));
    EXPECT_FALSE(is_missing(0));
}

TEST(Gather, TakesElementsByIndex) {
    const std::vector<int> values{10, 11, 12};
    const std::vector<std::size_t> indices{2, 0, 2};
    EXPECT_EQ(gather(values, indices), (std::vector<int>{12, 10, 12}));
}

}  // namespace
}  // namespace attune
