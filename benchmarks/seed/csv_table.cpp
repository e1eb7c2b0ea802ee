#include "csv_table.h"

#include "core/error.h"
#include "sources/csv.h"
#include "sources/streams.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

namespace attune::seed {

std::size_t CsvTable::column(std::string_view name) const {
    const auto found = std::ranges::find(columns, name);
    if (found == columns.end()) fail(ErrorCode::not_found, "no column '{}'", name);
    return static_cast<std::size_t>(found - columns.begin());
}

std::optional<double> CsvTable::number(std::size_t row, std::size_t column) const {
    const std::string& text = rows[row][column];
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

CsvTable read_csv(const std::filesystem::path& path) {
    sources::FileStream file(path);
    sources::CsvReader reader(file, ',');
    CsvTable table;
    sources::CsvRow row;
    while (reader.next(row)) {
        std::vector<std::string> fields(row.fields.begin(), row.fields.end());
        if (table.columns.empty()) {
            reader.expect_fields(fields.size());
            table.columns = std::move(fields);
            continue;
        }
        if (fields.size() != table.columns.size())
            fail(ErrorCode::corrupt_data, "{}: line {}: {} fields instead of {}", path.string(),
                 row.place.line, fields.size(), table.columns.size());
        table.rows.push_back(std::move(fields));
    }
    return table;
}

std::filesystem::path data_directory() {
    if (const char* named = std::getenv("ATTUNE_DATA")) return named;
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home == nullptr ? "." : home) / ".cache" / "attune-data";
}

bool has_data(const std::filesystem::path& folder) {
    if (std::filesystem::is_directory(folder)) return true;
    fmt::print("skipped: no data in {} (set ATTUNE_DATA)\n", folder.string());
    return false;
}

}  // namespace attune::seed
