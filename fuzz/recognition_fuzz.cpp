#include "source_fuzz.h"

/// The whole way of a file: what is it, and what is in it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace attune;
    const auto bytes = fuzz::view(data, size);
    for (const std::string_view name : {"x", "x.txt", "x.m3u", "endsong_0.json"}) {
        sources::MemoryStream in(bytes);
        sources::TextStream text(in, name);
        for (const auto reading : {sources::Reading::person, sources::Reading::community}) {
            const sources::Source* const source = sources::find_source(text.head(), reading);
            if (source != nullptr) fuzz::read_as(source->kind, bytes, name, reading);
        }
    }
    return 0;
}
