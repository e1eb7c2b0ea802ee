#pragma once

#include "genres/name_words.h"
#include "genres/tag_profiles.h"
#include "genres/taxonomy.h"

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace attune::genres_benchmark {

/// artist_genres/data_w_genres.csv: artists with genres and mean features.
genres::TaggedArtists read_artists(const std::filesystem::path& data);

/// The published tree's parents: of each of its tags all paths from a root down to it, canonical names.
using Tree = std::map<std::string, std::vector<std::vector<std::string>>>;
Tree read_tree(const std::filesystem::path& data);

/// The branches of ours that stand for where the tree has a tag; several if it stands there several times,
/// none under a root that is none of ours ("world music").
std::map<std::string, std::set<std::size_t>> branches_of(const Tree& tree, const genres::Taxonomy& taxonomy);

/// The shipped taxonomy.
genres::Taxonomy shipped_taxonomy();

/// Its settled tags as known ones.
std::vector<genres::KnownTag> known_tags(const genres::Taxonomy& taxonomy);

}  // namespace attune::genres_benchmark
