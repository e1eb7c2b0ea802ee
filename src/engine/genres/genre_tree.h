#pragma once

#include "engine/library/snapshot.h"
#include "genres/branching.h"
#include "genres/tag_profiles.h"
#include "genres/taxonomy.h"
#include "shapes/genres.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::engine {

/// All that a library tells of its genres. Some thousand genres take about a second to learn.
struct GenreTree {
    genres::Taxonomy taxonomy;  ///< the program's, then the person's
    genres::TaggedArtists artists;
    std::vector<std::string> artist_names;  ///< of the first bags; strangers have none
    genres::TagProfiles profiles;
    genres::Branching branching;

    /// The weights of a tag in the branches: where it is settled, those; else what the evidence says.
    std::vector<double> weights(std::size_t tag) const;

    /// Where a tag is settled, or null.
    const genres::Settled* settled(std::string_view tag) const;
};

/// The person's own file of the taxonomy, beside the library. Updates of the program never touch it.
std::filesystem::path taxonomy_file(const Workspace& workspace);

/// The program's taxonomy with the person's own file. @throws Error{corrupt_data} naming the file and line
genres::Taxonomy read_taxonomy(const Workspace& workspace);

/// @throws Error{not_found} if the library knows no genres; Error{corrupt_data} as read_taxonomy()
std::shared_ptr<const GenreTree> learn_genres(Snapshot& snapshot);

/// What the tree depends on; other text, another tree.
std::string state_of_genres(Snapshot& snapshot);

/// The branch that each genre of the collection belongs to most; -1 where the tree does not know it.
std::vector<std::int32_t> branches_of_genres(const GenreTree& tree, const library::Collection& collection);

// A weight that is hardly more than the share of a branch by chance is none.
inline constexpr double least_shown = 0.05;

/// Heaviest first, without those below 0.05; the heaviest in any case.
std::vector<shapes::BranchWeight> branch_weights(std::span<const double> weights,
                                                 const genres::Taxonomy& taxonomy);

/// Writes a line into the person's file: where a tag belongs ("jazz 2, r&b 1"). An earlier line of the tag
/// goes.
/// @throws Error{invalid_argument} for an unknown branch, Error{unavailable}
void settle_genre(Workspace& workspace, std::string_view tag, std::string_view branches);

/// Takes the person's line of a tag away. @throws Error{not_found} if there is none
void unsettle_genre(Workspace& workspace, std::string_view tag);

}  // namespace attune::engine
