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

    auto operator<=>(const SoundFile&) const = default;
};

/// What lies at some paths.
struct SoundFiles {
    std::vector<SoundFile> files;       ///< each once, in the order of their paths
    std::vector<std::string> problems;  ///< folders that could not be read to their end, and why
};

/// The files of sound at and below these paths. A folder is walked: in it the endings of names tell what is sound; hidden
/// entries and links to folders are passed over, and what cannot be read is told, not taken for empty. A file that is
/// named itself is taken whatever it is called.
/// @throws Error{not_found} for a path where there is nothing
SoundFiles find_sound_files(const std::vector<std::filesystem::path>& paths);

/// A hash of all bytes of a file, by which it is known wherever it lies.
/// @throws Error{unavailable} if it cannot be read to its end, Error{invalid_argument} if it is no file (a pipe might
/// never end)
std::uint64_t content_of(const std::filesystem::path& path);

/// Whether a file that was here has gone, as far as one can see: it is not there, and the nearest folder above it that is
/// there holds something. An empty one may be where a disk is mounted that is away; then nothing is known.
bool is_place_left(const std::filesystem::path& file);

/// What has come or changed below some paths since the last look, and has rested meanwhile.
class RestedFiles {
  public:
    /// @param done  what needs no look any more, in the order of their paths
    explicit RestedFiles(std::vector<SoundFile> done) : done_(std::move(done)), before_(done_) {}

    /// @param now  in the order of their paths
    /// @return those of them that are new or changed, and were just the same at the last look; they are given once
    std::vector<SoundFile> take(std::vector<SoundFile> now);

  private:
    std::vector<SoundFile> done_;
    std::vector<SoundFile> before_;
};

}  // namespace attune::engine
