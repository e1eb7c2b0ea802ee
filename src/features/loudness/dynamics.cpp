#include "features/loudness/dynamics.h"

#include "features/analysis/moments.h"
#include "features/front/rates.h"
#include "fourier/line.h"

#include <algorithm>
#include <cmath>

namespace attune::features {
namespace {

constexpr float pause_depth = 25;     // dB below the loud frames
constexpr float sounding_depth = 50;  // dB below the loud frames: what still counts as sound
constexpr float voice_from = 300;     // Hz
constexpr float voice_to = 3400;      // Hz: the band of a telephone
constexpr float floor_from = 500;     // Hz
constexpr std::size_t window = 256;   // frames: 3 s
constexpr double slow_hz = 0.8;
constexpr double syllables_from = 3;  // Hz
constexpr double syllables_to = 8;    // Hz
constexpr double fast_hz = 16;

float percentile(std::vector<float> values, double share) {
    if (values.empty()) return 0;
    const auto at =
        values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// Power of the bands in [from, to) Hz, dB, of each frame.
std::vector<float> levels_of(const MelHistory& mel, const std::vector<float>& centres, float from, float to) {
    std::vector<float> levels(mel.n_frames());
    for (std::size_t t = 0; t < levels.size(); ++t) {
        float sum = 0;
        for (std::size_t band = 0; band < centres.size(); ++band)
            if (centres[band] >= from && centres[band] < to)
                sum += std::exp2(mel.decibels(t, band) * 0.33219281F);
        levels[t] = 10 * std::log10(sum + 1e-32F);
    }
    return levels;
}

/// Of the modulation of levels, the share at the rate of syllables; mean of windows of 3 s, weighted by how
/// much moves.
float syllable_share(const std::vector<float>& levels, float loud) {
    fourier::Line line(window);
    double syllables = 0;
    double all = 0;
    for (std::size_t start = 0; start + window <= levels.size(); start += window / 2) {
        const auto values = line.values();
        double mean = 0;
        for (std::size_t t = 0; t < window; ++t)
            mean += std::max(levels[start + t], loud - sounding_depth) / window;
        for (std::size_t t = 0; t < window; ++t) {
            const double taper = std::sin(3.14159265358979 * (static_cast<double>(t) + 0.5) / window);
            values[t] =
                static_cast<float>(taper * (std::max(levels[start + t], loud - sounding_depth) - mean));
        }
        line.run();
        for (std::size_t k = 1; k < window / 2; ++k) {
            const double hz = static_cast<double>(k) * frames_per_s / window;
            const double power = static_cast<double>(values[k].real()) * values[k].real() +
                                 static_cast<double>(values[k].imag()) * values[k].imag();
            if (hz >= slow_hz && hz <= fast_hz) all += power;
            if (hz >= syllables_from && hz <= syllables_to) syllables += power;
        }
    }
    return all > 0 ? static_cast<float>(syllables / all) : 0.0F;
}

void take_floor(const MelHistory& mel, const std::vector<float>& centres, Dynamics& found) {
    const std::size_t step = 1 + mel.n_frames() / 20000;  // enough to know a percentile
    Moments depth;
    double mean_level = 0;
    double mean_power = 0;
    std::vector<float> levels;
    for (std::size_t band = 0; band < centres.size(); ++band) {
        if (centres[band] < floor_from) continue;
        levels.clear();
        for (std::size_t t = 0; t < mel.n_frames(); t += step) levels.push_back(mel.decibels(t, band));
        const float quiet = percentile(levels, 0.1);
        depth.add(std::max(-80.0F, quiet - percentile(levels, 0.95)));
        mean_level += quiet;
        mean_power += std::pow(10.0, 0.1 * quiet);
    }
    const auto n = static_cast<double>(std::max<std::size_t>(1, depth.count()));
    found.noise_floor_db = static_cast<float>(depth.mean());
    found.floor_flatness =
        static_cast<float>(std::pow(10.0, 0.1 * mean_level / n) / (mean_power / n + 1e-32));
}

}  // namespace

Dynamics dynamics_of(const MelHistory& mel, const std::vector<float>& centres) {
    Dynamics found;
    if (mel.n_frames() < 8) return found;
    const auto levels = levels_of(mel, centres, 0, 1e9F);
    const float loud = percentile(levels, 0.95);
    Moments sounding;
    std::size_t n_pauses = 0;
    for (const float level : levels) {
        if (level > loud - sounding_depth) sounding.add(level);
        n_pauses += level < loud - pause_depth ? 1U : 0U;
    }
    found.level_deviation_db = static_cast<float>(sounding.deviation());
    found.pause_share =
        static_cast<float>(static_cast<double>(n_pauses) / static_cast<double>(levels.size()));
    const auto voice = levels_of(mel, centres, voice_from, voice_to);
    found.syllable_share = syllable_share(voice, percentile(voice, 0.95));
    take_floor(mel, centres, found);
    return found;
}

}  // namespace attune::features
