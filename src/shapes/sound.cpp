#include "shapes/sound.h"

#include <fmt/format.h>

namespace attune::shapes {

void Sound::describe(Fields<Sound>& fields) {
    fields.called("Sound", "the thirteen audio features; null where a value is not known");
    for (std::size_t f = 0; f < library::n_audio_features; ++f) {
        const auto& feature = library::audio_feature_names[f];
        fields.part(
            std::string(feature.name),
            [f](const Sound& sound) -> const std::optional<double>& { return sound.values[f]; },
            fmt::format("in [{}, {}]", feature.least, feature.most));
    }
}

}  // namespace attune::shapes
