#include "pages/study_report.h"
#include "pages/study_report_parts.h"
#include "report/heatmap.h"
#include "report/lines.h"
#include "report/map.h"
#include "report/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace attune::pages {
namespace {

using report::count_of;
using report::count_text;
using report::percent_text;
using report::to_text;

constexpr std::size_t traits_told = 3;
constexpr std::size_t most_places = 600;  // on the map of the page; places.csv has all
constexpr std::size_t most_labels = 16;

/// "energy +1.2, acousticness −0.9": what sets a group apart, in standard deviations.
std::string traits_text(const lab::Cluster& cluster) {
    const report::NumberFormat format{report::NumberFormat::Kind::number, 1, true, ""};
    std::vector<std::string> words;
    for (std::size_t i = 0; i < std::min(traits_told, cluster.traits.size()); ++i)
        words.push_back(cluster.traits[i].feature + " " + to_text(cluster.traits[i].deviations, format));
    return report::list_text(words);
}

std::string group_name(std::size_t number) { return fmt::format("group {}", number + 1); }

report::Table groups_table(const lab::ClusterStudy& study) {
    report::Table table{
        "Groups",
        {report::text_column("group"), report::number_column("tracks"),
         report::text_column("apart by (standard deviations)"), report::text_column("typical tracks")},
        {}};
    if (!study.label.empty()) table.columns.push_back(report::text_column("mostly"));
    for (std::size_t i = 0; i < study.clusters.size(); ++i) {
        const auto& cluster = study.clusters[i];
        std::vector<std::string> typical;
        for (std::size_t t = 0; t < std::min<std::size_t>(3, cluster.typical.size()); ++t)
            typical.push_back(track_words(cluster.typical[t], t));
        table.row(
            {group_name(i), count_text(cluster.rows), traits_text(cluster), report::list_text(typical)});
        if (study.label.empty()) continue;
        const auto most = std::ranges::max_element(cluster.labels);
        table.rows.back().push_back(
            fmt::format("{} ({})", study.labels[static_cast<std::size_t>(most - cluster.labels.begin())],
                        percent_text(static_cast<double>(*most) / static_cast<double>(cluster.rows))));
    }
    return table;
}

report::Figure map_figure(const lab::ClusterStudy& study) {
    report::Map map{"track", {}, {}, "weight"};
    for (std::size_t i = 0; i < study.clusters.size(); ++i) map.groups.push_back(group_name(i));
    const auto step = std::max<std::size_t>(1, (study.rows.size() + most_places - 1) / most_places);
    for (std::size_t i = 0; i < study.rows.size(); i += step) {
        const auto& row = study.rows[i];
        map.places.push_back({track_words(row.name, row.row), row.x, row.y, row.cluster, 1});
    }
    return {"The map",
            fmt::format(
                "{} of {} tracks, drawn by {}: of what lies near on the map, {} lies near in all {} features "
                "too (trustworthiness).",
                count_text(map.places.size()), count_text(study.n_rows), study.drawing,
                percent_text(study.trustworthiness), study.features.size()),
            map};
}

report::Figure numbers_figure(const lab::ClusterStudy& study) {
    report::LineSeries series{study.quality.method, {}, {}};
    for (const auto& [n, silhouette] : study.tried) {
        series.x.push_back(static_cast<double>(n));
        series.y.push_back(silhouette);
    }
    return {"How many groups",
            fmt::format(
                "The silhouette is highest for {}. Below 0.25 groups flow into each other; above 0.5 they "
                "stand apart.",
                count_of(study.quality.n_clusters, "group", "groups")),
            report::Lines{{"groups", report::plain_format()},
                          {"silhouette", report::number_format(2)},
                          {series},
                          {},
                          true}};
}

report::Figure labels_figure(const lab::ClusterStudy& study) {
    report::Heatmap heatmap{
        "group", study.label, {}, {}, {}, report::Heatmap::Range::from_zero, report::percent_format(0)};
    const auto n_labels = std::min(most_labels, study.labels.size());
    heatmap.columns.assign(study.labels.begin(),
                           study.labels.begin() + static_cast<std::ptrdiff_t>(n_labels));
    for (std::size_t i = 0; i < study.clusters.size(); ++i) {
        heatmap.rows.push_back(group_name(i));
        for (std::size_t l = 0; l < n_labels; ++l)
            heatmap.values.push_back(static_cast<double>(study.clusters[i].labels[l]) /
                                     static_cast<double>(study.clusters[i].rows));
    }
    return {"Groups and " + study.label,
            fmt::format(
                "{} of the tracks have the label that is the most frequent one of their group; one group of "
                "all would have {}. Each row says how the tracks of a group are shared among the labels.",
                percent_text(study.quality.purity.value_or(0)), percent_text(study.majority)),
            heatmap};
}

report::Table methods_table(const lab::ClusterStudy& study) {
    report::Table table{
        "Five ways to find groups, on the same tracks",
        {report::text_column("method"), report::number_column("groups"), report::number_column("silhouette"),
         report::number_column("Davies–Bouldin"), report::number_column("Caliński–Harabasz")},
        {}};
    if (!study.label.empty()) {
        for (const auto* const name : {"purity", "adjusted Rand", "mutual information"})
            table.columns.push_back(report::number_column(name));
    }
    for (const auto& method : study.methods) {
        if (method.method == study.quality.method) table.strong.insert(table.rows.size());
        table.row({method.method, count_text(method.n_clusters),
                   to_text(method.silhouette, report::number_format(3)),
                   to_text(method.davies_bouldin, report::number_format(2)),
                   to_text(method.calinski_harabasz, report::number_format(0))});
        if (study.label.empty()) continue;
        table.rows.back().push_back(percent_text(method.purity.value_or(nothing)));
        table.rows.back().push_back(
            to_text(method.adjusted_rand.value_or(nothing), report::number_format(3)));
        table.rows.back().push_back(
            to_text(method.mutual_information.value_or(nothing), report::number_format(3)));
    }
    return table;
}

report::Table odd_table(const lab::ClusterStudy& study) {
    report::Table table{"Like nothing else",
                        {report::text_column("track"), report::text_column("farthest out"),
                         report::number_column("isolation"), report::number_column("z"),
                         report::number_column("quartiles"), report::number_column("Mahalanobis p")},
                        {}};
    for (const auto& odd : study.odd)
        table.row(
            {track_words(odd.name, odd.row),
             fmt::format("{} {} ({} σ)", odd.farthest.feature, to_text(odd.farthest.mean),
                         to_text(odd.farthest.deviations, {report::NumberFormat::Kind::number, 1, true, ""})),
             to_text(odd.isolation, report::number_format(3)), to_text(odd.z, report::number_format(1)),
             to_text(odd.quartiles, report::number_format(1)),
             to_text(odd.mahalanobis_p, report::p_value_format())});
    return table;
}

report::Section method_words(const lab::ClusterStudy& study) {
    return {"How it was done",
            {report::Paragraph{
                 fmt::format("Each feature has mean 0 and standard deviation 1; what is missing is at the "
                             "mean, and what lies more than "
                             "5 deviations out counts as 5. Groups were sought among {}{}.",
                             count_of(study.n_sampled, "track", "tracks"),
                             study.n_sampled < study.n_rows
                                 ? " drawn at random; every other track joined the group of the nearest of "
                                   "them, and was placed among them on the map"
                                 : "")},
             report::Paragraph{
                 "The silhouette of a track is near 1 where its own group is much nearer than the next one, "
                 "and below 0 where the next one is nearer. An adjusted Rand index of 0 is what groups drawn "
                 "by lot would have. The isolation forest scores about 0.5 for what is usual, more for what "
                 "few cuts set apart."}}};
}

}  // namespace

