#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace attune::evaluation {

// A ranking is judged by the places of the relevant items in it: 1 is the top; an item that was not ranked is left
// out. `gains` says how much each relevant item counts, >= 0, one a place (a bootstrap counts an item several
// times or not at all); empty for 1 everywhere. None (nullopt) if nothing is relevant. All throw
// Error{invalid_argument} for k = 0, a place 0, or lists of different length.

/// The share of what is relevant that stands among the first k, in [0, 1]:
///
///     recall@k = sum of gains at places <= k / sum of gains
///
/// Source: C. D. Manning, P. Raghavan, H. Schütze, "Introduction to information retrieval", 2008, ch. 8.
std::optional<double> recall_at_k(std::span<const std::size_t> places, std::size_t k,
                                  std::span<const double> gains = {});

/// Normalised discounted cumulative gain: how near the top what is relevant stands, in [0, 1]:
///
///     DCG@k  = sum over places p <= k of gain / log2(p + 1)
///     NDCG@k = DCG@k / sum over the first min(k, sum of gains) places of 1 / log2(p + 1)
///
/// With gains of 1 the denominator is the DCG@k of the best ranking there is. An item that counts several times is
/// several items in it, so that the mean over bootstrap resamples is near the value itself.
///
/// Source: K. Järvelin, J. Kekäläinen, "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20, 2002.
std::optional<double> ndcg_at_k(std::span<const std::size_t> places, std::size_t k,
                                std::span<const double> gains = {});

/// Area under the ROC curve of rows that count differently; the rows are sorted once for many sets of weights.
class WeightedAuc {
  public:
    /// @param scores  one a row, no NaN
    /// @param labels  positive if > 0.5
    WeightedAuc(std::span<const float> scores, std::span<const float> labels);

    /// How probable it is that a positive, drawn by weight, scores above a negative, a tie counted as half; none
    /// if the weights of a class sum to 0. O(n_rows).
    std::optional<double> operator()(std::span<const double> weights) const;

  private:
    struct Row {
        std::size_t index;
        bool is_positive;
        bool opens_tie;  ///< its score differs from the one before
    };
    std::vector<Row> ascending_;
};

}  // namespace attune::evaluation
