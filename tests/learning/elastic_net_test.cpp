#include "learning/inference/elastic_net.h"

#include "core/error.h"
#include "core/json.h"
#include "core/random.h"
#include "learning/judging/folds.h"
#include "learning/linear/multinomial.h"
#include "source_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>

namespace attune::learning {
namespace {

struct Golden {
    Json json;
    Design design;
    std::vector<double> y;
};

Golden golden() {
    std::ifstream in(source_folder() / "tests/data/learning/elastic_net.json");
    Golden golden{Json::parse(in), {}, {}};
    golden.y = golden.json["y"].get<std::vector<double>>();
    for (std::size_t c = 0; c < 5; ++c) golden.design.names.push_back(fmt::format("x{}", c));
    for (std::size_t row = 0; row < golden.y.size(); ++row) {
        golden.design.rows.push_back(row);
        for (const auto& x : golden.json["X"][row]) golden.design.values.push_back(x.get<double>());
    }
    return golden;
}

TEST(ElasticNet, AgreesWithScikitLearn) {
    const auto table = golden();
    for (const auto& wanted : table.json["points"]) {
        const std::vector<double> penalties{wanted["penalty"].get<double>()};
        const auto path =
            elastic_net_path(table.design, table.y, {},
                             {.l1_share = wanted["l1_share"].get<double>(), .tolerance = 1e-13}, penalties);
        ASSERT_EQ(path.size(), 1);
        EXPECT_NEAR(path[0].intercept, wanted["intercept"].get<double>(), 1e-7);
        EXPECT_NEAR(path[0].r2, wanted["r2"].get<double>(), 1e-9);
        for (std::size_t c = 0; c < 5; ++c)
            EXPECT_NEAR(path[0].coefficients[c], wanted["coefficients"][c].get<double>(), 1e-7)
                << wanted.dump();
    }
}

TEST(ElasticNet, BeginsItsPathWhereTheFirstColumnEnters) {
    const auto table = golden();
    const auto path = elastic_net_path(table.design, table.y);
    ASSERT_EQ(path.size(), 100);
    EXPECT_EQ(path[0].n_nonzero, 0);
    EXPECT_EQ(path[1].n_nonzero, 1);
    EXPECT_EQ(path.back().n_nonzero, 5);
    for (std::size_t i = 1; i < path.size(); ++i) EXPECT_GE(path[i].r2, path[i - 1].r2 - 1e-12);
}

TEST(ElasticNet, CountsARowOfWeightTwoAsTwoRows) {
    const auto table = golden();
    std::vector<std::size_t> twice;
    std::vector<double> weights(table.y.size(), 1);
    for (std::size_t row = 0; row < table.y.size(); ++row) twice.push_back(row);
    for (std::size_t row = 0; row < 10; ++row) {
        twice.push_back(row);
        weights[row] = 2;
    }
    const std::vector<double> penalties{0.1};
    const auto weighted = elastic_net_path(table.design, table.y, weights, {}, penalties);
    const auto repeated =
        elastic_net_path(design_rows(table.design, twice), gather(table.y, twice), {}, {}, penalties);
    for (std::size_t c = 0; c < 5; ++c)
        EXPECT_NEAR(weighted[0].coefficients[c], repeated[0].coefficients[c], 1e-7);
}

TEST(ElasticNet, ChoosesAPenaltyThatLeavesOutNoise) {
    // y depends on one column of 30.
    Design design;
    std::vector<double> y;
    Random random(3);
    for (std::size_t c = 0; c < 30; ++c) design.names.push_back(fmt::format("x{}", c));
    for (std::size_t row = 0; row < 90; ++row) {
        design.rows.push_back(row);
        for (std::size_t c = 0; c < 30; ++c) design.values.push_back(random.normal());
        y.push_back(3 * design(row, 7) + random.normal());
    }
    const auto choice = choose_penalty(design, y, k_folds(90, 5, 1));
    EXPECT_NE(choice.simplest.coefficients[7], 0);
    EXPECT_LT(choice.simplest.n_nonzero, 6);
    EXPECT_GE(choice.simplest.penalty, choice.best.penalty);
    EXPECT_LT(choice.errors[static_cast<std::size_t>(std::ranges::min_element(choice.errors) -
                                                     choice.errors.begin())],
              1.6);
}

TEST(ElasticNet, GivesAConstantColumnNoSayAndRefusesMissingValues) {
    Design design;
    design.names = {"constant", "x"};
    design.rows = {0, 1, 2, 3};
    design.values = {7, 0, 7, 1, 7, 2, 7, 3};
    const std::vector<double> y{0, 1, 2, 3};
    const auto path = elastic_net_path(design, y);
    EXPECT_EQ(path.back().coefficients[0], 0);
    EXPECT_GT(path.back().coefficients[1], 0.9);
    design.values[0] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_THROW(elastic_net_path(design, y), Error);
}

TEST(MultinomialLogistic, AgreesWithScikitLearn) {
    const auto table = golden();
    const auto labels = table.json["labels"].get<std::vector<ClassIndex>>();
    const auto& wanted = table.json["multinomial"];
    const auto X = table.design.to_matrix();
    const auto model =
        MultinomialLogistic::fit(X, labels, 3, {}, {.l2 = wanted["l2"].get<float>(), .tolerance = 1e-9F});
    const auto P = model.predict(X);
    for (std::size_t row = 0; row < P.n_rows(); ++row) {
        for (std::size_t c = 0; c < 3; ++c)
            EXPECT_NEAR(P(row, c), wanted["probabilities"][row][c].get<double>(), 1e-5);
    }
    const auto again = MultinomialLogistic::load(Json::parse(model.save().dump())).predict(X);
    EXPECT_TRUE(std::ranges::equal(again.values(), P.values()));
}

TEST(MultinomialLogistic, StaysSensibleWithoutRowsOfAClass) {
    Matrix X(4, 1);
    for (std::size_t row = 0; row < 4; ++row) X(row, 0) = static_cast<float>(row);
    const auto P = MultinomialLogistic::fit(X, std::vector<ClassIndex>{0, 0, 1, 1}, 3).predict(X);
    for (std::size_t row = 0; row < 4; ++row) {
        EXPECT_NEAR(P(row, 0) + P(row, 1) + P(row, 2), 1, 1e-6);
        EXPECT_LT(P(row, 2), 1e-3);
    }
    EXPECT_THROW(MultinomialLogistic::fit(X, std::vector<ClassIndex>{0, 0, 1, 3}, 3), Error);
}

}  // namespace
}  // namespace attune::learning
