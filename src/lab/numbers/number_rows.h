#pragma once

#include "lab/rows/study_rows.h"
#include "learning/tables/table.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace attune::lab {

/// The rows that a study of a number looks at, as a table of their own.
struct NumberRows {
    std::vector<std::size_t> rows;   ///< of the table that was brought, ascending
    learning::Table table;           ///< of these rows: the features, the genre as lists
    std::vector<float> target;       ///< shape (n_rows,)
    std::vector<std::string> genre;  ///< the first genre of each row; empty for none, "other" for rare ones
    std::vector<std::uint64_t> genre_of;  ///< the same in numbers
    std::vector<double> year;             ///< NaN unknown; empty without a column
    std::vector<std::uint64_t> groups;    ///< of these rows; empty without a group column
    std::map<std::string, std::size_t> dropped;
};

/// Genres that have rows of their own; those below it in number are "other".
inline constexpr std::size_t most_genres = 50;
inline constexpr std::size_t least_rows_of_genre = 10;

/// Chooses rows. A row is left out as "no_target", "no_features" (none is known), "no_group", "duplicate"
/// (its id stood above; its genres are added to those of the first usable row) or "not_sampled" (more than
/// `most_rows` are left: a random part is studied).
///
/// @throws Error{not_found} for an unknown column; Error{invalid_argument} as choose_rows(), or if the target
/// is one value or fewer than `least_rows` rows are left; Error{corrupt_data} if no row is
NumberRows choose_number_rows(const learning::Table& table, const StudyColumns& columns,
                              std::size_t least_rows, std::size_t most_rows, std::uint64_t seed);

}  // namespace attune::lab
