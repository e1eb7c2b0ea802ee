#include "report/gallery.h"

#include "core/random.h"
#include "report/bars.h"
#include "report/calibration.h"
#include "report/curves.h"
#include "report/dots.h"
#include "report/heatmap.h"
#include "report/histograms.h"
#include "report/lines.h"
#include "report/map.h"
#include "report/scatter.h"
#include "report/swarm.h"
#include "report/tree.h"

#include <fmt/format.h>

#include <cmath>

namespace attune::report {
namespace {

const std::vector<std::string> genres{"edm", "latin", "pop", "r&b", "rap", "rock"};

std::vector<double> bell(Random& random, std::size_t count, double middle, double wide) {
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) values.push_back(middle + wide * random.normal());
    return values;
}

Figure bars_figure() {
    const RowSeries original{"original", {0.68, 0.41, 0.35, 0.45, 0.66, 0.70}};
    const RowSeries smote{"smote", {0.66, 0.45, 0.36, 0.47, 0.64, 0.69}};
    return {"F1 by genre", "Rock is told best (0.70), pop worst (0.35).",
            Bars{{"genre", genres, {original, smote}}, number_format(2)}};
}

Figure coefficients_figure() {
    const RowSeries one{"coefficient", {12.1, 4.2, -3.4, -9.8}, {{10, 14}, {3, 5.4}, {-5, -2}, {-12, -7.4}}};
    return {"Coefficients", "Loudness raises popularity, instrumentalness lowers it.",
            Bars{{"input", {"loudness", "danceability", "liveness", "instrumentalness"}, {one}},
                 number_format(1)}};
}

Figure dots_figure() {
    const RowSeries by_row{
        "random folds", {0.548, 0.567, 0.585}, {{0.54, 0.556}, {0.56, 0.574}, {0.577, 0.593}}};
    const RowSeries by_artist{
        "folds by artist", {0.531, 0.545, 0.563}, {{0.52, 0.542}, {0.536, 0.554}, {0.552, 0.574}}};
    return {
        "Accuracy of models", "Boosted trees are right most often.",
        Dots{{"model", {"logistic regression, undersampled", "forest", "boosted trees"}, {by_row, by_artist}},
             {"accuracy", percent_format()},
             {{"majority", 0.184}, {"stratified", 0.17}}}};
}

Figure lines_figure() {
    Lines lines{{"year", plain_format()}, {"mean energy"}, {}, {{"all years", 0.6}}};
    for (std::size_t s = 0; s < 3; ++s) {
        LineSeries series{genres[s], {}, {}, {}};
        for (int year = 1970; year <= 2020; year += 5) {
            const double y =
                0.45 + 0.1 * static_cast<double>(s) + 0.05 * std::sin(year / 7.0 + static_cast<double>(s));
            series.x.push_back(year);
            series.y.push_back(y);
            series.band.push_back({y - 0.03, y + 0.03});
        }
        lines.series.push_back(series);
    }
    return {"Energy over the years", "Pop has the most energy in all years.", lines};
}

Figure scatter_figure(std::size_t count) {
    Random random(7);
    Scatter scatter{{"predicted popularity"}, {"residual"}, {}, {}, Scatter::Guide::zero};
    for (std::size_t i = 0; i < count; ++i) {
        scatter.xs.push_back(45 + 12 * random.normal());
        scatter.ys.push_back((60 - scatter.xs.back()) * 0.1 + 14 * random.normal());
    }
    return {fmt::format("Residuals of {} tracks", count_text(count)), "The spread is the same everywhere.",
            scatter};
}

Figure heatmap_figure(bool correlation) {
    Heatmap map;
    if (correlation) {
        map = {"feature",
               "feature",
               {"danceability", "energy", "loudness", "acousticness", "valence"},
               {},
               {},
               Heatmap::Range::around_zero,
               number_format(2)};
        map.columns = map.rows;
        for (int r = 0; r < 5; ++r)
            for (int c = 0; c < 5; ++c) map.values.push_back(r == c ? 1 : std::cos(r * c + r + c) * 0.8);
        return {"Correlations", "Energy and loudness go together.", map};
    }
    map = {"true genre", "predicted genre", genres, genres, {}, Heatmap::Range::from_zero, percent_format()};
    for (int r = 0; r < 6; ++r)
        for (int c = 0; c < 6; ++c) map.values.push_back(r == c ? 0.45 + 0.05 * r : (0.55 - 0.05 * r) / 5);
    return {"Confusions", "Pop is most often taken for latin.", map};
}

Figure large_heatmap_figure() {
    Heatmap map{"column", "column", {}, {}, {}, Heatmap::Range::around_zero, number_format(2)};
    for (int i = 0; i < 16; ++i) map.rows.push_back(fmt::format("a long name of a column {}", i));
    map.columns = map.rows;
    for (int i = 0; i < 256; ++i) map.values.push_back(std::sin(i));
    return {"Many columns", "Names of many columns stand upright.", map};
}

Figure histograms_figure() {
    Random random(3);
    Histograms all;
    for (const auto* const name : {"danceability", "energy", "loudness", "speechiness", "tempo"})
        all.panels.push_back(histogram_of(name, bell(random, 800, 0.5, 0.15)));
    return {"Distributions", "Most features are bells.", all};
}

Figure calibration_figure() {
    CalibrationCurve curve{"boosted trees", {}};
    for (int i = 0; i < 10; ++i) {
        const double said = 0.05 + 0.1 * i;
        const double true_share = said * 0.85;
        curve.bins.push_back({said,
                              true_share,
                              static_cast<std::size_t>(1000 - 80 * i),
                              {true_share - 0.02, true_share + 0.02}});
    }
    return {"Calibration", "What it says comes true a little less often.", Calibration{{curve}}};
}

Figure swarm_figure() {
    Random random(5);
    Swarm swarm{"points of popularity", {}, number_format(1)};
    double size = 6;
    for (const auto* const name : {"loudness", "instrumentalness", "duration", "tempo"}) {
        SwarmRow row{name, {}, bell(random, 400, 0, 1)};
        for (const double value : row.values) row.pushes.push_back(size * value * 0.6 + random.normal());
        row.values[0] = std::nan("");
        swarm.rows.push_back(row);
        size = 3 - size * 0.6;
    }
    return {"What drives popularity", "Loud tracks are more popular.", swarm};
}

Figure curves_figure() {
    Curves curves{{"predicted popularity"}, {}, {}};
    for (int p = 0; p < 5; ++p) {
        Curve curve{genres[static_cast<std::size_t>(p)], {}, {}, {}, {0.1, 0.2, 0.4, 0.45, 0.5, 0.6, 0.8}};
        for (int i = 0; i <= 20; ++i) {
            curve.x.push_back(i / 20.0);
            curve.y.push_back(40 + 4 * std::sin(i / 4.0 + p));
            curve.band.push_back({curve.y.back() - 1, curve.y.back() + 1});
        }
        curves.panels.push_back(curve);
    }
    return {"Dependence", "Popularity rises with all of them.", curves};
}

Figure map_figure() {
    Random random(11);
    Map map{"genre", {}, {}, "artists", "share of your listening"};
    for (int g = 0; g < 9; ++g) map.groups.push_back(fmt::format("part {}", g + 1));
    for (std::size_t i = 0; i < 160; ++i) {
        const auto group = i % 9;
        const double angle = 0.7 * static_cast<double>(group);
        const double far = group == 0 ? 0 : 3;
        map.places.push_back({i == 0 ? "<script>alert(1)</script>" : fmt::format("{} {}", genres[i % 6], i),
                              far * std::cos(angle) + 0.8 * random.normal(),
                              far * std::sin(angle) + 0.8 * random.normal(), group,
                              100.0 / (1.0 + static_cast<double>(i)), group == 2 ? 0.8 : 0});
    }
    return {"A map", "Names that would touch others are left out.", map};
}

Figure tree_figure() {
    return {"A tree", "Rap and r&b are nearest to each other.",
            Tree{"genre",
                 genres,
                 {{3, 4, 0.2}, {0, 2, 0.35}, {1, 6, 0.5}, {7, 8, 0.7}, {5, 9, 1.1}},
                 {"distance"}}};
}

}  // namespace

