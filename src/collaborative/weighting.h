#pragma once

#include <array>
#include <cmath>
#include <string_view>

namespace attune::collaborative {

/// What a play count says: 1000 plays are not a thousand times one play.
enum class Weighting { binary, log1p, sqrt, linear };

inline constexpr std::array<std::string_view, 4> weighting_names{"binary", "log1p", "sqrt", "linear"};

/// The weight of a count; > 0 for a count > 0.
inline float weight_of(Weighting weighting, float count) {
    switch (weighting) {
        case Weighting::binary: return 1;
        case Weighting::log1p: return std::log1p(count);
        case Weighting::sqrt: return std::sqrt(count);
        case Weighting::linear: break;
    }
    return count;
}

}  // namespace attune::collaborative
