#include "learning/tables/scaling.h"

#include "learning/numerics/quantile.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace attune::learning {
namespace {

Scale standard_scale(std::span<const double> known) {
    const auto n = static_cast<double>(known.size());
    const double mean = std::accumulate(known.begin(), known.end(), 0.0) / n;
    double squares = 0;
    for (const double x : known) squares += (x - mean) * (x - mean);
    return {mean, std::sqrt(squares / n)};
}

Scale unchecked_scale(std::vector<double>& known, Scaling scaling) {
    switch (scaling) {
        case Scaling::none: return {};
        case Scaling::standard: return standard_scale(known);
        case Scaling::min_max: {
            const auto [least, most] = std::ranges::minmax(known);
            return {least, most - least};
        }
        case Scaling::robust: break;
    }
    std::ranges::sort(known);
    const double spread = quantile(known, 0.75) - quantile(known, 0.25);
    return {quantile(known, 0.5), spread > 0 ? spread : standard_scale(known).spread};
}

}  // namespace

Scale scale_of(std::span<const double> values, Scaling scaling) {
    std::vector<double> known;
    for (const double x : values) {
        if (!std::isnan(x)) known.push_back(x);
    }
    if (known.empty()) return {};
    auto scale = unchecked_scale(known, scaling);
    // What rounding leaves of a constant column is not a scale.
    if (!(scale.spread > 1e-14 * std::abs(scale.centre))) scale.spread = 1;
    return scale;
}

}  // namespace attune::learning
