#include "engine/library/collect.h"

#include "core/error.h"
#include "core/json.h"
#include "engine/library/collected_bytes.h"
#include "engine/picks/train.h"
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

TEST_F(Collect, IsTheSameAfterItWasSaved) {
    import(history_name, extended_history(3));
    import("tracks.csv", catalogue);
    import("more.csv",
           "id,name,artists,year,explicit,popularity,energy,valence,tempo\n0000000000000000000021,Söng,\"['"
           "Ärtist', 'Artist "
           "0']\",1999,1,55,0.5,0.5,120\n");
    const auto collected = collect(*workspace);
    const auto loaded = load_collected(save_collected(collected));
    const auto& before = collected.collection;
    const auto& after = loaded.collection;
    EXPECT_EQ(save_collected(loaded), save_collected(collected));
    EXPECT_EQ(loaded.track_index, collected.track_index);
    EXPECT_EQ(loaded.artist_index, collected.artist_index);
    EXPECT_EQ(after.genres, before.genres);
    EXPECT_EQ(*after.known_artist_genres, *before.known_artist_genres);
    ASSERT_EQ(after.tracks.size(), before.tracks.size());
    bool has_others = false;
    for (std::size_t t = 0; t < before.tracks.size(); ++t) {
        EXPECT_EQ(after.tracks[t].track_name, before.tracks[t].track_name);
        EXPECT_EQ(after.tracks[t].artist_name, before.tracks[t].artist_name);
        EXPECT_EQ(after.tracks[t].spotify_id, before.tracks[t].spotify_id);
        EXPECT_EQ(after.tracks[t].duration_ms, before.tracks[t].duration_ms);
        EXPECT_EQ(after.tracks[t].release_year, before.tracks[t].release_year);
        EXPECT_EQ(after.tracks[t].popularity, before.tracks[t].popularity);
        EXPECT_EQ(after.tracks[t].is_explicit, before.tracks[t].is_explicit);
        EXPECT_EQ(after.tracks[t].in_catalogue, before.tracks[t].in_catalogue);
        EXPECT_EQ(after.tracks[t].other_artists, before.tracks[t].other_artists);
        EXPECT_EQ(after.tracks[t].tags, before.tracks[t].tags);
        has_others = has_others || !after.tracks[t].other_artists.empty();
    }
    EXPECT_TRUE(has_others);
}

TEST_F(Collect, RefusesDamagedBytes) {
    import("tracks.csv", catalogue);
    const auto bytes = save_collected(collect(*workspace));
    for (std::size_t i = 0; i < bytes.size(); i += 7) {
        auto changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_THROW(load_collected(changed), Error) << i;
    }
    EXPECT_THROW(load_collected(""), Error);
}

TEST_F(Collect, FingerprintsWhatATrainingReads) {
    import(history_name, extended_history(3));
    const auto print = [&] {
        const auto collected = collect(*workspace);
        return fingerprint(collected.collection,
                           collect_history(*workspace, collected, workspace->person_id()), "");
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
