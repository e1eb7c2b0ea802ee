#include "core/error.h"
#include "core/text.h"
#include "demo/catalogue_files.h"
#include "demo/genres.h"
#include "demo/small_world.h"
#include "library/track.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace attune::demo {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

TEST(World, FollowsFromItsSeed) {
    EXPECT_EQ(write_catalogue_csv(make_world(small_options(7))),
              write_catalogue_csv(make_world(small_options(7))));
    EXPECT_NE(write_catalogue_csv(make_world(small_options(7))),
              write_catalogue_csv(make_world(small_options(8))));
}

TEST(World, HasACatalogueOfTheSizeAskedForAndSomeTracksBeside) {
    const auto world = make_world(small_options());
    const auto n = std::ranges::count(world.tracks, true, &WorldTrack::in_catalogue);
    EXPECT_EQ(n, 6'000);
    EXPECT_NEAR(static_cast<double>(n) / static_cast<double>(world.tracks.size()), 0.85, 0.05);
    EXPECT_EQ(lines_of(write_catalogue_csv(world)).size(), 6'001U);
}

TEST(World, HasArtistsThatNoFoldingMixesUp) {
    const auto world = make_world(small_options());
    std::set<std::string> folded;
    for (const auto& artist : world.artists) folded.insert(fold(artist.name));
    EXPECT_EQ(folded.size(), world.artists.size());
    EXPECT_TRUE(
        std::ranges::none_of(world.artists, [](const auto& artist) { return artist.tracks.empty(); }));
}

TEST(World, HasNamesAsHardAsRealOnes) {
    const auto world = make_world(small_options());
    const auto is_there = [&](std::string_view part) {
        return std::ranges::any_of(world.tracks,
                                   [&](const auto& t) { return t.title.find(part) != std::string::npos; });
    };
    for (const auto* part :
         {" (feat. ", " - Live at ", "Remaster", " Remix", "Acoustic", "\"", "&", "?", ", Pt. "})
        EXPECT_TRUE(is_there(part)) << part;
    EXPECT_TRUE(std::ranges::any_of(world.artists,
                                    [](const auto& a) { return fold(a.name) != to_lower_ascii(a.name); }));
}

TEST(World, FindsATrackByEachOfItsIds) {
    const auto world = make_world(small_options());
    for (std::size_t i = 0; i < world.tracks.size(); ++i) {
        const auto& track = world.tracks[i];
        EXPECT_EQ(library::spotify_track_id("spotify:track:" + track.spotify_id), track.spotify_id);
        EXPECT_EQ(world.find_track(track.spotify_id), i);
        if (!track.other_spotify_id.empty()) EXPECT_EQ(world.find_track(track.other_spotify_id), i);
    }
    EXPECT_FALSE(world.find_track("0000000000000000000000"));
}

TEST(World, KeepsEveryFeatureOnItsScale) {
    const auto world = make_world(small_options());
    for (const auto& track : world.tracks)
        for (std::size_t f = 0; f < library::n_audio_features; ++f) {
            EXPECT_GE(track.features.values[f], library::audio_feature_names[f].least);
            EXPECT_LE(track.features.values[f], library::audio_feature_names[f].most);
        }
}

TEST(World, SoundsByGenre) {
    const auto world = make_world(small_options());
    const auto mean_energy = [&](std::string_view family) {
        double sum = 0;
        double n = 0;
        for (std::size_t i = 0; i < world.tracks.size(); ++i)
            if (genre_families()[genres()[world.main_genre(i)].family].name == family) {
                sum += world.tracks[i].features[library::AudioFeature::energy];
                n += 1;
            }
        return sum / n;
    };
    EXPECT_GT(mean_energy("metal"), mean_energy("pop") + 0.1);
    EXPECT_GT(mean_energy("pop"), mean_energy("ambient") + 0.25);
}

TEST(World, IsPopularInALongTail) {
    const auto world = make_world(small_options());
    std::vector<int> popularity;
    for (const auto& track : world.tracks) popularity.push_back(track.popularity);
    std::ranges::sort(popularity);
    EXPECT_LT(popularity[popularity.size() / 2], 45);
    EXPECT_GT(popularity[popularity.size() * 99 / 100], 65);
}

TEST(World, KnowsTheGenresOfMostArtists) {
    const auto lines = lines_of(write_artist_genres_csv(make_world(small_options())));
    EXPECT_EQ(lines.front(), "genres,artists");
    EXPECT_EQ(lines.size(), 751U);
    const auto empty = std::ranges::count_if(lines, [](const auto& line) { return line.starts_with("[],"); });
    EXPECT_NEAR(static_cast<double>(empty) / 750, 0.1, 0.04);
}

TEST(World, RefusesToBeTooSmall) {
    WorldOptions options;
    options.n_artists = 3;
    EXPECT_THROW(make_world(options), Error);
    options.n_artists = 100;
    options.n_tracks = 150;
    EXPECT_THROW(make_world(options), Error);
}

}  // namespace
}  // namespace attune::demo
