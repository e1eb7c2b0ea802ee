#include "pages/study_report.h"

#include "pages/invented_studies.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace attune::pages {
namespace {

const StudyOrigin origin{"tracks.csv", "genre", "artist", 7};

std::vector<std::string> figure_titles(const report::Document& document) {
    std::vector<std::string> titles;
    for (const auto& section : document.sections)
        for (const auto& block : section.blocks)
            if (const auto* figure = std::get_if<report::Figure>(&block)) titles.push_back(figure->title());
    return titles;
}

std::string all_sentences(const report::Document& document) {
    std::string text;
    for (const auto& sentence : document.summary) text += sentence + "\n";
    for (const auto& section : document.sections)
        for (const auto& block : section.blocks)
            if (const auto* figure = std::get_if<report::Figure>(&block)) text += figure->summary() + "\n";
    return text;
}

void expect_said(const std::string& text, std::initializer_list<const char*> sentences) {
    for (const auto* const sentence : sentences)
        EXPECT_NE(text.find(sentence), std::string::npos) << sentence << "\n" << text;
}

TEST(GenreReport, SaysWhatTheNumbersSay) {
    const auto document = document_of(invented_genre_study(), origin);
    EXPECT_EQ(document.key_figures[0].value, "60.0 %");
    EXPECT_EQ(document.key_figures[0].name, "right on artists never met");
    EXPECT_EQ(document.key_figures[0].beside, "50.0 % by always saying the most frequent");
    expect_said(all_sentences(document),
                {"boosted trees, tells the class of 60.0 %", "1.2 times", "56.0 % of pop is taken for rock",
                 "the other way about it is 25.0 %", "With two guesses 80.0 % are right instead of 60.0 %",
                 "It helps pop most: 90.0 % instead of 40.0 %",
                 "it says 70.0 % and is right 60.0 % of the time: it is too sure", "Loudness matters most",
                 "where the groups may be known it has 65.0 %, 5.0 points more"});
    EXPECT_EQ(figure_titles(document).size(), 8U);
}

TEST(GenreReport, KeepsNamesAsNames) {
    const auto html = report::to_html(document_of(invented_genre_study(), origin));
    EXPECT_NE(html.find("Nobody: &lt;script&gt;alert(&#39;a title&#39;)&lt;/script&gt;"), std::string::npos);
    EXPECT_NE(html.find("&lt;b&gt;edm&lt;/b&gt;"), std::string::npos);
    EXPECT_EQ(html.find("<b>edm"), std::string::npos);
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_NE(html.find("row 7"), std::string::npos) << "a track without names is its row, counted from 1";
}

TEST(GenreReport, IsShorterWhereLessIsKnown) {
    auto study = invented_genre_study();
    study.findings = {};
    for (auto& model : study.models)
        for (auto* figure : {&model.accuracy, &model.top2, &model.log_loss}) figure->by_group.reset();
    const auto document = document_of(study, {"tracks.csv", "genre", "", 1});
    EXPECT_EQ(document.key_figures[0].name, "right on tracks never met");
    EXPECT_EQ(document.key_figures[0].value, "65.0 %");
    EXPECT_EQ(figure_titles(document).size(), 5U);
    EXPECT_FALSE(report::to_html(document).empty());
}

TEST(GenreReport, DrawsTheLargestOfManyClasses) {
    auto study = invented_genre_study();
    const std::size_t n = 60;
    study.rows.classes.names.clear();
    for (std::size_t c = 0; c < n; ++c) study.rows.classes.names.push_back("class " + std::to_string(c));
    study.findings.second_chances.assign(n, {10, 0.5, 0.1, 0.1});
    for (auto& model : study.models) {
        model.per_class.assign(n, {10, 0.5, 0.5, 0.5});
        model.per_class[42].rows = 99;
        model.confusion.assign(n * n, 1);
    }
    const auto html = report::to_html(document_of(study, origin));
    EXPECT_NE(html.find(">class 42<"), std::string::npos);
}

TEST(PopularityReport, SaysWhatTheNumbersSay) {
    const auto document = document_of(invented_popularity_study(), {"tracks.csv", "popularity", "artist", 7});
    EXPECT_EQ(document.key_figures[0].value, "10.00");
    expect_said(
        all_sentences(document),
        {"boosted trees, foretells popularity to within 10.00 on average",
         "20.0 % better than saying the median of the genre", "1 of 2 effects are clear of 0",
         "the largest is that of loudness, +4.00",
         "Popularity goes most with loudness (rank correlation 0.40); of all pairs loudness and "
         "tempo are nearest (0.60)",
         "pop worst (11.50); there the model says 2.25 too little", "89.3 % of the intervals",
         "Loudness changed most: 0.00 in the 1990s, +4.00 in the 2010s", "from 38.0 at 0 to 45.0 at 1.00"});
    EXPECT_EQ(figure_titles(document).size(), 12U);
}

TEST(PopularityReport, IsShorterWhereLessIsKnown) {
    lab::PopularityStudy study;
    study.n_rows = 10;
    study.target = "popularity";
    study.target_distribution = invented_popularity_study().target_distribution;
    study.models = {{"linear", "", {{3, 2, 4}, {}}, {{0.1, 0, 0.2}, {}}}};
    const auto document = document_of(study, {"tracks.csv", "popularity", "", 1});
    EXPECT_EQ(figure_titles(document).size(), 2U);
    EXPECT_FALSE(report::to_html(document).empty());
}

}  // namespace
}  // namespace attune::pages
