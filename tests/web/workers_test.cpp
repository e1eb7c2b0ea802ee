#include "web/workers.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <stdexcept>

namespace attune::web {
namespace {

TEST(Workers, DoAllThatWaitsBeforeTheyEnd) {
    std::atomic<int> n_done = 0;
    {
        Workers workers(3, 1000);
        for (int i = 0; i < 500; ++i) EXPECT_TRUE(workers.add([&n_done] { ++n_done; }));
    }
    EXPECT_EQ(n_done, 500);
}

TEST(Workers, OutliveWhatTheirWorkThrows) {
    std::atomic<int> n_done = 0;
    {
        Workers workers(1, 100);
        workers.add([] { throw std::runtime_error("oh"); });
        workers.add([] { throw 7; });
        workers.add([&n_done] { ++n_done; });
    }
    EXPECT_EQ(n_done, 1);
}

TEST(Workers, RefuseWhatIsTooMuchOrTooLate) {
    Workers workers(1, 2);
    std::latch begun(1);
    std::latch go_on(1);
    EXPECT_TRUE(workers.add([&] {
        begun.count_down();
        go_on.wait();
    }));
    begun.wait();
    EXPECT_TRUE(workers.add([] {}));
    EXPECT_TRUE(workers.add([] {}));
    EXPECT_FALSE(workers.add([] {}));
    go_on.count_down();
    workers.stop();
    EXPECT_FALSE(workers.add([] {}));
}

TEST(Workers, TakeWorkFromManyThreads) {
    std::atomic<int> n_done = 0;
    std::atomic<int> n_taken = 0;
    Workers workers(2, 10);
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 1000; ++i) n_taken += workers.add([&n_done] { ++n_done; }) ? 1 : 0;
            });
        }
    }
    workers.stop();
    EXPECT_EQ(n_done, n_taken);
    EXPECT_GE(n_taken, 10);
}

}  // namespace
}  // namespace attune::web
