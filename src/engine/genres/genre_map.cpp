#include "genres/genre_map.h"

#include "core/argmax.h"
#include "core/error.h"
#include "core/json.h"
#include "engine/genres/genre_tree.h"
#include "engine/genres/genres.h"
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
    files::write_file(map_file(workspace), saved.dump());
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

std::optional<Territory> territory_of(Workspace& workspace, const Collected& collected,
                                      const GenreTree& tree) {
    const auto person = workspace.store->find_person(workspace.person);
    if (!person) return std::nullopt;
    const auto history = collect_history(workspace, collected, *person);
    Territory territory;
    territory.plays.assign(tree.profiles.tags.size(), 0.0);
    territory.n_plays = history.plays.size();
    for (const auto& play : history.plays) {
        const auto& bag = tree.artists.bags[collected.collection.tracks[play.track].artist];
        double total = 0;
        for (const auto& entry : bag) total += entry.weight;
        if (!(total > 0)) continue;
        territory.n_told += 1;
        for (const auto& [tag, weight] : bag) territory.plays[tag] += weight / total;
    }
    return territory;
}

/// One row a genre of the map.
Json places_json(const GenreTree& tree, const genres::GenreMap& map, const std::vector<std::size_t>& group_of,
                 const std::optional<Territory>& territory) {
    Json json = Json::array();
    for (std::size_t row = 0; row < map.tags.size(); ++row) {
        const auto tag = map.tags[row];
        const auto branch = argmax(tree.weights(tag));
        const auto& of_branch = tree.taxonomy.branches()[branch];
        json.push_back({{"genre", tree.profiles.tags[tag]},
                        {"x", map.coordinates(row, 0)},
                        {"y", map.coordinates(row, 1)},
                        {"artists", tree.profiles.n_artists[tag]},
                        {"branch", of_branch.name},
                        {"root", tree.taxonomy.roots()[of_branch.root]},
                        {"group", group_of[row]},
                        {"plays", territory ? Json(territory->plays[tag]) : Json(nullptr)}});
    }
    return json;
}

/// The groups, with their genres of most artists and the share of the person's plays that is theirs.
Json groups_json(const GenreTree& tree, const genres::GenreMap& map, const std::vector<std::size_t>& group_of,
                 const std::optional<Territory>& territory) {
    const auto n_groups = *std::ranges::max_element(group_of) + 1;
    Json json = Json::array();
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
        Json examples = Json::array();
        for (const auto tag : std::span(tags).first(std::min(most_examples, tags.size())))
            examples.push_back(tree.profiles.tags[tag]);
        const bool has_plays = territory && territory->n_told > 0;
        json.push_back({{"group", group},
                        {"genres", tags.size()},
                        {"examples", std::move(examples)},
                        {"share_of_plays", has_plays ? Json(plays / territory->n_told) : Json(nullptr)}});
    }
    return json;
}

}  // namespace

Json map_genres(Workspace& workspace, const GenreMapRequest& request) {
    const auto view = view_of(request.by);
    require(request.groups >= 1 && request.groups <= 1000, "groups must be in [1, 1000], got {}",
            request.groups);
    const auto collected = collect(workspace);
    const auto tree = learn_genres(workspace, collected);
    genres::GenreMapOptions options;
    options.threads = static_cast<int>(workspace.threads);
    const auto earlier = request.anew ? genres::Places{} : read_places(workspace);
    const auto map = genres::draw_map(tree.profiles, options, earlier, workspace.task);
    const auto group_of = genres::map_groups(map, tree.profiles, view, request.groups, workspace.seed,
                                             static_cast<int>(workspace.threads), workspace.task);
    const auto territory = territory_of(workspace, collected, tree);
    write_places(workspace, map, tree);
    return {{"person", territory ? Json(workspace.person) : Json(nullptr)},
            {"plays", territory ? Json(territory->n_plays) : Json(nullptr)},
            {"plays_with_genres", territory ? Json(territory->n_told) : Json(nullptr)},
            {"by", request.by},
            {"goes_on", map.goes_on},
            {"groups", groups_json(tree, map, group_of, territory)},
            {"genres", places_json(tree, map, group_of, territory)}};
}

void write_genre_map_page(const Workspace& workspace, const Json& map, const std::filesystem::path& file) {
    auto page = pages::genre_map_page(map);
    page.notice = workspace.notice;
    files::write_file(file, report::to_html(page));
}

}  // namespace attune::engine
