#include "cli/lab_text.h"

#include "cli/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace attune::cli {
namespace {

constexpr std::size_t drivers_shown = 6;
constexpr std::size_t tracks_shown = 3;
constexpr std::size_t traits_shown = 3;

std::string dropped_text(const shapes::StudyHead& head) {
    std::string dropped;
    for (const auto& [reason, rows] : head.dropped)
        dropped += fmt::format("{}{} {}", dropped.empty() ? "; left out: " : ", ", count_text(rows), reason);
    return dropped;
}

/// "55.4–55.9 %": what is left of a figure when other tracks are drawn.
std::string percents(const shapes::Ends& interval) {
    return fmt::format("{:.1f}–{:.1f} %", 100 * interval[0].value_or(0), 100 * interval[1].value_or(0));
}

std::string numbers(const shapes::Ends& interval) {
    return fmt::format("{:.2f}–{:.2f}", interval[0].value_or(0), interval[1].value_or(0));
}

bool has_groups(const shapes::Judged& figure) { return figure.by_group_interval.has_value(); }

void add_percents(std::vector<std::string>& cells, const shapes::Judged& figure) {
    cells.push_back(percent(figure.random.value_or(0)));
    if (has_groups(figure)) cells.push_back(percent(figure.by_group.value_or(0)));
}

std::string models_text(const shapes::GenreStudy& study) {
    const bool grouped = has_groups(study.best.accuracy);
    Table table;
    table.column("model");
    table.column("sampling");
    for (const std::string figure : {"accuracy", "top 2"}) {
        table.column(figure, Table::Align::right);
        if (grouped) table.column(figure + ", new groups", Table::Align::right);
    }
    for (const auto& [name, rule] : study.baselines) {
        std::vector<std::string> cells{name, "–"};
        add_percents(cells, rule.accuracy);
        cells.resize(grouped ? 6 : 4);
        table.row(cells);
    }
    for (const auto& model : study.models) {
        std::vector<std::string> cells{model.model, model.sampling};
        add_percents(cells, model.accuracy);
        add_percents(cells, model.top2);
        table.row(cells);
    }
    return table.text();
}

std::string best_text(const shapes::GenreModel& best) {
    Table table;
    table.column("class", Table::Align::left, 32);
    for (const auto* const column : {"tracks", "precision", "recall", "F1"})
        table.column(column, Table::Align::right);
    for (const auto& [name, scores] : best.per_class) {
        table.row({name, count_text(scores.rows), percent(scores.precision.value_or(0)),
                   percent(scores.recall.value_or(0)), fmt::format("{:.2f}", scores.f1.value_or(0))});
    }
    return fmt::format("best: {}, {}{}, {}\n\n{}", best.model, best.sampling,
                       has_groups(best.accuracy) ? " (on new groups)" : "",
                       percents(best.accuracy.strictest_interval()), table.text());
}

std::string drivers_text(const std::vector<shapes::Driver>& drivers) {
    std::string text;
    for (std::size_t i = 0; i < drivers.size() && i < drivers_shown; ++i)
        text += (i == 0 ? "" : ", ") + drivers[i].feature;
    return text;
}

/// A track by what of it is known; empty for nothing.
std::string track_name(const shapes::NamedRow& track) {
    if (track.title.empty()) return track.id;
    return track.artist.empty() ? track.title : track.artist + " – " + track.title;
}

std::string suspects_text(const shapes::GenreFindings& findings) {
    const auto& suspects = findings.suspects;
    std::string text = fmt::format("labels that may be wrong: {}", count_text(findings.n_suspects));
    for (std::size_t i = 0; i < suspects.size() && i < tracks_shown; ++i) {
        const auto name = track_name(suspects[i].track);
        if (name.empty()) continue;
        text += fmt::format("\n  {}: {}, sounds like {} ({:.0f} %)", name, suspects[i].label,
                            suspects[i].said, 100 * suspects[i].confidence);
    }
    return text;
}

std::string errors_text(const shapes::PopularityStudy& study) {
    const bool grouped = has_groups(study.best.mae);
    Table table;
    table.column("model");
    for (const std::string figure : {"error", "R²"}) {
        table.column(figure, Table::Align::right);
        if (grouped) table.column(figure + ", new groups", Table::Align::right);
    }
    const auto add = [&](const std::string& name, const auto& judged) {
        std::vector<std::string> cells{name};
        for (const auto* figure : {&judged.mae, &judged.r2}) {
            cells.push_back(fmt::format("{:.2f}", figure->random.value_or(0)));
            if (grouped) cells.push_back(fmt::format("{:.2f}", figure->by_group.value_or(0)));
        }
        table.row(cells);
    };
    for (const auto& [name, rule] : study.baselines) add(name, rule);
    for (const auto& model : study.models) add(model.model, model);
    return table.text();
}

/// The label of most rows of a group, and how many.
std::pair<std::string, std::size_t> commonest_label(const shapes::StudyCluster& cluster) {
    std::pair<std::string, std::size_t> most;
    for (const auto& [label, rows] : cluster.labels)
        if (rows > most.second) most = {label, rows};
    return most;
}

std::string groups_text(const shapes::ClusterStudy& study) {
    Table table;
    table.column("group", Table::Align::right);
    table.column("tracks", Table::Align::right);
    table.column("apart by (standard deviations)", Table::Align::left, 72);
    table.column("typical");
    if (study.label) table.column("mostly");
    for (const auto& cluster : study.clusters) {
        std::string traits;
        for (std::size_t i = 0; i < cluster.traits.size() && i < traits_shown; ++i)
            traits += fmt::format("{}{} {:+.1f}", i == 0 ? "" : ", ", cluster.traits[i].feature,
                                  cluster.traits[i].deviations.value_or(0));
        std::vector<std::string> cells{std::to_string(cluster.cluster), count_text(cluster.rows), traits,
                                       cluster.typical.empty() ? "" : track_name(cluster.typical[0])};
        if (study.label) {
            const auto [label, rows] = commonest_label(cluster);
            cells.push_back(fmt::format("{} ({:.0f} %)", label,
                                        100 * static_cast<double>(rows) / static_cast<double>(cluster.rows)));
        }
        table.row(cells);
    }
    return table.text();
}

std::string only_text(const char* which, const std::vector<std::string>& models) {
    std::string names;
    for (const auto& name : models) names += (names.empty() ? "" : "; ") + name;
    return names.empty() ? "" : fmt::format("\nonly in the {}: {}", which, names);
}

}  // namespace

