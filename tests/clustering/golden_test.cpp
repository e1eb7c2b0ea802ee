#include "clustering/affinity_propagation.h"
#include "clustering/agglomerative.h"
#include "clustering/gaussian_mixture.h"
#include "clustering/isolation_forest.h"
#include "clustering/kmeans.h"
#include "clustering/outliers.h"
#include "clustering/quality.h"
#include "clustering/spectral.h"
#include "core/json.h"
#include "learning/judging/metrics.h"
#include "source_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

// What scikit-learn finds in a small table: tests/data/clustering/make_golden.py.

namespace attune::clustering {
namespace {

class AgainstScikitLearn : public testing::Test {
  protected:
    AgainstScikitLearn() {
        std::ifstream in(source_folder() / "tests/data/clustering/scikit_learn.json");
        golden = Json::parse(in);
        for (const auto& row : golden["X"]) X.add_row(row.get<std::vector<float>>());
    }

    static Assignment clusters(const Json& from) { return from.get<Assignment>(); }

    /// Whether two groupings are one but for the numbers of the groups.
    static void expect_same(const Assignment& ours, const Json& theirs) {
        EXPECT_EQ(adjusted_rand(ours, clusters(theirs)), 1);
    }

    Json golden;
    Matrix X;
};

TEST_F(AgainstScikitLearn, KMeansComesToTheSameBestOfManyStarts) {
    const auto found = k_means(X, {.clusters = 4, .starts = 200});
    const auto wanted = golden["k_means"]["inertia"].get<double>();
    EXPECT_NEAR(found.inertia, wanted, 1e-5 * wanted);
    expect_same(found.cluster_of, golden["k_means"]["clusters"]);
}

TEST_F(AgainstScikitLearn, TreesHaveTheSameHeightsAndCuts) {
    const std::map<std::string, Linkage> linkages{{"single", Linkage::single},
                                                  {"complete", Linkage::complete},
                                                  {"average", Linkage::average},
                                                  {"ward", Linkage::ward}};
    ASSERT_EQ(golden["agglomerative"].size(), linkages.size());
    for (const auto& tree : golden["agglomerative"]) {
        const auto merges = agglomerate(X, linkages.at(tree["linkage"].get<std::string>()));
        ASSERT_EQ(merges.size(), tree["heights"].size());
        for (std::size_t i = 0; i < merges.size(); ++i)
            EXPECT_NEAR(merges[i].height, tree["heights"][i].get<double>(), 1e-4)
                << tree["linkage"] << " " << i;
        expect_same(cut(merges, 3), tree["clusters"]);
    }
}

TEST_F(AgainstScikitLearn, MixturesAreAsLikely) {
    const auto& wanted = golden["gaussian_mixture"];
    const auto found = GaussianMixture::fit(X, {.components = 3, .iterations = 5000, .tolerance = 1e-10});
    EXPECT_NEAR(found.mean_log_likelihood(X), wanted["mean_log_likelihood"].get<double>(), 1e-3);
    EXPECT_NEAR(found.bic(X), wanted["bic"].get<double>(), 0.2);
    expect_same(found.assign(X), wanted["clusters"]);
    std::vector<double> shares;
    for (const auto& component : found.components()) shares.push_back(std::exp(component.log_share));
    std::ranges::sort(shares);
    for (std::size_t i = 0; i < shares.size(); ++i)
        EXPECT_NEAR(shares[i], wanted["shares"][i].get<double>(), 1e-3);
}

TEST_F(AgainstScikitLearn, AffinityPropagationNamesTheSameExemplars) {
    const auto found = affinity_propagation(X);
    EXPECT_EQ(found.exemplars, golden["affinity_propagation"]["exemplars"].get<std::vector<std::size_t>>());
    EXPECT_EQ(found.cluster_of, clusters(golden["affinity_propagation"]["clusters"]));
}

TEST_F(AgainstScikitLearn, SpectralClustersAreTheSame) {
    // Their graph counts a row among its own neighbours: 11 there are 10 here.
    expect_same(spectral_clusters(X, {.clusters = 3, .neighbours = 10}), golden["spectral"]);
}

TEST_F(AgainstScikitLearn, IsolationIsThatOfOtherRandomTreesOfOneKind) {
    const auto scores = IsolationForest::fit(X, {.trees = 2000, .sample = 64}).score(X);
    const auto wanted = golden["isolation"].get<std::vector<double>>();
    for (std::size_t row = 0; row < scores.size(); ++row) EXPECT_NEAR(scores[row], wanted[row], 0.015) << row;
    EXPECT_GT(learning::spearman(std::vector<float>(scores.begin(), scores.end()),
                                 std::vector<float>(wanted.begin(), wanted.end())),
              0.98);
}

TEST_F(AgainstScikitLearn, MahalanobisDistancesAreTheSame) {
    const auto scores = mahalanobis_scores(X);
    for (std::size_t row = 0; row < scores.size(); ++row) {
        const auto wanted = golden["mahalanobis"][row].get<double>();
        EXPECT_NEAR(scores[row].squared, wanted, 1e-4 * (1 + wanted)) << row;
    }
}

TEST_F(AgainstScikitLearn, QualityIsTheSame) {
    const auto& wanted = golden["quality"];
    const auto cluster_of = clusters(wanted["clusters"]);
    const auto truth = golden["truth"].get<std::vector<std::uint32_t>>();
    const auto each = silhouettes(X, cluster_of);
    for (std::size_t row = 0; row < each.size(); ++row)
        EXPECT_NEAR(each[row], wanted["silhouettes"][row].get<double>(), 1e-5) << row;
    EXPECT_NEAR(*davies_bouldin(X, cluster_of), wanted["davies_bouldin"].get<double>(), 1e-5);
    EXPECT_NEAR(*calinski_harabasz(X, cluster_of), wanted["calinski_harabasz"].get<double>(), 1e-3);
    EXPECT_NEAR(adjusted_rand(cluster_of, truth), wanted["adjusted_rand"].get<double>(), 1e-9);
    EXPECT_NEAR(normalized_mutual_information(cluster_of, truth), wanted["mutual_information"].get<double>(),
                1e-9);
}

}  // namespace
}  // namespace attune::clustering
