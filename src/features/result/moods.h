#pragma once

#include "features/result/facts.h"
#include "library/audio_features.h"

#include <span>

namespace attune::features {

/// One thing that speaks for a feature: it counts from nothing where the fact is `at_0` to fully where it is
/// `at_1` (which may be the smaller number), in a straight line, and never less or more.
struct Evidence {
    Fact fact;
    float at_0;
    float at_1;
    float weight;
};

/// How one of the mood-like features is made: the weighted mean of its evidence, so that it rises and falls
/// with each as its definition says, to the power of `exponent`.
struct MoodDefinition {
    library::AudioFeature feature;
    float exponent;
    float confidence;  ///< how far it is to be trusted with all a track's length: from how often it orders
                       ///< pairs right
    std::span<const Evidence> evidence;
};

/// The seven: danceability, energy, valence, acousticness, instrumentalness, speechiness, liveness.
std::span<const MoodDefinition> mood_definitions() noexcept;

/// The value of one, in [0, 1].
float mood_of(const MoodDefinition& definition, const Facts& facts);

}  // namespace attune::features
