#pragma once

#include <cstdint>
#include <string_view>

namespace attune {

/// A 64-bit hash of bytes that is the same on every machine and in every version: it is stored. (XXH3)
std::uint64_t stable_hash(std::string_view bytes) noexcept;

/// The hash of two hashes; their order counts.
std::uint64_t combine_hashes(std::uint64_t first, std::uint64_t second) noexcept;

}  // namespace attune
