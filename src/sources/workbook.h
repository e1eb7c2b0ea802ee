#pragma once

#include "sources/archive_stream.h"
#include "sources/files.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace attune::sources {

/// Visits each sheet of an Excel workbook (xlsx) that has at least two rows, as a table in CSV: "x.xlsx/Sheet1", called
/// "Sheet1.csv". Dates of cells that are shown as dates are written as such. Formulas count by the values that were saved
/// with them.
///
/// Layout: ECMA-376, Office Open XML, part 1, chapter 18 (SpreadsheetML).
///
/// @param path   of the file, or null if it lies in another archive and `bytes` are its bytes
/// @param shown  its path as reports show it
void visit_workbook(const std::filesystem::path* path, std::string_view bytes, const std::string& shown,
                    const Visitors& visitors, Budget& budget);

}  // namespace attune::sources
