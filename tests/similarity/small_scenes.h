#pragma once

#include "core/random.h"
#include "library/collection.h"
#include "library/community.h"

#include <algorithm>
#include <string>
#include <vector>

namespace attune::similarity {

/// A made-up collection: 60 artists of three scenes with three tracks each, whose genres catalogues know, and
/// what other listeners call them; among it "seen live", which stands beside anything, and remarks that one
/// person made.
struct SmallScenes {
    static constexpr std::size_t n_artists = 60;
    library::Collection collection;
    library::Community community;

    static std::size_t scene_of(std::size_t artist) { return artist % 3; }
};

inline SmallScenes make_small_scenes() {
    const std::vector<std::vector<std::string>> words = {
        {"dream pop", "ethereal", "noise pop", "shoegaze"},
        {"deep house", "minimal techno", "tech house", "techno"},
        {"bluegrass", "country", "honky tonk", "old time"}};
    SmallScenes scenes;
    auto& collection = scenes.collection;
    auto& community = scenes.community;
    for (const auto& scene : words) {
        for (std::size_t w = 0; w < 3; ++w)
            collection.genres.push_back(scene[w]);  // the fourth is a tag alone
        community.tag_names.insert(community.tag_names.end(), scene.begin(), scene.end());
    }
    std::ranges::sort(collection.genres);
    community.tag_names.insert(community.tag_names.end(), {"seen live", "songs for gil"});
    std::ranges::sort(community.tag_names);
    const auto row_of = [](const std::vector<std::string>& names, const std::string& name) {
        return static_cast<std::uint32_t>(std::ranges::find(names, name) - names.begin());
    };
    Random random(4);
    for (std::uint32_t a = 0; a < SmallScenes::n_artists; ++a) {
        const auto& scene = words[SmallScenes::scene_of(a)];
        library::CollectionArtist artist{library::ArtistId{a + 1}, "Artist " + std::to_string(a), {}};
        artist.genres = {row_of(collection.genres, scene[a / 3 % 3])};
        collection.artists.push_back(artist);
        community.artists.push_back({artist.name, a});
        for (const auto& tag : scene) {
            if (random.uniform() < 0.7)
                community.tags.push_back(
                    {a, row_of(community.tag_names, tag), static_cast<float>(1 + random.below(9))});
        }
        if (a % 2 == 0) community.tags.push_back({a, row_of(community.tag_names, "seen live"), 5});
        if (a == 7) community.tags.push_back({a, row_of(community.tag_names, "songs for gil"), 1});
    }
    std::ranges::stable_sort(community.tags, {},
                             [](const auto& row) { return std::pair(row.artist, row.tag); });
    collection.features = Matrix(0, library::n_audio_features);
    for (std::uint32_t t = 0; t < 3 * SmallScenes::n_artists; ++t) {
        library::CollectionTrack track;
        track.id = library::TrackId{t + 1};
        track.artist = t / 3;
        track.song = t;
        track.artist_name = collection.artists[track.artist].name;
        track.track_name = "Track " + std::to_string(t);
        track.in_catalogue = true;
        track.popularity = static_cast<float>(t % 50);
        track.release_year = 1980 + static_cast<int>(t % 40);
        collection.tracks.push_back(track);
        std::vector<float> row(library::n_audio_features, 0.5F);
        const auto scene = SmallScenes::scene_of(track.artist);
        row[static_cast<std::size_t>(library::AudioFeature::energy)] =
            (scene == 1 ? 0.8F : 0.3F) + 0.1F * static_cast<float>(random.uniform());
        row[static_cast<std::size_t>(library::AudioFeature::danceability)] =
            (scene == 1 ? 0.85F : 0.4F) + 0.1F * static_cast<float>(random.uniform());
        row[static_cast<std::size_t>(library::AudioFeature::valence)] = static_cast<float>(random.uniform());
        row[static_cast<std::size_t>(library::AudioFeature::tempo)] =
            90 + 50 * static_cast<float>(random.uniform());
        row[static_cast<std::size_t>(library::AudioFeature::loudness)] = -8;
        collection.features.add_row(row);
    }
    collection.n_songs = collection.tracks.size();
    return scenes;
}

}  // namespace attune::similarity
