#include "report/table.h"

#include "core/error.h"
#include "report/html.h"

#include <fmt/format.h>

namespace attune::report {
namespace {

std::string cell(const Column& column, const std::string& text, std::string_view tag,
                 std::string_view scope) {
    std::string attributes;
    if (!scope.empty()) attributes += fmt::format(" scope=\"{}\"", scope);
    if (column.is_number) attributes += " class=\"n\"";
    return fmt::format("<{}{}>{}</{}>", tag, attributes, escaped(text), tag);
}

}  // namespace

std::string to_html(const Table& table) {
    require(!table.columns.empty(), "table '{}' has no columns", table.caption);
    std::string html = "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"" +
                       escaped(table.caption) + "\"><table>" + element("caption", table.caption) +
                       "<thead><tr>";
    for (const auto& column : table.columns) html += cell(column, column.title, "th", "col");
    html += "</tr></thead><tbody>\n";
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        const auto& row = table.rows[r];
        require(row.size() == table.columns.size(), "table '{}' has {} columns, yet row {} has {} cells",
                table.caption, table.columns.size(), r, row.size());
        html += table.strong.contains(r) ? "<tr class=\"strong\">" : "<tr>";
        for (std::size_t c = 0; c < row.size(); ++c)
            html += c == 0 ? cell(table.columns[c], row[c], "th", "row")
                           : cell(table.columns[c], row[c], "td", "");
        html += "</tr>\n";
    }
    return html + "</tbody></table></div>";
}

}  // namespace attune::report
