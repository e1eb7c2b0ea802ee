#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::seed {

/// A CSV file with a header, as text.
struct CsvTable {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;

    /// @throws Error{not_found} if there is no such column
    std::size_t column(std::string_view name) const;

    /// The number in a field, or none.
    std::optional<double> number(std::size_t row, std::size_t column) const;
};

/// @throws Error{not_found} or Error{unavailable} if the file cannot be read, Error{corrupt_data} if a row has
/// another number of fields than the header
CsvTable read_csv(const std::filesystem::path& path);

/// Where the data of the seeds lies: $ATTUNE_DATA, else ~/.cache/attune-data.
std::filesystem::path data_directory();

/// True if the folder is there; else says that the benchmark is skipped.
bool has_data(const std::filesystem::path& folder);

}  // namespace attune::seed
