#pragma once

#include "core/random.h"
#include "library/collection.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace attune::taste {

inline const Timestamp first_day = timestamp_of(1'700'000'000);

inline Timestamp on_day(double day) {
    return first_day + std::chrono::seconds(static_cast<std::int64_t>(day * 86'400));
}

/// A play that the listener let run, or left, after this long.
inline library::Play play(library::TrackIndex track, double day, int ms_played,
                          library::PlayReason end = library::PlayReason::track_done) {
    return {on_day(day),
            on_day(day) + std::chrono::seconds(ms_played / 1000),
            track,
            ms_played,
            library::PlayReason::chosen,
            end,
            std::nullopt};
}

struct SmallLibraryOptions {
    std::uint64_t seed = 1;
    std::size_t n_artists = 64;
    std::size_t tracks_per_artist = 6;
    bool has_taste = true;  ///< otherwise what is heard out, skipped and collected is drawn
};

struct SmallLibrary {
    library::Collection collection;
    library::History history;
    Timestamp now = on_day(400);
    std::vector<bool> likes;  ///< what the listener would say of each track
};

/// A few hundred tracks in four families of two genres. The listener has heard every second track of three
/// artists of four; they like two families, and what is energetic everywhere. They repeat and collect what
/// they like and skip the rest. Every artist has a live version of their first song, which nobody has heard.
/// Some features, genres and popularities are missing.
inline SmallLibrary make_small_library(const SmallLibraryOptions& options = {}) {
    static constexpr std::array genres{"acid house", "bebop jazz",  "cool jazz",   "deep house",
                                       "folk metal", "garage rock", "heavy metal", "indie rock"};
    SmallLibrary small;
    Random random(options.seed);
    auto& [collection, history, now, likes] = small;
    collection.genres.assign(genres.begin(), genres.end());
    const std::size_t per_artist = options.tracks_per_artist + 1;
    collection.features = Matrix(options.n_artists * per_artist, library::n_audio_features, missing);
    for (std::size_t a = 0; a < options.n_artists; ++a) {
        const auto genre = static_cast<library::GenreIndex>(a % genres.size());
        library::CollectionArtist artist{{}, fmt::format("Artist {}", a), {genre}};
        if (random.uniform() < 0.5) artist.genres.push_back((genre + 3) % 8);
        if (a % 16 == 15) artist.genres.clear();
        collection.artists.push_back(std::move(artist));
        for (std::size_t i = 0; i < per_artist; ++i) {
            const auto t = static_cast<library::TrackIndex>(collection.tracks.size());
            library::CollectionTrack track;
            track.artist = static_cast<library::ArtistIndex>(a);
            const bool is_live = i == options.tracks_per_artist;
            track.song = static_cast<library::SongIndex>(a * options.tracks_per_artist + (is_live ? 0 : i));
            track.artist_name = collection.artists[a].name;
            track.track_name = fmt::format("Song {}{}", is_live ? 0 : i, is_live ? " - Live" : "");
            track.version = is_live ? "live" : "";
            track.release_name = fmt::format("Album {}", i / 3);
            track.spotify_id = fmt::format("{:022}", t);
            track.duration_ms = 180'000 + static_cast<int>(random.below(120'000));
            if (i % 3 != 1) track.popularity = static_cast<float>(random.below(90));
            track.release_year = 1970 + static_cast<int>(random.below(55));
            track.in_catalogue = true;
            collection.tracks.push_back(std::move(track));
            for (std::size_t c = 0; c < library::n_audio_features; ++c) {
                if (random.uniform() > 0.03) collection.features(t, c) = static_cast<float>(random.uniform());
            }
            const float energy =
                collection.features(t, static_cast<std::size_t>(library::AudioFeature::energy));
            const double visible = (genre < 4 ? 1 : -1) + (is_missing(energy) ? 0 : 3 * (energy - 0.5));
            likes.push_back(visible + 0.3 * random.normal() > 0);
        }
    }
    collection.n_songs = options.n_artists * options.tracks_per_artist;

    library::CollectionPlaylist playlist{"favourites", {}};
    for (library::TrackIndex t = 0; t < collection.tracks.size(); ++t) {
        const auto& track = collection.tracks[t];
        const std::size_t i = t % per_artist;
        if (track.artist % 4 == 3 || i % 2 == 1 || i == options.tracks_per_artist) continue;
        const bool enjoys = options.has_taste ? likes[t] : random.uniform() < 0.5;
        const double first = 380 * random.uniform();
        const std::size_t n_plays = 1 + (enjoys ? 1 + random.below(4) : random.below(2));
        for (std::size_t k = 0; k < n_plays; ++k) {
            const double day = std::min(399.0, first + 5.0 * static_cast<double>(k));
            const bool hears = random.uniform() < (enjoys ? 0.9 : 0.15);
            history.plays.push_back(hears ? play(t, day, *track.duration_ms)
                                          : play(t, day, 2'000 + static_cast<int>(random.below(20'000)),
                                                 library::PlayReason::forward));
        }
        const bool collects = options.has_taste ? enjoys : random.uniform() < 0.5;
        if (collects && random.uniform() < 0.5) playlist.items.push_back({t, on_day(first)});
    }
    std::ranges::stable_sort(history.plays, {}, &library::Play::listened_at);
    history.playlists.push_back(std::move(playlist));
    return small;
}

/// Labels by the listener of tracks that they have not heard: the fourth of each artist, `n` in all.
inline void label_some(SmallLibrary& small, std::size_t n, std::size_t per_artist = 7) {
    for (std::size_t a = 0; a < n; ++a) {
        const auto t = static_cast<library::TrackIndex>(a * per_artist + 3);
        small.history.labels.push_back(
            {t, small.likes[t] ? library::LabelValue::like : library::LabelValue::dislike, on_day(399.5)});
    }
}

}  // namespace attune::taste
