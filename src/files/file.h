#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace attune::files {

/// Writes a file as a whole (AtomicFile), and the folders above it.
/// @throws Error{unavailable}
void write_file(const std::filesystem::path& path, std::string_view content);

/// The file to its end; what cannot be read to its end gives nothing.
/// @throws Error{not_found}, Error{invalid_argument} if it is a folder, Error{unavailable}
std::string read_file(const std::filesystem::path& path);

}  // namespace attune::files
