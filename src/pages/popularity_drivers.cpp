#include "core/argmax.h"
#include "pages/popularity_parts.h"
#include "pages/study_report_parts.h"
#include "report/curves.h"
#include "report/lines.h"
#include "report/numbers.h"
#include "report/swarm.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::pages {
namespace {

constexpr std::size_t most_swarm = 12;  // features whose pushes are drawn
constexpr std::size_t most_lines = 6;   // features followed over the years

using report::to_text;

report::Figure contributions_figure(const lab::PopularityStudy& study) {
    const auto& all = study.contributions;
    const auto n = all.features.size();
    const auto n_tracks = all.tracks.size();
    std::vector<double> size(n);
    for (std::size_t t = 0; t < n_tracks; ++t)
        for (std::size_t f = 0; f < n; ++f)
            size[f] += std::abs(all.moved[t * n + f]) / static_cast<double>(n_tracks);
    std::vector<std::size_t> order(n);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater<>{}, [&](std::size_t f) { return size[f]; });
    order.resize(std::min(n, most_swarm));
    report::Swarm swarm{"added to predicted " + study.target, {}, report::number_format(2)};
    for (const auto f : order) {
        report::SwarmRow row{all.features[f], {}, {}};
        for (std::size_t t = 0; t < n_tracks; ++t) {
            row.pushes.push_back(all.moved[t * n + f]);
            row.values.push_back(all.values[t * n + f]);
        }
        swarm.rows.push_back(std::move(row));
    }
    return {
        "What each feature did to single predictions",
        fmt::format(
            "{} moves a prediction by {} on average, more than any other; without knowing anything the model "
            "says {}.",
            all.features[order[0]], to_text(size[order[0]], points()), to_text(all.base)),
        swarm};
}

report::Figure dependence_figure(const lab::PopularityStudy& study) {
    report::Curves curves{{"mean predicted " + study.target}, {}, {}};
    const lab::Dependence* widest = nullptr;
    double most = -1;
    for (const auto& one : study.dependence) {
        report::Curve curve{one.feature, one.at, one.mean, {}, {}};
        for (std::size_t i = 0; i < one.low.size(); ++i) curve.band.push_back({one.low[i], one.high[i]});
        curves.panels.push_back(std::move(curve));
        const auto extent = report::extent_of(one.mean);
        if (extent.width() > most) {
            most = extent.width();
            widest = &one;
        }
    }
    const auto lowest =
        static_cast<std::size_t>(std::ranges::min_element(widest->mean) - widest->mean.begin());
    const auto highest = argmax(widest->mean);
    return {"How the prediction moves with one feature",
            fmt::format("All else as it is, {} moves it furthest: from {} at {} to {} at {}. The band holds "
                        "the middle half of "
                        "single tracks' curves.",
                        widest->feature, to_text(widest->mean[lowest]), to_text(widest->at[lowest]),
                        to_text(widest->mean[highest]), to_text(widest->at[highest])),
            curves};
}

report::Figure decades_figure(const lab::PopularityStudy& study) {
    report::Lines lines{{"decade", report::plain_format()},
                        {"change of " + study.target + " for one standard deviation"},
                        {},
                        {{"no effect", 0}}};
    const auto& drivers = study.decades.front().drivers;
    const auto effect = [&](std::size_t decade, std::size_t driver) {
        return study.decades[decade].drivers[driver].effect;
    };
    std::vector<std::size_t> order(drivers.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto change = [&](std::size_t driver) {
        return std::abs(effect(study.decades.size() - 1, driver).value - effect(0, driver).value);
    };
    std::ranges::stable_sort(order, std::greater<>{}, change);
    order.resize(std::min(order.size(), most_lines));
    for (const auto d : order) {
        report::LineSeries series{drivers[d].feature, {}, {}, {}};
        for (std::size_t t = 0; t < study.decades.size(); ++t) {
            series.x.push_back(study.decades[t].from);
            series.y.push_back(effect(t, d).value);
            series.band.push_back(bounds(effect(t, d)));
        }
        lines.series.push_back(std::move(series));
    }
    const report::NumberFormat sign{report::NumberFormat::Kind::number, 2, true, ""};
    const auto last = study.decades.size() - 1;
    return {"How the drivers changed over the years",
            fmt::format("{} changed most: {} in the {}s, {} in the {}s. Drawn are the {} that changed most.",
                        drivers[order[0]].feature, to_text(effect(0, order[0]).value, sign),
                        study.decades[0].from, to_text(effect(last, order[0]).value, sign),
                        study.decades[last].from, report::count_of(order.size(), "driver", "drivers")),
            lines};
}

}  // namespace

std::vector<report::Section> driver_sections(const lab::PopularityStudy& study) {
    std::vector<report::Section> sections;
    report::Section section{"What drives it", {}};
    if (!study.drivers.empty())
        section.blocks.emplace_back(
            drivers_figure(study.drivers, "What each feature is worth", "the error rises by", points()));
    if (!study.contributions.tracks.empty() && !study.contributions.features.empty())
        section.blocks.emplace_back(contributions_figure(study));
    if (!study.dependence.empty()) section.blocks.emplace_back(dependence_figure(study));
    if (!section.blocks.empty()) sections.push_back(std::move(section));
    if (study.decades.size() > 1 && !study.decades.front().drivers.empty())
        sections.push_back({"Over the years", {decades_figure(study)}});
    return sections;
}

}  // namespace attune::pages
