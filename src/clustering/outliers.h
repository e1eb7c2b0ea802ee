#pragma once

#include "core/matrix.h"

#include <vector>

namespace attune::clustering {

// Simple ways to find rows that do not belong. NaN is missing and says nothing. All throw
// Error{invalid_argument} if there are no rows or a value is infinite.

/// The largest distance of a row from a column's mean in standard deviations, shape (n_rows,).
std::vector<double> z_scores(const Matrix& X);

/// How far a row lies outside of a column's quartiles in quartile distances (Tukey; 1.5 is usually called an
/// outlier), the largest over the columns, 0 inside; shape (n_rows,).
std::vector<double> quartile_scores(const Matrix& X);

/// Squared distance from the mean in units of the covariance, and how probable one as large is for a row of a
/// normal distribution.
struct MahalanobisScore {
    double squared = 0;
    double p = 1;  ///< by chi-squared with as many degrees of freedom as there are independent columns
};

/// Missing values are at the mean. Directions in which the rows do not differ (a column that follows from
/// others) are left out.
/// @throws Error{invalid_argument} also if all columns are constant
///
/// Source: P. C. Mahalanobis, "On the generalised distance in statistics", 1936.
std::vector<MahalanobisScore> mahalanobis_scores(const Matrix& X);

}  // namespace attune::clustering
