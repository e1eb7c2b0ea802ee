#include "lab/numbers/popularity_study.h"

#include "core/error.h"
#include "core/random.h"
#include "lab/numbers/number_rows.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace attune::lab {
namespace {

using learning::Numbers;
using learning::Table;
using learning::TextLists;
using learning::Texts;

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

PopularityStudyOptions small_options() {
    PopularityStudyOptions options;
    options.trees = 20;
    options.rounds = 30;
    options.threads = 2;
    return options;
}

StudyColumns planted_columns() {
    StudyColumns columns;
    columns.target = "popularity";
    columns.genre = "genre";
    columns.year = "year";
    columns.features = {"energy", "noise", "genre"};
    return columns;
}

/// popularity = 40 + 8 energy + 20 [genre is pop] + noise of deviation 3; energy standard normal.
Table planted(std::size_t n) {
    Random random(5);
    Numbers popularity;
    Numbers energy;
    Numbers noise;
    Numbers year;
    TextLists genre;
    for (std::size_t row = 0; row < n; ++row) {
        const bool is_pop = row % 3 == 0;
        energy.push_back(random.normal());
        noise.push_back(row % 11 == 0 ? unknown : random.normal());
        year.push_back(row % 2 == 0 ? 1994 : 2003);
        genre.push_back({is_pop ? "pop" : "rock"});
        popularity.push_back(40 + 8 * energy.back() + (is_pop ? 20 : 0) + 3 * random.normal());
    }
    Table table;
    table.add({"popularity", popularity});
    table.add({"energy", energy});
    table.add({"noise", noise});
    table.add({"year", year});
    table.add({"genre", genre});
    return table;
}

const PopularityStudy& planted_study() {
    // Never destroyed: at exit XGBoost, whose model it holds, may be gone before it.
    static const auto& study =
        *new PopularityStudy(study_popularity(planted(450), planted_columns(), small_options()));
    return study;
}

const JudgedNumbers& named(const std::vector<JudgedNumbers>& judged, const std::string& name) {
    return *std::ranges::find(judged, name, &JudgedNumbers::model);
}

TEST(PopularityStudy, FindsWhatWasPlanted) {
    const auto& study = planted_study();
    EXPECT_EQ(study.n_rows, 450U);
    // Noise of deviation 3 has a mean absolute error of 3 sqrt(2 / pi) = 2.39: nobody can be better.
    const auto& linear = named(study.models, "linear");
    EXPECT_NEAR(linear.mae.random.value, 2.39, 0.35);
    EXPECT_LT(linear.mae.random.low, linear.mae.random.value);
    EXPECT_GT(linear.r2.random.value, 0.9);
    EXPECT_LT(named(study.models, "blend").mae.random.value,
              named(study.baselines, "genre_median").mae.random.value);
    EXPECT_LT(named(study.baselines, "genre_median").mae.random.value,
              named(study.baselines, "median").mae.random.value);
    EXPECT_EQ(study.best().model, "linear");
    EXPECT_FALSE(linear.mae.by_group);

    const auto effect = std::ranges::find(study.ols.coefficients, "energy", &learning::OlsCoefficient::name);
    EXPECT_NEAR(effect->estimate, 8 * study.distributions[0].deviation, 0.5);
    const auto pop = std::ranges::find(study.ols.coefficients, "genre=pop", &learning::OlsCoefficient::name);
    EXPECT_NEAR(pop->estimate, 20, 1.2);  // compared with rock, of which there are more
    EXPECT_EQ(study.drivers.back().feature, "noise");
    EXPECT_GT(study.drivers.front().permutation, 3);
    EXPECT_GT(study.drivers.front().shap, study.drivers.back().shap);
}

TEST(PopularityStudy, ExplainsSinglePartsOfTheTable) {
    const auto& study = planted_study();
    ASSERT_EQ(study.by_genre.size(), 2U);
    EXPECT_EQ(study.by_genre[0].name, "rock");
    EXPECT_EQ(study.by_genre[0].rows + study.by_genre[1].rows, 450U);
    ASSERT_EQ(study.by_decade.size(), 2U);
    EXPECT_EQ(study.by_decade[1].name, "2000s");
    ASSERT_EQ(study.decades.size(), 2U);
    EXPECT_NEAR(study.decades[0].drivers[0].effect.value, 8, 2.5);
    EXPECT_GT(study.residuals.coverage.value, 0.8);

    // Energy moves predictions up all the way, noise hardly.
    const auto energy = std::ranges::find(study.dependence, "energy", &Dependence::feature);
    EXPECT_GT(energy->mean.back() - energy->mean.front(), 10);  // few small steps go a part of the way
    const auto noise = std::ranges::find(study.dependence, "noise", &Dependence::feature);
    EXPECT_LT(std::abs(noise->mean.back() - noise->mean.front()), 3);

    // Contributions add up to a prediction, which lies near the truth on the rows learned from.
    const auto& moved = study.contributions;
    ASSERT_EQ(moved.moved.size(), moved.tracks.size() * 3);
    double sum = moved.base;
    for (std::size_t f = 0; f < 3; ++f) sum += moved.moved[f];
    EXPECT_GT(sum, 0);
    EXPECT_LT(sum, 100);
}

TEST(PopularityStudy, LeavesOutWhatOthersDetermineAndSaysSo) {
    auto table = planted(200);
    Random random(6);
    Numbers opposite;
    Numbers nearly;
    Numbers sum;
    for (std::size_t row = 0; row < table.n_rows(); ++row) {
        const double energy = table.numbers("energy")[row];
        const double noise = table.numbers("year")[row] + random.normal();
        opposite.push_back(1 - 3 * energy);
        nearly.push_back(energy + 0.05 * random.normal());
        sum.push_back(noise);
    }
    Numbers twice = sum;
    for (std::size_t row = 0; row < table.n_rows(); ++row) twice[row] = 2 * sum[row] - opposite[row];
    table.add({"opposite", opposite});
    table.add({"nearly", nearly});
    table.add({"sum", sum});
    table.add({"twice", twice});
    auto columns = planted_columns();
    columns.features = {"energy", "opposite", "nearly", "sum", "twice"};
    auto options = small_options();
    options.rounds = 4;
    options.trees = 4;
    const auto study = study_popularity(table, columns, options);
    const auto has = [&](std::string_view note) {
        return std::ranges::any_of(study.ols_notes,
                                   [&](const std::string& n) { return n.find(note) != std::string::npos; });
    };
    EXPECT_TRUE(has("opposite is left out: it is determined by energy"));
    EXPECT_TRUE(has("twice is left out: it is determined by energy, sum"));
    EXPECT_TRUE(has("nearly nearly follows from energy"));
    EXPECT_FALSE(has("sum is left out"));
    for (const auto& line : study.ols.coefficients) {
        EXPECT_LT(std::abs(line.estimate), 100) << line.name;
        EXPECT_NE(line.name, "opposite");
    }
}

TEST(PopularityStudy, SaysTheSameOnAnyNumberOfThreads) {
    auto options = small_options();
    options.rounds = 8;
    options.trees = 6;
    const auto two = study_popularity(planted(120), planted_columns(), options);
    options.threads = 1;
    const auto one = study_popularity(planted(120), planted_columns(), options);
    for (std::size_t m = 0; m < one.models.size(); ++m)
        EXPECT_EQ(one.models[m].mae.random.value, two.models[m].mae.random.value) << one.models[m].model;
}

TEST(NumberRows, KeepsOneRowAnIdWithAllItsGenres) {
    Numbers popularity;
    Texts id;
    Numbers energy;
    TextLists genre;
    for (int i = 0; i < 40; ++i) {  // every track stands twice, under rock and under jazz
        popularity.push_back(i);
        id.push_back("t" + std::to_string(i / 2));
        energy.push_back(1);
        genre.push_back({i % 2 == 0 ? "rock" : "jazz"});
    }
    popularity[0] = unknown;  // so that the second row of the first track is kept
    energy[39] = unknown;
    genre[38] = {"polka"};
    Table table;
    table.add({"popularity", popularity});
    table.add({"id", id});
    table.add({"energy", energy});
    table.add({"genre", genre});
    StudyColumns columns;
    columns.target = "popularity";
    columns.id = "id";
    columns.genre = "genre";
    columns.features = {"energy"};
    const auto chosen = choose_number_rows(table, columns, 2, 100, 1);
    ASSERT_EQ(chosen.rows.size(), 20U);
    EXPECT_EQ(chosen.rows[0], 1U);
    EXPECT_EQ(chosen.dropped,
              (std::map<std::string, std::size_t>{{"duplicate", 18}, {"no_features", 1}, {"no_target", 1}}));
    const auto& genres = chosen.table.lists("genre");
    EXPECT_EQ(genres[0], (std::vector<std::string>{"jazz"}));
    EXPECT_EQ(genres[1], (std::vector<std::string>{"rock", "jazz"}));
    EXPECT_EQ(genres[19], (std::vector<std::string>{"other"}));  // a single row is polka
    EXPECT_EQ(chosen.genre[1], "rock");

    const auto sampled = choose_number_rows(table, columns, 2, 5, 1);
    EXPECT_EQ(sampled.rows.size(), 5U);
    EXPECT_EQ(sampled.dropped.at("not_sampled"), 15U);
}

ErrorCode code_of(const Table& table, const StudyColumns& columns) {
    try {
        study_popularity(table, columns, small_options());
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::unavailable;
}

TEST(PopularityStudy, RefusesWhatCannotBeStudied) {
    auto columns = planted_columns();
    EXPECT_EQ(code_of(planted(2), columns), ErrorCode::invalid_argument);
    columns.target = "loudness";
    EXPECT_EQ(code_of(planted(60), columns), ErrorCode::not_found);
    columns = planted_columns();
    columns.features = {"popularity"};
    EXPECT_EQ(code_of(planted(60), columns), ErrorCode::invalid_argument);
    Table flat;
    flat.add({"popularity", Numbers(40, 7)});
    flat.add({"energy", Numbers(40, 1)});
    columns = {};
    columns.target = "popularity";
    columns.features = {"energy"};
    EXPECT_EQ(code_of(flat, columns), ErrorCode::invalid_argument);
    Table silent;
    silent.add({"popularity", Numbers(40, unknown)});
    silent.add({"energy", Numbers(40, 1)});
    EXPECT_EQ(code_of(silent, columns), ErrorCode::corrupt_data);
}

}  // namespace
}  // namespace attune::lab
