#include "genres/genre_embedding.h"

#include "core/error.h"
#include "core/json.h"
#include "learning/numerics/cooccurrence.h"
#include "learning/saved_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <utility>

namespace attune::genres {
namespace {

constexpr std::string_view model_name = "genre_embedding";

double dot(std::span<const float> a, std::span<const float> b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// How many artists have each genre; those with too few are left out.
std::map<std::string, std::size_t> count_artists(std::span<const std::vector<std::string>> genres_of_artists,
                                                 std::size_t least) {
    std::map<std::string, std::size_t> count_of;
    for (const auto& genres : genres_of_artists) {
        for (const auto& genre : std::set<std::string_view>(genres.begin(), genres.end())) {
            if (!genre.empty()) ++count_of[std::string(genre)];
        }
    }
    std::erase_if(count_of, [least](const auto& entry) { return entry.second < least; });
    return count_of;
}

/// The known genres of each artist, each once.
std::vector<learning::Bag> bags_of(std::span<const std::vector<std::string>> genres_of_artists,
                                   const std::map<std::string, std::uint32_t>& index_of) {
    std::vector<learning::Bag> bags;
    for (const auto& genres : genres_of_artists) {
        std::set<std::uint32_t> indices;
        for (const auto& genre : genres) {
            if (const auto known = index_of.find(genre); known != index_of.end())
                indices.insert(known->second);
        }
        learning::Bag bag;
        for (const auto index : indices) bag.push_back({index, 1});
        bags.push_back(std::move(bag));
    }
    return bags;
}

}  // namespace

GenreEmbedding GenreEmbedding::fit(std::span<const std::vector<std::string>> genres_of_artists,
                                   const GenreEmbeddingOptions& options) {
    check_ranges(options);
    const auto count_of = count_artists(genres_of_artists, static_cast<std::size_t>(options.min_artists));
    std::vector<std::string> names;
    std::map<std::string, std::uint32_t> index_of;
    for (const auto& [genre, count] : count_of) {
        index_of[genre] = static_cast<std::uint32_t>(names.size());
        names.push_back(genre);
    }
    learning::WordVectorOptions vector_options;
    vector_options.dim = options.dim;
    vector_options.shift = options.shift;
    vector_options.smoothing = options.smoothing;
    vector_options.seed = options.seed;
    const auto counts = learning::count_pairs(bags_of(genres_of_artists, index_of), names.size());
    const auto vectors = learning::word_vectors(counts, names.size(), vector_options);

    GenreEmbedding embedding;
    embedding.vectors_ = Matrix(0, static_cast<std::size_t>(options.dim));
    for (std::size_t genre = 0; genre < names.size(); ++genre) {
        const auto vector = vectors.row(genre);
        if (std::ranges::all_of(vector, [](float x) { return x == 0; })) continue;
        embedding.genres_.push_back(names[genre]);
        embedding.vectors_.add_row(vector);
    }
    return embedding;
}

std::optional<std::size_t> GenreEmbedding::index_of(std::string_view genre) const {
    const auto found = std::ranges::lower_bound(genres_, genre);
    if (found == genres_.end() || *found != genre) return std::nullopt;
    return static_cast<std::size_t>(found - genres_.begin());
}

std::optional<std::span<const float>> GenreEmbedding::vector_of(std::string_view genre) const {
    const auto index = index_of(genre);
    if (!index) return std::nullopt;
    return vectors_.row(*index);
}

std::optional<std::vector<float>> GenreEmbedding::embed(std::span<const std::string> genres) const {
    std::vector<float> sum(dim());
    std::size_t n_known = 0;
    for (const auto& genre : genres) {
        const auto vector = vector_of(genre);
        if (!vector) continue;
        ++n_known;
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += (*vector)[i];
    }
    if (n_known == 0 || !learning::normalise(sum)) return std::nullopt;
    return sum;
}

std::vector<NearGenre> GenreEmbedding::nearest(std::string_view genre, std::size_t k) const {
    const auto index = index_of(genre);
    if (!index) return {};
    // One more, since the genre itself is among them.
    auto near = nearest(vectors_.row(*index), k + 1);
    std::erase_if(near, [genre](const NearGenre& other) { return other.genre == genre; });
    near.resize(std::min(near.size(), k));
    return near;
}

std::vector<NearGenre> GenreEmbedding::nearest(std::span<const float> vector, std::size_t k) const {
    require(vector.size() == dim(), "a genre vector must have {} values, got {}", dim(), vector.size());
    std::vector<std::pair<float, std::size_t>> order;
    for (std::size_t i = 0; i < genres_.size(); ++i) {
        order.emplace_back(-static_cast<float>(dot(vector, vectors_.row(i))), i);
    }
    const auto n = std::min(k, order.size());
    std::ranges::partial_sort(order, order.begin() + static_cast<std::ptrdiff_t>(n));
    std::vector<NearGenre> near;
    for (const auto& [distance, i] : std::span(order).first(n)) near.push_back({genres_[i], -distance});
    return near;
}

Json GenreEmbedding::save() const {
    auto saved = learning::saved_model(model_name, 1);
    saved["dim"] = dim();
    saved["genres"] = genres_;
    saved["vectors"] = std::vector<float>(vectors_.values().begin(), vectors_.values().end());
    return saved;
}

GenreEmbedding GenreEmbedding::load(const Json& saved) {
    return learning::read_saved_model(saved, model_name, 1, [](const Json& fields) {
        GenreEmbedding embedding;
        embedding.genres_ = fields.at("genres").get<std::vector<std::string>>();
        const auto dim = fields.at("dim").get<std::size_t>();
        const auto values = fields.at("vectors").get<std::vector<float>>();
        learning::require_intact(values.size() == dim * embedding.genres_.size(), model_name,
                                 "not one vector a genre");
        learning::require_intact(
            std::ranges::adjacent_find(embedding.genres_, std::ranges::greater_equal{}) ==
                embedding.genres_.end(),
            model_name, "the genres are not ascending");
        embedding.vectors_ = Matrix(embedding.genres_.size(), dim);
        std::ranges::copy(values, embedding.vectors_.values().begin());
        return embedding;
    });
}

}  // namespace attune::genres
