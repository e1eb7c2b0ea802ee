#include "features/rhythm/onset.h"

#include <algorithm>
#include <cmath>

namespace attune::features {
namespace {

constexpr std::size_t lag = 2;       // frames; a frame is four hops long, so one hop back is half the same
constexpr float band_depth = 30;     // dB below a band's own level that still counts
constexpr float track_depth = 75;    // dB below the loudest band
constexpr float steepest = 40;       // dB: from silence to sound is no more of an onset than this
constexpr float vibrato_from = 900;  // Hz: above, bands are narrower than a vibrato
constexpr std::size_t surroundings = 34;               // frames on each side: 0.4 s
constexpr std::array<float, 3> edges{200, 800, 3200};  // Hz, between OnsetBand low, low_mid, mid, high

float percentile_95(std::vector<float>& values) {
    if (values.empty()) return -320;
    const auto at = values.begin() + static_cast<std::ptrdiff_t>((values.size() - 1) * 95 / 100);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// The level below which each band counts as silent.
std::vector<float> floors_of(const MelHistory& mel) {
    std::vector<float> floors(mel.n_mels());
    const std::size_t step = 1 + mel.n_frames() / 20000;  // enough to know a percentile
    std::vector<float> levels;
    for (std::size_t band = 0; band < mel.n_mels(); ++band) {
        levels.clear();
        for (std::size_t t = 0; t < mel.n_frames(); t += step) levels.push_back(mel.decibels(t, band));
        floors[band] = percentile_95(levels);
    }
    const float loudest = *std::max_element(floors.begin(), floors.end());
    for (float& level : floors) level = std::max(level - band_depth, loudest - track_depth);
    return floors;
}

std::vector<std::size_t> groups_of(const std::vector<float>& centres) {
    std::vector<std::size_t> groups;
    for (const float centre : centres)
        groups.push_back(
            static_cast<std::size_t>(std::upper_bound(edges.begin(), edges.end(), centre) - edges.begin()));
    return groups;
}

/// What stands above the mean of its surroundings.
void sharpen(std::vector<float>& strength) {
    const std::size_t n = strength.size();
    std::vector<double> sums(n + 1, 0);
    for (std::size_t t = 0; t < n; ++t) sums[t + 1] = sums[t] + strength[t];
    for (std::size_t t = 0; t < n; ++t) {
        const std::size_t first = t > surroundings ? t - surroundings : 0;
        const std::size_t last = std::min(n, t + surroundings + 1);
        const double mean = (sums[last] - sums[first]) / static_cast<double>(last - first);
        strength[t] = std::max(0.0F, strength[t] - static_cast<float>(mean));
    }
}

void levels_at(const MelHistory& mel, std::size_t frame, const std::vector<float>& floors,
               std::vector<float>& out) {
    for (std::size_t band = 0; band < out.size(); ++band)
        out[band] = std::max(floors[band], mel.decibels(frame, band));
}

}  // namespace

OnsetStrength onset_strength(const MelHistory& mel, const std::vector<float>& centres) {
    const std::size_t n = mel.n_frames();
    OnsetStrength found;
    for (auto& band : found.bands) band.assign(n, 0.0F);
    if (n <= lag) return found;
    const auto floors = floors_of(mel);
    const auto groups = groups_of(centres);
    std::array<float, n_onset_bands> sizes{};
    for (const auto group : groups) sizes[group] += 1;
    std::array<std::vector<float>, lag + 1> levels;
    for (auto& level : levels) level.resize(mel.n_mels());
    for (std::size_t t = 0; t < lag; ++t) levels_at(mel, t, floors, levels[t]);
    for (std::size_t t = lag; t < n; ++t) {
        auto& now = levels[t % (lag + 1)];
        const auto& before = levels[(t - lag) % (lag + 1)];
        levels_at(mel, t, floors, now);
        std::array<float, n_onset_bands> sums{};
        for (std::size_t band = 0; band < now.size(); ++band) {
            float earlier = before[band];
            if (centres[band] > vibrato_from) {
                earlier = std::max(earlier, before[band - 1]);
                if (band + 1 < now.size()) earlier = std::max(earlier, before[band + 1]);
            }
            sums[groups[band]] += std::clamp(now[band] - earlier, 0.0F, steepest);
        }
        for (std::size_t group = 0; group + 1 < n_onset_bands; ++group) {
            found.bands[group][t] = sums[group] / std::max(1.0F, sizes[group]);
            found.bands[n_onset_bands - 1][t] += found.bands[group][t] / (n_onset_bands - 1);
        }
    }
    for (auto& band : found.bands) sharpen(band);
    return found;
}

float onsets_per_second(const std::vector<float>& strength, double frames_per_s) {
    constexpr float least = 1.0F;       // dB, mean over the bands
    constexpr std::size_t nearest = 4;  // frames between two events: 46 ms
    if (strength.size() < 3) return 0;
    double mean = 0;
    for (const float value : strength) mean += value;
    const float threshold = std::max(least, static_cast<float>(mean / static_cast<double>(strength.size())));
    std::size_t n_events = 0;
    std::size_t last = 0;
    for (std::size_t t = 1; t + 1 < strength.size(); ++t) {
        const bool peak =
            strength[t] > threshold && strength[t] >= strength[t - 1] && strength[t] > strength[t + 1];
        if (!peak || (n_events > 0 && t < last + nearest)) continue;
        ++n_events;
        last = t;
    }
    return static_cast<float>(static_cast<double>(n_events) * frames_per_s /
                              static_cast<double>(strength.size()));
}

}  // namespace attune::features
