#pragma once

#include "report/svg.h"
#include "report/table.h"

#include <string>
#include <utility>

namespace attune::report {

/// Widths at which pictures are drawn, px: for a page or a sheet of paper, and for a phone.
inline constexpr double wide_width = 740;
inline constexpr double narrow_width = 340;

/// A picture with what it shows in a sentence, and its numbers as a table: there is no picture without them.
class Figure {
  public:
    /// Of a picture kind: a struct with `Svg draw(const Kind&, double width)` and
    /// `Table table_of(const Kind&)`.
    ///
    /// @param summary  what one sees, in a sentence with the numbers in it
    template <class Kind>
    Figure(std::string title, std::string summary, const Kind& picture)
        : Figure(std::move(title), std::move(summary), draw(picture, wide_width), draw(picture, narrow_width),
                 table_of(picture)) {}

    const std::string& title() const noexcept { return title_; }
    const std::string& summary() const noexcept { return summary_; }
    const Svg& wide() const noexcept { return wide_; }
    const Svg& narrow() const noexcept { return narrow_; }
    const Table& table() const noexcept { return table_; }

  private:
    /// @throws Error{invalid_argument} without title or summary, or if the table has no rows
    Figure(std::string title, std::string summary, Svg wide, Svg narrow, Table table);

    std::string title_;
    std::string summary_;
    Svg wide_;
    Svg narrow_;
    Table table_;
};

}  // namespace attune::report
