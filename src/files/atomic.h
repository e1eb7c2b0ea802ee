#pragma once

#include "files/descriptor.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace attune::files {

/// A name of its own beside a file or folder to come, for as long as this lives. It is locked: what a killed program
/// left has no owner any more, and goes when something is next written into the same folder.
class PlaceBeside {
  public:
    enum class Kind { file, folder };

    /// Makes an empty file or folder beside `target`, and the folders above it.
    /// @throws Error{unavailable}
    PlaceBeside(std::filesystem::path target, Kind kind);
    /// What still has this name goes, with all that is in it.
    ~PlaceBeside();
    PlaceBeside(const PlaceBeside&) = delete;
    PlaceBeside& operator=(const PlaceBeside&) = delete;

    const std::filesystem::path& target() const noexcept { return target_; }
    const std::filesystem::path& path() const noexcept { return path_; }
    int descriptor() const noexcept { return held_.get(); }

    [[noreturn]] void fail_to_write() const;

  private:
    bool make(Kind kind);

    std::filesystem::path target_;
    std::filesystem::path path_;
    Descriptor held_;
};

/// A file that appears as a whole: whoever opens its name finds the old content or the new one, also after a power cut and
/// however many write it at once. Without commit() nothing has happened.
class AtomicFile {
  public:
    /// @throws Error{unavailable} if there is no writing there
    explicit AtomicFile(std::filesystem::path path) : place_(std::move(path), PlaceBeside::Kind::file) {}

    /// Goes on where the last write ended. @throws Error{unavailable}
    void write(std::string_view bytes);
    /// @throws Error{unavailable}
    void commit();

  private:
    PlaceBeside place_;
};

/// A folder that appears as a whole; an old one of the same name goes in the same moment. (Where a file system cannot
/// exchange two folders, as NFS, a crash between two renames leaves neither.) Without commit() nothing has happened.
class AtomicFolder {
  public:
    /// @throws Error{unavailable} if there is no writing there
    explicit AtomicFolder(std::filesystem::path path) : place_(std::move(path), PlaceBeside::Kind::folder) {}

    /// A file in it. @throws Error{unavailable}
    void write(const std::string& name, std::string_view bytes);
    /// Where to put what else it is to hold.
    const std::filesystem::path& beside() const noexcept { return place_.path(); }
    /// What it holds is on the disk: commit() then takes a moment. @throws Error{unavailable}
    void sync() const;
    /// @throws Error{unavailable}
    void commit() { commit_as(place_.target().filename().string()); }
    /// As commit(), to another name in the same folder. @throws Error{unavailable}
    void commit_as(const std::string& name);
    /// As commit_as(), if nothing is there yet.
    /// @return whether it was free
    /// @throws Error{unavailable}
    bool commit_if_free(const std::string& name);

  private:
    PlaceBeside place_;
};

}  // namespace attune::files
