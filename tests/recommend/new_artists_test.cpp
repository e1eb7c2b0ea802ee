#include "recommend/new_artists.h"

#include "recommend/small_community.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace attune::recommend {
namespace {

struct Fitted {
    taste::SmallLibrary small = make_listener_of_one_side();
    std::shared_ptr<const Listeners> listeners =
        Listeners::fit(small.collection, make_small_community(small.collection), {});
    NewArtists model = NewArtists::fit(small.collection, small.history, *listeners);
    OwnItems own = listeners->own_artists(small.history);
    Matrix columns = NewArtists::columns(small.collection, *listeners, own);
};

const Fitted& fitted() {
    static const Fitted made;
    return made;
}

TEST(NewArtists, PutThoseThatGoWithMineFirst) {
    const auto scores = fitted().model.score(fitted().columns);
    std::vector<std::size_t> order;
    for (std::size_t item = 0; item < scores.size(); ++item) {
        if (!std::ranges::binary_search(fitted().own.items, static_cast<library::ItemIndex>(item)))
            order.push_back(item);
    }
    std::ranges::sort(order, std::ranges::greater(), [&](std::size_t item) { return scores[item]; });
    // Two artists of the library and one stranger are of the listener's side; of strangers the library has no tracks.
    for (std::size_t rank = 0; rank < 2; ++rank) EXPECT_EQ(order[rank] % 4, 1u) << "rank " << rank;
    for (const std::size_t stranger : {64, 66, 67}) EXPECT_GT(scores[65], scores[stranger]);
}

TEST(NewArtists, LearnFromThePastWhatCounts) {
    const auto at = [](std::string_view name) {
        const auto columns = new_artist_columns();
        return static_cast<std::size_t>(std::ranges::find(columns, name, &NewArtistColumn::name) -
                                        columns.begin());
    };
    const auto& weights = fitted().model.weights();
    EXPECT_GT(weights[at("listeners_fit")], weights[at("catalogue_popularity")]);
    const auto without =
        NewArtists::fit(fitted().small.collection, fitted().small.history, *fitted().listeners, "listeners");
    EXPECT_EQ(without.weights()[at("listeners_fit")], 0);
    EXPECT_NE(without.weights()[at("catalogue_tracks")], 0);
}

TEST(NewArtists, KeepTheColdWeightsWithoutAPast) {
    library::History young;
    young.plays.assign(fitted().small.history.plays.begin(), fitted().small.history.plays.begin() + 100);
    const auto model = NewArtists::fit(fitted().small.collection, young, *fitted().listeners);
    for (std::size_t c = 0; c < model.weights().size(); ++c)
        EXPECT_EQ(model.weights()[c], new_artist_columns()[c].cold_weight);
}

TEST(TakenUp, CountsArtistsNewAtTheCutAndPlayedFiveTimesAfterIt) {
    auto small = taste::make_small_library();
    small.history.plays.clear();
    const auto track_of = [&](library::ArtistIndex artist) {
        return static_cast<library::TrackIndex>(artist * 7);
    };
    int day = 0;
    const auto add = [&](library::ArtistIndex artist, int times) {
        for (int i = 0; i < times; ++i)
            small.history.plays.push_back(taste::play(track_of(artist), ++day, 200'000));
    };
    add(3, 1);
    add(3, 9);  // known before the cut, which is at 1
    add(4, 5);  // taken up
    add(5, 4);  // tried
    const auto& plays = small.history.plays;
    EXPECT_EQ(artists_taken_up(small.collection, plays, 1, plays.size()),
              std::vector<library::ArtistIndex>{4});
    EXPECT_TRUE(artists_taken_up(small.collection, plays, 1, plays.size() - 5).empty());
    EXPECT_EQ(taken_up(small.collection, *fitted().listeners, plays, 1, plays.size()),
              std::vector<library::ItemIndex>{4});
}

}  // namespace
}  // namespace attune::recommend
