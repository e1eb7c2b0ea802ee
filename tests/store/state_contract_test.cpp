#include "core/error.h"
#include "store/backends.h"

#include <gtest/gtest.h>

#include <functional>
#include <thread>

namespace attune::store {
namespace {

using library::TrackDescription;

constexpr auto noon = 1'700'000'040;

TrackDescription named(std::string artist, std::string title) {
    TrackDescription track;
    track.artist_name = std::move(artist);
    track.track_name = std::move(title);
    return track;
}

library::Listen play(TrackDescription track, std::int64_t end) {
    library::Listen listen;
    listen.track = std::move(track);
    listen.listened_at = listen.ended_at = timestamp_of(end);
    listen.ms_played = 180'000;
    return listen;
}

library::CatalogueTrack catalogue_row(TrackDescription track) {
    library::CatalogueTrack row;
    row.track = std::move(track);
    row.features[library::AudioFeature::energy] = 0.5F;
    return row;
}

template <class Function>
std::optional<ErrorCode> error_of(Function function) {
    try {
        function();
    } catch (const Error& error) {
        return error.code();
    }
    return std::nullopt;
}

/// Two programs that have one library open.
class StateContract : public testing::TestWithParam<Backend> {
  protected:
    void SetUp() override {
        store = GetParam().open(folder.path());
        other = GetParam().open(folder.path());
    }

