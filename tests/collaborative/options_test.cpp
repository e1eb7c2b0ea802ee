#include "collaborative/als_options.h"
#include "collaborative/recommender.h"
#include "core/error.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace attune::collaborative {
namespace {

std::string message_of(std::string_view name, std::string_view options) {
    try {
        make_recommender(name, options);
    } catch (const Error& error) {
        return error.what();
    }
    return "nothing was thrown";
}

TEST(RecommenderOptions, AreReadAndWritten) {
    const auto model = make_recommender("als", " factors = 8, solver=cg ,alpha=0.5");
    const std::string text = model->options();
    EXPECT_NE(text.find("factors=8,"), std::string::npos) << text;
    EXPECT_NE(text.find("solver=cg,"), std::string::npos) << text;
    EXPECT_NE(text.find("alpha=0.5,"), std::string::npos) << text;
    EXPECT_EQ(make_recommender("als", text)->options(), text);
}

TEST(RecommenderOptions, AreRefusedWithWhatMustHold) {
    EXPECT_EQ(message_of("asl", ""), "no recommender 'asl'; there are: popularity, item_knn, ease, als, bpr");
    EXPECT_EQ(message_of("popularity", "kount=people"), "no option 'kount'; there are: count");
    EXPECT_EQ(message_of("popularity", "count=songs"), "count must be one of people, plays, got 'songs'");
    EXPECT_EQ(message_of("als", "factors=0"), "factors must be in [1, 4096], got 0");
    EXPECT_EQ(message_of("als", "factors=eight"), "factors must be a number, got 'eight'");
    EXPECT_EQ(message_of("als", "alpha=nan"), "alpha must be in [0.0001, 1000000], got nan");
    EXPECT_EQ(message_of("als", "factors"), "an option is written name=value, got 'factors'");
}

TEST(RecommenderOptions, AreDescribedForEveryModel) {
    for (const auto& model : all_recommenders()) {
        const std::string text = model.describe_options();
        const std::string options = make_recommender(model.name)->options();
        EXPECT_EQ(std::count(text.begin(), text.end(), '\n'),
                  1 + std::count(options.begin(), options.end(), ','));
    }
}

}  // namespace
}  // namespace attune::collaborative
