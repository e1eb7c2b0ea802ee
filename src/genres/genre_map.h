#pragma once

#include "core/matrix.h"
#include "core/options.h"
#include "core/task.h"
#include "genres/tag_profiles.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace attune::genres {

/// Where tags lie on a map, by name.
using Places = std::map<std::string, std::array<float, 2>, std::less<>>;

struct GenreMapOptions {
    double sound = 0.5;
    double perplexity = 20;
    int iterations = 500;
    int settling = 60;
    int threads = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<double>{"sound", sound, 0, 100, "how much sound counts beside company"});
        visit(Option<double>{"perplexity", perplexity, 1, 1000, "about how many tags a tag keeps near"});
        visit(Option<int>{"iterations", iterations, 1, 100000, "rounds of a new map"});
        visit(
            Option<int>{"settling", settling, 1, 100000, "rounds of a map that goes on from an earlier one"});
        visit(Option<int>{"threads", threads, 1, 256, "threads to use"});
    }
};

/// Tags in the plane: near each other if they stand together at artists and sound alike.
struct GenreMap {
    std::vector<std::size_t> tags;  ///< rows of the profiles that have company, ascending
    Matrix space;                   ///< what the map is drawn of, shape (tags, dim + n_features)
    Matrix coordinates;             ///< shape (tags, 2)
    bool goes_on = false;           ///< drawn from an earlier map rather than anew
};

/// The rows of which a map is drawn: unit vectors of company, and sound in standard deviations over the root
/// of the number of features, times `sound`. Unknown features are at the mean.
Matrix map_space(const TagProfiles& profiles, const std::vector<std::size_t>& tags, double sound);

/// Draws the map by t-SNE (projection/tsne.h). Where at least half of the tags lie on an earlier one it goes
/// on from that: new tags begin among those that they are near to, a few rounds settle them, and the whole is
/// turned onto the earlier map (procrustes.h), so that what people remember of it stays. The same input gives
/// the same map.
///
/// @throws Error{invalid_argument} if fewer than 4 tags have company; Error{interrupted}
GenreMap draw_map(const TagProfiles& profiles, const GenreMapOptions& options = {},
                  const Places& earlier = {}, const Task& task = {});

/// How tags are put into groups.
enum class MapView { hierarchical, kmeans, spectral, affinity };
inline constexpr std::array<std::string_view, 4> map_view_names{"hierarchical", "kmeans", "spectral",
                                                                "affinity"};

/// The group of each tag of the map, numbered by falling number of artists. Affinity propagation compares the
/// 1,000 tags of most artists and gives about the wished number; the others go to the nearest exemplar.
/// @param n_groups  lowered to the number of tags where there are fewer
std::vector<std::size_t> map_groups(const GenreMap& map, const TagProfiles& profiles, MapView view,
                                    std::size_t n_groups, std::uint64_t seed = 1, int threads = 1,
                                    const Task& task = {});

}  // namespace attune::genres