    TemporaryFolder folder;
    std::unique_ptr<Store> store;
    std::unique_ptr<Store> other;
};

INSTANTIATE_TEST_SUITE_P(All, StateContract, testing::ValuesIn(backends),
                         [](const auto& info) { return std::string(info.param.name); });

TEST_P(StateContract, ReadsOneStateWhileOthersWrite) {
    store->ensure_artist("A");
    {
        const auto reading = store->read();
        other->ensure_artist("B");
        EXPECT_EQ(store->artists().size(), 1U);
        {
            const auto inner = store->read();
            EXPECT_EQ(store->artists().size(), 1U);
        }
        EXPECT_EQ(store->artists().size(), 1U);
    }
    EXPECT_EQ(store->artists().size(), 2U);
}

TEST_P(StateContract, FixesTheStateWhenAReadingBegins) {
    const auto reading = store->read();
    other->ensure_artist("B");
    EXPECT_TRUE(store->artists().empty());
}

TEST_P(StateContract, ReadsWhatATransactionHasWrittenSoFar) {
    const auto transaction = store->begin();
    store->ensure_artist("A");
    {
        const auto reading = store->read();
        EXPECT_EQ(store->artists().size(), 1U);
    }
    store->ensure_artist("B");
    transaction->commit();
    EXPECT_EQ(other->artists().size(), 2U);
}

TEST_P(StateContract, ChangesNothingWhileAStateIsRead) {
    const auto reading = store->read();
    EXPECT_THROW(store->ensure_artist("A"), std::logic_error);
    EXPECT_THROW(store->begin(), std::logic_error);
    EXPECT_TRUE(store->artists().empty());
}

/// Each transaction adds an artist with a genre and a track, so at every moment there are as many of each.
void add_artists(const Backend& backend, const std::filesystem::path& folder, int n) {
    const auto store = backend.open(folder);
    for (int i = 0; i < n; ++i) {
        const auto name = fmt::format("Artist {}", i);
        const auto transaction = store->begin();
        store->add_artist_genres("catalogue:test", {name, {fmt::format("genre {}", i)}});
        store->add_catalogue_track("catalogue:test", catalogue_row(named(name, "Song")));
        transaction->commit();
    }
}

TEST_P(StateContract, AddsUpWhileAnotherProgramImports) {
    constexpr int n_artists = 400;
    std::thread writer(add_artists, GetParam(), folder.path(), n_artists);
    std::size_t n_seen = 0;
    while (n_seen < n_artists) {
        for (const auto& artist : store->artists()) EXPECT_EQ(artist.genres.size(), 1U);
        const auto reading = store->read();
        const auto tracks = store->tracks();
        n_seen = store->artists().size();
        EXPECT_EQ(tracks.size(), n_seen);
        EXPECT_EQ(store->features("catalogue:test").size(), n_seen);
        EXPECT_EQ(store->counts(library::PersonId{1}).library_artists, static_cast<std::int64_t>(n_seen));
        for (const auto& track : tracks) EXPECT_TRUE(store->artist(track.artist).has_value());
        if (HasFailure()) break;
    }
    writer.join();
}

TEST_P(StateContract, ForgetsATrackThatAnotherProgramHasJoined) {
    const auto me = store->ensure_person("me");
    const auto song = named("A", "Song");
    store->add_listen(me, play(song, noon), library::ListenSource::csv);
    const auto into = other->ensure_track(named("A", "Another song"));
    other->merge_tracks(other->find_track(song)->track, into, timestamp_of(noon));

    store->add_listen(me, play(song, noon + 600), library::ListenSource::csv);
    const auto listens = store->listens(me);
    ASSERT_EQ(listens.size(), 2U);
    for (const auto& listen : listens) EXPECT_EQ(listen.track, into);
    EXPECT_TRUE(store->check_integrity().empty());
}

TEST_P(StateContract, CountsAPlayOnceThatAnotherProgramHasImported) {
    const auto me = store->ensure_person("me");
    const auto song = named("A", "Song");
    store->add_listen(me, play(named("B", "Long ago"), noon - 1'000'000),
                      library::ListenSource::spotify_account);
    other->add_listen(me, play(song, noon), library::ListenSource::spotify_extended);
    EXPECT_EQ(store->add_listen(me, play(song, noon), library::ListenSource::spotify_account),
              Fate::duplicate);
    EXPECT_EQ(store->listens(me).size(), 2U);
}

TEST_P(StateContract, ForgetsThePeopleOfACommunityThatAnotherProgramHasForgotten) {
    library::CommunityPlay row;
    row.person = "somebody";
    row.artist_name = "A";
    store->add_community_play("dump", row);
    other->forget_community("dump");
    row.artist_name = "B";
    store->add_community_play("dump", row);
    EXPECT_TRUE(store->check_integrity().empty());
    ASSERT_EQ(other->community_sources().size(), 1U);
    EXPECT_EQ(other->community().artist_plays.size(), 1U);
}

// --- two who write ----------------------------------------------------------------------------------------

TEST_P(StateContract, SaysThatAnotherProgramIsWriting) {
    store->set_patience(std::chrono::milliseconds(1));
    const auto transaction = other->begin();
    EXPECT_THROW(store->begin(), Busy);
    EXPECT_EQ(error_of([&] { store->ensure_artist("A"); }), ErrorCode::unavailable);
    EXPECT_TRUE(store->artists().empty()) << "reading goes on";
    transaction->commit();
    store->ensure_artist("A");
}

TEST_P(StateContract, WaitsUntilAnotherProgramHasWritten) {
    store->set_patience(std::chrono::milliseconds(1));
    const auto transaction = other->begin();
    other->ensure_artist("A");
    int n_waits = 0;
    const auto mine = begin_when_free(*store, [&] {
        if (++n_waits == 3) transaction->commit();
    });
    EXPECT_EQ(n_waits, 3);
    EXPECT_TRUE(store->find_artist("A").has_value());
}

TEST_P(StateContract, GivesUpWaitingWhenTold) {
    store->set_patience(std::chrono::milliseconds(1));
    const auto transaction = other->begin();
    const auto give_up = [] { fail(ErrorCode::interrupted, "stopped"); };
    EXPECT_EQ(error_of([&] { begin_when_free(*store, give_up); }), ErrorCode::interrupted);
}

TEST_P(StateContract, WaitsForOthersAtEveryChangeIfAsked) {
    store->set_patience(std::chrono::milliseconds(1));
    auto transaction = other->begin();
    other->ensure_artist("A");
    int n_waits = 0;
    store->wait_for_others([&] {
        if (++n_waits == 3) transaction->commit();
    });
    store->ensure_artist("B");
    EXPECT_EQ(n_waits, 3);
    EXPECT_EQ(store->artists().size(), 2U);
    transaction.reset();
    transaction = other->begin();
    store->wait_for_others([] { fail(ErrorCode::interrupted, "stopped"); });
    EXPECT_EQ(error_of([&] { store->ensure_artist("C"); }), ErrorCode::interrupted);
    store->wait_for_others({});
    EXPECT_THROW(store->begin(), Busy);
    transaction->commit();
    store->ensure_artist("C");
}

TEST_P(StateContract, LetsTwoWriteAtOnce) {
    constexpr int n_each = 60;
    const auto add = [&](char name) {
        const auto mine = GetParam().open(folder.path());
        mine->set_patience(std::chrono::minutes(1));
        for (int i = 0; i < n_each; ++i) mine->ensure_artist(fmt::format("{} {}", name, i));
    };
    std::thread one(add, 'x');
    std::thread two(add, 'y');
    one.join();
    two.join();
    EXPECT_EQ(store->artists().size(), 2U * n_each);
    EXPECT_EQ(store->revisions().music, 2 * n_each);
}

// --- revisions ---------------------------------------------------------------------------------------------

struct ChangeCase {
    const char* name;
    std::function<void(Store&)> change;
    std::string parts;  ///< that move: "people listens"
};

/// The parts whose revisions differ, in the order of Revisions.
std::string moved(const Revisions& before, const Revisions& after) {
    const std::array<std::pair<const char*, bool>, 7> parts{
        {{"music", after.music > before.music},
         {"community", after.community > before.community},
         {"people", after.people > before.people},
         {"listens", after.listens > before.listens},
         {"playlists", after.playlists > before.playlists},
         {"labels", after.labels > before.labels},
         {"runs", after.runs > before.runs}}};
    std::string text;
    for (const auto& [name, has_moved] : parts) {
        if (has_moved) text += (text.empty() ? "" : " ") + std::string(name);
    }
    return text;
}

/// A library with something to change: person "me", track 1, playlist "List", two corrections to come.
void fill(Store& store) {
    const auto me = store.ensure_person("me");
    store.add_listen(me, play(named("A", "Song"), noon), library::ListenSource::csv);
    store.ensure_track(named("A", "Another song"));
    store.merge_tracks(store.ensure_track(named("A", "Joined")), library::TrackId{1}, timestamp_of(noon));
    auto by_id = named("A & B", "Song");
    by_id.isrc = "QZAAA0000001";
    store.ensure_track(by_id);
    store.add_playlist_entry(me, "spotify", {"List", 0, named("A", "Song"), std::nullopt, "somebody"});
    store.add_run({{}, me, timestamp_of(noon), 1, "1", "f", "{}", false});
    library::CommunityPlay row;
    row.person = "somebody";
    row.artist_name = "A";
    store.add_community_play("dump", row);
    store.add_community_name("dump", {library::CommunityName::Kind::artist, "1", "A"});
    store.add_community_name("dump", {library::CommunityName::Kind::tag, "1", "rock"});
    const std::array content{PlaylistContent{store.playlists(me)[0].id, {}}};
    store.change_playlists(me, content, "emptied", timestamp_of(noon));
    store.set_audio_file({"/a.flac", 1, 1, 1, library::TrackId{1}, "{}", "", 1});
}

constexpr library::PersonId me{1};
constexpr library::TrackId song{1};
const auto at_noon = timestamp_of(noon);

std::vector<ChangeCase> music_changes() {
    const auto row = [] { return catalogue_row(named("New", "Song")); };
    return {
        {"undo_correction", [](Store& s) { s.undo_correction(1); }, "music"},
        {"ensure_track", [](Store& s) { s.ensure_track(named("New", "Song")); }, "music"},
        {"ensure_artist", [](Store& s) { s.ensure_artist("Newer"); }, "music"},
        {"add_catalogue_track", [row](Store& s) { s.add_catalogue_track("catalogue:x", row()); }, "music"},
        {"set_features",
         [](Store& s) {
             library::AudioFeatures features;
             features[library::AudioFeature::energy] = 1;
             s.set_features("x", song, 1, features);
         },
         "music"},
        {"add_artist_genres",
         [](Store& s) {
             s.add_artist_genres("x", {"A", {"rock"}});
         },
         "music"},
        {"merge_tracks", [](Store& s) { s.merge_tracks(library::TrackId{2}, song, at_noon); }, "music"},
        {"separate_match", [](Store& s) { s.separate_match("isrc", "QZAAA0000001", at_noon); }, "music"},
        {"keep_track", [](Store& s) { s.keep_track(song, at_noon); }, "music"},
        {"keep_match", [](Store& s) { s.keep_match("isrc", "QZAAA0000001", at_noon); }, "music"},
        {"add_analysis",
         [](Store& s) {
             s.add_analysis({1, 1, 1, {}, "{}", {}});
         },
         "music"},
        {"set_audio_file",
         [](Store& s) {
             s.set_audio_file({"/b", 1, 1, 1, song, "{}", "", 1});
         },
         "music"},
        {"forget_audio_file", [](Store& s) { s.forget_audio_file("/a.flac"); }, "music"},
        {"note_music_changed", [](Store& s) { s.note_music_changed(); }, "music"},
    };
}

std::vector<ChangeCase> peoples_changes() {
    const auto csv = library::ListenSource::csv;
    return {
        {"ensure_person", [](Store& s) { s.ensure_person("you"); }, "people"},
        {"rename_person", [](Store& s) { s.rename_person("me", "I"); }, "people"},
        {"rename_person back", [](Store& s) { s.rename_person("I", "me"); }, "people"},
        {"add_listen", [=](Store& s) { s.add_listen(me, play(named("A", "Song"), 5), csv); }, "listens"},
        {"a record of the same play",
         [](Store& s) {
             s.add_listen(me, play(named("A", "Song"), noon), library::ListenSource::spotify_extended);
         },
         "listens"},
        {"add_playlist_entry",
         [](Store& s) {
             s.add_playlist_entry(me, "x", {"List", 0, named("A", "Song"), std::nullopt, ""});
         },
         "playlists"},
        {"add_mark",
         [](Store& s) {
             s.add_mark(me, {library::MarkKind::saved_track, named("A", "Song")});
         },
         "playlists"},
        {"add_import",
         [](Store& s) {
             s.add_import({0, me, "a", "b", at_noon, "{}"});
         },
         "people"},
        {"ensure_own_playlist", [](Store& s) { s.ensure_own_playlist(me, "Mine"); }, "playlists"},
        {"undo_playlist_change", [](Store& s) { s.undo_playlist_change(me, 1, at_noon); }, "playlists"},
        {"decide_on_playlist",
         [](Store& s) {
             s.decide_on_playlist({s.playlists(me)[0].id, song, true, at_noon});
         },
         "playlists"},
        {"set_label", [](Store& s) { s.set_label(me, song, library::LabelValue::like, "x", at_noon); },
         "labels"},
        {"set_artist_blocked", [](Store& s) { s.set_artist_blocked(me, {1}, true, at_noon); }, "labels"},
        {"add_run",
         [](Store& s) {
             s.add_run({{}, me, at_noon, 1, "1", "f", "{}", false});
         },
         "runs"},
        {"restore_run", [](Store& s) { s.restore_run(me, {1}); }, "runs"},
        {"set_candidates",
         [](Store& s) {
             const std::array candidates{CandidateRow{1, 1, song, 1, 1}};
             s.set_candidates(me, {1, {1}, at_noon, 0, 0, 0, 0}, candidates);
         },
         "runs"},
        {"rename_contributor", [](Store& s) { s.rename_contributor(me, "A", "Ann"); }, "playlists"},
        {"delete_person", [](Store& s) { s.delete_person("me"); },
         "music people listens playlists labels runs"},
    };
}

std::vector<ChangeCase> communitys_changes() {
    library::CommunityPlay row;
    row.person = "somebody else";
    row.artist_name = "A";
    return {
        {"add_community_play", [row](Store& s) { s.add_community_play("dump", row); }, "community"},
        {"add_community_tagging",
         [](Store& s) {
             s.add_community_tagging("dump", {"somebody", "1", "1"});
         },
         "community"},
        {"add_community_name",
         [](Store& s) {
             s.add_community_name("dump", {library::CommunityName::Kind::artist, "2", "B"});
         },
         "community"},
        {"forget_community", [](Store& s) { s.forget_community("dump"); }, "community"},
    };
}

TEST_P(StateContract, CountsEachChangeInThePartThatItConcerns) {
    fill(*store);
    for (const auto& cases : {music_changes(), communitys_changes(), peoples_changes()}) {
        for (const auto& [name, change, parts] : cases) {
            SCOPED_TRACE(name);
            const auto before = store->revisions();
            change(*store);
            EXPECT_EQ(moved(before, other->revisions()), parts);
        }
    }
}

TEST_P(StateContract, CountsNothingWhereNothingChanges) {
    fill(*store);
    store->add_catalogue_track("catalogue:x", catalogue_row(named("A", "Song")));
    const auto before = store->revisions();
    store->ensure_person("me");
    store->ensure_track(named("A", "Song"));
    store->add_listen(me, play(named("A", "Song"), noon), library::ListenSource::csv);
    store->add_catalogue_track("catalogue:x", catalogue_row(named("A", "Song")));
    store->add_dropped_digest(me, 7);
    store->artists();
    store->keep_derived("x", "1", "y");
    EXPECT_EQ(store->revisions(), before);
}

TEST_P(StateContract, CountsATransactionOnceWhenItIsCommitted) {
    const auto before = store->revisions();
    {
        const auto lost = store->begin();
        store->ensure_artist("A");
    }
    EXPECT_EQ(store->revisions(), before);
    const auto transaction = store->begin();
    store->ensure_artist("A");
    store->ensure_artist("B");
    EXPECT_EQ(other->revisions(), before);
    transaction->commit();
    EXPECT_EQ(other->revisions().music, before.music + 1);
    EXPECT_EQ(other->revisions().people, before.people);
}

TEST_P(StateContract, CountsAreOfTheStateThatIsRead) {
    const auto reading = store->read();
    const auto before = store->revisions();
    other->ensure_artist("A");
    EXPECT_EQ(store->revisions(), before);
    EXPECT_NE(other->revisions(), before);
}

// --- what is worked out ------------------------------------------------------------------------------------

TEST_P(StateContract, KeepsWhatWasWorkedOutForOneKey) {
    const std::string bytes("\0\xFF\x80 x\0", 6);
    EXPECT_EQ(store->derived("map", "1"), std::nullopt);
    store->keep_derived("map", "1", bytes);
    EXPECT_EQ(other->derived("map", "1"), bytes);
    EXPECT_EQ(other->derived("map", "2"), std::nullopt);
    EXPECT_EQ(other->derived("other map", "1"), std::nullopt);
    store->keep_derived("map", "2", "");
    EXPECT_EQ(store->derived("map", "1"), std::nullopt);
    EXPECT_EQ(store->derived("map", "2"), "");
}

TEST_P(StateContract, DoesNotWaitToKeepWhatWasWorkedOut) {
    const auto transaction = other->begin();
    other->ensure_artist("A");
    store->keep_derived("map", "1", "x");
    EXPECT_EQ(store->derived("map", "1"), std::nullopt);
    transaction->commit();
    store->keep_derived("map", "1", "x");
    EXPECT_EQ(store->derived("map", "1"), "x");
}

TEST_P(StateContract, KeepsWhatWasWorkedOutInAReadingWhenThatEnds) {
    {
        const auto reading = store->read();
        store->keep_derived("map", "1", "x");
        EXPECT_EQ(other->derived("map", "1"), std::nullopt);
        other->ensure_artist("A");
    }
    EXPECT_EQ(other->derived("map", "1"), "x");
}

TEST_P(StateContract, KeepsWhatWasWorkedOutInATransactionWithIt) {
    {
        const auto lost = store->begin();
        store->keep_derived("map", "1", "x");
    }
    EXPECT_EQ(store->derived("map", "1"), std::nullopt);
    const auto transaction = store->begin();
    store->keep_derived("map", "1", "x");
    transaction->commit();
    EXPECT_EQ(store->derived("map", "1"), "x");
}

TEST_P(StateContract, ForgetsWhatWasWorkedOutOfAPersonWhoIsDeleted) {
    store->ensure_person("me");
    store->keep_derived("reasons", "me", "x");
    store->delete_person("me");
    EXPECT_EQ(store->derived("reasons", "me"), std::nullopt);
}

// --- rows that are refused ---------------------------------------------------------------------------------

struct Refused {
    const char* name;
    std::function<void(Store&)> add;
};

/// What is a name to a file and none to the library: of a no-break space nothing is left when it is folded.
const std::string blank = "\xC2\xA0";

std::vector<Refused> refused_rows() {
    const auto artist = [] { return named(blank, "Title"); };
    const auto community_play = [](std::string_view artist_name, std::string_view track_name) {
        library::CommunityPlay row;
        row.person = "somebody";
        row.artist_name = artist_name;
        row.track_name = track_name;
        return row;
    };
    using library::CommunityName;
    return {
        {"listen", [=](Store& s) { s.add_listen(me, play(artist(), 5), library::ListenSource::csv); }},
        {"entry",
         [=](Store& s) {
             s.add_playlist_entry(me, "x", {"New list", 0, artist(), std::nullopt, "them"});
         }},
        {"mark of a track",
         [=](Store& s) {
             s.add_mark(me, {library::MarkKind::saved_track, artist()});
         }},
        {"mark of an artist",
         [=](Store& s) {
             s.add_mark(me, {library::MarkKind::banned_artist, artist()});
         }},
        {"catalogue", [=](Store& s) { s.add_catalogue_track("catalogue:new", catalogue_row(artist())); }},
        {"catalogue of nothing", [=](Store& s) { s.add_catalogue_track("catalogue:new", {}); }},
        {"genres",
         [](Store& s) {
             s.add_artist_genres("genres:new", {blank, {"rock"}});
         }},
        {"community artist", [=](Store& s) { s.add_community_play("new", community_play(blank, "")); }},
        {"community track", [=](Store& s) { s.add_community_play("new", community_play("A", blank)); }},
        {"community artist's name",
         [](Store& s) {
             s.add_community_name("new", {CommunityName::Kind::artist, "1", blank});
         }},
        {"community tag",
         [](Store& s) {
             s.add_community_name("new", {CommunityName::Kind::tag, "1", blank});
         }},
    };
}

TEST_P(StateContract, LeavesNothingOfARowThatIsRefused) {
    fill(*store);
    const auto before = store->revisions();
    const auto n_tracks = store->tracks().size();
    for (const auto& [name, add] : refused_rows()) {
        SCOPED_TRACE(name);
        const auto transaction = store->begin();
        EXPECT_EQ(error_of([&] { add(*store); }), ErrorCode::invalid_argument);
        transaction->commit();
        EXPECT_EQ(store->revisions(), before);
    }
    EXPECT_EQ(store->tracks().size(), n_tracks);
    EXPECT_EQ(store->providers().size(), 0U);
    EXPECT_EQ(store->community_sources().size(), 1U);
    const auto transaction = store->begin();
    EXPECT_EQ(error_of([&] { refused_rows()[4].add(*store); }), ErrorCode::invalid_argument)
        << "a row that was refused is no duplicate";
}

TEST_P(StateContract, TakesAnIdWhoseArtistHasNoName) {
    auto track = named(blank, "Song");
    track.isrc = "QZAAA0000002";
    const auto transaction = store->begin();
    const auto id = store->ensure_track(track);
    transaction->commit();
    EXPECT_EQ(store->track(id)->track_name, "Song");
    EXPECT_EQ(store->track(id)->artist_name, "");
}

TEST_P(StateContract, TakesARowWhoseGuestHasNoName) {
    auto track = named("A", "Duet");
    track.other_artists = {blank, "B"};
    const auto transaction = store->begin();
    const auto id = store->ensure_track(track);
    transaction->commit();
    EXPECT_EQ(store->track(id)->other_artists.size(), 1U);
}

TEST_P(StateContract, TakesAFailedChangeBackAloneWithinATransaction) {
    fill(*store);
    const auto n_playlists = store->playlists(me).size();
    const auto transaction = store->begin();
    store->ensure_artist("Before");
    const std::array contents{PlaylistContent{store->playlists(me)[0].id, {{song, std::nullopt, ""}}},
                              PlaylistContent{{999}, {}}};
    EXPECT_EQ(error_of([&] { store->change_playlists(me, contents, "x", at_noon); }), ErrorCode::conflict);
    store->ensure_artist("After");
    transaction->commit();
    EXPECT_TRUE(other->find_artist("Before") && other->find_artist("After"));
    EXPECT_EQ(other->playlists(me).size(), n_playlists);
    EXPECT_TRUE(other->playlists(me)[0].items.empty());
    EXPECT_EQ(other->playlist_changes(me).size(), 1U);
}

// --- single rows -------------------------------------------------------------------------------------------

TEST_P(StateContract, FindsTracksByTheirFoldedTitles) {
    const auto first = store->ensure_track(named("A", "Sóng (Live)"));
    store->ensure_track(named("A", "Song"));
    const auto second = store->ensure_track(named("B", "song live"));
    const auto found = store->tracks_titled("SONG  LIVE");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].id, first);
    EXPECT_EQ(found[1].id, second);
    EXPECT_EQ(found[1].artist_name, "B");
    EXPECT_TRUE(store->tracks_titled("Other").empty());
}

