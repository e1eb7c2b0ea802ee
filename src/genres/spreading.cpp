#include "genres/spreading.h"

#include "clustering/neighbours.h"
#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace attune::genres {

TagGraph::TagGraph(const TagProfiles& profiles, const SpreadingOptions& options, const Task& task)
    : ties_(profiles.tags.size()), options_(options) {
    check_ranges(options);
    std::vector<std::size_t> placed;
    for (std::size_t tag = 0; tag < profiles.tags.size(); ++tag) {
        if (profiles.has_company(tag)) placed.push_back(tag);
    }
    if (placed.size() < 2) return;
    const auto k = std::min(static_cast<std::size_t>(options.neighbours), placed.size() - 1);
    const auto near = clustering::nearest_neighbours(profiles.vectors.rows(placed), k,
                                                     static_cast<std::size_t>(options.threads), task);
    // Two tags are tied if one has the other among its neighbours, and once.
    std::vector<std::map<std::size_t, double>> strengths(profiles.tags.size());
    for (std::size_t row = 0; row < placed.size(); ++row) {
        for (std::size_t i = 0; i < k; ++i) {
            const double distance = near.distances_of(row)[i];
            const double cosine = 1 - distance * distance / 2;
            if (!(cosine > 0)) continue;
            const auto other = placed[near.rows_of(row)[i]];
            strengths[placed[row]][other] = strengths[other][placed[row]] = std::pow(cosine, options.power);
        }
    }
    std::vector<double> sums(strengths.size(), 0.0);
    for (std::size_t tag = 0; tag < strengths.size(); ++tag) {
        for (const auto& [other, strength] : strengths[tag]) sums[tag] += strength;
    }
    for (std::size_t tag = 0; tag < strengths.size(); ++tag) {
        for (const auto& [other, strength] : strengths[tag])
            ties_[tag].push_back({other, strength / std::sqrt(sums[tag] * sums[other])});
    }
}

Matrix TagGraph::spread(const Matrix& labels) const {
    require(labels.n_rows() == ties_.size(), "labels must have one row a tag ({}), got {}", ties_.size(),
            labels.n_rows());
    const auto n_labels = labels.n_columns();
    const auto reach = static_cast<float>(options_.reach);
    Matrix now = labels;
    Matrix next(labels.n_rows(), n_labels);
    for (int round = 0; round < options_.rounds; ++round) {
        for (std::size_t tag = 0; tag < ties_.size(); ++tag) {
            const auto row = next.row(tag);
            for (std::size_t i = 0; i < n_labels; ++i) row[i] = (1 - reach) * labels(tag, i);
            for (const auto& tie : ties_[tag]) {
                const auto other = now.row(tie.other);
                const auto share = reach * static_cast<float>(tie.strength);
                for (std::size_t i = 0; i < n_labels; ++i) row[i] += share * other[i];
            }
        }
        std::swap(now, next);
    }
    return now;
}

}  // namespace attune::genres
