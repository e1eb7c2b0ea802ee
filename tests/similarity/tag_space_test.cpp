#include "similarity/tag_space.h"

#include "similarity/small_scenes.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace attune::similarity {
namespace {

TagSpace small_space(const SmallScenes& scenes) {
    TagSpaceOptions options;
    options.dim = 8;
    return {scenes.collection, make_tag_table(scenes.collection, scenes.community), options};
}

TEST(TagTable, KeepsGenresAndTagsThatPeopleAgreeOn) {
    const auto scenes = make_small_scenes();
    const auto table = make_tag_table(scenes.collection, scenes.community);
    EXPECT_TRUE(table.is_genre.at(table.find("ethereal").value()));
    EXPECT_FALSE(table.is_genre.at(table.find("shoegaze").value()));
    EXPECT_FALSE(table.find("songs for gil"));
    EXPECT_TRUE(std::ranges::is_sorted(table.names));
    for (const auto& bag : table.of_artists) {
        for (const auto& [tag, weight] : bag) {
            EXPECT_GT(weight, 0);
            EXPECT_LE(weight, 1);
        }
    }
}

TEST(TagTable, WeighsATagByTheNumberOfPeople) {
    library::Collection collection;
    collection.artists = {{library::ArtistId{1}, "A", {}}};
    library::Community community;
    community.artists = {{"A", 0}};
    community.tag_names = {"loud", "rock"};
    community.tags = {{0, 0, 2}, {0, 1, 8}};
    const auto table = make_tag_table(collection, community);
    EXPECT_FLOAT_EQ(table.of_artists[0][1].weight, 1);
    EXPECT_NEAR(table.of_artists[0][0].weight, std::log(3.0) / std::log(9.0), 1e-6);
}

TEST(TagSpace, KnowsWhatGoesWithWhat) {
    const auto scenes = make_small_scenes();
    const auto space = small_space(scenes);
    const auto tag = [&](const char* name) { return space.table().find(name).value(); };
    const auto likeness = space.tags_like(space.tag(tag("shoegaze")));
    EXPECT_GT(likeness[tag("dream pop")], 0.6);
    EXPECT_GT(likeness[tag("ethereal")], 0.6);
    EXPECT_LT(likeness[tag("techno")], 0.4);
    EXPECT_LT(space.information(tag("seen live")), 0.5 * space.information(tag("shoegaze")));
}

TEST(TagSpace, FindsArtistsAndTracksOfTheScene) {
    const auto scenes = make_small_scenes();
    const auto space = small_space(scenes);
    for (library::ArtistIndex a = 0; a < SmallScenes::n_artists; ++a) {
        const auto artists = space.artists_like(space.artist(a));
        const auto tracks = space.tracks_like(space.artist(a));
        const auto best_of = [&](const std::vector<float>& likeness, std::size_t scene, auto scene_of) {
            float best = -1;
            for (std::size_t i = 0; i < likeness.size(); ++i) {
                if (scene_of(i) == scene) best = std::max(best, likeness[i]);
            }
            return best;
        };
        const auto scene = SmallScenes::scene_of(a);
        const auto of_artist = [](std::size_t i) { return SmallScenes::scene_of(i); };
        const auto of_track = [](std::size_t i) { return SmallScenes::scene_of(i / 3); };
        for (std::size_t other = 0; other < 3; ++other) {
            if (other == scene) continue;
            EXPECT_GT(best_of(artists, scene, of_artist), best_of(artists, other, of_artist));
            EXPECT_GT(best_of(tracks, scene, of_track), best_of(tracks, other, of_track));
        }
    }
}

TEST(TagSpace, SaysWhichTagsAreShared) {
    const auto scenes = make_small_scenes();
    const auto space = small_space(scenes);
    const auto shared = shared_tags(space.artist(0), space.artist(3), 99);
    float sum = 0;
    for (const auto& [tag, share] : shared) {
        EXPECT_GT(share, 0);
        sum += share;
    }
    if (!shared.empty()) EXPECT_NEAR(sum, 1, 1e-5);
    EXPECT_TRUE(std::ranges::is_sorted(shared, std::ranges::greater{}, &SharedTag::share));
    EXPECT_TRUE(shared_tags(space.artist(0), {}, 9).empty());
}

TEST(TagSpace, AnswersALibraryWithoutAnyTag) {
    library::Collection collection;
    collection.artists = {{library::ArtistId{1}, "A", {}}};
    collection.tracks.resize(2);
    const TagSpace space(collection, make_tag_table(collection, {}), {});
    EXPECT_EQ(space.artists_like(space.artist(0)), std::vector<float>{0});
    EXPECT_EQ(space.tracks_like(space.track(1)), (std::vector<float>{0, 0}));
}

}  // namespace
}  // namespace attune::similarity
