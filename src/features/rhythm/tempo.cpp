#include "features/rhythm/tempo.h"

#include "features/rhythm/tempo_weights.h"

#include <algorithm>
#include <cmath>

namespace attune::features {
namespace {

constexpr double comb_noise = 0.06;  // what a comb finds in noise
constexpr double comb_full = 0.45;   // what it finds in a drum machine with a band around it

double score_of(const TempoCandidate& candidate) {
    double score = 0;
    for (std::size_t i = 0; i < n_tempo_evidence; ++i)
        score += static_cast<double>(tempo_direct[i]) * candidate.evidence[i];
    for (std::size_t unit = 0; unit < n_tempo_units; ++unit) {
        double sum = tempo_bias[unit];
        const float* weight = tempo_inner.data() + unit * n_tempo_evidence;
        for (std::size_t i = 0; i < n_tempo_evidence; ++i)
            sum += static_cast<double>(weight[i]) * candidate.evidence[i];
        score += static_cast<double>(tempo_outer[unit]) * std::tanh(sum);
    }
    return score;
}

std::vector<double> chances_of(const std::vector<TempoCandidate>& candidates) {
    std::vector<double> chances;
    for (const auto& candidate : candidates) chances.push_back(score_of(candidate));
    const double highest = *std::max_element(chances.begin(), chances.end());
    double total = 0;
    for (double& chance : chances) total += chance = std::exp(chance - highest);
    for (double& chance : chances) chance /= total;
    return chances;
}

bool is_level_of(double period, double other) {
    constexpr std::array<double, 4> levels{2, 0.5, 3, 1.0 / 3};
    return std::any_of(levels.begin(), levels.end(),
                       [&](double level) { return std::fabs(period / (other * level) - 1) < 0.05; });
}

/// What repeats every `period`: the mean of a comb's teeth as far as the window goes, [0, 1].
double pulse_of(const std::vector<float>& lags, double period) {
    double sum = 0;
    int n_teeth = 0;
    for (int k = 1; k <= 4; ++k) {
        const auto centre = static_cast<std::size_t>(std::lround(k * period));
        if (centre + 1 >= lags.size()) break;
        sum += std::max({lags[centre - 1], lags[centre], lags[centre + 1]});
        ++n_teeth;
    }
    return n_teeth == 0 ? 0 : sum / n_teeth;
}

}  // namespace

Tempo choose_tempo(const std::vector<TempoCandidate>& candidates, const Periodicity& periodicity) {
    Tempo tempo;
    if (candidates.empty()) return tempo;
    const auto chances = chances_of(candidates);
    const auto best =
        static_cast<std::size_t>(std::max_element(chances.begin(), chances.end()) - chances.begin());
    tempo.period = candidates[best].period;
    tempo.bpm = static_cast<float>(candidates[best].bpm());
    tempo.chance = static_cast<float>(chances[best]);
    double next = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (i == best || chances[i] <= next || !is_level_of(candidates[i].period, tempo.period)) continue;
        next = chances[i];
        tempo.alternative = static_cast<float>(candidates[i].bpm());
    }
    double comb = 0;
    for (int k = 1; k <= 4; ++k) comb += periodicity.near(OnsetBand::all, k * tempo.period, 0.01) / 4;
    tempo.pulse = static_cast<float>(std::clamp((comb - comb_noise) / (comb_full - comb_noise), 0.0, 1.0));
    return tempo;
}

float tempo_steadiness(const Tempo& tempo, const Periodicity& periodicity) {
    constexpr double step = 1.01;
    constexpr double close = 1.04;
    // Where a window hears another level of the same metre, its tempo has not changed.
    constexpr std::array<double, 3> levels{1, 0.75, 4.0 / 3};
    if (!(tempo.period > 0)) return 0;
    double steady = 0;
    double all = 0;
    for (const auto& lags : periodicity.windows()) {
        if (lags.empty()) continue;
        double best = tempo.period;
        double strength = pulse_of(lags, best) * 1.02;  // a tie is the track's own
        for (double period = tempo.period / 1.4; period < tempo.period * 1.4; period *= step) {
            const double other = pulse_of(lags, period);
            if (other > strength) {
                strength = other;
                best = period;
            }
        }
        const bool same = std::any_of(levels.begin(), levels.end(), [&](double level) {
            return std::fabs(std::log(best / (tempo.period * level))) < std::log(close);
        });
        const double weight = std::max(0.0, strength);
        all += weight;
        if (same) steady += weight;
    }
    const double share = all > 0 ? steady / all : 0;
    return static_cast<float>(share * share);  // the chance that two moments both keep it
}

}  // namespace attune::features
