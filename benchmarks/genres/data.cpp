#include "data.h"

#include "core/error.h"
#include "core/text.h"
#include "csv_table.h"
#include "genres/genre_name.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <set>

namespace attune::genres_benchmark {
namespace {

constexpr std::array<std::string_view, 11> features{
    "danceability", "energy",  "loudness", "speechiness", "acousticness", "instrumentalness",
    "liveness",     "valence", "tempo",    "mode",        "duration_ms",
};

/// Where our branches lie in the tree: the deepest of these on a path decides.
const std::map<std::string, std::string, std::less<>> branch_of_node{
    {"african", "african"},
    {"asian", "asian"},
    {"avant garde", "classical"},
    {"blues", "blues"},
    {"caribbean and latin american", "latin"},
    {"classical", "classical"},
    {"comedy", "stage"},
    {"country", "country"},
    {"easy listening", "stage"},
    {"electronic", "electronic"},
    {"folk", "folk"},
    {"hip hop", "hip hop"},
    {"jazz", "jazz"},
    {"kids music", "stage"},
    {"pop", "pop"},
    {"r&b", "r&b"},
    {"rock", "rock"},
    {"reggae", "reggae"},
    {"soundtrack", "stage"},
    {"singer songwriter", "folk"},
};

/// The canonical names of a list, each once, in its order.
std::vector<std::string> canonical_genres(std::string_view list) {
    std::vector<std::string> found;
    for (const auto& name : genres::parse_genre_list(list)) {
        auto genre = genres::canonical_genre(name);
        if (!genre.empty() && std::ranges::find(found, genre) == found.end())
            found.push_back(std::move(genre));
    }
    return found;
}

}  // namespace

genres::TaggedArtists read_artists(const std::filesystem::path& data) {
    const auto table = seed::read_csv(data / "artist_genres" / "data_w_genres.csv");
    const auto genres_column = table.column("genres");
    std::set<std::string> names;
    std::vector<std::vector<std::string>> lists;
    for (const auto& row : table.rows) {
        lists.push_back(canonical_genres(row[genres_column]));
        names.insert(lists.back().begin(), lists.back().end());
    }
    genres::TaggedArtists artists;
    artists.tags.assign(names.begin(), names.end());
    artists.sound = Matrix(table.rows.size(), features.size(), missing);
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        std::set<std::uint32_t> tags;
        for (const auto& genre : lists[row])
            tags.insert(static_cast<std::uint32_t>(std::ranges::lower_bound(artists.tags, genre) -
                                                   artists.tags.begin()));
        learning::Bag bag;
        for (const auto tag : tags) bag.push_back({tag, 1});
        artists.bags.push_back(std::move(bag));
        for (std::size_t f = 0; f < features.size(); ++f) {
            const auto value = table.number(row, table.column(features[f]));
            if (!value) continue;
            artists.sound(row, f) = static_cast<float>(
                features[f] == "duration_ms" ? std::log(std::max(*value, 1000.0)) : *value);
        }
    }
    return artists;
}

Tree read_tree(const std::filesystem::path& data) {
    auto path = data / "genre_tree" / "genres-tree.yaml";
    if (!std::filesystem::exists(path)) path = data / "beets_genres" / "genres-tree.yaml";
    std::ifstream file(path);
    if (!file) fail(ErrorCode::not_found, "no tree of genres at {}", path.string());
    Tree tree;
    std::vector<std::string> way;
    for (std::string line; std::getline(file, line);) {
        const auto dash = line.find("- ");
        if (dash == std::string::npos) continue;
        auto name = trim(std::string_view(line).substr(dash + 2));
        if (name.ends_with(':')) name.remove_suffix(1);
        way.resize(std::min(way.size(), dash / 4));
        way.push_back(genres::canonical_genre(name));
        tree[way.back()].push_back(way);
    }
    return tree;
}

std::map<std::string, std::set<std::size_t>> branches_of(const Tree& tree, const genres::Taxonomy& taxonomy) {
    std::map<std::string, std::set<std::size_t>> branches;
    for (const auto& [tag, ways] : tree) {
        for (const auto& way : ways) {
            const auto found = branch_of_node.find(way.front());
            if (found == branch_of_node.end()) continue;
            const bool is_metal = std::ranges::find(way, "heavy metal") != way.end();
            const auto branch = taxonomy.find_branch(is_metal ? "metal" : found->second);
            if (branch) branches[tag].insert(*branch);
        }
    }
    return branches;
}

genres::Taxonomy shipped_taxonomy() {
    genres::Taxonomy taxonomy;
    taxonomy.read(genres::default_taxonomy(), genres::Author::attune);
    return taxonomy;
}

std::vector<genres::KnownTag> known_tags(const genres::Taxonomy& taxonomy) {
    std::vector<genres::KnownTag> known;
    for (const auto& [tag, settled] : taxonomy.settled()) known.push_back({tag, settled.weights});
    return known;
}

}  // namespace attune::genres_benchmark
