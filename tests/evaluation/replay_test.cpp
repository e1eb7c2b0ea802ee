#include "evaluation/replay.h"

#include "core/error.h"
#include "evaluation/discovery.h"
#include "evaluation/keep_it.h"
#include "evaluation/listener.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace attune::evaluation {
namespace {

constexpr std::size_t cut = 2400;

/// The same past; a future in which the same tracks are met in the same order, but heard and kept by the toss
/// of a coin, and every first hearing is repeated.
library::History other_future(const InventedListener& listener) {
    Random random(99);
    library::History history;
    const auto& plays = listener.history.plays;
    history.plays.assign(plays.begin(), plays.begin() + cut);
    for (std::size_t i = cut; i < plays.size(); ++i) {
        for (int again = 0; again < 2; ++again) {
            history.plays.push_back(plays[i]);
            history.plays.back().ms_played = random.uniform() < 0.5 ? 5'000 : 240'000;
            history.plays.back().listened_at += std::chrono::seconds(again);
        }
    }
    return history;
}

TEST(KeepIt, DoesNotLookAtWhatComesAfterTheCut) {
    const auto listener = invented_listener(1, 1);
    const auto space = taste::make_surroundings(listener.collection);
    const auto one = replay_keep_it(listener.collection, listener.history, cut, space, {});
    const auto other = replay_keep_it(listener.collection, other_future(listener), cut, space, {});
    ASSERT_EQ(one.tracks, other.tracks);
    EXPECT_NE(one.kept, other.kept);
    for (std::size_t m = 0; m < one.models.size(); ++m)
        EXPECT_EQ(one.models[m].scores, other.models[m].scores) << one.models[m].model;
}

TEST(KeepIt, AsksAboutSongsThatWereNotHeardBefore) {
    auto listener = invented_listener(1, 2);
    // A track first heard after the cut becomes another version of a song heard before it.
    const auto first = replay_keep_it(listener.collection, listener.history, cut,
                                      taste::make_surroundings(listener.collection), {});
    const auto track = first.tracks.front();
    const auto known = listener.history.plays.front().track;
    listener.collection.tracks[track].song = listener.collection.tracks[known].song;
    const auto then = replay_keep_it(listener.collection, listener.history, cut,
                                     taste::make_surroundings(listener.collection), {});
    EXPECT_EQ(std::ranges::count(then.tracks, track), 0);
    EXPECT_EQ(then.tracks.size() + 1, first.tracks.size());
}

TEST(KeepIt, CountsTwoVersionsOfASongAsOne) {
    InventedListener listener = invented_listener(0, 3);
    auto& tracks = listener.collection.tracks;
    tracks[1].song = tracks[0].song;
    std::erase_if(listener.history.plays, [](const library::Play& play) { return play.track < 2; });
    for (const library::TrackIndex track : {0U, 1U}) {
        auto play = listener.history.plays.back();
        play.track = track;
        play.ms_played = 100'000;
        play.listened_at += std::chrono::seconds(1 + track);
        listener.history.plays.push_back(play);
    }
    const auto replay = replay_keep_it(listener.collection, listener.history, cut,
                                       taste::make_surroundings(listener.collection), {});
    EXPECT_EQ(replay.tracks.back(), 0U);  // the version heard first; each was heard once, the song twice
    EXPECT_EQ(replay.kept.back(), 1.0F);
    EXPECT_EQ(std::ranges::count(replay.tracks, 1U), 0);
}

TEST(Discovery, DoesNotLookAtWhatComesAfterTheCut) {
    const auto listener = invented_listener(1, 4);
    const auto space = taste::make_surroundings(listener.collection);
    auto future = listener.history;
    for (std::size_t i = cut + 1; i < future.plays.size(); ++i) {
        // The songs that were relevant stay so; all other plays are gone or changed.
        if (*future.plays[i].ms_played < 90'000) future.plays[i].ms_played = 1'000;
        future.plays[i].reason_end = library::PlayReason::forward;
        future.plays[i].listened_at += std::chrono::hours(24 * 365);
    }
    const auto one = replay_discovery(listener.collection, listener.history, cut, space, {});
    const auto other = replay_discovery(listener.collection, future, cut, space, {});
    ASSERT_EQ(one.relevant, other.relevant);
    ASSERT_GE(one.relevant.size(), 20U);
    EXPECT_EQ(one.n_candidates, other.n_candidates);
    for (std::size_t m = 0; m < one.models.size(); ++m)
        EXPECT_EQ(one.models[m].places, other.models[m].places) << one.models[m].model;
}

TEST(Discovery, RanksEveryUnheardSongOnce) {
    const auto listener = invented_listener(1, 5);
    const auto replay = replay_discovery(listener.collection, listener.history, cut,
                                         taste::make_surroundings(listener.collection), {});
    std::set<library::TrackIndex> heard;
    for (std::size_t i = 0; i < cut; ++i) heard.insert(listener.history.plays[i].track);
    EXPECT_EQ(replay.n_candidates, listener.collection.tracks.size() - heard.size());
    for (const auto& model : replay.models) {
        const std::set<std::size_t> places(model.places.begin(), model.places.end());
        EXPECT_EQ(places.size(), replay.relevant.size()) << model.model;
        EXPECT_LE(*places.rbegin(), replay.n_candidates);
    }
}

TEST(CapArtists, MovesTheSurplusBehindTheHead) {
    const std::vector<std::size_t> order{0, 1, 2, 3, 4, 5};
    const std::vector<std::uint32_t> artists{7, 7, 7, 8, 7, 7};
    EXPECT_EQ(cap_artists(order, artists, 1, 5), (std::vector<std::size_t>{0, 3, 1, 2, 4, 5}));
    EXPECT_EQ(cap_artists(order, artists, 9, 5), order);
}

EvaluateOptions quick() {
    EvaluateOptions options;
    options.cuts = {0.5, 0.7};
    options.resamples = 200;
    return options;
}

TEST(Evaluate, FindsATaste) {
    const auto listener = invented_listener(1, 6);
    const auto evaluation = evaluate(listener.collection, listener.history, nullptr, quick());
    EXPECT_GT(evaluation.find("keep_it", "attune", "auc")->value, 0.7);
    EXPECT_GT(evaluation.find("keep_it", "attune", "auc minus more_from_my_artists")->low, 0);
    EXPECT_NE(evaluation.verdicts.at(0).text.find("better than the best simple rule"), std::string::npos);
}

TEST(Evaluate, SaysThatTheModelsKnowNothingOfAPersonWhoKeepsAtRandom) {
    const auto listener = invented_listener(0, 7);
    const auto evaluation = evaluate(listener.collection, listener.history, nullptr, quick());
    EXPECT_NEAR(*evaluation.find("keep_it", "attune", "auc")->value, 0.5, 0.08);
    for (const auto& verdict : evaluation.verdicts)
        EXPECT_NE(verdict.text.find("know nothing"), std::string::npos) << verdict.text;
}

TEST(Evaluate, SaysTooFewInsteadOfAVerdict) {
    const auto listener = invented_listener(1, 8, 60, 30, 60);
    const auto evaluation = evaluate(listener.collection, listener.history, nullptr, quick());
    for (const auto& verdict : evaluation.verdicts) EXPECT_EQ(verdict.text.substr(0, 7), "Too few");
    const auto* figure = evaluation.find("discovery", "attune", "recall@500", 0.5);
    ASSERT_NE(figure, nullptr);
    EXPECT_FALSE(figure->value);
    EXPECT_EQ(figure->n, evaluation.cuts.front().n_relevant);
    EXPECT_EQ(evaluation.cuts.front().verdict, "too few: keep_it and discovery");
}

TEST(Evaluate, OfNobodySaysTooFew) {
    const auto listener = invented_listener(1, 9);
    const auto evaluation = evaluate(listener.collection, {}, nullptr, quick());
    EXPECT_TRUE(evaluation.cuts.empty());
    EXPECT_EQ(evaluation.verdicts.at(1).text.substr(0, 7), "Too few");
}

TEST(Evaluate, GivesTheSameOnAnyNumberOfThreads) {
    const auto listener = invented_listener(1, 10, 40, 20, 2500);
    auto options = quick();
    const auto figures = [&] {
        std::string text;
        for (const auto& figure : evaluate(listener.collection, listener.history, nullptr, options).figures)
            text += fmt::format("{} {} {} {} {} {} {}\n", figure.task, figure.model, figure.metric,
                                figure.cut.value_or(0), figure.value.value_or(-1), figure.low.value_or(-1),
                                figure.high.value_or(-1));
        return text;
    };
    const auto one = figures();
    options.threads = 2;
    EXPECT_EQ(one, figures());
    options.seed = 2;
    EXPECT_NE(one, figures());
}

TEST(Evaluate, IntervalsHoldTheirValue) {
    const auto listener = invented_listener(1, 11);
    for (const auto& figure : evaluate(listener.collection, listener.history, nullptr, quick()).figures) {
        if (!figure.low) continue;
        EXPECT_LE(*figure.low, *figure.value) << figure.model << " " << figure.metric;
        EXPECT_GE(*figure.high, *figure.value) << figure.model << " " << figure.metric;
    }
}

TEST(Evaluate, RefusesACutOutsideOfTheHistory) {
    const auto listener = invented_listener(1, 12);
    auto options = quick();
    options.cuts = {1};
    EXPECT_THROW(evaluate(listener.collection, listener.history, nullptr, options), Error);
}

/// People who play the listener's artists, each about a third of them.
std::shared_ptr<const recommend::Listeners> some_people(const library::Collection& collection) {
    library::Community community;
    Random random(3);
    std::vector<library::Interaction> plays;
    for (library::ArtistIndex a = 0; a < collection.artists.size(); ++a) {
        community.artists.push_back({collection.artists[a].name, a});
        for (library::UserIndex user = 0; user < 30; ++user) {
            if (random.uniform() < 0.3) plays.push_back({user, a, 2});
        }
    }
    community.artist_plays = library::Interactions(30, collection.artists.size(), std::move(plays));
    return recommend::Listeners::fit(collection, std::move(community), {});
}

TEST(Evaluate, JudgesOtherListenersAndEverySourceThatIsLeftOut) {
    const auto listener = invented_listener(1, 1);
    auto options = quick();
    options.cuts = {0.6};
    options.leave_one_out = true;
    options.least_relevant = 1;
    const auto evaluation =
        evaluate(listener.collection, listener.history, some_people(listener.collection), options);
    for (const auto* model :
         {"attune", "attune_without_listeners", "attune_without_artist", "listeners", "random"})
        EXPECT_NE(evaluation.find("discovery", model, "recall@500"), nullptr) << model;
    for (const auto* model : {"attune", "attune_without_catalogue", "ease", "als", "popularity"})
        EXPECT_NE(evaluation.find("new_artists", model, "recall@100"), nullptr) << model;
    for (const auto* metric : {"artists@100", "new_artists@100", "diversity@100", "novelty@100"})
        EXPECT_NE(evaluation.find("list", "attune", metric, 0.6), nullptr) << metric;
    EXPECT_LE(evaluation.cuts.front().n_artists_known, evaluation.cuts.front().n_artists_taken_up);
}

}  // namespace
}  // namespace attune::evaluation
