#include "core/error.h"
#include "source_folder.h"
#include "store/backends.h"
#include "store/sqlite/database.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <thread>

namespace attune::store {
namespace {

/// The error of opening the library in `folder`.
Error error_of_opening(const std::filesystem::path& folder, bool create = true) {
    try {
        open_store(folder, create);
    } catch (const Error& error) {
        return error;
    }
    return {ErrorCode::interrupted, "no error"};
}

std::filesystem::path file_in(const TemporaryFolder& folder) { return folder.path() / "library.db"; }

void write_file(const std::filesystem::path& path, std::string_view content) {
    std::ofstream(path, std::ios::binary) << content;
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(OpenStore, MakesALibraryOnlyIfAsked) {
    const TemporaryFolder folder;
    const auto inner = folder.path() / "new" / "library";
    EXPECT_EQ(error_of_opening(inner, false).code(), ErrorCode::not_found);
    EXPECT_FALSE(std::filesystem::exists(inner));
    open_store(inner, true)->ensure_person("me");
    EXPECT_TRUE(open_store(inner, false)->find_person("me").has_value());
}

TEST(OpenStore, FindsListensThatReferToNothing) {
    const TemporaryFolder folder;
    auto store = open_store(folder.path(), true);
    library::Listen listen;
    listen.track.artist_name = "Somebody";
    listen.track.track_name = "Something";
    listen.ended_at = listen.listened_at = timestamp_of(1'700'000'000);
    store->add_listen(store->ensure_person("me"), listen, library::ListenSource::csv);
    EXPECT_TRUE(store->check_integrity().empty());
    Database(file_in(folder), false).execute("UPDATE listens SET track_id = 99");
    ASSERT_EQ(store->check_integrity().size(), 1U);
    EXPECT_EQ(store->check_integrity().front().kind, FaultRow::Kind::lost_listens);
    EXPECT_EQ(store->check_integrity().front().text, "1 listens have no person or no track");
    EXPECT_EQ(store->delete_lost_plays(), 1);
    EXPECT_TRUE(store->check_integrity().empty());
}

TEST(OpenStore, RefusesALibraryOfANewerVersion) {
    const TemporaryFolder folder;
    open_store(folder.path(), true);
    Database(file_in(folder), false)
        .execute(fmt::format("PRAGMA user_version = {}", newest_schema_version() + 1));
    const auto before = read_file(file_in(folder));
    const auto error = error_of_opening(folder.path());
    EXPECT_EQ(error.code(), ErrorCode::conflict);
    EXPECT_NE(std::string_view(error.what()).find("update attune"), std::string_view::npos) << error.what();
    EXPECT_EQ(read_file(file_in(folder)), before);
}

TEST(OpenStore, RefusesTheDatabaseOfAnotherProgram) {
    const TemporaryFolder folder;
    Database(file_in(folder), true).execute("CREATE TABLE theirs (x)");
    const auto before = read_file(file_in(folder));
    EXPECT_EQ(error_of_opening(folder.path()).code(), ErrorCode::corrupt_data);
    EXPECT_EQ(read_file(file_in(folder)), before);
}

TEST(OpenStore, RefusesAFileThatIsNoDatabase) {
    const TemporaryFolder folder;
    const std::string text(5000, 'x');
    write_file(file_in(folder), text);
    EXPECT_EQ(error_of_opening(folder.path()).code(), ErrorCode::corrupt_data);
    EXPECT_EQ(read_file(file_in(folder)), text);
}

TEST(OpenStore, TellsADamagedLibrary) {
    const TemporaryFolder folder;
    {
        const auto store = open_store(folder.path(), true);
        for (int i = 0; i < 500; ++i) store->ensure_artist(fmt::format("Artist {}", i));
    }
    auto content = read_file(file_in(folder));
    for (std::size_t at = 8192; at < content.size(); at += 64) content[at] = '\x55';
    write_file(file_in(folder), content);
    try {
        const auto store = open_store(folder.path(), false);
        EXPECT_FALSE(store->check_integrity().empty());
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::corrupt_data) << error.what();
    }
}

TEST(OpenStore, TakesAnEmptyFileForANewLibrary) {
    // What is left if the machine goes down just as a library is made.
    const TemporaryFolder folder;
    write_file(file_in(folder), "");
    open_store(folder.path(), true)->ensure_person("me");
    EXPECT_TRUE(open_store(folder.path(), false)->find_person("me").has_value());
}

/// A library of an older schema, as the last program that had it left it: see tests/data/store/make_library.py
std::unique_ptr<Store> open_old_library(const TemporaryFolder& folder, std::string_view name) {
    const auto file = source_folder() / "tests/data/store" / name;
    Database(file_in(folder), true).execute(read_file(file));
    return open_store(folder.path(), false);
}

TEST(OpenStore, BringsPlaylistsOfTheFourthSchemaAlong) {
    const TemporaryFolder folder;
    Database(file_in(folder), true)
        .execute(read_file(source_folder() / "tests/data/store/schema_6.sql") +
                 "ALTER TABLE playlist_entries DROP COLUMN contributor_id;"
                 "ALTER TABLE playlist_entries ADD COLUMN added_by TEXT NOT NULL DEFAULT '';"
                 "ALTER TABLE playlist_version_entries DROP COLUMN contributor_id;"
                 "ALTER TABLE playlist_version_entries ADD COLUMN added_by TEXT NOT NULL DEFAULT '';"
                 "DROP TABLE contributors; DROP TABLE corrections; PRAGMA user_version = 4");
    const auto store = open_store(folder.path(), false);
    const auto playlists = store->playlists(*store->find_person("me"));
    ASSERT_EQ(playlists.size(), 4U);
    for (const auto& playlist : playlists)
        for (const auto& item : playlist.items) EXPECT_EQ(item.added_by, "");
}

std::int64_t plays_of(Store& store, std::string_view person, library::TrackId track) {
    for (const auto& row : store.plays_by_track(*store.find_person(person))) {
        if (row.track == track) return row.n_plays;
    }
    return 0;
}

TEST(OpenStore, BringsALibraryOfTheSixthSchemaUpToDate) {
    const TemporaryFolder folder;
    const auto store = open_old_library(folder, "schema_6.sql");
    EXPECT_TRUE(store->check_integrity().empty());
    const auto me = *store->find_person("me");
    const auto counts = store->counts(me);
    EXPECT_EQ(counts.listens, 237);
    EXPECT_EQ(counts.library_tracks, 238);
    EXPECT_EQ(counts.library_artists, 78);
    EXPECT_EQ(store->playlists(me).size(), 4U);
    EXPECT_EQ(store->marks(me).size(), 7U);
    EXPECT_EQ(store->labels(me).size(), 2U);
    EXPECT_EQ(store->blocked_artists(me).size(), 1U);
    EXPECT_EQ(store->runs(me).size(), 1U);
    EXPECT_EQ(store->candidates(me, 1).size(), 5U);
    EXPECT_EQ(store->imports().size(), 14U);
    EXPECT_EQ(store->community_counts().people, 7);
    EXPECT_EQ(store->audio_file("/music/plain.ogg")->version, 2);
    EXPECT_EQ(store->contributors(me), (std::vector<std::string>{"Ann", "B"}));
    EXPECT_EQ(store->tracks_titled("paper harbour").size(), 1U);
    EXPECT_EQ(store->revisions(), Revisions());
}

TEST(OpenStore, BringsALibraryOfTheEighthSchemaUpToDate) {
    const TemporaryFolder folder;
    const auto store = open_old_library(folder, "schema_8.sql");
    EXPECT_TRUE(store->check_integrity().empty());
    const auto me = *store->find_person("me");
    EXPECT_EQ(store->counts(me).listens, 237);
    EXPECT_EQ(store->counts(me).library_tracks, 238);
    EXPECT_EQ(store->imports().size(), 14U);
    EXPECT_EQ(store->corrections().size(), 5U);
    EXPECT_GT(store->features("catalogue:catalogue").size(), 0U);
    // Nobody knows which rows an old import told: they stay.
    const auto n_entries = store->playlists(me).front().items.size();
    store->remove_import(store->imports().front().id);
    EXPECT_EQ(store->imports().size(), 13U);
    EXPECT_EQ(store->counts(me).listens, 237);
    EXPECT_EQ(store->counts(me).library_tracks, 238);
    EXPECT_EQ(store->playlists(me).front().items.size(), n_entries);
    EXPECT_TRUE(store->check_integrity().empty());
    for (const int correction : {5, 4, 3, 2}) store->undo_correction(correction);
    EXPECT_TRUE(store->check_integrity().empty());
}

TEST(OpenStore, UndoesCorrectionsOfTheSixthSchema) {
    const TemporaryFolder folder;
    const auto store = open_old_library(folder, "schema_6.sql");
    const library::TrackId live{228};
    const library::TrackId harbour{231};
    const auto n_tracks = store->tracks().size();
    EXPECT_EQ(plays_of(*store, "friend", harbour), 2);
    for (const int correction : {5, 4, 3, 2}) store->undo_correction(correction);
    EXPECT_EQ(store->tracks().size(), n_tracks + 1);  // two were joined, one was separated
    ASSERT_TRUE(store->track(live).has_value());
    EXPECT_EQ(store->track(live)->track_name, "Paper Harbour (Live)");
    ASSERT_EQ(store->tracks_titled("Paper Harbour (Live)").size(), 1U);
    for (const auto* person : {"me", "friend"}) {
        EXPECT_EQ(plays_of(*store, person, live), 2);
        EXPECT_EQ(plays_of(*store, person, harbour), 0);
    }
    EXPECT_TRUE(store->check_integrity().empty());
    EXPECT_GT(store->revisions().music, 0);
}

TEST(OpenStore, DeletesAPersonFromCorrectionsOfTheSixthSchema) {
    const TemporaryFolder folder;
    const auto store = open_old_library(folder, "schema_6.sql");
    store->delete_person("friend");
    store->undo_correction(2);
    EXPECT_EQ(plays_of(*store, "me", library::TrackId{228}), 2);
    EXPECT_TRUE(store->check_integrity().empty());
}

TEST(OpenStore, KeepsBytesInADatabaseOfAnotherEncoding) {
    const TemporaryFolder folder;
    Database(file_in(folder), true)
        .execute("PRAGMA encoding = 'UTF-16le'; CREATE TABLE some (x); DROP TABLE some");
    const auto store = open_store(folder.path(), false);
    const AnalysisRow row{1, 1, 1000, {0, 0xFFFF'FFFF, 0x0000'00E4}, "{}", {0, 0.5F}};
    store->add_analysis(row);
    const auto kept = store->analysis(1, 1).value();
    EXPECT_EQ(kept.fingerprint, row.fingerprint);
    EXPECT_EQ(kept.embedding, row.embedding);
    store->keep_derived("map", "1", std::string_view("\0\xFF", 2));
    EXPECT_EQ(store->derived("map", "1"), std::string("\0\xFF", 2));
}

/// Runs as nobody where the tests are run as root, whom no permission stops.
class AsNobody {
  public:
    AsNobody() : was_root_(::geteuid() == 0 && ::seteuid(65534) == 0) {}
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;
    ~AsNobody() {
        if (was_root_ && ::seteuid(0) != 0) std::abort();
    }

  private:
    bool was_root_;
};

TEST(OpenStore, SaysWhatToDoAboutAFolderThatCannotBeWritten) {
    const TemporaryFolder folder;
    open_store(folder.path(), true);
    ::chmod(folder.path().c_str(), 0555);
    ::chmod(file_in(folder).c_str(), 0444);
    std::optional<Error> existing;
    std::optional<Error> missing;
    {
        const AsNobody nobody;
        existing = error_of_opening(folder.path());
        missing = error_of_opening(folder.path() / "inner");
    }
    ::chmod(folder.path().c_str(), 0755);
    for (const auto& error : {*existing, *missing}) {
        EXPECT_EQ(error.code(), ErrorCode::unavailable) << error.what();
        EXPECT_NE(std::string_view(error.what()).find("--library"), std::string_view::npos) << error.what();
    }
}

TEST(OpenStore, IsMadeOrBroughtUpToDateOnceByTwoWhoOpenIt) {
    for (int round = 0; round < 20; ++round) {
        const TemporaryFolder folder;
        if (round % 2 == 1)
            Database(file_in(folder), true)
                .execute(read_file(source_folder() / "tests/data/store/schema_6.sql"));
        const auto open = [&](const char* name) { open_store(folder.path(), true)->ensure_person(name); };
        std::thread one(open, "one");
        std::thread two(open, "two");
        one.join();
        two.join();
        const auto store = open_store(folder.path(), false);
        EXPECT_TRUE(store->find_person("one") && store->find_person("two"));
        EXPECT_TRUE(store->check_integrity().empty());
    }
}

TEST(OpenStore, LetsOthersReadWhileOneWrites) {
    const TemporaryFolder folder;
    const auto writer = open_store(folder.path(), true);
    writer->ensure_person("me");
    const auto transaction = writer->begin();
    writer->ensure_person("you");
    const auto reader = open_store(folder.path(), false);
    EXPECT_TRUE(reader->find_person("me").has_value());
    EXPECT_FALSE(reader->find_person("you").has_value());
    transaction->commit();
    EXPECT_TRUE(reader->find_person("you").has_value());
}

}  // namespace
}  // namespace attune::store
