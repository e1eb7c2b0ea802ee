#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace attune::files {

/// Writes a file as a whole: to a name beside it first, then renamed, so that it is never half there.
/// @throws Error{unavailable}
void write_file(const std::filesystem::path& path, std::string_view content);

/// @throws Error{not_found} or Error{unavailable}
std::string read_file(const std::filesystem::path& path);

}  // namespace attune::files
