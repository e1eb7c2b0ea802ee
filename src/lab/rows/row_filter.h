#pragma once

#include "lab/rows/study_rows.h"
#include "learning/tables/table.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace attune::lab {

/// Throws invalid_argument without features, or if one is named twice, is told apart by or tells it itself.
void check_columns(const StudyColumns& columns);

/// Decides row by row why it is left out.
class RowFilter {
  public:
    /// @throws Error{not_found} for an unknown column
    RowFilter(const learning::Table& table, const StudyColumns& columns);

    /// "no_label" or "no_target", "no_features", "no_group", "duplicate"; empty for a row that is kept.
    std::string_view reason(std::size_t row);

    /// The group of a row in numbers, spellings that differ in case or accents as one.
    std::uint64_t group(std::size_t row);
    bool has_groups() const noexcept { return groups_ != nullptr; }

    const std::string& label(std::size_t row) const { return (*labels_)[row]; }

    /// The row that was kept for the id of a row that is a duplicate.
    std::size_t kept_for(std::size_t row) const { return row_of_id_.at((*ids_)[row]); }

  private:
    const learning::Texts* labels_ = nullptr;
    const learning::Numbers* target_ = nullptr;
    const learning::Texts* groups_ = nullptr;
    const learning::Texts* ids_ = nullptr;
    std::vector<const learning::Column*> features_;
    std::map<std::string_view, std::size_t> row_of_id_;
    std::map<std::string, std::uint64_t> group_of_;
};

/// Cuts ascending rows to a random part of them, ascending; says how many are left out.
std::size_t keep_some(std::vector<std::size_t>& rows, std::size_t most, std::uint64_t seed);

/// At most so many of the rows 0, 1, ... n - 1, drawn at random, ascending.
std::vector<std::size_t> some_rows(std::size_t n, std::size_t most, std::uint64_t seed);

/// Throws corrupt_data with the reasons if no row is left.
void require_rows_left(std::size_t n_rows, const std::map<std::string, std::size_t>& dropped);

}  // namespace attune::lab
