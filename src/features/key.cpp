#include "features/key.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace attune::features {
namespace {

// Shares of scale degrees in pieces whose key is known (Albrecht and Shanahan 2013, table 2).
constexpr Chroma major_profile{.238F, .006F, .111F, .006F, .137F, .094F,
                               .016F, .214F, .009F, .080F, .008F, .081F};
constexpr Chroma minor_profile{.220F, .006F, .104F, .123F, .019F, .103F,
                               .012F, .214F, .062F, .022F, .061F, .052F};

constexpr double sure_lead = 0.10;  // over the next key: about where nine of ten are right
constexpr float least_tonal_share = 0.05F;
constexpr float sounding = 1e-3F;

/// The correlation of a chroma with a profile whose tonic is `tonic`.
double correlation(const Chroma& chroma, const Chroma& profile, std::size_t tonic) {
    double sum_x = 0;
    double sum_y = 0;
    for (std::size_t i = 0; i < 12; ++i) {
        sum_x += chroma[i];
        sum_y += profile[i];
    }
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (std::size_t i = 0; i < 12; ++i) {
        const double x = chroma[(i + tonic) % 12] - sum_x / 12;
        const double y = profile[i] - sum_y / 12;
        xy += x * y;
        xx += x * x;
        yy += y * y;
    }
    return xx > 0 ? xy / std::sqrt(xx * yy) : 0;
}

/// How far pitch classes are shared out like a scale's, [0, 1]: what has all twelve alike has no key, whatever resembles
/// it most, nor has a single tone.
double scale_likeness(const Chroma& shares) {
    constexpr double even = 0.3;      // deviation over mean: of a cluster of all notes
    constexpr double diatonic = 0.7;  // of a scale of seven
    constexpr double tone =
        2.2;  // classes that count: of one tone and its fifth, which is its third harmonic
    constexpr double triads = 3.5;  // of a few chords
    double squares = 0;
    for (const float share : shares) squares += static_cast<double>(share) * share;
    const double unevenness = std::sqrt(std::max(0.0, 12 * squares - 1));
    const double n_classes = 1 / squares;
    return std::clamp((unevenness - even) / (diatonic - even), 0.0, 1.0) *
           std::clamp((n_classes - tone) / (triads - tone), 0.0, 1.0);
}

Chroma mean_chroma(std::span<const FineChroma> segments, float tuning_cents) {
    Chroma sum{};
    for (const auto& segment : segments) {
        const auto chroma = fold_chroma(segment, tuning_cents);
        float total = 0;
        for (const float value : chroma) total += value;
        if (!(total > 0)) continue;
        for (std::size_t i = 0; i < 12; ++i) sum[i] += chroma[i] / total;
    }
    return sum;
}

}  // namespace

Tonality find_key(const Chroma& chroma) {
    Tonality found;
    float total = 0;
    for (const float value : chroma) total += value;
    if (!(total > sounding)) return found;
    for (std::size_t i = 0; i < 12; ++i) found.chroma[i] = chroma[i] / total;
    double best = -1;
    double second = -1;
    std::array<double, 2> best_of_mode{-1, -1};
    for (std::size_t tonic = 0; tonic < 12; ++tonic)
        for (const int mode : {0, 1}) {
            const double strength = correlation(chroma, mode == 1 ? major_profile : minor_profile, tonic);
            auto& best_here = best_of_mode[static_cast<std::size_t>(mode)];
            best_here = std::max(best_here, strength);
            if (strength > best) {
                second = best;
                best = strength;
                found.key = static_cast<int>(tonic);
                found.mode = mode;
            } else {
                second = std::max(second, strength);
            }
        }
    found.majorness = static_cast<float>(best_of_mode[1] - best_of_mode[0]);
    found.key_strength = static_cast<float>(std::max(0.0, best));
    const double lead = 1 - std::exp(-2.3 * (best - second) / sure_lead);
    found.key_confidence = static_cast<float>(std::max(0.0, best) * lead * scale_likeness(found.chroma));
    return found;
}

Tonality find_key(const PitchCollector& pitch) {
    const float tuning = pitch.tuning_cents();
    if (pitch.tonal_share() < least_tonal_share) return {};
    auto found = find_key(mean_chroma(pitch.segments(), tuning));
    found.tuning_cents = tuning;
    return found;
}

}  // namespace attune::features
