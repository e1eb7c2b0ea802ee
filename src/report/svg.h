#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace attune::report {

/// Height of the letters in pictures, px.
inline constexpr double letter_size = 12;

/// About how wide a text is in the sans-serif fonts of usual systems, px; rather too wide than too narrow.
double text_width(std::string_view text, double size = letter_size);

/// The text cut to fit a width, with an ellipsis where something was cut.
std::string fit_to_width(std::string_view text, double width, double size = letter_size);

/// A mark's looks: names of CSS classes (style.cpp has them), how opaque, and what is said when it is pointed
/// at.
struct Look {
    std::string_view style;
    std::string title{};
    double opacity = 1;
};

enum class Anchor : std::uint8_t { start, middle, end };

struct Point {
    double x = 0;
    double y = 0;
};

/// A drawing of a fixed size, in px; the y axis runs down. Colours come from CSS classes alone, so that one
/// drawing serves a light page, a dark one and paper.
class Svg {
  public:
    Svg(double width, double height) : width_(width), height_(height) {}

    void rect(Point corner, double width, double height, const Look& look);
    void line(Point from, Point to, const Look& look);
    void circle(Point centre, double radius, const Look& look);
    /// Straight lines between points; fewer than two draw nothing. A point with NaN parts the line.
    void path(const std::vector<Point>& points, const Look& look);
    /// A closed, filled shape.
    void area(const std::vector<Point>& points, const Look& look);
    void text(Point at, std::string_view text, std::string_view style, Anchor anchor = Anchor::start,
              double turned = 0);

    double width() const noexcept { return width_; }
    double height() const noexcept { return height_; }

    /// The whole drawing as one element with role="img" and `title` as its name.
    std::string markup(std::string_view title) const;

  private:
    void mark(std::string_view tag, const std::string& attributes, const Look& look);

    double width_;
    double height_;
    std::string body_;
};

}  // namespace attune::report
