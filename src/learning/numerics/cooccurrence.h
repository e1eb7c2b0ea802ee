#pragma once

#include "core/matrix.h"
#include "core/options.h"

#include <cstdint>
#include <span>
#include <vector>

namespace attune::learning {

/// A word in a bag and how much of it there is; > 0 and finite.
struct BagEntry {
    std::uint32_t word = 0;
    float weight = 1;
};

/// The words that stand together somewhere (the tags of an artist), each once.
using Bag = std::vector<BagEntry>;

/// How often word `b` stands beside word `a`.
struct PairCount {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    double count = 0;
};

/// How often each two words stand in one bag, by a, then by b; no pair (a, a). A word of weight w in a bag
/// that weighs W beside it gives its pairs w in all, shared among the other words by their weights: a bag of
/// forty words must not outweigh forty of two.
/// @throws Error{invalid_argument} for a word that is not below n_words or a weight that is not finite and >
/// 0
std::vector<PairCount> count_pairs(std::span<const Bag> bags, std::size_t n_words);

/// Names in brackets are those of the papers below.
struct WordVectorOptions {
    int dim = 32;
    float shift = 1;
    float smoothing = 0.75F;
    std::uint64_t seed = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"dim", dim, 1, 1024, "length of a vector"});
        visit(Option<float>{"shift", shift, 1, 100,
                            "how many times more often than by chance is no sign yet [k]"});
        visit(
            Option<float>{"smoothing", smoothing, 0, 1, "power that lifts the count of rare words [alpha]"});
        visit(Option<std::uint64_t>{"seed", seed, 0, ~std::uint64_t{0}, "start of the random numbers"});
    }
};

/// Words as unit vectors: near each other if they stand together, or beside the same other words.
///
///     M[a, b] = max(0, log(n[a, b] n / (n[a] n[b]^smoothing / norm)) - log(shift)),   M ~ U S V^T
///
/// and the vector of word a is row a of (U + V) sqrt(S), scaled to length 1. (U alone would put two words
/// that are only ever found together at a right angle.)
///
/// @return shape (n_words, dim); 0 for a word that never stood beside another. Fewer words than dimensions:
/// the
///         rest stays 0
/// Source: O. Levy, Y. Goldberg, "Neural word embedding as implicit matrix factorization", NIPS 2014;
/// smoothing: O. Levy, Y. Goldberg, I. Dagan, "Improving distributional similarity with lessons learned from
/// word embeddings", TACL 3, 2015.
Matrix word_vectors(std::span<const PairCount> counts, std::size_t n_words, const WordVectorOptions& options);

/// How much each word says about what it stands beside, >= 0: the Kullback-Leibler divergence, in nats, of
/// the words beside it from the words beside any word. Words that people put on everything ("seen live",
/// "favourites") say little; so do words that were hardly ever used, since `prior` pairs as they are
/// everywhere are added to each.
/// @return shape (n_words,)
std::vector<double> word_information(std::span<const PairCount> counts, std::size_t n_words,
                                     double prior = 5);

/// Scales to length 1; false, and nothing changed, for a vector without direction.
bool normalise(std::span<float> vector);

}  // namespace attune::learning
