#pragma once

#include "core/matrix.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace attune::similarity {

/// How far apart two things are.
enum class Measure {
    cosine,       ///< 2 - 2 cos(a, b): by direction alone; for embeddings
    euclidean,    ///< |a - b|^2, every column on its own scale
    mahalanobis,  ///< (a - b)^T S^-1 (a - b), S the covariance of all points: what columns say together
                  ///< counts once
};

/// A thing and how far it is from what was asked about.
struct Near {
    std::uint32_t index = 0;
    float distance = 0;
};

/// Things as points, whatever the measure: the distance of a and b is |p(a) - p(b)|^2 + o(a) + o(b), where
/// the offset o is the number of values of the thing that are missing, each being taken for a draw from what
/// the others have. Asking it changes nothing.
class Space {
  public:
    Space() = default;

    /// @param points   shape (n, d), finite
    /// @param offsets  shape (n,), >= 0; empty for none
    /// @param known    shape (n,): whether a thing has a place at all; empty if all have
    /// @throws Error{invalid_argument} if the shapes do not fit or a point is not finite
    Space(Matrix points, std::vector<float> offsets, std::vector<bool> known);

    std::size_t size() const noexcept { return points_.n_rows(); }
    std::size_t dim() const noexcept { return points_.n_columns(); }
    bool knows(std::size_t i) const { return known_[i]; }
    float offset(std::size_t i) const { return offsets_[i]; }
    std::size_t n_known() const noexcept;
    std::span<const float> point(std::size_t i) const { return points_.row(i); }

    float distance(std::size_t a, std::size_t b) const noexcept;

    /// Distances of all things from thing `from`, shape (size(),); infinite where one of the two has no
    /// place, and from itself. 70,000 things of 14 columns take about 2 ms.
    std::vector<float> distances(std::size_t from) const;

    /// The same from any point of shape (dim(),), as if it was a thing without missing values.
    std::vector<float> distances_from(std::span<const float> point) const;

  private:
    Matrix points_;
    std::vector<float> offsets_;
    std::vector<bool> known_;
};

/// A space of the rows of X under a measure. A row without any known value has no place.
///
/// Missing values (NaN) count as what can be expected of a draw from the other rows: under `euclidean` the
/// mean of the column, and 1 (its variance, once scaled) is added to every distance; under `mahalanobis` the
/// regression on the row's known values, and 1 is added as well (the expectation of the distance is exactly
/// that for normal columns); under `cosine` the mean, and nothing is added.
///
/// `euclidean` and `cosine` centre and scale each column to standard deviation 1 first if `standardise`; rows
/// of embeddings, which have one scale, are given without. Mahalanobis distances do not depend on scale.
/// @throws Error{invalid_argument} for an infinite value
Space make_space(const Matrix& X, Measure measure, bool standardise = true);

/// Both spaces as one: distance = distance in a + weight * distance in b. Who has a place in a has one.
/// @throws Error{invalid_argument} if they are not of the same things, or the weight is negative
Space joined(const Space& a, const Space& b, float weight);

/// The k nearest, nearest first; equally near ones by index. Things at an infinite distance are no answer.
std::vector<Near> nearest(std::span<const float> distances, std::size_t k);

}  // namespace attune::similarity
