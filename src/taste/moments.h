#pragma once

#include "core/json.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace attune::taste {

/// Mean and standard deviation of some values: what brings them to 0 and 1.
struct Moments {
    double mean = 0;
    double deviation = 1;

    double standardised(double value) const noexcept { return (value - mean) / deviation; }
};

/// The deviation is at least 1e-6, so that it can be divided by; of no values the moments are 0 and 1e-6.
inline Moments moments_of(std::span<const float> values) noexcept {
    const double n = std::max(1.0, static_cast<double>(values.size()));
    double sum = 0;
    for (const double value : values) sum += value;
    double squares = 0;
    for (const double value : values) squares += (value - sum / n) * (value - sum / n);
    return {sum / n, std::max(1e-6, std::sqrt(squares / n))};
}

inline Json to_json(const Moments& moments) { return {moments.mean, moments.deviation}; }

/// @throws Json::exception
inline Moments moments_from(const Json& saved) { return {saved.at(0), saved.at(1)}; }

}  // namespace attune::taste
