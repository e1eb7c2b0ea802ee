#pragma once

#include "library/audio_features.h"
#include "sources/csv.h"
#include "tables/seen_column.h"
#include "tables/track_table.h"

#include <optional>
#include <string>
#include <vector>

namespace attune::tables {

/// Which column of a file is what to a study.
struct TableRoles {
    std::optional<std::size_t> label;
    std::optional<std::size_t> target;
    std::optional<std::size_t> group;
    std::optional<std::size_t> id;
    std::optional<std::size_t> title;
    std::optional<std::size_t> artist;
    std::optional<std::size_t> year;  ///< of a study of numbers, as genre and is_explicit
    std::optional<std::size_t> genre;
    std::optional<std::size_t> is_explicit;
    std::vector<std::size_t> features;
};

/// @throws Error as read_track_table()
TableRoles find_roles(const sources::Columns& columns, const TableColumns& wanted,
                      const std::filesystem::path& file);

/// The audio feature that a column holds by its name.
std::optional<library::AudioFeature> audio_feature_of(const sources::Columns& columns, std::size_t column);

/// Why a study leaves a column alone, in words.
std::string reason_not_used(const SeenColumn& column);

}  // namespace attune::tables
