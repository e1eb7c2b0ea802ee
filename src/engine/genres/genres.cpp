#include "engine/genres/genres.h"

#include "core/argmax.h"
#include "core/error.h"
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

std::vector<shapes::RootWeight> root_weights(const std::vector<double>& weights,
                                             const genres::Taxonomy& taxonomy) {
    std::vector<shapes::RootWeight> roots;
    const auto sums = taxonomy.root_weights(weights);
    for (std::size_t root = 0; root < sums.size(); ++root) {
        if (sums[root] >= least_shown) roots.push_back({taxonomy.roots()[root], sums[root]});
    }
    return roots;
}

std::optional<shapes::SettledBy> shape_of(const genres::Settled* settled) {
    if (settled == nullptr) return std::nullopt;
    if (settled->author != genres::Author::person) return shapes::SettledBy{"attune", std::nullopt};
    return shapes::SettledBy{"you", static_cast<std::size_t>(settled->line)};
}

std::optional<shapes::NameEvidence> name_evidence(const GenreTree& tree, const std::string& tag,
                                                  const std::vector<double>& p) {
    if (p.empty()) return std::nullopt;
    shapes::NameEvidence evidence{branch_weights(p, tree.taxonomy), {}};
    for (const auto& word : tree.branching.words().words(tag)) {
        evidence.words.push_back({std::string(word.words), word.is_head,
                                  tree.taxonomy.branches()[argmax(word.shares)].name, word.says});
    }
    return evidence;
}

/// The genres whose vectors are nearest; of equally near ones that of more artists.
std::vector<shapes::NearGenre> near_genres_of(const GenreTree& tree, std::size_t tag) {
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
    std::vector<shapes::NearGenre> near;
    for (std::size_t i = 0; i < n; ++i) {
        if (!(order[i].first < 0)) break;
        near.push_back({tree.profiles.tags[order[i].second], -order[i].first,
                        tree.taxonomy.branches()[argmax(tree.weights(order[i].second))].name});
    }
    return near;
}

std::optional<shapes::CompanyEvidence> company_evidence(const GenreTree& tree, std::size_t tag,
                                                        const std::vector<double>& p) {
    if (p.empty()) return std::nullopt;
    return shapes::CompanyEvidence{branch_weights(p, tree.taxonomy), near_genres_of(tree, tag)};
}

/// Means of the features, and how many standard deviations of all genres they are from the middle.
std::optional<shapes::SoundEvidence> sound_evidence(const GenreTree& tree, std::size_t tag,
                                                    const std::vector<double>& p) {
    if (p.empty()) return std::nullopt;
    const auto& sound = tree.profiles.sound;
    shapes::SoundEvidence evidence{branch_weights(p, tree.taxonomy), {}};
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
        evidence.features.push_back(
            {std::string(library::audio_feature_names[static_cast<std::size_t>(feature)].name),
             is_log ? std::exp(sound(tag, c)) : sound(tag, c),
             deviation > 0 ? (sound(tag, c) - sum / n) / deviation : 0.0});
    }
    return evidence;
}

/// The artists that are called so, those of fewest other genres first: they show best what it is.
std::vector<std::string> artists_of(const GenreTree& tree, std::size_t tag) {
    std::vector<std::pair<double, std::size_t>> order;
    for (std::size_t artist = 0; artist < tree.artist_names.size(); ++artist) {
        const auto& bag = tree.artists.bags[artist];
        const auto found =
            std::ranges::find(bag, tag, [](const auto& entry) { return std::size_t{entry.word}; });
        if (found != bag.end()) order.emplace_back(static_cast<double>(bag.size()) / found->weight, artist);
    }
    const auto n = std::min(shown_artists, order.size());
    std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(n));
    std::vector<std::string> names;
    for (std::size_t i = 0; i < n; ++i) names.push_back(tree.artist_names[order[i].second]);
    return names;
}

}  // namespace

shapes::GenreExplained explain_genre(Workspace& workspace, std::string_view genre) {
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
    shapes::GenreExplained explained;
    explained.genre = name;
    explained.known = tag.has_value();
    if (is_told) {
        explained.branches = branch_weights(weights, tree.taxonomy);
        explained.roots = root_weights(weights, tree.taxonomy);
    }
    explained.settled = shape_of(settled);
    auto& evidence = explained.evidence;
    if (told.has_evidence()) evidence.together = branch_weights(told.weights, tree.taxonomy);
    evidence.name = name_evidence(tree, name, told[genres::Evidence::name]);
    if (tag) {
        explained.artists_called_so = tree.profiles.n_artists[*tag];
        evidence.company = company_evidence(tree, *tag, told[genres::Evidence::company]);
        evidence.sound = sound_evidence(tree, *tag, told[genres::Evidence::sound]);
        explained.artists = artists_of(tree, *tag);
    }
    return explained;
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

shapes::Genre genre_of(const GenreTree& tree, std::size_t tag) {
    shapes::Genre genre{tree.profiles.tags[tag],
                        tree.profiles.n_artists[tag],
                        {},
                        shape_of(tree.settled(tree.profiles.tags[tag]))};
    if (is_told(tree, tag)) genre.branches = branch_weights(tree.weights(tag), tree.taxonomy);
    return genre;
}

}  // namespace

shapes::Genres list_genres(Workspace& workspace, std::string_view branch, std::size_t count) {
    Snapshot snapshot(workspace);
    const auto learned = learn_genres(snapshot);
    const auto& tree = *learned;
    const auto wanted = tree.taxonomy.find_branch(branch);
    if (!branch.empty() && !wanted) {
        std::string known;
        for (const auto& one : tree.taxonomy.branches()) known += (known.empty() ? "" : ", ") + one.name;
        fail(ErrorCode::invalid_argument, "there is no branch '{}'; there are {}", branch, known);
    }
    shapes::Genres list;
    for (const auto tag : by_artists(tree)) {
        if (!branch.empty() && (!is_told(tree, tag) || argmax(tree.weights(tag)) != *wanted)) continue;
        ++list.total;
        if (list.genres.size() < count) list.genres.push_back(genre_of(tree, tag));
    }
    return list;
}

shapes::GenreTree genre_tree(Workspace& workspace, std::size_t count) {
    Snapshot snapshot(workspace);
    const auto learned = learn_genres(snapshot);
    const auto& tree = *learned;
    const auto& branches = tree.taxonomy.branches();
    std::vector<std::vector<std::string>> examples(branches.size());
    std::vector<std::size_t> sizes(branches.size(), 0);
    for (const auto tag : by_artists(tree)) {
        if (!is_told(tree, tag)) continue;
        const auto b = argmax(tree.weights(tag));
        ++sizes[b];
        if (examples[b].size() < count) examples[b].push_back(tree.profiles.tags[tag]);
    }
    shapes::GenreTree shape{tree.profiles.tags.size(), std::nullopt, {}};
    if (std::filesystem::exists(taxonomy_file(workspace))) shape.own_file = taxonomy_file(workspace).string();
    for (std::size_t root = 0; root < tree.taxonomy.roots().size(); ++root) {
        shapes::GenreRoot of_root{tree.taxonomy.roots()[root], {}};
        for (std::size_t b = 0; b < branches.size(); ++b) {
            if (branches[b].root != root) continue;
            of_root.branches.push_back({branches[b].name, sizes[b], std::move(examples[b])});
        }
        shape.roots.push_back(std::move(of_root));
    }
    return shape;
}

}  // namespace attune::engine
