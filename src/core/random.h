#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace attune {

/// Random numbers that are the same for the same seed on every machine. (The distributions of the standard
/// library differ from one library to the next.)
///
/// Source: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47, 2021
/// (xoshiro256**, seeded by splitmix64).
class Random {
  public:
    using result_type = std::uint64_t;

    explicit Random(std::uint64_t seed) noexcept;

    static constexpr result_type min() noexcept { return 0; }
    static constexpr result_type max() noexcept { return ~result_type{0}; }
    result_type operator()() noexcept;

    /// Uniform in [0, 1).
    double uniform() noexcept;

    /// Uniform in [0, bound); bound must be > 0.
    std::size_t below(std::size_t bound) noexcept;

    /// Standard normal (mean 0, standard deviation 1).
    double normal() noexcept;

    /// An index drawn with probability proportional to its weight; weights are >= 0 and not all 0.
    std::size_t weighted(std::span<const double> weights) noexcept;

    template <class T>
    void shuffle(std::vector<T>& values) noexcept {
        for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[below(i)]);
    }

  private:
    std::array<std::uint64_t, 4> state_{};
};

}  // namespace attune
