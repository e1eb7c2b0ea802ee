#pragma once

#include "sources/source.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace attune::sources {

/// How a table begins: found in its first bytes, and not by its first line alone.
struct TableLayout {
    char separator = ',';
    std::size_t n_before = 0;  ///< rows before the header (or the first row): "sep=;", titles, comments
    bool has_header = true;
    std::vector<std::string> header;  ///< as written; empty strings where there is no header

    /// Of each column the values of the first rows, as they stand there and without blanks at either side; at most
    /// 1,000 of each, and none of a row that the head cuts.
    std::vector<std::vector<std::string>> values;
};

/// The layout of the table that begins with `head`; without columns if that is no table (JSON, XML, nothing).
TableLayout layout_of(const FileHead& head);

}  // namespace attune::sources
