#include "taste/moments.h"

#include "core/json.h"

#include <algorithm>
#include <cmath>

namespace attune::taste {

Moments moments_of(std::span<const float> values) noexcept {
    const double n = std::max(1.0, static_cast<double>(values.size()));
    double sum = 0;
    for (const double value : values) sum += value;
    double squares = 0;
    for (const double value : values) squares += (value - sum / n) * (value - sum / n);
    return {sum / n, std::max(1e-6, std::sqrt(squares / n))};
}

Json to_json(const Moments& moments) { return {moments.mean, moments.deviation}; }

Moments moments_from(const Json& saved) { return {saved.at(0), saved.at(1)}; }

}  // namespace attune::taste
