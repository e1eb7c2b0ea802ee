#include "core/json.h"
#include "projection/pca.h"
#include "projection/trustworthiness.h"
#include "projection/tsne.h"
#include "projection/umap.h"
#include "source_folder.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>

// What scikit-learn and umap-learn make of a small table: tests/data/projection/make_golden.py.

namespace attune::projection {
namespace {

class AgainstPeers : public testing::Test {
  protected:
    AgainstPeers() {
        std::ifstream in(source_folder() / "tests/data/projection/peers.json");
        golden = Json::parse(in);
        for (const auto& row : golden["X"]) X.add_row(row.get<std::vector<float>>());
    }

    /// A map is to be trusted as theirs, but for a hundredth.
    void expect_as_trustworthy(const Matrix& map, const std::string& peer) const {
        for (const auto& wanted : golden["trustworthiness"]) {
            const auto k = wanted["k"].get<std::size_t>();
            EXPECT_GT(trustworthiness(X, map, k), wanted[peer].get<double>() - 0.01) << peer << " " << k;
        }
    }

    Json golden;
    Matrix X;
};

TEST_F(AgainstPeers, PrincipalComponentsAreTheSameButForTheirSign) {
    const auto places = Pca::fit(X, 3).transform(X);
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const auto theirs = [&](std::size_t row) { return golden["pca"][row][axis].get<double>(); };
        const double sign = std::signbit(theirs(0)) == std::signbit(places(0, axis)) ? 1 : -1;
        for (std::size_t row = 0; row < X.n_rows(); ++row)
            EXPECT_NEAR(sign * static_cast<double>(places(row, axis)), theirs(row), 1e-4)
                << row << " " << axis;
    }
}

TEST_F(AgainstPeers, TrustworthinessIsTheSameOfTheSameMap) {
    Matrix map;
    for (const auto& row : golden["pca"])
        map.add_row(std::vector<float>{row[0].get<float>(), row[1].get<float>()});
    for (const auto& wanted : golden["trustworthiness"])
        EXPECT_NEAR(trustworthiness(X, map, wanted["k"].get<std::size_t>()),
                    wanted["of_two_components"].get<double>(), 1e-4);
}

TEST_F(AgainstPeers, MapsAreAsTrustworthy) {
    expect_as_trustworthy(Tsne::fit(X).coordinates(), "of_tsne");
    expect_as_trustworthy(Umap::fit(X).coordinates(), "of_umap");
}

}  // namespace
}  // namespace attune::projection