TEST_P(StateContract, FindsATrackByATitleThatCameLater) {
    TrackDescription by_id;
    by_id.isrc = "QZAAA0000001";
    const auto track = store->ensure_track(by_id);
    EXPECT_TRUE(store->tracks_titled("Song").empty());
    by_id.artist_name = "A";
    by_id.track_name = "Song";
    store->ensure_track(by_id);
    ASSERT_EQ(store->tracks_titled("Song").size(), 1U);
    EXPECT_EQ(store->tracks_titled("Song")[0].id, track);
}

TEST_P(StateContract, FindsOneArtist) {
    store->add_artist_genres("x", {"A", {"rock", "pop"}});
    store->add_artist_genres("x", {"B", {"jazz"}});
    const auto b = store->find_artist("B").value();
    ASSERT_TRUE(store->artist(b).has_value());
    EXPECT_EQ(store->artist(b)->name, "B");
    EXPECT_EQ(store->artist(b)->genres, std::vector<std::string>{"jazz"});
    EXPECT_FALSE(store->artist({99}).has_value());
}

TEST_P(StateContract, FindsOneFileOfSound) {
    const auto track = store->ensure_track(named("A", "Song"));
    store->set_audio_file({"/a.flac", 7, 1, 1, track, "{}", "", 1});
    ASSERT_TRUE(store->audio_file("/a.flac").has_value());
    EXPECT_EQ(store->audio_file("/a.flac")->content, 7U);
    EXPECT_FALSE(store->audio_file("/b.flac").has_value());
}

