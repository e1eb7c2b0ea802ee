#include "engine/lab/compare.h"

#include "core/error.h"
#include "core/json.h"
#include "core/json_text.h"
#include "engine/library/workspace.h"

#include <algorithm>
#include <set>

namespace attune::engine {
namespace {

Json read_study(std::filesystem::path file) {
    if (std::filesystem::is_directory(file)) file /= "report.json";
    const Json study = Json::parse(files::read_file(file), nullptr, false);
    const bool is_study = study.is_object() && study.contains("study") && study.contains("best") &&
                          study.contains("models") && study.contains("baselines");
    if (!is_study)
        fail(ErrorCode::corrupt_data, "{} is no study; attune lab … --json or --out writes one",
             file.string());
    return study;
}

std::string name_of(const Json& model) {
    const auto name = model.at("model").get<std::string>();
    return model.contains("sampling") ? name + ", " + model.at("sampling").get<std::string>() : name;
}

std::vector<std::string> names_of(const Json& study) {
    std::vector<std::string> names;
    for (const auto& [name, rule] : study.at("baselines").items()) names.push_back(name);
    for (const auto& model : study.at("models")) names.push_back(name_of(model));
    return names;
}

const Json& named(const Json& study, const std::string& name) {
    if (study.at("baselines").contains(name)) return study.at("baselines").at(name);
    for (const auto& model : study.at("models")) {
        if (name_of(model) == name) return model;
    }
    return study.at("best");
}

/// The figures that both have, by groups too where both were judged so.
void add_figures(const std::string& name, const Json& first, const Json& second,
                 StudyComparison& comparison) {
    for (const std::string figure : {"accuracy", "top2", "mae", "r2"}) {
        if (!first.contains(figure) || !second.contains(figure)) continue;
        const auto& a = first.at(figure);
        const auto& b = second.at(figure);
        for (const std::string kind : {"random", "by_group"}) {
            if (a.at(kind).is_null() || b.at(kind).is_null()) continue;
            const auto& in_a = a.at(kind + "_interval");
            const auto& in_b = b.at(kind + "_interval");
            comparison.figures.push_back({name, figure, kind == "by_group", a.at(kind), in_a.at(0),
                                          in_a.at(1), b.at(kind), in_b.at(0), in_b.at(1)});
        }
    }
}

std::string list_of(const Json& names) {
    std::string list;
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name.get<std::string>();
    return list;
}

void compare_tables(const Json& first, const Json& second, StudyComparison& comparison) {
    const auto rows_a = first.at("rows").get<std::size_t>();
    const auto rows_b = second.at("rows").get<std::size_t>();
    if (rows_a != rows_b) comparison.differences.push_back(fmt::format("rows: {} and {}", rows_a, rows_b));
    for (const std::string what : {"target", "features", "classes", "dropped"}) {
        if (!first.contains(what) || !second.contains(what) || first.at(what) == second.at(what)) continue;
        const auto text = [&](const Json& value) {
            return value.is_array() ? list_of(value) : json_text(value);
        };
        comparison.differences.push_back(
            fmt::format("{}: {} and {}", what, text(first.at(what)), text(second.at(what))));
    }
}

StudyComparison compare(const Json& first, const Json& second) {
    StudyComparison comparison;
    comparison.study = first.at("study").get<std::string>();
    require(second.at("study") == first.at("study"),
            "only studies of one kind can be compared, got {} and {}", comparison.study,
            second.at("study").get<std::string>());
    compare_tables(first, second, comparison);
    add_figures("the best", first.at("best"), second.at("best"), comparison);
    const auto in_first = names_of(first);
    const auto in_second = names_of(second);
    const std::set<std::string> there(in_second.begin(), in_second.end());
    for (const auto& name : in_first) {
        if (there.contains(name))
            add_figures(name, named(first, name), named(second, name), comparison);
        else
            comparison.only_first.push_back(name);
    }
    const std::set<std::string> here(in_first.begin(), in_first.end());
    std::ranges::copy_if(in_second, std::back_inserter(comparison.only_second),
                         [&](const auto& name) { return !here.contains(name); });
    return comparison;
}

}  // namespace

StudyComparison compare_studies(const std::filesystem::path& first, const std::filesystem::path& second) {
    const auto a = read_study(first);
    const auto b = read_study(second);
    try {
        return compare(a, b);
    } catch (const Json::exception& error) {
        fail(ErrorCode::corrupt_data, "{} or {} is no whole study: {}", first.string(), second.string(),
             error.what());
    }
}

shapes::Comparison shape_of(const StudyComparison& comparison) {
    shapes::Comparison shape{
        comparison.study, comparison.differences, {}, comparison.only_first, comparison.only_second};
    for (const auto& figure : comparison.figures) {
        const bool is_up = figure.second > figure.first;
        shape.figures.push_back({figure.model,
                                 figure.figure,
                                 figure.by_group ? "by_group" : "random",
                                 figure.first,
                                 {figure.first_low, figure.first_high},
                                 figure.second,
                                 {figure.second_low, figure.second_high},
                                 figure.second - figure.first,
                                 !figure.is_clear()                 ? "within the intervals"
                                 : is_up == figure.more_is_better() ? "better"
                                                                    : "worse"});
    }
    return shape;
}

}  // namespace attune::engine
