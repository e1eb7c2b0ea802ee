#include "features/metre_evidence.h"

#include "features/tempo_weights.h"

#include <algorithm>
#include <cmath>

namespace attune::features {

MetreEvidence metre_evidence(const Periodicity& periodicity, double period) {
    MetreEvidence evidence{};
    std::size_t at = 0;
    for (std::size_t band = 0; band < n_onset_bands; ++band)
        for (const double ratio : metre_ratios)
            evidence[at++] = periodicity.near(static_cast<OnsetBand>(band), ratio * period, 0.015);
    return evidence;
}

Metre choose_metre(const MetreEvidence& evidence) {
    std::array<double, n_metres> scores{};
    for (std::size_t metre = 0; metre < n_metres; ++metre) {
        const float* weight = metre_weights.data() + metre * (n_metre_evidence + 1);
        scores[metre] = *weight++;
        for (const float value : evidence) scores[metre] += static_cast<double>(*weight++) * value;
    }
    const auto best = std::max_element(scores.begin(), scores.end());
    double total = 0;
    for (const double score : scores) total += std::exp(score - *best);
    return {metres[static_cast<std::size_t>(best - scores.begin())], static_cast<float>(1 / total)};
}

}  // namespace attune::features
