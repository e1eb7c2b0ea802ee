#pragma once

#include <cstddef>
#include <vector>

namespace attune::projection {

/// The smallest 2^a or 3 * 2^a, at least 4, that is not below `least`: sizes that a Fourier transform below
/// takes.
std::size_t transform_size(std::size_t least);

/// A square grid of complex float32, real and imaginary parts apart, by rows.
struct ComplexGrid {
    std::size_t size = 0;
    std::vector<float> real;
    std::vector<float> imaginary;

    ComplexGrid() = default;
    explicit ComplexGrid(std::size_t n) : size(n), real(n * n, 0.0F), imaginary(n * n, 0.0F) {}
};

/// The discrete Fourier transform along both axes, without a factor: forward and backward together multiply
/// by size^2.
///
/// The first `n_used_in` rows of the input may differ from 0, and the first `n_used_out` columns of the
/// outcome are wanted (the others are undefined): grids that are half padding take a fourth less time.
///
/// Source: C. Van Loan, "Computational frameworks for the fast Fourier transform", 1992 (Stockham's
/// ordering).
class FourierTransform {
  public:
    /// @param size  as transform_size() gives
    explicit FourierTransform(std::size_t size);

    void forward(ComplexGrid& grid, std::size_t n_used_in, std::size_t n_used_out, std::size_t threads);
    void backward(ComplexGrid& grid, std::size_t n_used_in, std::size_t n_used_out, std::size_t threads);

    std::size_t size() const noexcept { return size_; }

  private:
    void transform(ComplexGrid& grid, float sign, std::size_t n_used_in, std::size_t n_used_out,
                   std::size_t threads);

    std::size_t size_;
    std::vector<float> cosines_;  // of 2 pi k / size
    std::vector<float> sines_;
    ComplexGrid work_;
};

}  // namespace attune::projection
