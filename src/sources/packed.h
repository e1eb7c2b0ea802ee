#pragma once

#include "sources/files.h"

#include <filesystem>
#include <string>

namespace attune::sources {

/// Whether the file begins as a TAR archive does, or as one compressed by gzip, bzip2, xz or Zstandard; so
/// does a single file that is compressed.
bool is_packed(const std::filesystem::path& path);

/// visit_files() for such a file: from front to back, once, in constant memory. Nothing is ever written.
/// @throws Error{unavailable} if the file cannot be read
void visit_packed(const std::filesystem::path& path, const std::string& shown, const Visitors& visitors,
                  Reading reading);

}  // namespace attune::sources
