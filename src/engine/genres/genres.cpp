#include "engine/genres/genres.h"

#include "core/argmax.h"
#include "core/error.h"
#include "core/json.h"
#include "engine/genres/genre_tree.h"
#include "genres/genre_name.h"
#include "genres/sound.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::engine {
namespace {

constexpr std::size_t near_genres = 8;
constexpr std::size_t shown_artists = 8;

Json roots_json(const std::vector<double>& weights, const genres::Taxonomy& taxonomy) {
    Json json = Json::array();
    const auto sums = taxonomy.root_weights(weights);
    for (std::size_t root = 0; root < sums.size(); ++root) {
        if (sums[root] >= least_shown)
            json.push_back({{"root", taxonomy.roots()[root]}, {"weight", sums[root]}});
    }
    return json;
}

Json settled_json(const genres::Settled* settled) {
    if (settled == nullptr) return nullptr;
    const bool is_own = settled->author == genres::Author::person;
    return {{"by", is_own ? "you" : "attune"}, {"line", is_own ? Json(settled->line) : Json(nullptr)}};
}

Json name_json(const GenreTree& tree, const std::string& tag, const std::vector<double>& p) {
    if (p.empty()) return nullptr;
    Json words = Json::array();
    for (const auto& word : tree.branching.words().words(tag)) {
        words.push_back({{"words", word.words},
                         {"is_head", word.is_head},
                         {"branch", tree.taxonomy.branches()[argmax(word.shares)].name},
                         {"says", word.says}});
    }
    return {{"weights", weights_json(p, tree.taxonomy)}, {"words", std::move(words)}};
}

/// The genres whose vectors are nearest; of equally near ones that of more artists.
Json near_json(const GenreTree& tree, std::size_t tag) {
    const auto& vectors = tree.profiles.vectors;
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t other = 0; other < vectors.n_rows(); ++other) {
        if (other == tag) continue;
        const auto a = vectors.row(tag);
        const auto b = vectors.row(other);
        order.emplace_back(-std::inner_product(a.begin(), a.end(), b.begin(), 0.0), other);
    }
    const auto n = std::min(near_genres, order.size());
    std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(n));
    Json json = Json::array();
    for (std::size_t i = 0; i < n; ++i) {
        if (!(order[i].first < 0)) break;
        json.push_back({{"genre", tree.profiles.tags[order[i].second]},
                        {"likeness", -order[i].first},
                        {"branch", tree.taxonomy.branches()[argmax(tree.weights(order[i].second))].name}});
    }
    return json;
}

Json company_json(const GenreTree& tree, std::size_t tag, const std::vector<double>& p) {
    if (p.empty()) return nullptr;
    return {{"weights", weights_json(p, tree.taxonomy)}, {"nearest", near_json(tree, tag)}};
}

/// Means of the features, and how many standard deviations of all genres they are from the middle.
Json sound_json(const GenreTree& tree, std::size_t tag, const std::vector<double>& p) {
    if (p.empty()) return nullptr;
    const auto& sound = tree.profiles.sound;
    Json features = Json::array();
    for (std::size_t c = 0; c < sound.n_columns(); ++c) {
        double n = 0;
        double sum = 0;
        double squares = 0;
        for (std::size_t row = 0; row < sound.n_rows(); ++row) {
            if (is_missing(sound(row, c))) continue;
            ++n;
            sum += sound(row, c);
            squares += static_cast<double>(sound(row, c)) * sound(row, c);
        }
        if (is_missing(sound(tag, c))) continue;
        const double deviation = std::sqrt(std::max(0.0, squares / n - sum * sum / n / n));
        const auto feature = genres::sound_features[c];
        const bool is_log = feature == library::AudioFeature::duration_ms;
        features.push_back({{"feature", library::audio_feature_names[static_cast<std::size_t>(feature)].name},
                            {"mean", is_log ? std::exp(sound(tag, c)) : sound(tag, c)},
                            {"deviations", deviation > 0 ? (sound(tag, c) - sum / n) / deviation : 0.0}});
    }
    return {{"weights", weights_json(p, tree.taxonomy)}, {"features", std::move(features)}};
}

/// The artists that are called so, those of fewest other genres first: they show best what it is.
Json artists_json(const GenreTree& tree, std::size_t tag) {
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t artist = 0; artist < tree.artist_names.size(); ++artist) {
        const auto& bag = tree.artists.bags[artist];
        const auto found =
            std::ranges::find(bag, tag, [](const auto& entry) { return std::size_t{entry.word}; });
        if (found != bag.end()) order.emplace_back(static_cast<double>(bag.size()) / found->weight, artist);
    }
    const auto n = std::min(shown_artists, order.size());
    std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(n));
    Json json = Json::array();
    for (std::size_t i = 0; i < n; ++i) json.push_back(tree.artist_names[order[i].second]);
    return json;
}

}  // namespace

