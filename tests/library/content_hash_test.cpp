#include "library/content_hash.h"

#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>

namespace attune::library {
namespace {

Collection collection() {
    Collection collection;
    collection.tracks.resize(2);
    collection.artists.resize(2);
    collection.genres = {"jazz"};
    collection.n_songs = 2;
    collection.features = Matrix(2, n_audio_features, missing);
    return collection;
}

History history() {
    History history;
    history.plays.resize(2);
    history.playlists.push_back({"evening", {{0, std::nullopt}}});
    history.labels.resize(1);
    return history;
}

/// What every single change makes of the hash, and that they all differ: nothing is left out, and nothing is mixed up.
template <class T>
void expect_all_told_apart(const T& value, const std::map<std::string, std::function<void(T&)>>& changes) {
    std::map<std::uint64_t, std::string> seen{{content_hash(value), "unchanged"}};
    EXPECT_EQ(content_hash(T(value)), content_hash(value));
    for (const auto& [name, change] : changes) {
        T changed = value;
        change(changed);
        const auto [same, is_new] = seen.emplace(content_hash(changed), name);
        EXPECT_TRUE(is_new) << name << " is as " << same->second;
    }
}

TEST(ContentHash, TellsEveryChangeOfACollection) {
    expect_all_told_apart<Collection>(collection(),
                                      {{"id", [](auto& c) { c.tracks[0].id = {7}; }},
                                       {"artist", [](auto& c) { c.tracks[0].artist = 1; }},
                                       {"other artists", [](auto& c) { c.tracks[0].other_artists = {1}; }},
                                       {"song", [](auto& c) { c.tracks[0].song = 1; }},
                                       {"artist name", [](auto& c) { c.tracks[0].artist_name = "x"; }},
                                       {"track name", [](auto& c) { c.tracks[0].track_name = "x"; }},
                                       {"release", [](auto& c) { c.tracks[0].release_name = "x"; }},
                                       {"version", [](auto& c) { c.tracks[0].version = "x"; }},
                                       {"spotify id", [](auto& c) { c.tracks[0].spotify_id = "x"; }},
                                       {"duration", [](auto& c) { c.tracks[0].duration_ms = 1; }},
                                       {"no duration", [](auto& c) { c.tracks[0].duration_ms = 0; }},
                                       {"year", [](auto& c) { c.tracks[0].release_year = 1; }},
                                       {"popularity", [](auto& c) { c.tracks[0].popularity = 1; }},
                                       {"explicit", [](auto& c) { c.tracks[0].is_explicit = false; }},
                                       {"catalogue", [](auto& c) { c.tracks[0].in_catalogue = true; }},
                                       {"tags", [](auto& c) { c.tracks[0].tags = {0}; }},
                                       {"tags of the other", [](auto& c) { c.tracks[1].tags = {0}; }},
                                       {"artist id", [](auto& c) { c.artists[0].id = {7}; }},
                                       {"name of artist", [](auto& c) { c.artists[0].name = "x"; }},
                                       {"genres of artist", [](auto& c) { c.artists[0].genres = {0}; }},
                                       {"genre", [](auto& c) { c.genres[0] = "blues"; }},
                                       {"another genre", [](auto& c) { c.genres.push_back(""); }},
                                       {"songs", [](auto& c) { c.n_songs = 1; }},
                                       {"feature", [](auto& c) { c.features(1, 3) = 0; }},
                                       {"scale", [](auto& c) { c.feature_scale = "own"; }},
                                       {"a track more", [](auto& c) { c.tracks.emplace_back(); }},
                                       {"an artist more", [](auto& c) { c.artists.emplace_back(); }}});
}

TEST(ContentHash, TellsEveryChangeOfAHistory) {
    const Timestamp then = timestamp_of(1'700'000'000);
    expect_all_told_apart<History>(
        history(), {{"start", [&](auto& h) { h.plays[0].listened_at = then; }},
                    {"end", [&](auto& h) { h.plays[0].ended_at = then; }},
                    {"track", [](auto& h) { h.plays[0].track = 1; }},
                    {"ms", [](auto& h) { h.plays[0].ms_played = 1; }},
                    {"why it began", [](auto& h) { h.plays[0].reason_start = PlayReason::chosen; }},
                    {"why it ended", [](auto& h) { h.plays[0].reason_end = PlayReason::chosen; }},
                    {"not skipped", [](auto& h) { h.plays[0].skipped = false; }},
                    {"skipped", [](auto& h) { h.plays[0].skipped = true; }},
                    {"a play more", [](auto& h) { h.plays.emplace_back(); }},
                    {"name", [](auto& h) { h.playlists[0].name = "morning"; }},
                    {"entry", [](auto& h) { h.playlists[0].items[0].track = 1; }},
                    {"date of an entry", [&](auto& h) { h.playlists[0].items[0].added_at = then; }},
                    {"an entry more", [](auto& h) { h.playlists[0].items.emplace_back(); }},
                    {"a playlist more", [](auto& h) { h.playlists.emplace_back(); }},
                    {"saved", [](auto& h) { h.saved_tracks = {0}; }},
                    {"banned", [](auto& h) { h.banned_tracks = {0}; }},
                    {"followed", [](auto& h) { h.followed_artists = {0}; }},
                    {"banned artist", [](auto& h) { h.banned_artists = {0}; }},
                    {"labelled track", [](auto& h) { h.labels[0].track = 1; }},
                    {"label", [](auto& h) { h.labels[0].value = LabelValue::dislike; }},
                    {"date of a label", [&](auto& h) { h.labels[0].at = then; }},
                    {"a label more", [](auto& h) { h.labels.emplace_back(); }},
                    {"offered", [](auto& h) { h.offered = {0}; }}});
}

}  // namespace
}  // namespace attune::library
