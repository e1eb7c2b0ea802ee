#include "lab/rows/row_filter.h"

#include "core/error.h"
#include "core/random.h"
#include "core/text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::lab {
namespace {

using learning::Numbers;
using learning::TextLists;
using learning::Texts;

bool is_known(const learning::Column& column, std::size_t row) {
    if (const auto* numbers = std::get_if<Numbers>(&column.values)) return !std::isnan((*numbers)[row]);
    if (const auto* texts = std::get_if<Texts>(&column.values)) return !(*texts)[row].empty();
    return !std::get<TextLists>(column.values)[row].empty();
}

const Texts* texts_or_none(const learning::Table& table, const std::string& name) {
    return name.empty() ? nullptr : &table.texts(name);
}

}  // namespace

void check_columns(const StudyColumns& columns) {
    require(!columns.features.empty(), "a study needs 1 feature at least, got none");
    std::set<std::string_view> seen;
    for (const auto& name : columns.features) {
        const bool is_answer = !columns.target.empty() && name == columns.target;
        require(!is_answer, "the column '{}' is the target: it cannot be a feature too", name);
        const bool tells = name == columns.label || name == columns.group || name == columns.id;
        require(!tells, "the column '{}' is the label, the group or the id: it cannot be a feature too",
                name);
        require(seen.insert(name).second, "the feature '{}' is named twice", name);
    }
}

RowFilter::RowFilter(const learning::Table& table, const StudyColumns& columns)
    : labels_(columns.target.empty() ? &table.texts(columns.label) : nullptr),
      target_(columns.target.empty() ? nullptr : &table.numbers(columns.target)),
      groups_(texts_or_none(table, columns.group)),
      ids_(texts_or_none(table, columns.id)) {
    for (const auto& name : columns.features) features_.push_back(&table.column(name));
}

std::string_view RowFilter::reason(std::size_t row) {
    if (labels_ != nullptr && (*labels_)[row].empty()) return "no_label";
    if (target_ != nullptr && std::isnan((*target_)[row])) return "no_target";
    const bool has_feature =
        std::ranges::any_of(features_, [&](const auto* feature) { return is_known(*feature, row); });
    if (!has_feature) return "no_features";
    if (groups_ != nullptr && (*groups_)[row].empty()) return "no_group";
    const bool has_id = ids_ != nullptr && !(*ids_)[row].empty();
    return has_id && !row_of_id_.try_emplace((*ids_)[row], row).second ? "duplicate" : std::string_view();
}

std::uint64_t RowFilter::group(std::size_t row) {
    return group_of_.try_emplace(fold((*groups_)[row]), group_of_.size()).first->second;
}

std::size_t keep_some(std::vector<std::size_t>& rows, std::size_t most, std::uint64_t seed) {
    if (rows.size() <= most) return 0;
    const auto n_more = rows.size() - most;
    Random random(seed);
    random.shuffle(rows);
    rows.resize(most);
    std::ranges::sort(rows);
    return n_more;
}

std::vector<std::size_t> some_rows(std::size_t n, std::size_t most, std::uint64_t seed) {
    std::vector<std::size_t> rows(n);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    keep_some(rows, most, seed);
    return rows;
}

void require_rows_left(std::size_t n_rows, const std::map<std::string, std::size_t>& dropped) {
    if (n_rows > 0) return;
    std::string why;
    for (const auto& [reason, count] : dropped)
        why += fmt::format("{}{} {}", why.empty() ? "" : ", ", count, reason);
    fail(ErrorCode::corrupt_data, "the table has no row to study: {}", why.empty() ? "it is empty" : why);
}

}  // namespace attune::lab
