#pragma once

#include "fourier/grid.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace attune::projection {

/// What every point of a plane does to every other by t-SNE's kernel, in time that grows with the number of
/// points and not its square: points are spread over a grid, the grid is convolved with the kernel by Fourier
/// transforms, and the outcome is read off at the points.
///
/// Source: G. Linderman et al., "Fast interpolation-based t-SNE for improved visualization of single-cell
/// RNA-seq data", Nature Methods 16, 2019. Here the kernels of the forces themselves are convolved, so that
/// one charge is enough and float32 does not cancel.
class Repulsion {
  public:
    /// @param exact_up_to  so many points are compared pair by pair, which is exact and for few also faster
    explicit Repulsion(std::size_t threads, std::size_t exact_up_to = 2000)
        : threads_(threads), exact_up_to_(exact_up_to) {}

    /// For points y, shape (n, 2), writes sum_j (y_i - y_j) / (1 + |y_i - y_j|^2)^2 for each i, shape (n, 2).
    /// @return the sum over all pairs i != j of 1 / (1 + |y_i - y_j|^2)
    double compute(std::span<const float> y, std::span<float> forces);

  private:
    /// The kernels on a grid of one spacing and size, transformed; kept while the points fit.
    struct Kernels {
        std::size_t size = 0;
        float spacing = 0;
        fourier::Grid attraction;  ///< 1 / (1 + d^2)
        fourier::Grid force;       ///< (dx + i dy) / (1 + d^2)^2: two convolutions in one
    };
    void prepare(float extent);
    double compare_pairs(std::span<const float> y, std::span<float> forces) const;

    std::size_t threads_;
    std::size_t exact_up_to_;
    std::unique_ptr<fourier::GridTransform> transform_;
    Kernels kernels_;
    fourier::Grid charge_;
    fourier::Grid forces_;
};

}  // namespace attune::projection
