#include "core/error.h"
#include "core/json.h"
#include "engine/small_library.h"
#include "shapes/to_json.h"
#include "source_folder.h"

#include <numeric>

namespace attune::engine {
namespace {

using Import = SmallLibrary;

std::int64_t n_dropped(const RowCounts& counts) {
    return std::accumulate(counts.dropped.begin(), counts.dropped.end(), std::int64_t{0},
                           [](std::int64_t sum, const auto& reason) { return sum + reason.second; });
}

/// A playlist file with the tracks of these numbers.
std::string playlist(const std::string& name, std::initializer_list<int> tracks) {
    Json items = Json::array();
    for (const int number : tracks) {
        items.push_back({{"track",
                          {{"trackName", fmt::format("Song {}", number)},
                           {"artistName", fmt::format("Artist {}", number % 3)},
                           {"albumName", "Album"},
                           {"trackUri", fmt::format("spotify:track:{:022}", number)}}},
                         {"episode", nullptr},
                         {"localTrack", nullptr},
                         {"addedDate", "2024-05-02"}});
    }
    return Json{{"playlists", {{{"name", name}, {"lastModifiedDate", "2024-05-02"}, {"items", items}}}}}.dump(
        1);
}

TEST_F(Import, GivesEveryRowAFate) {
    Json rows = Json::array({extended_row(1, 10), extended_row(1, 10), extended_row(2, 20, 0),
                             extended_row(3, 30), extended_row(4, 40, -5), extended_row(5, 50)});
    rows[3]["incognito_mode"] = true;
    rows[5]["ts"] = "1970-01-01T00:00:00Z";
    auto podcast = extended_row(6, 60);
    podcast["master_metadata_track_name"] = podcast["master_metadata_album_artist_name"] = nullptr;
    podcast["episode_name"] = "An episode";
    rows.push_back(podcast);

    const auto report = import(history_name, rows.dump());

    ASSERT_EQ(report.files.size(), 1U);
    const auto& counts = report.files.front().counts;
    EXPECT_EQ(report.files.front().kind, "spotify_extended");
    EXPECT_EQ(counts.rows, 7);
    EXPECT_EQ(counts.imported, 1);
    EXPECT_EQ(counts.duplicates, 1);
    const std::map<std::string, std::int64_t, std::less<>> expected{
        {"bad_date", 1}, {"bad_value", 1}, {"incognito", 1}, {"podcast", 1}, {"zero_length", 1}};
    EXPECT_EQ(counts.dropped, expected);
    EXPECT_EQ(report.totals.rows, counts.imported + counts.duplicates + n_dropped(counts));
}

TEST_F(Import, AddsNothingTheSecondTime) {
    Json rows = Json::parse(extended_history(2000));  // more than one batch of read_ahead()
    rows.push_back(extended_row(7, 90'000, 0));
    const auto first = import(history_name, rows.dump());
    EXPECT_EQ(first.totals.imported, 2000);
    EXPECT_EQ(first.totals.dropped.at("zero_length"), 1);

    const auto again = import(history_name, rows.dump());
    EXPECT_EQ(again.totals.imported, 0);
    EXPECT_EQ(again.totals.duplicates, 2001);  // a dropped row that comes again is a duplicate, too
    EXPECT_EQ(n_listens(), 2000);
}

TEST_F(Import, CountsAPlayOfTwoExportsOnce) {
    Json rows = Json::array();
    for (int i = 0; i < 50; ++i) rows.push_back(account_row(i, 5 * i));
    for (const bool extended_first : {true, false}) {
        workspace->person = extended_first ? "extended first" : "account first";
        const auto account = [&] { return import("StreamingHistory0.json", rows.dump()).totals; };
        const auto extended = [&] { return import(history_name, extended_history(50)).totals; };
        const auto first = extended_first ? extended() : account();
        const auto second = extended_first ? account() : extended();
        EXPECT_EQ(first.imported, 50);
        EXPECT_EQ(second.imported, 0);
        EXPECT_EQ(second.duplicates, 50);
        const auto listens = store().listens(workspace->person_id());
        ASSERT_EQ(listens.size(), 50U);
        for (const auto& listen : listens) EXPECT_EQ(listen.source, library::ListenSource::spotify_extended);
        EXPECT_EQ(store().listen_matches(workspace->person_id()).size(), 50U);
    }
}

TEST_F(Import, KeepsRepeatsApart) {
    const Json rows = Json::array({extended_row(1, 10), extended_row(1, 14), extended_row(1, 18)});
    EXPECT_EQ(import(history_name, rows.dump()).totals.imported, 3);
}

TEST_F(Import, KeepsPrivateSessionsWhenAsked) {
    Json rows = Json::array({extended_row(1, 10), extended_row(2, 20)});
    rows[1]["incognito_mode"] = true;
    const auto path = write(history_name, rows.dump());
    EXPECT_EQ(import_paths(*workspace, {{path}, false}).totals.imported, 1);
    EXPECT_EQ(import_paths(*workspace, {{path}, true}).totals.imported, 1);
    EXPECT_EQ(n_listens(), 2);
}

TEST_F(Import, KeepsPeopleApart) {
    import(history_name, extended_history(5));
    const auto other = import_as("somebody", history_name, extended_history(5));
    EXPECT_EQ(other.totals.imported, 5);
    EXPECT_EQ(n_listens(), 5);
    EXPECT_EQ(store().people().size(), 2U);
    EXPECT_EQ(store().tracks().size(), 5U);  // tracks belong to the library
}

TEST_F(Import, TakesLabelsFromPlaylists) {
    import(history_name, extended_history(4));
    import("Playlist1.json", playlist("Attune Liked", {1, 2}));
    import("Playlist2.json", playlist("attune disliked", {3}));
    const auto labels = store().labels(workspace->person_id());
    ASSERT_EQ(labels.size(), 3U);
    EXPECT_EQ(std::ranges::count(labels, library::LabelValue::like, &store::LabelRow::value), 2);
    EXPECT_EQ(labels.front().origin, "playlist");
    import("Playlist3.json", playlist("My summer", {0}));
    EXPECT_EQ(store().labels(workspace->person_id()).size(), 3U);
}

TEST_F(Import, ReadsHistoriesBeforePlaylistsOfAFolder) {
    std::filesystem::create_directory(folder / "export");
    write("export/Playlist1.json", playlist("Mine", {1}));
    write(std::string("export/") + history_name, extended_history(3));
    const auto report = import_paths(*workspace, {{folder / "export"}});
    ASSERT_EQ(report.files.size(), 2U);
    EXPECT_EQ(report.files[0].kind, "spotify_extended");
    EXPECT_EQ(report.files[1].kind, "spotify_playlists");
    EXPECT_EQ(report.totals.rows, 4);
}

TEST_F(Import, SaysWhereAFileIsDamagedAndGoesOn) {
    std::string text = extended_history(30);
    text.insert(text.find("Album", text.size() / 2) + 2, "\"");
    const auto report = import(history_name, text);
    EXPECT_EQ(report.totals.imported, 29);
    EXPECT_EQ(report.totals.dropped.at("unreadable"), 1);
    ASSERT_FALSE(report.files.front().problems.empty());
    EXPECT_TRUE(report.files.front().problems.front().where.starts_with("line "));
}

TEST_F(Import, RecognisesNothingAndSaysWhatItReads) {
    const auto report = import("letter.json", R"({"dear": "friend"})");
    EXPECT_FALSE(report.something_was_readable());
    ASSERT_EQ(report.files.size(), 1U);
    EXPECT_EQ(report.files.front().kind, "unknown");
    EXPECT_NE(report.files.front().problems.front().message.find(
                  "finds no plays, playlists or tracks (it has dear)"),
              std::string::npos);
}

TEST_F(Import, ReadsUtf16) {
    const std::string text = extended_history(3);
    std::string wide = "\xFF\xFE";
    for (const char c : text) wide += {c, '\0'};
    EXPECT_EQ(import(history_name, wide).totals.imported, 3);
}

TEST_F(Import, OfAMissingPathChangesNothing) {
    const auto there = write(history_name, extended_history(3));
    EXPECT_THROW(import_paths(*workspace, {{there, folder / "nowhere"}}), Error);
    EXPECT_EQ(n_listens(), 0);
}

/// Asks to stop while a file is read.
class StopAfter final : public ProgressSink {
  public:
    StopAfter(std::stop_source& stop, std::string_view file) : stop_(&stop), file_(file) {}
    void report(std::string_view stage, std::size_t done, std::size_t /*total*/) override {
        if (stage.ends_with(file_) && done > 0) stop_->request_stop();
    }

  private:
    std::stop_source* stop_;
    std::string_view file_;
};

TEST_F(Import, StopsBetweenWholeFiles) {
    std::filesystem::create_directory(folder / "export");
    write("export/Streaming_History_Audio_2024_0.json", extended_history(10));
    write("export/Streaming_History_Audio_2024_1.json", extended_history(10'000, 100));
    std::stop_source stop;
    StopAfter sink(stop, "2024_1.json");
    workspace->task = Task(&sink, stop.get_token());
    try {
        import_paths(*workspace, {{folder / "export"}});
        FAIL() << "was not stopped";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::interrupted);
    }
    workspace->task = Task();
    EXPECT_EQ(n_listens(), 10);
    EXPECT_EQ(import_paths(*workspace, {{folder / "export"}}).totals.imported, 10'000);
}

/// All that importing the samples of every kind of file leaves, whatever the numbers of things are.
std::vector<std::string> what_is_left(store::Store& store, library::PersonId person) {
    std::vector<std::string> left;
    for (const auto& row : store.tracks())
        left.push_back(fmt::format("{} {} {} {} {} {} {}", row.id.value, row.artist_name, row.track_name,
                                   row.spotify_id, row.duration_ms.value_or(-1), row.popularity.value_or(-1),
                                   row.in_catalogue));
    for (const auto& row : store.listens(person))
        left.push_back(fmt::format("{} {} {}", unix_seconds(row.ended_at), row.track.value,
                                   static_cast<int>(row.source)));
    for (const auto& row : store.matches(10'000, 0))
        left.push_back(fmt::format("{} {} {} {}", row.track.value, row.scheme, row.value, row.method));
    for (const auto& row : store.artists())
        left.push_back(fmt::format("{} {} {}", row.id.value, row.name, row.genres.size()));
    for (const auto& list : store.playlists(person))
        for (const auto& item : list.items)
            left.push_back(fmt::format("{} {} {}", list.name, item.track.value, item.added_by));
    for (const auto& provider : store.providers())
        for (const auto& row : store.features(provider.provider))
            left.push_back(fmt::format("{} {}", provider.provider, row.track.value));
    return left;
}

TEST_F(Import, LeavesTheSameHoweverSmallItsSlicesAre) {
    const auto samples = source_folder() / "tests/data/sources";
    ImportOptions options{{samples}};
    const auto first = import_paths(*workspace, options);
    const auto again = import_paths(*workspace, options);
    const auto sliced = open_workspace(folder / "sliced", true);
    sliced->now = workspace->now;
    options.slices = {7, std::chrono::hours(1)};
    for (const auto* whole : {&first, &again}) {
        const auto report = import_paths(*sliced, options);
        EXPECT_EQ(report.totals.rows, whole->totals.rows);
        EXPECT_EQ(report.totals.imported, whole->totals.imported);
        EXPECT_EQ(report.totals.duplicates, whole->totals.duplicates);
    }
    const auto left = what_is_left(store(), workspace->person_id());
    EXPECT_GT(left.size(), 50U);
    EXPECT_EQ(what_is_left(*sliced->store, sliced->person_id()), left);
    EXPECT_TRUE(sliced->store->check_integrity().empty());
}

TEST_F(Import, WritesTheReportThatOtherProgramsRelyOn) {
    const Json json = shapes::to_json(shape_of(import(history_name, extended_history(2))));
    for (const auto* key : {"files", "totals", "seconds"}) EXPECT_TRUE(json.contains(key)) << key;
    for (const auto* key : {"path", "kind", "rows", "imported", "duplicates", "dropped", "problems"})
        EXPECT_TRUE(json["files"][0].contains(key)) << key;
    ASSERT_EQ(store().imports().size(), 1U);
    EXPECT_EQ(Json::parse(store().imports().front().report)["imported"], 2);
}

}  // namespace
}  // namespace attune::engine
