#pragma once

#include "sources/source.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace attune::sources {

// What the name of a file says about whether it is opened, and when. What it holds, its content says.

/// The order in which files are visited: what a person did before what catalogues say; of a community, what
/// numbers mean before what uses them.
enum class FileOrder : std::uint8_t { names, histories, playlists, marks, tables };
FileOrder order_of(std::string_view name, Reading reading = Reading::person);

/// What a system puts beside the files of a person: ".DS_Store", "._Streaming_History_Audio_0.json", "__MACOSX",
/// "Thumbs.db". Not every name that begins with a dot: playlists are called "...And Justice" too.
bool is_of_system(std::string_view name) noexcept;

/// A folder that is not entered: one of the system, or one whose name begins with a dot.
bool is_hidden_folder(std::string_view name) noexcept;

/// What the name of a file says of whether it is looked into.
enum class Look : std::uint8_t {
    read,     ///< called as files are that we read: what it is not, is told
    sniff,    ///< looked into: its content decides, and if that says nothing it is one of the other files
    archive,  ///< packed files, or a workbook with tables
    pass,     ///< never opened
};

struct NameVerdict {
    Look look = Look::sniff;
    std::string_view kind;  ///< of what is not read, as reports count it: "sound", "picture", "personal", ...
};

/// @param in_archive  JSON of an archive is told of only if it is called as exports call it: most of it is about other
///                    things
NameVerdict look_at_name(std::string_view name, bool in_archive, Reading reading = Reading::person);

/// ".zip", ".tar.gz", ...: what an archive within an archive is called.
bool is_named_archive(std::string_view name);

/// The name without the ending of its compression: "5.listens" for "5.listens.zst".
std::string uncompressed_name(std::string_view name);

}  // namespace attune::sources
