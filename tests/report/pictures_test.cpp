#include "core/error.h"
#include "report/bars.h"
#include "report/calibration.h"
#include "report/dots.h"
#include "report/gallery.h"
#include "report/heatmap.h"
#include "report/histograms.h"
#include "report/lines.h"
#include "report/map.h"
#include "report/scatter.h"
#include "report/swarm.h"
#include "report/tree.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <regex>

namespace attune::report {
namespace {

/// The numbers of an attribute in all elements of one tag, in their order.
std::vector<double> attributes(const std::string& svg, const std::string& tag, const std::string& name) {
    std::vector<double> values;
    const std::regex pattern("<" + tag + " [^>]*?\\b" + name + "=\"([-0-9.]+)\"");
    for (std::sregex_iterator at(svg.begin(), svg.end(), pattern), end; at != end; ++at)
        values.push_back(std::stod((*at)[1]));
    return values;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

template <class Visit>
void for_each_figure(const Document& document, Visit&& visit) {
    for (const auto& section : document.sections)
        for (const auto& block : section.blocks)
            if (const auto* figure = std::get_if<Figure>(&block)) visit(*figure);
}

TEST(EveryPicture, IsDrawnInsideItsSizeAndHasItsTable) {
    std::size_t figures = 0;
    for_each_figure(gallery(), [&](const Figure& figure) {
        ++figures;
        EXPECT_FALSE(figure.table().rows.empty()) << figure.title();
        for (const auto* svg : {&figure.wide(), &figure.narrow()}) {
            const auto markup = svg->markup(figure.title());
            EXPECT_EQ(markup.find("nan"), std::string::npos) << figure.title();
            EXPECT_EQ(markup.find("inf\""), std::string::npos) << figure.title();
            EXPECT_NE(markup.find("role=\"img\""), std::string::npos);
            for (const auto& [tag, name, most] : {std::tuple{"rect", "x", svg->width()},
                                                  {"rect", "y", svg->height()},
                                                  {"circle", "cx", svg->width()},
                                                  {"circle", "cy", svg->height()},
                                                  {"line", "x1", svg->width()},
                                                  {"line", "x2", svg->width()},
                                                  {"line", "y2", svg->height()},
                                                  {"text", "x", svg->width()},
                                                  {"text", "y", svg->height()}}) {
                for (const double value : attributes(markup, tag, name)) {
                    EXPECT_GE(value, -1) << figure.title() << " " << tag << " " << name;
                    EXPECT_LE(value, most + 1) << figure.title() << " " << tag << " " << name;
                }
            }
        }
    });
    EXPECT_GE(figures, 13U);
}

TEST(EveryPicture, IsWellFormed) {
    for_each_figure(gallery(), [](const Figure& figure) {
        const auto markup = figure.wide().markup("<&\"");
        EXPECT_EQ(count(markup, "<title>"), count(markup, "</title>"));
        EXPECT_EQ(count(markup, "<text "), count(markup, "</text>"));
        EXPECT_EQ(markup.find("<script"), std::string::npos);
        EXPECT_NE(markup.find("<title>&lt;&amp;&quot;</title>"), std::string::npos);
    });
}

TEST(EveryPicture, NeedsASentenceAndNumbers) {
    const Bars bars{{"genre", {"rock"}, {{"F1", {0.5}}}}};
    EXPECT_THROW(Figure("title", "", bars), Error);
    EXPECT_THROW(Figure("", "one sees", bars), Error);
    EXPECT_THROW(Figure("title", "one sees", Bars{{"genre", {}, {{"F1", {}}}}}), Error);
    EXPECT_THROW(Figure("title", "one sees", Bars{{"genre", {"rock"}, {{"F1", {1, 2}}}}}), Error);
}

TEST(Bars, AreAsLongAsTheirValues) {
    const auto svg =
        draw(Bars{{"genre", {"a", "b", "c"}, {{"F1", {0.2, 0.8, -0.4}}}}}, wide_width).markup("t");
    const auto lengths = attributes(svg, "rect", "width");
    ASSERT_EQ(lengths.size(), 3U);
    EXPECT_NEAR(lengths[1] / lengths[0], 4, 0.01);
    EXPECT_NEAR(lengths[2] / lengths[0], 2, 0.01);
    const auto left = attributes(svg, "rect", "x");
    EXPECT_NEAR(left[2] + lengths[2], left[0], 0.2) << "what is below 0 ends where the others begin";
}

TEST(Bars, OfOneValueAreThisDrawing) {
    EXPECT_EQ(
        draw(Bars{{"genre", {"R&B"}, {{"F1", {0.5}}}}, number_format(1)}, 200).markup("F1"),
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 200 23\" width=\"200\">"
        "<title>F1</title>"
        "<line x1=\"39.2\" y1=\"0\" x2=\"39.2\" y2=\"21\" class=\"zero\"/>"
        "<text x=\"29.2\" y=\"13.5\" text-anchor=\"end\" class=\"label\">R&amp;B</text>"
        "<rect x=\"39.2\" y=\"3\" width=\"135\" height=\"13\" class=\"s0\"><title>R&amp;B: 0.5</title></rect>"
        "<text x=\"179.2\" y=\"13.5\" class=\"value\">0.5</text>"
        "</svg>");
}

TEST(Dots, StandOnOneScaleWithTheirIntervals) {
    const auto svg =
        draw(Dots{{"model", {"a", "b"}, {{"mae", {10, 20}, {{5, 15}, {10, 30}}}}}}, wide_width).markup("t");
    const auto at = attributes(svg, "circle", "cx");
    ASSERT_EQ(at.size(), 2U);
    EXPECT_GT(at[1], at[0]);
    EXPECT_EQ(count(svg, "class=\"whisker\""), 2U);
}

TEST(Lines, ArePartedWhereAValueIsMissing) {
    const Lines lines{{"year"}, {"energy"}, {{"all", {1, 2, 3, 4, 5}, {1, 2, std::nan(""), 4, 5}}}};
    const auto svg = draw(lines, wide_width).markup("t");
    const auto path = svg.substr(svg.find("d=\"M"));
    EXPECT_EQ(count(path.substr(0, path.find("\" ")), "M"), 2U);
    EXPECT_EQ(table_of(lines).rows[2][2], "–");
}

TEST(Heatmap, IsFullestWhereTheNumberIsLargest) {
    Heatmap map{"true",
                "said",
                {"a", "b"},
                {"a", "b"},
                {0.25, 0.5, std::nan(""), 1},
                Heatmap::Range::from_zero,
                percent_format()};
    const auto svg = draw(map, narrow_width).markup("t");
    EXPECT_EQ(count(svg, "class=\"cool\""), 3U) << "a missing cell stays empty";
    EXPECT_EQ(count(svg, "opacity:0.25"), 1U);
    EXPECT_EQ(count(svg, "opacity:0.5"), 1U);
    map.values.pop_back();
    EXPECT_THROW(draw(map, wide_width), Error);
}

TEST(Histogram, CountsEveryFiniteValueOnce) {
    std::vector<double> values{std::nan(""), 0, 0.1, 0.3, 1};
    for (int i = 0; i < 100; ++i) values.push_back(i / 100.0);
    const auto histogram = histogram_of("x", values, 10);
    EXPECT_EQ(std::accumulate(histogram.counts.begin(), histogram.counts.end(), std::size_t{0}), 104U);
    EXPECT_EQ(histogram.counts.size(), 10U);
    EXPECT_EQ(histogram.counts[3], 11U) << "0.3 belongs to the bin that begins with it";
    EXPECT_NEAR(histogram.median, 0.485, 0.01);
    EXPECT_EQ(histogram_of("x", std::vector<double>(9, 7.0)).counts.size(), 1U) << "one value";
    EXPECT_EQ(histogram_of("x", {}).counts, std::vector<std::size_t>{0});
}

TEST(Scatter, CountsInHexagonsWhatCannotBeSeenApart) {
    Scatter few{{"x"}, {"y"}, {1, 2, 3}, {1, 2, std::nan("")}};
    EXPECT_EQ(count(draw(few, wide_width).markup("t"), "<circle"), 2U);
    Scatter many{{"x"}, {"y"}, std::vector<double>(5000, 1.0), std::vector<double>(5000, 2.0)};
    many.xs[0] = 0;
    EXPECT_EQ(count(draw(many, wide_width).markup("t"), "<path"), 2U);
    EXPECT_EQ(table_of(many).rows.size(), 10U);
    EXPECT_THROW(draw(Scatter{{"x"}, {"y"}, {1}, {std::nan("")}}, wide_width), Error);
}

TEST(Calibration, OfAModelThatMeansWhatItSaysLiesOnTheDiagonal) {
    Calibration honest{{{"model", {{0.25, 0.25, 10, {0.2, 0.3}}, {0.75, 0.75, 5, {0.7, 0.8}}}}}};
    const auto svg = draw(honest, wide_width).markup("t");
    const auto x = attributes(svg, "circle", "cx");
    const auto y = attributes(svg, "circle", "cy");
    ASSERT_EQ(x.size(), 2U);
    EXPECT_NEAR(x[1] - x[0], y[0] - y[1], 0.11);
}

TEST(Swarm, ColoursByValueAndPlacesByPush) {
    const Swarm swarm{"points", {{"loudness", {-1, 0, 1, 2}, {1, 2, 3, std::nan("")}}}};
    const auto svg = draw(swarm, wide_width).markup("t");
    const auto marks = svg.substr(svg.find("loudness"));
    EXPECT_EQ(count(marks, "class=\"v0\""), 1U);
    EXPECT_EQ(count(marks, "class=\"v6\""), 1U);
    EXPECT_EQ(count(marks, "class=\"v-none\""), 1U);
    EXPECT_EQ(table_of(swarm).rows[0][1], "1.00");
}

TEST(Map, WritesNamesThatDoNotTouch) {
    Map map{"genre", {"all"}, {}};
    for (int i = 0; i < 60; ++i)
        map.places.push_back({"a place with a name", i % 8 * 1.0, i / 8 * 0.3, 0, 60.0 - i});
    const auto svg = draw(map, wide_width).markup("t");
    const auto x = attributes(svg, "text", "x");
    const auto y = attributes(svg, "text", "y");
    ASSERT_GE(x.size(), 8U);
    EXPECT_LT(x.size(), 60U) << "some have no room";
    const double wide = text_width(map.places[0].name, 11);
    for (std::size_t a = 0; a < x.size(); ++a)
        for (std::size_t b = 0; b < a; ++b)
            EXPECT_TRUE(std::abs(x[a] - x[b]) > wide - 0.2 || std::abs(y[a] - y[b]) > 11.8)
                << a << " and " << b;
    EXPECT_EQ(count(svg, "<circle"), 60U) << "every place has its dot";
}

TEST(Tree, RefusesMergesThatAreNoTree) {
    EXPECT_THROW(draw(Tree{"genre", {"a", "b", "c"}, {{0, 1, 1}}}, wide_width), Error);
    EXPECT_THROW(draw(Tree{"genre", {"a", "b", "c"}, {{0, 1, 1}, {0, 2, 2}}}, wide_width), Error);
    EXPECT_THROW(draw(Tree{"genre", {"a", "b"}, {{0, 2, 1}}}, wide_width), Error);
    EXPECT_EQ(table_of(Tree{"genre", {"a", "b", "c"}, {{0, 1, 1}, {3, 2, 2}}}).rows[1][0], "a and b");
}

TEST(Documents, KeepNamesAsNames) {
    const auto html = to_html(gallery());
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_EQ(html.find("<img"), std::string::npos);
    EXPECT_NE(html.find("&lt;script&gt;alert(1)&lt;/script&gt;"), std::string::npos);
    EXPECT_EQ(html.find("http://"), html.find("http://www.w3.org/2000/svg")) << "nothing is loaded";
    EXPECT_EQ(html.find("https://"), std::string::npos);
}

TEST(Documents, RefuseRowsThatDoNotFitTheirTable) {
    Document document{"t", {}, {}, {}, {}, {}};
    document.sections = {{"s", {Table{"c", {text_column("a"), number_column("b")}, {{"only one"}}}}}};
    EXPECT_THROW(to_html(document), Error);
    EXPECT_THROW(to_html(Document{}), Error);
}

}  // namespace
}  // namespace attune::report
