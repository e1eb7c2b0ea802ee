#pragma once

#include "learning/tables/classes.h"
#include "learning/tables/table.h"
#include "library/audio_features.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace attune::lab {

/// The audio feature that a column holds, by the column's name.
using SoundRoles = std::map<std::string, library::AudioFeature>;

/// What the columns of a table mean to a study.
struct StudyColumns {
    std::string label;                  ///< texts
    std::string group = {};             ///< texts, compared folded ("Björk" is "BJORK"); empty for no groups
    std::string id = {};                ///< texts; rows of one id are one track; empty for none
    std::vector<std::string> features;  ///< numbers, texts (a category) or lists of texts (each a member)
    std::string artist = {};            ///< texts, only to name tracks; empty for none
    std::string title = {};             ///< the same
    std::string target = {};            ///< of popularity: numbers
    std::string genre = {};  ///< of popularity: lists of texts, the first counts most; empty for none
    std::string year = {};   ///< of popularity: numbers; empty for none
    SoundRoles sounds = {};  ///< which features are audio features
};

/// The rows that a study looks at.
struct StudyRows {
    std::vector<std::size_t> rows;               ///< of the table, ascending
    learning::Classes classes;                   ///< of these rows
    std::vector<std::uint64_t> groups;           ///< of these rows; empty without a group column
    std::map<std::string, std::size_t> dropped;  ///< why rows are left out, and how many
};

/// Chooses rows. A row is left out as "no_label", "no_features" (none is known), "no_group", "duplicate" (its
/// id stood above; the first usable row counts), "not_sampled" (more than `most_rows` are left: a random part is
/// studied) or "rare_class" (fewer than `least_rows_of_class` rows are
/// left of it).
///
/// @throws Error{not_found} for an unknown column; Error{invalid_argument} without features, if a feature is
/// the label, the group or the id, or if fewer than 2 or more than 100 classes are left; Error{corrupt_data}
/// if no row is
StudyRows choose_rows(const learning::Table& table, const StudyColumns& columns,
                      std::size_t least_rows_of_class, std::size_t most_rows = 30000, std::uint64_t seed = 1);

}  // namespace attune::lab
