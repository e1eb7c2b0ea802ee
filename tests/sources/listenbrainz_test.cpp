#include "sources/recorded.h"

#include <gtest/gtest.h>

namespace attune::sources::test {
namespace {

const std::string dump_row =
    R"({"user_id": 5, "user_name": "ann", "timestamp": 1700000000, "track_metadata": {"artist_name": "Low", )"
    R"("track_name": "Sunflower", "release_name": "Things We Lost in the Fire", "additional_info": {)"
    R"("artist_mbids": ["a"], "submission_client": "x"}}, "recording_msid": "m"})";
const std::string export_row =
    R"({"listened_at": 1700000100, "track_metadata": {"artist_name": "Sigur R\u00f3s", "track_name": "Glósóli"}})";

TEST(ListenBrainz, ReadsDumpsAndExports) {
    const auto read = read_community(dump_row + "\n" + export_row + "\n", "5.listens");
    EXPECT_EQ(read.kind, "listenbrainz");
    ASSERT_EQ(read.rows.plays.size(), 2U);
    const auto& first = read.rows.plays[0];
    EXPECT_EQ(first.person, "ann");
    EXPECT_EQ(first.artist_name, "Low");
    EXPECT_EQ(first.track_name, "Sunflower");
    EXPECT_EQ(first.listened_at, timestamp_of(1'700'000'000));
    EXPECT_EQ(read.rows.plays[1].person, "");  // that of whom the file is
    EXPECT_EQ(read.rows.plays[1].artist_name, "Sigur Rós");
    EXPECT_EQ(read.rows.places[1].line, 2U);
}

TEST(ListenBrainz, ReadsAListAsWellAsLines) {
    EXPECT_EQ(read_community("[" + dump_row + ",\n" + export_row + "]", "listens.json").rows.plays.size(),
              2U);
}

TEST(ListenBrainz, LosesOnlyTheDamagedRow) {
    auto broken = dump_row;
    broken.resize(broken.size() / 2);
    const auto read = read_community(dump_row + "\n" + broken + "\n" + dump_row + "\n", "5.listens");
    EXPECT_EQ(read.rows.plays.size(), 2U);
    EXPECT_EQ(read.rows.reasons(), "unreadable");
}

TEST(ListenBrainz, DropsWhatIsNoListen) {
    const std::string now_playing =
        R"({"user_name": "ann", "track_metadata": {"artist_name": "Low", "track_name": "x"}})";
    const std::string nameless =
        R"({"user_name": "ann", "listened_at": 1700000000, "track_metadata": {"artist_name": "", "track_name": "x"}})";
    const std::string future =
        R"({"user_name": "ann", "listened_at": 99999999999, "track_metadata": {"artist_name": "L", "track_name": "x"}})";
    const auto read = read_community(now_playing + "\n" + nameless + "\n" + future, "x.jsonl");
    EXPECT_EQ(read.rows.reasons(), "bad_date no_track bad_date");
}

}  // namespace
}  // namespace attune::sources::test
