#pragma once

#include "fourier/complex_vector.h"

#include <cstddef>
#include <memory>

namespace attune::fourier {

/// The smallest 2^a or 3 * 2^a, at least 16, that is not below `least`: sizes that transform fast.
std::size_t transform_size(std::size_t least);

/// A square grid of complex float32, by rows.
struct Grid {
    std::size_t size = 0;
    ComplexVector values;

    Grid() = default;
    explicit Grid(std::size_t n) : size(n), values(n * n) {}
};

/// The discrete Fourier transform of a grid along both axes, without a factor: forward and backward together
/// multiply by size^2. A spectrum lies transposed, by columns: what is worked out between the two ways, number by
/// number, need not care, and half of the moving is spared.
///
/// For grids that are half padding: of `n_rows` rows alone the input of forward() may differ from 0, and the
/// outcome of backward() is wanted; the other rows are undefined then.
class GridTransform {
  public:
    /// @param size  as transform_size() gives
    /// @throws Error{invalid_argument} for another
    explicit GridTransform(std::size_t size);
    ~GridTransform();

    void forward(Grid& grid, std::size_t n_rows, std::size_t threads);
    void backward(Grid& spectrum, std::size_t n_rows, std::size_t threads);

    std::size_t size() const noexcept;

  private:
    struct Work;
    std::unique_ptr<Work> work_;
};

}  // namespace attune::fourier
