#include "features/tonal/glides.h"

#include "features/signals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace attune::features {
namespace {

using namespace signals;

float gliding_share_of(const Signal& signal) {
    const auto analysis = analysed(signal);
    const auto found = std::ranges::find(analysis.descriptors, "gliding_share", &Descriptor::name);
    return found == analysis.descriptors.end() ? missing : found->value;
}

/// Ten harmonics whose pitch swings by `cents` to both sides at 5.5 Hz.
Signal vibrato(double cents) {
    Signal signal = silence(4);
    double phase = 0;
    for (std::size_t i = 0; i < signal.size(); ++i) {
        const double swing = std::sin(2 * std::numbers::pi * 5.5 * static_cast<double>(i) / rate);
        phase += 330 * std::exp2(cents * swing / 1200) / rate;
        for (int k = 1; k <= 10; ++k)
            signal[i] += static_cast<float>(0.1 / k * std::sin(2 * std::numbers::pi * k * phase));
    }
    return signal;
}

TEST(Glides, AreWhatVibratoDoesAndSteadyTonesDoNot) {
    EXPECT_GT(gliding_share_of(vibrato(60)), 0.2F);
    EXPECT_LT(gliding_share_of(vibrato(8)), 0.02F);  // as that of an organ: at most 280 cents a second
    EXPECT_LT(gliding_share_of(vibrato(0)), 0.01F);
    EXPECT_LT(gliding_share_of(cadence(0, false, 4)), 0.01F);
}

TEST(Glides, AreNotInNoiseNorInDrums) {
    EXPECT_LT(gliding_share_of(noise(4, 0, 1)), 0.02F);
    EXPECT_LT(gliding_share_of(drums(rock, 0.125, 4)), 0.02F);
    EXPECT_LT(gliding_share_of(applause(4, 1)), 0.02F);
}

TEST(Glides, AreHeardInVoicesAlsoOverABand) {
    EXPECT_GT(gliding_share_of(singing(4, 1)), 0.1F);
    EXPECT_GT(gliding_share_of(speech(4, 1)), 0.05F);
    const auto band = mixed(drums(rock, 0.15, 4), cadence(2, false, 4), 0.7F);
    EXPECT_GT(gliding_share_of(mixed(scaled(singing(4, 2), 1.2F), band, 0.35F)), 0.05F);
}

TEST(Glides, AreTheSameAtAnyLevel) {
    const auto voice = mixed(singing(4, 3), cadence(0, false, 4), 0.3F);
    EXPECT_NEAR(gliding_share_of(voice), gliding_share_of(scaled(voice, 0.01F)), 1e-3F);
}

}  // namespace
}  // namespace attune::features
