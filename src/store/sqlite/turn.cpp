#include "store/sqlite/turn.h"

#include "core/error.h"

#include <sys/file.h>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace attune::store {

FileLock::~FileLock() {
    if (file_ >= 0) ::close(file_);
}

bool FileLock::try_lock(Kind kind) {
    if (is_locked_) return true;
    if (file_ < 0) file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file_ < 0) {
        fail(ErrorCode::unavailable,
             "cannot write to {}; make its folder writable or choose another with --library", path_.string());
    }
    is_locked_ = ::flock(file_, (kind == Kind::alone ? LOCK_EX : LOCK_SH) | LOCK_NB) == 0;
    if (!is_locked_ && errno != EWOULDBLOCK) {
        fail(ErrorCode::unavailable, "cannot lock {}; the library must lie on a disk that can (flock)",
             path_.string());
    }
    return is_locked_;
}

void FileLock::unlock() noexcept {
    if (is_locked_) ::flock(file_, LOCK_UN);
    is_locked_ = false;
}

}  // namespace attune::store
