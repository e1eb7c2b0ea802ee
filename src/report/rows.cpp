#include "report/rows.h"

#include "core/error.h"

#include <algorithm>

namespace attune::report {

void check(const NamedRows& rows) {
    require(!rows.names.empty(), "a picture of rows needs a row");
    require(!rows.series.empty() && rows.series.size() <= most_series,
            "a picture needs 1 to {} series, got {}", most_series, rows.series.size());
    for (const auto& series : rows.series) {
        require(series.values.size() == rows.names.size(), "{} rows, yet series '{}' has {} values",
                rows.names.size(), series.name, series.values.size());
        require(series.intervals.empty() || series.intervals.size() == rows.names.size(),
                "{} rows, yet series '{}' has {} intervals", rows.names.size(), series.name,
                series.intervals.size());
    }
}

Extent extent_of(const NamedRows& rows) {
    std::vector<double> all;
    for (const auto& series : rows.series) {
        all.insert(all.end(), series.values.begin(), series.values.end());
        for (const auto& [low, high] : series.intervals) all.insert(all.end(), {low, high});
    }
    return extent_of(all);
}

std::vector<std::string> series_names(const NamedRows& rows) {
    std::vector<std::string> names;
    for (const auto& series : rows.series) names.push_back(series.name);
    return names;
}

std::string value_text(const NamedRows& rows, std::size_t series, std::size_t row,
                       const NumberFormat& format) {
    const auto& one = rows.series[series];
    auto text = rows.names[row];
    if (rows.series.size() > 1) text += ", " + one.name;
    text += ": " + to_text(one.values[row], format);
    if (!one.intervals.empty()) text += " (" + to_text(one.intervals[row], format) + ")";
    return text;
}

Table table_of(const NamedRows& rows, const NumberFormat& format, const std::vector<Reference>& references) {
    check(rows);
    Table table;
    table.columns.push_back(text_column(rows.rows_are));
    for (const auto& series : rows.series) {
        table.columns.push_back(number_column(series.name));
        if (!series.intervals.empty()) table.columns.push_back(number_column(series.name + ", interval"));
    }
    for (std::size_t row = 0; row < rows.names.size(); ++row) {
        std::vector<std::string> cells{rows.names[row]};
        for (const auto& series : rows.series) {
            cells.push_back(to_text(series.values[row], format));
            if (!series.intervals.empty()) cells.push_back(to_text(series.intervals[row], format));
        }
        table.row(std::move(cells));
    }
    for (const auto& reference : references) {
        std::vector<std::string> cells(table.columns.size(), "");
        cells[0] = reference.name;
        cells[1] = to_text(reference.at, format);
        table.row(std::move(cells));
    }
    return table;
}

RowNames::RowNames(const std::vector<std::string>& names, double picture_width)
    : picture_width_(picture_width) {
    for (const auto& name : names) width_ = std::max(width_, text_width(name));
    above_ = width_ > 0.4 * picture_width;
}

void RowNames::draw(Svg& svg, const std::string& name, double top, double middle) const {
    if (above_) {
        svg.text({0, top + 12}, fit_to_width(name, picture_width_), "label halo");
    } else {
        svg.text({width_, middle + 4}, name, "label", Anchor::end);
    }
}

}  // namespace attune::report
