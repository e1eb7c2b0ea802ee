#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attune::cli {

/// A table for a terminal: columns as wide as their widest cell (cut at `most_width`), numbers to the right.
class Table {
  public:
    enum class Align { left, right };

    void column(std::string title, Align align = Align::left, std::size_t most_width = 48);
    void row(std::vector<std::string> cells);
    bool empty() const noexcept { return rows_.empty(); }

    /// The lines of the table, without a line end at the last.
    std::string text() const;

  private:
    struct Column {
        std::string title;
        Align align;
        std::size_t most_width;
    };

    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

/// 1234567 as "1,234,567".
std::string with_commas(std::int64_t number);

/// The same of how many there are.
inline std::string count_text(std::size_t n) { return with_commas(static_cast<std::int64_t>(n)); }

/// 0.1234 as "12.3 %".
std::string percent(double share);

}  // namespace attune::cli
