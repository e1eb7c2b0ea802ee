#include "source_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = attune::fuzz::view(data, size);
    attune::fuzz::read_as("spotify_extended", bytes, "Streaming_History_Video_2020.json");
    attune::fuzz::read_as("spotify_account", bytes, "StreamingHistory0.json");
    return 0;
}
