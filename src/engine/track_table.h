#pragma once

#include "core/task.h"
#include "lab/study_rows.h"
#include "learning/table.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace attune::engine {

/// Which columns of a file to read, by their names in its first row (case and punctuation do not count).
struct TableColumns {
    std::string label;
    std::string group = {};                  ///< empty for none
    std::vector<std::string> features = {};  ///< empty for all that are audio features by their names
};

/// A table of tracks as a file has it.
struct TrackTable {
    learning::Table
        table;  ///< under the names of the file: label, group and id as texts, features as they are
    lab::StudyColumns columns;  ///< the id is found by its name
    std::size_t n_unreadable = 0;
};

/// Reads a CSV table (any of "," ";" and tab, UTF-8 or UTF-16). Audio features are read as an import reads
/// them; any other feature is a number where most of its values are, else a text.
///
/// @throws Error{not_found} if there is no such file, no such column (the known ones are named), or no column
/// of audio features; Error{corrupt_data} if the file is no table
TrackTable read_track_table(const std::filesystem::path& file, const TableColumns& wanted, const Task& task);

}  // namespace attune::engine
