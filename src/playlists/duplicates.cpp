#include "playlists/duplicates.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

namespace attune::playlists {
namespace {

using Kind = Duplicate::Kind;

// All features but duration, which sources round in their own ways. Fewer known ones can be alike by chance.
constexpr std::size_t least_features = 9;

/// The known audio features but the length; empty if there are too few to tell a recording by.
std::vector<float> sound_of(const library::Collection& collection, library::TrackIndex track) {
    std::vector<float> sound;
    for (std::size_t f = 0; f < library::n_audio_features; ++f) {
        if (f == static_cast<std::size_t>(library::AudioFeature::duration_ms)) continue;
        if (f == static_cast<std::size_t>(library::AudioFeature::time_signature)) continue;
        const float value = collection.features(track, f);
        if (!is_missing(value)) sound.push_back(value);
    }
    if (sound.size() < least_features) sound.clear();
    return sound;
}

std::string version_text(const library::CollectionTrack& track) {
    return track.version.empty() ? "the usual version" : track.version;
}

std::string text_of(Kind kind, const library::CollectionTrack& track, const library::CollectionTrack& first) {
    switch (kind) {
        case Kind::same_track: return "the same track once more";
        case Kind::same_song:
            return first.release_name.empty() || first.release_name == track.release_name
                       ? "the same song under another id"
                       : fmt::format("the same song, here from \"{}\", there from \"{}\"", track.release_name,
                                     first.release_name);
        case Kind::same_sound:
            return fmt::format("sounds the same to the last digit as {} - {}", first.artist_name,
                               first.track_name);
        case Kind::version:
            return fmt::format("another version of the song: {}, there {}", version_text(track),
                               version_text(first));
    }
    return "";
}

}  // namespace

std::string_view to_string(Kind kind) noexcept {
    switch (kind) {
        case Kind::same_track: return "same_track";
        case Kind::same_song: return "same_song";
        case Kind::same_sound: return "same_sound";
        case Kind::version: return "version";
    }
    return "";
}

std::vector<Duplicate> duplicates_of(const library::Collection& collection,
                                     std::span<const library::TrackIndex> entries) {
    std::map<library::TrackIndex, std::size_t> first_of_track;
    std::map<std::pair<library::SongIndex, std::string>, std::size_t> first_of_version;
    std::map<library::SongIndex, std::size_t> first_of_song;
    std::map<std::vector<float>, std::size_t> first_of_sound;
    std::vector<Duplicate> duplicates;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& track = collection.tracks[entries[i]];
        const auto sound = sound_of(collection, entries[i]);
        const auto [same_track, is_new_track] = first_of_track.try_emplace(entries[i], i);
        const auto [same_version, is_new_version] =
            first_of_version.try_emplace({track.song, track.version}, i);
        const auto [same_song, is_new_song] = first_of_song.try_emplace(track.song, i);
        std::optional<std::size_t> same_sound;
        if (!sound.empty()) {
            const auto [found, is_new] = first_of_sound.try_emplace(sound, i);
            if (!is_new) same_sound = found->second;
        }
        const auto add = [&](Kind kind, std::size_t of) {
            duplicates.push_back({i, of, kind, text_of(kind, track, collection.tracks[entries[of]])});
        };
        if (!is_new_track) {
            add(Kind::same_track, same_track->second);
        } else if (!is_new_version) {
            add(Kind::same_song, same_version->second);
        } else if (same_sound) {
            add(Kind::same_sound, *same_sound);
        } else if (!is_new_song) {
            add(Kind::version, same_song->second);
        }
    }
    return duplicates;
}

}  // namespace attune::playlists
