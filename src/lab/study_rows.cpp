#include "lab/study_rows.h"

#include "core/error.h"
#include "core/text.h"

#include <cmath>
#include <set>
#include <string_view>
#include <utility>

namespace attune::lab {
namespace {

using learning::Numbers;
using learning::Table;
using learning::Texts;

constexpr std::size_t most_classes = 100;

bool is_known(const learning::Column& column, std::size_t row) {
    if (const auto* numbers = std::get_if<Numbers>(&column.values)) return !std::isnan((*numbers)[row]);
    if (const auto* texts = std::get_if<Texts>(&column.values)) return !(*texts)[row].empty();
    return true;  // an empty list is known
}

void check_columns(const StudyColumns& columns) {
    require(!columns.features.empty(), "a study needs 1 feature at least, got none");
    std::set<std::string_view> seen;
    for (const auto& name : columns.features) {
        const bool tells = name == columns.label || name == columns.group || name == columns.id;
        require(!tells, "the column '{}' is the label, the group or the id: it cannot be a feature too",
                name);
        require(seen.insert(name).second, "the feature '{}' is named twice", name);
    }
}

/// Decides row by row why it is left out; an empty reason keeps it.
class RowFilter {
  public:
    RowFilter(const Table& table, const StudyColumns& columns)
        : labels_(&table.texts(columns.label)),
          groups_(columns.group.empty() ? nullptr : &table.texts(columns.group)),
          ids_(columns.id.empty() ? nullptr : &table.texts(columns.id)) {
        for (const auto& name : columns.features) features_.push_back(&table.column(name));
    }

    std::string_view reason(std::size_t row) {
        if ((*labels_)[row].empty()) return "no_label";
        bool has_feature = false;
        for (const auto* feature : features_) has_feature = has_feature || is_known(*feature, row);
        if (!has_feature) return "no_features";
        if (groups_ != nullptr && (*groups_)[row].empty()) return "no_group";
        const bool has_id = ids_ != nullptr && !(*ids_)[row].empty();
        return has_id && !seen_ids_.insert((*ids_)[row]).second ? "duplicate" : std::string_view();
    }

    std::uint64_t group(std::size_t row) {
        return group_of_.try_emplace(fold((*groups_)[row]), group_of_.size()).first->second;
    }

    bool has_groups() const noexcept { return groups_ != nullptr; }
    const std::string& label(std::size_t row) const { return (*labels_)[row]; }

  private:
    const Texts* labels_;
    const Texts* groups_;
    const Texts* ids_;
    std::vector<const learning::Column*> features_;
    std::set<std::string_view> seen_ids_;
    std::map<std::string, std::uint64_t> group_of_;
};

void require_rows(const StudyRows& chosen) {
    if (!chosen.rows.empty()) return;
    std::string why;
    for (const auto& [reason, count] : chosen.dropped)
        why += fmt::format("{}{} {}", why.empty() ? "" : ", ", count, reason);
    fail(ErrorCode::corrupt_data, "the table has no row to study: {}", why.empty() ? "it is empty" : why);
}

}  // namespace

StudyRows choose_rows(const Table& table, const StudyColumns& columns, std::size_t least_rows_of_class) {
    check_columns(columns);
    RowFilter filter(table, columns);
    StudyRows chosen;
    std::vector<std::size_t> usable;
    std::map<std::string_view, std::size_t> count_of;
    for (std::size_t row = 0; row < table.n_rows(); ++row) {
        const auto reason = filter.reason(row);
        if (reason.empty()) {
            usable.push_back(row);
            ++count_of[filter.label(row)];
        } else {
            ++chosen.dropped[std::string(reason)];
        }
    }
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
    require_rows(chosen);
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
