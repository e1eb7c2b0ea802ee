#include "learning/choosing/search.h"

#include "learning/judging/folds.h"
#include "learning/judging/metrics.h"
#include "learning/tables.h"

#include <gtest/gtest.h>

namespace attune::learning {
namespace {

struct Knobs {
    float width = 5;
    int count = 5;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<float>{"width", width, 0, 10, "a real number"});
        visit(Option<int>{"count", count, 1, 10, "a whole number"});
    }
};

const std::vector<Dimension> space = {{"width", 0.01, 10, true}, {"count", 1, 10, false}};

std::optional<double> nearness_to_two_and_three(const Knobs& knobs) {
    return -std::abs(knobs.width - 2.0) - std::abs(knobs.count - 3);
}

TEST(RandomSearch, FindsAGoodPointAndTellsWhatItTried) {
    const auto result = random_search<Knobs>({}, space, 300, 1, nearness_to_two_and_three);
    EXPECT_GT(nearness_to_two_and_three(result.best), -1);
    ASSERT_EQ(result.trials.size(), 301U);
    EXPECT_EQ(result.trials[0].options.width, 5);
    const auto best = nearness_to_two_and_three(result.best);
    for (const auto& trial : result.trials) EXPECT_LE(trial.score, best);
}

TEST(RandomSearch, TriesTheSamePointsForTheSameSeed) {
    const auto a = random_search<Knobs>({}, space, 5, 7, nearness_to_two_and_three);
    const auto b = random_search<Knobs>({}, space, 5, 7, nearness_to_two_and_three);
    const auto c = random_search<Knobs>({}, space, 5, 8, nearness_to_two_and_three);
    EXPECT_EQ(a.trials[3].options.width, b.trials[3].options.width);
    EXPECT_NE(a.trials[3].options.width, c.trials[3].options.width);
}

TEST(RandomSearch, KeepsTheStartUnlessSomethingIsBetter) {
    const auto flat = [](const Knobs&) { return std::optional(1.0); };
    EXPECT_EQ(random_search<Knobs>({}, space, 20, 1, flat).best.width, 5);
    const auto undefined = [](const Knobs&) { return std::optional<double>(); };
    EXPECT_EQ(random_search<Knobs>({}, space, 20, 1, undefined).best.width, 5);
}

TEST(WithOption, RoundsWholeNumbersKeepsRangesAndKnowsItsNames) {
    EXPECT_EQ(with_option(Knobs{}, "count", 2.6).count, 3);
    EXPECT_EQ(with_option(Knobs{}, "count", 99).count, 10);
    EXPECT_EQ(with_option(Knobs{}, "width", 2.5).width, 2.5F);
    EXPECT_THROW(with_option(Knobs{}, "height", 1), Error);
}

TEST(SearchBooster, DoesNotEndBelowItsStart) {
    const auto table = classification(200, 1);
    BoosterOptions start;
    start.rounds = 2;
    start.max_depth = 1;
    const auto folds = stratified_k_folds(table.y, 3, 1);
    const auto result = search_booster({table.X, table.y, {}}, folds, start, 4, auc);
    ASSERT_EQ(result.trials.size(), 5U);
    const auto best = cross_validate({table.X, table.y, {}}, folds, booster_learner(result.best), auc);
    for (const auto& trial : result.trials) EXPECT_LE(trial.score, best);
}

TEST(SearchBooster, StopsWhenAsked) {
    const auto table = classification(50, 1);
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(search_booster({table.X, table.y, {}}, k_folds(50, 2, 1), {}, 3, auc,
                                Task(nullptr, source.get_token())),
                 Error);
}

TEST(BoosterSpace, NamesOnlyOptionsThatExist) {
    for (const auto& dimension : booster_space()) {
        for (const double end : {dimension.least, dimension.most}) {
            EXPECT_NO_THROW(check_ranges(with_option(BoosterOptions{}, dimension.name, end)));
        }
    }
}

}  // namespace
}  // namespace attune::learning
