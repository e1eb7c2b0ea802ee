// On real people's files, which are not part of the project: skipped with a word where they are not.
#include "core/text.h"
#include "sources/recorded.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <ostream>

namespace attune::sources::test {
namespace {

class RealData : public testing::Test {
  protected:
    void SetUp() override {
        if (real_data().empty()) GTEST_SKIP() << "no real data; ATTUNE_DATA names its folder";
    }

    static Outcome read(const std::string& name) { return read_file(real_data() / name); }

    /// Lines of the file that begin a record of a pretty-printed list: counted without our parser.
    static std::size_t count_lines(const std::string& name, std::string_view trimmed_line) {
        std::ifstream in(real_data() / name);
        std::string line;
        std::size_t n = 0;
        while (std::getline(in, line)) n += trim(line).starts_with(trimmed_line) ? 1U : 0U;
        return n;
    }
};

TEST_F(RealData, ExtendedHistoryIsAccountedForRowByRow) {
    std::size_t n_rows = 0;
    std::size_t n_tracks = 0;
    for (const char* const name : {"Audio_2018-2020_0", "Audio_2020-2021_1", "Audio_2021-2025_2",
                                   "Audio_2025-2026_3", "Video_2022-2025"}) {
        const auto path = fmt::format("listener_a_extended/Streaming_History_{}.json", name);
        const auto outcome = read(path);
        EXPECT_EQ(outcome.kind, "spotify_extended");
        EXPECT_EQ(outcome.rows.n_rows(), count_lines(path, "\"ts\":")) << name;
        EXPECT_TRUE(outcome.rows.problems.empty());
        n_rows += outcome.rows.n_rows();
        n_tracks += outcome.rows.listens.size() + outcome.rows.n_dropped(DropReason::zero_length);
        EXPECT_EQ(outcome.rows.n_dropped(DropReason::unreadable), 0U);
    }
    EXPECT_EQ(n_rows, 59'404U);
    EXPECT_EQ(n_tracks, 58'867U);
}

TEST_F(RealData, AccountHistoriesAreAccountedForRowByRow) {
    for (const std::string listener : {"listener_b_account", "listener_c_account", "listener_d_malformed"}) {
        for (int i = 0; i < 6; ++i) {
            const auto path = fmt::format("{}/StreamingHistory{}.json", listener, i);
            if (!std::filesystem::exists(real_data() / path)) continue;
            const auto outcome = read(path);
            EXPECT_EQ(outcome.kind, "spotify_account");
            EXPECT_EQ(outcome.rows.n_rows(), count_lines(path, "\"endTime\"")) << path;
        }
    }
}

TEST_F(RealData, AMalformedHistoryLosesNoRecord) {
    const auto bad = read("listener_d_malformed/StreamingHistory0.json");
    const auto good = read("listener_d_malformed/StreamingHistory0.good_copy.json");
    ASSERT_EQ(bad.rows.listens.size(), good.rows.listens.size());
    for (std::size_t i = 0; i < bad.rows.listens.size(); ++i) {
        const auto& a = bad.rows.listens[i];
        const auto& b = good.rows.listens[i];
        EXPECT_EQ(a.track.track_name, b.track.track_name);
        EXPECT_EQ(a.track.artist_name, b.track.artist_name);
        EXPECT_EQ(a.listened_at, b.listened_at);
        EXPECT_EQ(a.ms_played, b.ms_played);
    }
    EXPECT_EQ(bad.rows.drops.size(), good.rows.drops.size());
    EXPECT_TRUE(good.rows.problems.empty());
    ASSERT_EQ(bad.rows.problems.size(), 1U);
    EXPECT_EQ(bad.rows.problems[0].place.line, 58'795U);
}

struct FileCase {
    const char* path;
    const char* kind;
    std::size_t n_kept;
    std::size_t n_dropped;
};
void PrintTo(const FileCase& tested, std::ostream* out) { *out << tested.path; }

class RealFile : public testing::TestWithParam<FileCase> {};

TEST_P(RealFile, IsRecognisedAndRead) {
    if (real_data().empty()) GTEST_SKIP() << "no real data; ATTUNE_DATA names its folder";
    const auto outcome = read_file(real_data() / GetParam().path);
    EXPECT_EQ(outcome.kind, GetParam().kind);
    EXPECT_EQ(outcome.rows.n_kept(), GetParam().n_kept);
    EXPECT_EQ(outcome.rows.drops.size(), GetParam().n_dropped) << outcome.rows.reasons().substr(0, 200);
}

INSTANTIATE_TEST_SUITE_P(
    Table, RealFile,
    testing::Values(FileCase{"listener_b_account/Playlist1.json", "spotify_playlists", 9954, 5},
                    FileCase{"listener_b_account/Playlist2.json", "spotify_playlists", 996, 0},
                    FileCase{"listener_c_account/Playlist1.json", "spotify_playlists", 2841, 7},
                    FileCase{"listener_d_malformed/Playlist1.json", "spotify_playlists", 923, 0},
                    FileCase{"listener_b_account/YourLibrary.json", "spotify_library", 1504 + 68, 127 + 5},
                    FileCase{"listener_c_account/YourLibrary.json", "spotify_library", 666 + 7, 80 + 8},
                    FileCase{"listener_d_malformed/YourLibrary.json", "spotify_library", 1737, 42},
                    FileCase{"listener_c_account/features.csv", "catalogue", 1956, 2001},
                    FileCase{"listener_c_account/song_data.csv", "listening_csv", 15602, 221},
                    FileCase{"listener_d_malformed/features.csv", "catalogue", 2927, 7},
                    FileCase{"lastfm_scrobbles/zsteve_scrobbles.csv", "lastfm", 16545, 0},
                    FileCase{"catalogue/catalogue_ship.csv", "catalogue", 70220, 0},
                    FileCase{"catalogue_kaggle_columns/spotify_by_genre.csv", "catalogue", 6000, 0},
                    FileCase{"catalogue_messy/SpotifyFeatures.csv", "catalogue", 19828, 1},
                    FileCase{"tidytuesday/spotify_songs.csv", "catalogue", 32833, 0},
                    FileCase{"hits/dataset-of-60s.csv", "catalogue", 8642, 0},
                    FileCase{"hits/dataset-of-80s.csv", "catalogue", 6908, 0},
                    FileCase{"hits/dataset-of-00s.csv", "catalogue", 5872, 0},
                    FileCase{"moods/data_moods.csv", "catalogue", 686, 0},
                    FileCase{"artist_genres/data_w_genres.csv", "artist_genres", 28680, 0},
                    FileCase{"artist_genres/data_by_genres.csv", "", 0, 0},
                    FileCase{"genre_map/enao-genres.csv", "", 0, 0},
                    FileCase{"gtzan_features/features_30_sec.csv", "", 0, 0},
                    FileCase{"seed_good_bad/features.csv", "", 0, 0},
                    FileCase{"seed_stage1/streaming_history.csv", "listening_csv", 9399, 64},
                    FileCase{"seed_stage1/track_features.csv", "catalogue", 4006, 265},
                    FileCase{"seed_stage1/X.csv", "catalogue", 4064, 0},
                    FileCase{"seed_playlists/corpus_features.csv", "catalogue", 2182, 0},
                    FileCase{"seed_playlists/outlier_df.csv", "track_csv", 1728, 0}));

}  // namespace
}  // namespace attune::sources::test
