#include "features/timbre/mfcc.h"

#include "features/front/loops.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace attune::features {
namespace {

constexpr float depth = 60;        // dB below the loudest band of the track: less is a pause, or inaudible
constexpr std::size_t step = 2;    // frames
constexpr std::size_t change = 4;  // steps

/// Rows of the discrete cosine transform, type 2, orthonormal.
std::vector<float> cosines_of(std::size_t n_mels) {
    std::vector<float> cosines(n_mfcc * n_mels);
    for (std::size_t c = 0; c < n_mfcc; ++c)
        for (std::size_t m = 0; m < n_mels; ++m) {
            const double angle = std::numbers::pi * static_cast<double>(c) * (static_cast<double>(m) + 0.5) /
                                 static_cast<double>(n_mels);
            cosines[c * n_mels + m] = static_cast<float>(
                std::cos(angle) * std::sqrt((c == 0 ? 1.0 : 2.0) / static_cast<double>(n_mels)));
        }
    return cosines;
}

float loudest_of(const MelHistory& mel) {
    float loudest = -320;
    for (std::size_t t = 0; t < mel.n_frames(); ++t)
        for (std::size_t m = 0; m < mel.n_mels(); ++m) loudest = std::max(loudest, mel.decibels(t, m));
    return loudest;
}

}  // namespace

MfccStatistics mfcc_statistics(const MelHistory& mel) {
    MfccStatistics statistics;
    const std::size_t n_mels = mel.n_mels();
    const auto cosines = cosines_of(n_mels);
    const float loudest = loudest_of(mel);
    std::array<std::array<float, n_mfcc>, change> past{};
    std::vector<float> levels(n_mels);
    std::size_t n_since_pause = 0;
    for (std::size_t t = 0; t < mel.n_frames(); t += step) {
        bool sounds = false;
        for (std::size_t m = 0; m < n_mels; ++m) {
            const float above = mel.decibels(t, m) - loudest + depth;
            levels[m] = std::max(0.0F, above);
            sounds = sounds || above > 0;
        }
        if (!sounds) {
            n_since_pause = 0;
            continue;
        }
        auto& before = past[n_since_pause % change];
        for (std::size_t c = 0; c < n_mfcc; ++c) {
            const float sum = loops().dot(cosines.data() + c * n_mels, levels.data(), n_mels);
            statistics.values[c].add(sum);
            if (n_since_pause >= change) statistics.changes[c].add(sum - before[c]);
            before[c] = sum;
        }
        ++n_since_pause;
    }
    return statistics;
}

}  // namespace attune::features
