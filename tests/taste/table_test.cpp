#include "taste/table.h"

#include "taste/small_library.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

namespace attune::taste {
namespace {

using library::TrackIndex;

struct Fixture {
    SmallLibrary small = make_small_library();
    Surroundings space = make_surroundings(small.collection, 8);

    TasteTable table(std::vector<std::string> genres = {}, std::size_t n_genres = 40) const {
        return {small.collection, small.history, small.now, space, std::move(genres), n_genres};
    }
};

std::size_t column(const TasteTable& table, std::string_view name) {
    const auto& columns = table.columns();
    const auto found = std::ranges::find(columns, name, &TasteColumn::name);
    EXPECT_NE(found, columns.end()) << name;
    return static_cast<std::size_t>(found - columns.begin());
}

TEST(TasteTable, HasOneNamedColumnForEachValue) {
    const Fixture fixture;
    const auto table = fixture.table();
    std::set<std::string> names;
    for (const auto& column : table.columns()) {
        EXPECT_TRUE(names.insert(column.name).second) << column.name;
        EXPECT_FALSE(column.group.empty());
        EXPECT_FALSE(column.text.empty());
    }
    EXPECT_EQ(table.rows(std::vector<TrackIndex>{0, 5}, true).n_columns(), table.columns().size());
}

TEST(TasteTable, KeepsMissingFeaturesMissing) {
    const Fixture fixture;
    const auto table = fixture.table();
    const auto first = column(table, "danceability");
    for (TrackIndex t = 0; t < fixture.small.collection.tracks.size(); ++t) {
        const auto rows = table.rows(std::vector{t}, false);
        for (std::size_t c = 0; c < library::n_audio_features; ++c) {
            const float known = fixture.small.collection.features(t, c);
            EXPECT_EQ(is_missing(rows(0, first + c)), is_missing(known));
            if (!is_missing(known)) EXPECT_EQ(rows(0, first + c), known);
        }
    }
}

TEST(TasteTable, HasTheMostPlayedGenresOrThoseItIsTold) {
    const Fixture fixture;
    EXPECT_EQ(fixture.table({}, 3).genres().size(), 3U);
    const auto table = fixture.table({"cool jazz", "nowhere wave"});
    EXPECT_EQ(table.genres(), (std::vector<std::string>{"cool jazz", "nowhere wave"}));
    for (TrackIndex t = 0; t < fixture.small.collection.tracks.size(); ++t) {
        const auto row = table.rows(std::vector{t}, false);
        const auto& genres =
            fixture.small.collection.artists[fixture.small.collection.tracks[t].artist].genres;
        EXPECT_EQ(row(0, column(table, "genre:cool jazz")), std::ranges::count(genres, 2U));
        EXPECT_EQ(row(0, column(table, "genre:nowhere wave")), 0);
    }
}

TEST(TasteTable, TellsArtistsApartByAKey) {
    const Fixture fixture;
    const auto table = fixture.table();
    const auto at = column(table, "artist_key");
    std::map<float, library::ArtistIndex> artists;
    for (TrackIndex t = 0; t < fixture.small.collection.tracks.size(); ++t) {
        const auto artist = fixture.small.collection.tracks[t].artist;
        EXPECT_EQ(artists.try_emplace(table.rows(std::vector{t}, true)(0, at), artist).first->second, artist);
    }
    EXPECT_EQ(artists.size(), fixture.small.collection.artists.size());
}

TEST(TasteTable, LeavesOutGroupsOfColumns) {
    const Fixture fixture;
    const auto table = fixture.table();
    const auto kept = table.columns_without(std::vector<std::string_view>{"playlists", "labels"});
    EXPECT_LT(kept.size(), table.columns().size());
    for (const auto c : kept) {
        EXPECT_NE(table.columns()[c].group, "playlists");
        EXPECT_NE(table.columns()[c].group, "labels");
    }
}

}  // namespace
}  // namespace attune::taste
