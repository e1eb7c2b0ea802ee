#pragma once

#include "features/stereo.h"

#include <cstddef>
#include <memory>
#include <span>

namespace attune::features {

/// The discrete Fourier transform of one size, forward, without a factor.
class Fourier {
  public:
    /// @param size  at least 2; powers of two are fast
    explicit Fourier(std::size_t size);
    ~Fourier();
    Fourier(Fourier&&) noexcept;
    Fourier& operator=(Fourier&&) noexcept;

    /// What is transformed, and what it has become; shape (size,). Aligned as the transform likes it.
    std::span<Stereo> values() noexcept;

    /// Transforms values() in place.
    void run();

  private:
    struct Plan;
    std::unique_ptr<Plan> plan_;
};

}  // namespace attune::features
