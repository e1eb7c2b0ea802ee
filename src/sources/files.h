#pragma once

#include "sources/source.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace attune::sources {

/// One file that a person named, or that stands in a folder or an archive that they named.
struct SourceFile {
    std::string
        path;  ///< as shown, in UTF-8 whatever its bytes: "export.zip/Spotify Account Data/Playlist1.json"
    std::string name;        ///< base name
    std::uint64_t size = 0;  ///< bytes; 0 if not known

    /// What kind of thing it is if no source recognises it: one that its name did not promise to be music, which is
    /// counted and not told of. Empty for a file that the person named, or that is called like one of ours.
    std::string_view other_kind = {};
};

/// Is given each file with its stream, which may be left unread.
using FileVisitor = std::function<void(const SourceFile&, ByteStream&)>;

/// Is told what cannot be visited, and why.
using ProblemVisitor = std::function<void(const std::string& where, const std::string& message)>;

/// Is told of each file that is not opened, with what kind of thing it is: "sound", "picture", "personal", "system", ...
using PassedVisitor = std::function<void(const std::string& where, std::string_view kind)>;

struct Visitors {
    FileVisitor visit;
    ProblemVisitor problem;
    PassedVisitor passed = [](const std::string&, std::string_view) {};
};

/// Calls `visit` for each file below `path`, in an order that does not depend on the file system: histories
/// in the order of their names first, then playlists and marks, then tables of features and genres.
///
/// A folder is walked (links, and folders whose names begin with a dot, are passed over), an archive is opened (ZIP, any
/// folders inside; archives within it to a depth of three, in memory). What it is, the content of a file decides: all are
/// visited but those whose name says that they are something else (sound, pictures, `__MACOSX`, personal files of an
/// export: Userdata.json, Payments.json, Identity.json ...), which `passed` is told of. A file that `path` names is always
/// opened. Of a workbook (xlsx) each sheet with a table is visited as a CSV.
///
/// `problem` is called for what cannot be visited: an archive that is cut, encrypted, or expands beyond all proportion; a
/// folder without rights; a name with "..". What can be read is visited all the same.
///
/// Whatever bytes a name is made of, it is shown as legible_name() reads it.
///
/// Archives may also be TAR, and they and single files compressed by gzip, bzip2, xz or Zstandard; their entries come in
/// the order of the archive, which is read once. For a community the files are those of such data (tables with any ending,
/// JSON lines), and what numbers mean comes first.
///
/// @throws Error{not_found} if there is nothing at `path`, Error{unavailable} if it cannot be opened
void visit_files(const std::filesystem::path& path, const Visitors& visitors,
                 Reading reading = Reading::person);

/// A path as visit_files() shows it.
std::string shown_path(const std::filesystem::path& path);

}  // namespace attune::sources
