#include "files/atomic.h"

#include "core/error.h"

#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <fcntl.h>
#include <random>
#include <system_error>

namespace attune::files {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view part_mark = ".part-";
constexpr std::size_t n_part_digits = 16;
/// Of the target's name, so that the longest name that a file system allows (255 bytes) has one beside it.
constexpr std::size_t longest_stem = 200;

fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path(".");
}

fs::path name_beside(const fs::path& target) {
    std::random_device random;
    const auto digits = (std::uint64_t{random()} << 32U) | random();
    return folder_of(target) /
           fmt::format(".{}{}{:016x}", target.filename().string().substr(0, longest_stem), part_mark, digits);
}

bool is_name_beside(std::string_view name) {
    if (name.size() < n_part_digits || !name.starts_with('.')) return false;
    const auto stem = name.substr(0, name.size() - n_part_digits);
    return stem.ends_with(part_mark) &&
           name.substr(stem.size()).find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// What killed programs left in a folder: nobody holds its lock.
void remove_left_behind(const fs::path& folder) {
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        if (!is_name_beside(entry->path().filename().native())) continue;
        const Descriptor opened(
            ::open(entry->path().c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
        std::error_code ignored;
        if (opened && ::flock(opened.get(), LOCK_EX | LOCK_NB) == 0) fs::remove_all(entry->path(), ignored);
    }
}

bool is_still_at(const fs::path& path, int descriptor) {
    struct stat named {};
    struct stat held {};
    return ::stat(path.c_str(), &named) == 0 && ::fstat(descriptor, &held) == 0 &&
           named.st_ino == held.st_ino && named.st_dev == held.st_dev;
}

/// What is written lasts from here on. A file system that cannot promise that of a folder (EINVAL) is taken as it is.
bool synced(int descriptor) { return ::fsync(descriptor) == 0 || errno == EINVAL; }

bool synced(const fs::path& path) {
    const Descriptor opened(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    return opened && synced(opened.get());
}

/// The names in a folder; one that we may write to and not read (EACCES) is taken as it is.
bool names_synced(const fs::path& folder) { return synced(folder) || errno == EACCES; }

bool all_synced(const fs::path& folder) {
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        if (!entry->is_symlink(error) && !synced(entry->path())) return false;
    }
    return !error && synced(folder);
}

bool moved(const fs::path& from, const fs::path& to) { return ::rename(from.c_str(), to.c_str()) == 0; }

/// Where a file system cannot exchange two folders: the old one is moved aside, and back if the new one cannot come.
bool replaced_in_two_steps(const fs::path& beside, const fs::path& target) {
    const auto aside = name_beside(target);
    if (!moved(target, aside)) return false;
    if (!moved(beside, target)) {
        static_cast<void>(moved(aside, target));
        return false;
    }
    std::error_code ignored;
    fs::remove_all(aside, ignored);
    return true;
}

/// What was at the target is beside afterwards, or gone.
bool replaced_folder(const fs::path& beside, const fs::path& target) {
    if (moved(beside, target)) return true;
    if (errno != ENOTEMPTY && errno != EEXIST) return false;
    if (::renameat2(AT_FDCWD, beside.c_str(), AT_FDCWD, target.c_str(), RENAME_EXCHANGE) == 0) return true;
    return (errno == EINVAL || errno == ENOSYS) && replaced_in_two_steps(beside, target);
}

}  // namespace

PlaceBeside::PlaceBeside(fs::path target, Kind kind)
    : target_(target.has_filename() ? std::move(target) : target.parent_path()) {
    std::error_code ignored;  // whether there is a folder is seen when something is made in it
    fs::create_directories(folder_of(target_), ignored);
    remove_left_behind(folder_of(target_));
    while (!make(kind)) {
    }
}

PlaceBeside::~PlaceBeside() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

/// @return whether it is there and ours: another program that clears up may have come between making and locking
bool PlaceBeside::make(Kind kind) {
    path_ = name_beside(target_);
    if (kind == Kind::folder) {
        if (::mkdir(path_.c_str(), 0777) != 0) fail_to_write();
        held_ = Descriptor(::open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!held_ && errno == ENOENT) return false;
    } else {
        held_ = Descriptor(::open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    }
    if (!held_) fail_to_write();
    // Where a file system has no locks, nobody takes this for left behind either.
    return ::flock(held_.get(), LOCK_EX) != 0 || is_still_at(path_, held_.get());
}

void PlaceBeside::fail_to_write() const {
    fail(ErrorCode::unavailable, "cannot write {}; is there room, and may you write there?",
         target_.string());
}

void AtomicFile::write(std::string_view bytes) {
    if (!written(place_.descriptor(), bytes)) place_.fail_to_write();
}

void AtomicFile::commit() {
    if (!synced(place_.descriptor()) || !moved(place_.path(), place_.target()) ||
        !names_synced(folder_of(place_.target())))
        place_.fail_to_write();
}

void AtomicFolder::write(const std::string& name, std::string_view bytes) {
    const auto path = beside() / name;
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (!file || !written(file.get(), bytes)) place_.fail_to_write();
}

void AtomicFolder::sync() const {
    if (!all_synced(place_.path())) place_.fail_to_write();
}

void AtomicFolder::commit_as(const std::string& name) {
    sync();
    const auto target = folder_of(place_.target()) / name;
    if (!replaced_folder(place_.path(), target) || !names_synced(folder_of(target))) place_.fail_to_write();
}

bool AtomicFolder::commit_if_free(const std::string& name) {
    sync();
    const auto target = folder_of(place_.target()) / name;
    if (!moved(place_.path(), target)) {
        if (errno == ENOTEMPTY || errno == EEXIST) return false;
        place_.fail_to_write();
    }
    if (!names_synced(folder_of(target))) place_.fail_to_write();
    return true;
}

}  // namespace attune::files
