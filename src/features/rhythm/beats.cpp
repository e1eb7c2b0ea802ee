#include "features/rhythm/beats.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace attune::features {
namespace {

constexpr double tightness = 300;  // what a beat off its time costs, times its squared log2 deviation

/// The strength in units of its standard deviation, a little smoothed: a beat may be a frame early or late.
std::vector<float> prepared(const std::vector<float>& strength) {
    double squares = 0;
    for (const float value : strength) squares += static_cast<double>(value) * value;
    const auto scale =
        static_cast<float>(1 / std::sqrt(squares / static_cast<double>(strength.size()) + 1e-12));
    std::vector<float> smooth(strength.size());
    for (std::size_t t = 0; t < strength.size(); ++t) {
        const float left = t > 0 ? strength[t - 1] : 0.0F;
        const float right = t + 1 < strength.size() ? strength[t + 1] : 0.0F;
        smooth[t] = scale * (0.25F * left + 0.5F * strength[t] + 0.25F * right);
    }
    return smooth;
}

}  // namespace

std::vector<double> track_beats(const std::vector<float>& strength, double period) {
    const std::size_t n = strength.size();
    if (!(period >= 4) || static_cast<double>(n) < period) return {};
    const auto local = prepared(strength);
    const auto nearest = static_cast<std::size_t>(period / 2);
    const auto farthest = static_cast<std::size_t>(2 * period);
    std::vector<float> costs(farthest + 1, 0.0F);
    for (std::size_t lag = nearest; lag <= farthest; ++lag) {
        const double octaves = std::log2(static_cast<double>(lag) / period);
        costs[lag] = static_cast<float>(tightness * octaves * octaves);
    }
    std::vector<float> scores(n);
    std::vector<std::uint32_t> lags(n, 0);  // back to the beat before; 0 = none
    for (std::size_t t = 0; t < n; ++t) {
        float best = 0;
        std::size_t back = 0;
        for (std::size_t lag = nearest; lag <= std::min(farthest, t); ++lag) {
            const float score = scores[t - lag] - costs[lag];
            if (score > best) {
                best = score;
                back = lag;
            }
        }
        scores[t] = local[t] + best;
        lags[t] = static_cast<std::uint32_t>(back);
    }
    const auto last_period = n - std::min(n, static_cast<std::size_t>(period) + 1);
    auto t = static_cast<std::size_t>(
        std::max_element(scores.begin() + static_cast<std::ptrdiff_t>(last_period), scores.end()) -
        scores.begin());
    std::vector<double> beats;
    while (true) {
        beats.push_back(static_cast<double>(t));
        if (lags[t] == 0) break;
        t -= lags[t];
    }
    std::reverse(beats.begin(), beats.end());
    return beats;
}

}  // namespace attune::features
