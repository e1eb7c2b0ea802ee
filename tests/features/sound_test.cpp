#include "core/error.h"
#include "features/signals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

namespace attune::features {
namespace {

using namespace signals;
using library::AudioFeature;

TEST(Key, IsFoundInAllTwentyFour) {
    for (int tonic = 0; tonic < 12; ++tonic)
        for (const bool minor : {false, true}) {
            const auto tonality = analysed(cadence(tonic, minor, 4)).tonality;
            EXPECT_EQ(tonality.key, tonic) << (minor ? "minor" : "major");
            EXPECT_EQ(tonality.mode, minor ? 0 : 1) << "of " << tonic;
        }
}

TEST(Key, IsFoundInAnyTuning) {
    for (const double a4 : {430.0, 435.0, 445.0, 450.0}) {
        const auto tonality = analysed(cadence(2, false, 6, a4)).tonality;
        EXPECT_EQ(tonality.key, 2) << a4;
        EXPECT_NEAR(tonality.tuning_cents, 1200 * std::log2(a4 / 440), 4) << a4;
    }
}

TEST(Key, IsNotSureWhereThereIsNone) {
    Signal all = silence(5);
    for (int note = 48; note < 60; ++note) put(all, 0, tone(hz_of(note), 5, 0.1));
    EXPECT_LT(analysed(all).tonality.key_confidence, 0.3F);
    EXPECT_LT(analysed(tone(440, 5, 0.1)).tonality.key_confidence, 0.3F) << "major or minor?";
    EXPECT_GT(analysed(cadence(0, false, 6)).tonality.key_confidence, 0.45F);
    EXPECT_EQ(analysed(silence(3)).tonality.key, -1);
}

/// Two channels from one.
Signal stereo(const Signal& left, const Signal& right) {
    Signal both;
    for (std::size_t i = 0; i < left.size(); ++i) both.insert(both.end(), {left[i], right[i]});
    return both;
}

Loudness loudness_of(const Signal& interleaved, int channels, double sample_rate,
                     const AnalyzerOptions& options = {}) {
    Analyzer analyzer(sample_rate, channels, options);
    analyzer.push(interleaved);
    return analyzer.finish().loudness;
}

Signal sine(double hz, double amplitude, double seconds, double sample_rate) {
    Signal signal(static_cast<std::size_t>(seconds * sample_rate));
    for (std::size_t i = 0; i < signal.size(); ++i)
        signal[i] = static_cast<float>(
            amplitude * std::sin(2 * std::numbers::pi * hz * static_cast<double>(i) / sample_rate));
    return signal;
}

TEST(LoudnessMeter, ReadsWhatEbuTech3341Asks) {
    const auto quiet = sine(1000, std::pow(10, -36.0 / 20), 4, 48000);
    const auto loud = sine(1000, std::pow(10, -23.0 / 20), 8, 48000);
    EXPECT_NEAR(loudness_of(stereo(loud, loud), 2, 48000).integrated_lufs, -23, 0.1) << "case 1";
    Signal gated = quiet;  // case 3: quiet, loud, quiet; the gate leaves the loud part
    gated.insert(gated.end(), loud.begin(), loud.end());
    gated.insert(gated.end(), quiet.begin(), quiet.end());
    EXPECT_NEAR(loudness_of(stereo(gated, gated), 2, 48000).integrated_lufs, -23, 0.15) << "case 3, shorter";
    EXPECT_NEAR(loudness_of(loud, 1, 48000).integrated_lufs, -26, 0.1) << "one channel";
}

TEST(LoudnessMeter, ReadsTheRangeThatEbuTech3342Asks) {
    const auto at = [](double dbfs) { return sine(1000, std::pow(10, dbfs / 20), 20, 48000); };
    Signal steps = at(-20);  // case 1: -20 then -30 dBFS is a range of 10 LU
    const auto quieter = at(-30);
    steps.insert(steps.end(), quieter.begin(), quieter.end());
    EXPECT_NEAR(loudness_of(stereo(steps, steps), 2, 48000).range_lu, 10, 1);
}

TEST(LoudnessMeter, CountsChannelsAsTheStandardDoes) {
    const auto tone = sine(1000, 0.1, 2, 48000);
    const auto alone = [&](std::size_t channel) {
        Signal six(6 * tone.size(), 0.0F);
        for (std::size_t t = 0; t < tone.size(); ++t) six[6 * t + channel] = tone[t];
        return loudness_of(six, 6, 48000).integrated_lufs;
    };
    EXPECT_NEAR(alone(4) - alone(0), 1.5, 0.02) << "surround";
    EXPECT_NEAR(alone(2) - alone(0), 0, 0.02) << "centre";
    EXPECT_TRUE(is_missing(alone(3))) << "LFE";
}

TEST(LoudnessMeter, FindsPeaksBetweenSamplesIfAsked) {
    // A quarter of the sample rate, sampled 45 degrees beside its peaks.
    Signal between(48000);
    for (std::size_t i = 0; i < between.size(); ++i)
        between[i] = static_cast<float>(
            0.5 * std::sin(std::numbers::pi / 2 * static_cast<double>(i) + std::numbers::pi / 4));
    const auto found = loudness_of(between, 1, 48000, {.true_peak = true});
    EXPECT_NEAR(found.sample_peak_dbfs, -9.03, 0.05);
    EXPECT_NEAR(found.true_peak_dbtp, -6.02, 0.3);
    EXPECT_TRUE(is_missing(loudness_of(between, 1, 48000).true_peak_dbtp));
}

TEST(Analyzer, DoesNotMindHowSamplesAreCut) {
    const auto signal = mixed(drums(rock, 0.125, 5), cadence(4, true, 5));
    const auto expected = analysed(signal);
    Analyzer analyzer(rate, 1);
    const std::span<const float> all(signal);
    for (std::size_t at = 0, length = 1; at < all.size(); at += length, length = length * 3 % 7919 + 1)
        analyzer.push(all.subspan(at, std::min(length, all.size() - at)));
    const auto found = analyzer.finish();
    EXPECT_EQ(found.embedding, expected.embedding);
    EXPECT_EQ(found.rhythm.beats_s, expected.rhythm.beats_s);
    ASSERT_EQ(found.descriptors.size(), expected.descriptors.size());
    for (std::size_t i = 0; i < found.descriptors.size(); ++i)
        EXPECT_EQ(found.descriptors[i].value, expected.descriptors[i].value) << found.descriptors[i].name;
}

TEST(Analyzer, HearsTheSameWithDirectCurrentClippingAndInOppositePhase) {
    const auto signal = mixed(drums(rock, 60 / 112.0 / 4, 10), cadence(9, true, 10, 440, 4 * 60 / 112.0));
    const auto expected = analysed(signal);
    Signal shifted = signal;
    for (float& sample : shifted) sample += 0.4F;
    Signal clipped = scaled(signal, 4);
    for (float& sample : clipped) sample = std::clamp(sample, -1.0F, 1.0F);
    Analyzer opposite(rate, 2);
    opposite.push(stereo(signal, scaled(signal, -1)));
    const auto with_clipping = analysed(clipped);
    EXPECT_NE(std::find(with_clipping.problems.begin(), with_clipping.problems.end(), "clipped"),
              with_clipping.problems.end());
    for (const auto& other : {analysed(shifted), with_clipping, opposite.finish()}) {
        EXPECT_NEAR(other.rhythm.tempo_bpm, expected.rhythm.tempo_bpm, 0.5);
        EXPECT_EQ(other.tonality.key, expected.tonality.key);
        EXPECT_EQ(other.tonality.mode, expected.tonality.mode);
    }
    const auto chords_alone = cadence(9, true, 5);
    Signal lifted = chords_alone;
    for (float& sample : lifted) sample += 0.4F;
    EXPECT_EQ(analysed(lifted).tonality.key, analysed(chords_alone).tonality.key);
}

TEST(Analyzer, HearsTheSameAtAnySampleRate) {
    const auto at_rate = [](double sample_rate) {
        Signal signal = sine(220, 0.2, 6, sample_rate);
        for (const double hz : {277.18, 329.63, 440.0})
            for (std::size_t i = 0; const float sample : sine(hz, 0.1, 6, sample_rate)) signal[i++] += sample;
        for (std::size_t i = 0; i < signal.size(); ++i)
            signal[i] *=
                static_cast<float>(std::exp(-6 * std::fmod(static_cast<double>(i) / sample_rate, 0.5)));
        Analyzer analyzer(sample_rate, 1);
        analyzer.push(signal);
        return analyzer.finish();
    };
    const auto expected = at_rate(22050);
    for (const double sample_rate : {8000.0, 11025.0, 16000.0, 44100.0, 48000.0, 96000.0}) {
        const auto found = at_rate(sample_rate);
        EXPECT_NEAR(found.rhythm.tempo_bpm, expected.rhythm.tempo_bpm, 0.3) << sample_rate;
        EXPECT_EQ(found.tonality.key, expected.tonality.key) << sample_rate;
        EXPECT_NEAR(found.tonality.tuning_cents, expected.tonality.tuning_cents, 2) << sample_rate;
        EXPECT_NEAR(found.loudness.integrated_lufs, expected.loudness.integrated_lufs, 0.2) << sample_rate;
    }
}

TEST(Analyzer, SaysNothingOfSilenceAndLittleOfAlmostNothing) {
    const auto silent = analysed(silence(4));
    EXPECT_FALSE(silent.features.describes_sound());
    EXPECT_TRUE(silent.embedding.empty());
    EXPECT_EQ(silent.features[AudioFeature::duration_ms], 4000);
    EXPECT_EQ(silent.problems.front(), "silent");
    for (const std::size_t length : {0U, 1U, 10U, 441U, 1024U, 22050U}) {
        const auto found = analysed(Signal(length, 0.3F));
        EXPECT_NEAR(found.duration_s, static_cast<double>(length) / rate, 1e-9) << length;
        EXPECT_FALSE(found.problems.empty()) << length;
    }
}

TEST(Analyzer, TakesDamagedSamplesForSilence) {
    auto signal = mixed(drums(rock, 0.125, 6), cadence(0, false, 6));
    const auto expected = analysed(signal);
    for (std::size_t i = 5; i < signal.size(); i += 5000)
        signal[i] =
            i % 2 == 0 ? std::numeric_limits<float>::quiet_NaN() : std::numeric_limits<float>::infinity();
    const auto found = analysed(signal);
    EXPECT_EQ(found.problems.back(), "samples that are no numbers");
    EXPECT_EQ(found.tonality.key, expected.tonality.key);
    for (const float value : found.embedding) EXPECT_TRUE(std::isfinite(value));
}

TEST(Analyzer, RefusesWhatItCannotHear) {
    EXPECT_THROW(Analyzer(999, 2), Error);
    EXPECT_THROW(Analyzer(44100, 0), Error);
    EXPECT_THROW(Analyzer(44100, 9), Error);
    Analyzer analyzer(44100, 2);
    const Signal three(3);
    EXPECT_THROW(analyzer.push(three), Error);
}

TEST(Embedding, HasItsLengthAndPutsLikeBesideLike) {
    const auto distance = [](const TrackAnalysis& a, const TrackAnalysis& b) {
        double sum = 0;
        for (std::size_t i = 0; i < a.embedding.size(); ++i)
            sum += std::pow(a.embedding[i] - b.embedding[i], 2);
        return std::sqrt(sum);
    };
    const auto band = analysed(mixed(drums(rock, 0.125, 8), cadence(0, false, 8)));
    const auto like = analysed(mixed(drums(rock, 0.12, 8), cadence(5, false, 8)));
    const auto talk = analysed(speech(8, 3));
    ASSERT_EQ(band.embedding.size(), embedding_length);
    EXPECT_LT(distance(band, like), 0.5 * distance(band, talk));
}

}  // namespace
}  // namespace attune::features
