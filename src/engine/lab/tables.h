#pragma once

#include "core/task.h"
#include "engine/library/workspace.h"
#include "shapes/lab.h"

#include <cstddef>
#include <filesystem>

namespace attune::engine {

/// What a table of tracks holds, for somebody who has to say which column a study is about. `distinct` counts up to 1000.
/// Reads the file once, in constant memory.
///
/// @throws Error{not_found}; Error{corrupt_data} if the file is no table; Error{interrupted}
shapes::TableContents describe_table(const std::filesystem::path& file, const Task& task);

/// Writes the tracks of a library whose sound is known as a table that a study reads: id, names, what catalogues say,
/// the audio features, the first genre of the artist and its branch, and how often the person played each.
///
/// @return how many tracks that are
/// @throws Error{not_found} if no sound is known; Error{unavailable}
std::size_t write_library_table(Workspace& workspace, const std::filesystem::path& file);

/// The table of a library for as long as it is studied.
class LibraryTable {
  public:
    /// @throws Error as write_library_table()
    explicit LibraryTable(Workspace& workspace);
    LibraryTable(const LibraryTable&) = delete;
    LibraryTable& operator=(const LibraryTable&) = delete;
    ~LibraryTable();

    std::filesystem::path file() const { return folder_ / "library.csv"; }

  private:
    void remove() const;

    std::filesystem::path folder_;
};

}  // namespace attune::engine
