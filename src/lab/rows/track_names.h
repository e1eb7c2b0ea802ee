#pragma once

#include "lab/rows/figures.h"
#include "lab/rows/study_rows.h"

namespace attune::lab {

/// What the table calls the track of one of its rows.
inline TrackName name_of_row(const learning::Table& table, const StudyColumns& columns, std::size_t row) {
    const auto text = [&](const std::string& column) {
        return column.empty() ? std::string() : table.texts(column)[row];
    };
    return {text(columns.id), text(columns.artist), text(columns.title)};
}

}  // namespace attune::lab
