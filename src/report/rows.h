#pragma once

#include "report/axes.h"
#include "report/table.h"

#include <string>
#include <vector>

namespace attune::report {

/// A number for each row of a picture made of rows.
struct RowSeries {
    std::string name;
    std::vector<double> values;            ///< one a row; NaN draws nothing
    std::vector<Interval> intervals = {};  ///< one a row, or none at all
};

/// Rows with names, and one or more numbers for each.
struct NamedRows {
    std::string rows_are;  ///< "genre": what the names name
    std::vector<std::string> names;
    std::vector<RowSeries> series;  ///< 1 to 8
};

/// @throws Error{invalid_argument} without rows, with 0 or more than 8 series, or if one of them has another
/// number of values
void check(const NamedRows& rows);

/// The least and the largest of all values and intervals.
Extent extent_of(const NamedRows& rows);

std::vector<std::string> series_names(const NamedRows& rows);

/// What is said when a value is pointed at: "rock, by artist: 61.2 % (60.1 % to 62.3 %)".
std::string value_text(const NamedRows& rows, std::size_t series, std::size_t row,
                       const NumberFormat& format);

Table table_of(const NamedRows& rows, const NumberFormat& format, const std::vector<Reference>& references);

/// Where the names of rows stand in a picture made of rows: in a column at the left, or, where that would
/// take too much of a narrow picture, above each row.
class RowNames {
  public:
    RowNames(const std::vector<std::string>& names, double picture_width);

    /// Where the data begin, px.
    double left() const noexcept { return above_ ? 0 : width_ + 10; }
    /// What a row needs above its marks, px.
    double room_above() const noexcept { return above_ ? 16 : 0; }

    /// @param top     of the row
    /// @param middle  of its marks
    void draw(Svg& svg, const std::string& name, double top, double middle) const;

  private:
    double width_ = 0;
    double picture_width_ = 0;
    bool above_ = false;
};

}  // namespace attune::report
