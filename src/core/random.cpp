#include "core/random.h"

#include <bit>
#include <cmath>
#include <numbers>
#include <numeric>

namespace attune {

Random::Random(std::uint64_t seed) noexcept {
    for (auto& word : state_) {
        seed += 0x9E3779B97F4A7C15;
        std::uint64_t z = seed;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        word = z ^ (z >> 31);
    }
}

Random::result_type Random::operator()() noexcept {
    const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
    const std::uint64_t t = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= t;
    state_[3] = std::rotl(state_[3], 45);
    return result;
}

double Random::uniform() noexcept { return static_cast<double>((*this)() >> 11) * 0x1.0p-53; }

std::size_t Random::below(std::size_t bound) noexcept {
    // Values under the remainder of 2^64 by bound are drawn again: every result is equally likely.
    const std::uint64_t threshold = (0 - std::uint64_t{bound}) % bound;
    std::uint64_t value = (*this)();
    while (value < threshold) value = (*this)();
    return value % bound;
}

double Random::normal() noexcept {
    const double radius = std::sqrt(-2 * std::log(1 - uniform()));
    return radius * std::cos(2 * std::numbers::pi * uniform());
}

std::size_t Random::weighted(std::span<const double> weights) noexcept {
    double left = uniform() * std::accumulate(weights.begin(), weights.end(), 0.0);
    std::size_t last = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (weights[i] <= 0) continue;
        last = i;
        left -= weights[i];
        if (left < 0) break;
    }
    return last;
}

}  // namespace attune
