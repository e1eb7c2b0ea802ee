#pragma once

#include "core/random.h"
#include "library/collection.h"
#include "playlists/shelf.h"

#include <fmt/format.h>

#include <vector>

namespace attune::playlists {

/// Music of two kinds, folk and metal, that differ in sound, words and artists, and three playlists of each.
/// Track numbers below n_tracks / 2 are folk.
struct TwoKinds {
    static constexpr std::size_t n_tracks = 240;
    static constexpr std::size_t n_artists = 42;  // the first half folk; six tracks each
    static constexpr std::size_t per_list = 20;

    TwoKinds() : words(n_tracks, 2) {
        Random random(7);
        collection.genres = {"folk", "metal"};
        collection.features = Matrix(n_tracks, library::n_audio_features);
        for (std::size_t a = 0; a < n_artists; ++a)
            collection.artists.push_back({{static_cast<std::int64_t>(a + 1)},
                                          fmt::format("Artist {}", a),
                                          {static_cast<library::GenreIndex>(is_metal_artist(a) ? 1 : 0)}});
        for (TrackIndex t = 0; t < n_tracks; ++t) add_track(t, random);
        for (std::size_t p = 0; p < 6; ++p) {
            lists.emplace_back();
            const std::size_t first = (p % 2 == 0 ? 0 : n_tracks / 2) + (p / 2) * per_list;
            for (std::size_t i = 0; i < per_list; ++i)
                lists.back().push_back(static_cast<TrackIndex>(first + i));
            names.push_back(fmt::format("{} {}", p % 2 == 0 ? "Folk" : "Metal", p / 2 + 1));
        }
        for (TrackIndex t = 0; t < n_tracks; ++t) own.push_back(t);
    }

    static bool is_metal(TrackIndex t) { return t >= n_tracks / 2; }
    static bool is_metal_artist(std::size_t artist) { return artist >= n_artists / 2; }

    void add_track(TrackIndex t, Random& random) {
        const bool metal = is_metal(t);
        library::CollectionTrack track;
        track.id = {static_cast<std::int64_t>(t + 1)};
        track.artist =
            static_cast<library::ArtistIndex>((metal ? n_artists / 2 : 0) + (t % (n_tracks / 2) + 3) / 6);
        track.song = t;
        track.artist_name = collection.artists[track.artist].name;
        track.track_name = fmt::format("Song {}", t);
        track.duration_ms = 200'000 + static_cast<int>(20'000 * random.normal());
        collection.tracks.push_back(track);
        collection.n_songs = collection.tracks.size();
        auto row = collection.features.row(t);
        const auto draw = [&](double mean, double deviation) {
            return static_cast<float>(mean + deviation * random.normal());
        };
        row[0] = draw(0.5, 0.1);                        // danceability
        row[1] = draw(metal ? 0.9 : 0.3, 0.05);         // energy
        row[2] = static_cast<float>(random.below(12));  // key
        row[3] = draw(metal ? -5 : -14, 1.5);           // loudness
        row[4] = 1;                                     // mode
        row[5] = 0.05F;                                 // speechiness
        row[6] = draw(metal ? 0.05 : 0.8, 0.02);        // acousticness
        row[7] = draw(0.1, 0.02);                       // instrumentalness
        row[8] = draw(0.15, 0.02);                      // liveness
        row[9] = draw(0.4, 0.15);                       // valence
        row[10] = draw(metal ? 160 : 95, 8);            // tempo
        row[11] = 4;                                    // time signature
        row[12] = static_cast<float>(*track.duration_ms);
        words(t, metal ? 1 : 0) = 1;
    }

    Music music() const { return {collection, words, own, 1}; }

    library::Collection collection;
    Matrix words;
    std::vector<std::vector<TrackIndex>> lists;
    std::vector<std::string> names;
    std::vector<TrackIndex> own;
};

}  // namespace attune::playlists
