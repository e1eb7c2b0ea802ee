#include "taste/evidence.h"

#include "taste/small_library.h"

#include <gtest/gtest.h>

#include <numeric>

namespace attune::taste {
namespace {

using library::TrackIndex;

std::vector<TrackIndex> all_tracks(const library::Collection& collection) {
    std::vector<TrackIndex> tracks(collection.tracks.size());
    std::iota(tracks.begin(), tracks.end(), TrackIndex{0});
    return tracks;
}

std::size_t column(std::string_view name) {
    const auto columns = evidence_columns();
    return static_cast<std::size_t>(std::ranges::find(columns, name, &EvidenceColumn::name) -
                                    columns.begin());
}

void expect_same(const Matrix& a, const Matrix& b, double tolerance = 0, std::string_view but_for = "-") {
    ASSERT_EQ(a.n_rows(), b.n_rows());
    for (std::size_t i = 0; i < a.n_rows(); ++i) {
        for (std::size_t c = 0; c < a.n_columns(); ++c) {
            if (is_missing(a(i, c)) && is_missing(b(i, c))) continue;
            if (evidence_columns()[c].name.starts_with(but_for)) continue;
            EXPECT_NEAR(a(i, c), b(i, c), tolerance) << "row " << i << ", " << evidence_columns()[c].name;
        }
    }
}

Matrix left_out_row(const SmallLibrary& small, TrackIndex track) {
    const auto space = make_surroundings(small.collection, 8);
    const Evidence evidence(small.collection, small.history, small.now, space);
    return evidence.rows(std::vector{track}, true);
}

TEST(Evidence, OfATrackThatIsLeftOutDoesNotDependOnItsOwnPlays) {
    for (const TrackIndex track : {TrackIndex{0}, TrackIndex{2}, TrackIndex{7}, TrackIndex{16}}) {
        auto small = make_small_library();
        const auto before = left_out_row(small, track);
        // The first and the last moment of the track stay; what happened at them turns round.
        for (auto& played : small.history.plays) {
            if (played.track != track) continue;
            const bool was_heard = *played.ms_played >= 90'000;
            played = play(track, 0, was_heard ? 3'000 : 200'000,
                          was_heard ? library::PlayReason::forward : library::PlayReason::track_done);
        }
        std::ranges::stable_sort(small.history.plays, {}, &library::Play::listened_at);
        // What the listener keeps on average is a statistic of all tracks: this one moves it by 1 / n.
        // Playlists that the artist stands on through this very track still count it.
        expect_same(before, left_out_row(small, track), 0.01, "playlist_artist_");
    }
}

TEST(Evidence, WithoutLeavingOutSeesTheTrackItself) {
    const auto small = make_small_library();
    const auto space = make_surroundings(small.collection, 8);
    const Evidence evidence(small.collection, small.history, small.now, space);
    const std::vector<TrackIndex> track{small.history.plays.front().track};
    EXPECT_GT(evidence.rows(track, false)(0, column("artist_plays_per_track")) +
                  evidence.rows(track, false)(0, column("artist_known")),
              0);
    EXPECT_NE(evidence.rows(track, false)(0, column("artist_heard_rate")),
              evidence.rows(track, true)(0, column("artist_heard_rate")));
}

TEST(Evidence, LooksAtNothingAfterTheMoment) {
    const auto small = make_small_library();
    const Timestamp then = on_day(200);
    auto longer = small.history;
    for (int i = 0; i < 50; ++i) longer.plays.push_back(play(static_cast<TrackIndex>(i), 399.5, 200'000));
    longer.playlists.push_back({"later", {{3, on_day(300)}, {4, on_day(390)}}});
    const auto space = make_surroundings(small.collection, 8);
    const auto tracks = all_tracks(small.collection);
    const Evidence before(small.collection, library::known_before(small.history, then, false), then, space);
    const Evidence after(small.collection, library::known_before(longer, then, false), then, space);
    expect_same(before.rows(tracks, false), after.rows(tracks, false));
}

TEST(Evidence, KeepsWhatIsUnknownMissing) {
    const auto small = make_small_library();
    const auto space = make_surroundings(small.collection, 8);
    const Evidence evidence(small.collection, small.history, small.now, space);
    const auto tracks = all_tracks(small.collection);
    const auto rows = evidence.rows(tracks, false);
    for (const auto t : tracks) {
        const auto& track = small.collection.tracks[t];
        EXPECT_EQ(is_missing(rows(t, column("popularity"))), !track.popularity.has_value());
        if (small.collection.artists[track.artist].genres.empty()) {
            EXPECT_TRUE(is_missing(rows(t, column("genre_kept_rate"))));
            EXPECT_TRUE(is_missing(rows(t, column("nearest_artist"))));
        }
        const bool is_new_artist = track.artist % 4 == 3;
        EXPECT_EQ(rows(t, column("artist_known")), is_new_artist ? 0 : 1);
        EXPECT_EQ(is_missing(rows(t, column("artist_kept_rate"))), is_new_artist);
    }
}

TEST(Evidence, IsTheSameWithAnyNumberOfThreads) {
    const auto small = make_small_library();
    const auto space = make_surroundings(small.collection, 8);
    const Evidence evidence(small.collection, small.history, small.now, space);
    const auto tracks = all_tracks(small.collection);
    expect_same(evidence.rows(tracks, true, 1), evidence.rows(tracks, true, 3));
}

TEST(Evidence, OfNothingIsThereAndFinite) {
    const auto small = make_small_library();
    const auto space = make_surroundings(small.collection, 8);
    const Evidence evidence(small.collection, {}, small.now, space);
    const auto rows = evidence.rows(all_tracks(small.collection), false);
    for (const float value : rows.values()) EXPECT_TRUE(is_missing(value) || std::isfinite(value));
}

}  // namespace
}  // namespace attune::taste
