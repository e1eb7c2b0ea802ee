#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>

namespace attune::web {

/// A folder of this server for the files that come in: with a name that nobody can guess, seen by this user alone, and
/// gone with the server. It holds a file that is locked as long as the server lives, by which the next server tells
/// whether one that it finds was left behind.
class UploadFolder {
  public:
    /// Deletes what servers that were killed have left in `temporary`. @throws Error{unavailable}
    explicit UploadFolder(const std::filesystem::path& temporary);
    UploadFolder(const UploadFolder&) = delete;
    UploadFolder& operator=(const UploadFolder&) = delete;
    ~UploadFolder();

    const std::filesystem::path& path() const noexcept { return path_; }

    /// A new folder in it, for a file that must not meet another of its name. From several threads.
    std::filesystem::path new_folder();

  private:
    std::filesystem::path path_;
    int lock_ = -1;
    std::mutex mutex_;
    std::int64_t last_ = 0;
};

}  // namespace attune::web
