#include "source_fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bytes = attune::fuzz::view(data, size);
    attune::fuzz::read_as("spotify_playlists", bytes, "Playlist1.json");
    attune::fuzz::read_as("spotify_library", bytes, "YourLibrary.json");
    return 0;
}
