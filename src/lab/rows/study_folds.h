#pragma once

#include "lab/rows/study_options.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace attune::lab {

/// The fold of each row.
using Folds = std::vector<std::size_t>;

/// The ways of folding by which models are judged: `random` ones, and where there are groups those that divide none.
/// @param group  the column of the groups, for errors
/// @throws Error{invalid_argument} if there are fewer groups than folds
std::vector<Folds> with_group_folds(Folds random, std::span<const std::uint64_t> groups,
                                    std::string_view group, const StudyOptions& options);

}  // namespace attune::lab
