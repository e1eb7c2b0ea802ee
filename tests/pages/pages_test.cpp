#include "core/json.h"
#include "pages/evaluation_page.h"
#include "pages/genre_map_page.h"

#include <gtest/gtest.h>

namespace attune::pages {
namespace {

Json figure(const char* model, const char* metric, double value, double margin = 0.02) {
    return {{"task", "keep_it"}, {"model", model},        {"metric", metric},       {"cut", "mean"},
            {"value", value},    {"low", value - margin}, {"high", value + margin}, {"n", 300}};
}

Json invented_evaluation() {
    Json json{{"person", "<i>me</i>"}, {"cuts", Json::array()}, {"tasks", Json::array()}};
    json["cuts"].push_back({{"share", 0.6},
                            {"moment", "2024-11-03T05:36:24Z"},
                            {"n_plays_before", 22395},
                            {"n_first_heard", 1486},
                            {"n_kept", 698},
                            {"n_candidates", 15683},
                            {"n_relevant", 603}});
    json["tasks"] = {figure("attune", "auc", 0.79), figure("popularity", "auc", 0.44),
                     figure("random", "auc", 0.5), figure("attune", "auc minus popularity", 0.35),
                     figure("attune", "auc minus random", 0.01)};
    json["tasks"].push_back({{"task", "discovery"},
                             {"model", "attune"},
                             {"metric", "recall@500"},
                             {"cut", "mean"},
                             {"value", nullptr},
                             {"low", nullptr},
                             {"high", nullptr},
                             {"n", 3}});
    json["verdicts"] = {{"keep_it", "attune predicts better."}, {"discovery", "Too few."}};
    return json;
}

TEST(EvaluationPage, SetsAttuneBesideTheBestRule) {
    const auto page = pages::evaluation_page(invented_evaluation());
    ASSERT_EQ(page.key_figures.size(), 1U) << "of discovery there is too little for a figure";
    EXPECT_EQ(page.key_figures[0].value, "0.790");
    EXPECT_EQ(page.key_figures[0].beside, "0.500 by random");
    EXPECT_EQ(page.summary, (std::vector<std::string>{"Attune predicts better.", "Too few."}));
    const auto html = report::to_html(page);
    EXPECT_NE(html.find("clearly above 1 of 2 rules; nearest comes random, with +0.010"), std::string::npos);
    EXPECT_NE(html.find("How well attune knows &lt;i&gt;me"), std::string::npos);
}

Json invented_map(bool played) {
    Json json{{"person", played ? Json("me") : Json(nullptr)},
              {"plays", played ? Json(1000) : Json(nullptr)},
              {"plays_with_genres", played ? Json(800.0) : Json(nullptr)},
              {"groups", Json::array()},
              {"genres", Json::array()}};
    for (const int group : {0, 1})
        json["groups"].push_back(
            {{"group", group},
             {"genres", group + 1},
             {"examples", {group == 0 ? "jazz" : "rock"}},
             {"share_of_plays", played ? Json(group == 0 ? 0.25 : 0.75) : Json(nullptr)}});
    for (const auto& [name, group, plays] :
         {std::tuple{"jazz", 0, 200.0}, {"rock", 1, 600.0}, {"<u>indie</u>", 1, 0.0}})
        json["genres"].push_back({{"genre", name},
                                  {"x", plays / 100},
                                  {"y", group},
                                  {"artists", 10 + group},
                                  {"group", group},
                                  {"plays", played ? Json(plays) : Json(nullptr)}});
    return json;
}

TEST(GenreMapPage, ShowsTheTerritory) {
    const auto html = report::to_html(pages::genre_map_page(invented_map(true)));
    EXPECT_NE(html.find("The shade lies under the 2 genres that you play"), std::string::npos);
    EXPECT_NE(html.find("Rock holds 75.0\u00a0% of your plays; half of them lie in 1 group."),
              std::string::npos);
    EXPECT_NE(html.find("&lt;u&gt;indie"), std::string::npos);
}

TEST(GenreMapPage, DoesWithoutAListener) {
    const auto page = pages::genre_map_page(invented_map(false));
    EXPECT_EQ(page.sections.size(), 2U);
    EXPECT_EQ(report::to_html(page).find("territory\""), std::string::npos);
}

}  // namespace
}  // namespace attune::pages
