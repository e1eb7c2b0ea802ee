#include "source_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using attune::sources::Reading;
    const auto bytes = attune::fuzz::view(data, size);
    for (const auto* const kind : {"hetrec_artists", "hetrec_tags", "hetrec_plays", "hetrec_taggings"})
        attune::fuzz::read_as(kind, bytes, "x.dat", Reading::community);
    return 0;
}
