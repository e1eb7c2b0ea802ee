#include "learning/tables/binned.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace attune::learning {
namespace {

/// A number between two different ones that sends them to different sides of "<=".
float between(float low, float high) {
    const float middle = low + (high - low) / 2;
    return middle < high ? middle : low;
}

/// Ascending edges such that the gaps hold about as many of the values each.
std::vector<float> edges_of(std::vector<float> known, std::size_t n_bins) {
    std::ranges::sort(known);
    std::vector<float> distinct(known);
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    std::vector<float> edges;
    if (distinct.size() <= n_bins) {
        for (std::size_t i = 0; i + 1 < distinct.size(); ++i)
            edges.push_back(between(distinct[i], distinct[i + 1]));
        return edges;
    }
    for (std::size_t i = 1; i < n_bins; ++i) {
        const auto low = known[i * known.size() / n_bins - 1];
        const auto above = std::ranges::upper_bound(distinct, low);
        if (above == distinct.end()) break;
        const float edge = between(low, *above);
        if (edges.empty() || edge > edges.back()) edges.push_back(edge);
    }
    return edges;
}

}  // namespace

BinnedColumns::BinnedColumns(const Matrix& X, std::size_t n_bins) : n_rows_(X.n_rows()) {
    require(n_bins >= 2 && n_bins <= 255, "n_bins must be in [2, 255], got {}", n_bins);
    bins_.resize(X.n_rows() * X.n_columns());
    for (std::size_t c = 0; c < X.n_columns(); ++c) {
        std::vector<float> known;
        for (std::size_t row = 0; row < n_rows_; ++row) {
            require(!std::isinf(X(row, c)), "row {}, column {}: a value must be finite or missing", row, c);
            if (!is_missing(X(row, c))) known.push_back(X(row, c));
        }
        edges_.push_back(edges_of(std::move(known), n_bins));
        const auto& edges = edges_.back();
        for (std::size_t row = 0; row < n_rows_; ++row) {
            const float x = X(row, c);
            const auto bin = is_missing(x) ? 0 : 1 + (std::ranges::lower_bound(edges, x) - edges.begin());
            bins_[c * n_rows_ + row] = static_cast<std::uint8_t>(bin);
        }
    }
}

float BinnedColumns::upper_edge(std::size_t column, std::uint8_t bin) const {
    // Below every number: only what is missing is on this side.
    if (bin == 0) return std::numeric_limits<float>::lowest();
    return edges_[column][bin - 1];
}

}  // namespace attune::learning
