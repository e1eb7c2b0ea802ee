#include "pages/evaluation_page.h"
#include "pages/genre_map_page.h"

#include <gtest/gtest.h>

namespace attune::pages {
namespace {

shapes::Estimate figure(const char* model, const char* metric, double value, double margin = 0.02) {
    return {"keep_it",   model, metric, value, value - margin, value + margin, 300, shapes::mean_of_cuts,
            std::nullopt};
}

shapes::Evaluation invented_evaluation() {
    shapes::Evaluation evaluation;
    evaluation.person = "<i>me</i>";
    evaluation.cuts.push_back({0.6, parse_timestamp("2024-11-03T05:36:24Z").value(), 22395, 1486, 698, 15683,
                               603, 0, 0, std::nullopt});
    evaluation.tasks = {figure("attune", "auc", 0.79), figure("popularity", "auc", 0.44),
                        figure("random", "auc", 0.5), figure("attune", "auc minus popularity", 0.35),
                        figure("attune", "auc minus random", 0.01)};
    evaluation.tasks.push_back({"discovery", "attune", "recall@500", std::nullopt, std::nullopt, std::nullopt,
                                3, shapes::mean_of_cuts, "too few"});
    evaluation.verdicts = {{"keep_it", "attune predicts better."}, {"discovery", "Too few."}};
    return evaluation;
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

shapes::GenreMap invented_map(bool played) {
    shapes::GenreMap map;
    if (played) {
        map.person = "me";
        map.plays = 1000;
        map.plays_with_genres = 800;
    }
    map.groups = {{0, 1, {"jazz"}, std::nullopt}, {1, 2, {"rock"}, std::nullopt}};
    if (played) {
        map.groups[0].share_of_plays = 0.25;
        map.groups[1].share_of_plays = 0.75;
    }
    for (const auto& [name, group, plays] :
         {std::tuple{"jazz", 0U, 200.0}, {"rock", 1U, 600.0}, {"<u>indie</u>", 1U, 0.0}}) {
        map.genres.push_back({name, plays / 100, double{group}, 10.0 + group, "", "", group, std::nullopt});
        if (played) map.genres.back().plays = plays;
    }
    return map;
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
