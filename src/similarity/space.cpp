#include "similarity/space.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

namespace attune::similarity {
namespace {

constexpr float far_away = std::numeric_limits<float>::infinity();

float squared_distance(const float* a, const float* b, std::size_t n) noexcept {
    // Four sums, so that the compiler may use wide registers without changing the order of one sum.
    float sums[4] = {0, 0, 0, 0};
    std::size_t i = 0;
    for (; i + 4 <= n; i += 4) {
        for (std::size_t j = 0; j < 4; ++j) sums[j] += (a[i + j] - b[i + j]) * (a[i + j] - b[i + j]);
    }
    for (; i < n; ++i) sums[0] += (a[i] - b[i]) * (a[i] - b[i]);
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

}  // namespace

Space::Space(Matrix points, std::vector<float> offsets, std::vector<bool> known)
    : points_(std::move(points)), offsets_(std::move(offsets)), known_(std::move(known)) {
    if (offsets_.empty()) offsets_.assign(size(), 0);
    if (known_.empty()) known_.assign(size(), true);
    require(offsets_.size() == size() && known_.size() == size(),
            "{} points need as many offsets and marks, got {} and {}", size(), offsets_.size(),
            known_.size());
    for (const float value : points_.values())
        require(std::isfinite(value), "a point must be finite, got {}", value);
}

std::size_t Space::n_known() const noexcept {
    return static_cast<std::size_t>(std::count(known_.begin(), known_.end(), true));
}

float Space::distance(std::size_t a, std::size_t b) const noexcept {
    if (!known_[a] || !known_[b]) return far_away;
    return squared_distance(points_.row(a).data(), points_.row(b).data(), dim()) + offsets_[a] + offsets_[b];
}

std::vector<float> Space::distances(std::size_t from) const {
    if (!known_[from]) return std::vector<float>(size(), far_away);
    auto distances = distances_from(points_.row(from));
    for (auto& distance : distances) distance += offsets_[from];
    distances[from] = far_away;
    return distances;
}

std::vector<float> Space::distances_from(std::span<const float> point) const {
    require(point.size() == dim(), "a point must have {} values, got {}", dim(), point.size());
    std::vector<float> distances(size(), far_away);
    for (std::size_t i = 0; i < size(); ++i) {
        if (known_[i])
            distances[i] = squared_distance(points_.row(i).data(), point.data(), dim()) + offsets_[i];
    }
    return distances;
}

Space joined(const Space& a, const Space& b, float weight) {
    require(a.size() == b.size(), "{} and {} things are not the same", a.size(), b.size());
    require(weight >= 0, "a weight must be >= 0, got {}", weight);
    Matrix points(a.size(), a.dim() + b.dim());
    std::vector<float> offsets(a.size());
    std::vector<bool> known(a.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto point = points.row(i);
        std::ranges::copy(a.point(i), point.begin());
        std::ranges::transform(b.point(i), point.begin() + static_cast<std::ptrdiff_t>(a.dim()),
                               [weight](float x) { return x * std::sqrt(weight); });
        offsets[i] = a.offset(i) + weight * b.offset(i);
        known[i] = a.knows(i);
    }
    return {std::move(points), std::move(offsets), std::move(known)};
}

std::vector<Near> nearest(std::span<const float> distances, std::size_t k) {
    std::vector<Near> near;
    for (std::size_t i = 0; i < distances.size(); ++i) {
        if (std::isfinite(distances[i])) near.push_back({static_cast<std::uint32_t>(i), distances[i]});
    }
    const auto n = static_cast<std::ptrdiff_t>(std::min(k, near.size()));
    std::ranges::partial_sort(near, near.begin() + n, {},
                              [](const Near& entry) { return std::pair(entry.distance, entry.index); });
    near.resize(static_cast<std::size_t>(n));
    return near;
}

}  // namespace attune::similarity
