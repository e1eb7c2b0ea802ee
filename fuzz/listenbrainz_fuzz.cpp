#include "source_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using attune::sources::Reading;
    attune::fuzz::read_as("listenbrainz", attune::fuzz::view(data, size), "5.listens", Reading::community);
    return 0;
}
