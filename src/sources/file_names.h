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

/// ".DS_Store", "._Streaming_History_Audio_0.json", "__MACOSX".
bool is_hidden(std::string_view name) noexcept;

/// Whether a file of a folder is opened: JSON that is not personal, tables, playlists, archives.
bool is_read_from_folder(std::string_view name, Reading reading = Reading::person);

/// Whether an entry of an archive is opened: only files that an export names so, tables and playlists.
bool is_read_from_archive(std::string_view name, Reading reading = Reading::person);

/// ".zip", ".tar.gz", ...: what an archive within an archive is called.
bool is_named_archive(std::string_view name);

/// The name without the ending of its compression: "5.listens" for "5.listens.zst".
std::string uncompressed_name(std::string_view name);

}  // namespace attune::sources
