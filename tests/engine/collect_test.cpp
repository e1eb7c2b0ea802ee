#include "engine/library/collect.h"

#include "core/json.h"
#include "engine/small_library.h"

namespace attune::engine {
namespace {

using Collect = SmallLibrary;

constexpr auto catalogue =
    R"(id,name,artists,genre,danceability,energy,key,loudness,mode,valence,tempo,duration_ms
0000000000000000000001,Song 1,Artist 1,"hip hop",0.5,0.25,5,-7,1,0.75,120,200000
0000000000000000000009,Song 9,Artist 0,"Hip-Hop",0.1,0.2,3,-9,0,0.3,90,180000
)";

TEST_F(Collect, JoinsPlaysWithCatalogues) {
    import(history_name, extended_history(3));
    import("tracks.csv", catalogue);
    const auto collected = collect(*workspace);
    const auto history = collect_history(*workspace, collected, workspace->person_id());

    ASSERT_EQ(collected.collection.tracks.size(), 4U);  // Song 1 of the history is that of the catalogue
    ASSERT_EQ(history.plays.size(), 3U);
    const auto played = history.plays[1].track;
    EXPECT_EQ(collected.collection.tracks[played].track_name, "Song 1");
    EXPECT_TRUE(collected.collection.tracks[played].in_catalogue);
    constexpr auto energy = static_cast<std::size_t>(library::AudioFeature::energy);
    EXPECT_FLOAT_EQ(collected.collection.features(played, energy), 0.25F);
    EXPECT_TRUE(is_missing(collected.collection.features(history.plays[0].track, 0)));
}

TEST_F(Collect, PutsPlaysInTheOrderOfTheirStarts) {
    const Json rows = Json::array({extended_row(1, 500), extended_row(2, 10), extended_row(3, 300)});
    import(history_name, rows.dump());
    const auto collected = collect(*workspace);
    const auto history = collect_history(*workspace, collected, workspace->person_id());
    EXPECT_TRUE(std::ranges::is_sorted(history.plays, {}, &library::Play::listened_at));
}

TEST_F(Collect, ReadsSpellingsOfOneGenreAsOne) {
    import("tracks.csv", catalogue);
    const auto collected = collect(*workspace);
    ASSERT_EQ(collected.collection.genres.size(), 1U);
    for (const auto& track : collected.collection.tracks) EXPECT_EQ(track.tags.size(), 1U);
}

TEST_F(Collect, FingerprintsWhatATrainingReads) {
    import(history_name, extended_history(3));
    const auto print = [&] {
        const auto collected = collect(*workspace);
        return fingerprint(collected.collection,
                           collect_history(*workspace, collected, workspace->person_id()));
    };
    const auto before = print();
    EXPECT_EQ(print(), before);
    import(history_name, extended_history(3));  // nothing new
    EXPECT_EQ(print(), before);
    import(history_name, extended_history(4));
    EXPECT_NE(print(), before);
}

}  // namespace
}  // namespace attune::engine
