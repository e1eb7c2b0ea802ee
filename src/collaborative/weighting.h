#pragma once

#include "library/interactions.h"

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace attune::collaborative {

/// What a play count says: 1000 plays are not a thousand times one play.
enum class Weighting { binary, log1p, sqrt, linear };

inline constexpr std::array<std::string_view, 4> weighting_names{"binary", "log1p", "sqrt", "linear"};

/// Whether all people have a say of the same size.
enum class WeightScale {
    absolute,  ///< weights as they are: who plays more says more
    relative,  ///< weights by the mean of a person's weights
};

inline constexpr std::array<std::string_view, 2> weight_scale_names{"absolute", "relative"};

/// The weights of one person's play counts; each > 0 for a count > 0.
std::vector<float> weights_of(Weighting weighting, WeightScale scale, std::span<const float> counts);

/// The same for every person.
library::Interactions weights_of(Weighting weighting, WeightScale scale, const library::Interactions& plays);

}  // namespace attune::collaborative
