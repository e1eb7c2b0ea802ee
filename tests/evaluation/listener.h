#pragma once

#include "core/random.h"
#include "library/collection.h"

#include <algorithm>
#include <chrono>
#include <string>

namespace attune::evaluation {

/// An invented listener: artists of two genres, each with tracks in the catalogue, met in random order over two
/// years. `taste` is how much the first genre and half of the artists are kept rather than the others; 0 is a person
/// who keeps at random.
struct InventedListener {
    library::Collection collection;
    library::History history;
};

inline InventedListener invented_listener(double taste, std::uint64_t seed, std::size_t n_artists = 60,
                                          std::size_t tracks_per_artist = 30, std::size_t n_plays = 4000) {
    Random random(seed);
    InventedListener listener;
    auto& collection = listener.collection;
    collection.genres = {"folk", "harsh noise", "jazz", "techno"};
    std::vector<double> love(n_artists);
    for (std::size_t a = 0; a < n_artists; ++a) {
        const bool first = a % 2 == 0;
        using Genres = std::vector<library::GenreIndex>;
        collection.artists.push_back({library::ArtistId{static_cast<std::int64_t>(a + 1)},
                                      "artist " + std::to_string(a), first ? Genres{0, 2} : Genres{1, 3}});
        love[a] = std::clamp(0.5 + taste * ((first ? 0.25 : -0.25) + (random.uniform() < 0.5 ? 0.2 : -0.2)),
                             0.02, 0.98);
    }
    for (std::size_t t = 0; t < n_artists * tracks_per_artist; ++t) {
        library::CollectionTrack track;
        track.id = library::TrackId{static_cast<std::int64_t>(t + 1)};
        track.artist = static_cast<library::ArtistIndex>(t / tracks_per_artist);
        track.song = static_cast<library::SongIndex>(t);
        track.artist_name = collection.artists[track.artist].name;
        track.track_name = "track " + std::to_string(t);
        track.in_catalogue = true;
        track.popularity = static_cast<float>(random.below(101));
        collection.tracks.push_back(std::move(track));
        std::vector<float> sound(library::n_audio_features);
        for (float& value : sound) value = static_cast<float>(random.uniform());
        collection.features.add_row(sound);
    }
    collection.n_songs = collection.tracks.size();
    collection.feature_scale = "spotify";

    std::vector<library::TrackIndex> kept;
    for (std::size_t i = 0; i < n_plays; ++i) {
        library::Play play;
        play.listened_at = timestamp_of(1'600'000'000 + static_cast<std::int64_t>(i) * 16'000);
        if (kept.empty() || random.uniform() < 0.4) {
            // An artist is met as often as any other: what differs is what is kept.
            play.track = static_cast<library::TrackIndex>(random.below(collection.tracks.size()));
            const bool liked = random.uniform() < love[collection.tracks[play.track].artist];
            play.ms_played = liked ? 200'000 : 10'000;
            if (liked) kept.push_back(play.track);
        } else {
            // Back to one of the last finds, so that what is liked is kept soon.
            const std::size_t back = std::min<std::size_t>(kept.size(), 40);
            play.track = kept[kept.size() - 1 - random.below(back)];
            play.ms_played = 200'000;
        }
        play.ended_at = play.listened_at + std::chrono::seconds(*play.ms_played / 1000);
        listener.history.plays.push_back(play);
    }
    return listener;
}

}  // namespace attune::evaluation
