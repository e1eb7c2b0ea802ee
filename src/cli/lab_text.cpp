#include "cli/lab_text.h"

#include "cli/table.h"
#include "core/json.h"
#include "core/json_text.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <vector>

namespace attune::cli {
namespace {

constexpr std::size_t drivers_shown = 6;
constexpr std::size_t tracks_shown = 3;
constexpr std::size_t traits_shown = 3;

std::string count(const Json& number) { return with_commas(number.get<std::int64_t>()); }

std::string dropped_text(const Json& study) {
    std::string dropped;
    for (const auto& [reason, rows] : study["dropped"].items())
        dropped += fmt::format("{}{} {}", dropped.empty() ? "; left out: " : ", ", count(rows), reason);
    return dropped;
}

/// "55.4–55.9 %": what is left of a figure when other tracks are drawn.
std::string percents(const Json& interval) {
    return fmt::format("{:.1f}–{:.1f} %", 100 * interval[0].get<double>(), 100 * interval[1].get<double>());
}

std::string numbers(const Json& interval) {
    return fmt::format("{:.2f}–{:.2f}", interval[0].get<double>(), interval[1].get<double>());
}

bool has_groups(const Json& figure) { return !figure["by_group"].is_null(); }

void add_percents(std::vector<std::string>& cells, const Json& figure) {
    cells.push_back(percent(figure["random"].get<double>()));
    if (has_groups(figure)) cells.push_back(percent(figure["by_group"].get<double>()));
}

std::string models_text(const Json& study) {
    const bool grouped = has_groups(study["best"]["accuracy"]);
    Table table;
    table.column("model");
    table.column("sampling");
    for (const std::string figure : {"accuracy", "top 2"}) {
        table.column(figure, Table::Align::right);
        if (grouped) table.column(figure + ", new groups", Table::Align::right);
    }
    for (const auto& [name, rule] : study["baselines"].items()) {
        std::vector<std::string> cells{name, "–"};
        add_percents(cells, rule["accuracy"]);
        cells.resize(grouped ? 6 : 4);
        table.row(cells);
    }
    for (const auto& model : study["models"]) {
        std::vector<std::string> cells{model["model"], model["sampling"]};
        add_percents(cells, model["accuracy"]);
        add_percents(cells, model["top2"]);
        table.row(cells);
    }
    return table.text();
}

std::string best_text(const Json& best) {
    Table table;
    table.column("class", Table::Align::left, 32);
    for (const auto* const column : {"tracks", "precision", "recall", "F1"})
        table.column(column, Table::Align::right);
    for (const auto& [name, scores] : best["per_class"].items()) {
        table.row({name, count(scores["rows"]), percent(scores["precision"].get<double>()),
                   percent(scores["recall"].get<double>()),
                   fmt::format("{:.2f}", scores["f1"].get<double>())});
    }
    const auto& accuracy = best["accuracy"];
    const auto& interval = accuracy[has_groups(accuracy) ? "by_group_interval" : "random_interval"];
    return fmt::format("best: {}, {}{}, {}\n\n{}", best["model"].get<std::string>(),
                       best["sampling"].get<std::string>(), has_groups(accuracy) ? " (on new groups)" : "",
                       percents(interval), table.text());
}

std::string drivers_text(const Json& drivers) {
    std::string text;
    for (std::size_t i = 0; i < drivers.size() && i < drivers_shown; ++i)
        text += (i == 0 ? "" : ", ") + drivers[i]["feature"].get<std::string>();
    return text;
}

/// A track by what of it is known; empty for nothing.
std::string track_name(const Json& track) {
    const auto artist = track["artist"].get<std::string>();
    const auto title = track["title"].get<std::string>();
    if (title.empty()) return track["id"].get<std::string>();
    return artist.empty() ? title : artist + " – " + title;
}

std::string suspects_text(const Json& findings) {
    const auto& suspects = findings["suspects"];
    std::string text = fmt::format("labels that may be wrong: {}", count(findings["n_suspects"]));
    for (std::size_t i = 0; i < suspects.size() && i < tracks_shown; ++i) {
        const auto& track = suspects[i];
        const auto name = track_name(track);
        if (name.empty()) continue;
        text += fmt::format("\n  {}: {}, sounds like {} ({:.0f} %)", name, track["label"].get<std::string>(),
                            track["said"].get<std::string>(), 100 * track["confidence"].get<double>());
    }
    return text;
}

std::string errors_text(const Json& study) {
    const bool grouped = has_groups(study["best"]["mae"]);
    Table table;
    table.column("model");
    for (const std::string figure : {"error", "R²"}) {
        table.column(figure, Table::Align::right);
        if (grouped) table.column(figure + ", new groups", Table::Align::right);
    }
    const auto add = [&](const std::string& name, const Json& judged) {
        std::vector<std::string> cells{name};
        for (const auto& figure : {judged["mae"], judged["r2"]}) {
            cells.push_back(fmt::format("{:.2f}", figure["random"].get<double>()));
            if (grouped) cells.push_back(fmt::format("{:.2f}", figure["by_group"].get<double>()));
        }
        table.row(cells);
    };
    for (const auto& [name, rule] : study["baselines"].items()) add(name, rule);
    for (const auto& model : study["models"]) add(model["model"], model);
    return table.text();
}

}  // namespace

std::string genre_study_text(const Json& study) {
    const auto head = fmt::format("{} tracks, {} classes, {} features{}", count(study["rows"]),
                                  study["classes"].size(), study["features"].size(), dropped_text(study));
    const auto& findings = study["findings"];
    return fmt::format("{}\n\n{}\n\n{}\n\ntold by: {}\n{}", head, models_text(study),
                       best_text(study["best"]), drivers_text(findings["drivers"]), suspects_text(findings));
}

std::string popularity_study_text(const Json& study) {
    const auto& best = study["best"];
    const auto& rules = study["baselines"];
    const auto& rule = rules.contains("genre_median") ? rules["genre_median"] : rules["median"];
    const auto* const kind = has_groups(best["mae"]) ? "by_group" : "random";
    const double mae = best["mae"][kind].get<double>();
    const double rule_mae = rule["mae"][kind].get<double>();
    const auto& residuals = study["residuals"];
    return fmt::format(
        "{} tracks, {} features, {}{}\n\n{}\n\nbest: {}{}, error {}; {:.1f} % {} the {}\n"
        "its 90 % intervals held {} of the tracks and are {:.1f} wide\ndriven by: {}",
        count(study["rows"]), study["features"].size(), study["target"].get<std::string>(),
        dropped_text(study), errors_text(study), best["model"].get<std::string>(),
        has_groups(best["mae"]) ? " (on new groups)" : "",
        numbers(best["mae"][std::string(kind) + "_interval"]),
        rule_mae > 0 ? 100 * std::abs(1 - mae / rule_mae) : 0.0, mae > rule_mae ? "over" : "under",
        rules.contains("genre_median") ? "genre median" : "median",
        percent(residuals["coverage"].get<double>()), residuals["interval_width"].get<double>(),
        drivers_text(study["drivers"]));
}

std::string cluster_study_text(const Json& study) {
    Table table;
    table.column("group", Table::Align::right);
    table.column("tracks", Table::Align::right);
    table.column("apart by (standard deviations)", Table::Align::left, 72);
    table.column("typical");
    if (!study["label"].is_null()) table.column("mostly");
    for (const auto& cluster : study["clusters"]) {
        std::string traits;
        for (std::size_t i = 0; i < cluster["traits"].size() && i < traits_shown; ++i)
            traits += fmt::format("{}{} {:+.1f}", i == 0 ? "" : ", ",
                                  cluster["traits"][i]["feature"].get<std::string>(),
                                  cluster["traits"][i]["deviations"].get<double>());
        std::vector<std::string> cells{json_text(cluster["cluster"]), count(cluster["rows"]), traits,
                                       cluster["typical"].empty() ? "" : track_name(cluster["typical"][0])};
        std::string mostly;
        std::int64_t most = 0;
        for (const auto& [label, rows] : cluster["labels"].items()) {
            if (rows.get<std::int64_t>() <= most) continue;
            most = rows;
            mostly = label;
        }
        if (!study["label"].is_null())
            cells.push_back(fmt::format("{} ({:.0f} %)", mostly,
                                        100 * static_cast<double>(most) / cluster["rows"].get<double>()));
        table.row(cells);
    }
    const auto& quality = study["quality"];
    std::string text =
        fmt::format("{} tracks, {} features{}\n{} groups by {}, silhouette {:.2f}", count(study["rows"]),
                    study["features"].size(), dropped_text(study), count(quality["clusters"]),
                    quality["method"].get<std::string>(), quality["silhouette"].get<double>());
    if (!study["label"].is_null())
        text +=
            fmt::format("; {} have the label that is the most frequent of their group ({} if all were one)",
                        percent(quality["purity"].get<double>()), percent(study["majority"].get<double>()));
    text += "\n\n" + table.text() + "\n\nlike nothing else:";
    for (std::size_t i = 0; i < study["odd"].size() && i < tracks_shown; ++i) {
        const auto& odd = study["odd"][i];
        text +=
            fmt::format("\n  {}: {} {:.3g} ({:+.1f} deviations)", track_name(odd),
                        odd["farthest"]["feature"].get<std::string>(), odd["farthest"]["mean"].get<double>(),
                        odd["farthest"]["deviations"].get<double>());
    }
    return text;
}

std::string comparison_text(const Json& comparison) {
    std::string text = fmt::format("two studies of {}", comparison["study"].get<std::string>());
    for (const auto& difference : comparison["differences"]) text += "\n  " + difference.get<std::string>();
    Table table;
    table.column("model");
    table.column("figure");
    for (const auto* const column : {"first", "second", "difference"})
        table.column(column, Table::Align::right);
    table.column("");
    for (const auto& figure : comparison["figures"]) {
        const auto cell = [&](const std::string& which) {
            return fmt::format("{:.3f} ({:.3f}–{:.3f})", figure[which].get<double>(),
                               figure[which + "_interval"][0].get<double>(),
                               figure[which + "_interval"][1].get<double>());
        };
        table.row(
            {figure["model"],
             figure["figure"].get<std::string>() + (figure["judged"] == "by_group" ? ", new groups" : ""),
             cell("first"), cell("second"), fmt::format("{:+.3f}", figure["difference"].get<double>()),
             figure["verdict"]});
    }
    text += "\n\n" + table.text();
    for (const auto* const which : {"only_first", "only_second"}) {
        std::string names;
        for (const auto& name : comparison[which])
            names += (names.empty() ? "" : "; ") + name.get<std::string>();
        if (!names.empty())
            text += fmt::format("\nonly in the {}: {}",
                                std::string(which) == "only_first" ? "first" : "second", names);
    }
    return text;
}

}  // namespace attune::cli
