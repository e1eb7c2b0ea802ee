#pragma once

#include <filesystem>

namespace attune::store {

/// A lock among programs (and connections of one program) that goes with whoever has it: on a file, by flock().
class FileLock {
  public:
    explicit FileLock(std::filesystem::path path) : path_(std::move(path)) {}
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    ~FileLock();

    enum class Kind { shared, alone };

    /// False if others have it. @throws Error{unavailable} if the file cannot be made
    bool try_lock(Kind kind);
    void unlock() noexcept;
    bool is_locked() const noexcept { return is_locked_; }

  private:
    std::filesystem::path path_;
    int file_ = -1;
    bool is_locked_ = false;
};

}  // namespace attune::store
