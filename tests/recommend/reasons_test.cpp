#include "recommend/reasons.h"

#include "taste/small_library.h"

#include <gtest/gtest.h>

#include <cmath>

namespace attune::recommend {
namespace {

using taste::make_small_library;

const std::vector<Contribution> parts{{"artist_heard", "artist", "how much you have played this artist", 0.5},
                                      {"artist_skip_rate", "artist", "how seldom you skip this artist", -0.1},
                                      {"energy", "sound", "its energy", -0.9},
                                      {"start", "start", "where every track starts", 2.0},
                                      {"popularity", "popularity", "how popular it is", 0.05}};

struct Fixture {
    taste::SmallLibrary small = make_small_library();
    taste::Surroundings space = taste::make_surroundings(small.collection, 8);
    ReasonWriter writer{small.collection, small.history, space};
};

TEST(ReasonWriter, GivesOneReasonAGroupStrongestFirstAndKeepsTheSum) {
    const Fixture fixture;
    const auto reasons = fixture.writer.write(3, parts);
    double sum = 0;
    for (const auto& reason : reasons) sum += reason.contribution;
    EXPECT_NEAR(sum, 0.5 - 0.1 - 0.9 + 2.0 + 0.05, 1e-12);
    ASSERT_GE(reasons.size(), 4U);
    EXPECT_EQ(reasons[0].name, "sound");
    EXPECT_EQ(reasons[1].name, "artist");
    EXPECT_EQ(reasons[2].name, "popularity");
    EXPECT_EQ(reasons[3].name, "start");
    for (const auto& reason : reasons) EXPECT_FALSE(reason.text.empty());
}

TEST(ReasonWriter, SaysHowOftenTheArtistWasPlayedOrThatItIsNew) {
    const Fixture fixture;
    const auto text_of = [&](library::TrackIndex track) {
        for (const auto& reason : fixture.writer.write(track, parts))
            if (reason.name == "artist") return reason.text;
        return std::string();
    };
    EXPECT_NE(text_of(1).find("you have played Artist 0"), std::string::npos) << text_of(1);
    EXPECT_NE(text_of(3 * 7 + 1).find("Artist 3 is new to you"), std::string::npos) << text_of(22);
}

TEST(ReasonWriter, SaysWhatAnAudioFeatureMeans) {
    Fixture fixture;
    fixture.small.collection.features(3, static_cast<std::size_t>(library::AudioFeature::energy)) = 0.9F;
    const auto reasons = fixture.writer.write(3, parts);
    EXPECT_EQ(reasons[0].text, "how it sounds: very energetic (0.90)");
}

TEST(ReasonWriter, CountsWhatPlaylistsHaveOfTheArtist) {
    Fixture fixture;
    fixture.small.history.playlists = {{"mine", {{0, {}}, {1, {}}}}};
    const ReasonWriter writer(fixture.small.collection, fixture.small.history, fixture.space);
    const std::vector<Contribution> on_playlists{
        {"playlist_days_since_added", "playlists", "how recently", -0.4}};
    const auto& artist = fixture.small.collection.tracks[0].artist_name;
    EXPECT_EQ(writer.write(3, on_playlists)[0].text,
              "your playlists have 2 tracks by " + artist + " (against it: how recently)");
}

TEST(ReasonWriter, NamesLikedTracksNearby) {
    const Fixture fixture;
    const auto near = fixture.writer.nearest_liked(3, 5);
    ASSERT_LE(near.size(), 5U);
    ASSERT_FALSE(near.empty());
    for (const auto track : near) EXPECT_TRUE(fixture.small.likes[track]);
    library::History nothing;
    const ReasonWriter of_nobody(fixture.small.collection, nothing, fixture.space);
    EXPECT_TRUE(of_nobody.nearest_liked(3, 5).empty());
}

}  // namespace
}  // namespace attune::recommend
