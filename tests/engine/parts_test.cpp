#include "engine/library/parts.h"

#include "core/error.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <stop_token>
#include <thread>
#include <vector>

namespace attune::engine {
namespace {

std::shared_ptr<const int> number(int value) { return std::make_shared<const int>(value); }

TEST(Parts, AreMadeOnceForAState) {
    Parts parts;
    int n_made = 0;
    const auto make = [&] { return number(++n_made); };
    const auto first = parts.get<int>("a", "1", {}, make);
    EXPECT_EQ(parts.get<int>("a", "1", {}, make), first);
    EXPECT_EQ(*parts.get<int>("a", "2", {}, make), 2);
    EXPECT_EQ(*parts.get<int>("b", "2", {}, make), 3);
    EXPECT_EQ(parts.n_parts(), 2U) << "one state of each name";
    EXPECT_EQ(*first, 1) << "whoever holds a part keeps it";
}

TEST(Parts, AreMadeByOneOfThoseWhoAskAtOnce) {
    Parts parts;
    std::atomic<int> n_made = 0;
    std::latch all_are_here(8);
    std::vector<std::jthread> threads;
    std::atomic<int> sum = 0;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            all_are_here.arrive_and_wait();
            sum += *parts.get<int>("a", "1", {}, [&] {
                std::this_thread::yield();
                return number(++n_made);
            });
        });
    }
    threads.clear();
    EXPECT_EQ(n_made, 1);
    EXPECT_EQ(sum, 8);
}

TEST(Parts, ThatCouldNotBeMadeAreMadeByTheNext) {
    Parts parts;
    EXPECT_THROW(parts.get<int>("a", "1", {},
                                []() -> std::shared_ptr<const int> { fail(ErrorCode::not_found, "none"); }),
                 Error);
    EXPECT_EQ(*parts.get<int>("a", "1", {}, [] { return number(7); }), 7);
}

TEST(Parts, WhoWaitsCanBeStopped) {
    Parts parts;
    std::latch is_in_making(1);
    std::latch may_end(1);
    std::jthread maker([&] {
        parts.get<int>("a", "1", {}, [&] {
            is_in_making.count_down();
            may_end.wait();
            return number(1);
        });
    });
    is_in_making.wait();
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(parts.get<int>("a", "1", Task(nullptr, stop.get_token()), [] { return number(2); }), Error);
    may_end.count_down();
}

TEST(Parts, ThoseAskedForLeastLatelyGoWhenMemoryIsShort) {
    Parts parts(100);
    const auto forty = [](const int&) { return std::size_t{40}; };
    int n_made = 0;
    const auto make = [&] { return number(++n_made); };
    parts.get<int>("a", "1", {}, make, forty);
    parts.get<int>("b", "1", {}, make, forty);
    parts.get<int>("a", "1", {}, make, forty);
    parts.get<int>("c", "1", {}, make, forty);
    EXPECT_EQ(parts.n_parts(), 2U);
    EXPECT_LE(parts.n_bytes(), 100U);
    EXPECT_EQ(*parts.get<int>("a", "1", {}, make, forty), 1);
    EXPECT_EQ(*parts.get<int>("b", "1", {}, make, forty), 4) << "b had gone";
}

}  // namespace
}  // namespace attune::engine
