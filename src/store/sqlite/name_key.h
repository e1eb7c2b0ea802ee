#pragma once

#include "core/hash.h"
#include "library/identity.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace attune::store {

/// A hash of several texts; their bounds count.
inline std::uint64_t hash_of(std::initializer_list<std::string_view> parts) {
    static thread_local std::string joined;  // kept for its memory: this runs for every listen
    joined.clear();
    for (const auto part : parts) joined.append(part) += '\x1F';
    return stable_hash(joined);
}

/// By what tracks are found by name: the hash of an artist key with the folded title and version.
inline std::uint64_t name_key(std::string_view artist_key, const library::TrackKey& key) {
    return hash_of({artist_key, key.title, key.version});
}

}  // namespace attune::store
