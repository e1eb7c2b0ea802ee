#include "source_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using attune::sources::Reading;
    attune::fuzz::read_as("community_table", attune::fuzz::view(data, size), "x.csv", Reading::community);
    return 0;
}