report::Document document_of(const lab::ClusterStudy& study, const StudyOrigin& origin) {
    report::Document document{"Groups of " + origin.table, {}, {}, {}, {}, colophon(origin)};
    document.about =
        fmt::format("{} by {}, {}", count_of(study.n_rows, "track", "tracks"),
                    count_of(study.features.size(), "feature", "features"), study.quality.method);
    document.key_figures.push_back({count_text(study.quality.n_clusters), "groups", ""});
    document.key_figures.push_back({to_text(study.quality.silhouette, report::number_format(2)), "silhouette",
                                    "1: far apart; 0: no groups"});
    if (study.quality.purity)
        document.key_figures.push_back({percent_text(*study.quality.purity), "purity of " + study.label,
                                        percent_text(study.majority) + " if all were one group"});
    document.summary.push_back(rows_words(study.n_rows, study.dropped));
    if (study.quality.silhouette < 0.25)
        document.summary.emplace_back(
            "The silhouette is low: these groups flow into each other. They are a way to cut the music up, "
            "not kinds "
            "that it falls into by itself.");
    document.sections.push_back({"The groups", {groups_table(study), map_figure(study)}});
    if (study.tried.size() > 1) document.sections.back().blocks.emplace_back(numbers_figure(study));
    if (!study.label.empty()) document.sections.push_back({"Against the labels", {labels_figure(study)}});
    if (!study.methods.empty()) document.sections.push_back({"Other methods", {methods_table(study)}});
    document.sections.push_back({"Outliers", {odd_table(study)}});
    document.sections.push_back(method_words(study));
    document.sections.push_back(data_section(study.n_rows, study.dropped, study.columns));
    return document;
}

}  // namespace attune::pages
