#pragma once

#include <filesystem>

namespace attune::genres_benchmark {

/// How often the branch of a tag is that of a published tree: each evidence alone, all together, and two
/// rules.
/// @return false if the shipped names alone place fewer than 80 % of the tree's tags
bool judge_branches(const std::filesystem::path& data);

}  // namespace attune::genres_benchmark
