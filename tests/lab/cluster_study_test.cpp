#include "lab/clusters/cluster_study.h"

#include "core/error.h"
#include "core/random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <set>

namespace attune::lab {
namespace {

using learning::Numbers;
using learning::Table;
using learning::Texts;

/// Three clouds, far apart in energy and tempo, of falling size; the label names the cloud. Row 0 is far from all.
Table clouds(std::size_t n) {
    Random random(3);
    Texts label;
    Texts id;
    Numbers energy;
    Numbers tempo;
    for (std::size_t row = 0; row < n; ++row) {
        const std::size_t cloud = row % 6 < 3 ? 0 : row % 6 < 5 ? 1 : 2;
        label.push_back(std::vector<std::string>{"folk", "punk", "techno"}[cloud]);
        id.push_back(std::to_string(row));
        energy.push_back(0.5 + 0.02 * random.normal() + (cloud == 1 ? 0.4 : 0));
        tempo.push_back(100 + 2 * random.normal() + (cloud == 2 ? 40 : 0));
    }
    energy[0] = -3;
    Table table;
    table.add({"genre", label});
    table.add({"id", id});
    table.add({"energy", energy});
    table.add({"tempo", tempo});
    return table;
}

const StudyColumns columns{"genre", "", "id", {"energy", "tempo"}};

TEST(ClusterStudy, FindsCloudsAndTheirNumberByEveryMethod) {
    const auto table = clouds(300);
    for (const auto grouping : groupings) {
        ClusterStudyOptions options;
        options.grouping = grouping;
        options.drawing = Drawing::pca;
        options.clusters = grouping == Grouping::affinity ? 3 : 0;
        const auto study = study_clusters(table, columns, options);
        EXPECT_EQ(study.quality.method, to_string(grouping));
        EXPECT_GE(study.quality.n_clusters, 3U) << to_string(grouping);
        EXPECT_LE(study.quality.n_clusters, 4U) << to_string(grouping);  // row 0 may be one of its own
        EXPECT_GT(*study.quality.purity, 0.98) << to_string(grouping);
        EXPECT_NEAR(study.majority, 0.5, 1e-9);
        EXPECT_EQ(study.methods.size(), groupings.size());
    }
}

TEST(ClusterStudy, DescribesGroupsLargestFirst) {
    ClusterStudyOptions options;
    options.clusters = 3;
    const auto study = study_clusters(clouds(300), columns, options);
    ASSERT_EQ(study.clusters.size(), 3U);
    EXPECT_EQ(study.labels, (std::vector<std::string>{"folk", "punk", "techno"}));
    EXPECT_EQ(study.clusters[0].labels[0], study.clusters[0].rows);
    EXPECT_GT(study.clusters[0].rows, study.clusters[1].rows);
    EXPECT_EQ(study.clusters[1].traits[0].feature, "energy");
    EXPECT_NEAR(study.clusters[1].traits[0].mean, 0.9, 0.02);
    EXPECT_EQ(study.clusters[2].traits[0].feature, "tempo");
    EXPECT_NEAR(study.clusters[2].traits[0].mean, 140, 1);
    std::size_t rows = 0;
    for (const auto& cluster : study.clusters) rows += cluster.rows;
    EXPECT_EQ(rows, study.n_rows);
}

TEST(ClusterStudy, NamesWhatIsLikeNothingElse) {
    const auto study = study_clusters(clouds(300), columns);
    ASSERT_EQ(study.odd.size(), 20U);
    EXPECT_EQ(study.odd[0].row, 0U);
    EXPECT_EQ(study.odd[0].farthest.feature, "energy");
    EXPECT_LT(study.odd[0].farthest.deviations, -5);
    EXPECT_LT(study.odd[0].mahalanobis_p, 1e-6);
    for (std::size_t i = 1; i < study.odd.size(); ++i)
        EXPECT_LE(study.odd[i].isolation, study.odd[i - 1].isolation);
}

TEST(ClusterStudy, PutsRowsThatWereNotSampledWhereTheirLikeAre) {
    for (const auto drawing : drawings) {
        ClusterStudyOptions options;
        options.clusters = 3;
        options.most_rows = 100;
        options.drawing = drawing;
        const auto study = study_clusters(clouds(300), columns, options);
        EXPECT_EQ(study.n_rows, 300U);
        EXPECT_EQ(study.n_sampled, 100U);
        ASSERT_EQ(study.rows.size(), 300U);
        std::size_t sampled = 0;
        for (const auto& row : study.rows) {
            sampled += row.is_sampled ? 1U : 0U;
            EXPECT_TRUE(std::isfinite(row.x) && std::isfinite(row.y)) << to_string(drawing);
        }
        EXPECT_EQ(sampled, 100U);
        for (const auto& cluster : study.clusters) {
            const auto most = *std::max_element(cluster.labels.begin(), cluster.labels.end());
            EXPECT_GE(most + 1, cluster.rows);
        }
        EXPECT_GT(study.trustworthiness, 0.9) << to_string(drawing);
    }
}

TEST(ClusterStudy, IsTheSameTwiceAndOnAnyNumberOfThreads) {
    ClusterStudyOptions options;
    const auto one = study_clusters(clouds(200), columns, options);
    options.threads = 2;
    const auto two = study_clusters(clouds(200), columns, options);
    ASSERT_EQ(one.rows.size(), two.rows.size());
    for (std::size_t i = 0; i < one.rows.size(); ++i) {
        EXPECT_EQ(one.rows[i].cluster, two.rows[i].cluster);
        EXPECT_EQ(one.rows[i].x, two.rows[i].x);
    }
}

TEST(ClusterStudy, LeavesOutRepeatedRowsAndThoseOfWhichNothingIsKnown) {
    auto numbers = Numbers(30);
    std::iota(numbers.begin(), numbers.end(), 0);
    numbers[4] = std::numeric_limits<double>::quiet_NaN();
    Texts ids;
    for (std::size_t row = 0; row < 30; ++row) ids.push_back(row == 7 ? "6" : std::to_string(row));
    Table table;
    table.add({"id", ids});
    table.add({"energy", numbers});
    const auto study = study_clusters(table, {"", "", "id", {"energy"}});
    EXPECT_EQ(study.n_rows, 28U);
    EXPECT_EQ(study.dropped.at("no_features"), 1U);
    EXPECT_EQ(study.dropped.at("duplicate"), 1U);
    EXPECT_FALSE(study.quality.purity.has_value());
}

TEST(ClusterStudy, RefusesTablesInWhichThereIsNothingToFind) {
    Table alike;
    alike.add({"energy", Numbers(40, 0.5)});
    EXPECT_THROW(study_clusters(alike, {"", "", "", {"energy"}}), Error);
    EXPECT_THROW(study_clusters(clouds(9), columns), Error);
    EXPECT_THROW(study_clusters(clouds(60), {"", "", "", {"genre"}}), Error);  // no number
    ClusterStudyOptions options;
    options.clusters = 60;
    EXPECT_THROW(study_clusters(clouds(60), columns, options), Error);
    options.clusters = 1;
    EXPECT_THROW(study_clusters(clouds(60), columns, options), Error);
}

}  // namespace
}  // namespace attune::lab
