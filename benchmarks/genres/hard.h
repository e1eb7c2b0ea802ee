#pragma once

#include <filesystem>

namespace attune::genres_benchmark {

/// Prints what is said of thirty names that are hard to place, and by which evidence, as a table.
void print_hard_names(const std::filesystem::path& data);

}  // namespace attune::genres_benchmark
