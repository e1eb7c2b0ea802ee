#pragma once

#include "core/task.h"
#include "lab/rows/figures.h"
#include "lab/rows/study_rows.h"
#include "learning/tables/table.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace attune::tables {

/// Which columns of a file to read, by their names in its first row (case and punctuation do not count).
struct TableColumns {
    std::string label;        ///< the classes; of a study of numbers the genre, found by its name where empty
    std::string target = {};  ///< a column of numbers to explain; empty for a study of classes
    std::string group = {};   ///< empty for none
    /// Empty for all that are audio features by their names, of a study of numbers also year, genre and
    /// whether the words are explicit. The word "audio" stands for the audio features.
    std::vector<std::string> features = {};
    std::vector<std::string> lists = {};  ///< of the features, those whose values are lists
    lab::SoundRoles sounds = {};          ///< features that may have any name of their audio feature
};

/// A table of tracks as a file has it.
struct TrackTable {
    /// Under the names of the file: label, group, id and names as texts, the target and a year as numbers, a
    /// genre to explain by as lists, features as they are.
    learning::Table table;
    lab::StudyColumns columns;         ///< id, title, artist, year and genre are found by their names
    std::vector<lab::ColumnUse> uses;  ///< of every column of the file, and why some are not used
    std::size_t n_unreadable = 0;
};

/// Reads a CSV table (any of "," ";" and tab, UTF-8 or UTF-16). Audio features are read as an import reads
/// them; any other feature is a number where most of its values are, a year where they are dates, else a
/// text. Columns that are not used cost no memory.
///
/// @throws Error{not_found} if there is no such file, no such column (the known ones are named), or no column
/// of audio features; Error{corrupt_data} if the file is no table
TrackTable read_track_table(const std::filesystem::path& file, const TableColumns& wanted, const Task& task);

}  // namespace attune::tables
