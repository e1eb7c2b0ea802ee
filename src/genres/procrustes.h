#pragma once

#include "core/matrix.h"

#include <array>
#include <cstddef>

namespace attune::genres {

/// A move of the plane that keeps all shapes: p -> turn p + shift. May mirror.
struct PlaneMove {
    std::array<double, 4> turn{1, 0, 0, 1};  ///< orthogonal, by rows
    std::array<double, 2> shift{0, 0};

    /// Moves all rows of shape (n, 2).
    void apply(Matrix& points) const;
};

/// The move that brings `from` nearest to `to` (least squares); none at all for fewer than 2 points.
///
/// @param from, to  shape (n, 2), the same points
/// @throws Error{invalid_argument} if shapes differ
///
/// Source: P. Schönemann, "A generalized solution of the orthogonal Procrustes problem", Psychometrika 31,
/// 1966.
PlaneMove fit_move(const Matrix& from, const Matrix& to);

}  // namespace attune::genres
