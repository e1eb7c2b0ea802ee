#include "recommend/candidates.h"

#include "taste/small_library.h"

#include <gtest/gtest.h>

#include <set>

namespace attune::recommend {
namespace {

using library::LabelValue;
using library::TrackIndex;
using taste::make_small_library;
using taste::SmallLibrary;

/// Some tracks are guests' tracks, some not in any catalogue, some are met in each of the ways there are.
void meet_at_random(SmallLibrary& small, Random& random) {
    auto& [collection, history, now, likes] = small;
    const auto any_track = [&] { return static_cast<TrackIndex>(random.below(collection.tracks.size())); };
    const auto any_artist = [&] {
        return static_cast<library::ArtistIndex>(random.below(collection.artists.size()));
    };
    for (auto& track : collection.tracks) {
        track.in_catalogue = random.uniform() < 0.8;
        if (random.uniform() < 0.1) track.other_artists.push_back(any_artist());
    }
    history.plays.resize(random.below(history.plays.size()));
    for (int i = 0; i < 6; ++i) {
        history.saved_tracks.push_back(any_track());
        history.banned_tracks.push_back(any_track());
        history.offered.push_back(any_track());
        history.playlists[0].items.push_back({any_track(), {}});
        history.labels.push_back({any_track(),
                                  i % 3 == 0   ? LabelValue::like
                                  : i % 3 == 1 ? LabelValue::dislike
                                               : LabelValue::skip,
                                  now});
        if (i < 3) history.banned_artists.push_back(any_artist());
    }
}

std::set<library::SongIndex> met_songs(const SmallLibrary& small) {
    const auto& history = small.history;
    std::set<library::SongIndex> met;
    const auto meet = [&](TrackIndex track) { met.insert(small.collection.tracks[track].song); };
    for (const auto& play : history.plays) meet(play.track);
    for (const auto& item : history.playlists[0].items) meet(item.track);
    for (const auto* list : {&history.saved_tracks, &history.banned_tracks, &history.offered})
        for (const auto track : *list) meet(track);
    for (const auto& label : history.labels) meet(label.track);
    return met;
}

bool is_blocked(const SmallLibrary& small, const library::CollectionTrack& track) {
    const std::set<library::ArtistIndex> blocked(small.history.banned_artists.begin(),
                                                 small.history.banned_artists.end());
    return blocked.contains(track.artist) ||
           std::ranges::any_of(track.other_artists, [&](auto other) { return blocked.contains(other); });
}

TEST(Candidates, AreTheUnmetAllowedSongsOfTheCatalogueOnceEach) {
    Random random(1);
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        auto small = make_small_library({.seed = seed, .n_artists = 24});
        meet_at_random(small, random);
        const auto met = met_songs(small);
        std::set<library::SongIndex> expected;
        for (const auto& track : small.collection.tracks) {
            if (track.in_catalogue && !met.contains(track.song) && !is_blocked(small, track))
                expected.insert(track.song);
        }
        std::set<library::SongIndex> offered;
        const auto found = candidates(small.collection, small.history);
        EXPECT_TRUE(std::ranges::is_sorted(found));
        for (const auto t : found) {
            const auto& track = small.collection.tracks[t];
            EXPECT_TRUE(track.in_catalogue);
            EXPECT_FALSE(is_blocked(small, track));
            EXPECT_TRUE(offered.insert(track.song).second);
        }
        EXPECT_EQ(offered, expected);
    }
}

TEST(Candidates, LeaveOutASongThatWasHeardInAnotherVersion) {
    auto small = make_small_library({.n_artists = 8});
    small.history = {};
    small.history.plays.push_back(taste::play(6, 1, 1'000));  // the live version of song 0
    for (const auto t : candidates(small.collection, small.history))
        EXPECT_NE(small.collection.tracks[t].song, 0U);
}

TEST(Candidates, OfferTheUsualVersionBeforeALiveOneAndTheBestKnownEntry) {
    auto small = make_small_library({.n_artists = 8});
    small.history = {};
    small.collection.tracks[6].popularity = 100.0F;
    const auto found = candidates(small.collection, small.history);
    EXPECT_EQ(std::ranges::count(found, TrackIndex{0}), 1);
    EXPECT_EQ(std::ranges::count(found, TrackIndex{6}), 0);
    small.collection.tracks[0].in_catalogue = false;
    EXPECT_EQ(std::ranges::count(candidates(small.collection, small.history), TrackIndex{6}), 1);
}

TEST(Candidates, FollowWishesHoweverTheyAreWritten) {
    const auto small = make_small_library();
    const auto all = candidates(small.collection, small.history);
    const auto wished = [&](const Wishes& wishes) {
        return candidates(small.collection, small.history, wishes);
    };
    const auto genres_of = [&](TrackIndex t) {
        return small.collection.artists[small.collection.tracks[t].artist].genres;
    };
    const auto jazz = wished({.include_genres = {"COOL JAZZ"}});
    EXPECT_FALSE(jazz.empty());
    for (const auto t : jazz) EXPECT_EQ(std::ranges::count(genres_of(t), 2U), 1);
    const auto no_jazz = wished({.exclude_genres = {"cool jazz"}});
    for (const auto t : no_jazz) EXPECT_EQ(std::ranges::count(genres_of(t), 2U), 0);
    EXPECT_EQ(jazz.size() + no_jazz.size(), all.size());
    for (const auto t : wished({.include_artists = {"artist 5", "ARTIST 9"}}))
        EXPECT_TRUE(small.collection.tracks[t].artist == 5 || small.collection.tracks[t].artist == 9);
    for (const auto t : wished({.exclude_artists = {"Artist 5"}}))
        EXPECT_NE(small.collection.tracks[t].artist, 5U);
    std::set<library::ArtistIndex> known;
    for (const auto& play : small.history.plays) known.insert(small.collection.tracks[play.track].artist);
    const auto fresh = wished({.only_new_artists = true});
    EXPECT_FALSE(fresh.empty());
    for (const auto t : fresh) EXPECT_FALSE(known.contains(small.collection.tracks[t].artist));
}

}  // namespace
}  // namespace attune::recommend
