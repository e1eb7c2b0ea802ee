#pragma once

#include "sources/csv.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace attune::tables {

/// What the values of a column are, to a study and to whoever chooses one.
enum class ColumnKind {
    empty,
    number,
    flag,  ///< yes or no
    date,  ///< or a year beside other words
    list,
    id,  ///< or free text: nearly every value is another
    text,
};

/// The word for it, "number"; an empty column is one of texts.
std::string_view to_string(ColumnKind kind) noexcept;

/// A column whose values are looked at one by one, in constant memory. What half or more of its values are decides its
/// kind. All who say what a column is go by this.
class SeenColumn {
  public:
    /// @param decimal_comma  numbers are written "0,5"
    explicit SeenColumn(bool decimal_comma = false) : decimal_comma_(decimal_comma) {}

    void look(std::string_view value);

    ColumnKind kind() const;

    std::size_t n_known() const noexcept { return n_known_; }  ///< values that are not empty
    /// Different values, counted up to most_distinct.
    std::size_t n_distinct() const noexcept { return values_.size(); }
    const std::string& example() const noexcept { return example_; }  ///< the first value, cut

    static constexpr std::size_t most_distinct = 1000;

  private:
    bool mostly(std::size_t n) const { return n_known_ > 0 && 2 * n >= n_known_; }

    bool decimal_comma_;
    std::string example_;
    std::size_t n_known_ = 0;
    std::size_t n_numbers_ = 0;
    std::size_t n_flags_ = 0;
    std::size_t n_dates_ = 0;
    std::size_t n_lists_ = 0;
    std::set<std::uint64_t> values_;  // hashes of the first different ones
};

/// A number of a table in which they may be written "0,5"; nothing for any other text.
std::optional<double> number_of(std::string_view text, bool decimal_comma);

/// Whether numbers are written "0,5" in a table of these columns: where a comma does not divide them.
inline bool has_decimal_comma(const sources::Columns& columns) noexcept { return columns.separator() != ','; }

/// Whether a row can be read by the columns of its table.
bool is_readable(const sources::CsvRow& row, std::size_t n_columns);

}  // namespace attune::tables
