#include "core/error.h"
#include "store/backends.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace attune::store {
namespace {

using library::Listen;
using library::ListenSource;
using library::TrackDescription;

class StoreContract : public testing::TestWithParam<Backend> {
  protected:
    void SetUp() override { store = GetParam().open(folder.path()); }

    void reopen() {
        store.reset();
        store = GetParam().open(folder.path());
    }

    TemporaryFolder folder;
    std::unique_ptr<Store> store;
};

INSTANTIATE_TEST_SUITE_P(All, StoreContract, testing::ValuesIn(backends),
                         [](const auto& info) { return std::string(info.param.name); });

constexpr std::int64_t noon = 1'700'000'040;  // a full minute

TrackDescription named(std::string artist, std::string title, std::string spotify_id = {}) {
    TrackDescription track;
    track.artist_name = std::move(artist);
    track.track_name = std::move(title);
    track.spotify_id = std::move(spotify_id);
    return track;
}

TrackDescription with_duration(TrackDescription track, int duration_ms) {
    track.duration_ms = duration_ms;
    return track;
}

Listen play(TrackDescription track, std::int64_t end, std::optional<int> ms_played = 180'000) {
    Listen listen;
    listen.track = std::move(track);
    listen.ended_at = timestamp_of(end);
    listen.ms_played = ms_played;
    listen.listened_at = timestamp_of(end - ms_played.value_or(0) / 1000);
    return listen;
}

library::CatalogueTrack catalogue_row(TrackDescription track, float energy) {
    library::CatalogueTrack row;
    row.track = std::move(track);
    row.features[library::AudioFeature::energy] = energy;
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

const std::string id_x = "xxxxxxxxxxxxxxxxxxxxxx";
const std::string id_y = "yyyyyyyyyyyyyyyyyyyyyy";
const std::string id_z = "zzzzzzzzzzzzzzzzzzzzzz";

TEST_P(StoreContract, MakesAPersonOnce) {
    const auto me = store->ensure_person("me");
    EXPECT_EQ(store->ensure_person("me"), me);
    EXPECT_EQ(store->find_person("me"), me);
    EXPECT_EQ(store->find_person("you"), std::nullopt);
    EXPECT_TRUE(store->has_people());
    ASSERT_EQ(store->people().size(), 1U);
    EXPECT_EQ(store->people()[0].name, "me");
    EXPECT_EQ(error_of([&] { store->ensure_person(" "); }), ErrorCode::invalid_argument);
}

TEST_P(StoreContract, RenamesAPerson) {
    const auto me = store->ensure_person("me");
    store->ensure_person("you");
    EXPECT_EQ(error_of([&] { store->rename_person("nobody", "x"); }), ErrorCode::not_found);
    EXPECT_EQ(error_of([&] { store->rename_person("me", "you"); }), ErrorCode::conflict);
    store->rename_person("me", "myself");
    EXPECT_EQ(store->find_person("myself"), me);
    EXPECT_EQ(store->find_person("me"), std::nullopt);
}

TEST_P(StoreContract, DeletingAPersonLeavesTheOthersAlone) {
    const auto me = store->ensure_person("me");
    const auto you = store->ensure_person("you");
    const auto song = named("A", "Song");
    for (const auto person : {me, you}) {
        store->add_listen(person, play(song, noon), ListenSource::spotify_extended);
        store->add_listen(person, play(song, noon), ListenSource::spotify_account);
        store->add_playlist_entry(person, "spotify", {"List", 0, song, std::nullopt, ""});
        store->add_mark(person, {library::MarkKind::saved_track, song});
        store->add_mark(person, {library::MarkKind::banned_artist, song});
        store->add_dropped_digest(person, 7);
        store->add_import({0, person, "a.json", "spotify_extended", timestamp_of(noon), "{}"});
        const auto track = store->ensure_track(song);
        store->set_label(person, track, library::LabelValue::like, "command", timestamp_of(noon));
        store->set_artist_blocked(person, store->ensure_artist("A"), true, timestamp_of(noon));
        RunRow run;
        run.person = person;
        CycleRow cycle;
        cycle.number = 1;
        cycle.run = store->add_run(run);
        const std::array candidates{CandidateRow{1, 1, track, 0.5, 0.5}};
        store->set_candidates(person, cycle, candidates);
    }
    store->delete_person("me");

    EXPECT_EQ(error_of([&] { store->delete_person("me"); }), ErrorCode::not_found);
    EXPECT_EQ(store->find_person("me"), std::nullopt);
    EXPECT_TRUE(store->listens(me).empty());
    EXPECT_TRUE(store->playlists(me).empty());
    EXPECT_TRUE(store->marks(me).empty());
    EXPECT_TRUE(store->label_history(me).empty());
    EXPECT_TRUE(store->runs(me).empty());
    EXPECT_TRUE(store->cycles(me).empty());
    EXPECT_EQ(store->imports().size(), 1U);
    EXPECT_EQ(store->listens(you).size(), 1U);
    EXPECT_EQ(store->playlists(you).size(), 1U);
    EXPECT_EQ(store->marks(you).size(), 2U);
    EXPECT_EQ(store->labels(you).size(), 1U);
    EXPECT_EQ(store->blocked_artists(you).size(), 1U);
    EXPECT_TRUE(store->current_run(you).has_value());
    EXPECT_EQ(store->candidates(you, 1).size(), 1U);
    EXPECT_TRUE(store->check_integrity().empty());
}

TEST_P(StoreContract, TakesBackATransactionThatIsNotCommitted) {
    const auto me = store->ensure_person("me");
    {
        const auto transaction = store->begin();
        store->add_listen(me, play(named("A", "Song"), noon), ListenSource::spotify_extended);
        store->add_catalogue_track("catalogue:c", catalogue_row(named("B", "Other", id_x), 0.5F));
    }
    EXPECT_TRUE(store->listens(me).empty());
    EXPECT_TRUE(store->tracks().empty());
    // What was remembered of the lost rows must not be used for the next ones.
    EXPECT_EQ(store->add_listen(me, play(named("A", "Song"), noon), ListenSource::spotify_extended),
              Fate::imported);
    EXPECT_EQ(store->add_catalogue_track("catalogue:c", catalogue_row(named("B", "Other", id_x), 0.5F)),
              Fate::imported);
    EXPECT_EQ(store->listens(me).size(), 1U);
    EXPECT_TRUE(store->check_integrity().empty());
}

TEST_P(StoreContract, KeepsWhatWasCommitted) {
    const auto me = store->ensure_person("me");
    {
        const auto transaction = store->begin();
        EXPECT_EQ(error_of([&] { store->begin(); }), ErrorCode::conflict);
        store->add_listen(me, play(named("A", "Song"), noon), ListenSource::spotify_extended);
        transaction->commit();
    }
    reopen();
    EXPECT_EQ(store->listens(me).size(), 1U);
}

TEST_P(StoreContract, FindsATrackById) {
    const auto track = store->ensure_track(named("A", "Song", id_x));
    const auto match = store->find_track(named("Somebody", "Else", id_x));
    ASSERT_TRUE(match.has_value());
    EXPECT_EQ(match->track, track);
    EXPECT_EQ(match->method, "spotify");
    TrackDescription only_id;
    only_id.spotify_id = id_x;
    EXPECT_EQ(store->ensure_track(only_id), track);
}

TEST_P(StoreContract, FindsATrackByItsFoldedName) {
    const auto track = store->ensure_track(named("Beyoncé", "Halo", id_x));
    const auto match = store->find_track(named("BEYONCE", "halo", id_y));
    ASSERT_TRUE(match.has_value());
    EXPECT_EQ(match->track, track);
    EXPECT_EQ(match->method, "name");
    EXPECT_FALSE(store->find_track(named("Beyoncé", "Hello")).has_value());
}

TEST_P(StoreContract, AsksForANearDurationWhereBothAreKnown) {
    const auto track = store->ensure_track(with_duration(named("A", "Song", id_x), 200'000));
    const auto near = store->find_track(with_duration(named("A", "Song"), 203'000));
    ASSERT_TRUE(near.has_value());
    EXPECT_EQ(near->track, track);
    EXPECT_EQ(near->method, "name and duration");
    EXPECT_FALSE(store->find_track(with_duration(named("A", "Song"), 203'001)).has_value());
    const auto other = store->ensure_track(with_duration(named("A", "Song", id_y), 260'000));
    EXPECT_NE(other, track);
    EXPECT_EQ(store->find_track(with_duration(named("A", "Song"), 259'000))->track, other);
    EXPECT_EQ(store->find_track(named("A", "Song"))->track, track);
}

TEST_P(StoreContract, PrefersTheReleaseOfTheDescription) {
    auto first = with_duration(named("A", "Song", id_x), 200'000);
    first.release_name = "One";
    auto second = with_duration(named("A", "Song", id_y), 260'000);
    second.release_name = "Two";
    store->ensure_track(first);
    const auto of_second = store->ensure_track(second);
    auto asked = named("A", "Song", id_z);
    asked.release_name = "Two";
    EXPECT_EQ(store->ensure_track(asked), of_second);
}

TEST_P(StoreContract, FindsATrackByAnyOfItsArtists) {
    auto duet = named("A", "Song", id_x);
    duet.other_artists = {"B"};
    const auto track = store->ensure_track(duet);
    const auto match = store->find_track(named("B", "Song"));
    ASSERT_TRUE(match.has_value());
    EXPECT_EQ(match->track, track);
    EXPECT_EQ(match->method, "alternative artist");
    ASSERT_EQ(store->track(track)->other_artists.size(), 1U);
    EXPECT_EQ(store->find_artist("b"), store->track(track)->other_artists[0]);
}

TEST_P(StoreContract, TakesATitleWithoutArtistByIdOnly) {
    TrackDescription nameless;
    nameless.track_name = "Song";
    nameless.spotify_id = id_x;
    const auto track = store->ensure_track(nameless);
    EXPECT_NE(store->ensure_track(named("A", "Song", id_y)), track);
    EXPECT_FALSE(store->track(track)->artist);
    EXPECT_EQ(store->ensure_track(named("B", "Song", id_x)), track);
    EXPECT_EQ(store->track(track)->artist_name, "B");
    EXPECT_EQ(store->find_track(named("B", "Song"))->track, track);
}

TEST_P(StoreContract, RefusesADescriptionOfNothing) {
    EXPECT_EQ(error_of([&] { store->ensure_track({}); }), ErrorCode::invalid_argument);
    EXPECT_EQ(error_of([&] { store->ensure_artist(""); }), ErrorCode::invalid_argument);
    EXPECT_TRUE(store->tracks().empty());
}

TEST_P(StoreContract, TellsHowEachIdCameToItsTrack) {
    store->ensure_track(named("A", "Song", id_x));
    store->ensure_track(named("a", "song", id_y));
    const auto matches = store->matches(10, 0);
    ASSERT_EQ(matches.size(), 2U);
    EXPECT_EQ(matches[0].value, id_x);
    EXPECT_EQ(matches[0].method, "new");
    EXPECT_EQ(matches[1].value, id_y);
    EXPECT_EQ(matches[1].method, "name");
    EXPECT_EQ(matches[1].track_name, "song");
    EXPECT_EQ(store->matches(10, 1).size(), 1U);
    EXPECT_EQ(store->matches(1, 0).size(), 1U);
}

TEST_P(StoreContract, JoinsTwoTracksByHand) {
    const auto me = store->ensure_person("me");
    const auto from = store->ensure_track(named("A", "Sonng", id_x));
    const auto into = store->ensure_track(named("A", "Song", id_y));
    store->add_listen(me, play(named("A", "Sonng", id_x), noon), ListenSource::spotify_extended);
    store->add_listen(me, play(named("A", "Song", id_y), noon + 900), ListenSource::spotify_extended);
    store->add_mark(me, {library::MarkKind::saved_track, named("A", "Sonng", id_x)});
    store->add_mark(me, {library::MarkKind::saved_track, named("A", "Song", id_y)});
    store->add_catalogue_track("catalogue:c", catalogue_row(named("A", "Sonng", id_x), 0.5F));
    store->set_label(me, from, library::LabelValue::like, "command", timestamp_of(noon));
    store->merge_tracks(from, into, timestamp_of(noon));

    EXPECT_FALSE(store->track(from).has_value());
    for (const auto& listen : store->listens(me)) EXPECT_EQ(listen.track, into);
    EXPECT_EQ(store->marks(me).size(), 1U);
    EXPECT_EQ(store->labels(me)[0].track, into);
    EXPECT_EQ(store->features("catalogue:c")[0].track, into);
    EXPECT_TRUE(store->track(into)->in_catalogue);
    EXPECT_EQ(store->find_track(named("A", "Sonng"))->method, "manual");
    EXPECT_EQ(store->ensure_track(named("A", "Sonng", id_x)), into);
    EXPECT_EQ(error_of([&] { store->merge_tracks(from, into, timestamp_of(noon)); }), ErrorCode::not_found);
    EXPECT_TRUE(store->check_integrity().empty());
}

/// All that the library says of its tracks and of what a person did with them.
std::string everything(Store& store, library::PersonId person) {
    std::string text;
    for (const auto& t : store.tracks()) {
        text += fmt::format("track {} {} - {} / {} {} {} {} {} others", t.id.value, t.artist_name,
                            t.track_name, t.release_name, t.spotify_id, t.duration_ms.value_or(-1),
                            t.release_year.value_or(-1), t.in_catalogue);
        for (const auto other : t.other_artists) text += fmt::format(" {}", other.value);
        text += '\n';
    }
    for (const auto& m : store.matches(1000, 0))
        text += fmt::format("id {} {}:{} {} {} - {}\n", m.track.value, m.scheme, m.value, m.method,
                            m.artist_name, m.track_name);
    for (const auto& l : store.listens(person))
        text += fmt::format("listen {} {}\n", unix_seconds(l.ended_at), l.track.value);
    for (const auto& l : store.label_history(person))
        text += fmt::format("label {} {}\n", l.track.value, l.value.has_value());
    for (const auto& m : store.marks(person)) text += fmt::format("mark {}\n", m.track.value);
    for (const auto& p : store.playlists(person))
        for (const auto& item : p.items) text += fmt::format("item {} {}\n", p.name, item.track.value);
    for (const auto& f : store.features("catalogue:c"))
        text += fmt::format("features {} {}\n", f.track.value, f.features[library::AudioFeature::energy]);
    for (const auto& t : store.tags()) text += fmt::format("tag {} {}\n", t.track.value, t.tag);
    return text;
}

TEST_P(StoreContract, TakesAJoinBackWithAllThatWentAlong) {
    const auto me = store->ensure_person("me");
    auto live = named("A & B", "Song - Live", id_x);
    live.other_artists = {"B"};
    const auto song = with_duration(named("A", "Song", id_y), 200'000);
    for (const auto& track : {live, song}) {
        store->add_listen(me, play(track, noon + (track.spotify_id == id_x ? 0 : 900)),
                          ListenSource::spotify_extended);
        store->add_mark(me, {library::MarkKind::saved_track, track});
        store->add_playlist_entry(me, "spotify", {"List", 0, track, std::nullopt, ""});
    }
    auto row = catalogue_row(live, 0.5F);
    row.tags = {"rock"};
    store->add_catalogue_track("catalogue:c", row);
    store->add_catalogue_track("catalogue:c", catalogue_row(song, 0.25F));
    const auto from = store->find_track(live)->track;
    const auto into = store->find_track(song)->track;
    store->set_label(me, from, library::LabelValue::like, "command", timestamp_of(noon));
    store->set_label(me, into, library::LabelValue::skip, "command", timestamp_of(noon));
    const auto before = everything(*store, me);

    const auto correction = store->merge_tracks(from, into, timestamp_of(noon));
    EXPECT_NE(everything(*store, me), before);
    ASSERT_EQ(store->corrections().size(), 1U);
    EXPECT_EQ(store->corrections()[0].subject, fmt::format("track:{}", from.value));
    EXPECT_EQ(store->corrections()[0].track_after, into);
    EXPECT_FALSE(store->corrections()[0].is_undone);
    reopen();
    store->undo_correction(correction);
    EXPECT_EQ(everything(*store, me), before);
    EXPECT_TRUE(store->corrections()[0].is_undone);
    EXPECT_EQ(error_of([&] { store->undo_correction(correction); }), ErrorCode::conflict);
    EXPECT_EQ(error_of([&] { store->undo_correction(99); }), ErrorCode::not_found);
    EXPECT_TRUE(store->check_integrity().empty());
}

TEST_P(StoreContract, GivesBackWhatCameUnderTheNameSinceAJoin) {
    const auto me = store->ensure_person("me");
    const auto from = store->ensure_track(named("A", "Song - Live", id_x));
    const auto into = store->ensure_track(named("A", "Song", id_y));
    const auto correction = store->merge_tracks(from, into, timestamp_of(noon));
    // A new track must not take the number of one that may come back.
    EXPECT_NE(store->ensure_track(named("C", "Other")), from);
    store->add_listen(me, play(named("A", "Song - Live"), noon), ListenSource::spotify_account);
    store->add_listen(me, play(named("A", "Song - Live", id_z), noon + 900), ListenSource::spotify_extended);
    store->add_listen(me, play(named("A", "Song"), noon + 1800), ListenSource::spotify_account);
    for (const auto& listen : store->listens(me)) EXPECT_EQ(listen.track, into);
    store->undo_correction(correction);
    const auto listens = store->listens(me);
    ASSERT_EQ(listens.size(), 3U);
    EXPECT_EQ(listens[0].track, from);
    EXPECT_EQ(listens[1].track, from);
    EXPECT_EQ(listens[2].track, into);
    EXPECT_EQ(store->find_track(named("", "", id_z))->track, from);
}

TEST_P(StoreContract, UndoesCorrectionsOfOneTrackFromTheLastOneOn) {
    const auto a = store->ensure_track(named("A", "Song"));
    const auto b = store->ensure_track(named("B", "Song"));
    const auto c = store->ensure_track(named("C", "Song"));
    const auto first = store->merge_tracks(a, b, timestamp_of(noon));
    const auto second = store->merge_tracks(b, c, timestamp_of(noon));
    EXPECT_EQ(error_of([&] { store->undo_correction(first); }), ErrorCode::conflict);
    store->undo_correction(second);
    store->undo_correction(first);
    EXPECT_EQ(store->tracks().size(), 3U);
}

TEST_P(StoreContract, MakesATrackOfItsOwnOfAnIdThatWasTakenForAnother) {
    const auto me = store->ensure_person("me");
    const auto alone = named("Method Man", "Part II", id_x);
    const auto both = named("Method Man & Redman", "Part II", id_y);
    const auto track = store->ensure_track(alone);
    store->add_catalogue_track("catalogue:c", catalogue_row(alone, 0.5F));
    store->add_listen(me, play(alone, noon), ListenSource::spotify_extended);
    store->add_listen(me, play(both, noon + 900), ListenSource::spotify_extended);
    store->add_listen(me, play(named("Method Man & Redman", "Part II"), noon + 1800), ListenSource::lastfm);
    ASSERT_EQ(store->doubtful_matches(me).size(), 1U);
    EXPECT_EQ(store->doubtful_matches(me)[0].match.value, id_y);
    EXPECT_EQ(store->doubtful_matches(me)[0].n_listens, 2);
    const auto before = everything(*store, me);

    EXPECT_EQ(error_of([&] { store->separate_match("spotify", id_x, {}); }), ErrorCode::conflict);
    EXPECT_EQ(error_of([&] { store->separate_match("spotify", id_z, {}); }), ErrorCode::not_found);
    const auto correction = store->separate_match("spotify", id_y, timestamp_of(noon));
    const auto made = store->find_track(both)->track;
    EXPECT_NE(made, track);
    EXPECT_TRUE(store->doubtful_matches(me).empty());
    const auto listens = store->listens(me);
    EXPECT_EQ(listens[0].track, track);
    EXPECT_EQ(listens[1].track, made);
    EXPECT_EQ(listens[2].track, made);
    EXPECT_EQ(store->find_track(named("Method Man & Redman", "Part II"))->track, made);

    store->set_label(me, made, library::LabelValue::like, "command", timestamp_of(noon));
    store->undo_correction(correction);
    ASSERT_EQ(store->labels(me).size(), 1U);
    EXPECT_EQ(store->labels(me)[0].track, track);
    auto after = everything(*store, me);
    after.erase(after.find("label"), after.find('\n', after.find("label")) + 1 - after.find("label"));
    EXPECT_EQ(after, before);
    EXPECT_EQ(store->find_track(both)->track, track);
    EXPECT_TRUE(store->check_integrity().empty());
}

TEST_P(StoreContract, CountsAListenOfADoubtfulMatchOnce) {
    const auto me = store->ensure_person("me");
    store->ensure_track(named("Method Man", "Part II", id_x));
    auto both = named("Method Man & Redman", "Part II");
    both.isrc = "USDJ29900001";
    store->add_listen(me, play(both, noon), ListenSource::lastfm);
    ASSERT_EQ(store->doubtful_matches(me).size(), 1U);
    EXPECT_EQ(store->doubtful_matches(me)[0].match.scheme, "isrc");
    EXPECT_EQ(store->doubtful_matches(me)[0].n_listens, 1);
}

TEST_P(StoreContract, KeepsAMatchThatIsRight) {
    const auto track = store->ensure_track(named("A", "Song", id_x));
    store->keep_track(track, timestamp_of(noon));
    const auto kept = store->keep_match("spotify", id_x, timestamp_of(noon));
    EXPECT_EQ(error_of([&] { store->keep_track({99}, {}); }), ErrorCode::not_found);
    EXPECT_EQ(error_of([&] { store->keep_match("isrc", "x", {}); }), ErrorCode::not_found);
    store->undo_correction(kept);
    const auto rows = store->corrections();
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].subject, fmt::format("track:{}", track.value));
    EXPECT_FALSE(rows[0].is_undone);
    EXPECT_EQ(rows[1].subject, "spotify:" + id_x);
    EXPECT_TRUE(rows[1].is_undone);
}

TEST_P(StoreContract, DeletesAPersonFromWhatCorrectionsHoldToo) {
    const auto me = store->ensure_person("me");
    const auto you = store->ensure_person("you");
    const auto from = store->ensure_track(named("A", "Sonng"));
    const auto into = store->ensure_track(named("A", "Song"));
    for (const auto person : {me, you}) {
        for (const auto* title : {"Sonng", "Song"})
            store->add_mark(person, {library::MarkKind::saved_track, named("A", title)});
        store->add_listen(person, play(named("A", "Sonng"), noon), ListenSource::spotify_account);
    }
    const auto correction = store->merge_tracks(from, into, timestamp_of(noon));
    store->delete_person("me");
    ASSERT_EQ(store->marks(you).size(), 1U);
    EXPECT_EQ(store->listens(you)[0].track, into);
    store->undo_correction(correction);
    EXPECT_EQ(store->marks(you).size(), 2U);
    EXPECT_EQ(store->listens(you)[0].track, from);
    EXPECT_TRUE(store->check_integrity().empty());
}

TEST_P(StoreContract, RemembersWhatWasHeardOncePerContentAndVersion) {
    AnalysisRow row{~std::uint64_t{0} - 5, 1, 215'000, {0xFFFF'FFFF, 0, 0x8000'0001}, R"({"a": 1})",
                    {0, -1.5F, 3e-9F}};
    store->add_analysis(row);
    row.details = R"({"a": 2})";
    store->add_analysis(row);
    auto newer = row;
    newer.version = 2;
    newer.embedding.clear();
    newer.fingerprint.clear();
    store->add_analysis(newer);
    reopen();

    const auto found = store->analysis(row.content, 1);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->details, row.details);
    EXPECT_EQ(found->fingerprint, row.fingerprint);
    EXPECT_EQ(found->embedding, row.embedding);
    EXPECT_EQ(found->duration_ms, 215'000);
    EXPECT_FALSE(store->analysis(row.content, 3).has_value());
    EXPECT_EQ(store->analysed_contents(1), std::vector<std::uint64_t>{row.content});
    EXPECT_EQ(store->analyses_lasting(1, 215'000, 216'000).size(), 1U);
    EXPECT_TRUE(store->analyses_lasting(1, 215'001, 216'000).empty());
    EXPECT_EQ(store->analyses_without_file(1).size(), 1U);
    store->set_audio_file({"/music/a.ogg", row.content, 100, 5, {}, "{}", "", 1});
    EXPECT_TRUE(store->analyses_without_file(1).empty());
    ASSERT_EQ(store->analyses(2).size(), 1U);
    EXPECT_TRUE(store->analyses(2)[0].embedding.empty());
}

TEST_P(StoreContract, KnowsItsFilesOfSoundAndWhichTrackTheyAre) {
    const auto from = store->ensure_track(named("A", "Song"));
    const auto into = store->ensure_track(named("B", "Song"));
    store->set_audio_file({"/music/b.ogg", 7, 100, 1'700'000'000'123'456'789, from, "{}", "", 1});
    store->set_audio_file({"/music/a.ogg", 9, 50, 5, {}, "{}", "it holds no audio", 1});
    store->merge_tracks(from, into, timestamp_of(noon));
    reopen();

    const auto files = store->audio_files();
    ASSERT_EQ(files.size(), 2U);
    EXPECT_EQ(files[0].path, "/music/a.ogg");
    EXPECT_FALSE(files[0].track);
    EXPECT_EQ(files[0].problem, "it holds no audio");
    EXPECT_EQ(files[1].track, into);
    EXPECT_EQ(files[1].modified_ns, 1'700'000'000'123'456'789);
    store->forget_audio_file("/music/a.ogg");
    EXPECT_EQ(store->audio_files().size(), 1U);
    EXPECT_TRUE(store->check_integrity().empty());
}

TEST_P(StoreContract, SetsWhatAProviderSaysOfATrack) {
    const auto track = store->ensure_track(named("A", "Song"));
    library::AudioFeatures features;
    features[library::AudioFeature::tempo] = 120;
    store->set_features("attune", track, 1, features);
    features[library::AudioFeature::tempo] = 121;
    store->set_features("attune", track, 2, features);
    ASSERT_EQ(store->features("attune").size(), 1U);
    EXPECT_EQ(store->features("attune")[0].features[library::AudioFeature::tempo], 121);
}

TEST_P(StoreContract, CountsAPlayOnce) {
    const auto me = store->ensure_person("me");
    const auto song = named("A", "Song", id_x);
    const auto add = [&](const Listen& listen) {
        return store->add_listen(me, listen, ListenSource::spotify_extended);
    };
    EXPECT_EQ(add(play(song, noon)), Fate::imported);
    EXPECT_EQ(add(play(song, noon)), Fate::duplicate);
    EXPECT_EQ(add(play(song, noon + 1)), Fate::imported);
    EXPECT_EQ(add(play(song, noon, 1000)), Fate::imported);
    EXPECT_EQ(add(play(named("A", "Song", id_y), noon)), Fate::imported);
    EXPECT_EQ(
        store->add_listen(store->ensure_person("you"), play(song, noon), ListenSource::spotify_extended),
        Fate::imported);
    reopen();
    EXPECT_EQ(add(play(song, noon)), Fate::duplicate);
    EXPECT_EQ(store->listens(me).size(), 4U);
}

TEST_P(StoreContract, KeepsWhatIsKnownOfAListen) {
    const auto me = store->ensure_person("me");
    Listen listen = play(named("A", "Song"), noon);
    listen.reason_start = library::PlayReason::chosen;
    listen.reason_end = library::PlayReason::forward;
    listen.skipped = true;
    listen.platform = library::Platform::tv;
    store->add_listen(me, listen, ListenSource::spotify_extended);
    store->add_listen(me, play(named("A", "Early"), noon - 900, std::nullopt), ListenSource::lastfm);
    const auto rows = store->listens(me);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].ms_played, std::nullopt);
    EXPECT_EQ(rows[0].source, ListenSource::lastfm);
    EXPECT_EQ(rows[1].listened_at, listen.listened_at);
    EXPECT_EQ(rows[1].ended_at, listen.ended_at);
    EXPECT_EQ(rows[1].ms_played, 180'000);
    EXPECT_EQ(rows[1].reason_start, library::PlayReason::chosen);
    EXPECT_EQ(rows[1].reason_end, library::PlayReason::forward);
    EXPECT_EQ(rows[1].skipped, true);
    EXPECT_EQ(rows[1].shuffle, std::nullopt);
    EXPECT_EQ(rows[1].platform, library::Platform::tv);
}

/// The same plays from two sources, in either order of import.
class TwoSources : public StoreContract {};

INSTANTIATE_TEST_SUITE_P(All, TwoSources, testing::ValuesIn(backends),
                         [](const auto& info) { return std::string(info.param.name); });

void add_both_ways(Store& store, const std::vector<Listen>& extended, const std::vector<Listen>& account,
                   std::size_t n_plays) {
    for (const bool extended_first : {true, false}) {
        const auto person = store.ensure_person(extended_first ? "extended first" : "account first");
        for (int round = 0; round < 2; ++round) {
            const auto add_extended = [&] {
                for (const auto& row : extended)
                    store.add_listen(person, row, ListenSource::spotify_extended);
            };
            if (extended_first) add_extended();
            for (const auto& row : account) store.add_listen(person, row, ListenSource::spotify_account);
            if (!extended_first) add_extended();
        }
        EXPECT_EQ(store.listens(person).size(), n_plays)
            << (extended_first ? "extended first" : "account first");
    }
}

TEST_P(TwoSources, KeepTheRicherRecordOfOnePlay) {
    add_both_ways(*store, {play(named("A", "Song", id_x), noon + 42)},
                  {play(named("A", "Song"), noon, 180'400)}, 1);
    for (const auto& person : store->people()) {
        EXPECT_EQ(store->listens(person.id)[0].source, ListenSource::spotify_extended);
        EXPECT_EQ(store->listens(person.id)[0].ended_at, timestamp_of(noon + 42));
    }
}

TEST_P(TwoSources, DifferByMoreThanASourceMay) {
    const auto song = named("A", "Song", id_x);
    add_both_ways(*store, {play(song, noon + 61)}, {play(named("A", "Song"), noon)}, 2);
}

TEST_P(TwoSources, DifferInLength) {
    add_both_ways(*store, {play(named("A", "Song", id_x), noon)}, {play(named("A", "Song"), noon, 181'001)},
                  2);
}

TEST_P(TwoSources, DifferInTitle) {
    add_both_ways(*store, {play(named("A", "Song", id_x), noon)}, {play(named("A", "Other Song"), noon)}, 2);
}

TEST_P(TwoSources, KeepRepeatsApart) {
    const auto with_id = named("A", "Song", id_x);
    const auto without = named("A", "Song");
    add_both_ways(
        *store,
        {play(with_id, noon + 5, 20'000), play(with_id, noon + 25, 20'100), play(with_id, noon + 70, 20'000)},
        {play(without, noon, 20'000), play(without, noon, 20'100), play(without, noon + 60, 20'000)}, 3);
}

TEST_P(TwoSources, MatchByLengthWithinAMinute) {
    const auto me = store->ensure_person("me");
    store->add_listen(me, play(named("A", "Song", id_x), noon + 2, 3000), ListenSource::spotify_extended);
    store->add_listen(me, play(named("A", "Song", id_x), noon + 50, 3500), ListenSource::spotify_extended);
    // The nearer end is that of the other play.
    EXPECT_EQ(store->add_listen(me, play(named("A", "Song"), noon, 3500), ListenSource::spotify_account),
              Fate::duplicate);
    EXPECT_EQ(store->add_listen(me, play(named("A", "Song"), noon, 3000), ListenSource::spotify_account),
              Fate::duplicate);
    EXPECT_EQ(store->listens(me).size(), 2U);
}

TEST_P(StoreContract, MatchesScrobblesByTheirStarts) {
    const auto me = store->ensure_person("me");
    auto scrobble = play(named("A", "Song"), noon - 170, std::nullopt);
    store->add_listen(me, scrobble, ListenSource::lastfm);
    EXPECT_EQ(store->add_listen(me, play(named("A", "Song", id_x), noon), ListenSource::spotify_extended),
              Fate::duplicate);
    EXPECT_EQ(store->add_listen(me, scrobble, ListenSource::lastfm), Fate::duplicate);
    // A second scrobble of this time is another play; the one play of the other source is taken.
    scrobble.listened_at += std::chrono::seconds(20);
    scrobble.ended_at = scrobble.listened_at;
    EXPECT_EQ(store->add_listen(me, scrobble, ListenSource::lastfm), Fate::imported);
    EXPECT_EQ(store->listens(me).size(), 2U);
    EXPECT_TRUE(store->check_integrity().empty());
}

TEST_P(StoreContract, MatchesThreeSourcesOfOnePlay) {
    const auto me = store->ensure_person("me");
    store->add_listen(me, play(named("A", "Song"), noon - 150, std::nullopt), ListenSource::lastfm);
    store->add_listen(me, play(named("A", "Song"), noon), ListenSource::spotify_account);
    store->add_listen(me, play(named("A", "Song", id_x), noon + 20), ListenSource::spotify_extended);
    ASSERT_EQ(store->listens(me).size(), 1U);
    EXPECT_EQ(store->listens(me)[0].source, ListenSource::spotify_extended);
    EXPECT_EQ(store->add_listen(me, play(named("A", "Song"), noon), ListenSource::spotify_account),
              Fate::duplicate);
}

TEST_P(StoreContract, TellsWhichRecordsWereRecognised) {
    const auto me = store->ensure_person("me");
    store->add_listen(me, play(named("A", "Song", id_x), noon + 42), ListenSource::spotify_extended);
    store->add_listen(me, play(named("A", "Song"), noon), ListenSource::spotify_account);
    const auto matches = store->listen_matches(me);
    ASSERT_EQ(matches.size(), 1U);
    EXPECT_EQ(matches[0].source, ListenSource::spotify_account);
    EXPECT_EQ(matches[0].ended_at, timestamp_of(noon));
    EXPECT_EQ(matches[0].ms_played, 180'000);
    EXPECT_EQ(matches[0].kept.source, ListenSource::spotify_extended);
    EXPECT_EQ(matches[0].kept.ended_at, timestamp_of(noon + 42));
    EXPECT_TRUE(store->listen_matches(store->ensure_person("you")).empty());
}

TEST_P(StoreContract, RemembersDroppedRows) {
    const auto me = store->ensure_person("me");
    EXPECT_TRUE(store->add_dropped_digest(me, 0xFFFF'FFFF'FFFF'FFFFU));
    EXPECT_FALSE(store->add_dropped_digest(me, 0xFFFF'FFFF'FFFF'FFFFU));
    EXPECT_TRUE(store->add_dropped_digest(store->ensure_person("you"), 0xFFFF'FFFF'FFFF'FFFFU));
}

TEST_P(StoreContract, KeepsPlaylistsInOrder) {
    const auto me = store->ensure_person("me");
    const auto add = [&](std::size_t number, const char* title, std::optional<Timestamp> added_at) {
        return store->add_playlist_entry(me, "spotify", {"List", number, named("A", title), added_at, ""});
    };
    EXPECT_EQ(add(0, "Two", std::nullopt), Fate::imported);
    EXPECT_EQ(add(0, "One", timestamp_of(noon)), Fate::imported);
    EXPECT_EQ(add(0, "Two", std::nullopt), Fate::duplicate);
    EXPECT_EQ(add(0, "One", timestamp_of(noon)), Fate::duplicate);
    EXPECT_EQ(add(0, "One", timestamp_of(noon + 1)), Fate::imported);
    EXPECT_EQ(add(1, "One", std::nullopt), Fate::imported);
    const auto playlists = store->playlists(me);
    ASSERT_EQ(playlists.size(), 2U);
    EXPECT_EQ(playlists[0].name, "List");
    EXPECT_EQ(playlists[0].kind, "spotify");
    ASSERT_EQ(playlists[0].items.size(), 3U);
    EXPECT_EQ(store->track(playlists[0].items[0].track)->track_name, "Two");
    EXPECT_EQ(playlists[0].items[0].added_at, std::nullopt);
    EXPECT_EQ(playlists[0].items[1].added_at, timestamp_of(noon));
    EXPECT_EQ(playlists[1].items.size(), 1U);
    EXPECT_EQ(store->counts(me).playlists, 2);
}

TEST_P(StoreContract, KeepsTracksThatAPlaylistRepeats) {
    const auto me = store->ensure_person("me");
    const auto add = [&](const char* title, std::size_t occurrence) {
        library::PlaylistEntry entry{"List", 0, named("A", title), timestamp_of(noon), ""};
        entry.occurrence = occurrence;
        return store->add_playlist_entry(me, "spotify", entry);
    };
    for (const auto fate : {Fate::imported, Fate::duplicate}) {
        EXPECT_EQ(add("One", 1), fate);
        EXPECT_EQ(add("Two", 1), fate);
        EXPECT_EQ(add("One", 2), fate);
    }
    EXPECT_EQ(store->playlists(me).at(0).items.size(), 3U);
    EXPECT_EQ(store->playlists(me).at(0).number, 0U);
}

/// The titles of a playlist, in order.
std::string titles_of(Store& store, library::PersonId person) {
    std::string titles;
    const auto playlists = store.playlists(person);
    for (const auto& item : playlists.at(0).items)
        titles += (titles.empty() ? "" : " ") + store.track(item.track)->track_name;
    return titles;
}

TEST_P(StoreContract, ChangesPlaylistsAndTakesChangesBack) {
    const auto me = store->ensure_person("me");
    const auto import = [&](const char* title) {
        return store->add_playlist_entry(me, "spotify",
                                         {"List", 0, named("A", title), timestamp_of(noon), ""});
    };
    for (const auto* title : {"One", "Two", "Three"}) import(title);
    const auto before = store->playlists(me)[0];
    const auto without = [&](std::size_t at) {
        PlaylistContent content{before.id, store->playlists(me)[0].items};
        content.items.erase(content.items.begin() + static_cast<std::ptrdiff_t>(at));
        return content;
    };
    const auto first = store->change_playlists(me, std::array{without(1)}, "less", timestamp_of(noon));
    const auto second =
        store->change_playlists(me, std::array{without(0)}, "still less", timestamp_of(noon + 1));
    EXPECT_EQ(titles_of(*store, me), "Three");

    // What was taken off does not come back with the next import of the same file; what is new comes.
    EXPECT_EQ(import("Two"), Fate::duplicate);
    EXPECT_EQ(import("Four"), Fate::imported);
    EXPECT_EQ(titles_of(*store, me), "Three Four");

    EXPECT_EQ(error_of([&] { store->undo_playlist_change(me, first, timestamp_of(noon)); }),
              ErrorCode::conflict);
    store->undo_playlist_change(me, second, timestamp_of(noon + 2));
    EXPECT_EQ(titles_of(*store, me), "One Three Four");
    EXPECT_EQ(error_of([&] { store->undo_playlist_change(me, second, timestamp_of(noon)); }),
              ErrorCode::conflict);
    store->undo_playlist_change(me, first, timestamp_of(noon + 3));
    EXPECT_EQ(titles_of(*store, me), "One Two Three Four");
    EXPECT_EQ(error_of([&] { store->undo_playlist_change(me, 99, timestamp_of(noon)); }),
              ErrorCode::not_found);

    const auto changes = store->playlist_changes(me);
    ASSERT_EQ(changes.size(), 4U);
    EXPECT_TRUE(changes[0].is_undone);
    EXPECT_EQ(changes[3].undoes, first);
    EXPECT_EQ(changes[3].text, "undo: less");
    const auto versions = store->playlist_versions(before.id);
    ASSERT_EQ(versions.size(), 6U);  // as imported, less, still less, with Four, both undone
    EXPECT_EQ(versions[0].text, "");
    EXPECT_EQ(versions[2].parent, 2);
    EXPECT_EQ(versions[3].n_tracks, 2);
    EXPECT_EQ(store->playlist_version(before.id, 1).size(), 3U);
    EXPECT_EQ(error_of([&] { store->playlist_version(before.id, 7); }), ErrorCode::not_found);
    EXPECT_TRUE(store->check_integrity().empty());
}

/// Who added the entries of the first playlist, in order; "-" where nobody says.
std::string adders_of(Store& store, library::PersonId person) {
    std::string adders;
    const auto playlists = store.playlists(person);
    for (const auto& item : playlists.at(0).items)
        adders += (adders.empty() ? "" : " ") + (item.added_by.empty() ? "-" : item.added_by);
    return adders;
}

TEST_P(StoreContract, KnowsWhoAddedAnEntryByALetterAndNotByAccount) {
    const auto me = store->ensure_person("me");
    const auto add = [&](const char* title, const char* account, const char* name) {
        return store->add_playlist_entry(me, "exportify",
                                         {"List", 0, named("A", title), timestamp_of(noon), account}, name);
    };
    add("One", "zoe", "");
    add("Two", "max", "");
    add("Three", "", "");
    add("Four", "zoe", "");
    add("Five", "max", "Anna");
    EXPECT_EQ(adders_of(*store, me), "A B - A Anna");
    EXPECT_EQ(store->contributors(me), (std::vector<std::string>{"A", "B", "Anna"}));

    store->rename_contributor(me, "B", "Max");
    EXPECT_EQ(adders_of(*store, me), "A Max - A Anna");
    EXPECT_EQ(error_of([&] { store->rename_contributor(me, "B", "C"); }), ErrorCode::not_found);
    EXPECT_EQ(error_of([&] { store->rename_contributor(me, "A", "Anna"); }), ErrorCode::conflict);
    EXPECT_EQ(error_of([&] { store->rename_contributor(me, "A", ""); }), ErrorCode::invalid_argument);
    EXPECT_TRUE(store->contributors(store->ensure_person("you")).empty());

    // Whoever is renamed is known again; an entry that did not say who added it learns that.
    EXPECT_EQ(add("Six", "max", ""), Fate::imported);
    EXPECT_EQ(add("Three", "new", ""), Fate::duplicate);
    EXPECT_EQ(adders_of(*store, me), "A Max B A Anna Max");
    EXPECT_TRUE(store->check_integrity().empty());
}

TEST_P(StoreContract, RemembersWhoAddedAnEntryOverChanges) {
    const auto me = store->ensure_person("me");
    for (const auto* title : {"One", "Two"})
        store->add_playlist_entry(me, "exportify", {"List", 0, named("A", title), timestamp_of(noon), title});
    const auto before = store->playlists(me)[0];
    PlaylistContent content{before.id, {before.items[1]}};
    const auto change = store->change_playlists(me, std::array{content}, "less", timestamp_of(noon));
    EXPECT_EQ(adders_of(*store, me), "B");
    store->undo_playlist_change(me, change, timestamp_of(noon));
    EXPECT_EQ(adders_of(*store, me), "A B");
    store->delete_person("me");
    EXPECT_TRUE(store->check_integrity().empty());
}

TEST_P(StoreContract, UndoesAChangeOfSeveralPlaylistsAsAWhole) {
    const auto me = store->ensure_person("me");
    const auto song = store->ensure_track(named("A", "Song"));
    const auto from = store->ensure_own_playlist(me, "From");
    const auto into = store->ensure_own_playlist(me, "Into");
    EXPECT_EQ(store->ensure_own_playlist(me, "From"), from);
    const std::vector<PlaylistItemRow> items{{song, std::nullopt}};
    store->change_playlists(me, std::array{PlaylistContent{from, items}}, "made", timestamp_of(noon));
    const auto moved = store->change_playlists(
        me, std::array{PlaylistContent{from, {}}, PlaylistContent{into, items}}, "moved", timestamp_of(noon));
    EXPECT_TRUE(store->playlists(me)[0].items.empty());
    store->undo_playlist_change(me, moved, timestamp_of(noon));
    EXPECT_EQ(store->playlists(me)[0].items.size(), 1U);
    EXPECT_TRUE(store->playlists(me)[1].items.empty());
}

TEST_P(StoreContract, RemembersTheLastDecisionOnATrackOfAPlaylist) {
    const auto me = store->ensure_person("me");
    const auto song = store->ensure_track(named("A", "Song"));
    const auto other = store->ensure_track(named("A", "Other"));
    const auto list = store->ensure_own_playlist(me, "List");
    store->decide_on_playlist({list, song, false, timestamp_of(noon)});
    store->decide_on_playlist({list, song, true, timestamp_of(noon + 1)});
    store->merge_tracks(song, other, timestamp_of(noon));
    const auto decisions = store->playlist_decisions(me);
    ASSERT_EQ(decisions.size(), 1U);
    EXPECT_EQ(decisions[0].track, other);
    EXPECT_TRUE(decisions[0].keep);
    store->delete_person("me");
    EXPECT_TRUE(store->playlist_decisions(me).empty());
    EXPECT_TRUE(store->check_integrity().empty());
}

TEST_P(StoreContract, KeepsMarks) {
    const auto me = store->ensure_person("me");
    using library::MarkKind;
    TrackDescription artist;
    artist.artist_name = "A";
    EXPECT_EQ(store->add_mark(me, {MarkKind::saved_track, named("A", "Song")}), Fate::imported);
    EXPECT_EQ(store->add_mark(me, {MarkKind::saved_track, named("a", "SONG")}), Fate::duplicate);
    EXPECT_EQ(store->add_mark(me, {MarkKind::banned_artist, artist}), Fate::imported);
    EXPECT_EQ(store->add_mark(me, {MarkKind::banned_artist, artist}), Fate::duplicate);
    const auto marks = store->marks(me);
    ASSERT_EQ(marks.size(), 2U);
    EXPECT_EQ(marks[0].track, store->find_track(named("A", "Song"))->track);
    EXPECT_FALSE(marks[0].artist);
    EXPECT_EQ(marks[1].artist, store->find_artist("A"));
    EXPECT_FALSE(marks[1].track);
}

TEST_P(StoreContract, ListsImports) {
    const auto me = store->ensure_person("me");
    store->add_import({0, me, "a.json", "spotify_extended", timestamp_of(noon), R"({"rows":1})"});
    store->add_import({0, {}, "c.csv", "catalogue", timestamp_of(noon + 1), "{}"});
    const auto imports = store->imports();
    ASSERT_EQ(imports.size(), 2U);
    EXPECT_EQ(imports[0].person, me);
    EXPECT_EQ(imports[0].report, R"({"rows":1})");
    EXPECT_FALSE(imports[1].person);
    EXPECT_LT(imports[0].id, imports[1].id);
}

TEST_P(StoreContract, KeepsWhatACatalogueKnows) {
    auto row = catalogue_row(named("A", "Song", id_x), 0.25F);
    row.popularity = 55;
    row.is_explicit = true;
    row.release_year = 1999;
    row.tags = {"pop", " dance pop ", ""};
    EXPECT_EQ(store->add_catalogue_track("catalogue:c", row), Fate::imported);
    EXPECT_EQ(store->add_catalogue_track("catalogue:c", row), Fate::duplicate);
    const auto tracks = store->tracks();
    ASSERT_EQ(tracks.size(), 1U);
    EXPECT_TRUE(tracks[0].in_catalogue);
    EXPECT_EQ(tracks[0].popularity, 55.0F);
    EXPECT_EQ(tracks[0].is_explicit, true);
    EXPECT_EQ(tracks[0].release_year, 1999);
    EXPECT_EQ(tracks[0].spotify_id, id_x);
    EXPECT_EQ(store->track(tracks[0].id)->popularity, 55.0F);
    const auto features = store->features("catalogue:c");
    ASSERT_EQ(features.size(), 1U);
    EXPECT_EQ(features[0].track, tracks[0].id);
    EXPECT_EQ(features[0].features[library::AudioFeature::energy], 0.25F);
    EXPECT_TRUE(is_missing(features[0].features[library::AudioFeature::tempo]));
    EXPECT_TRUE(store->features("catalogue:other").empty());
    ASSERT_EQ(store->tags().size(), 2U);
    EXPECT_EQ(store->tags()[1].tag, "dance pop");
    ASSERT_EQ(store->providers().size(), 1U);
    EXPECT_EQ(store->providers()[0].n_tracks, 1);
    EXPECT_EQ(store->providers()[0].n_with_features, 1);
}

TEST_P(StoreContract, TakesTheFirstRowOfATrackInAnImport) {
    const auto import = [&](std::initializer_list<float> energies) {
        const auto transaction = store->begin();
        for (const float energy : energies) {
            store->add_catalogue_track("catalogue:c", catalogue_row(named("A", "Song", id_x), energy));
        }
        transaction->commit();
        return store->features("catalogue:c").at(0).features[library::AudioFeature::energy];
    };
    EXPECT_EQ(import({0.1F, 0.2F}), 0.1F);
    EXPECT_EQ(import({0.1F, 0.2F}), 0.1F);
    EXPECT_EQ(import({0.3F, 0.4F}), 0.3F);
}

TEST_P(StoreContract, AddsTheTagsOfEveryRowOfATrack) {
    auto row = catalogue_row(named("A", "Song", id_x), 0.5F);
    const auto transaction = store->begin();
    row.tags = {"pop"};
    store->add_catalogue_track("catalogue:c", row);
    row.tags = {"rock"};
    EXPECT_EQ(store->add_catalogue_track("catalogue:c", row), Fate::imported);
    row.popularity = 1;
    EXPECT_EQ(store->add_catalogue_track("catalogue:c", row), Fate::duplicate);
    transaction->commit();
    EXPECT_EQ(store->tags().size(), 2U);
}

TEST_P(StoreContract, GivesAPlayedTrackTheCataloguesId) {
    store->ensure_track(named("A", "Song", id_x));
    store->add_catalogue_track("catalogue:c", catalogue_row(named("A", "Song", id_y), 0.5F));
    ASSERT_EQ(store->tracks().size(), 1U);
    EXPECT_EQ(store->tracks()[0].spotify_id, id_y);
}

TEST_P(StoreContract, JoinsTheGenresOfAnArtist) {
    EXPECT_EQ(store->add_artist_genres("genres:a", {"A", {"rock", "pop"}}), Fate::imported);
    EXPECT_EQ(store->add_artist_genres("genres:a", {"A", {"pop", "rock"}}), Fate::duplicate);
    EXPECT_EQ(store->add_artist_genres("genres:b", {"a", {"pop", "indie"}}), Fate::imported);
    EXPECT_EQ(store->add_artist_genres("genres:a", {"B", {}}), Fate::imported);
    EXPECT_EQ(store->add_artist_genres("genres:a", {"B", {}}), Fate::duplicate);
    const auto artists = store->artists();
    ASSERT_EQ(artists.size(), 2U);
    EXPECT_EQ(artists[0].name, "A");
    EXPECT_EQ(artists[0].key, "a");
    EXPECT_EQ(artists[0].genres, (std::vector<std::string>{"rock", "pop", "indie"}));
    EXPECT_TRUE(artists[1].genres.empty());
}

TEST_P(StoreContract, CountsWhatIsCovered) {
    const auto me = store->ensure_person("me");
    for (int i = 0; i < 3; ++i) {
        store->add_listen(me, play(named("A", "Song", id_x), noon + 900 * i), ListenSource::spotify_extended);
    }
    store->add_listen(me, play(named("B", "Other", id_y), noon + 9000), ListenSource::spotify_extended);
    store->add_catalogue_track("catalogue:c", catalogue_row(named("A", "Song", id_z), 0.5F));
    store->add_catalogue_track("catalogue:c", catalogue_row(named("C", "Unheard"), 0.5F));
    library::CatalogueTrack silent;
    silent.track = named("B", "Other");
    silent.features[library::AudioFeature::duration_ms] = 1000;
    store->add_catalogue_track("catalogue:c", silent);
    store->add_artist_genres("genres:a", {"B", {"rock"}});
    const auto counts = store->counts(me);
    EXPECT_EQ(counts.listens, 4);
    EXPECT_EQ(counts.tracks, 2);
    EXPECT_EQ(counts.artists, 2);
    EXPECT_EQ(counts.library_tracks, 3);
    EXPECT_EQ(counts.library_artists, 3);
    EXPECT_EQ(counts.catalogue_tracks, 3);
    EXPECT_EQ(counts.plays_with_features, 3);
    EXPECT_EQ(counts.tracks_with_features, 1);
    EXPECT_EQ(counts.plays_with_genres, 1);
    EXPECT_EQ(counts.tracks_with_genres, 1);
    EXPECT_EQ(counts.artists_with_genres, 1);
}

TEST_P(StoreContract, KeepsEveryChangeOfALabel) {
    const auto me = store->ensure_person("me");
    const auto one = store->ensure_track(named("A", "One"));
    const auto two = store->ensure_track(named("A", "Two"));
    using library::LabelValue;
    store->set_label(me, two, LabelValue::like, "command", timestamp_of(noon));
    store->set_label(me, one, LabelValue::like, "command", timestamp_of(noon + 1));
    store->set_label(me, one, LabelValue::dislike, "playlist", timestamp_of(noon + 2));
    store->set_label(me, two, std::nullopt, "command", timestamp_of(noon + 3));
    const auto labels = store->labels(me);
    ASSERT_EQ(labels.size(), 1U);
    EXPECT_EQ(labels[0].track, one);
    EXPECT_EQ(labels[0].value, LabelValue::dislike);
    EXPECT_EQ(labels[0].origin, "playlist");
    const auto history = store->label_history(me);
    ASSERT_EQ(history.size(), 4U);
    EXPECT_EQ(history[0].track, two);
    EXPECT_EQ(history[3].value, std::nullopt);
    EXPECT_EQ(history[3].at, timestamp_of(noon + 3));
}

TEST_P(StoreContract, BlocksArtistsUntilTheyAreUnblocked) {
    const auto me = store->ensure_person("me");
    const auto a = store->ensure_artist("A");
    const auto b = store->ensure_artist("B");
    store->set_artist_blocked(me, a, true, timestamp_of(noon));
    store->set_artist_blocked(me, b, true, timestamp_of(noon));
    store->set_artist_blocked(me, a, false, timestamp_of(noon + 1));
    EXPECT_EQ(store->blocked_artists(me), std::vector{b});
}

TEST_P(StoreContract, RestoresAnEarlierRun) {
    const auto me = store->ensure_person("me");
    EXPECT_FALSE(store->current_run(me).has_value());
    RunRow run;
    run.person = me;
    run.at = timestamp_of(noon);
    run.seed = 0xFFFF'FFFF'FFFF'FFFFU;
    run.version = "0.1.0";
    run.fingerprint = "f";
    run.summary = "{}";
    const auto first = store->add_run(run);
    const auto second = store->add_run(run);
    EXPECT_EQ(store->current_run(me)->id, second);
    store->restore_run(me, first);
    EXPECT_EQ(store->current_run(me)->id, first);
    EXPECT_EQ(store->current_run(me)->seed, run.seed);
    EXPECT_EQ(store->current_run(me)->summary, "{}");
    ASSERT_EQ(store->runs(me).size(), 2U);
    EXPECT_TRUE(store->runs(me)[0].is_current);
    EXPECT_FALSE(store->runs(me)[1].is_current);
    const auto you = store->ensure_person("you");
    EXPECT_EQ(error_of([&] { store->restore_run(you, first); }), ErrorCode::not_found);
    EXPECT_FALSE(store->current_run(you).has_value());
}

TEST_P(StoreContract, ForgetsARunAndKeepsWhatWasOfferedUnderIt) {
    const auto me = store->ensure_person("me");
    const auto you = store->ensure_person("you");
    const auto track = store->ensure_track(named("A", "One"));
    RunRow run;
    run.person = me;
    const auto first = store->add_run(run);
    const auto second = store->add_run(run);
    store->set_candidates(me, {1, first, timestamp_of(noon), 0, 0, 0, 0},
                          std::array{CandidateRow{1, 1, track, 1, 1}});
    EXPECT_EQ(error_of([&] { store->delete_run(you, first); }), ErrorCode::not_found);
    store->delete_run(me, first);
    ASSERT_EQ(store->runs(me).size(), 1U);
    EXPECT_EQ(store->current_run(me)->id, second);
    EXPECT_EQ(store->candidates(me, 1).size(), 1U);
    EXPECT_EQ(store->cycles(me)[0].run, library::RunId{});
    store->delete_run(me, second);
    EXPECT_FALSE(store->current_run(me).has_value());
    EXPECT_TRUE(store->check_integrity().empty());
}

TEST_P(StoreContract, CountsTheLabelsOfACycle) {
    const auto me = store->ensure_person("me");
    const auto one = store->ensure_track(named("A", "One"));
    const auto two = store->ensure_track(named("A", "Two"));
    RunRow run;
    run.person = me;
    CycleRow cycle;
    cycle.number = 1;
    cycle.run = store->add_run(run);
    cycle.at = timestamp_of(noon);
    const std::string told("bytes\0\xff", 7);
    store->set_candidates(me, cycle, std::array{CandidateRow{1, 1, two, 0.75, 0.5, "of the list before"}});
    store->set_candidates(me, cycle,
                          std::array{CandidateRow{1, 1, one, 2, 0.9}, CandidateRow{1, 2, two, 1, 0.8, told}});
    store->set_label(me, one, library::LabelValue::like, "command", timestamp_of(noon));
    store->set_label(me, two, library::LabelValue::dislike, "command", timestamp_of(noon));
    store->set_label(me, two, library::LabelValue::skip, "command", timestamp_of(noon));
    const auto cycles = store->cycles(me);
    ASSERT_EQ(cycles.size(), 1U);
    EXPECT_EQ(cycles[0].run, cycle.run);
    EXPECT_EQ(cycles[0].n_offered, 2);
    EXPECT_EQ(cycles[0].n_liked, 1);
    EXPECT_EQ(cycles[0].n_disliked, 0);
    EXPECT_EQ(cycles[0].n_skipped, 1);
    const auto candidates = store->candidates(me, 1);
    ASSERT_EQ(candidates.size(), 2U);
    EXPECT_EQ(candidates[0].track, one);
    EXPECT_EQ(candidates[1].rank, 2);
    EXPECT_EQ(candidates[0].told, "");
    EXPECT_EQ(candidates[1].told, told);
    EXPECT_TRUE(store->offered_before(me, 1).empty());
    EXPECT_EQ(store->offered_before(me, 2), (std::vector{one, two}));
    EXPECT_EQ(candidates[1].score, 1);
    EXPECT_EQ(candidates[1].probability, 0.8);
    EXPECT_TRUE(store->candidates(me, 2).empty());
}

}  // namespace
}  // namespace attune::store
