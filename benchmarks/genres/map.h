#pragma once

#include <filesystem>

namespace attune::genres_benchmark {

/// How many of a genre's 20 nearest neighbours on our map are among those on a published map of genres,
/// beside chance; and how far old genres move when one in ten is new.
/// @return false if the overlap is below 5 times chance
bool judge_map(const std::filesystem::path& data);

}  // namespace attune::genres_benchmark
