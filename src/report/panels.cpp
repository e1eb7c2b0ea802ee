#include "report/panels.h"

#include <algorithm>
#include <cmath>

namespace attune::report {
namespace {

constexpr double least_panel = 155;
constexpr double gap = 22;
constexpr double title_height = 22;
constexpr double axis_height = 22;

}  // namespace

PanelGrid panel_grid(std::size_t count, double width, double axis_width) {
    const auto fitting = static_cast<std::size_t>((width + gap) / (least_panel + gap));
    const std::size_t columns = std::clamp<std::size_t>(fitting, 1, std::min<std::size_t>(count, 4));
    const double across = (width + gap) / static_cast<double>(columns);
    const double panel = across - gap;
    const double height = std::clamp((panel - axis_width) * 0.62, 70.0, 150.0);
    const double down = title_height + height + axis_height + 10;

    PanelGrid grid;
    for (std::size_t i = 0; i < count; ++i) {
        const double left = across * static_cast<double>(i % columns);
        const double top = down * static_cast<double>(i / columns) + title_height;
        grid.frames.push_back({left + axis_width, top, left + panel, top + height});
    }
    grid.height = down * std::ceil(static_cast<double>(count) / static_cast<double>(columns));
    return grid;
}

void draw_panel_name(Svg& svg, const Frame& frame, const std::string& name, double axis_width) {
    const double left = frame.left - axis_width;
    svg.text({left, frame.top - 9}, fit_to_width(name, frame.right - left), "strong");
}

}  // namespace attune::report
