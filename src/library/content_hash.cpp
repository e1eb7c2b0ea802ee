#include "library/content_hash.h"

#include "core/hasher.h"

namespace attune::library {
namespace {

void add_time(Hasher& hasher, Timestamp time) { hasher.add(unix_seconds(time)); }

void add_track(Hasher& hasher, const CollectionTrack& track) {
    hasher.add(track.id.value);
    hasher.add(track.artist);
    hasher.add(track.other_artists);
    hasher.add(track.song);
    for (const auto* text :
         {&track.artist_name, &track.track_name, &track.release_name, &track.version, &track.spotify_id})
        hasher.add(*text);
    hasher.add(track.duration_ms);
    hasher.add(track.release_year);
    hasher.add(track.popularity);
    hasher.add(track.is_explicit);
    hasher.add(track.in_catalogue);
    hasher.add(track.tags);
}

void add_play(Hasher& hasher, const Play& play) {
    add_time(hasher, play.listened_at);
    add_time(hasher, play.ended_at);
    hasher.add(play.track);
    hasher.add(play.ms_played);
    hasher.add(play.reason_start);
    hasher.add(play.reason_end);
    hasher.add(play.skipped);
}

void add_playlist(Hasher& hasher, const CollectionPlaylist& playlist) {
    hasher.add(playlist.name);
    hasher.add(playlist.items.size());
    for (const auto& item : playlist.items) {
        hasher.add(item.track);
        hasher.add(item.added_at.has_value());
        if (item.added_at) add_time(hasher, *item.added_at);
    }
}

void add_past(Hasher& hasher, const History& history) {
    hasher.add(history.plays.size());
    for (const auto& play : history.plays) add_play(hasher, play);
    hasher.add(history.playlists.size());
    for (const auto& playlist : history.playlists) add_playlist(hasher, playlist);
    hasher.add(history.saved_tracks);
    hasher.add(history.banned_tracks);
    hasher.add(history.followed_artists);
    hasher.add(history.banned_artists);
}

}  // namespace

std::uint64_t content_hash(const Collection& collection) {
    Hasher hasher;
    hasher.add(collection.tracks.size());
    for (const auto& track : collection.tracks) add_track(hasher, track);
    hasher.add(collection.artists.size());
    for (const auto& artist : collection.artists) {
        hasher.add(artist.id.value);
        hasher.add(artist.name);
        hasher.add(artist.genres);
    }
    hasher.add(collection.genres);
    hasher.add(collection.n_songs);
    hasher.add(collection.features.n_columns());
    hasher.add(collection.features.values());
    hasher.add(collection.feature_scale);
    return hasher.value();
}

std::uint64_t past_hash(const History& history) {
    Hasher hasher;
    add_past(hasher, history);
    return hasher.value();
}

std::uint64_t content_hash(const History& history) {
    Hasher hasher;
    add_past(hasher, history);
    hasher.add(history.labels.size());
    for (const auto& label : history.labels) {
        hasher.add(label.track);
        hasher.add(label.value);
        add_time(hasher, label.at);
    }
    hasher.add(history.offered);
    return hasher.value();
}

}  // namespace attune::library
