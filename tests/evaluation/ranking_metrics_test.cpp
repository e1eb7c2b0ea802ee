#include "evaluation/ranking_metrics.h"

#include "core/error.h"
#include "core/random.h"
#include "learning/judging/metrics.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace attune::evaluation {
namespace {

using Places = std::vector<std::size_t>;

/// A ranking of n items by whether each is relevant, and its relevant places.
struct Ranking {
    std::vector<bool> relevant;
    Places places;
};

Ranking random_ranking(std::size_t n, double share, std::uint64_t seed) {
    Random random(seed);
    Ranking ranking;
    for (std::size_t i = 0; i < n; ++i) {
        ranking.relevant.push_back(random.uniform() < share);
        if (ranking.relevant.back()) ranking.places.push_back(i + 1);
    }
    return ranking;
}

double dcg_by_hand(const std::vector<bool>& relevant, std::size_t k) {
    double sum = 0;
    for (std::size_t i = 0; i < std::min(k, relevant.size()); ++i) {
        if (relevant[i]) sum += 1 / std::log2(static_cast<double>(i) + 2);
    }
    return sum;
}

TEST(RecallAtK, IsTheShareFound) {
    EXPECT_DOUBLE_EQ(recall_at_k(Places{1, 3, 11, 40}, 10).value(), 0.5);
    EXPECT_DOUBLE_EQ(recall_at_k(Places{1, 3, 11, 40}, 40).value(), 1);
    EXPECT_DOUBLE_EQ(recall_at_k(Places{5}, 4).value(), 0);
}

TEST(RecallAtK, AgreesWithCountingByHand) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const auto ranking = random_ranking(200, 0.1, seed);
        const auto found = std::count(ranking.relevant.begin(), ranking.relevant.begin() + 20, true);
        const double expected = static_cast<double>(found) / static_cast<double>(ranking.places.size());
        EXPECT_DOUBLE_EQ(recall_at_k(ranking.places, 20).value(), expected);
    }
}

TEST(RecallAtK, CountsGainsAsRepeats) {
    const std::vector<double> gains{3, 0, 1};
    EXPECT_DOUBLE_EQ(recall_at_k(Places{2, 5, 90}, 10, gains).value(), 0.75);
}

TEST(NdcgAtK, OfThePerfectRankingIsOne) {
    EXPECT_DOUBLE_EQ(ndcg_at_k(Places{1, 2, 3}, 10).value(), 1);
    EXPECT_DOUBLE_EQ(ndcg_at_k(Places{1, 2, 3, 4, 5}, 3).value(), 1);
}

TEST(NdcgAtK, OfOneItemIsItsDiscount) {
    EXPECT_DOUBLE_EQ(ndcg_at_k(Places{3}, 10).value(), 0.5);  // 1 / log2(4)
    EXPECT_DOUBLE_EQ(ndcg_at_k(Places{11}, 10).value(), 0);
}

TEST(NdcgAtK, AgreesWithCountingByHand) {
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        const auto ranking = random_ranking(300, 0.2, seed);
        auto best = ranking.relevant;
        std::sort(best.begin(), best.end(), std::greater<>());
        const double expected = dcg_by_hand(ranking.relevant, 25) / dcg_by_hand(best, 25);
        EXPECT_NEAR(ndcg_at_k(ranking.places, 25).value(), expected, 1e-12);
        const std::vector<double> ones(ranking.places.size(), 1);
        EXPECT_NEAR(ndcg_at_k(ranking.places, 25, ones).value(), expected, 1e-12);
    }
}

TEST(RankingMetrics, OfNothingRelevantAreNone) {
    EXPECT_FALSE(recall_at_k(Places{}, 10));
    EXPECT_FALSE(ndcg_at_k(Places{}, 10));
    EXPECT_FALSE(recall_at_k(Places{4}, 10, std::vector<double>{0}));
    EXPECT_FALSE(ndcg_at_k(Places{4}, 10, std::vector<double>{0}));
}

TEST(RankingMetrics, RefuseWhatIsNoPlace) {
    EXPECT_THROW(recall_at_k(Places{0}, 10), Error);
    EXPECT_THROW(ndcg_at_k(Places{1}, 0), Error);
    EXPECT_THROW(ndcg_at_k(Places{1}, 5, std::vector<double>{1, 1}), Error);
}

/// Scores with many ties.
struct Scored {
    std::vector<float> scores;
    std::vector<float> labels;
    std::vector<double> weights;
};

Scored random_scores_with_ties(std::size_t n, std::uint64_t seed) {
    Random random(seed);
    Scored rows;
    for (std::size_t i = 0; i < n; ++i) {
        rows.scores.push_back(static_cast<float>(random.below(12)));
        rows.labels.push_back(random.uniform() < 0.3 ? 1.0F : 0.0F);
        rows.weights.push_back(static_cast<double>(random.below(4)));
    }
    return rows;
}

TEST(WeightedAuc, WithWeightsOfOneIsTheAuc) {
    const auto rows = random_scores_with_ties(400, 7);
    const std::vector<double> ones(400, 1);
    EXPECT_NEAR(WeightedAuc(rows.scores, rows.labels)(ones).value(),
                learning::auc(rows.scores, rows.labels).value(), 1e-12);
}

TEST(WeightedAuc, IsTheAucOfRepeatedRows) {
    const auto rows = random_scores_with_ties(300, 8);
    std::vector<float> scores;
    std::vector<float> labels;
    for (std::size_t i = 0; i < 300; ++i) {
        for (double n = 0; n < rows.weights[i]; ++n) {
            scores.push_back(rows.scores[i]);
            labels.push_back(rows.labels[i]);
        }
    }
    EXPECT_NEAR(WeightedAuc(rows.scores, rows.labels)(rows.weights).value(),
                learning::auc(scores, labels).value(), 1e-12);
}

TEST(WeightedAuc, OfOneClassIsNone) {
    const std::vector<float> scores{1, 2};
    const std::vector<float> labels{1, 0};
    EXPECT_FALSE(WeightedAuc(scores, labels)(std::vector<double>{1, 0}));
    EXPECT_FALSE(WeightedAuc(scores, std::vector<float>{1, 1})(std::vector<double>{1, 1}));
}

}  // namespace
}  // namespace attune::evaluation
