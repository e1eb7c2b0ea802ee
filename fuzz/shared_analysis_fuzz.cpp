#include "audio/shared_analysis.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

/// What can be read can be written and read again, with the same numbers.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace attune;
    const auto shared =
        audio::parse_shared_analysis(std::string_view(reinterpret_cast<const char*>(data), size));
    if (!shared) return 0;
    const auto again = audio::parse_shared_analysis(audio::to_line(*shared));
    if (!again || again->content != shared->content || again->fingerprint != shared->fingerprint ||
        again->embedding != shared->embedding)
        std::abort();
    return 0;
}
