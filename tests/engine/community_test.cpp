#include "engine/upkeep/community.h"

#include "core/json.h"
#include "engine/library/collect.h"
#include "engine/picks/status.h"
#include "engine/small_library.h"

#include <numeric>

namespace attune::engine {
namespace {

class CommunityImport : public SmallLibrary {
  protected:
    ImportReport bring(const std::vector<std::filesystem::path>& paths, const std::string& source = {}) {
        ImportOptions options;
        options.paths = paths;
        options.community = true;
        options.source = source;
        return import_paths(*workspace, options);
    }

    void write_hetrec(const std::string& name) {
        std::filesystem::create_directories(folder / name);
        write(name + "/artists.dat", "id\tname\turl\tpictureURL\n1\tArtist 1\tu\tp\n2\tR\xF6yksopp\tu\tp\n");
        write(name + "/tags.dat", "tagID\ttagValue\n1\tHip-Hop\n2\tm\xE9tal\n");
        write(name + "/user_artists.dat", "userID\tartistID\tweight\n2\t1\t10\n2\t2\t4\n3\t1\t1\n3\t99\t7\n");
        write(name + "/user_taggedartists.dat",
              "userID\tartistID\ttagID\tday\tmonth\tyear\n2\t1\t1\t1\t4\t2009\n3\t1\t1\t1\t4\t2009\n3\t1\t2\t"
              "1\t4\t2009\n");
        write(name + "/user_friends.dat", "userID\tfriendID\n2\t3\n");
    }

