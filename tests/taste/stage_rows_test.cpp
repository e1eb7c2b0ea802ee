#include "taste/stage_rows.h"

#include "taste/small_library.h"

#include <gtest/gtest.h>

namespace attune::taste {
namespace {

using library::LabelValue;

TEST(StageRows, AreEnoughWithTwentyRowsAndFiveOfEitherClass) {
    StageRows rows;
    for (library::TrackIndex t = 0; t < 20; ++t) rows.add(t, 0, 1, t < 4);
    EXPECT_FALSE(rows.is_enough());
    rows.add(20, 0, 1, true);
    EXPECT_TRUE(rows.is_enough());
    EXPECT_EQ(rows.n_rarer(), 5U);
    rows = {};
    for (library::TrackIndex t = 0; t < 19; ++t) rows.add(t, 0, 1, t < 8);
    EXPECT_FALSE(rows.is_enough());
}

TEST(PlaylistRows, AreTracksThatWereHeardOrCollected) {
    auto small = make_small_library();
    small.history.playlists.push_back({"to hear", {{1, {}}}});  // never played
    const auto outcomes = track_outcomes(small.collection, small.history.plays);
    const auto all = playlist_rows(small.collection, small.history, {}, outcomes);
    EXPECT_EQ(all.tracks.size(), outcomes.size() + 1);
    EXPECT_EQ(all.n_positive(), small.history.playlists[0].items.size() + 1);
    const std::vector<std::string> chosen{"to hear"};
    EXPECT_EQ(playlist_rows(small.collection, small.history, chosen, outcomes).n_positive(), 1U);
    small.history.playlists.clear();
    EXPECT_TRUE(playlist_rows(small.collection, small.history, {}, outcomes).tracks.empty());
}

TEST(LikeabilityRows, PutWhatIsRepeatedAboveWhatIsSkipped) {
    const auto small = make_small_library();
    const auto rows = likeability_rows(track_outcomes(small.collection, small.history.plays));
    double liked = 0;
    double others = 0;
    double n_liked = 0;
    for (std::size_t i = 0; i < rows.tracks.size(); ++i) {
        EXPECT_GE(rows.y[i], 0);
        EXPECT_LE(rows.y[i], 1);
        (small.likes[rows.tracks[i]] ? liked : others) += rows.y[i];
        n_liked += small.likes[rows.tracks[i]] ? 1 : 0;
    }
    EXPECT_GT(liked / n_liked, others / (static_cast<double>(rows.tracks.size()) - n_liked) + 0.3);
}

TEST(LabelRows, AreLikesAndDislikesAlone) {
    library::History history;
    history.labels = {{4, LabelValue::like, {}}, {5, LabelValue::skip, {}}, {6, LabelValue::dislike, {}}};
    const auto rows = label_rows(history);
    EXPECT_EQ(rows.tracks, (std::vector<library::TrackIndex>{4, 6}));
    EXPECT_EQ(rows.y, (std::vector<float>{1, 0}));
}

}  // namespace
}  // namespace attune::taste
