#include "similarity/audio_space.h"

#include "library/audio_features.h"

#include <gtest/gtest.h>

#include <cmath>

namespace attune::similarity {
namespace {

using library::AudioFeature;

/// One track for each tempo, all else alike.
Matrix with(AudioFeature feature, const std::vector<float>& values) {
    Matrix features(values.size(), library::n_audio_features, 0.5F);
    for (std::size_t r = 0; r < values.size(); ++r)
        features(r, static_cast<std::size_t>(feature)) = values[r];
    return features;
}

TEST(AudioSpace, HearsTempoInOctavesAndNoTempoAsUnknown) {
    const auto columns = sound_columns(with(AudioFeature::tempo, {60, 120, 240, 0}));
    EXPECT_NEAR(columns(1, 8) - columns(0, 8), 1, 1e-6);
    EXPECT_NEAR(columns(2, 8) - columns(1, 8), 1, 1e-6);
    EXPECT_TRUE(is_missing(columns(3, 8)));
}

TEST(AudioSpace, PutsKeysOnTheCircleOfFifths) {
    std::vector<float> keys = {-1};
    for (int key = 0; key < 12; ++key) keys.push_back(static_cast<float>(key));
    const auto columns = key_columns(with(AudioFeature::key, keys));
    EXPECT_TRUE(is_missing(columns(0, 0)));
    const auto apart = [&](std::size_t a, std::size_t b) {
        return std::hypot(columns(a + 1, 0) - columns(b + 1, 0), columns(a + 1, 1) - columns(b + 1, 1));
    };
    EXPECT_NEAR(apart(0, 7), apart(0, 5), 1e-6);   // G and F
    EXPECT_NEAR(apart(0, 11), apart(0, 1), 1e-6);  // B and D flat
    EXPECT_NEAR(apart(0, 6), 2, 1e-6);             // F sharp is the farthest
    for (std::size_t key = 1; key < 12; ++key) {
        if (key != 5 && key != 7) EXPECT_GT(apart(0, key), apart(0, 7)) << key;
    }
}

TEST(AudioSpace, HasNoPlaceForATrackOfWhichNothingIsKnown) {
    Matrix features = with(AudioFeature::energy, {0.1F, 0.2F, 0.9F});
    for (auto& value : features.row(1)) value = missing;
    features(1, static_cast<std::size_t>(AudioFeature::duration_ms)) = 200000;
    const auto space = make_audio_space(features, Measure::euclidean);
    EXPECT_FALSE(space.knows(1));
    EXPECT_TRUE(space.knows(0));
}

}  // namespace
}  // namespace attune::similarity
