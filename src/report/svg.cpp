#include "report/svg.h"

#include "core/text.h"
#include "report/html.h"

#include <fmt/format.h>

#include <cmath>

namespace attune::report {
namespace {

/// A tenth of a px is enough; "-0" and trailing noughts are not written.
std::string px(double value) {
    const double rounded = std::round(value * 10) / 10;
    return fmt::format("{}", rounded == 0 ? 0.0 : rounded);
}

double letter_width(char letter) {
    if (std::string_view("ijl.,:;|!'I ()[]ft").find(letter) != std::string_view::npos) return 0.37;
    if (std::string_view("mwMW%@<>=+~#&").find(letter) != std::string_view::npos) return 0.97;
    if (letter >= 'A' && letter <= 'Z') return 0.73;
    return 0.625;
}

const char* anchor_name(Anchor anchor) {
    if (anchor == Anchor::middle) return "middle";
    return anchor == Anchor::end ? "end" : "start";
}

bool is_finite(Point point) { return std::isfinite(point.x) && std::isfinite(point.y); }

std::string moves(const std::vector<Point>& points) {
    std::string path;
    bool drawing = false;
    for (const auto point : points) {
        if (is_finite(point)) path += fmt::format("{}{} {}", drawing ? "L" : "M", px(point.x), px(point.y));
        drawing = is_finite(point);
    }
    return path;
}

}  // namespace

double text_width(std::string_view text, double size) {
    double ascii = 0;
    std::string others;
    for (const char letter : text) {
        if (static_cast<unsigned char>(letter) < 0x80) {
            ascii += letter_width(letter);
        } else {
            others += letter;
        }
    }
    return size * (ascii + 0.64 * static_cast<double>(display_width(others)));
}

std::string fit_to_width(std::string_view text, double width, double size) {
    std::string fitted(text);
    for (auto columns = display_width(text); columns > 1 && text_width(fitted, size) > width; --columns)
        fitted = fit(text, columns - 1);
    return fitted;
}

void Svg::mark(std::string_view tag, const std::string& attributes, const Look& look) {
    body_ += fmt::format("<{} {}", tag, attributes);
    if (!look.style.empty()) body_ += fmt::format(" class=\"{}\"", look.style);
    if (look.opacity < 1) body_ += fmt::format(" style=\"opacity:{:.3g}\"", look.opacity);
    if (look.title.empty()) {
        body_ += "/>";
    } else {
        body_ += fmt::format(">{}</{}>", element("title", look.title), tag);
    }
}

void Svg::rect(Point corner, double width, double height, const Look& look) {
    mark("rect",
         fmt::format(R"(x="{}" y="{}" width="{}" height="{}")", px(corner.x), px(corner.y), px(width),
                     px(height)),
         look);
}

void Svg::line(Point from, Point to, const Look& look) {
    mark("line",
         fmt::format(R"(x1="{}" y1="{}" x2="{}" y2="{}")", px(from.x), px(from.y), px(to.x), px(to.y)), look);
}

void Svg::circle(Point centre, double radius, const Look& look) {
    mark("circle", fmt::format(R"(cx="{}" cy="{}" r="{}")", px(centre.x), px(centre.y), px(radius)), look);
}

void Svg::path(const std::vector<Point>& points, const Look& look) {
    if (points.size() > 1) mark("path", fmt::format(R"(d="{}")", moves(points)), look);
}

void Svg::area(const std::vector<Point>& points, const Look& look) {
    if (points.size() > 2) mark("path", fmt::format(R"(d="{}Z")", moves(points)), look);
}

void Svg::text(Point at, std::string_view text, std::string_view style, Anchor anchor, double turned) {
    std::string attributes = fmt::format(R"(x="{}" y="{}")", px(at.x), px(at.y));
    if (anchor != Anchor::start) attributes += fmt::format(R"( text-anchor="{}")", anchor_name(anchor));
    if (turned != 0)
        attributes += fmt::format(" transform=\"rotate({} {} {})\"", px(turned), px(at.x), px(at.y));
    if (!style.empty()) attributes += fmt::format(R"( class="{}")", style);
    body_ += fmt::format("<text {}>{}</text>", attributes, escaped(text));
}

std::string Svg::markup(std::string_view title) const {
    const auto size = fmt::format("{} {}", px(width_), px(height_));
    return fmt::format(
        R"(<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {}" width="{}">{}{}</svg>)", size,
        px(width_), element("title", title), body_);
}

}  // namespace attune::report
