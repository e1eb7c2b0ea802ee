#include "collaborative/weighting.h"

#include <cmath>

namespace attune::collaborative {
namespace {

float weight_of(Weighting weighting, float count) {
    switch (weighting) {
        case Weighting::binary: return 1;
        case Weighting::log1p: return std::log1p(count);
        case Weighting::sqrt: return std::sqrt(count);
        case Weighting::linear: break;
    }
    return count;
}

/// What a person's weights are divided by.
double divisor_of(Weighting weighting, WeightScale scale, std::span<const float> counts) {
    if (scale == WeightScale::absolute || counts.empty()) return 1;
    double sum = 0;
    for (const float count : counts) sum += static_cast<double>(weight_of(weighting, count));
    return sum / static_cast<double>(counts.size());
}

float divided(float weight, double divisor) {
    return static_cast<float>(static_cast<double>(weight) / divisor);
}

}  // namespace

std::vector<float> weights_of(Weighting weighting, WeightScale scale, std::span<const float> counts) {
    const double divisor = divisor_of(weighting, scale, counts);
    std::vector<float> weights;
    weights.reserve(counts.size());
    for (const float count : counts) weights.push_back(divided(weight_of(weighting, count), divisor));
    return weights;
}

library::Interactions weights_of(Weighting weighting, WeightScale scale, const library::Interactions& plays) {
    std::vector<double> divisors;
    for (library::UserIndex user = 0; user < plays.n_users(); ++user)
        divisors.push_back(divisor_of(weighting, scale, plays.row(user).values));
    return plays.with_values_at([&](library::UserIndex user, library::ItemIndex, float count) {
        return divided(weight_of(weighting, count), divisors[user]);
    });
}

}  // namespace attune::collaborative
