#include "recommend/uptake.h"

#include "taste/small_library.h"

#include <gtest/gtest.h>

namespace attune::recommend {
namespace {

using library::TrackIndex;

/// A person who keeps a song a day, of `n_artists` artists in turn.
library::History a_song_a_day(const library::Collection& collection, std::size_t n_days,
                              std::size_t n_artists) {
    std::vector<std::vector<TrackIndex>> of_artist(collection.artists.size());
    for (TrackIndex t = 0; t < collection.tracks.size(); ++t)
        of_artist[collection.tracks[t].artist].push_back(t);
    library::History history;
    for (std::size_t day = 0; day < n_days; ++day) {
        const auto track = of_artist[day % n_artists][day / n_artists];
        for (const double hour : {9.0, 17.0})
            history.plays.push_back(taste::play(track, static_cast<double>(day) + hour / 24, 200'000));
    }
    return history;
}

TEST(NewArtistRate, FollowsWhatThePersonTakesUp) {
    const auto small = taste::make_small_library({.n_artists = 200});
    // Every song by another artist, against six songs of each of twenty.
    EXPECT_DOUBLE_EQ(new_artist_rate(small.collection, a_song_a_day(small.collection, 120, 200)), 0.8);
    EXPECT_DOUBLE_EQ(new_artist_rate(small.collection, a_song_a_day(small.collection, 120, 20)), 0.2);
    const double between = new_artist_rate(small.collection, a_song_a_day(small.collection, 120, 60));
    EXPECT_GT(between, 0.2);
    EXPECT_LT(between, 0.8);
}

TEST(NewArtistRate, IsTheUsualOneWhereNothingIsKnown) {
    const auto small = taste::make_small_library({});
    EXPECT_DOUBLE_EQ(new_artist_rate(small.collection, {}), 0.4);
    auto little = small.history;
    little.plays.resize(50);
    EXPECT_DOUBLE_EQ(new_artist_rate(small.collection, little), 0.4);
}

TEST(ShareOfNew, GoesFromAllToNone) {
    EXPECT_DOUBLE_EQ(share_of_new(0.4, 0), 1);
    EXPECT_DOUBLE_EQ(share_of_new(0.4, 0.25), 0.7);
    EXPECT_DOUBLE_EQ(share_of_new(0.4, 0.5), 0.4);
    EXPECT_DOUBLE_EQ(share_of_new(0.4, 0.75), 0.2);
    EXPECT_DOUBLE_EQ(share_of_new(0.4, 1), 0);
}

}  // namespace
}  // namespace attune::recommend
