#include "shapes/sound.h"

#include <fmt/format.h>

namespace attune::shapes {
namespace {

template <class Shape>
void add_features(Fields<Shape>& fields, bool may_lack) {
    for (std::size_t f = 0; f < library::n_audio_features; ++f) {
        const auto& feature = library::audio_feature_names[f];
        fields.part(
            std::string(feature.name),
            [f](const Shape& sound) -> const std::optional<double>& { return sound.values[f]; },
            fmt::format("in [{}, {}]", feature.least, feature.most), may_lack);
    }
}

}  // namespace

void Sound::describe(Fields<Sound>& fields) {
    fields.called("Sound", "the thirteen audio features; null where a value is not known");
    add_features(fields, false);
}

void KnownSound::describe(Fields<KnownSound>& fields) {
    fields.called("KnownSound", "the audio features that are known");
    add_features(fields, true);
}

}  // namespace attune::shapes
