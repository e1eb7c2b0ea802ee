#include "collaborative/ease.h"
#include "collaborative/item_knn.h"
#include "collaborative/planted.h"
#include "core/error.h"

#include <gtest/gtest.h>

#include <cmath>

namespace attune::collaborative {
namespace {

using Rows = std::vector<std::vector<double>>;

/// log1p of the counts, dense.
Rows weights_of(const library::Interactions& plays) {
    Rows X(plays.n_users(), std::vector<double>(plays.n_items(), 0.0));
    for (library::UserIndex user = 0; user < plays.n_users(); ++user) {
        const auto row = plays.row(user);
        for (std::size_t k = 0; k < row.size(); ++k) X[user][row.indices[k]] = std::log1p(row.values[k]);
    }
    return X;
}

/// X^T X
Rows products(const Rows& X) {
    const std::size_t n = X.front().size();
    Rows G(n, std::vector<double>(n, 0.0));
    for (const auto& row : X) {
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j) G[i][j] += row[i] * row[j];
        }
    }
    return G;
}

/// By Gauss and Jordan, with pivots on the diagonal: for positive definite matrices.
Rows inverse(Rows A) {
    const std::size_t n = A.size();
    Rows B(n, std::vector<double>(n, 0.0));
    for (std::size_t i = 0; i < n; ++i) B[i][i] = 1;
    for (std::size_t p = 0; p < n; ++p) {
        const double pivot = A[p][p];
        for (std::size_t j = 0; j < n; ++j) A[p][j] /= pivot, B[p][j] /= pivot;
        for (std::size_t i = 0; i < n; ++i) {
            const double factor = A[i][p];
            if (i == p || factor == 0) continue;
            for (std::size_t j = 0; j < n; ++j) A[i][j] -= factor * A[p][j], B[i][j] -= factor * B[p][j];
        }
    }
    return B;
}

/// The weights of the formula, with dropout 0.4 and popularity discount 0.3.
Rows ease_weights(const library::Interactions& plays, double lambda) {
    auto G = products(weights_of(plays));
    for (std::size_t i = 0; i < G.size(); ++i) G[i][i] += lambda + 0.4 / 0.6 * G[i][i];
    auto B = inverse(G);
    const auto people_of = plays.transposed();
    for (library::ItemIndex j = 0; j < B.size(); ++j) {
        const double scale = std::pow(people_of.row(j).size(), -0.3) / B[j][j];
        for (std::size_t i = 0; i < B.size(); ++i) B[i][j] = i == j ? 0 : -B[i][j] * scale;
    }
    return B;
}

constexpr std::string_view ease_options =
    "regularization=20,dropout=0.4,popularity_discount=0.3,scale=absolute";

void expect_row_products(const Recommender& model, const library::Interactions& plays, const Rows& B,
                         double tolerance) {
    const auto X = weights_of(plays);
    for (library::UserIndex user = 0; user < plays.n_users(); user += 13) {
        const auto scores = model.score(profile_of(plays, user));
        for (std::size_t j = 0; j < B.size(); ++j) {
            double sum = 0;
            for (std::size_t i = 0; i < B.size(); ++i) sum += X[user][i] * B[i][j];
            ASSERT_NEAR(scores[j], sum, tolerance * (1 + std::abs(sum))) << user << " " << j;
        }
    }
}

TEST(Ease, IsItsFormulaOverItemsAndOverPeople) {
    const auto plays = planted(70).plays;  // fewer people than items
    const auto B = ease_weights(plays, 20);
    for (const std::string_view solver : {"items", "people"}) {
        auto model = make_recommender("ease", fmt::format("{},solver={}", ease_options, solver));
        model->fit(plays, {.seed = 1, .threads = 2});
        expect_row_products(*model, plays, B, 1e-4);
    }
}

TEST(Ease, OverAllNeighboursIsTheExactOne) {
    // Full enough that every two items have a person in common: only such are neighbours.
    Random random(3);
    std::vector<library::Interaction> entries;
    for (library::UserIndex user = 0; user < 60; ++user) {
        for (library::ItemIndex item = 0; item < 40; ++item) {
            if (random.uniform() < 0.5)
                entries.push_back({user, item, static_cast<float>(1 + random.below(20))});
        }
    }
    const library::Interactions plays(60, 40, std::move(entries));
    auto model = make_recommender("ease", fmt::format("{},solver=sparse,neighbours=40", ease_options));
    model->fit(plays, {});
    expect_row_products(*model, plays, ease_weights(plays, 20), 1e-4);
}

TEST(Ease, OverFewNeighboursStillFindsTheBlocks) {
    const auto data = planted();
    auto exact = make_recommender("ease", "regularization=20");
    auto sparse = make_recommender("ease", "regularization=20,solver=sparse,neighbours=30");
    exact->fit(data.plays, {});
    sparse->fit(data.plays, {.seed = 1, .threads = 2});
    EXPECT_GT(block_share_of_first_10(*sparse, data), 0.95 * block_share_of_first_10(*exact, data));
    EXPECT_EQ(load_recommender(sparse->save())->score(profile_of(data.plays, 3)),
              sparse->score(profile_of(data.plays, 3)));
}

TEST(Ease, TakesTheSparseWayBeyondWhatIsAllowed) {
    const auto plays = planted().plays;
    auto model = make_recommender("ease", "most_dense=100,neighbours=10");
    model->fit(plays, {});
    EXPECT_LT(model->save().size(), 120 * 10 * 8 + 3000U);
    EXPECT_THROW(make_recommender("ease", "most_dense=100,solver=items")->fit(plays, {}), Error);
}

TEST(ItemKnn, WithCosineIsTheRowProductOfTheNearest) {
    const auto plays = planted(70).plays;
    const auto G = products(weights_of(plays));
    const std::size_t n = G.size();
    Rows S(n, std::vector<double>(n, 0.0));
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            if (i != j) S[i][j] = G[i][j] / (std::sqrt(G[i][i] * G[j][j]) + 5);
        }
    }
    for (std::size_t j = 0; j < n; ++j) {  // for each item its 15 nearest speak
        std::vector<double> column;
        for (std::size_t i = 0; i < n; ++i) column.push_back(S[i][j]);
        std::nth_element(column.begin(), column.begin() + 14, column.end(), std::greater<>());
        for (std::size_t i = 0; i < n; ++i) {
            if (S[i][j] < column[14]) S[i][j] = 0;
        }
    }
    auto model = make_recommender("item_knn", "similarity=cosine,neighbours=15,shrinkage=5");
    model->fit(plays, {});
    expect_row_products(*model, plays, S, 1e-6);
}

TEST(ItemKnn, OfEverySimilarityFindsTheBlocks) {
    const auto data = planted();
    for (const auto similarity : ItemKnnOptions::similarity_names) {
        auto model = make_recommender("item_knn", fmt::format("similarity={},neighbours=30", similarity));
        model->fit(data.plays, {});
        EXPECT_GT(block_share_of_first_10(*model, data), 0.6) << similarity;
    }
}

}  // namespace
}  // namespace attune::collaborative
