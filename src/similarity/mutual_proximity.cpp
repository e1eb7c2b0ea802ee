#include "similarity/mutual_proximity.h"

#include "core/bytes.h"
#include "core/error.h"
#include "core/parallel.h"
#include "core/random.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace attune::similarity {
namespace {

constexpr std::string_view file_mark = "attune-mutual-proximity 1";

constexpr std::size_t chunk = 1024;

/// The known things, or a seeded sample of them.
std::vector<std::size_t> sample_of(const Space& space, std::size_t n, std::uint64_t seed) {
    std::vector<std::size_t> known;
    for (std::size_t i = 0; i < space.size(); ++i) {
        if (space.knows(i)) known.push_back(i);
    }
    Random random(seed);
    random.shuffle(known);
    known.resize(std::min(known.size(), n));
    return known;
}

/// The share of a normal distribution that is below x; exact to the last digit in its lower tail, where near
/// things are.
double share_below(double x, double mean, double deviation) {
    return 0.5 * std::erfc((mean - x) / (deviation * std::numbers::sqrt2));
}

}  // namespace

MutualProximity::MutualProximity(const Space& space, const MutualProximityOptions& options) {
    check_ranges(options);
    const auto sample = sample_of(space, static_cast<std::size_t>(options.sample), options.seed);
    normals_.resize(space.size());
    parallel_for((space.size() + chunk - 1) / chunk, options.threads, [&](std::size_t part) {
        for (std::size_t i = part * chunk; i < std::min(space.size(), (part + 1) * chunk); ++i) {
            if (!space.knows(i)) continue;
            double n = 0;
            double sum = 0;
            double squares = 0;
            for (const auto other : sample) {
                if (other == i) continue;
                const double distance = std::sqrt(space.distance(i, other));
                n += 1;
                sum += distance;
                squares += distance * distance;
            }
            const double mean = sum / std::max(1.0, n);
            // Of a thing that is as far from everything, nothing can be said: one wide normal for all.
            const double variance = squares / std::max(1.0, n) - mean * mean;
            normals_[i] = {mean, std::sqrt(std::max(variance, 1e-12 * (1 + mean * mean)))};
        }
    });
}

std::vector<float> MutualProximity::apply(std::size_t from, std::vector<float> distances) const {
    require(distances.size() == normals_.size(), "{} distances for {} things", distances.size(),
            normals_.size());
    for (std::size_t i = 0; i < distances.size(); ++i) {
        const double d = std::sqrt(distances[i]);
        if (!std::isfinite(d)) continue;
        const double p = share_below(d, normals_[from].mean, normals_[from].deviation);
        const double q = share_below(d, normals_[i].mean, normals_[i].deviation);
        distances[i] = static_cast<float>(p + q - p * q);  // 1 - (1 - p) (1 - q), exact where both are small
    }
    return distances;
}

std::string MutualProximity::save() const {
    std::vector<double> values;
    for (const auto& normal : normals_) {
        values.push_back(normal.mean);
        values.push_back(normal.deviation);
    }
    ByteWriter out(file_mark);
    out.numbers<double>(values);
    return std::move(out).bytes();
}

MutualProximity MutualProximity::load(std::string_view bytes, std::size_t n_things) {
    ByteReader in(bytes, file_mark);
    const auto values = in.numbers<double>();
    in.require_intact(values.size() == 2 * n_things);
    MutualProximity loaded;
    for (std::size_t i = 0; i < n_things; ++i) loaded.normals_.push_back({values[2 * i], values[2 * i + 1]});
    return loaded;
}

}  // namespace attune::similarity
