#include "files/descriptor.h"

#include <cerrno>
#include <cstddef>

namespace attune::files {

bool written(int descriptor, std::string_view bytes) noexcept {
    while (!bytes.empty()) {
        const auto n_written = ::write(descriptor, bytes.data(), bytes.size());
        if (n_written < 0 && errno != EINTR) return false;
        if (n_written > 0) bytes.remove_prefix(static_cast<std::size_t>(n_written));
    }
    return true;
}

ssize_t read_up_to(int descriptor, std::span<char> buffer) noexcept {
    std::size_t n_read = 0;
    while (n_read < buffer.size()) {
        const auto n = ::read(descriptor, buffer.data() + n_read, buffer.size() - n_read);
        if (n == 0) break;
        if (n < 0 && errno != EINTR) return n;
        if (n > 0) n_read += static_cast<std::size_t>(n);
    }
    return static_cast<ssize_t>(n_read);
}

}  // namespace attune::files
