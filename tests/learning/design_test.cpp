#include "learning/tables/design.h"

#include "core/error.h"
#include "core/json.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace attune::learning {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

Table songs() {
    Table table;
    table.add({"energy", Numbers{0.1, 0.3, unknown, 0.5, 9}});
    table.add({"genre", Texts{"rock", "pop", "rock", "", "techno"}});
    table.add({"tags", TextLists{{"loud"}, {"loud", "old"}, {}, {"loud"}, {"new"}}});
    table.add({"released", Texts{"1999-05-03", "2001", "", "2005-01", "2020"}});
    table.add({"constant", Numbers{1, 1, 1, 1, 2}});
    return table;
}

const std::vector<std::size_t> train{0, 1, 2, 3};
const std::vector<std::size_t> test{4};

std::vector<double> row_of(const Design& design, std::size_t row) {
    std::vector<double> values;
    for (std::size_t c = 0; c < design.n_columns(); ++c) values.push_back(design(row, c));
    return values;
}

TEST(DesignPlan, MakesColumnsOfWhatTheTrainingRowsHold) {
    const auto plan = DesignPlan::fit(songs(), train,
                                      {{.column = "energy"},
                                       {.column = "genre", .encoding = Encoding::category},
                                       {.column = "tags", .encoding = Encoding::members},
                                       {.column = "released", .encoding = Encoding::year},
                                       {.column = "constant"}});
    // rock is the most frequent level, so it has no column; "constant" differs only in the row held out.
    EXPECT_EQ(plan.names(), (std::vector<std::string>{"energy", "energy is missing", "genre=pop", "tags=loud",
                                                      "tags=old", "released", "released is missing"}));
    const auto design = plan.apply(songs(), train);
    EXPECT_EQ(row_of(design, 1), (std::vector<double>{0.3, 0, 1, 1, 1, 2001, 0}));
    EXPECT_EQ(row_of(design, 2), (std::vector<double>{0.3, 1, 0, 0, 0, 2001, 1}));  // medians of 3 known
    const auto held_out = plan.apply(songs(), test);
    EXPECT_EQ(row_of(held_out, 0),
              (std::vector<double>{9, 0, 0, 0, 0, 2020, 0}));  // techno and new are not known
    EXPECT_NE(std::ranges::find(held_out.notes, "genre: 1 values without a column of their own"),
              held_out.notes.end());
    EXPECT_NE(std::ranges::find(held_out.notes, "constant is left out: constant in the training rows"),
              held_out.notes.end());
}

TEST(DesignPlan, ScalesByTheTrainingRowsAlone) {
    for (const auto scaling : {Scaling::standard, Scaling::min_max, Scaling::robust}) {
        const auto plan = DesignPlan::fit(songs(), train, {{.column = "energy"}},
                                          {.missing = MissingRule::keep, .scaling = scaling});
        auto other = songs();
        const auto scaled = plan.apply(other, test)(0, 0);
        const auto a = plan.apply(other, train);
        // 0.1, 0.3, 0.5 lie evenly, and 9 lies (9 - 0.1) / 0.2 of their steps away.
        EXPECT_NEAR(a(1, 0) - a(0, 0), a(3, 0) - a(1, 0), 1e-12);
        EXPECT_NEAR((scaled - a(0, 0)) / (a(1, 0) - a(0, 0)), 44.5, 1e-9);
        EXPECT_TRUE(std::isnan(a(2, 0)));
    }
    const auto min_max = DesignPlan::fit(songs(), train, {{.column = "energy"}},
                                         {.missing = MissingRule::keep, .scaling = Scaling::min_max});
    EXPECT_EQ(row_of(min_max.apply(songs(), train), 3), std::vector<double>{1});
}

TEST(DesignPlan, DropsRowsWithMissingValuesAndSaysHowMany) {
    const auto plan = DesignPlan::fit(
        songs(), train, {{.column = "energy"}, {.column = "genre", .encoding = Encoding::category}},
        {.missing = MissingRule::drop});
    const auto design = plan.apply(songs(), train);
    EXPECT_EQ(design.rows, (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(design.notes.back(), "2 of 4 rows are left out: a value is missing");
}

TEST(DesignPlan, KnowsWhichRowsItWasFittedOn) {
    const auto plan = DesignPlan::fit(songs(), train, {{.column = "energy"}});
    EXPECT_NO_THROW(plan.fitted_on().require_apart(test, "the design"));
    EXPECT_THROW(plan.fitted_on().require_apart(train, "the design"), Error);
}

TEST(DesignPlan, SavesAndLoads) {
    const auto plan = DesignPlan::fit(songs(), train,
                                      {{.column = "energy"},
                                       {.column = "genre", .encoding = Encoding::category},
                                       {.column = "tags", .encoding = Encoding::members, .reference = "loud"},
                                       {.column = "released", .encoding = Encoding::year}},
                                      {MissingRule::fill, Scaling::standard});
    const auto loaded = DesignPlan::load(plan.save());
    EXPECT_EQ(loaded.names(), plan.names());
    EXPECT_EQ(std::ranges::count(plan.names(), "tags=loud"), 0);  // what others stand against
    EXPECT_EQ(loaded.sources(),
              (std::vector<std::string>{"energy", "energy", "genre", "tags", "released", "released"}));
    EXPECT_EQ(loaded.apply(songs(), test).values, plan.apply(songs(), test).values);
    auto damaged = plan.save();
    damaged["parts"][0]["encoding"] = 7;
    EXPECT_THROW(DesignPlan::load(damaged), Error);
}

TEST(DesignPlan, TakesTheReferenceThatIsNamed) {
    const auto plan = DesignPlan::fit(
        songs(), train, {{.column = "genre", .encoding = Encoding::category, .reference = "pop"}});
    EXPECT_EQ(plan.names(), std::vector<std::string>{"genre=rock"});
    EXPECT_THROW(DesignPlan::fit(songs(), train,
                                 {{.column = "genre", .encoding = Encoding::category, .reference = "jazz"}}),
                 Error);
}

TEST(DesignPlan, RefusesTablesItCannotUse) {
    Table table;
    table.add({"nothing", Numbers{unknown, unknown}});
    table.add({"one", Numbers{1, 1}});
    std::vector<std::string> names;
    const std::vector<std::size_t> both{0, 1};
    EXPECT_THROW(DesignPlan::fit(table, both, {{.column = "nothing"}, {.column = "one"}}), Error);
    EXPECT_THROW(DesignPlan::fit(table, both, {{.column = "absent"}}), Error);
    EXPECT_THROW(DesignPlan::fit(table, both, {{.column = "one", .encoding = Encoding::category}}), Error);
    EXPECT_THROW(DesignPlan::fit(table, {}, {{.column = "one"}}), Error);
    EXPECT_THROW(table.add({"short", Numbers{1}}), Error);
    EXPECT_THROW(table.add({"one", Numbers{1, 2}}), Error);
    EXPECT_THROW(table.add({"endless", Numbers{1, std::numeric_limits<double>::infinity()}}), Error);
}

TEST(DesignPlan, RefusesACategoryThatIsAnId) {
    Table table;
    Texts ids;
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < 2000; ++i) {
        ids.push_back(fmt::format("id {}", i));
        rows.push_back(i);
    }
    table.add({"id", std::move(ids)});
    EXPECT_THROW(DesignPlan::fit(table, rows, {{.column = "id", .encoding = Encoding::category}}), Error);
}

}  // namespace
}  // namespace attune::learning
