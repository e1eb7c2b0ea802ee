#include "core/json.h"
#include "features/result/listening.h"
#include "features/rhythm/onset.h"
#include "features/signals.h"
#include "features/timbre/mfcc.h"
#include "source_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>

// What librosa says of small sounds: tests/data/features/make_golden.py, which also says where it means something else.

namespace attune::features {
namespace {

using signals::Signal;

const Json& golden() {
    static const Json all = [] {
        std::ifstream in(source_folder() / "tests/data/features/librosa.json");
        return Json::parse(in);
    }();
    return all;
}

/// The sound of a list of events: [at, length, hz (0: noise), amplitude, decay].
Signal sound_of(const Json& about) {
    Signal sound = signals::silence(about["seconds"].get<double>());
    std::uint32_t number = 0;
    for (const auto& event : about["events"]) {
        ++number;
        const auto at = event[0].get<double>(), length = event[1].get<double>(), hz = event[2].get<double>();
        const auto amplitude = event[3].get<double>(), decay = event[4].get<double>();
        const auto start = static_cast<std::size_t>(at * signals::rate + 0.5);
        const auto n = static_cast<std::size_t>(length * signals::rate);
        std::uint32_t state = number;
        for (std::size_t i = 0; i < n && start + i < sound.size(); ++i) {
            const double t = static_cast<double>(i) / signals::rate;
            state = state * 1664525U + 1013904223U;
            const double wave = hz > 0 ? std::sin(2 * std::numbers::pi * hz * t) : state / 2147483648.0 - 1;
            sound[start + i] += static_cast<float>(amplitude * std::exp(-decay * t) * wave);
        }
    }
    return sound;
}

Listening heard(const Json& about) {
    std::vector<Stereo> both;
    for (const float sample : sound_of(about)) both.emplace_back(sample, sample);
    Listening listening;
    listening.push(both);
    listening.end();
    return listening;
}

double cosine(const std::vector<double>& a, const std::vector<double>& b) {
    double ab = 0, aa = 0, bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += a[i] * b[i];
        aa += a[i] * a[i];
        bb += b[i] * b[i];
    }
    return ab / std::sqrt(aa * bb);
}

std::vector<double> less_mean(std::vector<double> values) {
    double mean = 0;
    for (const double value : values) mean += value / static_cast<double>(values.size());
    for (double& value : values) value -= mean;
    return values;
}

TEST(AgainstLibrosa, MelBandsHaveTheSameDecibels) {
    for (const auto& about : golden()["spectra"]) {
        const auto listening = heard(about);
        const auto& mel = listening.mel();
        double loudest = -320;
        for (const auto& row : about["decibels"])
            for (const auto& level : row) loudest = std::max(loudest, level.get<double>());
        std::size_t n_compared = 0;
        for (std::size_t i = 0; i < about["frames"].size(); ++i)
            for (std::size_t band = 0; band < n_mels; ++band) {
                const auto wanted = about["decibels"][i][band].get<double>();
                if (wanted < loudest - 90) continue;  // what float32 leaves of silence
                ++n_compared;
                const auto frame = about["frames"][i].get<std::size_t>();
                EXPECT_NEAR(mel.decibels(frame, band), wanted, 0.05)
                    << "frame " << frame << ", band " << band;
            }
        EXPECT_GT(n_compared, 250U);
    }
}

TEST(AgainstLibrosa, CepstralCoefficientsHaveTheSameMoments) {
    for (const auto& about : golden()["spectra"]) {
        const auto mfcc = mfcc_statistics(heard(about).mel());
        for (std::size_t c = 0; c < n_mfcc; ++c) {
            EXPECT_NEAR(mfcc.values[c].mean(), about["mfcc_mean"][c].get<double>(), 0.1) << c;
            EXPECT_NEAR(mfcc.values[c].deviation(), about["mfcc_deviation"][c].get<double>(), 0.1) << c;
            EXPECT_NEAR(mfcc.changes[c].deviation(), about["change_deviation"][c].get<double>(), 0.1) << c;
        }
    }
}

TEST(AgainstLibrosa, TuningAndPitchClassesAreTheSame) {
    for (const auto& about : golden()["tones"]) {
        const auto listening = heard(about);
        const auto& pitch = listening.pitch();
        EXPECT_NEAR(pitch.tuning_cents(), about["tuning_cents"].get<double>(), 4);
        FineChroma sum{};
        for (const auto& segment : pitch.segments())
            for (std::size_t i = 0; i < pitch_parts; ++i) sum[i] += segment[i];
        const auto folded = fold_chroma(sum, pitch.tuning_cents());
        const auto wanted = about["chroma"].get<std::vector<double>>();
        EXPECT_GT(cosine({folded.begin(), folded.end()}, wanted), 0.95);
        // Theirs counts an overtone for itself: a fifth may stand higher than what it belongs to.
        const auto ours = static_cast<std::size_t>(std::ranges::max_element(folded) - folded.begin());
        EXPECT_LE(std::ranges::count_if(wanted, [&](double other) { return other > wanted[ours]; }), 1);
    }
}

TEST(AgainstLibrosa, OnsetsStandAtTheSameMoments) {
    for (const auto& about : golden()["rhythms"]) {
        const auto listening = heard(about);
        const auto onsets = onset_strength(listening.mel(), listening.mel_bands().centres());
        const auto& strength = onsets.of(OnsetBand::all);
        const auto wanted = about["strength"].get<std::vector<double>>();
        std::vector<double> ours(strength.begin(),
                                 strength.begin() + static_cast<std::ptrdiff_t>(wanted.size()));
        EXPECT_GT(cosine(less_mean(ours), less_mean(wanted)), 0.8) << about["bpm"];
        for (const auto& onset : about["onsets"]) {
            const auto frame = onset.get<std::size_t>();
            const auto from = frame < 3 ? 0 : frame - 3;
            EXPECT_GT(*std::max_element(strength.begin() + static_cast<std::ptrdiff_t>(from),
                                        strength.begin() + static_cast<std::ptrdiff_t>(frame) + 4),
                      1)
                << about["bpm"] << " at " << frame;
        }
        const auto n_onsets = static_cast<double>(about["onsets"].size());
        const double seconds = about["seconds"].get<double>();
        EXPECT_NEAR(onsets_per_second(strength, frames_per_s) * seconds, n_onsets, 2) << about["bpm"];
    }
}

TEST(AgainstLibrosa, TempoAndBeatsAreTheSame) {
    for (const auto& about : golden()["rhythms"]) {
        const auto rhythm = signals::analysed(sound_of(about)).rhythm;
        EXPECT_NEAR(rhythm.tempo_bpm, about["bpm"].get<double>(), 0.5);
        // Of the slowest librosa taps every half beat.
        const double tapped = about["beat_bpm"].get<double>();
        EXPECT_NEAR(rhythm.tempo_bpm, tapped > 150 ? tapped / 2 : tapped, 1.5);
        // librosa may tap the half beats, or the other half of each.
        const double half = 30 / about["bpm"].get<double>();
        std::size_t n_near = 0;
        for (const float beat : rhythm.beats_s) {
            n_near += std::ranges::any_of(about["beats"], [&](const Json& theirs) {
                return std::abs(std::remainder(static_cast<double>(beat) - theirs.get<double>(), half)) <
                       0.03;
            });
        }
        EXPECT_GE(n_near, rhythm.beats_s.size() - 2) << about["bpm"];
        EXPECT_NEAR(static_cast<double>(rhythm.beats_s.size()), about["seconds"].get<double>() / (2 * half),
                    2);
    }
}

}  // namespace
}  // namespace attune::features
