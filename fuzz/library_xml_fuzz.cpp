#include "source_fuzz.h"

/// The bytes as a file of each of these kinds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = attune::fuzz::view(data, size);
    for (const char* const kind : {"itunes_library", "rekordbox", "traktor"})
        attune::fuzz::read_as(kind, bytes, "x.txt");
    return 0;
}