TEST_P(StateContract, SumsPlaysByTrack) {
    store->ensure_person("me");
    const auto you = store->ensure_person("you");
    const auto csv = library::ListenSource::csv;
    for (const auto* title : {"Two", "One", "Two"}) {
        static std::int64_t time = 1000;
        store->add_listen(me, play(named("A", title), time += 1000), csv);
    }
    store->add_listen(you, play(named("A", "One"), 5), csv);
    const auto counts = store->plays_by_track(me);
    ASSERT_EQ(counts.size(), 2U);
    EXPECT_LT(counts[0].track, counts[1].track);
    EXPECT_EQ(counts[0].n_plays, 2);
    EXPECT_EQ(counts[1].n_plays, 1);
}

TEST_P(StateContract, TellsWhichTracksHaveASound) {
    const auto with = store->ensure_track(named("A", "With"));
    const auto only_length = store->ensure_track(named("A", "Length"));
    library::AudioFeatures features;
    features[library::AudioFeature::duration_ms] = 1000;
    store->set_features("x", only_length, 1, features);
    features[library::AudioFeature::energy] = 0.5F;
    store->set_features("x", with, 1, features);
    store->set_features("y", with, 1, features);
    EXPECT_EQ(store->tracks_with_sound(), std::vector{with});
}

}  // namespace
}  // namespace attune::store