Document gallery() {
    Document document{
        "Every picture", "Numbers made up for this page", {}, {}, {}, "Made by the tests of attune."};
    document.key_figures = {{"61.4 %", "right on new artists", "17.9 % by always guessing edm"},
                            {"28,356", "tracks", "4,477 left out"},
                            {"6", "genres", ""}};
    document.summary = {"Boosted trees tell the genre of 61.4 % of tracks by artists that they never met.",
                        "A title <script>alert('x')</script> & \"quotes\" stay a title."};
    document.sections = {
        {"Rows",
         {Paragraph{"Bars begin at 0, dots need not."}, bars_figure(), coefficients_figure(), dots_figure()}},
        {"Lines & curves", {lines_figure(), curves_figure(), calibration_figure()}},
        {"Points", {scatter_figure(300), scatter_figure(6000), swarm_figure(), map_figure()}},
        {"Fields",
         {heatmap_figure(false), heatmap_figure(true), large_heatmap_figure(), histograms_figure(),
          tree_figure()}},
        {"Tables",
         {Remarks{{"One <b>remark</b>", "and another"}},
          Table{"Tracks",
                {text_column("title"), number_column("plays")},
                {{"<img src=x onerror=alert(1)>", "12"}, {"R&B", "3"}},
                {0}}}}};
    return document;
}

}  // namespace attune::report
