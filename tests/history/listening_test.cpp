#include "history/listening.h"

#include <gtest/gtest.h>

#include <numeric>

namespace attune::history {
namespace {

using library::Play;
using std::chrono::month;
using std::chrono::year;

constexpr std::int64_t hour_s = 3600;
constexpr std::int64_t day_s = 24 * hour_s;
constexpr std::int64_t monday = 1'704'067'200;  // 2024-01-01 00:00:00

Play play(std::int64_t at, library::TrackIndex track, std::optional<int> ms = 200'000) {
    Play play;
    play.listened_at = play.ended_at = timestamp_of(at);
    play.track = track;
    play.ms_played = ms;
    return play;
}

/// Track i is by artist i / 2.
library::Collection tracks(std::size_t n) {
    library::Collection collection;
    for (std::size_t i = 0; i < n; ++i) {
        library::CollectionTrack track;
        track.artist = static_cast<library::ArtistIndex>(i / 2);
        collection.tracks.push_back(track);
    }
    collection.artists.resize((n + 1) / 2);
    return collection;
}

TEST(Listening, OfNobodyIsEmpty) {
    const auto sums = listening(tracks(3), {}, {});
    EXPECT_EQ(sums.all.plays, 0);
    EXPECT_TRUE(sums.months.empty());
    EXPECT_TRUE(most_played(sums.tracks, 10).empty());
}

TEST(Listening, AddsUpHoweverItIsDivided) {
    std::vector<Play> plays;
    for (int i = 0; i < 500; ++i)
        plays.push_back(play(monday + i * 7919 * 13, static_cast<library::TrackIndex>(i * i % 7),
                             i % 5 == 0 ? 4'000 : 200'000));
    const auto sums = listening(tracks(7), plays, {});
    EXPECT_EQ(sums.all.plays, 500);
    EXPECT_EQ(sums.all.skips, 100);
    const auto total = [](const auto& parts, auto of) {
        return std::accumulate(parts.begin(), parts.end(), std::int64_t{0},
                               [&](std::int64_t sum, const auto& part) { return sum + of(part); });
    };
    const auto plays_of = [](const auto& part) { return part.plays; };
    const auto ms_of = [](const auto& part) { return part.ms; };
    EXPECT_EQ(total(sums.tracks, plays_of), 500);
    EXPECT_EQ(total(sums.artists, plays_of), 500);
    EXPECT_EQ(total(sums.artists, ms_of), sums.all.ms);
    EXPECT_EQ(total(sums.months, [](const auto& named) { return named.second.plays; }), 500);
    EXPECT_EQ(total(sums.months, [](const auto& named) { return named.second.new_tracks; }), 4);
    EXPECT_EQ(
        total(sums.weekdays, [&](const auto& day) { return total(day, [](std::int64_t n) { return n; }); }),
        500);
    EXPECT_EQ(total(sums.all.trend, [](std::int64_t n) { return n; }), 500);
}

TEST(Listening, KnowsHoursBefore1970) {
    const std::vector<Play> plays{play(-1, 0),                    // Wednesday, 23:59:59
                                  play(-2 * day_s + hour_s, 0)};  // Tuesday, 01:00
    std::vector<Play> in_order(plays.rbegin(), plays.rend());
    const auto sums = listening(tracks(1), in_order, {});
    EXPECT_EQ(sums.weekdays[2][23], 1);
    EXPECT_EQ(sums.weekdays[1][1], 1);
    EXPECT_EQ(sums.months.at(year(1969) / month(12)).plays, 2);
    EXPECT_EQ(sums.all.trend.front() + sums.all.trend.back(), 2);
}

TEST(Listening, MeetsAnArtistOnceAndKeepsItByDays) {
    // Artist 0 on three days, artist 1 three times on one day, artist 2 on two days.
    const std::vector<Play> plays{play(monday, 0),
                                  play(monday + 1, 2),
                                  play(monday + 2, 2),
                                  play(monday + 3, 3),
                                  play(monday + 4, 4),
                                  play(monday + day_s, 1),
                                  play(monday + 40 * day_s, 0),
                                  play(monday + 41 * day_s, 5)};
    const auto january = year(2024) / month(1);
    const auto february = year(2024) / month(2);
    const auto all = listening(tracks(6), plays, {});
    EXPECT_EQ(all.months.at(january).new_artists, 3);
    EXPECT_EQ(all.months.at(january).kept_artists, 1);
    EXPECT_EQ(all.months.at(january).new_tracks, 5);
    EXPECT_EQ(all.months.at(february).new_artists, 0);
    EXPECT_EQ(all.months.at(february).new_tracks, 1);
    // What came before the span is known all the same, and what comes after it says who was kept.
    const auto later = listening(tracks(6), plays, {timestamp_of(monday + day_s), std::nullopt});
    EXPECT_EQ(later.months.at(january).new_artists, 0);
    EXPECT_EQ(later.months.at(january).plays, 1);
    const auto earlier = listening(tracks(6), plays, {std::nullopt, timestamp_of(monday + 10)});
    EXPECT_EQ(earlier.all.plays, 5);
    EXPECT_EQ(earlier.months.at(january).kept_artists, 1);
    EXPECT_FALSE(earlier.months.contains(february));
}

TEST(Listening, CallsASkipWhatWasLeftEarlyByThePerson) {
    auto left = play(monday, 0, 29'999);
    EXPECT_TRUE(is_skip(left));
    EXPECT_FALSE(is_skip(play(monday, 0, 30'000)));
    EXPECT_FALSE(is_skip(play(monday, 0, std::nullopt)));
    left.reason_end = library::PlayReason::app_closed;
    EXPECT_FALSE(is_skip(left));
    left.skipped = true;
    EXPECT_TRUE(is_skip(left));
}

TEST(Listening, RanksByPlaysThenByPlace) {
    const std::vector<Play> plays{play(monday, 3), play(monday + 1, 1), play(monday + 2, 3),
                                  play(monday + 3, 0)};
    const auto sums = listening(tracks(5), plays, {});
    EXPECT_EQ(most_played(sums.tracks, 10), (std::vector<std::uint32_t>{3, 0, 1}));
    EXPECT_EQ(most_played(sums.tracks, 2), (std::vector<std::uint32_t>{3, 0}));
    EXPECT_TRUE(most_played(sums.tracks, 0).empty());
}

}  // namespace
}  // namespace attune::history
