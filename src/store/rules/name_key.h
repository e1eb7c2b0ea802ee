#pragma once

#include "core/hash.h"
#include "core/text.h"
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

/// The track as a source without ids names it; stored as listens.ref.
inline std::uint64_t ref_of_names(std::string_view artist_name, std::string_view track_name) {
    return hash_of({fold(artist_name), fold(track_name)});
}

/// The same by Spotify's id.
inline std::uint64_t ref_of_id(std::string_view spotify_id) { return stable_hash(spotify_id); }

/// By which imports remember an external id that they told.
inline std::int64_t id_hash(std::string_view scheme_and_value) {
    return static_cast<std::int64_t>(stable_hash(scheme_and_value));
}

/// By what tracks are found by their titles alone; stored as tracks.title_hash.
inline std::int64_t title_hash(std::string_view track_name) {
    return static_cast<std::int64_t>(stable_hash(fold(track_name)));
}

/// How a name belongs to a track; stored as track_names.kind. In the order of preference.
enum class NameKind { own = 0, alternative = 1, manual = 2 };

}  // namespace attune::store
