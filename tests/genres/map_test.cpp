#include "core/error.h"
#include "core/random.h"
#include "genres/genre_map.h"
#include "genres/procrustes.h"
#include "genres/track_genres.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

namespace attune::genres {
namespace {

TEST(Procrustes, UndoesAnyTurnMirrorAndShift) {
    Random random(2);
    for (const bool mirrors : {false, true}) {
        for (const double angle : {0.0, 0.7, 2.5, -1.9}) {
            PlaneMove moved;
            const double sign = mirrors ? -1 : 1;
            moved.turn = {std::cos(angle), -sign * std::sin(angle), std::sin(angle), sign * std::cos(angle)};
            moved.shift = {3, -7};
            Matrix points(20, 2);
            for (auto& x : points.values()) x = static_cast<float>(random.normal());
            auto away = points;
            moved.apply(away);
            fit_move(away, points).apply(away);
            for (std::size_t i = 0; i < 40; ++i) EXPECT_NEAR(away.values()[i], points.values()[i], 1e-5);
        }
    }
    EXPECT_THROW(fit_move(Matrix(3, 2), Matrix(4, 2)), Error);
}

constexpr std::size_t n_scenes = 5;
constexpr std::size_t tags_a_scene = 16;

/// Artists of five scenes; tag t belongs to scene t / 16. Without the tags in `hidden`, which keep their
/// names free.
TaggedArtists scenes(const std::set<std::size_t>& hidden = {}) {
    TaggedArtists artists;
    std::vector<std::uint32_t> number(n_scenes * tags_a_scene);
    for (std::size_t tag = 0; tag < number.size(); ++tag) {
        number[tag] = static_cast<std::uint32_t>(artists.tags.size());
        if (!hidden.contains(tag)) artists.tags.push_back("g" + std::to_string(100 + tag));
    }
    artists.sound = Matrix(600, 2);
    Random random(9);
    for (std::size_t artist = 0; artist < 600; ++artist) {
        const auto scene = artist % n_scenes;
        std::set<std::size_t> tags;
        for (int i = 0; i < 5; ++i) tags.insert(scene * tags_a_scene + random.below(tags_a_scene));
        learning::Bag bag;
        for (const auto tag : tags) {
            if (!hidden.contains(tag)) bag.push_back({number[tag], 1});
        }
        artists.bags.push_back(bag);
        artists.sound(artist, 0) = static_cast<float>(static_cast<double>(scene) + 0.2 * random.normal());
        artists.sound(artist, 1) = static_cast<float>(random.normal());
    }
    return artists;
}

Places places_of(const GenreMap& map, const TagProfiles& profiles) {
    Places places;
    for (std::size_t row = 0; row < map.tags.size(); ++row)
        places[profiles.tags[map.tags[row]]] = {map.coordinates(row, 0), map.coordinates(row, 1)};
    return places;
}

double distance(const std::array<float, 2>& a, const std::array<float, 2>& b) {
    return std::hypot(a[0] - b[0], a[1] - b[1]);
}

GenreMapOptions small_map() {
    GenreMapOptions options;
    options.perplexity = 8;
    options.iterations = 250;
    options.settling = 40;
    return options;
}

TEST(GenreMap, KeepsScenesTogetherAndIsTheSameEveryTime) {
    const auto profiles = profile_tags(scenes());
    const auto map = draw_map(profiles, small_map());
    ASSERT_EQ(map.tags.size(), n_scenes * tags_a_scene);
    EXPECT_FALSE(map.goes_on);
    for (std::size_t row = 0; row < map.tags.size(); ++row) {
        std::size_t nearest = row == 0 ? 1 : 0;
        for (std::size_t other = 0; other < map.tags.size(); ++other) {
            const auto d = [&](std::size_t i) {
                return std::hypot(map.coordinates(i, 0) - map.coordinates(row, 0),
                                  map.coordinates(i, 1) - map.coordinates(row, 1));
            };
            if (other != row && d(other) < d(nearest)) nearest = other;
        }
        EXPECT_EQ(nearest / tags_a_scene, row / tags_a_scene) << row;
    }
    const auto again = draw_map(profiles, small_map());
    EXPECT_TRUE(std::ranges::equal(map.coordinates.values(), again.coordinates.values()));
}

TEST(GenreMap, MovesOldTagsLittleWhenOneInTenIsNew) {
    const std::set<std::size_t> hidden{3, 17, 20, 38, 41, 55, 66, 79};
    const auto before = profile_tags(scenes(hidden));
    const auto after = profile_tags(scenes());
    const auto old_places = places_of(draw_map(before, small_map()), before);
    const auto map = draw_map(after, small_map(), old_places);
    EXPECT_TRUE(map.goes_on);
    const auto new_places = places_of(map, after);
    double width = 0;
    std::vector<double> moved;
    for (const auto& [tag, place] : old_places) {
        width = std::max(width, distance(place, old_places.begin()->second));
        moved.push_back(distance(place, new_places.at(tag)));
    }
    std::ranges::sort(moved);
    EXPECT_LT(moved[moved.size() / 2], 0.05 * width);
    EXPECT_LT(moved[moved.size() * 9 / 10], 0.15 * width);
    // The new ones lie in their scenes: nearer to the middle of their own than to that of any other.
    for (const auto tag : hidden) {
        const auto place = new_places.at("g" + std::to_string(100 + tag));
        std::array<double, n_scenes> to_scene{};
        for (const auto& [name, other] : old_places)
            to_scene[(std::stoul(name.substr(1)) - 100) / tags_a_scene] += distance(place, other);
        EXPECT_EQ(std::ranges::min_element(to_scene) - to_scene.begin(),
                  static_cast<std::ptrdiff_t>(tag / tags_a_scene));
    }
}

TEST(GenreMap, GroupsByEveryViewFindTheScenes) {
    const auto profiles = profile_tags(scenes());
    GenreMap map;
    for (std::size_t tag = 0; tag < profiles.tags.size(); ++tag) map.tags.push_back(tag);
    map.space = map_space(profiles, map.tags, 0.5);
    for (const auto view : {MapView::hierarchical, MapView::kmeans, MapView::spectral, MapView::affinity}) {
        const auto group_of = map_groups(map, profiles, view, n_scenes);
        for (std::size_t tag = 0; tag < group_of.size(); ++tag)
            EXPECT_EQ(group_of[tag], group_of[tag / tags_a_scene * tags_a_scene]) << static_cast<int>(view);
        EXPECT_EQ((std::set<std::size_t>(group_of.begin(), group_of.end()).size()), n_scenes);
    }
    EXPECT_THROW(map_groups(map, profiles, MapView::kmeans, 0), Error);
    EXPECT_THROW(draw_map(profile_tags({{"one"}, {}, {}})), Error);
}

/// Tracks of 60 artists in four branches: two are told apart by sound, two not. Playlists know, where there
/// are any.
TaggedTracks heard() {
    TaggedTracks tracks;
    const std::size_t n = 900;
    tracks.sound = Matrix(n, 2);
    tracks.playlists = Matrix(n, 4, missing);
    tracks.weights = Matrix(n, 4);
    Random random(4);
    for (std::size_t row = 0; row < n; ++row) {
        const auto artist = row % 60;
        const auto branch = artist % 4;
        tracks.artists.push_back(artist);
        tracks.weights(row, branch) = 1;
        tracks.sound(row, 0) =
            static_cast<float>((branch < 2 ? 4.0 * static_cast<double>(branch) : 8) + random.normal());
        tracks.sound(row, 1) = static_cast<float>(random.normal());
        if (random.uniform() < 0.5) {
            for (std::size_t b = 0; b < 4; ++b) tracks.playlists(row, b) = b == branch ? 0.7F : 0.1F;
        }
    }
    return tracks;
}

TEST(TrackGenres, SaysWhatItCanHearAndThatItCannotTell) {
    const auto tracks = heard();
    const std::vector<std::size_t> roots{0, 0, 1, 1};
    TrackGenreOptions options;
    options.trees = 30;
    options.most_of_artist = 100;
    options.wanted_accuracy = 0.9;
    const auto model = TrackGenres::fit(tracks, roots, options);
    const std::vector<float> nowhere(4, missing);
    EXPECT_EQ(model.tell(std::vector<float>{0, 0}, nowhere).branch, 0U);
    // 2 and 3 sound alike: which of the two nobody can tell, but their root.
    const auto alike = model.tell(std::vector<float>{8, 0}, nowhere);
    EXPECT_FALSE(alike.branch);
    EXPECT_EQ(alike.root, 1U);
    EXPECT_EQ(model.tell(std::vector<float>{8, 0}, std::vector<float>{0.1F, 0.1F, 0.1F, 0.7F}).branch, 3U);
    const auto unknown = model.tell(std::vector<float>{missing, missing}, nowhere);
    EXPECT_FALSE(unknown.branch);
    EXPECT_FALSE(unknown.root);
    const auto& held = model.branches();
    EXPECT_GE(held.told_accuracy, 0.9);
    EXPECT_GT(held.coverage, 0.5);
    EXPECT_LT(held.coverage, 0.95);
    EXPECT_GT(held.accuracy, held.majority + 0.3);
    EXPECT_GE(model.roots().coverage, held.coverage);
}

TEST(TrackGenres, RefusesTooFewTracks) {
    const std::vector<std::size_t> roots{0, 0};
    EXPECT_THROW(TrackGenres::fit({}, roots), Error);
    TaggedTracks few;
    few.sound = Matrix(60, 1, 1);
    few.playlists = Matrix(60, 2, missing);
    few.weights = Matrix(60, 2, 0.5F);
    few.artists.assign(60, 7);
    EXPECT_THROW(TrackGenres::fit(few, roots), Error);
}

}  // namespace
}  // namespace attune::genres
