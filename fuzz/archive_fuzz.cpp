#include "source_fuzz.h"
#include "sources/files.h"

#include <sys/mman.h>

#include <array>
#include <filesystem>
#include <string>
#include <unistd.h>

/// An archive is opened by its name, so the bytes become a file in memory.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace attune;
    const int file = ::memfd_create("archive_fuzz", 0);
    if (file < 0 || ::write(file, data, size) != static_cast<ssize_t>(size)) std::abort();
    const std::filesystem::path path = "/proc/self/fd/" + std::to_string(file);
    for (const auto reading : {sources::Reading::person, sources::Reading::community}) {
        try {
            sources::visit_files(path,
                                 {[](const sources::SourceFile& entry, sources::ByteStream& in) {
                                      sources::TextStream text(in, entry.name);
                                      std::array<char, 4096> buffer{};
                                      while (text.read(buffer) > 0) {
                                      }
                                  },
                                  [](const std::string&, const std::string&) {}},
                                 reading);
        } catch (const Error&) {  // what cannot be opened at all
        }
    }
    ::close(file);
    return 0;
}
