#pragma once

#include <cmath>
#include <cstddef>

namespace attune::features {

/// Mean and standard deviation of numbers that pass, without keeping them (Welford 1962).
class Moments {
  public:
    void add(double value) noexcept {
        ++count_;
        const double off = value - mean_;
        mean_ += off / static_cast<double>(count_);
        squares_ += off * (value - mean_);
    }

    std::size_t count() const noexcept { return count_; }
    double mean() const noexcept { return mean_; }
    double deviation() const noexcept {
        return count_ < 2 ? 0 : std::sqrt(squares_ / static_cast<double>(count_));
    }

  private:
    std::size_t count_ = 0;
    double mean_ = 0;
    double squares_ = 0;
};

}  // namespace attune::features
