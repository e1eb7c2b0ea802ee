#include "web/upload_folder.h"

#include "core/error.h"

#include <sys/file.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace attune::web {
namespace {

constexpr std::string_view prefix = "attune-serve-";
constexpr const char* lock_name = "lock";

/// A folder that this user made and nobody else may enter; no link to somewhere else.
bool is_private_folder(const std::filesystem::path& path) {
    struct stat about {};
    constexpr mode_t of_others = S_IRWXG | S_IRWXO;
    return ::lstat(path.c_str(), &about) == 0 && S_ISDIR(about.st_mode) && about.st_uid == ::geteuid() &&
           (about.st_mode & of_others) == 0;
}

/// The file, open and locked; -1 if another process has it or it is not there.
int locked(const std::filesystem::path& file, int flags) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_NOFOLLOW | O_CLOEXEC | flags, S_IRUSR | S_IWUSR);
    if (descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return -1;
    }
    return descriptor;
}

void remove_abandoned(const std::filesystem::path& temporary) {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(temporary, ignored)) {
        if (!entry.path().filename().string().starts_with(prefix) || !is_private_folder(entry.path()))
            continue;
        const int lock = locked(entry.path() / lock_name, 0);
        if (lock < 0) continue;
        std::filesystem::remove_all(entry.path(), ignored);
        ::close(lock);
    }
}

}  // namespace

UploadFolder::UploadFolder(const std::filesystem::path& temporary) {
    remove_abandoned(temporary);
    std::string name = (temporary / fmt::format("{}XXXXXX", prefix)).string();
    if (::mkdtemp(name.data()) == nullptr)
        fail(ErrorCode::unavailable, "cannot make a folder in {}", temporary.string());
    path_ = name;
    // Locked before it has its name: whoever finds it finds it locked.
    lock_ = locked(path_ / "new_lock", O_CREAT | O_EXCL);
    std::error_code error;
    std::filesystem::rename(path_ / "new_lock", path_ / lock_name, error);
    if (lock_ < 0 || error) {
        std::filesystem::remove_all(path_, error);
        fail(ErrorCode::unavailable, "cannot lock a file in {}", temporary.string());
    }
}

UploadFolder::~UploadFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
    ::close(lock_);
}

std::filesystem::path UploadFolder::new_folder() {
    const std::lock_guard lock(mutex_);
    auto folder = path_ / std::to_string(++last_);
    std::filesystem::create_directory(folder);
    return folder;
}

}  // namespace attune::web
