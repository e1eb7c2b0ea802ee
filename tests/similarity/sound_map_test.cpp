#include "similarity/sound_map.h"

#include "core/random.h"

#include <gtest/gtest.h>

#include <set>

namespace attune::similarity {
namespace {

using library::AudioFeature;

/// Tracks of two kinds, in turn: loud and fast, or quiet and slow. Every hundredth has nothing known.
library::Collection two_kinds(std::size_t n_tracks) {
    library::Collection collection;
    collection.tracks.resize(n_tracks);
    collection.features = Matrix(n_tracks, library::n_audio_features, missing);
    Random random(5);
    for (std::size_t t = 0; t < n_tracks; ++t) {
        if (t % 100 == 99) continue;
        const float more = t % 2 == 0 ? 0.8F : 0.2F;
        const auto set = [&](AudioFeature feature, float value) {
            collection.features(t, static_cast<std::size_t>(feature)) = value;
        };
        const auto jitter = [&] { return 0.05F * static_cast<float>(random.normal()); };
        for (const auto feature : {AudioFeature::energy, AudioFeature::valence, AudioFeature::danceability})
            set(feature, more + jitter());
        set(AudioFeature::loudness, -20 + 15 * more + jitter());
        set(AudioFeature::tempo, 80 + 80 * more + jitter());
    }
    return collection;
}

void expect_kinds_apart(const SoundMap& map) {
    std::set<std::int32_t> groups[2];
    for (std::size_t t = 0; t < map.group_of.size(); ++t) {
        const bool is_known = t % 100 != 99;
        ASSERT_EQ(map.group_of[t] >= 0, is_known) << t;
        ASSERT_EQ(is_missing(map.places(t, 0)), !is_known) << t;
        if (is_known) groups[t % 2].insert(map.group_of[t]);
    }
    for (const auto group : groups[0]) EXPECT_FALSE(groups[1].contains(group));
    EXPECT_EQ(groups[0].size() + groups[1].size(), 2U);
}

TEST(SoundMap, GroupsTracksThatSoundAlike) {
    const auto map = map_of_sound(two_kinds(1000), 2, 1);
    expect_kinds_apart(map);
    EXPECT_EQ(std::set(map.group_names.begin(), map.group_names.end()).size(), 2U);
}

TEST(SoundMap, LearnsGroupsOfVeryManyTracksFromSome) {
    const auto collection = two_kinds(40'000);
    const auto map = map_of_sound(collection, 2, 1);
    expect_kinds_apart(map);
    EXPECT_EQ(map.group_of, map_of_sound(collection, 2, 1).group_of);
}

TEST(SoundMap, IsEmptyWhereNothingIsKnown) {
    const auto map = map_of_sound(two_kinds(1), 2, 1);
    EXPECT_TRUE(map.group_names.empty());
    EXPECT_EQ(map.group_of, std::vector<std::int32_t>{-1});
}

}  // namespace
}  // namespace attune::similarity
