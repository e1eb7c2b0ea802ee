#include "pages/popularity_parts.h"
#include "pages/study_report_parts.h"
#include "report/heatmap.h"
#include "report/histograms.h"
#include "report/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace attune::pages {
namespace {

using report::percent_text;
using report::to_text;

report::Histogram histogram(const lab::Distribution& distribution) {
    if (distribution.known == 0 || distribution.bars.empty())
        return report::histogram_of(distribution.name, {});
    report::Histogram histogram{distribution.name, {}, distribution.bars, distribution.median};
    const auto n = static_cast<double>(distribution.bars.size());
    // A constant has one bar without width, which could not be drawn.
    const double width = distribution.most > distribution.least ? distribution.most - distribution.least : 1;
    for (std::size_t i = 0; i <= distribution.bars.size(); ++i)
        histogram.edges.push_back(distribution.least + width * static_cast<double>(i) / n);
    return histogram;
}

report::Figure target_figure(const lab::PopularityStudy& study) {
    const auto& target = study.target_distribution;
    return {
        "How " + study.target + " lies",
        fmt::format("Half of the tracks lie between {} and {}, the median (marked) is {}.",
                    to_text(target.lower_quartile), to_text(target.upper_quartile), to_text(target.median)),
        report::Histograms{{histogram(target)}, {}, "tracks"}};
}

report::Figure features_figure(const lab::PopularityStudy& study) {
    report::Histograms panels{{}, {}, "tracks"};
    const lab::Distribution* emptiest = &study.distributions.front();
    for (const auto& one : study.distributions) {
        panels.panels.push_back(histogram(one));
        if (one.missing > emptiest->missing) emptiest = &one;
    }
    const auto n = emptiest->known + emptiest->missing;
    auto sentence =
        report::count_of(study.distributions.size(), "feature is a number", "features are numbers");
    sentence +=
        emptiest->missing == 0
            ? "; none of them lacks a value."
            : fmt::format("; {} lacks most: {} of its values.", emptiest->name,
                          percent_text(static_cast<double>(emptiest->missing) / static_cast<double>(n)));
    return {"How the features lie", sentence, panels};
}

report::Table distributions_table(const lab::PopularityStudy& study) {
    report::Table table{"Numbers of the columns", {report::text_column("column")}, {}};
    for (const auto* const title : {"known", "missing", "mean", "deviation", "least", "lower quartile",
                                    "median", "upper quartile", "most"})
        table.columns.push_back(report::number_column(title));
    const auto add = [&](const lab::Distribution& one) {
        std::vector<std::string> cells{one.name, report::count_text(one.known),
                                       report::count_text(one.missing)};
        for (const double value : {one.mean, one.deviation, one.least, one.lower_quartile, one.median,
                                   one.upper_quartile, one.most})
            cells.push_back(to_text(value));
        table.row(std::move(cells));
    };
    add(study.target_distribution);
    for (const auto& one : study.distributions) add(one);
    return table;
}

report::Figure correlations_figure(const lab::PopularityStudy& study) {
    const auto& all = study.correlations;
    const auto n = all.names.size();
    std::size_t first = 0;
    std::size_t second = n > 1 ? 1 : 0;
    std::size_t with_target = second;
    const auto larger = [&](double a, double b) { return std::abs(a) > std::abs(b) || std::isnan(b); };
    for (std::size_t a = 0; a < n; ++a) {
        for (std::size_t b = a + 1; b < n; ++b) {
            if (std::isnan(all(a, b))) continue;
            if (larger(all(a, b), all(first, second))) std::tie(first, second) = std::pair(a, b);
            if (a == 0 && larger(all(0, b), all(0, with_target))) with_target = b;
        }
    }
    report::Heatmap map{
        "column", "column", all.names, all.names, all.values, report::Heatmap::Range::around_zero, points()};
    return {
        "Which columns move together",
        fmt::format("{} goes most with {} (rank correlation {}); of all pairs {} and {} are nearest ({}).",
                    study.target, all.names[with_target], to_text(all(0, with_target), points()),
                    all.names[first], all.names[second], to_text(all(first, second), points())),
        map};
}

}  // namespace

report::Section distributions_section(const lab::PopularityStudy& study) {
    report::Section section{"How the numbers lie", {target_figure(study)}};
    if (!study.distributions.empty()) section.blocks.emplace_back(features_figure(study));
    section.blocks.emplace_back(distributions_table(study));
    if (study.correlations.names.size() > 1) section.blocks.emplace_back(correlations_figure(study));
    return section;
}

}  // namespace attune::pages
