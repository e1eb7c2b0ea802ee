#include "lab/tuning.h"

#include "core/random.h"

#include <algorithm>
#include <numeric>

namespace attune::lab {

TuningSplit tuning_split(std::size_t n_rows, std::span<const std::uint64_t> groups, std::size_t most,
                         std::uint64_t seed) {
    std::vector<std::size_t> rows(n_rows);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    Random random(seed);
    random.shuffle(rows);
    rows.resize(std::min(n_rows, most));
    std::ranges::sort(rows);
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
    learning::SearchLog log;
    return learning::search_points(
               points, [&](const learning::Point& point, double) { return score(point); }, log, {}, task)
        .best;
}

}  // namespace attune::lab
