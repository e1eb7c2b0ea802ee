#include "report/calibration.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>

namespace attune::report {
namespace {

void check(const Calibration& calibration) {
    require(!calibration.curves.empty() && calibration.curves.size() <= most_series,
            "a calibration needs 1 to {} curves, got {}", most_series, calibration.curves.size());
    for (const auto& curve : calibration.curves)
        require(!curve.bins.empty(), "curve '{}' has no bins", curve.name);
}

void draw_curve(Svg& svg, const CalibrationCurve& curve, std::size_t s, const Scale& x, const Scale& y) {
    std::size_t most = 1;
    for (const auto& bin : curve.bins) most = std::max(most, bin.count);
    std::size_t all = 0;
    for (const auto& bin : curve.bins) all += bin.count;
    std::vector<Point> line;
    for (const auto& bin : curve.bins) {
        if (bin.count == 0) continue;
        // A handful of predictions must not bend the line.
        if (bin.count * 100 >= all) line.push_back({x(bin.predicted), y(bin.observed)});
        if (std::isfinite(bin.interval.low))
            svg.line({x(bin.predicted), y(bin.interval.low)}, {x(bin.predicted), y(bin.interval.high)},
                     {"whisker"});
    }
    svg.path(line, {series_style('l', s)});
    for (const auto& bin : curve.bins) {
        if (bin.count == 0) continue;
        const double share = static_cast<double>(bin.count) / static_cast<double>(most);
        draw_marker(svg, {x(bin.predicted), y(bin.observed)}, s, 2.5 + 4.5 * std::sqrt(share),
                    "said " + percent_text(bin.predicted) + ", came true " + percent_text(bin.observed) +
                        " of " + count_text(bin.count));
    }
}

}  // namespace

Svg draw(const Calibration& calibration, double width) {
    check(calibration);
    std::vector<std::string> names;
    for (const auto& curve : calibration.curves) names.push_back(curve.name);
    const double legend = legend_height(width, legend_of(names));
    const double side = std::min(width - 60, 380.0);
    const AxisText x_text{"probability said", percent_format()};
    const AxisText y_text{"share that came true", percent_format()};
    Frame frame{46, legend + 24, 46 + side, legend + 24 + side};
    Svg svg(width, frame.bottom + 36);
    const Scale x({0, 1}, frame.left, frame.right);
    const Scale y({0, 1}, frame.bottom, frame.top);
    draw_legend(svg, {0, 0}, width, legend_of(names));
    draw_x_axis(svg, frame, x, x_text);
    draw_y_axis(svg, frame, y, y_text);
    svg.line({x(0), y(0)}, {x(1), y(1)}, {"guide-strong"});
    svg.text({x(0.05), y(0.95)}, "says too little", "faint");
    svg.text({x(0.95), y(0.05)}, "says too much", "faint", Anchor::end);
    for (std::size_t s = 0; s < calibration.curves.size(); ++s)
        draw_curve(svg, calibration.curves[s], s, x, y);
    return svg;
}

Table table_of(const Calibration& calibration) {
    check(calibration);
    Table table;
    table.columns = {text_column("of"), number_column("said"), number_column("came true"),
                     number_column("interval"), number_column("predictions")};
    for (const auto& curve : calibration.curves) {
        for (const auto& bin : curve.bins)
            table.row({curve.name, percent_text(bin.predicted), percent_text(bin.observed),
                       std::isfinite(bin.interval.low) ? to_text(bin.interval, percent_format()) : "–",
                       count_text(bin.count)});
    }
    return table;
}

}  // namespace attune::report
