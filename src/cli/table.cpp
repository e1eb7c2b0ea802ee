#include "cli/table.h"

#include "core/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace attune::cli {

void Table::column(std::string title, Align align, std::size_t most_width) {
    columns_.push_back({std::move(title), align, most_width});
}

void Table::row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

std::string Table::text() const {
    std::vector<std::size_t> widths;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        std::size_t widest = display_width(columns_[c].title);
        for (const auto& row : rows_) widest = std::max(widest, display_width(row.at(c)));
        widths.push_back(std::min(widest, columns_[c].most_width));
    }
    std::string text;
    const auto add_line = [&](const auto& cell_of) {
        std::string line;
        for (std::size_t c = 0; c < columns_.size(); ++c) {
            const std::string cell = fit(cell_of(c), widths[c]);
            const std::string padding(widths[c] - std::min(widths[c], display_width(cell)), ' ');
            line +=
                (c == 0 ? "" : "  ") + (columns_[c].align == Align::left ? cell + padding : padding + cell);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += (text.empty() ? "" : "\n") + line;
    };
    add_line([&](std::size_t c) { return columns_[c].title; });
    for (const auto& row : rows_) add_line([&](std::size_t c) { return row.at(c); });
    return text;
}

std::string with_commas(std::int64_t number) {
    std::string digits = std::to_string(number);
    const std::ptrdiff_t first = number < 0 ? 1 : 0;
    for (auto at = std::ssize(digits) - 3; at > first; at -= 3)
        digits.insert(static_cast<std::size_t>(at), 1, ',');
    return digits;
}

std::string percent(double share) { return fmt::format("{:.1f} %", 100 * share); }

}  // namespace attune::cli
