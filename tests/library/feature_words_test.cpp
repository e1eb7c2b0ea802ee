#include "library/feature_words.h"

#include <gtest/gtest.h>

namespace attune::library {
namespace {

TEST(FeatureWords, SayWhatPeopleCallIt) {
    EXPECT_EQ(feature_words(AudioFeature::duration_ms, 216'400), "3:36 long");
    EXPECT_EQ(feature_words(AudioFeature::duration_ms, 59'600), "1:00 long");
    EXPECT_EQ(feature_words(AudioFeature::tempo, 123.6F), "124 BPM");
    EXPECT_EQ(feature_words(AudioFeature::loudness, -6.52F), "loudness -6.5 dB");
    EXPECT_EQ(feature_words(AudioFeature::mode, 0), "minor");
    EXPECT_EQ(feature_words(AudioFeature::key, 1), "keynote C sharp");
    EXPECT_EQ(feature_words(AudioFeature::time_signature, 3), "3 beats a bar");
}

TEST(FeatureWords, NameTheEndsOfSharesAndTheNumberBetween) {
    EXPECT_EQ(feature_words(AudioFeature::instrumentalness, 0), "with a voice (0.00)");
    EXPECT_EQ(feature_words(AudioFeature::instrumentalness, 0.9F), "without a voice (0.90)");
    EXPECT_EQ(feature_words(AudioFeature::danceability, 0.86F), "very danceable (0.86)");
    EXPECT_EQ(feature_words(AudioFeature::energy, 0.52F), "energy 0.52");
}

TEST(FeatureWords, DoNotGuessWhatIsMissing) {
    for (std::size_t f = 0; f < n_audio_features; ++f) {
        const auto words = feature_words(static_cast<AudioFeature>(f), missing);
        EXPECT_NE(words.find("unknown"), std::string::npos) << words;
    }
    EXPECT_EQ(feature_words(AudioFeature::key, -1), "key unknown");
}

}  // namespace
}  // namespace attune::library
