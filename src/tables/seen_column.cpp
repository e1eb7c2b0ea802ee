#include "tables/seen_column.h"

#include "core/hash.h"
#include "core/text.h"
#include "core/time.h"
#include "sources/values.h"

#include <algorithm>

namespace attune::tables {
namespace {

constexpr std::size_t example_width = 60;

}  // namespace

std::string_view to_string(ColumnKind kind) noexcept {
    switch (kind) {
        case ColumnKind::number: return "number";
        case ColumnKind::flag: return "flag";
        case ColumnKind::date: return "date";
        case ColumnKind::list: return "list";
        case ColumnKind::id: return "id";
        case ColumnKind::empty:
        case ColumnKind::text: break;
    }
    return "text";
}

void SeenColumn::look(std::string_view value) {
    if (value.empty()) return;
    if (n_known_++ == 0) example_ = fit(sources::clean_text(value), example_width);
    n_numbers_ += number_of(value, decimal_comma_) ? 1U : 0U;
    n_flags_ += sources::parse_flag(value) ? 1U : 0U;
    n_dates_ += parse_year(value) ? 1U : 0U;
    n_lists_ += value.starts_with('[') ? 1U : 0U;
    if (values_.size() < most_distinct) values_.insert(stable_hash(value));
}

ColumnKind SeenColumn::kind() const {
    if (n_known_ == 0) return ColumnKind::empty;
    if (mostly(n_numbers_)) return ColumnKind::number;
    if (mostly(n_flags_)) return ColumnKind::flag;
    if (mostly(n_dates_)) return ColumnKind::date;
    if (mostly(n_lists_)) return ColumnKind::list;
    const bool is_free = values_.size() == most_distinct || 10 * values_.size() > 9 * n_known_;
    return is_free && n_known_ > 1 ? ColumnKind::id : ColumnKind::text;
}

std::optional<double> number_of(std::string_view text, bool decimal_comma) {
    if (!decimal_comma) return sources::parse_number(text);
    std::string with_point(text);
    std::ranges::replace(with_point, ',', '.');
    return sources::parse_number(with_point);
}

bool is_readable(const sources::CsvRow& row, std::size_t n_columns) {
    if (row.is_broken || (row.fields.size() < n_columns && !row.has_line_end)) return false;
    for (std::size_t c = n_columns; c < row.fields.size(); ++c) {
        if (!trim(row.fields[c]).empty()) return false;
    }
    return true;
}

}  // namespace attune::tables
