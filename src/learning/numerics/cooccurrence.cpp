#include "learning/numerics/cooccurrence.h"

#include "core/error.h"
#include "learning/numerics/sparse_svd.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace attune::learning {
namespace {

void add_pairs(const Bag& bag, std::vector<PairCount>& pairs) {
    double total = 0;
    for (const auto& entry : bag) total += entry.weight;
    for (const auto& a : bag) {
        const double beside = total - a.weight;
        for (const auto& b : bag) {
            if (a.word != b.word) pairs.push_back({a.word, b.word, a.weight * (b.weight / beside)});
        }
    }
}

/// The sum over pairs of each word a.
std::vector<double> row_sums(std::span<const PairCount> counts, std::size_t n_words) {
    std::vector<double> sums(n_words, 0.0);
    for (const auto& pair : counts) sums[pair.a] += pair.count;
    return sums;
}

/// Shifted positive pointwise mutual information.
SparseMatrix sppmi(std::span<const PairCount> counts, std::size_t n_words, const WordVectorOptions& options) {
    const auto sums = row_sums(counts, n_words);
    const double total = std::accumulate(sums.begin(), sums.end(), 0.0);
    std::vector<double> context(n_words);
    std::ranges::transform(sums, context.begin(),
                           [&](double sum) { return sum > 0 ? std::pow(sum, options.smoothing) : 0; });
    const double context_total = std::accumulate(context.begin(), context.end(), 0.0);

    std::vector<SparseEntry> entries;
    for (const auto& pair : counts) {
        const double by_chance = sums[pair.a] / total * context[pair.b] / context_total;
        const double value = std::log(pair.count / total / by_chance) - std::log(options.shift);
        if (value > 0) entries.push_back({pair.a, pair.b, static_cast<float>(value)});
    }
    return {n_words, n_words, std::move(entries)};
}

}  // namespace

bool normalise(std::span<float> vector) {
    const double length = std::sqrt(std::inner_product(vector.begin(), vector.end(), vector.begin(), 0.0));
    // Where vectors cancel out, float32 leaves about 1e-7 of them.
    if (!(length > 1e-6)) return false;
    for (auto& x : vector) x = static_cast<float>(x / length);
    return true;
}

std::vector<PairCount> count_pairs(std::span<const Bag> bags, std::size_t n_words) {
    std::vector<PairCount> pairs;
    for (const auto& bag : bags) {
        for (const auto& [word, weight] : bag) {
            require(word < n_words, "a word must be below {}, got {}", n_words, word);
            require(std::isfinite(weight) && weight > 0,
                    "the weight of a word must be finite and > 0, got {}", weight);
        }
        add_pairs(bag, pairs);
    }
    const auto key = [](const PairCount& pair) { return std::pair(pair.a, pair.b); };
    // Stable, so that sums are made in the order of the bags.
    std::ranges::stable_sort(pairs, {}, key);
    std::size_t n = 0;
    for (const auto& pair : pairs) {
        if (n > 0 && key(pairs[n - 1]) == key(pair)) {
            pairs[n - 1].count += pair.count;
        } else {
            pairs[n++] = pair;
        }
    }
    pairs.resize(n);
    return pairs;
}

Matrix word_vectors(std::span<const PairCount> counts, std::size_t n_words,
                    const WordVectorOptions& options) {
    check_ranges(options);
    SvdOptions svd_options;
    svd_options.rank = options.dim;
    svd_options.seed = options.seed;
    const auto svd = truncated_svd(sppmi(counts, n_words, options), svd_options);
    Matrix vectors(n_words, static_cast<std::size_t>(options.dim));
    for (std::size_t word = 0; word < n_words; ++word) {
        const auto vector = vectors.row(word);
        for (std::size_t i = 0; i < svd.singular_values.size(); ++i)
            vector[i] = (svd.U(word, i) + svd.V(word, i)) * std::sqrt(svd.singular_values[i]);
        if (!normalise(vector)) std::ranges::fill(vector, 0.0F);
    }
    return vectors;
}

std::vector<double> word_information(std::span<const PairCount> counts, std::size_t n_words, double prior) {
    require(prior > 0, "the prior must be > 0, got {}", prior);
    const auto sums = row_sums(counts, n_words);
    const double total = std::accumulate(sums.begin(), sums.end(), 0.0);
    std::vector<double> everywhere(n_words, 0.0);
    for (const auto& pair : counts) everywhere[pair.b] += pair.count / total;

    // Words that never stood beside a have only the prior there: together a share 1 - covered of it.
    std::vector<double> information(n_words, 0.0);
    std::vector<double> covered(n_words, 0.0);
    for (const auto& pair : counts) {
        const double share = (pair.count + prior * everywhere[pair.b]) / (sums[pair.a] + prior);
        information[pair.a] += share * std::log(share / everywhere[pair.b]);
        covered[pair.a] += everywhere[pair.b];
    }
    for (std::size_t a = 0; a < n_words; ++a) {
        const double prior_share = prior / (sums[a] + prior);
        information[a] += prior_share * std::max(0.0, 1 - covered[a]) * std::log(prior_share);
        information[a] = std::max(0.0, information[a]);
    }
    return information;
}

}  // namespace attune::learning
