#include "learning/tables/leakage.h"

#include "core/error.h"
#include "core/random.h"
#include "learning/judging/folds.h"
#include "learning/judging/judge.h"
#include "learning/tables/resampling.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <string>

namespace attune::learning {
namespace {

/// 40 rows in 5 folds: 30 of class 0 around 0, 10 of class 1 around 5; row 2 i and 2 i + 1 are of one artist.
struct Songs {
    Matrix X{40, 2};
    std::vector<ClassIndex> labels;
    std::vector<float> y;
    std::vector<std::uint64_t> artists;
    std::vector<std::size_t> fold_of;
    std::vector<std::size_t> all;
};

Songs songs() {
    Songs songs;
    Random random(1);
    for (std::size_t row = 0; row < 40; ++row) {
        const ClassIndex label = row % 4 == 0 ? 1 : 0;
        songs.X(row, 0) = static_cast<float>(5.0 * label + random.normal());
        songs.X(row, 1) = static_cast<float>(row % 2);
        songs.labels.push_back(label);
        songs.y.push_back(static_cast<float>(row));
        songs.artists.push_back(row / 2);
        songs.fold_of.push_back(row / 2 % 5);
        songs.all.push_back(row);
    }
    return songs;
}

std::string message_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

TEST(LeakageTraps, CatchAnIdInTwoFolds) {
    const auto table = songs();
    EXPECT_NO_THROW(require_groups_apart(table.fold_of, table.artists, "artist"));
    auto leaking = table.fold_of;
    leaking[7] = (leaking[7] + 1) % 5;
    EXPECT_EQ(message_of([&] { require_groups_apart(leaking, table.artists, "id"); }),
              "rows 6 and 7 have the same id but stand in folds 3 and 4; make the folds by id");
}

/// A recipe that makes up rows, from the rows that `from` gives for the training rows.
Recipe smote_recipe(const Songs& table,
                    std::function<std::vector<std::size_t>(std::span<const std::size_t>)> from) {
    return [&table, from = std::move(from)](std::span<const std::size_t> train, const Task&) {
        const auto made = smote(table.X, table.labels, from(train));
        return Fitted{[](std::span<const std::size_t> rows) { return Matrix(rows.size(), 2); },
                      {{"made-up rows", made.fitted_on}}};
    };
}

TEST(LeakageTraps, CatchAMadeUpRowWithAParentInTheTestFold) {
    const auto table = songs();
    EXPECT_NO_THROW(judge_by_folds(table.fold_of, smote_recipe(table, [](auto train) {
                                       return std::vector<std::size_t>(train.begin(), train.end());
                                   })));
    const auto text = message_of(
        [&] { judge_by_folds(table.fold_of, smote_recipe(table, [&](auto) { return table.all; })); });
    EXPECT_NE(text.find("made-up rows was fitted on it"), std::string::npos) << text;
}

TEST(Smote, MakesRowsBetweenTwoRowsOfTheirClass) {
    const auto table = songs();
    const auto made = smote(table.X, table.labels, table.all, {}, {false, true});
    ASSERT_EQ(made.labels.size(), 20);
    for (std::size_t i = 0; i < made.labels.size(); ++i) {
        const auto [a, b] = made.parents[i];
        EXPECT_EQ(made.labels[i], 1);
        EXPECT_EQ(table.labels[a], 1);
        EXPECT_EQ(table.labels[b], 1);
        const auto [low, high] = std::minmax({table.X(a, 0), table.X(b, 0)});
        EXPECT_GE(made.X(i, 0), low);
        EXPECT_LE(made.X(i, 0), high);
        EXPECT_TRUE(made.X(i, 1) == 0 || made.X(i, 1) == 1);  // no half a category
    }
    EXPECT_FALSE(made.fitted_on.saw(1));  // of the larger class nothing was used
    EXPECT_TRUE(made.fitted_on.saw(4));
}

TEST(Smote, RefusesWhatHasNothingBetween) {
    auto table = songs();
    EXPECT_THROW(smote(table.X, table.labels, std::vector<std::size_t>{0, 1, 2, 3}),
                 Error);  // one row of class 1
    table.X(4, 0) = missing;
    EXPECT_THROW(smote(table.X, table.labels, table.all), Error);
}

TEST(Undersample, KeepsAtMostSoManyOfAClass) {
    const auto table = songs();
    const auto kept = undersample(table.labels, table.all, 12, 3);
    EXPECT_EQ(kept.size(), 22);
    EXPECT_TRUE(std::ranges::is_sorted(kept));
    EXPECT_EQ(undersample(table.labels, table.all, 12, 3), kept);
    EXPECT_NE(undersample(table.labels, table.all, 12, 4), kept);
}

TEST(JudgeByFolds, RefusesFoldsThatJudgeNothing) {
    const Recipe recipe = [](std::span<const std::size_t>, const Task&) {
        return Fitted{[](std::span<const std::size_t> rows) { return Matrix(rows.size(), 1); }, {}};
    };
    EXPECT_THROW(judge_by_folds(std::vector<std::size_t>{0, 0}, recipe), Error);
    EXPECT_THROW(judge_by_folds(std::vector<std::size_t>{0, 2, 2}, recipe), Error);
    EXPECT_EQ(judge_by_folds(std::vector<std::size_t>{0, 1, 1}, recipe).n_rows(), 3);
}

}  // namespace
}  // namespace attune::learning
