#pragma once

#include "sources/files.h"

#include <filesystem>
#include <string>

namespace attune::sources {

/// Whether the file begins as a ZIP archive does. (One that was cut at its front is none.)
bool is_archive(const std::filesystem::path& path);

/// visit_files() for one ZIP archive. Entries are read as streams; nothing is ever written by their names. A workbook
/// is such an archive, too: of it the tables are visited.
/// @throws Error{unavailable} if the file cannot be read
void visit_archive(const std::filesystem::path& path, const std::string& shown, const Visitors& visitors,
                   Reading reading);

}  // namespace attune::sources
