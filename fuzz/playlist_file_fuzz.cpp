#include "source_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = attune::fuzz::view(data, size);
    attune::fuzz::read_as("m3u", bytes, "x.m3u8");
    attune::fuzz::read_as("track_list", bytes, "x.txt");
    return 0;
}
