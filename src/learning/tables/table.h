#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace attune::learning {

using Numbers = std::vector<double>;                      ///< NaN is missing
using Texts = std::vector<std::string>;                   ///< empty is missing
using TextLists = std::vector<std::vector<std::string>>;  ///< an empty list is a known "none"

/// One named column as it came: numbers, texts (a category, a date), or lists of texts (genres).
struct Column {
    std::string name;
    std::variant<Numbers, Texts, TextLists> values;

    std::size_t size() const noexcept;
};

/// Named columns of one length.
class Table {
  public:
    /// @throws Error{invalid_argument} if there is a column of this name, its length is another, or a number
    /// is
    ///         infinite: which column, which row
    void add(Column column);

    std::size_t n_rows() const noexcept { return columns_.empty() ? 0 : columns_.front().size(); }
    const std::vector<Column>& columns() const noexcept { return columns_; }

    /// @throws Error{not_found} naming the known ones
    const Column& column(std::string_view name) const;

    /// @throws Error{not_found} as column(); Error{invalid_argument} if the column holds something else
    const Numbers& numbers(std::string_view name) const;
    const Texts& texts(std::string_view name) const;
    const TextLists& lists(std::string_view name) const;

  private:
    std::vector<Column> columns_;
};

}  // namespace attune::learning
