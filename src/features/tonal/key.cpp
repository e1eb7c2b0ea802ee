#include "features/tonal/key.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace attune::features {
namespace {

/// Shares of scale degrees in pieces whose key is known, by mode: minor, major.
using Profiles = std::array<Chroma, 2>;
constexpr std::array<Profiles, 2> profiles{{
    // Albrecht and Shanahan 2013, table 2
    {{{.220F, .006F, .104F, .123F, .019F, .103F, .012F, .214F, .062F, .022F, .061F, .052F},
      {.238F, .006F, .111F, .006F, .137F, .094F, .016F, .214F, .009F, .080F, .008F, .081F}}},
    // Faraldo, Jorda and Herrera 2017, "bgate"
    {{{1, 0, .36F, .39F, 0, .38F, 0, .74F, .27F, 0, .42F, .23F},
      {1, 0, .42F, 0, .53F, .37F, 0, .77F, 0, .38F, .21F, .30F}}},
}};
constexpr float bass_weight = 0.15F;  // beside all pitches, each in units of its deviation

constexpr double sure_lead = 0.10;  // over the next key: about where nine of ten are right
constexpr float least_tonal_share = 0.05F;
constexpr float sounding = 1e-3F;

/// Mean 0, deviation 1; all 0 if all are alike.
Chroma standardised(const Chroma& chroma) {
    float mean = 0;
    for (const float value : chroma) mean += value / 12;
    float squares = 0;
    for (const float value : chroma) squares += (value - mean) * (value - mean) / 12;
    Chroma out{};
    if (!(squares > 0)) return out;
    for (std::size_t i = 0; i < 12; ++i) out[i] = (chroma[i] - mean) / std::sqrt(squares);
    return out;
}

/// The mean correlation of pitch classes (standardised) with the profiles of a mode whose tonic is `tonic`.
double correlation(const Chroma& pitches, std::size_t mode, std::size_t tonic) {
    double sum = 0;
    for (const auto& of_modes : profiles) {
        const auto profile = standardised(of_modes[mode]);
        for (std::size_t i = 0; i < 12; ++i)
            sum += static_cast<double>(pitches[(i + tonic) % 12]) * profile[i] / (12.0 * profiles.size());
    }
    return sum;
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

/// Shares of pitch classes; all 0 if nothing has a pitch.
Chroma chroma_of(std::span<const FineChroma> segments, float tuning_cents) {
    FineChroma sum{};
    for (const auto& segment : segments)
        for (std::size_t i = 0; i < pitch_parts; ++i) sum[i] += segment[i];
    auto chroma = fold_chroma(sum, tuning_cents);
    float total = 0;
    for (const float value : chroma) total += value;
    if (total > 0)
        for (float& value : chroma) value /= total;
    return chroma;
}

}  // namespace

Tonality find_key(const Chroma& chroma, const Chroma& bass) {
    Tonality found;
    float total = 0;
    for (const float value : chroma) total += value;
    if (!(total > sounding)) return found;
    for (std::size_t i = 0; i < 12; ++i) found.chroma[i] = chroma[i] / total;
    auto pitches = standardised(chroma);
    const auto low = standardised(bass);
    for (std::size_t i = 0; i < 12; ++i) pitches[i] += bass_weight * low[i];
    pitches = standardised(pitches);
    double best = -1;
    double second = -1;
    std::array<double, 2> best_of_mode{-1, -1};
    for (std::size_t tonic = 0; tonic < 12; ++tonic)
        for (const std::size_t mode : {0, 1}) {
            const double strength = correlation(pitches, mode, tonic);
            best_of_mode[mode] = std::max(best_of_mode[mode], strength);
            if (strength > best) {
                second = best;
                best = strength;
                found.key = static_cast<int>(tonic);
                found.mode = static_cast<int>(mode);
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
    auto found = find_key(chroma_of(pitch.segments(), tuning), chroma_of(pitch.bass_segments(), tuning));
    found.tuning_cents = tuning;
    return found;
}

}  // namespace attune::features
