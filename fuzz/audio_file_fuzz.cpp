#include "audio/decode_file.h"
#include "audio/tags.h"
#include "core/text.h"

#include <sys/mman.h>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <unistd.h>

/// Whatever the bytes of a file are: finite sound or a reason, and tags that are clean text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace attune;
    static const int file = ::memfd_create("fuzz", 0);
    static const std::filesystem::path path = "/proc/self/fd/" + std::to_string(file);
    if (file < 0 || ::ftruncate(file, 0) != 0 || ::pwrite(file, data, size, 0) != static_cast<ssize_t>(size))
        std::abort();
    const audio::Listener listener{{}, [](std::span<const float> block) {
                                       for (const float value : block) {
                                           if (!std::isfinite(value)) std::abort();
                                       }
                                   }};
    audio::DecoderOptions options;
    options.longest_s = 60;
    const auto heard = audio::decode_file(path, listener, options);
    if (!heard && std::string_view(heard.error().what()).empty()) std::abort();
    const auto tags =
        audio::read_tags(path, heard ? heard->format.metadata : std::map<std::string, std::string>());
    if (!is_valid_utf8(tags.title) || !is_valid_utf8(tags.album)) std::abort();
    if (!audio::describe_track(tags, path, 1).names_a_track()) std::abort();
    return 0;
}
