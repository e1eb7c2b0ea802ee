#include "features/rhythm/metre_evidence.h"

#include "features/rhythm/tempo_weights.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace attune::features {
namespace {

constexpr std::size_t n_parts = 3;  // metre_ratios below a beat: how it is divided; the others group beats

constexpr float noise = 0.2F;  // differences below it are chance

/// Only what repeats more than the rest tells a metre (a click that is always the same tells nothing), and a drum
/// machine, which repeats perfectly, no more than a band that does not.
void contrast(std::span<float> values) {
    float sum = 0;
    for (const float value : values) sum += value;
    float squares = 0;
    for (float& value : values) {
        value -= sum / static_cast<float>(values.size());
        squares += value * value;
    }
    for (float& value : values) value /= noise + std::sqrt(squares);
}

}  // namespace

MetreEvidence metre_evidence(const Periodicity& periodicity, double period) {
    MetreEvidence evidence{};
    for (std::size_t band = 0; band < n_onset_bands; ++band) {
        const auto values = std::span(evidence).subspan(band * metre_ratios.size(), metre_ratios.size());
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = periodicity.near(static_cast<OnsetBand>(band), metre_ratios[i] * period, 0.015);
        contrast(values.first(n_parts));
        contrast(values.subspan(n_parts));
    }
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
