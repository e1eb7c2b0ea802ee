#include "lab/rows/study_folds.h"

#include "core/error.h"
#include "learning/judging/folds.h"
#include "learning/tables/leakage.h"

#include <set>
#include <string>
#include <utility>

namespace attune::lab {

std::vector<Folds> with_group_folds(Folds random, std::span<const std::uint64_t> groups,
                                    std::string_view group, const StudyOptions& options) {
    const auto k = static_cast<std::size_t>(options.folds);
    std::vector<Folds> folds{std::move(random)};
    if (groups.empty()) return folds;
    const std::set<std::uint64_t> different(groups.begin(), groups.end());
    require(different.size() >= k, "'{}' has {} groups, and {} folds that divide none need {}", group,
            different.size(), k, k);
    folds.push_back(learning::grouped_k_folds(groups, k, options.seed));
    learning::require_groups_apart(folds.back(), groups, std::string(group));
    return folds;
}

}  // namespace attune::lab
