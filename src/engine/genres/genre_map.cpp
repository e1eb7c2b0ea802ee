#include "genres/genre_map.h"

#include "core/argmax.h"
#include "core/bytes.h"
#include "core/error.h"
#include "core/hash.h"
#include "core/json.h"
#include "core/json_text.h"
#include "engine/genres/genre_tree.h"
#include "engine/genres/genres.h"
#include "engine/library/snapshot.h"
#include "files/file.h"
#include "learning/saved_model.h"
#include "pages/genre_map_page.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace attune::engine {
namespace {

constexpr std::string_view model_name = "genre_map";
constexpr std::string_view map_mark = "attune-genre-map 1";
constexpr std::size_t most_examples = 5;

std::filesystem::path map_file(const Workspace& workspace) { return workspace.directory / "genre_map.json"; }

genres::Places read_places(const Workspace& workspace) {
    if (!std::filesystem::exists(map_file(workspace))) return {};
    Json saved;
    try {
        saved = Json::parse(files::read_file(map_file(workspace)));
    } catch (const Json::exception& error) {
        fail(ErrorCode::corrupt_data, "{}: {}; --anew draws another map", map_file(workspace).string(),
             error.what());
    }
    return learning::read_saved_model(saved, model_name, 1, [](const Json& fields) {
        genres::Places places;
        for (const auto& [tag, place] : fields.at("places").items()) {
            places[tag] = {place.at(0).get<float>(), place.at(1).get<float>()};
            learning::require_intact(std::isfinite(places[tag][0]) && std::isfinite(places[tag][1]),
                                     model_name, "a place is not finite");
        }
        return places;
    });
}

void write_places(const Workspace& workspace, const genres::GenreMap& map, const GenreTree& tree) {
    auto saved = learning::saved_model(model_name, 1);
    saved["places"] = Json::object();
    for (std::size_t row = 0; row < map.tags.size(); ++row)
        saved["places"][tree.profiles.tags[map.tags[row]]] = {map.coordinates(row, 0),
                                                              map.coordinates(row, 1)};
    files::write_file(map_file(workspace), json_text(saved));
}

std::string save_map(const genres::GenreMap& map) {
    const std::vector<std::uint64_t> tags(map.tags.begin(), map.tags.end());
    ByteWriter out(map_mark);
    out.numbers<std::uint64_t>(tags);
    out.numbers<float>(map.space.values());
    out.numbers<float>(map.coordinates.values());
    out.numbers<std::uint8_t>(std::array{static_cast<std::uint8_t>(map.goes_on ? 1 : 0)});
    return std::move(out).bytes();
}

genres::GenreMap load_map(std::string_view bytes, const GenreTree& tree) {
    ByteReader in(bytes, map_mark);
    const auto tags = in.numbers<std::uint64_t>();
    const auto space = in.numbers<float>();
    const auto coordinates = in.numbers<float>();
    const auto goes_on = in.numbers<std::uint8_t>();
    in.require_intact(!tags.empty() && space.size() % tags.size() == 0 &&
                      coordinates.size() == 2 * tags.size() && goes_on.size() == 1 &&
                      tags.back() < tree.profiles.tags.size());
    genres::GenreMap map;
    map.tags.assign(tags.begin(), tags.end());
    map.space = Matrix(tags.size(), space.size() / tags.size());
    std::ranges::copy(space, map.space.values().begin());
    map.coordinates = Matrix(tags.size(), 2);
    std::ranges::copy(coordinates, map.coordinates.values().begin());
    map.goes_on = goes_on.front() != 0;
    return map;
}

/// Draws the map and writes down where its genres are, so that the next map goes on from there.
std::shared_ptr<const genres::GenreMap> draw(Snapshot& snapshot, const GenreTree& tree,
                                             const genres::Places& earlier) {
    const auto& workspace = snapshot.workspace();
    genres::GenreMapOptions options;
    options.threads = static_cast<int>(workspace.threads);
    auto map = genres::draw_map(tree.profiles, options, earlier, workspace.task);
    write_places(workspace, map, tree);
    return std::make_shared<const genres::GenreMap>(std::move(map));
}

std::string key_of_map(Snapshot& snapshot) {
    return fmt::format("{} {}", state_of_genres(snapshot), snapshot.workspace().seed);
}

/// A map is drawn once for a state of the library: whoever asks again finds everything where it was.
std::shared_ptr<const genres::GenreMap> map_of(Snapshot& snapshot, const GenreTree& tree) {
    using genres::GenreMap;
    const auto key = key_of_map(snapshot);
    return snapshot.get<GenreMap>(
        "genre_map", key,
        [&] {
            const auto load = [&](std::string_view bytes) { return load_map(bytes, tree); };
            const auto make = [&] { return *draw(snapshot, tree, read_places(snapshot.workspace())); };
            return std::make_shared<const GenreMap>(
                snapshot.kept<GenreMap>("genre_map", key, load, make, save_map));
        },
        [](const GenreMap& map) { return map.space.values().size_bytes(); });
}

std::shared_ptr<const std::vector<std::size_t>> groups_of(Snapshot& snapshot,
                                                          const std::shared_ptr<const genres::GenreMap>& map,
                                                          const GenreTree& tree, genres::MapView view,
                                                          std::size_t n_groups) {
    using Groups = std::vector<std::size_t>;
    const auto& workspace = snapshot.workspace();
    // Of the coordinates too: a map that was drawn anew has other ones in the same state.
    const auto values = map->coordinates.values();
    const auto hash = stable_hash({reinterpret_cast<const char*>(values.data()), values.size_bytes()});
    return snapshot.get<Groups>(fmt::format("genre_groups/{}/{}", static_cast<int>(view), n_groups),
                                fmt::format("{} {:016x}", key_of_map(snapshot), hash), [&] {
                                    return std::make_shared<const Groups>(genres::map_groups(
                                        *map, tree.profiles, view, n_groups, workspace.seed,
                                        static_cast<int>(workspace.threads), workspace.task));
                                });
}

genres::MapView view_of(const std::string& name) {
    const auto found = std::ranges::find(genres::map_view_names, name);
    if (found == genres::map_view_names.end())
        fail(ErrorCode::invalid_argument, "groups can be made by {}, got '{}'",
             fmt::join(genres::map_view_names, ", "), name);
    return static_cast<genres::MapView>(found - genres::map_view_names.begin());
}

/// How often the person played each tag: a play is shared among the tags of its artist.
struct Territory {
    std::vector<double> plays;  ///< by tag
    double n_told = 0;          ///< plays of artists with tags
    std::size_t n_plays = 0;
};

std::optional<Territory> territory_of(Snapshot& snapshot, const GenreTree& tree) {
    const auto person = snapshot.store().find_person(snapshot.workspace().person);
    if (!person) return std::nullopt;
    const auto collected = snapshot.collected();
    const auto known = snapshot.history(*person);
    const auto& history = known->history;
    Territory territory;
    territory.plays.assign(tree.profiles.tags.size(), 0.0);
    territory.n_plays = history.plays.size();
    for (const auto& play : history.plays) {
        const auto& bag = tree.artists.bags[collected->collection.tracks[play.track].artist];
        double total = 0;
        for (const auto& entry : bag) total += entry.weight;
        if (!(total > 0)) continue;
        territory.n_told += 1;
        for (const auto& [tag, weight] : bag) territory.plays[tag] += weight / total;
    }
    return territory;
}

/// One row a genre of the map.
std::vector<shapes::MapGenre> places_of(const GenreTree& tree, const genres::GenreMap& map,
                                        const std::vector<std::size_t>& group_of,
                                        const std::optional<Territory>& territory) {
    std::vector<shapes::MapGenre> places;
    for (std::size_t row = 0; row < map.tags.size(); ++row) {
        const auto tag = map.tags[row];
        const auto& of_branch = tree.taxonomy.branches()[argmax(tree.weights(tag))];
        places.push_back({tree.profiles.tags[tag], map.coordinates(row, 0), map.coordinates(row, 1),
                          tree.profiles.n_artists[tag], of_branch.name, tree.taxonomy.roots()[of_branch.root],
                          group_of[row], std::nullopt});
        if (territory) places.back().plays = territory->plays[tag];
    }
    return places;
}

/// The groups, with their genres of most artists and the share of the person's plays that is theirs.
std::vector<shapes::MapGroup> group_shapes(const GenreTree& tree, const genres::GenreMap& map,
                                           const std::vector<std::size_t>& group_of,
                                           const std::optional<Territory>& territory) {
    const auto n_groups = *std::ranges::max_element(group_of) + 1;
    std::vector<shapes::MapGroup> groups;
    for (std::size_t group = 0; group < n_groups; ++group) {
        std::vector<std::size_t> tags;
        double plays = 0;
        for (std::size_t row = 0; row < map.tags.size(); ++row) {
            if (group_of[row] != group) continue;
            tags.push_back(map.tags[row]);
            if (territory) plays += territory->plays[map.tags[row]];
        }
        std::ranges::stable_sort(tags, std::ranges::greater{},
                                 [&](auto tag) { return tree.profiles.n_artists[tag]; });
        auto& shape = groups.emplace_back();
        shape.group = group;
        shape.genres = tags.size();
        for (const auto tag : std::span(tags).first(std::min(most_examples, tags.size())))
            shape.examples.push_back(tree.profiles.tags[tag]);
        if (territory && territory->n_told > 0) shape.share_of_plays = plays / territory->n_told;
    }
    return groups;
}

}  // namespace

