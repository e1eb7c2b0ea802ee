#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace attune::engine {

/// A file of sound that lies on the disk.
struct SoundFile {
    std::string path;  ///< absolute
    std::int64_t n_bytes = 0;
    std::int64_t modified_ns = 0;  ///< since 1970

    bool operator==(const SoundFile&) const = default;
};

/// The files of sound at and below these paths, each once, in the order of their paths. A folder is walked:
/// in it the endings of names tell what is sound; hidden entries and links to folders are passed over. A file
/// that is named itself is taken whatever it is called.
/// @throws Error{not_found} for a path where there is nothing
std::vector<SoundFile> find_sound_files(const std::vector<std::filesystem::path>& paths);

/// A hash of all bytes of a file, by which it is known wherever it lies.
/// @throws Error{unavailable} if it cannot be read
std::uint64_t content_of(const std::filesystem::path& path);

}  // namespace attune::engine
