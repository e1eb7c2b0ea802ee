#include "playlists/sequence.h"

#include "core/error.h"
#include "playlists/groups.h"
#include "playlists/small_shelf.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace attune::playlists {
namespace {

double length_of(const Transitions& transitions, const std::vector<TrackIndex>& tracks) {
    double sum = 0;
    for (std::size_t i = 1; i < tracks.size(); ++i) sum += transitions.cost(tracks[i - 1], tracks[i]);
    return sum;
}

/// Tracks of both kinds, mixed.
std::vector<TrackIndex> mixed(std::uint64_t seed) {
    std::vector<TrackIndex> tracks;
    for (TrackIndex i = 0; i < 15; ++i) tracks.insert(tracks.end(), {7 * i, 120 + 7 * i});
    Random(seed).shuffle(tracks);
    return tracks;
}

TEST(Order, IsTheSameForTheSameTracksAndShorterThanAnyShuffle) {
    const TwoKinds kinds;
    const Transitions transitions(kinds.collection);
    const auto order = in_listening_order(kinds.collection, transitions, mixed(1));
    EXPECT_EQ(order, in_listening_order(kinds.collection, transitions, mixed(2)));
    auto sorted = order;
    auto all = mixed(1);
    std::ranges::sort(sorted);
    std::ranges::sort(all);
    EXPECT_EQ(sorted, all);
    for (std::uint64_t seed = 1; seed <= 20; ++seed)
        EXPECT_LT(length_of(transitions, order), length_of(transitions, mixed(seed)));
    // Calm folk first, then metal, and only once from one to the other.
    EXPECT_TRUE(std::ranges::is_partitioned(order, [](TrackIndex t) { return !TwoKinds::is_metal(t); }));
}

TEST(Transitions, TakeHalfAndDoubleTimeAndRelativeKeysForNear) {
    TwoKinds kinds;
    const auto set = [&](TrackIndex t, float tempo, float key, float mode) {
        auto row = kinds.collection.features.row(t);
        std::ranges::copy(kinds.collection.features.row(0), row.begin());
        row[10] = tempo;
        row[2] = key;
        row[4] = mode;
    };
    set(10, 80, 0, 1);   // C major
    set(20, 160, 9, 0);  // A minor, twice as fast
    set(30, 113, 6, 1);  // F sharp major, half an octave of tempo away
    const Transitions transitions(kinds.collection);
    EXPECT_LT(transitions.cost(10, 20), transitions.cost(10, 30));
    EXPECT_FLOAT_EQ(transitions.cost(10, 30), transitions.cost(30, 10));
    EXPECT_EQ(transitions.text(10, 20), "80 to 160 BPM, C major to A minor");
}

TEST(Path, LeadsFromOneEndToTheOtherInSmallSteps) {
    TwoKinds kinds;
    // A bridge: tracks whose sound lies between the two kinds.
    for (TrackIndex t = 60; t < 120; ++t) {
        const float share = static_cast<float>(t - 60) / 60;
        for (std::size_t f = 0; f < library::n_audio_features; ++f)
            kinds.collection.features(t, f) =
                std::lerp(kinds.collection.features(0, f), kinds.collection.features(239, f), share);
    }
    const Transitions transitions(kinds.collection);
    const auto path = path_between(kinds.collection, transitions, kinds.own, 0, 239, 8);
    ASSERT_EQ(path.size(), 8U);
    EXPECT_EQ(path.front(), 0U);
    EXPECT_EQ(path.back(), 239U);
    std::set<library::ArtistIndex> artists;
    for (const auto t : path) EXPECT_TRUE(artists.insert(kinds.collection.tracks[t].artist).second);
    for (std::size_t i = 1; i < path.size(); ++i)
        EXPECT_LT(transitions.cost(path[i - 1], path[i]), transitions.cost(0, 239));
    EXPECT_EQ(path_between(kinds.collection, transitions, {}, 0, 239, 8).size(), 2U);
    EXPECT_THROW(path_between(kinds.collection, transitions, kinds.own, 0, 239, 1), Error);
}

TEST(Groups, DivideTheKindsAndAreNamedByThem) {
    const TwoKinds kinds;
    const auto groups = groups_of(kinds.collection, kinds.words, mixed(1), 2, 1, 2);
    ASSERT_EQ(groups.size(), 2U);
    for (const auto& group : groups) {
        EXPECT_EQ(group.tracks.size(), 15U);
        const bool is_metal = TwoKinds::is_metal(group.tracks.front());
        for (const auto t : group.tracks) EXPECT_EQ(TwoKinds::is_metal(t), is_metal);
        EXPECT_EQ(group.name.find(is_metal ? "metal" : "folk"), 0U) << group.name;
    }
    EXPECT_EQ(groups_of(kinds.collection, kinds.words, mixed(1), 0, 1, 1).size(), 2U);
    EXPECT_THROW(groups_of(kinds.collection, kinds.words, mixed(1), 16, 1, 1), Error);
}

TEST(Groups, LeaveOutWhatNothingIsKnownOf) {
    TwoKinds kinds;
    std::ranges::fill(kinds.collection.features.row(7), missing);
    std::ranges::fill(kinds.words.row(7), 0.0F);
    std::size_t n = 0;
    for (const auto& group : groups_of(kinds.collection, kinds.words, mixed(1), 2, 1, 1))
        n += group.tracks.size();
    EXPECT_EQ(n, 29U);
}

}  // namespace
}  // namespace attune::playlists
