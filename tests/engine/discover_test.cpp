#include "engine/picks/discover.h"

#include "core/json.h"
#include "core/random.h"
#include "engine/picks/lists.h"
#include "engine/picks/train.h"
#include "engine/small_library.h"
#include "shapes/to_json.h"

#include <set>

namespace attune::engine {
namespace {

/// A catalogue of artists each of whom sounds like themselves, so that all of one artist's tracks stand together in a
/// ranking.
std::string catalogue_of(int n_artists, int tracks_per_artist) {
    std::string csv =
        "track_id,artists,album_name,track_name,popularity,duration_ms,explicit,danceability,energy,key,"
        "loudness,mode,"
        "speechiness,acousticness,instrumentalness,liveness,valence,tempo,time_signature,track_genre\n";
    Random random(1);
    const auto near = [&](double value) { return std::clamp(value + 0.02 * random.normal(), 0.0, 1.0); };
    for (int a = 0; a < n_artists; ++a) {
        const double place = static_cast<double>(a) / n_artists;
        for (int i = 0; i < tracks_per_artist; ++i) {
            const int number = 1'000'000 + a * tracks_per_artist + i;
            csv += fmt::format(
                "{:022},Band {},Record,Tune {},{},200000,False,{:.4f},{:.4f},{},{:.3f},1,{:.4f},{:.4f},"
                "{:.4f},{:.4f},{:.4f},{:.2f},4,rock\n",
                number, a, number, 10 + a, near(place), near(place), i % 12, -20 + 15 * near(place),
                near(0.1), near(1 - place), near(0.1), near(0.2), near(place), 80 + 60 * near(place));
        }
    }
    return csv;
}

class Discover : public SmallLibrary {
  protected:
    void learn() {
        import(history_name, extended_history(60));
        import("tracks.csv", catalogue_of(60, 100));
        train(*workspace, {.playlists = {}, .use_labels = true, .quick = true});
    }
};

TEST_F(Discover, ExplainsWhateverALongListTakesFromFarBehind) {
    learn();
    for (const std::size_t per_artist : {1U, 3U, 20U}) {
        DiscoverOptions options;
        options.count = 1000;
        options.dials.diversity = per_artist == 1 ? 1 : 0.5;
        options.max_per_artist = per_artist;
        options.keep = false;
        const auto found = discover(*workspace, options);
        ASSERT_EQ(found.candidates, 6000U);
        EXPECT_EQ(found.picks.size(), std::min<std::size_t>(1000, 60 * per_artist));
        for (const auto& pick : found.picks) EXPECT_FALSE(pick.reasons.empty()) << pick.rank;
    }
}

TEST_F(Discover, KeepsWhatItSaidWithThePicks) {
    learn();
    const auto made = discover(*workspace, {.count = 20});
    // As another program finds them, which has made no list itself.
    const auto other = open_workspace(folder / "library", false);
    const auto kept = kept_picks(*other, 0);
    EXPECT_EQ(kept.cycle, made.cycle);
    ASSERT_EQ(kept.picks.size(), made.picks.size());
    for (std::size_t i = 0; i < made.picks.size(); ++i) {
        SCOPED_TRACE(i);
        const auto& pick = made.picks[i];
        const auto& found = kept.picks[i];
        EXPECT_EQ(found.low, pick.chance.low);
        EXPECT_EQ(found.high, pick.chance.high);
        EXPECT_EQ(found.new_artist, pick.new_artist);
        EXPECT_EQ(found.genres, pick.genres);
        EXPECT_EQ(found.sources, pick.sources);
        ASSERT_FALSE(pick.reasons.empty());
        ASSERT_EQ(found.reasons->size(), pick.reasons.size());
        for (std::size_t r = 0; r < pick.reasons.size(); ++r)
            EXPECT_EQ(shapes::to_json(found.reasons->at(r)), shapes::to_json(pick.reasons[r]));
    }
}

TEST_F(Discover, ShowsPicksOfWhichNothingIsKept) {
    learn();
    const auto made = discover(*workspace, {.count = 3});
    auto rows = store().candidates(workspace->person_id(), made.cycle);
    rows[0].told.clear();
    rows[1].told = "attune-told 0\nwhat no program writes any more";
    rows[2].told.resize(rows[2].told.size() / 2);
    store().set_candidates(workspace->person_id(), store().cycles(workspace->person_id()).back(), rows);
    for (const auto& pick : kept_picks(*workspace, 0).picks) {
        EXPECT_FALSE(pick.track.title.empty());
        EXPECT_FALSE(pick.low || pick.new_artist || pick.genres || pick.sources || pick.reasons);
    }
}

}  // namespace
}  // namespace attune::engine
