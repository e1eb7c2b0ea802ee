#pragma once

#include "report/numbers.h"
#include "report/scale.h"
#include "report/svg.h"

#include <cstddef>
#include <string>
#include <vector>

namespace attune::report {

/// The most series that one picture tells apart.
inline constexpr std::size_t most_series = 8;

/// Where the data of a picture lie, px.
struct Frame {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    double width() const noexcept { return right - left; }
    double height() const noexcept { return bottom - top; }
};

/// An interval around an estimate.
struct Interval {
    double low = 0;
    double high = 0;
};

/// "12.1 to 13.4".
std::string to_text(const Interval& interval, const NumberFormat& format = {});

/// A line that is drawn across a picture to compare with.
struct Reference {
    std::string name;
    double at = 0;
};

/// What stands at an axis.
struct AxisText {
    std::string title{};
    NumberFormat format{};
};

/// Lines from the ticks across the frame and what they say: below it, or at its left. A title stands at the
/// far end of the axis, below the ticks; above the top tick for y. Nothing else: no box, no small ticks.
void draw_x_axis(Svg& svg, const Frame& frame, const Scale& x, const AxisText& text);
void draw_y_axis(Svg& svg, const Frame& frame, const Scale& y, const AxisText& text);

/// How many ticks look well on so many px.
int ticks_for_width(double width) noexcept;
int ticks_for_height(double height) noexcept;

/// How much room the texts of a y axis take at the left, px.
double y_axis_width(Extent extent, double height, const NumberFormat& format);

/// "s3" for series 3, with the letter of the class wanted (style.h).
std::string series_style(char kind, std::size_t series);

/// A mark of a shape of its own for each series: circle, square, triangle, diamond, ...
void draw_marker(Svg& svg, Point at, std::size_t series, double radius, const std::string& title = {});

/// A name with the mark of a series.
struct LegendEntry {
    std::string name;
    std::size_t series = 0;
};

/// Names in the order of their series.
std::vector<LegendEntry> legend_of(const std::vector<std::string>& names);

/// Names with their marks, in lines no wider than `width`, from the corner down.
/// @return the height it took, 0 for fewer than two names
double draw_legend(Svg& svg, Point corner, double width, const std::vector<LegendEntry>& entries);
double legend_height(double width, const std::vector<LegendEntry>& entries);

}  // namespace attune::report
