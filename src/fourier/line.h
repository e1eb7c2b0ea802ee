#pragma once

#include <complex>
#include <cstddef>
#include <memory>
#include <span>

namespace attune::fourier {

/// The discrete Fourier transform of one size, forward, without a factor.
class Line {
  public:
    /// Where the outcome goes: over what is transformed, or beside it, which is faster.
    enum class Place { over, beside };

    /// @param size  at least 2; powers of two are fast
    explicit Line(std::size_t size, Place place = Place::over);
    ~Line();
    Line(Line&&) noexcept;
    Line& operator=(Line&&) noexcept;

    /// What is transformed; shape (size,).
    std::span<std::complex<float>> values() noexcept;

    /// What it has become: values() itself, unless that goes beside.
    std::span<const std::complex<float>> outcome() const noexcept;

    /// Transforms values(), which are kept only where the outcome goes beside.
    void run();

  private:
    struct Work;
    std::unique_ptr<Work> work_;
};

}  // namespace attune::fourier
