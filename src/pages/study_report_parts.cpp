#include "pages/study_report_parts.h"

#include "core/text.h"
#include "core/version.h"
#include "report/bars.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace attune::pages {
namespace {

constexpr std::size_t most_drivers = 15;

struct Words {
    std::string_view name;
    std::string_view words;
};

constexpr std::array<Words, 11> known_models{{{"majority", "always the most frequent"},
                                              {"stratified", "at random by frequency"},
                                              {"median", "always the median"},
                                              {"genre_median", "the median of the genre"},
                                              {"logistic", "logistic regression"},
                                              {"linear", "linear regression"},
                                              {"elastic_net", "elastic net"},
                                              {"forest", "random forest"},
                                              {"boosted_trees", "boosted trees"},
                                              {"neural_net", "neural net"},
                                              {"blend", "blend of all models"}}};

constexpr std::array<Words, 9> known_reasons{{{"no_label", "have no label"},
                                              {"no_target", "have no number to explain"},
                                              {"no_features", "have none of the features"},
                                              {"no_group", "have no group"},
                                              {"duplicate", "repeat a track that stood above"},
                                              {"rare_class", "are of a class with too few tracks"},
                                              {"unreadable", "could not be read"},
                                              {"not_sampled", "were not drawn into the sample"},
                                              {"sampled_out", "were not drawn into the sample"}}};

template <std::size_t n>
std::string words_for(const std::array<Words, n>& known, std::string_view name) {
    const auto* const found = std::ranges::find(known, name, &Words::name);
    if (found != known.end()) return std::string(found->words);
    std::string plain(name);
    std::ranges::replace(plain, '_', ' ');
    return plain;
}

std::size_t sum_of(const std::map<std::string, std::size_t>& dropped) {
    std::size_t sum = 0;
    for (const auto& [reason, count] : dropped) sum += count;
    return sum;
}

}  // namespace

std::string with_bounds(const lab::Interval& figure, const report::NumberFormat& format) {
    return fmt::format("{} ({})", report::to_text(figure.value, format),
                       report::to_text(bounds(figure), format));
}

std::string group_words(const StudyOrigin& origin) {
    if (fold(origin.group).find("artist") != std::string::npos) return "artists";
    return "groups of “" + origin.group + "”";
}

std::string model_words(std::string_view model) { return words_for(known_models, model); }

std::string track_words(const lab::TrackName& track, std::size_t row) {
    if (!track.artist.empty() && !track.title.empty()) return track.artist + ": " + track.title;
    if (!track.title.empty()) return track.title;
    if (!track.artist.empty()) return track.artist;
    return track.id.empty() ? fmt::format("row {}", report::count_text(row + 1)) : track.id;
}

std::string rows_words(std::size_t n_rows, const std::map<std::string, std::size_t>& dropped) {
    const auto left_out = sum_of(dropped);
    const auto studied = report::count_of(n_rows, "track was", "tracks were") + " studied";
    if (left_out == 0) return studied + "; no row was left out.";
    return fmt::format("{}; {} left out.", studied, report::count_of(left_out, "row was", "rows were"));
}

report::Section data_section(std::size_t n_rows, const std::map<std::string, std::size_t>& dropped,
                             const std::vector<lab::ColumnUse>& columns) {
    report::Section section{"What was read", {report::Paragraph{rows_words(n_rows, dropped)}}};
    if (!dropped.empty()) {
        report::Table table{
            "Rows left out", {report::text_column("rows that"), report::number_column("rows")}, {}};
        for (const auto& [reason, count] : dropped)
            table.row({words_for(known_reasons, reason), report::count_text(count)});
        section.blocks.emplace_back(std::move(table));
    }
    if (!columns.empty()) {
        report::Table table{
            "Columns of the table",
            {report::text_column("column"), report::text_column("used as"), report::text_column("why not")},
            {}};
        for (const auto& column : columns) table.row({column.name, column.use, column.reason});
        section.blocks.emplace_back(std::move(table));
    }
    return section;
}

report::Section method_section(const StudyOrigin& origin, bool by_group) {
    report::Section section{"How it was judged", {}};
    section.blocks.emplace_back(
        report::Paragraph{"Tracks were parted into folds. What is said of a fold was learned from the others "
                          "alone: scales, filled gaps, "
                          "balanced classes and the models themselves. Figures of random folds are what one "
                          "gets where tracks of the same "
                          "artist may stand on both sides."});
    if (by_group)
        section.blocks.emplace_back(report::Paragraph{fmt::format(
            "Folds by group never divide {}: they say how well the models do on those that they have "
            "never met, and are the ones to believe. All that stands below the comparison of models "
            "is by these folds.",
            group_words(origin))});
    section.blocks.emplace_back(report::Paragraph{fmt::format(
        "Intervals hold the middle 95 % of what came out when {} drawn anew with replacement. Figures whose "
        "intervals overlap widely are not told apart by this table.",
        by_group ? "whole groups were" : "tracks were")});
    return section;
}

std::string colophon(const StudyOrigin& origin) {
    return fmt::format("Made by attune {} from {}, seed {}. The same table and seed give the same page.",
                       attune_version(), origin.table, origin.seed);
}

report::Figure drivers_figure(const std::vector<lab::Driver>& drivers, const std::string& title,
                              const std::string& loses, const report::NumberFormat& format) {
    report::Bars bars{{"feature", {}, {{loses, {}}}}, format};
    for (const auto& driver : drivers) {
        if (bars.rows.names.size() == most_drivers) break;
        bars.rows.names.push_back(driver.feature);
        bars.rows.series[0].values.push_back(driver.permutation);
    }
    const auto& first = drivers.front();
    auto sentence = fmt::format("{} matters most: without it, {} {}", first.feature, loses,
                                report::to_text(first.permutation, format));
    if (drivers.size() > 1)
        sentence += fmt::format("; next comes {} with {}", drivers[1].feature,
                                report::to_text(drivers[1].permutation, format));
    return {title, sentence + ".", bars};
}

}  // namespace attune::pages
