#pragma once

#include <cstddef>
#include <cstdint>

namespace attune::features {

/// Hz at which everything but loudness is heard: what is above 11 kHz tells little of tempo, key or mood.
inline constexpr std::uint32_t working_rate = 22050;

/// Short frames, for what changes quickly: 46 ms every 11.6 ms.
inline constexpr std::size_t short_length = 1024;
inline constexpr std::size_t short_hop = 256;
inline constexpr double frames_per_s = static_cast<double>(working_rate) / short_hop;
inline constexpr std::size_t n_mels = 40;

/// Long frames, for pitch: 372 ms every 186 ms.
inline constexpr std::size_t long_length = 8192;
inline constexpr std::size_t long_hop = 4096;

}  // namespace attune::features