std::string study_text(const shapes::GenreStudy& study) {
    const auto head = fmt::format("{} tracks, {} classes, {} features{}", count_text(study.head.rows),
                                  study.classes.size(), study.features.size(), dropped_text(study.head));
    return fmt::format("{}\n\n{}\n\n{}\n\ntold by: {}\n{}", head, models_text(study), best_text(study.best),
                       drivers_text(study.findings.drivers), suspects_text(study.findings));
}

std::string study_text(const shapes::PopularityStudy& study) {
    const auto& mae = study.best.mae;
    // The rule to beat: that of genres where the table has them.
    const auto has_name = [](const char* name) {
        return [name](const auto& rule) { return rule.first == name; };
    };
    auto rule = std::ranges::find_if(study.baselines, has_name("genre_median"));
    const bool by_genre = rule != study.baselines.end();
    if (!by_genre) rule = std::ranges::find_if(study.baselines, has_name("median"));
    const double rule_mae = rule == study.baselines.end() ? 0 : rule->second.mae.strictest();
    return fmt::format(
        "{} tracks, {} features, {}{}\n\n{}\n\nbest: {}{}, error {}; {:.1f} % {} the {}\n"
        "its 90 % intervals held {} of the tracks and are {:.1f} wide\ndriven by: {}",
        count_text(study.head.rows), study.features.size(), study.target, dropped_text(study.head),
        errors_text(study), study.best.model, has_groups(mae) ? " (on new groups)" : "",
        numbers(mae.strictest_interval()),
        rule_mae > 0 ? 100 * std::abs(1 - mae.strictest() / rule_mae) : 0.0,
        mae.strictest() > rule_mae ? "over" : "under", by_genre ? "genre median" : "median",
        percent(study.residuals.coverage.value_or(0)), study.residuals.interval_width.value_or(0),
        drivers_text(study.drivers));
}

std::string study_text(const shapes::ClusterStudy& study) {
    const auto& quality = study.quality;
    std::string text =
        fmt::format("{} tracks, {} features{}\n{} groups by {}, silhouette {:.2f}",
                    count_text(study.head.rows), study.features.size(), dropped_text(study.head),
                    count_text(quality.clusters), quality.method, quality.silhouette.value_or(0));
    if (study.label)
        text +=
            fmt::format("; {} have the label that is the most frequent of their group ({} if all were one)",
                        percent(quality.purity.value_or(0)), percent(study.majority.value_or(0)));
    text += "\n\n" + groups_text(study) + "\n\nlike nothing else:";
    for (std::size_t i = 0; i < study.odd.size() && i < tracks_shown; ++i) {
        const auto& odd = study.odd[i];
        text +=
            fmt::format("\n  {}: {} {:.3g} ({:+.1f} deviations)", track_name(odd.track), odd.farthest.feature,
                        odd.farthest.mean.value_or(0), odd.farthest.deviations.value_or(0));
    }
    return text;
}

std::string comparison_text(const shapes::Comparison& comparison) {
    std::string text = fmt::format("two studies of {}", comparison.study);
    for (const auto& difference : comparison.differences) text += "\n  " + difference;
    Table table;
    table.column("model");
    table.column("figure");
    for (const auto* const column : {"first", "second", "difference"})
        table.column(column, Table::Align::right);
    table.column("");
    for (const auto& figure : comparison.figures) {
        const auto cell = [](double value, const std::array<double, 2>& interval) {
            return fmt::format("{:.3f} ({:.3f}–{:.3f})", value, interval[0], interval[1]);
        };
        table.row({figure.model, figure.figure + (figure.judged == "by_group" ? ", new groups" : ""),
                   cell(figure.first, figure.first_interval), cell(figure.second, figure.second_interval),
                   fmt::format("{:+.3f}", figure.difference), figure.verdict});
    }
    return text + "\n\n" + table.text() + only_text("first", comparison.only_first) +
           only_text("second", comparison.only_second);
}

}  // namespace attune::cli
