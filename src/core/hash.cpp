#include "core/hash.h"

#include <array>
#include <xxhash.h>

namespace attune {

std::uint64_t stable_hash(std::string_view bytes) noexcept { return XXH3_64bits(bytes.data(), bytes.size()); }

std::uint64_t combine_hashes(std::uint64_t first, std::uint64_t second) noexcept {
    const std::array<std::uint64_t, 2> both{first, second};
    return XXH3_64bits(both.data(), sizeof both);
}

}  // namespace attune
