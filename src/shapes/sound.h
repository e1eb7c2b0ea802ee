#pragma once

#include "library/audio_features.h"
#include "shapes/shape.h"

#include <array>
#include <optional>

namespace attune::shapes {

/// The thirteen audio features, in the order of library::audio_feature_names; all keys are there, null where a value is
/// not known.
struct Sound {
    std::array<std::optional<double>, library::n_audio_features> values;

    static void describe(Fields<Sound>& fields);
};

}  // namespace attune::shapes
