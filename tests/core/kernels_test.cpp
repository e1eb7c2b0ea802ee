#include "core/kernel_trials.h"
#include "core/random.h"

#include <gtest/gtest.h>

namespace attune {
namespace {

TEST(Kernels, AgreeWithSumsInDoubleOnEveryKindOfProcessor) {
    Random random(1);
    const trials::Draw draw = [&] { return static_cast<std::uint32_t>(random() >> 32); };
    for (int round = 0; round < 300; ++round) ASSERT_EQ(trials::try_kernels(draw), "") << "round " << round;
}

TEST(Trials, SeeAWrongSum) {
    Kernels wrong = kernels();
    wrong.dot = [](const float* x, const float* y, std::size_t n) {
        float sum = 0;  // the tail is left out
        for (std::size_t i = 0; i < n / 4 * 4; ++i) sum += x[i] * y[i];
        return sum;
    };
    Random random(1);
    const trials::Draw draw = [&] { return static_cast<std::uint32_t>(random() >> 32); };
    int n_seen = 0;
    for (int round = 0; round < 100; ++round) n_seen += trials::try_vectors(wrong, draw).empty() ? 0 : 1;
    EXPECT_GT(n_seen, 30);
}

}  // namespace
}  // namespace attune
