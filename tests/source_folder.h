#pragma once

#include <filesystem>

namespace attune {

/// The root of the repository that the tests were built from; tests/data lies in it.
std::filesystem::path source_folder();

}  // namespace attune
