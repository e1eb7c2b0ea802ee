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
};

/// Is given each file with its stream, which may be left unread.
using FileVisitor = std::function<void(const SourceFile&, ByteStream&)>;

/// Is told what cannot be visited, and why.
using ProblemVisitor = std::function<void(const std::string& where, const std::string& message)>;

/// Calls `visit` for each file below `path`, in an order that does not depend on the file system: histories
/// in the order of their names first, then playlists and marks, then tables of features and genres.
///
/// A folder is walked (hidden entries and links are passed over); of an archive (ZIP, any folders inside)
/// only entries whose names are those of files we read are opened, `__MACOSX` and personal files of an export
/// (Userdata.json, Payments.json, Identity.json ...) never. A file that `path` names is always opened.
///
/// `problem` is called for what cannot be visited: an archive that is cut, encrypted, nested, or expands
/// beyond all proportion; a folder without rights; a name with "..". What can be read is visited all the
/// same.
///
/// For a community the files are those of such data (tables with any ending, JSON lines), what numbers mean
/// comes first, and archives may also be TAR, compressed by gzip, bzip2, xz or Zstandard, as may single
/// files; their entries come in the order of the archive, which is read once.
///
/// @throws Error{not_found} if there is nothing at `path`, Error{unavailable} if it cannot be opened
void visit_files(const std::filesystem::path& path, const FileVisitor& visit, const ProblemVisitor& problem,
                 Reading reading = Reading::person);

}  // namespace attune::sources
