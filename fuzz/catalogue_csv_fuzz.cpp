#include "source_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = attune::fuzz::view(data, size);
    attune::fuzz::read_as("catalogue", bytes, "x.csv");
    attune::fuzz::read_as("artist_genres", bytes, "x.csv");
    return 0;
}