Json explain_genre(Workspace& workspace, std::string_view genre) {
    const auto name = genres::canonical_genre(genre);
    require(!name.empty(), "'{}' is not the name of a genre", genre);
    Snapshot snapshot(workspace);
    const auto learned = learn_genres(snapshot);
    const auto& tree = *learned;
    const auto tag = tree.profiles.find(name);
    const auto told = tag ? tree.branching.of(*tag) : tree.branching.of_name(name);
    const auto* const settled = tree.settled(name);
    const auto& weights = settled == nullptr ? told.weights : settled->weights;
    const bool is_told = settled != nullptr || told.has_evidence();
    Json json{{"genre", name},
              {"known", tag.has_value()},
              {"artists_called_so", tag ? tree.profiles.n_artists[*tag] : 0.0},
              {"branches", is_told ? weights_json(weights, tree.taxonomy) : Json::array()},
              {"roots", is_told ? roots_json(weights, tree.taxonomy) : Json::array()},
              {"settled", settled_json(settled)}};
    json["evidence"] = {
        {"together", told.has_evidence() ? weights_json(told.weights, tree.taxonomy) : Json::array()},
        {"name", name_json(tree, name, told[genres::Evidence::name])},
        {"company", tag ? company_json(tree, *tag, told[genres::Evidence::company]) : Json(nullptr)},
        {"sound", tag ? sound_json(tree, *tag, told[genres::Evidence::sound]) : Json(nullptr)}};
    json["artists"] = tag ? artists_json(tree, *tag) : Json::array();
    return json;
}

namespace {

/// Genres by falling number of artists.
std::vector<std::size_t> by_artists(const GenreTree& tree) {
    std::vector<std::size_t> order(tree.profiles.tags.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](auto tag) { return tree.profiles.n_artists[tag]; });
    return order;
}

bool is_told(const GenreTree& tree, std::size_t tag) {
    return tree.settled(tree.profiles.tags[tag]) != nullptr || tree.branching.of(tag).has_evidence();
}

Json genre_json(const GenreTree& tree, std::size_t tag) {
    const auto weights = tree.weights(tag);
    return {{"genre", tree.profiles.tags[tag]},
            {"artists", tree.profiles.n_artists[tag]},
            {"branches", is_told(tree, tag) ? weights_json(weights, tree.taxonomy) : Json::array()},
            {"settled", settled_json(tree.settled(tree.profiles.tags[tag]))}};
}

}  // namespace

Json list_genres(Workspace& workspace, std::string_view branch, std::size_t count) {
    Snapshot snapshot(workspace);
    const auto learned = learn_genres(snapshot);
    const auto& tree = *learned;
    const auto wanted = tree.taxonomy.find_branch(branch);
    if (!branch.empty() && !wanted) {
        std::string known;
        for (const auto& one : tree.taxonomy.branches()) known += (known.empty() ? "" : ", ") + one.name;
        fail(ErrorCode::invalid_argument, "there is no branch '{}'; there are {}", branch, known);
    }
    Json json{{"total", 0}, {"genres", Json::array()}};
    std::size_t total = 0;
    for (const auto tag : by_artists(tree)) {
        if (!branch.empty() && (!is_told(tree, tag) || argmax(tree.weights(tag)) != *wanted)) continue;
        ++total;
        if (json["genres"].size() < count) json["genres"].push_back(genre_json(tree, tag));
    }
    json["total"] = total;
    return json;
}

Json genre_tree(Workspace& workspace, std::size_t count) {
    Snapshot snapshot(workspace);
    const auto learned = learn_genres(snapshot);
    const auto& tree = *learned;
    const auto& branches = tree.taxonomy.branches();
    std::vector<Json> examples(branches.size(), Json::array());
    std::vector<std::size_t> sizes(branches.size(), 0);
    for (const auto tag : by_artists(tree)) {
        if (!is_told(tree, tag)) continue;
        const auto b = argmax(tree.weights(tag));
        ++sizes[b];
        if (examples[b].size() < count) examples[b].push_back(tree.profiles.tags[tag]);
    }
    Json json{{"genres", tree.profiles.tags.size()}, {"own_file", nullptr}, {"roots", Json::array()}};
    if (std::filesystem::exists(taxonomy_file(workspace)))
        json["own_file"] = taxonomy_file(workspace).string();
    for (std::size_t root = 0; root < tree.taxonomy.roots().size(); ++root) {
        Json of_root{{"root", tree.taxonomy.roots()[root]}, {"branches", Json::array()}};
        for (std::size_t b = 0; b < branches.size(); ++b) {
            if (branches[b].root != root) continue;
            of_root["branches"].push_back(
                {{"branch", branches[b].name}, {"genres", sizes[b]}, {"examples", std::move(examples[b])}});
        }
        json["roots"].push_back(std::move(of_root));
    }
    return json;
}

}  // namespace attune::engine
