#include "demo/taste.h"

#include "demo/small_world.h"

#include <gtest/gtest.h>

#include <set>

namespace attune::demo {
namespace {

double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum / static_cast<double>(a.size());
}

TEST(Taste, IsStandardNormalInEachPart) {
    const auto taste = make_taste(make_world(small_options()), 5);
    for (const auto* part : {&taste.visible, &taste.hidden, &taste.appeal})
        EXPECT_NEAR(correlation(*part, *part), 1, 1e-9);
    EXPECT_NEAR(correlation(taste.visible, taste.hidden), 0, 0.05);
    EXPECT_GT(correlation(taste.appeal, taste.visible), 0.8);
}

TEST(Taste, DiffersByPerson) {
    const auto world = make_world(small_options());
    EXPECT_LT(std::abs(correlation(make_taste(world, 1).visible, make_taste(world, 2).visible)), 0.4);
}

class JudgeOfSeed : public testing::TestWithParam<std::uint64_t> {};

TEST_P(JudgeOfSeed, AcceptsBetweenFifteenAndTwentyFivePerCentOfWhatIsUnheard) {
    const auto world = make_world(small_options(GetParam()));
    std::set<std::size_t> heard;
    for (const auto& play : make_history(world).plays)
        if (play.track) heard.insert(*play.track);
    const Judge judge(world, {.seed = GetParam()});
    double n = 0;
    double n_liked = 0;
    for (std::size_t i = 0; i < world.tracks.size(); ++i) {
        if (!world.tracks[i].in_catalogue || heard.contains(i)) continue;
        n += 1;
        n_liked += judge.likes(i) ? 1 : 0;
    }
    EXPECT_GE(n_liked / n, 0.15);
    EXPECT_LE(n_liked / n, 0.25);
}

INSTANTIATE_TEST_SUITE_P(Seeds, JudgeOfSeed, testing::Range<std::uint64_t>(1, 11));

TEST(Judge, TurnsATenthOfItsAnswersRound) {
    const auto world = make_world(small_options());
    const Judge judge(world, {});
    double n_turned = 0;
    for (std::size_t i = 0; i < world.tracks.size(); ++i)
        n_turned += judge.likes(i) != judge.truly_likes(i) ? 1 : 0;
    EXPECT_NEAR(n_turned / static_cast<double>(world.tracks.size()), 0.1, 0.02);
}

TEST(Judge, SaysTheSameOfTheSameRecordingEachTime) {
    const auto world = make_world(small_options());
    const Judge one(world, {.seed = 4});
    const Judge another(world, {.seed = 4});
    for (std::size_t i = world.tracks.size(); i-- > 0;) {
        EXPECT_EQ(one.likes(i), another.likes(i));
        EXPECT_EQ(one.likes(i), one.likes(world.tracks[i].recording));
    }
}

}  // namespace
}  // namespace attune::demo
