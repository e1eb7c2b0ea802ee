#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace attune::report {

struct Column {
    std::string title;
    bool is_number = false;  ///< stands at the right, in figures of one width
};

inline Column text_column(std::string title) { return {std::move(title), false}; }
inline Column number_column(std::string title) { return {std::move(title), true}; }

/// Numbers in rows, ready to be read. The first cell of a row names it.
struct Table {
    std::string caption;
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows;  ///< each with a cell for every column
    std::set<std::size_t> strong = {};           ///< rows that the eye should find

    void row(std::vector<std::string> cells) { rows.push_back(std::move(cells)); }
};

/// A real `<table>` with a caption and headers for columns and rows.
/// @throws Error{invalid_argument} if there is no column, or a row has another number of cells
std::string to_html(const Table& table);

}  // namespace attune::report
