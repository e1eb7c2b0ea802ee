#pragma once

#include "core/json_fwd.h"

#include <span>

namespace attune::taste {

/// Mean and standard deviation of some values: what brings them to 0 and 1.
struct Moments {
    double mean = 0;
    double deviation = 1;

    double standardised(double value) const noexcept { return (value - mean) / deviation; }
};

/// The deviation is at least 1e-6, so that it can be divided by; of no values the moments are 0 and 1e-6.
Moments moments_of(std::span<const float> values) noexcept;

Json to_json(const Moments& moments);

/// @throws Json::exception
Moments moments_from(const Json& saved);

}  // namespace attune::taste
