#include "recommend/proposals.h"

#include "recommend/candidates.h"
#include "recommend/listeners.h"
#include "recommend/small_community.h"
#include "similarity/audio_space.h"
#include "taste/evidence.h"
#include "taste/surroundings.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace attune::recommend {
namespace {

TEST(Proposals, SayWhoWouldHaveThoughtOfATrack) {
    const auto small = make_listener_of_one_side();
    auto space = taste::make_surroundings(small.collection, 8);
    space.others = Listeners::fit(small.collection, make_small_community(small.collection), {});
    const auto tracks = candidates(small.collection, small.history);
    const taste::Evidence evidence(small.collection, small.history, small.now, space);
    const Matrix rows = evidence.rows(tracks, false);
    Prospects prospects;
    prospects.tracks = tracks;
    prospects.evidence = Matrix(tracks.size(), prospect_columns().size());
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        for (std::size_t c = 0; c < prospect_columns().size(); ++c)
            prospects.evidence(i, c) = rows(i, taste::evidence_column(prospect_columns()[c]));
    }
    const auto sound_space = similarity::make_audio_space(small.collection.features);
    const Proposals proposals(small.collection, small.history, prospects,
                              {sound_space, similarity::MutualProximity(sound_space)}, {.depth = 10});

    std::vector<std::size_t> count(proposal_sources().size(), 0);
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const auto& track = small.collection.tracks[tracks[i]];
        const bool is_played_artist = track.artist % 4 == 1 && track.artist < 56;
        for (const auto source : proposals.of(i)) {
            ++count[source];
            const auto name = proposal_sources()[source].name;
            if (name == "your_artists") EXPECT_TRUE(is_played_artist) << track.artist;
            if (name == "similar_artists" || name == "listeners" || name == "genres")
                EXPECT_FALSE(is_played_artist) << name << ' ' << track.artist;
            // The two artists of the listener's side that they never played have six songs each.
            if (name == "listeners") EXPECT_EQ(track.artist % 4, 1u) << track.artist;
        }
    }
    for (std::size_t source = 0; source < count.size(); ++source) {
        EXPECT_GT(count[source], 0u) << proposal_sources()[source].name;
        EXPECT_LE(count[source], 10u) << proposal_sources()[source].name;
    }
}

}  // namespace
}  // namespace attune::recommend
