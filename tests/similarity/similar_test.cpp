#include "similarity/similar.h"

#include "similarity/small_scenes.h"

#include <gtest/gtest.h>

#include <map>

namespace attune::similarity {
namespace {

class LikenessTest : public testing::Test {
  protected:
    LikenessTest() {
        TagSpaceOptions options;
        options.dim = 8;
        space.emplace(scenes.collection, make_tag_table(scenes.collection, scenes.community), options);
        sound.emplace(scenes.collection);
    }

    SmallScenes scenes = make_small_scenes();
    std::optional<TagSpace> space;
    std::optional<SoundLikeness> sound;
};

TEST_F(LikenessTest, FindsArtistsOfTheSceneWithTheTagsTheyShare) {
    const Likeness likeness(scenes.collection, &*space, nullptr);
    const auto artists = likeness.artists(4, {1, 0, 0}, {}, 10);
    ASSERT_EQ(artists.size(), 10U);
    for (const auto& entry : artists) {
        EXPECT_EQ(SmallScenes::scene_of(entry.artist), 1U);
        EXPECT_NE(entry.artist, 4U);
        EXPECT_FALSE(entry.reasons.empty());
        EXPECT_EQ(scenes.collection.tracks[entry.first_track.value()].artist, entry.artist);
    }
}

TEST_F(LikenessTest, OfTracksNamesNoSongTwiceAndNotTooOftenOneArtist) {
    scenes.collection.tracks[7].song = scenes.collection.tracks[6].song;  // two versions
    const Likeness likeness(scenes.collection, &*space, &*sound);
    for (const Views views : {Views{1, 0, 0}, Views{0, 1, 0}, Views{0.5F, 0.5F, 0}}) {
        const auto tracks = likeness.tracks(6, views, 100, 2);
        ASSERT_GT(tracks.size(), 20U);
        std::map<library::ArtistIndex, int> of_artist;
        for (const auto& entry : tracks) {
            EXPECT_NE(scenes.collection.tracks[entry.track].song, scenes.collection.tracks[6].song);
            EXPECT_LE(++of_artist[scenes.collection.tracks[entry.track].artist], 2);
            EXPECT_GT(entry.score, 0);
            EXPECT_LE(entry.score, 1.0001F);
        }
    }
}

TEST_F(LikenessTest, LooksAtSoundAloneWhereNothingIsCalledAnything) {
    for (auto& artist : scenes.collection.artists) artist.genres.clear();
    const TagSpace silent(scenes.collection, make_tag_table(scenes.collection, {}), {});
    const Likeness likeness(scenes.collection, &silent, &*sound);
    const auto tracks =
        likeness.tracks(3, {0.6F, 0.4F, 0}, 10, 2);  // of the second scene: energetic and danceable
    ASSERT_EQ(tracks.size(), 10U);
    for (const auto& entry : tracks) {
        EXPECT_EQ(SmallScenes::scene_of(scenes.collection.tracks[entry.track].artist), 1U);
        ASSERT_EQ(entry.reasons.size(), 1U);
        EXPECT_EQ(entry.reasons[0].name, "sound");
    }
    EXPECT_TRUE(likeness.artists(3, {1, 0, 0}, {}, 10).empty());
}

TEST_F(LikenessTest, TakesWhatListenersPlayTogetherOnAnyScale) {
    const Likeness likeness(scenes.collection, nullptr, nullptr);
    std::vector<float> together(SmallScenes::n_artists, 0);
    together[9] = 400;
    together[2] = 900;
    together[0] = 1e6F;  // itself
    const auto artists = likeness.artists(0, {0, 0, 1}, together, 10);
    ASSERT_EQ(artists.size(), 2U);
    EXPECT_EQ(artists[0].artist, 2U);
    EXPECT_EQ(artists[1].artist, 9U);
    EXPECT_EQ(artists[0].reasons[0].name, "listeners");
}

}  // namespace
}  // namespace attune::similarity