shapes::GenreMap map_genres(Workspace& workspace, const GenreMapRequest& request) {
    const auto view = view_of(request.by);
    require(request.groups >= 1 && request.groups <= 1000, "groups must be in [1, 1000], got {}",
            request.groups);
    Snapshot snapshot(workspace);
    const auto tree_of_library = learn_genres(snapshot);
    const auto& tree = *tree_of_library;
    const auto map_of_library = request.anew ? draw(snapshot, tree, {}) : map_of(snapshot, tree);
    const auto& map = *map_of_library;
    const auto group_of = groups_of(snapshot, map_of_library, tree, view, request.groups);
    const auto territory = territory_of(snapshot, tree);
    shapes::GenreMap shape;
    if (territory) {
        shape.person = workspace.person;
        shape.plays = territory->n_plays;
        shape.plays_with_genres = territory->n_told;
    }
    shape.by = request.by;
    shape.goes_on = map.goes_on;
    shape.groups = group_shapes(tree, map, *group_of, territory);
    shape.genres = places_of(tree, map, *group_of, territory);
    return shape;
}

void write_genre_map_page(const Workspace& workspace, const shapes::GenreMap& map,
                          const std::filesystem::path& file) {
    auto page = pages::genre_map_page(map);
    page.notice = workspace.notice;
    files::write_file(file, report::to_html(page));
}

}  // namespace attune::engine
