#pragma once

#include "core/hash.h"
#include "core/time.h"
#include "library/ids.h"
#include "library/listen.h"

#include <cstdint>

namespace attune::store {

/// By what the plays of one source are told apart.
struct ListenKey {
    library::PersonId person;
    Timestamp ended_at;
    std::uint64_t ref = 0;  ///< hash of the track as the source names it
    int ms_played = 0;
    library::ListenSource source = library::ListenSource::csv;
};

// Plays stand in their table in the order of their ends, so that a history, which comes in that order, is
// appended and not scattered, and so that the plays of a minute are found without an index. The number of a
// play is made of its key, so that the table itself refuses the same play twice: no second index of a million
// rows. Two different plays of one second meet in one number once in 2^28; the later one then takes the next.
inline constexpr int listen_hash_bits = 28;

/// The lowest number that a play which ends at `time` can have.
inline std::int64_t first_listen_id(Timestamp time) noexcept {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(unix_seconds(time)) << listen_hash_bits);
}

/// The number of a play, unless another play has it.
inline std::int64_t listen_id(const ListenKey& key) noexcept {
    const auto person = static_cast<std::uint64_t>(key.person.value);
    const auto ms_played = static_cast<std::uint32_t>(key.ms_played);
    const auto what = combine_hashes(key.ref, ms_played * 8ULL + static_cast<std::uint64_t>(key.source));
    const auto hash = combine_hashes(what, person) >> (64 - listen_hash_bits);
    return first_listen_id(key.ended_at) | static_cast<std::int64_t>(hash);
}

/// The number that a play takes whose own, `id`, another play has: all numbers of one second come in turn.
inline std::int64_t next_listen_id(std::int64_t id) noexcept {
    constexpr auto hashes = (std::int64_t{1} << listen_hash_bits) - 1;
    return (id & ~hashes) | ((id + 1) & hashes);
}

}  // namespace attune::store
