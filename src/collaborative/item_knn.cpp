#include "collaborative/item_knn.h"

#include "collaborative/co_plays.h"
#include "collaborative/profile.h"

#include <cmath>

namespace attune::collaborative {
namespace {

using library::Interactions;

/// How telling each person is: who plays nearly everything says little by any of it. > 0.
std::vector<float> rareness_of_people(const Interactions& X) {
    std::vector<float> rareness;
    for (library::UserIndex user = 0; user < X.n_users(); ++user) {
        const double share = static_cast<double>(X.n_items()) / (1 + static_cast<double>(X.row(user).size()));
        rareness.push_back(static_cast<float>(std::log1p(share)));
    }
    return rareness;
}

/// Sum of the weights of each item.
std::vector<double> lengths(const Interactions& X) {
    std::vector<double> sums(X.n_items(), 0.0);
    for (library::UserIndex user = 0; user < X.n_users(); ++user) {
        const auto row = X.row(user);
        for (std::size_t k = 0; k < row.size(); ++k)
            sums[row.indices[k]] += static_cast<double>(row.values[k]);
    }
    return sums;
}

Interactions bm25_weights(const Interactions& X, const ItemKnnOptions& options) {
    const auto rareness = rareness_of_people(X);
    const auto length = lengths(X);
    double total = 0;
    double n_played = 0;
    for (const double sum : length) {
        total += sum;
        n_played += sum > 0 ? 1 : 0;
    }
    const double k1 = options.k1;
    const double b = options.b;
    return X.with_values_at([&](auto user, auto item, float weight) {
        const double norm = 1 - b + b * length[item] * n_played / total;
        return static_cast<float>(static_cast<double>(rareness[user] * weight) * (k1 + 1) /
                                  (k1 * norm + static_cast<double>(weight)));
    });
}

/// The matrix people x items whose columns are compared.
Interactions weights_to_compare(const Interactions& plays, const ItemKnnOptions& options) {
    const Interactions X = weights_of(options.weighting, options.scale, plays);
    if (options.similarity == ItemSimilarity::cosine) return X;
    if (options.similarity == ItemSimilarity::bm25) return bm25_weights(X, options);
    const auto rareness = rareness_of_people(X);
    return X.with_values_at([&](auto user, auto, float weight) { return weight * rareness[user]; });
}

}  // namespace

ItemKnn::ItemKnn(const ItemKnnOptions& options, std::string_view bytes) : options_(options) {
    ByteReader reader(bytes);
    similarity_ = ItemWeights(reader);
    reader.end();
}

void ItemKnn::fit(const Interactions& plays, const FitSettings& settings, const Task& task) {
    check_plays(plays);
    const Interactions X = weights_to_compare(plays, options_);
    const auto squares = squared_lengths(X.transposed());
    const auto likeness = [&](auto a, auto b, double product) {
        if (options_.similarity == ItemSimilarity::bm25) return product;
        return product / (std::sqrt(squares[a] * squares[b]) + static_cast<double>(options_.shrinkage));
    };
    std::vector<std::vector<ItemWeight>> neighbours(X.n_items());
    for_each_item(X, settings.threads, "comparing items", task, [&](auto item, const CoPlays& row) {
        std::vector<ItemWeight> others;
        for (const auto other : row.items()) {
            if (other != item)
                others.push_back({other, static_cast<float>(likeness(item, other, row[other]))});
        }
        neighbours[item] = strongest(std::move(others), static_cast<std::size_t>(options_.neighbours),
                                     [](const ItemWeight& entry) { return entry.weight; });
    });
    similarity_ = ItemWeights(neighbours);
}

std::vector<float> ItemKnn::score(const Profile& profile) const {
    check_profile(profile, n_items());
    return similarity_.score(profile.items, weights_of(options_.weighting, options_.scale, profile.values));
}

std::vector<ItemEvidence> ItemKnn::explain(const Profile& profile, library::ItemIndex item) const {
    check_question(profile, item, n_items());
    const auto weights = weights_of(options_.weighting, options_.scale, profile.values);
    std::vector<ItemEvidence> evidence;
    for (std::size_t k = 0; k < profile.items.size(); ++k) {
        const auto own = profile.items[k];
        evidence.push_back(
            {own, static_cast<double>(weights[k]) * static_cast<double>(similarity_.weight(own, item))});
    }
    return evidence;
}

std::string ItemKnn::save() const {
    ByteWriter writer;
    similarity_.write(writer);
    return seal(name(), options(), writer);
}

}  // namespace attune::collaborative
