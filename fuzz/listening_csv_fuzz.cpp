#include "source_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = attune::fuzz::view(data, size);
    attune::fuzz::read_as("lastfm", bytes, "x.csv");
    attune::fuzz::read_as("listening_csv", bytes, "x.csv");
    return 0;
}
