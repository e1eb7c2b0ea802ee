#include "core/error.h"
#include "store/rules/matching.h"
#include "store/rules/plays.h"
#include "store/rules/undo.h"

#include <gtest/gtest.h>

namespace attune::store {
namespace {

using library::ListenSource;
using library::TrackId;
using std::chrono::seconds;

library::TrackDescription description(std::string title, std::optional<int> duration_ms = std::nullopt) {
    library::TrackDescription track;
    track.artist_name = "A";
    track.track_name = std::move(title);
    track.duration_ms = duration_ms;
    return track;
}

std::optional<TrackId> best(std::vector<TrackCandidate> candidates, const library::TrackDescription& track,
                            std::string_view title_key = "song") {
    const auto found = best_candidate(candidates, track, title_key);
    return found ? std::optional(found->track) : std::nullopt;
}

TEST(Matching, AsksForANearDurationWhereBothAreKnown) {
    const TrackCandidate candidate{{1}, NameKind::own, 200'000, false, false};
    EXPECT_EQ(best({candidate}, description("Song", 203'000)), TrackId{1});
    EXPECT_EQ(best({candidate}, description("Song", 203'001)), std::nullopt);
    EXPECT_EQ(best({candidate}, description("Song")), TrackId{1});
}

TEST(Matching, AsksForTheReleaseOfATitleThatEverybodyHas) {
    EXPECT_EQ(best({{{1}, NameKind::own, 60'000, true, false}}, description("Intro"), "intro"), std::nullopt);
    EXPECT_EQ(best({{{1}, NameKind::own, 60'000, true, true}}, description("Intro"), "intro"), TrackId{1});
    EXPECT_EQ(best({{{1}, NameKind::own, 60'000, true, false}}, description("Intro", 60'000), "intro"),
              TrackId{1});
}

TEST(Matching, TakesAJoinByHandWhateverItsDuration) {
    EXPECT_EQ(best({{{1}, NameKind::manual, 100'000, false, false}}, description("Song", 200'000)),
              TrackId{1});
}

TEST(Matching, PrefersOwnNamesThenDurationsThenReleasesThenCataloguesThenTheFirst) {
    const auto track = description("Song", 200'000);
    const TrackCandidate plain{{1}, NameKind::own, 202'000, false, false};
    auto better = plain;
    better.track = {2};
    EXPECT_EQ(best({better, plain}, track), TrackId{1});
    better.in_catalogue = true;
    EXPECT_EQ(best({plain, better}, track), TrackId{2});
    auto same_release = plain;
    same_release.track = {3};
    same_release.same_release = true;
    EXPECT_EQ(best({better, same_release}, track), TrackId{3});
    auto nearer = plain;
    nearer.track = {4};
    nearer.duration_ms = 201'000;
    EXPECT_EQ(best({same_release, nearer}, track), TrackId{4});
    nearer.kind = NameKind::alternative;
    EXPECT_EQ(best({same_release, nearer}, track), TrackId{3});
}

PlayRecord record(ListenSource source, int end_s, std::optional<int> ms_played = 180'000) {
    const auto end = timestamp_of(1'700'000'040) + seconds(end_s);
    return {source, end - seconds(ms_played.value_or(0) / 1000), end, ms_played};
}

TEST(Plays, AreOneWithinAMinuteAndASecond) {
    const auto mine = record(ListenSource::spotify_extended, 0);
    EXPECT_TRUE(is_same_play(mine, record(ListenSource::csv, 60, 181'000)));
    EXPECT_FALSE(is_same_play(mine, record(ListenSource::csv, 61, 180'000)));
    EXPECT_FALSE(is_same_play(mine, record(ListenSource::csv, 0, 181'001)));
}

TEST(Plays, AreComparedByTheirStartsWhereOneStatesNoLength) {
    const auto scrobble = record(ListenSource::lastfm, 0, std::nullopt);
    EXPECT_TRUE(is_same_play(scrobble, record(ListenSource::spotify_extended, 180 + 60)));
    EXPECT_FALSE(is_same_play(scrobble, record(ListenSource::spotify_extended, 180 + 61)));
}

TEST(Plays, OfTheSameMinuteAreNearerThanThoseOfTheNext) {
    const auto coarse = record(ListenSource::spotify_account, 0);
    EXPECT_TRUE(is_nearer(coarse, record(ListenSource::spotify_extended, 59),
                          record(ListenSource::spotify_extended, -1)));
    EXPECT_TRUE(is_nearer(coarse, record(ListenSource::spotify_extended, 50, 180'000),
                          record(ListenSource::spotify_extended, 1, 180'500)));
}

TEST(Plays, LieWhereTheirPartnersAreLookedFor) {
    for (const auto& one : {record(ListenSource::csv, 0), record(ListenSource::lastfm, 0, std::nullopt)}) {
        const auto [from, until] = where_partners_end(one);
        for (int end = -8'000; end < 8'000; end += 10) {
            const auto other = record(ListenSource::spotify_extended, end);
            if (is_same_play(one, other))
                EXPECT_TRUE(from <= other.ended_at && other.ended_at < until) << end;
        }
    }
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

CorrectionRow correction(std::int64_t id, std::int64_t before, std::int64_t after) {
    CorrectionRow row;
    row.id = id;
    row.kind = CorrectionKind::joined;
    row.track_before = {before};
    row.track_after = {after};
    return row;
}

TEST(Undo, TakesTheLastCorrectionOfATrackFirst) {
    std::vector all{correction(1, 1, 2), correction(2, 3, 4), correction(3, 2, 5)};
    EXPECT_EQ(correction_to_undo(all, 3).id, 3);
    EXPECT_EQ(correction_to_undo(all, 2).id, 2);
    EXPECT_EQ(error_of([&] { correction_to_undo(all, 1); }), ErrorCode::conflict);
    EXPECT_EQ(error_of([&] { correction_to_undo(all, 9); }), ErrorCode::not_found);
    all[2].is_undone = true;
    EXPECT_EQ(correction_to_undo(all, 1).id, 1);
    EXPECT_EQ(error_of([&] { correction_to_undo(all, 3); }), ErrorCode::conflict);
    all[2] = correction(3, 2, 2);
    all[2].kind = CorrectionKind::kept;
    EXPECT_EQ(correction_to_undo(all, 1).id, 1) << "what is kept changes nothing";
}

TEST(Undo, TakesTheLastChangeOfAPlaylistFirst) {
    PlaylistChangeRow first;
    first.id = 1;
    first.playlists = {{1}, {2}};
    PlaylistChangeRow later = first;
    later.id = 2;
    later.playlists = {{2}};
    std::vector all{first, later};
    EXPECT_EQ(change_to_undo(all, 2).id, 2);
    EXPECT_EQ(error_of([&] { change_to_undo(all, 1); }), ErrorCode::conflict);
    all[1].playlists = {{3}};
    EXPECT_EQ(change_to_undo(all, 1).id, 1);
    EXPECT_EQ(error_of([&] { change_to_undo(all, 9); }), ErrorCode::not_found);
}

TEST(Undo, KeepsWhatCameToAPlaylistSince) {
    const auto item = [](std::int64_t track) { return PlaylistItemRow{{track}, std::nullopt}; };
    const std::vector left{item(1)};
    const std::vector now{item(1), item(3), item(2)};
    const auto items = items_without_change({item(1), item(2)}, left, now);
    EXPECT_TRUE(is_same(items, std::vector{item(1), item(2), item(3)}));
}

}  // namespace
}  // namespace attune::store
