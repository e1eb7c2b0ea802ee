#pragma once

#include "library/audio_features.h"

#include <string>

namespace attune::library {

/// What a value of an audio feature means, for people: "very danceable (0.86)", "with a voice (0.00)", "3:36 long", "124 BPM",
/// "keynote A". Shares in the middle say their name: "energy 0.52"; a missing value "tempo unknown".
std::string feature_words(AudioFeature feature, float value);

}  // namespace attune::library
