#pragma once

#include "features/front/stereo.h"

#include <cstddef>
#include <memory>
#include <span>

namespace attune::features {

/// The discrete Fourier transform of one size, forward, without a factor.
class Fourier {
  public:
    /// Where the outcome goes: over what is transformed, or beside it, which is faster.
    enum class Place { over, beside };

    /// @param size  at least 2; powers of two are fast
    explicit Fourier(std::size_t size, Place place = Place::over);
    ~Fourier();
    Fourier(Fourier&&) noexcept;
    Fourier& operator=(Fourier&&) noexcept;

    /// What is transformed; shape (size,). Aligned as the transform likes it.
    std::span<Stereo> values() noexcept;

    /// What it has become: values() itself, unless that goes beside.
    std::span<const Stereo> outcome() const noexcept;

    /// Transforms values(), which are kept only where the outcome goes beside.
    void run();

  private:
    struct Plan;
    std::unique_ptr<Plan> plan_;
};

}  // namespace attune::features
