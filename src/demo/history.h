#pragma once

#include "core/time.h"
#include "demo/world.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::demo {

/// One row of a history. Its words are Spotify's.
struct Play {
    std::optional<std::size_t> track;  ///< nothing for an episode of a podcast
    std::string episode;
    std::string show;
    std::string episode_id;
    bool by_other_id = false;  ///< played under WorldTrack::other_spotify_id
    Timestamp started;
    Timestamp ended;
    int ms_played = 0;
    std::string_view reason_start;
    std::string_view reason_end;
    std::string_view platform;
    std::optional<bool> skipped;
    bool shuffle = false;
    bool offline = false;
    bool incognito = false;
    std::optional<std::int64_t> offline_timestamp;  ///< in ms or s, or 0, as the year had it
};

struct DatedTrack {
    std::size_t track;
    Timestamp at;
};

struct MadePlaylist {
    std::string name;
    std::vector<DatedTrack> items;
};

/// What the listener of a world did, oldest first. Some rows stand twice, as they do in real exports.
struct History {
    std::vector<Play> plays;
    std::vector<MadePlaylist> playlists;
    std::vector<std::size_t> saved_tracks;
    std::vector<std::size_t> banned_tracks;
    std::vector<std::size_t> banned_artists;
};

/// Lets the listener of the world live for options.years until options.end. They do as listener_taste() says,
/// with moods and interests that come and go: they repeat what they like, skip what they do not, and find
/// artists.
History make_history(const World& world);

}  // namespace attune::demo
