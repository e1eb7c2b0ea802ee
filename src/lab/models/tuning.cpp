#include "lab/models/tuning.h"

#include "lab/rows/row_filter.h"

#include <algorithm>

namespace attune::lab {

TuningSplit tuning_split(std::size_t n_rows, std::span<const std::uint64_t> groups, std::size_t most,
                         std::uint64_t seed) {
    const auto rows = some_rows(n_rows, most, seed);
    std::vector<std::uint64_t> own =
        groups.empty() ? std::vector<std::uint64_t>(rows.begin(), rows.end()) : gather(groups, rows);
    const auto n_groups = [&] {
        auto different = own;
        std::ranges::sort(different);
        return static_cast<std::size_t>(std::unique(different.begin(), different.end()) - different.begin());
    }();
    constexpr std::size_t parts = 4;
    // Too few to divide: everything takes part on both sides, and any choice is as good as another.
    if (n_groups < parts) return {rows, rows};
    const auto folds = learning::split(learning::grouped_k_folds(own, parts, seed), 0);
    return {gather(rows, folds.train), gather(rows, folds.test)};
}

learning::Point best_point(const std::vector<learning::Point>& points,
                           const std::function<double(const learning::Point&)>& score, const Task& task) {
    return learning::search_points(points, score, task).best;
}

}  // namespace attune::lab