    library::Community collected() { return collect_community(*workspace, collect(*workspace)); }
};

std::int64_t n_dropped(const RowCounts& counts) {
    return std::accumulate(counts.dropped.begin(), counts.dropped.end(), std::int64_t{0},
                           [](std::int64_t sum, const auto& reason) { return sum + reason.second; });
}

std::string listen_of(const std::string& user, int number, int at) {
    return Json{{"user_name", user},
                {"listened_at", 1'714'521'600 + at},
                {"track_metadata",
                 {{"artist_name", fmt::format("Artist {}", number % 3)},
                  {"track_name", fmt::format("Song {}", number)}}}}
               .dump() +
           "\n";
}

TEST_F(CommunityImport, ReadsAFolderWhoseFilesNameEachOthersNumbers) {
    write_hetrec("set");
    const auto first = bring({folder / "set"});
    EXPECT_EQ(first.files.size(), 4U);
    EXPECT_EQ(first.totals.rows, 11);
    EXPECT_EQ(first.totals.imported, 10);
    EXPECT_EQ(first.totals.dropped.at("unknown_id"), 1);
    const auto again = bring({folder / "set/user_artists.dat", folder / "set"});
    EXPECT_EQ(again.totals.imported, 0);
    EXPECT_EQ(again.totals.duplicates, 15);
    EXPECT_EQ(again.totals.rows, again.totals.duplicates + n_dropped(again.totals));
    EXPECT_TRUE(store().people().empty());  // nobody of the library did any of this
}

TEST_F(CommunityImport, GivesTablesWithTheBridgeToTheLibrary) {
    write_hetrec("set");
    bring({folder / "set"});
    import(history_name, extended_history(3));  // of Artist 0, 1 and 2: later than the community
    bring({write("5.listens", listen_of("ann", 1, 0) + listen_of("ann", 1, 60) + listen_of("bob", 2, 0))});
    const auto all = collect(*workspace);
    const auto community = collect_community(*workspace, all);

    ASSERT_EQ(community.artists.size(), 3U);
    EXPECT_EQ(community.artists[0].name, "Artist 1");
    ASSERT_TRUE(community.artists[0].artist);
    EXPECT_EQ(all.collection.artists[*community.artists[0].artist].name, "Artist 1");
    EXPECT_FALSE(community.artists[1].artist);
    EXPECT_EQ(community.artists[1].name, "Röyksopp");

    EXPECT_EQ(community.artist_plays.n_users(), 4U);
    EXPECT_EQ(community.track_plays.n_users(), 4U);
    const auto ann = community.artist_plays.row(2);  // her two listens are also those of the artist
    ASSERT_EQ(ann.size(), 1U);
    EXPECT_EQ(ann.values[0], 2);
    ASSERT_EQ(community.tracks.size(), 2U);
    ASSERT_TRUE(community.tracks[0].track);
    EXPECT_EQ(all.collection.tracks[*community.tracks[0].track].track_name, "Song 1");

    EXPECT_EQ(community.tag_names, (std::vector<std::string>{"hip hop", "metal"}));
    ASSERT_EQ(community.tags.size(), 2U);
    EXPECT_EQ(community.tags[0].count, 2);
}

TEST_F(CommunityImport, NeverCountsAListenOfOverlappingDumpsTwice) {
    std::string all;
    std::string later;
    for (int i = 0; i < 3000; ++i) {
        const auto row = listen_of(i % 2 == 0 ? "ann" : "bob", i % 7, i / 2);
        all += row;
        if (i >= 1000) later += row;
    }
    EXPECT_EQ(bring({write("full.listens", all)}).totals.imported, 3000);
    const auto second = bring({write("incremental.listens", later + listen_of("ann", 1, 5000))});
    EXPECT_EQ(second.totals.imported, 1);
    EXPECT_EQ(second.totals.duplicates, 2000);
    const auto plays = collected().artist_plays;
    float sum = 0;
    for (library::UserIndex user = 0; user < plays.n_users(); ++user)
        for (const float value : plays.row(user).values) sum += value;
    EXPECT_EQ(sum, 3001);
}

TEST_F(CommunityImport, TakesAnExportWithoutAnAccountForOnePerson) {
    const std::string row =
        R"({"listened_at":1714521600,"track_metadata":{"artist_name":"Artist 1","track_name":"Song 1"}})"
        "\n";
    const std::string later =
        R"({"listened_at":1714621600,"track_metadata":{"artist_name":"Artist 1","track_name":"Song 1"}})"
        "\n";
    std::filesystem::create_directories(folder / "exports/x/listens/2024");
    write("exports/x/listens/2024/4.jsonl", row);
    write("exports/x/listens/2024/5.jsonl", later);
    write("exports/y.jsonl", row);
    bring({folder / "exports"});
    EXPECT_EQ(collected().artist_plays.n_users(), 2U);
    EXPECT_EQ(bring({folder / "exports"}).totals.duplicates, 3);
}

TEST_F(CommunityImport, TakesEachPlaylistForOnePerson) {
    std::filesystem::create_directories(folder / "lists/more");
    write("lists/a.m3u8", "#EXTM3U\n#EXTINF:1,Low - Sunflower\nx.mp3\n#EXTINF:1,Low - Lies\ny.mp3\n");
    write("lists/more/a.m3u8",
          "#EXTM3U\n#EXTINF:1,Low - Sunflower\nx.mp3\nspotify:track:0000000000000000000001\n");
    const auto first = bring({folder / "lists"});
    EXPECT_EQ(first.totals.imported, 3);
    EXPECT_EQ(first.totals.dropped.at("no_track"), 1);
    EXPECT_EQ(bring({folder / "lists"}).totals.duplicates, 4);
    const auto community = collected();
    EXPECT_EQ(community.artist_plays.n_users(), 2U);
    EXPECT_EQ(community.tracks.size(), 2U);
    EXPECT_EQ(engine::community(*workspace).sources.at(0).source, "lists");
}

TEST_F(CommunityImport, CallsTheSourceOfATableByItsNameOrAsTold) {
    const auto table = write("my.table.csv", "user,artist,plays\nann,Low,3\n");
    bring({table});
    bring({table}, "friends");
    const auto sources = engine::community(*workspace).sources;
    ASSERT_EQ(sources.size(), 2U);
    EXPECT_EQ(sources[0].source, "my.table");
    EXPECT_EQ(sources[1].source, "friends");
    forget_community(*workspace, "my.table");
    EXPECT_EQ(collected().artist_plays.n_users(), 1U);
    workspace->ensure_person();
    EXPECT_EQ(status(*workspace).community.people, 1);
}

}  // namespace
}  // namespace attune::engine
