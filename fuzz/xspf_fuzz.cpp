#include "source_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = attune::fuzz::view(data, size);
    attune::fuzz::read_as("xspf", bytes, "x.xspf");
    return 0;
}
