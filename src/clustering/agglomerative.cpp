#include "clustering/agglomerative.h"

#include "clustering/neighbours.h"
#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

namespace attune::clustering {
namespace {

/// The distances of all pairs, each once. Of Ward's linkage they are squared: so its formula is linear.
class Distances {
  public:
    Distances(const Matrix& X, Linkage linkage, const Task& task)
        : n_(X.n_rows()), linkage_(linkage), values_(n_ * (n_ - 1) / 2) {
        for (std::size_t i = 0; i < n_; ++i) {
            task.check();
            for (std::size_t j = 0; j < i; ++j) {
                const double squared = squared_distance(X.row(i), X.row(j));
                at(i, j) = static_cast<float>(linkage == Linkage::ward ? squared : std::sqrt(squared));
            }
        }
    }

    float& at(std::size_t i, std::size_t j) {
        const auto [low, high] = std::minmax({i, j});
        return values_[high * (high - 1) / 2 + low];
    }

    double height(double value) const { return linkage_ == Linkage::ward ? std::sqrt(value) : value; }

    /// The distance of the union of a and b, `apart` from each other, to another cluster.
    float united(float to_a, float to_b, float apart, double n_a, double n_b, double n_other) const {
        switch (linkage_) {
            case Linkage::single: return std::min(to_a, to_b);
            case Linkage::complete: return std::max(to_a, to_b);
            case Linkage::average: return static_cast<float>((n_a * to_a + n_b * to_b) / (n_a + n_b));
            case Linkage::ward: break;
        }
        return static_cast<float>(((n_a + n_other) * to_a + (n_b + n_other) * to_b - n_other * apart) /
                                  (n_a + n_b + n_other));
    }

  private:
    std::size_t n_;
    Linkage linkage_;
    std::vector<float> values_;
};

/// A merge by the places at which its clusters lie in the table of distances.
struct RawMerge {
    std::size_t a;
    std::size_t b;
    double height;
};

/// From any cluster to its nearest, from that to its nearest, ... until two are each other's nearest: they
/// merge.
std::vector<RawMerge> chain_merges(Distances& distances, std::size_t n, const Task& task) {
    std::vector<double> sizes(n, 1);
    std::vector<std::size_t> alive(n);
    std::iota(alive.begin(), alive.end(), std::size_t{0});
    std::vector<std::size_t> chain;
    std::vector<RawMerge> merges;
    while (merges.size() + 1 < n) {
        if (merges.size() % 64 == 0) task.report("merging clusters", merges.size(), n - 1);
        if (chain.empty()) chain.push_back(alive.front());
        for (;;) {
            const auto tip = chain.back();
            const bool has_before = chain.size() > 1;
            auto nearest = has_before ? chain[chain.size() - 2] : tip;
            float least = has_before ? distances.at(tip, nearest) : std::numeric_limits<float>::infinity();
            for (const auto other : alive) {
                // A tie goes back along the chain, or it would not end.
                if (other != tip && distances.at(tip, other) < least) {
                    least = distances.at(tip, other);
                    nearest = other;
                }
            }
            if (has_before && nearest == chain[chain.size() - 2]) break;
            chain.push_back(nearest);
        }
        const auto b = chain.back();
        chain.pop_back();
        const auto a = chain.back();
        chain.pop_back();
        const float apart = distances.at(a, b);
        for (const auto other : alive) {
            if (other == a || other == b) continue;
            distances.at(a, other) = distances.united(distances.at(a, other), distances.at(b, other), apart,
                                                      sizes[a], sizes[b], sizes[other]);
        }
        sizes[a] += sizes[b];
        std::erase(alive, b);
        merges.push_back({a, b, distances.height(apart)});
    }
    return merges;
}

/// The root of a forest of merged clusters.
std::size_t root_of(std::vector<std::size_t>& parent, std::size_t i) {
    while (parent[i] != i) i = parent[i] = parent[parent[i]];
    return i;
}

}  // namespace

std::vector<Merge> agglomerate(const Matrix& X, Linkage linkage, const Task& task) {
    require_known(X);
    require(X.n_rows() <= 30000,
            "a tree of clusters holds every pair: at most 30,000 rows, got {}; take a sample", X.n_rows());
    const auto n = X.n_rows();
    if (n == 1) return {};
    Distances distances(X, linkage, task);
    auto raw = chain_merges(distances, n, task);
    std::ranges::stable_sort(raw, {}, &RawMerge::height);
    // Chains merge out of order; the numbers of clusters follow from the sorted heights.
    std::vector<std::size_t> parent(n);
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    std::vector<std::uint32_t> number(n);
    std::iota(number.begin(), number.end(), 0U);
    std::vector<std::uint32_t> size(n, 1);
    std::vector<Merge> merges;
    for (const auto& [a, b, height] : raw) {
        const auto root_a = root_of(parent, a);
        const auto root_b = root_of(parent, b);
        parent[root_b] = root_a;
        size[root_a] += size[root_b];
        const auto [first, second] = std::minmax({number[root_a], number[root_b]});
        merges.push_back({first, second, height, size[root_a]});
        number[root_a] = static_cast<std::uint32_t>(n + merges.size() - 1);
    }
    return merges;
}

Assignment cut(const std::vector<Merge>& merges, std::size_t n_clusters) {
    const auto n = merges.size() + 1;
    require(n_clusters >= 1 && n_clusters <= n, "a tree of {} rows has 1 to {} clusters, not {}", n, n,
            n_clusters);
    std::vector<std::size_t> parent(2 * n - 1);
    std::iota(parent.begin(), parent.end(), std::size_t{0});
    for (std::size_t i = 0; i + n_clusters < n; ++i) {
        parent[root_of(parent, merges[i].first)] = n + i;
        parent[root_of(parent, merges[i].second)] = n + i;
    }
    std::map<std::size_t, std::uint32_t> number_of;
    Assignment cluster_of;
    for (std::size_t row = 0; row < n; ++row) {
        const auto number = static_cast<std::uint32_t>(number_of.size());
        cluster_of.push_back(number_of.try_emplace(root_of(parent, row), number).first->second);
    }
    return cluster_of;
}

}  // namespace attune::clustering
