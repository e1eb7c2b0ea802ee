#include "core/text.h"
#include "similarity/query.h"
#include "similarity/small_scenes.h"
#include "similarity/sound_words.h"
#include "similarity/spelling.h"
#include "similarity/word_search.h"

#include <gtest/gtest.h>

#include <set>

namespace attune::similarity {
namespace {

using library::AudioFeature;

std::vector<std::string> words_of(const SoundWord& entry) {
    std::vector<std::string> words;
    for (const auto part : split(entry.words, "|")) words.emplace_back(part);
    return words;
}

TEST(SoundWords, NameFeaturesRangesAndSourcesAndEachWordOnce) {
    std::set<std::string> seen;
    std::set<std::string_view> names;
    for (const auto& entry : sound_words()) {
        EXPECT_TRUE(names.insert(entry.name).second) << entry.name;
        EXPECT_FALSE(entry.source.empty()) << entry.name;
        EXPECT_TRUE(entry.wishes[0].has_value()) << entry.name;
        for (const auto& words : words_of(entry)) {
            EXPECT_EQ(fold(words), words);
            EXPECT_TRUE(seen.insert(words).second) << words << " stands twice";
            EXPECT_EQ(find_sound_word(words), &entry);
        }
        for (const auto& wish : entry.wishes) {
            if (!wish) continue;
            const auto column = static_cast<std::size_t>(wish->feature);
            ASSERT_LT(column, library::n_audio_features);
            const auto& feature = library::audio_feature_names[column];
            EXPECT_LE(wish->none_below, wish->full_from);
            EXPECT_LE(wish->full_from, wish->full_to);
            EXPECT_LE(wish->full_to, wish->none_above);
            // Some value that the feature can have fits wholly, and some does not at all.
            EXPECT_LE(wish->full_from, feature.most) << entry.name << " " << feature.name;
            EXPECT_GE(wish->full_to, feature.least) << entry.name << " " << feature.name;
            EXPECT_EQ(std::min(wish->fit(feature.least), wish->fit(feature.most)), 0) << entry.name;
        }
    }
}

TEST(SoundWords, FitAsTheirWishesSay) {
    const SoundWish wish{AudioFeature::tempo, 80, 100, 120, 160};
    EXPECT_EQ(wish.fit(80), 0);
    EXPECT_FLOAT_EQ(wish.fit(90), 0.5F);
    EXPECT_EQ(wish.fit(110), 1);
    EXPECT_FLOAT_EQ(wish.fit(150), 0.25F);
    EXPECT_EQ(wish.fit(200), 0);
    EXPECT_TRUE(is_missing(wish.fit(missing)));
    std::vector<float> row(library::n_audio_features, missing);
    EXPECT_TRUE(is_missing(fit_of(*find_sound_word("loud"), row)));
    row[static_cast<std::size_t>(AudioFeature::loudness)] = -5.5F;
    EXPECT_FLOAT_EQ(fit_of(*find_sound_word("loud"), row), 0.5F);
}

Query query_of(const SmallScenes& scenes, std::string_view text) {
    return understand(text, make_tag_table(scenes.collection, scenes.community));
}

TEST(Understand, TakesTheLongestStretchThatMeansSomething) {
    const auto scenes = make_small_scenes();
    const auto query =
        query_of(scenes, "Some dreamy Dream-Pop to warm up a party, not minimal techno, from the 90s");
    ASSERT_EQ(query.understood.size(), 4U);
    EXPECT_EQ(query.understood[0].as, "dream pop");
    EXPECT_EQ(query.understood[1].as, "for warming up a party");
    EXPECT_EQ(query.understood[1].words, "warm up a party");
    EXPECT_EQ(query.understood[2].as, "minimal techno");
    EXPECT_TRUE(query.understood[2].negated);
    EXPECT_FALSE(query.understood[3].negated);
    EXPECT_EQ(query.understood[3].first_year, 1990);
    EXPECT_EQ(query.understood[3].last_year, 1999);
    EXPECT_EQ(query.unknown, std::vector<std::string>{"dreamy"});
    // "house" is no genre here, but stands in the names of two; of "sleep" and "pop" nothing is known but the
    // sound.
    const auto part = query_of(scenes, "house");
    ASSERT_EQ(part.understood.size(), 1U);
    EXPECT_EQ(part.understood[0].tags.size(), 2U);
    EXPECT_EQ(query_of(scenes, "sleep").understood.at(0).kind, Meaning::Kind::sound);
    EXPECT_EQ(query_of(scenes, "pop").unknown, std::vector<std::string>{"pop"});
    EXPECT_TRUE(query_of(scenes, "xyzzy").understood.empty());
    EXPECT_TRUE(query_of(scenes, "the of and").unknown.empty());
}

TEST(Understand, TakesAGenreThatIsAlsoASoundForBothAndATagOfListenersForTheSound) {
    library::Collection collection;
    collection.genres = {"sleep"};
    library::Community community;
    community.artists = {{"A", std::nullopt}};
    community.tag_names = {"mellow"};
    community.tags = {{0, 0, 9}};
    const auto query = understand("sleep mellow", make_tag_table(collection, community));
    ASSERT_EQ(query.understood.size(), 3U);
    EXPECT_EQ(query.understood[0].kind, Meaning::Kind::tag);
    EXPECT_EQ(query.understood[1].as, "for sleep");
    EXPECT_EQ(query.understood[2].as, "mellow");
    EXPECT_EQ(query.understood[2].kind, Meaning::Kind::sound);
}

TEST(FindTracks, FitsEveryWordOfTheQueryAndSaysWhy) {
    const auto scenes = make_small_scenes();
    TagSpaceOptions options;
    options.dim = 8;
    const TagSpace space(scenes.collection, make_tag_table(scenes.collection, scenes.community), options);
    const auto query = understand("energetic techno from the 90s", space.table());
    const auto found = find_tracks(scenes.collection, space, query, {10, 2});
    ASSERT_FALSE(found.empty());
    for (const auto& entry : found) {
        const auto& track = scenes.collection.tracks[entry.track];
        EXPECT_EQ(SmallScenes::scene_of(track.artist), 1U);
        EXPECT_EQ(*track.release_year / 10, 199);
        EXPECT_EQ(entry.reasons.size(), 3U);
    }
    EXPECT_TRUE(std::ranges::is_sorted(found, std::ranges::greater{}, &FoundTrack::score));
    const auto none =
        find_tracks(scenes.collection, space, understand("calm techno", space.table()), {10, 2});
    EXPECT_TRUE(none.empty());
    for (const auto& entry :
         find_artists(scenes.collection, space, understand("not techno", space.table()), 5))
        EXPECT_NE(SmallScenes::scene_of(entry.artist), 1U);
}

TEST(EditDistance, CountsSwappedLettersOnce) {
    EXPECT_EQ(edit_distance("shoegaze", "shoegaze"), 0U);
    EXPECT_EQ(edit_distance("", "abc"), 3U);
    EXPECT_EQ(edit_distance("sheogaze", "shoegaze"), 1U);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
    const std::vector<std::string> names = {"Shoegaze", "dream pop", "shoe", "techno"};
    EXPECT_EQ(nearest_spellings("shogaze", names, 3), std::vector<std::string>{"Shoegaze"});
    EXPECT_TRUE(nearest_spellings("xxxxxxxx", names, 3).empty());
}

}  // namespace
}  // namespace attune::similarity
