#pragma once

#include "core/matrix.h"
#include "core/options.h"
#include "core/task.h"
#include "learning/numerics/cooccurrence.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::genres {

/// Who is called what, and how they sound.
struct TaggedArtists {
    std::vector<std::string> tags;    ///< canonical names, ascending
    std::vector<learning::Bag> bags;  ///< the tags of each artist, with their weights there
    Matrix sound;  ///< mean features of each artist, shape (n_artists, n_features), NaN missing;
                   ///< empty or fewer rows: the other artists' sound is unknown
};

struct TagProfileOptions {
    int dim = 32;
    double few_artists = 2;
    std::uint64_t seed = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"dim", dim, 1, 1024, "length of the vectors of co-occurrence"});
        visit(
            Option<double>{"few_artists", few_artists, 0, 1000,
                           "artists at whose number a mean sound counts half, the rest is the mean of all"});
        visit(Option<std::uint64_t>{"seed", seed, 0, ~std::uint64_t{0}, "start of the random numbers"});
    }
};

/// What tags are told by, beside their names. Rows are tags.
struct TagProfiles {
    std::vector<std::string> tags;  ///< ascending
    std::vector<double> n_artists;  ///< by weight
    Matrix vectors;                 ///< (n_tags, dim): learning::word_vectors; 0 for a tag that stands alone
    Matrix sound;  ///< (n_tags, n_features): means, drawn to that of all tags where few; NaN unknown

    std::optional<std::size_t> find(std::string_view tag) const;
    bool has_company(std::size_t tag) const;
    bool has_sound(std::size_t tag) const;
};

/// @throws Error{invalid_argument} if a bag names a tag that there is not, or for options out of range
TagProfiles profile_tags(const TaggedArtists& artists, const TagProfileOptions& options = {},
                         const Task& task = {});

}  // namespace attune::genres
