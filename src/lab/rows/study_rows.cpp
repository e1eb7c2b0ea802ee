#include "lab/rows/study_rows.h"

#include "core/error.h"
#include "lab/rows/row_filter.h"

#include <set>
#include <string_view>

namespace attune::lab {
namespace {

using learning::Table;

constexpr std::size_t most_classes = 100;

}  // namespace

StudyRows choose_rows(const Table& table, const StudyColumns& columns, std::size_t least_rows_of_class,
                      std::size_t most_rows, std::uint64_t seed) {
    check_columns(columns);
    RowFilter filter(table, columns);
    StudyRows chosen;
    std::vector<std::size_t> usable;
    for (std::size_t row = 0; row < table.n_rows(); ++row) {
        const auto reason = filter.reason(row);
        if (reason.empty()) {
            usable.push_back(row);
        } else {
            ++chosen.dropped[std::string(reason)];
        }
    }
    if (const auto n_more = keep_some(usable, most_rows, seed); n_more > 0)
        chosen.dropped["not_sampled"] = n_more;
    std::map<std::string_view, std::size_t> count_of;
    for (const auto row : usable) ++count_of[filter.label(row)];
    std::vector<std::string> labels;
    for (const auto row : usable) {
        if (count_of[filter.label(row)] < least_rows_of_class) {
            ++chosen.dropped["rare_class"];
            continue;
        }
        chosen.rows.push_back(row);
        labels.push_back(filter.label(row));
        if (filter.has_groups()) chosen.groups.push_back(filter.group(row));
    }
    require_rows_left(chosen.rows.size(), chosen.dropped);
    const std::set<std::string_view> names(labels.begin(), labels.end());
    require(names.size() >= 2, "'{}' has one class, '{}', of {} rows or more: there is nothing to tell apart",
            columns.label, *names.begin(), least_rows_of_class);
    require(names.size() <= most_classes,
            "'{}' has {} classes, and at most {} are told apart; name a coarser column", columns.label,
            names.size(), most_classes);
    chosen.classes = learning::index_classes(labels, most_classes);
    return chosen;
}

}  // namespace attune::lab
