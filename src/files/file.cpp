#include "files/file.h"

#include "core/error.h"
#include "files/atomic.h"

#include <sys/stat.h>

#include <cerrno>
#include <fcntl.h>
#include <span>

namespace attune::files {
namespace {

[[noreturn]] void fail_to_read(const std::filesystem::path& path, int why) {
    if (why == ENOENT || why == ENOTDIR) fail(ErrorCode::not_found, "there is no file {}", path.string());
    if (why == EISDIR) fail(ErrorCode::invalid_argument, "{} is a folder; name a file", path.string());
    fail(ErrorCode::unavailable, "cannot read {}; is it a file, and may you read it?", path.string());
}

}  // namespace

void write_file(const std::filesystem::path& path, std::string_view content) {
    AtomicFile file(path);
    file.write(content);
    file.commit();
}

std::string read_file(const std::filesystem::path& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat about {};
    if (!file || ::fstat(file.get(), &about) != 0) fail_to_read(path, errno);
    // The size is where to begin: a pipe has none, and a file may grow meanwhile.
    std::string content(about.st_size > 0 ? static_cast<std::size_t>(about.st_size) + 1 : 65'536, '\0');
    std::size_t n_read = 0;
    while (true) {
        const auto n = read_up_to(file.get(), std::span(content).subspan(n_read));
        if (n < 0) fail_to_read(path, errno);
        n_read += static_cast<std::size_t>(n);
        if (n_read < content.size()) break;
        content.resize(2 * content.size());
    }
    content.resize(n_read);
    return content;
}

}  // namespace attune::files
