#include "genres/genre_embedding.h"

#include "core/error.h"
#include "learning/saved_model.h"
#include "learning/sparse_svd.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <utility>

namespace attune::genres {
namespace {

constexpr std::string_view model_name = "genre_embedding";

using Pair = std::pair<std::uint32_t, std::uint32_t>;

double dot(std::span<const float> a, std::span<const float> b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// Scales to length 1; false, and nothing changed, for a vector without direction.
bool normalise(std::span<float> vector) {
    const double length = std::sqrt(dot(vector, vector));
    // Where vectors cancel out, float32 leaves about 1e-7 of them.
    if (!(length > 1e-6)) return false;
    for (auto& x : vector) x = static_cast<float>(x / length);
    return true;
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

/// How often each two genres stand at one artist. The pairs of one genre of an artist add up to 1: an artist
/// with forty tags must not outweigh forty with two.
std::map<Pair, double> count_pairs(std::span<const std::vector<std::string>> genres_of_artists,
                                   const std::map<std::string, std::uint32_t>& index_of) {
    std::map<Pair, double> count_of;
    for (const auto& genres : genres_of_artists) {
        std::set<std::uint32_t> indices;
        for (const auto& genre : genres) {
            if (const auto known = index_of.find(genre); known != index_of.end())
                indices.insert(known->second);
        }
        const double share = 1.0 / std::max(1.0, static_cast<double>(indices.size()) - 1);
        for (const auto a : indices) {
            for (const auto b : indices) {
                if (a != b) count_of[{a, b}] += share;
            }
        }
    }
    return count_of;
}

/// Shifted positive pointwise mutual information.
learning::SparseMatrix sppmi(const std::map<Pair, double>& count_of, std::size_t n_genres,
                             const GenreEmbeddingOptions& options) {
    std::vector<double> row_sum(n_genres, 0.0);
    for (const auto& [pair, count] : count_of) row_sum[pair.first] += count;
    const double total = std::accumulate(row_sum.begin(), row_sum.end(), 0.0);
    std::vector<double> context(n_genres);
    std::ranges::transform(row_sum, context.begin(),
                           [&](double sum) { return sum > 0 ? std::pow(sum, options.smoothing) : 0; });
    const double context_total = std::accumulate(context.begin(), context.end(), 0.0);

    std::vector<learning::SparseEntry> entries;
    for (const auto& [pair, count] : count_of) {
        const double by_chance = row_sum[pair.first] / total * context[pair.second] / context_total;
        const double value = std::log(count / total / by_chance) - std::log(options.shift);
        if (value > 0) entries.push_back({pair.first, pair.second, static_cast<float>(value)});
    }
    return {n_genres, n_genres, std::move(entries)};
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
    learning::SvdOptions svd_options;
    svd_options.rank = options.dim;
    svd_options.seed = options.seed;
    const auto svd = learning::truncated_svd(
        sppmi(count_pairs(genres_of_artists, index_of), names.size(), options), svd_options);

    // Fewer genres than dimensions: the rest stays 0, so that dim() is what was asked for.
    GenreEmbedding embedding;
    embedding.vectors_ = Matrix(0, static_cast<std::size_t>(options.dim));
    std::vector<float> vector(static_cast<std::size_t>(options.dim));
    for (std::size_t genre = 0; genre < names.size(); ++genre) {
        std::ranges::fill(vector, 0.0F);
        for (std::size_t i = 0; i < svd.singular_values.size(); ++i) {
            vector[i] = (svd.U(genre, i) + svd.V(genre, i)) * std::sqrt(svd.singular_values[i]);
        }
        if (!normalise(vector)) continue;
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
    if (n_known == 0 || !normalise(sum)) return std::nullopt;
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
