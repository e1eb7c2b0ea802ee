#pragma once

#include "engine/library/workspace.h"
#include "shapes/intake.h"
#include "sources/source.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace attune::engine {

struct ImportOptions {
    std::vector<std::filesystem::path> paths;
    bool keep_incognito = false;

    /// The folder that a playlist lies in is the person who made it: playlists of several people, to look at side by
    /// side. Nothing is learnt from them of the person of the workspace.
    bool folders_are_people = false;

    /// What many other people listen to, instead of what the person of the workspace did. It is kept apart.
    bool community = false;
    /// What the person says of tables that are not clear: what they are, what their columns are. Words that nobody knows
    /// are refused.
    sources::Answers answers = {};
    Zone zone = {};  ///< of times that name none

    std::string source =
        {};  ///< of the community's data; empty: by the kind of the file, or by the name of the path

    store::Slices slices = {};  ///< between which others may write
};

struct ImportProblem {
    std::string where;  ///< "line 58795, byte 1412206", or a path
    std::string message;
};

/// The fate of every row: rows = imported + duplicates + the sum of dropped.
struct RowCounts {
    std::int64_t rows = 0;
    std::int64_t imported = 0;
    std::int64_t duplicates = 0;
    std::map<std::string, std::int64_t, std::less<>> dropped;

    void add(const RowCounts& other);
};

struct FileReport {
    std::string path;
    std::string kind;  ///< of the source, or "unknown"
    RowCounts counts;
    std::vector<ImportProblem> problems;
    std::int64_t n_problems = 0;  ///< all of them; `problems` has the first
    sources::TableLook look;      ///< how the columns of a table are read; with a question nothing is
};

struct ImportReport {
    std::vector<FileReport> files;
    RowCounts totals;
    std::map<std::string, std::int64_t, std::less<>>
        other_files;  ///< that hold nothing to import, by what they are
    double seconds = 0;

    /// True if some row could be read, whatever became of it.
    bool something_was_readable() const noexcept;

    /// True if there are files, and each of them has a question.
    bool is_all_in_doubt() const noexcept;
};

/// What the person answers, as the command line has it: "history", and "Time=length,2=artist".
/// @throws Error{invalid_argument} for words that nobody knows
sources::Answers answers_of(std::string_view as, std::string_view columns);

/// Reads files, folders and archives into the library. All or nothing of a file: stopped or killed at any
/// moment, the library is as before or as after a file, and others may write meanwhile (but for data of a community,
/// which is one transaction a file). Importing again adds nothing.
///
/// Entries of playlists named "attune liked" and "attune disliked" become labels: that is how a player gives
/// feedback.
///
/// @throws Error{not_found} if a path does not exist (before anything is imported), Error{interrupted},
///         Error{unavailable}
ImportReport import_paths(Workspace& workspace, const ImportOptions& options);

shapes::ImportReport shape_of(const ImportReport& report);

}  // namespace attune::engine
