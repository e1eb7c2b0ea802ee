#include "features/signals.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace attune::features {
namespace {

using namespace signals;

bool is_near(float value, double truth, double tolerance) { return std::fabs(value / truth - 1) < tolerance; }

/// The tempo, or the other level that the analysis offers.
void expect_tempo(const TrackAnalysis& analysis, double bpm, const char* what) {
    const auto& rhythm = analysis.rhythm;
    EXPECT_TRUE(is_near(rhythm.tempo_bpm, bpm, 0.005) || is_near(rhythm.tempo_alternative, bpm, 0.005))
        << what << " at " << bpm << ": " << rhythm.tempo_bpm << " or " << rhythm.tempo_alternative;
}

TEST(Tempo, OfClicksIsRightToHalfAPercent) {
    for (const double bpm : {40.0, 60.0, 75.0, 90.0, 119.5, 123.45, 133.33, 150.0, 174.0, 200.0, 240.0})
        expect_tempo(analysed(clicks(every(60 / bpm, 14), 14)), bpm, "clicks");
}

TEST(Tempo, OfClicksAtWhichPeopleTapIsNotItsAlternative) {
    for (const double bpm : {75.0, 100.0, 128.0, 160.0}) {
        const auto rhythm = analysed(clicks(every(60 / bpm, 14), 14)).rhythm;
        EXPECT_TRUE(is_near(rhythm.tempo_bpm, bpm, 0.005)) << bpm << ": " << rhythm.tempo_bpm;
        EXPECT_GT(rhythm.tempo_confidence, 0.5F) << bpm;
        EXPECT_GT(rhythm.steadiness, 0.9F) << bpm;
    }
}

TEST(Tempo, OfABackbeatIsThatOfKickAndSnareNotOfTheHats) {
    for (const double bpm : {92.0, 104.0, 120.0, 140.0}) {
        const auto rhythm = analysed(drums(rock, 60 / bpm / 4, 14)).rhythm;
        EXPECT_TRUE(is_near(rhythm.tempo_bpm, bpm, 0.005)) << bpm << ": " << rhythm.tempo_bpm;
        EXPECT_EQ(rhythm.time_signature, 4);
    }
}

TEST(Tempo, DoesNotChangeWithLevelRateOrChannels) {
    const auto signal = drums(rock, 60 / 110.0 / 4, 12);
    const auto expected = analysed(signal);
    Signal doubled;
    for (const float sample : signal) doubled.insert(doubled.end(), {sample, -sample});  // in opposite phase
    Analyzer opposite(rate, 2);
    opposite.push(doubled);
    Signal slow;  // every sample twice is twice the rate
    for (const float sample : signal) slow.insert(slow.end(), {sample, sample});
    Analyzer faster(2 * rate, 1);
    faster.push(slow);
    for (const auto& other : {analysed(scaled(signal, 0.05F)), opposite.finish(), faster.finish()}) {
        EXPECT_NEAR(other.rhythm.tempo_bpm, expected.rhythm.tempo_bpm, 0.3);
        EXPECT_EQ(other.rhythm.time_signature, expected.rhythm.time_signature);
    }
}

TEST(Beats, LieOnTheClicks) {
    const auto moments = every(0.5, 14, 0.25);
    const auto beats = analysed(clicks(moments, 14)).rhythm.beats_s;
    ASSERT_GE(beats.size(), 24U);
    for (const float beat : beats) {
        double nearest = 9;
        for (const double moment : moments) nearest = std::min(nearest, std::fabs(beat - moment));
        EXPECT_LT(nearest, 0.035) << "at " << beat;
    }
    EXPECT_TRUE(std::is_sorted(beats.begin(), beats.end()));
}

TEST(Pulse, OfClicksAtRandomIsNoneToSpeakOf) {
    Random random(7);
    std::vector<double> moments;
    for (double t = 0; t < 20; t -= 0.5 * std::log(1 - random.uniform())) moments.push_back(t);
    EXPECT_LT(analysed(clicks(moments, 20)).rhythm.tempo_confidence, 0.2F);
    EXPECT_LT(analysed(scaled(noise(14, 0, 3), 0.2F)).rhythm.tempo_confidence, 0.2F);
}

TEST(Steadiness, IsLowWhereTheTempoChanges) {
    std::vector<double> rising;
    for (double t = 0; t < 40; t += 60 / (100 + t)) rising.push_back(t);
    EXPECT_LT(analysed(clicks(rising, 40)).rhythm.steadiness, 0.5F);

    auto moments = every(60.0 / 90, 20);
    for (const double t : every(60.0 / 150, 40, 20)) moments.push_back(t);
    const auto step = analysed(clicks(moments, 40, kick())).rhythm;
    EXPECT_LT(step.steadiness, 0.5F);
    EXPECT_FALSE(is_near(step.tempo_bpm, 120, 0.04)) << "never the mean of the two";
}

TEST(Metre, OfThreeIsToldFromFour) {
    const Pattern waltz{"x...........", "....x...x...", "x...x...x..."};
    EXPECT_EQ(analysed(drums(waltz, 60 / 150.0 / 4, 14)).rhythm.time_signature, 3);
    EXPECT_EQ(analysed(drums(waltz, 60 / 100.0 / 4, 16)).rhythm.time_signature, 3);
    EXPECT_EQ(analysed(drums(rock, 60 / 100.0 / 4, 16)).rhythm.time_signature, 4);
}

}  // namespace
}  // namespace attune::features
