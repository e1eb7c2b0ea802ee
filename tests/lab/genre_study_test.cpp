#include "lab/classes/genre_study.h"

#include "core/error.h"
#include "core/random.h"
#include "lab/classes/finding_genres.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace attune::lab {
namespace {

using learning::Numbers;
using learning::Table;
using learning::Texts;

GenreStudyOptions small_options() {
    GenreStudyOptions options;
    options.trees = 12;
    options.rounds = 6;
    options.threads = 2;
    return options;
}

/// Three genres of unequal size, 3 deviations apart in energy and tempo; a third column says nothing.
Table planted(std::size_t n) {
    Random random(5);
    Texts label;
    Numbers energy;
    Numbers tempo;
    Numbers noise;
    for (std::size_t row = 0; row < n; ++row) {
        const std::size_t genre = row % 10 < 6 ? 0 : row % 10 < 9 ? 1 : 2;
        label.push_back(std::vector<std::string>{"folk", "punk", "techno"}[genre]);
        energy.push_back(row % 17 == 0 ? std::numeric_limits<double>::quiet_NaN()
                                       : random.normal() + (genre == 0 ? 0 : 3));
        tempo.push_back(120 + 20 * (random.normal() + (genre == 2 ? 3 : 0)));
        noise.push_back(random.normal());
    }
    Table table;
    table.add({"genre", label});
    table.add({"energy", energy});
    table.add({"tempo", tempo});
    table.add({"noise", noise});
    return table;
}

/// Bayes by hand: each of two sides is told with probability Phi(1.5) = 0.93 where both columns are known.
TEST(GenreStudy, TellsPlantedGenresAndNotMoreThanCanBeTold) {
    const auto study =
        study_genres(planted(400), {"genre", "", "", {"energy", "tempo", "noise"}}, small_options());
    ASSERT_EQ(study.baselines.size(), 2);
    EXPECT_NEAR(study.baselines[0].accuracy.random.value, 0.6, 1e-9);
    EXPECT_NEAR(study.baselines[1].accuracy.random.value, 0.36 + 0.09 + 0.01, 0.08);
    ASSERT_EQ(study.models.size(), 10);
    for (const auto& model : study.models) {
        EXPECT_GT(model.accuracy.random.value, 0.78) << model.model << " " << model.sampling;
        EXPECT_LT(model.accuracy.random.value, 0.98) << model.model << " " << model.sampling;
        EXPECT_GE(model.top2.random.value, model.accuracy.random.value);
        EXPECT_FALSE(model.accuracy.by_group);
        EXPECT_EQ(model.per_class[2].rows, 40);
    }
    EXPECT_GE(study.best().accuracy.random.value, study.models[0].accuracy.random.value);
}

TEST(GenreStudy, SaysTheSameOnAnyNumberOfThreads) {
    auto options = small_options();
    const StudyColumns columns{"genre", "", "", {"energy", "tempo"}};
    const auto two = study_genres(planted(120), columns, options);
    options.threads = 1;
    const auto one = study_genres(planted(120), columns, options);
    for (std::size_t m = 0; m < one.models.size(); ++m) {
        EXPECT_EQ(one.models[m].accuracy.random.value, two.models[m].accuracy.random.value);
        EXPECT_EQ(one.models[m].per_class[2].f1, two.models[m].per_class[2].f1);
    }
}

/// Each artist has a sound of its own and a genre drawn by lot: who knows the artist knows the genre, and
/// nobody else.
TEST(GenreStudy, KnowsNobodyOfAGroupThatItIsJudgedOn) {
    Random random(3);
    Texts label;
    Texts artist;
    Numbers sound;
    for (int a = 0; a < 80; ++a) {
        const double place = random.uniform();
        const bool is_rock = random.uniform() < 0.5;
        for (int track = 0; track < 6; ++track) {
            label.emplace_back(is_rock ? "rock" : "jazz");
            artist.push_back((track % 2 == 0 ? "Björk " : "BJORK ") + std::to_string(a));
            sound.push_back(place + 1e-6 * random.uniform());
        }
    }
    Table table;
    table.add({"genre", label});
    table.add({"artist", artist});
    table.add({"sound", sound});
    const auto study = study_genres(table, {"genre", "artist", "", {"sound"}}, small_options());
    for (const auto& model : study.models) {
        ASSERT_TRUE(model.accuracy.by_group);
        EXPECT_LT(model.accuracy.by_group->value, 0.68) << model.model << " " << model.sampling;
        if (model.model == "forest") {
            EXPECT_GT(model.accuracy.random.value, 0.9) << model.sampling;
        }
    }
}

TEST(GenreFindings, NameASongOnce) {
    Matrix P(4, 2);
    for (std::size_t row = 0; row < 4; ++row) {
        P(row, 0) = 0.9F - 0.1F * static_cast<float>(row);
        P(row, 1) = 1 - P(row, 0);
    }
    const std::vector<learning::ClassIndex> labels(4, 0);
    const auto found = findings_of(P, labels, [](std::size_t i) {
        return TrackName{std::to_string(i), i == 3 ? "another" : "one", i == 1 ? "" : "song"};
    });
    std::vector<std::size_t> rows;
    for (const auto& track : found.surest_right) rows.push_back(track.row);
    EXPECT_EQ(rows, (std::vector<std::size_t>{0, 1, 3}));
}

TEST(StudyRows, CountsEachRowLeftOutOnce) {
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    Table table;
    table.add({"genre", Texts{"rock", "", "rock", "pop", "pop", "pop", "rock", "odd", "rock"}});
    table.add({"id", Texts{"a", "b", "a", "c", "c", "d", "", "e", ""}});
    table.add({"artist", Texts{"x", "x", "x", "y", "y", "Y", "", "z", "z"}});
    table.add({"energy", Numbers{1, 1, 1, unknown, 2, 3, 4, 5, 6}});
    const auto chosen = choose_rows(table, {"genre", "artist", "id", {"energy"}}, 2);
    EXPECT_EQ(chosen.rows,
              (std::vector<std::size_t>{0, 4, 5, 8}));  // of id c the first row that says something
    EXPECT_EQ(
        chosen.dropped,
        (std::map<std::string, std::size_t>{
            {"duplicate", 1}, {"no_features", 1}, {"no_group", 1}, {"no_label", 1}, {"rare_class", 1}}));
    EXPECT_EQ(chosen.groups[1], chosen.groups[2]);
    EXPECT_EQ(chosen.classes.names, (std::vector<std::string>{"pop", "rock"}));
}

TEST(StudyRows, TakesARandomPartOfALargeTable) {
    const auto chosen = choose_rows(planted(60), {"genre", "", "", {"energy", "tempo"}}, 2, 30, 1);
    EXPECT_EQ(
        chosen.rows.size() + (chosen.dropped.contains("rare_class") ? chosen.dropped.at("rare_class") : 0),
        30U);
    EXPECT_EQ(chosen.dropped.at("not_sampled"), 30U);
    EXPECT_TRUE(std::ranges::is_sorted(chosen.rows));
    EXPECT_GT(chosen.rows.back(), 40U);
}

ErrorCode code_of(const Table& table, const StudyColumns& columns) {
    try {
        study_genres(table, columns, small_options());
    } catch (const Error& error) {
        return error.code();
    }
    return ErrorCode::unavailable;
}

TEST(StudyRows, RefusesWhatCannotBeStudied) {
    const auto table = planted(60);
    EXPECT_EQ(code_of(table, {"mood", "", "", {"energy"}}), ErrorCode::not_found);
    EXPECT_EQ(code_of(table, {"genre", "", "", {"genre"}}), ErrorCode::invalid_argument);
    EXPECT_EQ(code_of(table, {"genre", "", "", {}}), ErrorCode::invalid_argument);
    EXPECT_EQ(code_of(table, {"genre", "genre", "", {"energy"}}),
              ErrorCode::invalid_argument);  // 3 groups, 5 folds
    Table one;
    one.add({"genre", Texts(20, "rock")});
    one.add({"energy", Numbers(20, 1)});
    EXPECT_EQ(code_of(one, {"genre", "", "", {"energy"}}), ErrorCode::invalid_argument);
    Table none;
    none.add({"genre", Texts(20, "")});
    none.add({"energy", Numbers(20, 1)});
    EXPECT_EQ(code_of(none, {"genre", "", "", {"energy"}}), ErrorCode::corrupt_data);
}

}  // namespace
}  // namespace attune::lab
