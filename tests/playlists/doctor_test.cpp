#include "playlists/doctor.h"

#include "core/error.h"
#include "playlists/profile.h"
#include "playlists/reasons.h"
#include "playlists/small_shelf.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::playlists {
namespace {

BelongingOptions on_threads(int threads) {
    BelongingOptions options;
    options.threads = threads;
    return options;
}

/// A track of the other kind on the first folk playlist, by an artist who is on the third metal playlist.
struct WithAStranger : TwoKinds {
    static constexpr TrackIndex stranger = 180;

    WithAStranger() { lists[0].push_back(stranger); }

    Diagnosis diagnosis(const Decisions& decisions = {}, int threads = 1) const {
        const Music known = music();
        const Shelf shelf(known, lists);
        const auto weights = learn_belonging(shelf, own, on_threads(threads));
        return diagnose(shelf, weights, names, 0, lists[0], decisions, on_threads(threads));
    }
};

TEST(Shelf, SaysThatATrackIsMoreAlikeToItsOwnKind) {
    const TwoKinds kinds;
    const Music music = kinds.music();
    const Shelf shelf(music, kinds.lists);
    const TrackIndex folk = 100;  // on no playlist
    const auto usual = music.usual(folk);
    const auto on_folk = shelf.evidence(folk, 0, usual);
    const auto on_metal = shelf.evidence(folk, 1, usual);
    const auto sound = static_cast<std::size_t>(Aspect::sound);
    const auto words = static_cast<std::size_t>(Aspect::words);
    EXPECT_GT(on_folk[sound], on_metal[sound]);
    // Half of the music is of its kind: twice as alike as usual to a folk playlist, not at all to one of
    // metal.
    EXPECT_NEAR(on_folk[words], std::log((20 * 2 + 2) / 22.0), 0.05);
    EXPECT_NEAR(on_metal[words], std::log(2 / 22.0), 0.05);
}

TEST(Shelf, ATrackDoesNotVouchForItself) {
    TwoKinds kinds;
    const TrackIndex track = 100;
    const Music music = kinds.music();
    const auto usual = music.usual(track);
    const auto before = Shelf(music, kinds.lists).evidence(track, 0, usual);
    kinds.lists[0].push_back(track);
    const auto after = Shelf(music, kinds.lists).evidence(track, 0, usual);
    for (std::size_t a = 0; a < n_pair_aspects; ++a) {
        if (!is_missing(before[a])) EXPECT_FLOAT_EQ(before[a], after[a]);
    }
}

TEST(Shelf, WhatIsUnknownSaysNothing) {
    TwoKinds kinds;
    std::ranges::fill(kinds.collection.features.row(100), missing);
    std::ranges::fill(kinds.words.row(100), 0.0F);
    const Music music = kinds.music();
    const Shelf shelf(music, kinds.lists);
    const auto evidence = shelf.evidence(100, 0, music.usual(100));
    EXPECT_TRUE(is_missing(evidence[static_cast<std::size_t>(Aspect::sound)]));
    EXPECT_TRUE(is_missing(evidence[static_cast<std::size_t>(Aspect::words)]));
    EXPECT_TRUE(is_missing(evidence[static_cast<std::size_t>(Aspect::era)]));
    EXPECT_FALSE(is_missing(evidence[static_cast<std::size_t>(Aspect::artist)]));
}

TEST(Doctor, FindsTheStrangerAndSaysWhyAndWhereItBelongs) {
    const WithAStranger kinds;
    const auto diagnosis = kinds.diagnosis();
    ASSERT_TRUE(diagnosis.has_verdicts);
    const auto& worst = diagnosis.tracks.front();
    EXPECT_EQ(worst.track, WithAStranger::stranger);
    EXPECT_EQ(worst.position, 20U);
    EXPECT_EQ(worst.standing, Standing::foreign);
    EXPECT_GT(worst.probability, 0.5);
    EXPECT_GE(worst.sound.n_methods, 1);
    const std::string reasons = std::accumulate(worst.reasons.begin(), worst.reasons.end(), std::string());
    EXPECT_NE(reasons.find("metal; the rest is mostly folk"), std::string::npos) << reasons;
    EXPECT_NE(reasons.find("much "), std::string::npos) << reasons;
    ASSERT_TRUE(worst.home.has_value());
    EXPECT_EQ(kinds.names[worst.home->playlist], "Metal 3");
    EXPECT_FALSE(worst.home->reason.empty());
    for (std::size_t i = 1; i < diagnosis.tracks.size(); ++i)
        EXPECT_NE(diagnosis.tracks[i].standing, Standing::foreign) << diagnosis.tracks[i].track;
}

TEST(Doctor, PartsSumToTheMarginOnAnyNumberOfThreads) {
    const WithAStranger kinds;
    const Music music = kinds.music();
    const Shelf shelf(music, kinds.lists);
    const auto weights = learn_belonging(shelf, kinds.own, on_threads(1));
    const auto alone = kinds.diagnosis({}, 1);
    const auto together = kinds.diagnosis({}, 3);
    for (std::size_t i = 0; i < alone.tracks.size(); ++i) {
        const auto& verdict = alone.tracks[i];
        const double sum = std::accumulate(verdict.contributions.begin(), verdict.contributions.end(),
                                           weights[0].intercept + verdict.decisions);
        EXPECT_NEAR(sum, verdict.margin, 1e-9);
        EXPECT_EQ(verdict.track, together.tracks[i].track);
        EXPECT_EQ(verdict.margin, together.tracks[i].margin);
    }
}

TEST(Doctor, RemembersWhatWasDecidedAndJudgesLikeTracksByIt) {
    const WithAStranger kinds;
    const auto kept = kinds.diagnosis({{WithAStranger::stranger}, {}});
    EXPECT_EQ(kept.tracks.back().track, WithAStranger::stranger);
    EXPECT_EQ(kept.tracks.back().standing, Standing::kept);

    const auto margin_of = [](const Diagnosis& diagnosis, TrackIndex track) {
        return std::ranges::find(diagnosis.tracks, track, &TrackVerdict::track)->margin;
    };
    const auto before = kinds.diagnosis();
    const auto dropped = kinds.diagnosis({{}, {0}});
    EXPECT_EQ(dropped.tracks.front().standing, Standing::dropped);
    EXPECT_LT(margin_of(dropped, 1), margin_of(before, 1));  // folk like the one that was dropped
    const auto keeps_folk = kinds.diagnosis({{0}, {}});
    EXPECT_GT(margin_of(keeps_folk, 1), margin_of(before, 1));
    // The stranger is like neither.
    EXPECT_NEAR(margin_of(dropped, WithAStranger::stranger), margin_of(before, WithAStranger::stranger), 0.2);
}

TEST(Doctor, SaysNothingOfAFewTracks) {
    TwoKinds kinds;
    kinds.lists.push_back({0, 1, 2});
    kinds.names.push_back("Small");
    const Music music = kinds.music();
    const Shelf shelf(music, kinds.lists);
    const std::vector<BelongingWeights> weights(shelf.size(), usual_weights());
    const std::vector<TrackIndex> entries{0, 1, 2, 1};
    const auto diagnosis = diagnose(shelf, weights, kinds.names, 6, entries, {}, {});
    EXPECT_FALSE(diagnosis.has_verdicts);
    EXPECT_TRUE(diagnosis.tracks.empty());
    ASSERT_EQ(diagnosis.duplicates.size(), 1U);
    EXPECT_EQ(diagnosis.duplicates[0].of_position, 1U);
}

TEST(Duplicates, TellRepeatsFromOtherVersions) {
    TwoKinds kinds;
    auto& tracks = kinds.collection.tracks;
    tracks[3].song = tracks[2].song;  // another id of the same song
    tracks[4].song = tracks[2].song;
    tracks[4].version = "live";
    std::ranges::copy(kinds.collection.features.row(5), kinds.collection.features.row(6).begin());
    const std::vector<TrackIndex> entries{2, 3, 4, 5, 6, 2, 7};
    const auto duplicates = duplicates_of(kinds.collection, entries);
    std::vector<std::string> kinds_found;
    for (const auto& d : duplicates)
        kinds_found.push_back(fmt::format("{} of {}: {}", d.position, d.of_position, to_string(d.kind)));
    EXPECT_EQ(kinds_found, (std::vector<std::string>{"1 of 0: same_song", "2 of 0: version",
                                                     "4 of 3: same_sound", "5 of 0: same_track"}));
}

TEST(Profile, SaysWhatSetsAPlaylistApart) {
    const TwoKinds kinds;
    const auto profile = profile_of(kinds.collection, kinds.lists[0], kinds.lists[1]);
    EXPECT_EQ(profile.n_with_sound, kinds.lists[0].size());
    ASSERT_FALSE(profile.differences.empty());
    const auto tempo = std::ranges::find_if(profile.differences, [](const Difference& difference) {
        return quantities[difference.quantity].name == "tempo";
    });
    ASSERT_NE(tempo, profile.differences.end());
    EXPECT_LT(tempo->effect, -0.8);
    EXPECT_EQ(tempo->text.find("much slower: 9"), 0U) << tempo->text;
    ASSERT_EQ(profile.telling.size(), 1U);
    EXPECT_EQ(profile.telling[0].genre, "folk");
    EXPECT_EQ(profile.telling[0].elsewhere, 0);
}

TEST(Profile, EffectsChangeSignWithTheSides) {
    const TwoKinds kinds;
    const auto there = profile_of(kinds.collection, kinds.lists[0], kinds.lists[1]);
    const auto back = profile_of(kinds.collection, kinds.lists[1], kinds.lists[0]);
    for (std::size_t i = 0; i < there.differences.size(); ++i)
        EXPECT_NEAR(there.differences[i].effect, -back.differences[i].effect, 1e-9);
    EXPECT_TRUE(profile_of(kinds.collection, kinds.lists[0], {}).differences.empty());
}

}  // namespace
}  // namespace attune::playlists
