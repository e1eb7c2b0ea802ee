#include "demo/history.h"

#include "core/json.h"
#include "demo/export_files.h"
#include "demo/small_world.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace attune::demo {
namespace {

/// The three years that `attune demo` shows, made once.
struct Demo {
    World world = make_world({});
    History history = make_history(world);
};

const Demo& demo() {
    static const Demo made;
    return made;
}

template <class Predicate>
double share_of_track_rows(Predicate&& holds) {
    double n = 0;
    double n_held = 0;
    for (const auto& play : demo().history.plays) {
        if (!play.track) continue;
        n += 1;
        n_held += holds(play) ? 1 : 0;
    }
    return n_held / n;
}

TEST(History, FollowsFromTheSeedOfItsWorld) {
    const auto world = make_world(small_options(3));
    const auto once = write_extended_history(world, make_history(world));
    const auto again = write_extended_history(world, make_history(world));
    ASSERT_EQ(once.size(), again.size());
    for (std::size_t i = 0; i < once.size(); ++i) EXPECT_EQ(once[i].content, again[i].content);
}

TEST(History, IsAsLongAsThreeYearsOfAKeenListener) {
    const auto& plays = demo().history.plays;
    EXPECT_GT(plays.size(), 35'000U);
    EXPECT_LT(plays.size(), 45'000U);
    EXPECT_NEAR(
        static_cast<double>(unix_seconds(plays.back().ended) - unix_seconds(plays.front().ended)) / 86'400,
        1'095, 5);
    EXPECT_LE(plays.back().ended, demo().world.options.end);
    EXPECT_TRUE(std::ranges::is_sorted(plays, {}, &Play::ended));
}

TEST(History, HasPlausibleShares) {
    const auto& [world, history] = demo();
    const auto skipped = share_of_track_rows([](const Play& p) { return p.reason_end == "fwdbtn"; });
    const auto zero = share_of_track_rows([](const Play& p) { return p.ms_played == 0; });
    const auto covered =
        share_of_track_rows([&](const Play& p) { return world.tracks[*p.track].in_catalogue; });
    std::set<std::size_t> seen;
    const auto repeated = share_of_track_rows([&](const Play& p) { return !seen.insert(*p.track).second; });
    EXPECT_GT(skipped, 0.09);
    EXPECT_LT(skipped, 0.40);
    EXPECT_GT(zero, 0.01);
    EXPECT_LT(zero, 0.08);
    EXPECT_GT(covered, 0.80);
    EXPECT_LT(covered, 0.92);
    EXPECT_GT(repeated, 0.60);
    EXPECT_LT(repeated, 0.92);
    RecordProperty("skipped", std::to_string(skipped));
    RecordProperty("repeated", std::to_string(repeated));
    const auto n_episodes = std::ranges::count_if(history.plays, [](const Play& p) { return !p.track; });
    EXPECT_GT(n_episodes, 200);
    EXPECT_GT(std::ranges::count(history.plays, true, &Play::incognito), 20);
    EXPECT_GT(std::ranges::count_if(history.plays, [](const Play& p) { return p.reason_end == "logout"; }),
              50);
}

TEST(History, FollowsTheHiddenTaste) {
    const auto& [world, history] = demo();
    const auto taste = listener_taste(world);
    double heard = 0, n_heard = 0, skipped = 0, n_skipped = 0;
    std::set<std::size_t> seen;
    for (const auto& play : history.plays) {
        if (!play.track || !seen.insert(*play.track).second) continue;
        (play.reason_end == "trackdone" ? heard : skipped) += taste.appeal[*play.track];
        (play.reason_end == "trackdone" ? n_heard : n_skipped) += 1;
    }
    EXPECT_GT(heard / n_heard, skipped / n_skipped + 0.5);
}

TEST(History, FindsNewArtistsUntilTheEnd) {
    const auto& [world, history] = demo();
    std::set<std::size_t> artists;
    std::size_t after_half = 0;
    for (std::size_t i = 0; i < history.plays.size(); ++i) {
        if (i == history.plays.size() / 2) after_half = artists.size();
        if (history.plays[i].track) artists.insert(world.tracks[*history.plays[i].track].artist);
    }
    EXPECT_GT(after_half, 300U);
    EXPECT_GT(artists.size(), after_half + 100);
}

TEST(ExtendedHistory, HasTheKeysOfTheRealOneAndNothingPersonal) {
    const auto& [world, history] = demo();
    const auto files = write_extended_history(world, history);
    ASSERT_GE(files.size(), 3U);
    EXPECT_EQ(files[0].name, "Streaming_History_Audio_2023-2024_0.json");
    std::size_t n_rows = 0;
    std::map<std::size_t, int> digits;
    for (const auto& file : files) {
        const auto rows = Json::parse(file.content);
        n_rows += rows.size();
        for (const auto& row : rows) {
            ASSERT_EQ(row.size(), 23U);
            ASSERT_EQ(row["ip_addr"], "192.0.2.1");
            ASSERT_EQ(row["conn_country"], "ZZ");
            ASSERT_NE(row["spotify_track_uri"].is_null(), row["spotify_episode_uri"].is_null());
            ASSERT_GE(row["ms_played"].get<int>(), 0);
            if (!row["offline_timestamp"].is_null()) ++digits[row["offline_timestamp"].dump().size()];
        }
    }
    EXPECT_EQ(n_rows, history.plays.size());
    EXPECT_GT(digits[13], 1'000);
    EXPECT_GT(digits[10], 10'000);
    EXPECT_GT(digits[1], 10);
}

TEST(AccountData, IsTheLastYearWithPlaylistsAndLibrary) {
    const auto& [world, history] = demo();
    std::map<std::string, Json> files;
    for (const auto& file : write_account_data(world, history)) files[file.name] = Json::parse(file.content);
    ASSERT_TRUE(files.contains("StreamingHistory_music_0.json"));
    EXPECT_EQ(files["StreamingHistory_music_0.json"].size(), 10'000U);
    EXPECT_EQ(files["StreamingHistory_music_0.json"][0]["endTime"].get<std::string>().size(), 16U);
    EXPECT_FALSE(files["StreamingHistory_podcast_0.json"].empty());
    EXPECT_GE(files["Playlist1.json"]["playlists"].size(), 3U);
    EXPECT_NE(files["Playlist1.json"]["playlists"][0]["description"].get<std::string>().find("simulated"),
              std::string::npos);
    EXPECT_GT(files["YourLibrary.json"]["tracks"].size(), 100U);
    EXPECT_FALSE(files["YourLibrary.json"]["bannedTracks"].empty());
}

}  // namespace
}  // namespace attune::demo
