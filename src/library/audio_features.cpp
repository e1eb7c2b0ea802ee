#include "library/audio_features.h"

#include <algorithm>

namespace attune::library {

bool AudioFeatures::describes_sound() const noexcept {
    return std::any_of(values.begin(), values.end() - 1, [](float value) { return !is_missing(value); });
}

std::optional<AudioFeature> find_audio_feature(std::string_view name) noexcept {
    const auto found = std::ranges::find(audio_feature_names, name, &AudioFeatureName::name);
    if (found == audio_feature_names.end()) return std::nullopt;
    return static_cast<AudioFeature>(found - audio_feature_names.begin());
}

}  // namespace attune::library
