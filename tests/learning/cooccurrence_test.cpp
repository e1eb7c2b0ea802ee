#include "learning/numerics/cooccurrence.h"

#include "core/error.h"
#include "core/random.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <numeric>

namespace attune::learning {
namespace {

TEST(CountPairs, SharesTheWeightOfAWordAmongTheOthersByTheirs) {
    const std::vector<Bag> bags = {{{0, 1}, {1, 1}, {2, 3}}, {{0, 2}, {1, 0.5F}}, {{2, 1}}};
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> count;
    for (const auto& pair : count_pairs(bags, 3)) count[{pair.a, pair.b}] = pair.count;
    EXPECT_EQ(count.size(), 6U);
    EXPECT_NEAR((count[{0, 1}]), 0.25 + 2, 1e-9);
    EXPECT_NEAR((count[{1, 0}]), 0.25 + 0.5, 1e-9);
    EXPECT_NEAR((count[{2, 0}]), 1.5, 1e-9);
    EXPECT_NEAR((count[{0, 2}]), 0.75, 1e-9);
    EXPECT_THROW(count_pairs(bags, 2), Error);
    EXPECT_THROW(count_pairs({{{{0, 0.0F}, {1, 1.0F}}}}, 2), Error);
}

/// Two scenes of five words each, of which every bag has three; word 10 is put on anything, word 11 was used
/// once.
std::vector<Bag> two_scenes() {
    Random random(1);
    std::vector<Bag> bags;
    for (std::uint32_t i = 0; i < 300; ++i) {
        std::vector<std::uint32_t> words = {0, 1, 2, 3, 4};
        random.shuffle(words);
        Bag bag;
        for (std::size_t w = 0; w < 3; ++w) bag.push_back({words[w] + 5 * (i % 2), 1});
        if (i % 4 < 2) bag.push_back({10, 1});
        bags.push_back(bag);
    }
    bags.push_back({{0, 1}, {11, 1}});
    return bags;
}

TEST(WordInformation, IsLowOfWordsThatAreOnEverythingAndOfWordsThatWereHardlyUsed) {
    const auto information = word_information(count_pairs(two_scenes(), 12), 12);
    for (std::size_t word = 0; word < 10; ++word) {
        EXPECT_GT(information[word], 3 * information[10]) << word;
        EXPECT_GT(information[word], 2 * information[11]) << word;
    }
    for (const double nats : information) EXPECT_GE(nats, 0);
}

TEST(WordInformation, IsTheDivergenceFromWhatIsEverywhere) {
    // Two bags {0, 1} and one {2, 3}, all of weight 1: everywhere is (2, 2, 1, 1) / 6.
    const std::vector<Bag> bags = {{{0, 1}, {1, 1}}, {{0, 1}, {1, 1}}, {{2, 1}, {3, 1}}};
    const auto information = word_information(count_pairs(bags, 4), 4, 1);
    // Beside 0 stands 1, twice, and one pair of the prior.
    const double p1 = (2 + 2.0 / 6) / 3;
    EXPECT_NEAR(information[0], p1 * std::log(p1 / (2.0 / 6)) + (1.0 / 3) * (4.0 / 6) * std::log(1.0 / 3),
                1e-9);
}

TEST(WordVectors, PutWordsOfOneSceneTogetherWhateverTheOrderOfBags) {
    WordVectorOptions options;
    options.dim = 4;
    const auto vectors = word_vectors(count_pairs(two_scenes(), 12), 12, options);
    const auto cosine = [&](std::size_t a, std::size_t b) {
        return std::inner_product(vectors.row(a).begin(), vectors.row(a).end(), vectors.row(b).begin(), 0.0);
    };
    for (std::size_t a = 0; a < 5; ++a) {
        for (std::size_t b = 0; b < 5; ++b) {
            EXPECT_GT(cosine(a, b), 0.5);
            EXPECT_LT(cosine(a, 5 + b), 0.3);
        }
    }
}

}  // namespace
}  // namespace attune::learning
