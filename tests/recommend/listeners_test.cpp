#include "recommend/listeners.h"

#include "core/error.h"
#include "recommend/small_community.h"
#include "taste/evidence.h"
#include "taste/surroundings.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace attune::recommend {
namespace {

using library::ArtistIndex;

struct Asked {
    taste::SmallLibrary small = make_listener_of_one_side();
    std::shared_ptr<const Listeners> listeners =
        Listeners::fit(small.collection, make_small_community(small.collection), {});
    taste::OthersSay said = listeners->say(small.history);
};

const Asked& asked() {
    static const Asked made;
    return made;
}

TEST(Listeners, FavourWhatPeopleWithTheSameArtistsPlay) {
    const auto& fit = asked().said.artist_fit;
    double same = 0;
    double other = 0;
    for (ArtistIndex a = 0; a < fit.size(); ++a) (a % 4 == 1 ? same : other) += fit[a];
    EXPECT_GT(same / 16, other / 48 + 1);
}

TEST(Listeners, KnowArtistsThatTheLibraryDoesNot) {
    const auto fit = asked().listeners->artist_fit(asked().listeners->own_artists(asked().small.history));
    ASSERT_EQ(fit.size(), 68u);
    EXPECT_EQ(std::max_element(fit.begin() + 64, fit.end()) - fit.begin(), 65);
}

TEST(Listeners, DoNotCountAnArtistForItself) {
    // Without its own plays an artist fits as it does with them.
    const auto& small = asked().small;
    const ArtistIndex artist = 1;
    library::History without = small.history;
    std::erase_if(without.plays,
                  [&](const auto& play) { return small.collection.tracks[play.track].artist == artist; });
    auto own = asked().listeners->own_artists(small.history);
    const auto with_own = asked().listeners->artist_fit(own);
    const auto without_own = asked().listeners->artist_fit(asked().listeners->own_artists(without));
    // Fits are standardised over all artists, which the own one moves a little.
    EXPECT_NEAR(with_own[artist], without_own[artist], 0.5);
    EXPECT_GT(without_own[artist], 0.5);
}

TEST(Listeners, NameTheArtistsWhoseListenersSpeakForAnother) {
    const auto own = asked().listeners->own_artists(asked().small.history);
    const auto because = asked().listeners->because(own, 57, 3);
    ASSERT_EQ(because.size(), 3u);
    for (const auto artist : because) EXPECT_EQ(artist % 4, 1u) << artist;
}

TEST(Listeners, StandInTheEvidenceOfATrack) {
    const auto& small = asked().small;
    auto space = taste::make_surroundings(small.collection, 8);
    const auto columns = taste::evidence_columns();
    const auto at = static_cast<std::size_t>(
        std::ranges::find(columns, "listeners_fit", &taste::EvidenceColumn::name) - columns.begin());
    const std::vector<library::TrackIndex> tracks{0, 7};
    const taste::Evidence alone(small.collection, small.history, small.now, space);
    EXPECT_TRUE(is_missing(alone.rows(tracks, false)(1, at)));
    space.others = asked().listeners;
    const taste::Evidence with(small.collection, small.history, small.now, space);
    EXPECT_EQ(with.rows(tracks, false)(1, at), asked().said.artist_fit[1]);
    space.left_out = {"listeners"};
    const taste::Evidence held_back(small.collection, small.history, small.now, space);
    EXPECT_TRUE(is_missing(held_back.rows(tracks, false)(1, at)));
}

TEST(Listeners, AreTheSameAfterSavingAndAreLearntAnewForOthers) {
    const auto& small = asked().small;
    const std::string saved = asked().listeners->save();
    const auto again = Listeners::restore(small.collection, make_small_community(small.collection), saved);
    ASSERT_NE(again, nullptr);
    const auto said = again->say(small.history);
    EXPECT_EQ(said.artist_fit, asked().said.artist_fit);
    EXPECT_EQ(Listeners::restore(small.collection, make_small_community(small.collection, 100), saved),
              nullptr);
    EXPECT_THROW(Listeners::restore(small.collection, make_small_community(small.collection), "{\"a\":1}"),
                 Error);
    EXPECT_THROW(Listeners::restore(small.collection, make_small_community(small.collection),
                                    saved.substr(0, saved.size() / 2)),
                 Error);
}

TEST(Listeners, AreNobodyWithoutPlays) {
    EXPECT_EQ(Listeners::fit(asked().small.collection, {}, {}), nullptr);
}

}  // namespace
}  // namespace attune::recommend
