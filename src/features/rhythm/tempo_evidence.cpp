#include "features/rhythm/tempo_evidence.h"

#include "features/front/rates.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::features {
namespace {

constexpr double slowest = 38;   // BPM
constexpr double fastest = 250;  // BPM
constexpr double grid = 1.01;    // step between periods that are tried
constexpr double same = 1.05;    // periods within this ratio are one candidate
constexpr std::size_t n_strongest = 4;
constexpr std::array<double, 9> relatives{0.25, 1.0 / 3, 0.5, 2.0 / 3, 1, 1.5, 2, 3, 4};
constexpr double tempo_width = 0.25;  // octaves: of the bumps around evidence_tempi

double period_of(double bpm) { return 60 * frames_per_s / bpm; }

/// How much of what repeats does so every `period`: a comb of four teeth, and less what lies between them.
double comb(const Periodicity& periodicity, double period) {
    double sum = 0;
    for (int k = 1; k <= 4; ++k) sum += periodicity.near(OnsetBand::all, k * period, 0.01);
    return sum / 4;
}

std::vector<double> strongest_periods(const Periodicity& periodicity) {
    std::vector<double> periods;
    std::vector<double> strengths;
    for (double period = period_of(fastest); period <= period_of(slowest); period *= grid) {
        periods.push_back(period);
        strengths.push_back(comb(periodicity, period));
    }
    std::vector<std::size_t> peaks;
    for (std::size_t i = 1; i + 1 < periods.size(); ++i)
        if (strengths[i] > 0 && strengths[i] >= strengths[i - 1] && strengths[i] > strengths[i + 1])
            peaks.push_back(i);
    std::sort(peaks.begin(), peaks.end(), [&](auto a, auto b) { return strengths[a] > strengths[b]; });
    std::vector<double> strongest;
    for (const auto peak : peaks)
        if (strongest.size() < n_strongest) strongest.push_back(periods[peak]);
    return strongest;
}

/// A period to a part of a frame: from peaks ever farther out.
double refined(const Periodicity& periodicity, double period) {
    double found = periodicity.peak_near(OnsetBand::all, period, 0.03);
    if (std::fabs(found / period - 1) > 0.04) found = period;
    for (const int k : {2, 4, 8}) {
        if (k * found > 0.9 * Periodicity::n_lags) break;
        const double farther = periodicity.peak_near(OnsetBand::all, k * found, 0.015 / k) / k;
        if (std::fabs(farther / found - 1) < 0.02) found = farther;
    }
    return found;
}

/// What is the same for all candidates of a track.
struct Events {
    std::array<float, n_onset_bands> per_frame{};
    std::array<float, n_onset_bands> strength{};  // log2 of the mean, dB
};

Events events_of(const OnsetStrength& onsets) {
    constexpr float least = 0.05F;  // dB
    Events events;
    for (std::size_t band = 0; band < n_onset_bands; ++band) {
        const auto& strength = onsets.bands[band];
        events.per_frame[band] = onsets_per_second(strength, 1);
        const double sum = std::accumulate(strength.begin(), strength.end(), 0.0);
        events.strength[band] = std::log2(
            least + static_cast<float>(sum / static_cast<double>(std::max<std::size_t>(1, strength.size()))));
    }
    return events;
}

void fill_evidence(TempoCandidate& candidate, const Periodicity& periodicity, const Events& events) {
    std::size_t at = 0;
    for (std::size_t band = 0; band < n_onset_bands; ++band)
        for (const double ratio : evidence_ratios)
            candidate.evidence[at++] =
                periodicity.near(static_cast<OnsetBand>(band), ratio * candidate.period);
    for (const double tempo : evidence_tempi) {
        const double octaves = std::log2(candidate.bpm() / tempo) / tempo_width;
        candidate.evidence[at++] = static_cast<float>(std::exp(-0.5 * octaves * octaves));
    }
    for (const float per_frame : events.per_frame)
        candidate.evidence[at++] = std::log2(0.1F + per_frame * static_cast<float>(candidate.period));
    for (std::size_t pair = 0; pair < onset_pairs.size(); ++pair)
        for (const double ratio : evidence_pair_ratios)
            candidate.evidence[at++] = periodicity.near(pair, ratio * candidate.period);
    for (const auto band : {OnsetBand::low, OnsetBand::all})
        for (const double ratio : evidence_bar_ratios)
            candidate.evidence[at++] = periodicity.near(band, ratio * candidate.period, 0.01);
    for (const float strength : events.strength) candidate.evidence[at++] = strength;
}

}  // namespace

double TempoCandidate::bpm() const noexcept { return 60 * frames_per_s / period; }

std::vector<TempoCandidate> tempo_candidates(const OnsetStrength& onsets, const Periodicity& periodicity) {
    const auto events = events_of(onsets);
    std::vector<TempoCandidate> candidates;
    const auto is_known = [&](double period) {
        return std::any_of(candidates.begin(), candidates.end(), [&](const auto& other) {
            return std::fabs(std::log(other.period / period)) < std::log(same);
        });
    };
    for (const double strong : strongest_periods(periodicity))
        for (const double relative : relatives) {
            const double period = strong * relative;
            if (period < period_of(fastest) || period > period_of(slowest) || is_known(period)) continue;
            TempoCandidate candidate;
            candidate.period = refined(periodicity, period);
            if (is_known(candidate.period)) continue;
            fill_evidence(candidate, periodicity, events);
            candidates.push_back(candidate);
        }
    return candidates;
}

}  // namespace attune::features
