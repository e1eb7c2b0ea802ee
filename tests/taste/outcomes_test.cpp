#include "taste/outcomes.h"

#include "taste/small_library.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace attune::taste {
namespace {

using library::PlayReason;

struct Rule {
    std::string what;
    library::Play play;
    double completion;
    bool is_early_skip;
    bool is_interruption;
    int n_chances;
    int n_heard;
};

void PrintTo(const Rule& rule, std::ostream* out) { *out << rule.what; }

library::Play without_time(PlayReason end) {
    auto unknown = play(0, 1, 0, end);
    unknown.ms_played.reset();
    return unknown;
}

std::vector<Rule> rules() {
    std::vector<Rule> all;
    const auto add = [&](const char* what, const library::Play& played, double completion, bool is_skip,
                         bool is_interruption, int n_chances, int n_heard) {
        all.push_back(Rule{what, played, completion, is_skip, is_interruption, n_chances, n_heard});
    };
    add("heard out", play(0, 1, 200'000), 1, false, false, 1, 1);
    add("longer than the track", play(0, 1, 260'000), 1, false, false, 1, 1);
    add("skipped early", play(0, 1, 10'000, PlayReason::forward), 0.05, true, false, 1, 0);
    add("skipped early by going back", play(0, 1, 10'000, PlayReason::back), 0.05, true, false, 1, 0);
    add("skipped early for another", play(0, 1, 10'000, PlayReason::chosen), 0.05, true, false, 1, 0);
    add("skipped late", play(0, 1, 100'000, PlayReason::forward), 0.5, false, false, 1, 1);
    add("skipped at half a minute", play(0, 1, 30'000, PlayReason::forward), 0.15, false, false, 1, 0);
    add("the app closed early", play(0, 1, 10'000, PlayReason::app_closed), 0.05, false, true, 0, 0);
    add("the app closed late", play(0, 1, 150'000, PlayReason::app_closed), 0.75, false, true, 1, 1);
    add("another device took over", play(0, 1, 10'000, PlayReason::remote), 0.05, false, true, 0, 0);
    add("it could not be played", play(0, 1, 0, PlayReason::error), 0, false, true, 0, 0);
    add("a jingle that ended by itself", play(0, 1, 10'000, PlayReason::track_done), 0.05, false, false, 1,
        0);
    add("account data, short", play(0, 1, 10'000, PlayReason::unknown), 0.05, true, false, 1, 0);
    add("account data, long", play(0, 1, 120'000, PlayReason::unknown), 0.6, false, false, 1, 1);
    add("nobody says how long", without_time(PlayReason::unknown), 1, false, false, 1, 1);
    return all;
}

class PlayRules : public testing::TestWithParam<Rule> {};

TEST_P(PlayRules, SayWhatAPlayMeans) {
    const Rule& rule = GetParam();
    library::Collection collection;
    collection.tracks.resize(1);
    collection.tracks[0].duration_ms = 200'000;
    EXPECT_NEAR(completion(rule.play, 200'000), rule.completion, 1e-9);
    EXPECT_EQ(is_early_skip(rule.play), rule.is_early_skip);
    EXPECT_EQ(is_interruption(rule.play), rule.is_interruption);
    const auto outcomes = track_outcomes(collection, std::vector{rule.play});
    ASSERT_EQ(outcomes.size(), 1U);
    EXPECT_EQ(outcomes[0].n_plays, 1);
    EXPECT_EQ(outcomes[0].n_chances, rule.n_chances);
    EXPECT_EQ(outcomes[0].n_heard, rule.n_heard);
    EXPECT_EQ(outcomes[0].n_early_skips, rule.is_early_skip ? 1 : 0);
}

INSTANTIATE_TEST_SUITE_P(Rules, PlayRules, testing::ValuesIn(rules()));

double engagement_of(std::vector<library::Play> plays) {
    library::Collection collection;
    collection.tracks.resize(1);
    collection.tracks[0].duration_ms = 200'000;
    return engagement(track_outcomes(collection, plays).at(0), 0.5);
}

TEST(Engagement, FallsByAnEarlySkipAndNotByAnAppThatCloses) {
    const auto heard = play(0, 1, 200'000);
    const double once = engagement_of({heard});
    EXPECT_LT(engagement_of({heard, play(0, 2, 5'000, PlayReason::forward)}), once);
    EXPECT_DOUBLE_EQ(engagement_of({heard, play(0, 2, 5'000, PlayReason::app_closed)}), once);
    EXPECT_GT(engagement_of({heard, play(0, 2, 200'000)}), once);
}

TEST(Engagement, IsTheMeanWhereNothingWasSaid) {
    EXPECT_DOUBLE_EQ(engagement_of({play(0, 2, 5'000, PlayReason::app_closed)}), 0.5);
}

TEST(TrackDurations, AreTheTracksOwnThenThoseOfTheFeaturesThenTheLongestPlay) {
    library::Collection collection;
    collection.tracks.resize(4);
    collection.features = Matrix(4, library::n_audio_features, missing);
    const auto column = static_cast<std::size_t>(library::AudioFeature::duration_ms);
    collection.tracks[0].duration_ms = 100'000;
    collection.features(0, column) = 110'000;
    collection.features(1, column) = 120'000;
    const std::vector plays{play(1, 1, 150'000), play(2, 1, 90'000), play(2, 2, 130'000),
                            play(2, 3, 9'000'000)};
    EXPECT_EQ(track_durations(collection, plays), (std::vector<int>{100'000, 120'000, 130'000, 0}));
}

TEST(PlaylistMembership, IsThatOfTheChosenPlaylists) {
    const std::vector<library::CollectionPlaylist> chosen{{"a", {{0, {}}, {2, {}}}}, {"b", {{2, {}}}}};
    EXPECT_EQ(playlist_membership(4, chosen), (std::vector<bool>{true, false, true, false}));
    EXPECT_EQ(playlist_membership(2, {}), (std::vector<bool>{false, false}));
}

}  // namespace
}  // namespace attune::taste
