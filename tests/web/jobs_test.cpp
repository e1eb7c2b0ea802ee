#include "web/jobs.h"

#include "core/error.h"

#include <gtest/gtest.h>

#include <atomic>
#include <latch>

namespace attune::web {
namespace {

JobOutcome nothing(const Task&) { return {}; }

std::int64_t number_of(const std::optional<Json>& job) { return job.value().at("job").get<std::int64_t>(); }

/// Reads the events of a job to their end.
Json ended(JobBoard& board, std::int64_t number) {
    const auto events = board.events(number);
    while (events->next()) std::this_thread::yield();
    return board.show(number);
}

/// Work that runs until it is stopped or let go.
class Held {
  public:
    JobWork work() {
        return [this](const Task& task) -> JobOutcome {
            begun_.count_down();
            while (!let_go_) {
                task.check();
                std::this_thread::yield();
            }
            return {};
        };
    }
    void wait_until_begun() { begun_.wait(); }
    void let_go() { let_go_ = true; }

  private:
    std::latch begun_{1};
    std::atomic<bool> let_go_ = false;
};

TEST(JobBoard, DoesOneAfterTheOther) {
    std::vector<int> order;
    JobBoard board;
    std::int64_t last = 0;
    for (int i = 0; i < 5; ++i) {
        last = number_of(board.add("test", [&order, i](const Task&) -> JobOutcome {
            order.push_back(i);
            return {Json(i)};
        }));
    }
    const auto job = ended(board, last);
    EXPECT_EQ(job["state"], "done");
    EXPECT_EQ(job["result"], 4);
    EXPECT_EQ(order, (std::vector{0, 1, 2, 3, 4}));
}

TEST(JobBoard, TellsWhatWentWrong) {
    JobBoard board;
    const auto failed = [&](JobWork work) {
        return ended(board, number_of(board.add("test", std::move(work))));
    };
    const auto known = failed([](const Task&) -> JobOutcome { fail(ErrorCode::not_found, "no such thing"); });
    EXPECT_EQ(known["state"], "failed");
    EXPECT_EQ(known["error"]["code"], "not_found");
    const auto unknown = failed([](const Task&) -> JobOutcome { throw std::runtime_error("oh"); });
    EXPECT_EQ(unknown["error"]["code"], "bug");
    EXPECT_EQ(unknown["error"]["message"], "oh");
    const auto strange = failed([](const Task&) -> JobOutcome { throw 7; });
    EXPECT_EQ(strange["error"]["code"], "bug");
    EXPECT_EQ(failed(nothing)["state"], "done");
}

TEST(JobBoard, DropsTheWorkOfAJobThatIsCancelledWhileItWaits) {
    JobBoard board;
    Held held;
    board.add("test", held.work());
    held.wait_until_begun();
    auto came_in = std::make_shared<int>(1);
    const std::weak_ptr<int> kept = came_in;
    const auto waiting =
        number_of(board.add("test", [came_in](const Task&) -> JobOutcome { return {*came_in}; }));
    came_in.reset();
    EXPECT_FALSE(kept.expired());
    EXPECT_EQ(board.cancel(waiting)["state"], "cancelled");
    EXPECT_TRUE(kept.expired());
    held.let_go();
}

TEST(JobBoard, DropsWhatAJobHeldBeforeItHasEnded) {
    JobBoard board;
    auto came_in = std::make_shared<int>(1);
    const std::weak_ptr<int> kept = came_in;
    const auto number =
        number_of(board.add("test", [came_in](const Task&) -> JobOutcome { return {*came_in}; }));
    came_in.reset();
    ended(board, number);
    EXPECT_TRUE(kept.expired());
}

TEST(JobBoard, KeepsTheJobUnderWayHoweverManyCameAfterIt) {
    Held held;
    JobBoard board;
    const auto running = number_of(board.add("test", held.work()));
    held.wait_until_begun();
    std::int64_t last = 0;
    for (int i = 0; i < 200; ++i) {
        last = number_of(board.add("test", nothing));
        board.cancel(last);
    }
    EXPECT_EQ(board.show(running)["state"], "running");
    EXPECT_EQ(board.list().size(), 50U);
    board.cancel(running);
    EXPECT_EQ(ended(board, running)["state"], "cancelled");
    EXPECT_EQ(board.show(last)["state"], "cancelled");
}

TEST(JobBoard, NeverDoesWhatItHasSaidIsCancelled) {
    JobBoard board;
    for (int i = 0; i < 2000; ++i) {
        std::atomic<bool> has_run = false;
        const auto number = number_of(board.add("test", [&has_run](const Task&) -> JobOutcome {
            has_run = true;
            return {};
        }));
        const auto said = board.cancel(number)["state"];
        const auto state = ended(board, number)["state"];
        ASSERT_TRUE(state == "cancelled" ? !has_run : state == "done" && has_run) << state;
        ASSERT_TRUE(said != "cancelled" || !has_run);
    }
}

TEST(JobBoard, RefusesWhatIsTooMuch) {
    Held held;
    JobBoard board;
    board.add("test", held.work());
    held.wait_until_begun();
    int n_taken = 1;
    while (board.add("test", nothing)) ++n_taken;
    EXPECT_EQ(n_taken, 16);
    held.let_go();
}

TEST(JobBoard, StopsTheWorkUnderWayAndBeginsNoOtherAtItsEnd) {
    Held held;
    std::atomic<bool> has_run = false;
    {
        JobBoard board;
        board.add("test", held.work());
        held.wait_until_begun();
        for (int i = 0; i < 5; ++i) {
            board.add("test", [&has_run](const Task&) -> JobOutcome {
                has_run = true;
                return {};
            });
        }
    }
    EXPECT_FALSE(has_run);
}

TEST(JobBoard, GivesNoNumberTwiceAlsoAfterARestart) {
    std::int64_t before = 0;
    {
        JobBoard board;
        before = number_of(board.add("test", nothing));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(2));  // a server does not start again within one
    JobBoard board;
    EXPECT_THROW(board.show(before), Error);
    EXPECT_GT(number_of(board.add("test", nothing)), before);
    EXPECT_LT(before, std::int64_t{1} << 53) << "a page can hold it";
}

TEST(JobBoard, HoldsFromManyThreads) {
    std::atomic<int> n_run = 0;
    std::atomic<int> n_cancelled = 0;
    std::atomic<int> n_taken = 0;
    {
        JobBoard board;
        std::vector<std::jthread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&] {
                for (int i = 0; i < 200; ++i) {
                    const auto job = board.add("test", [&n_run](const Task& task) -> JobOutcome {
                        ++n_run;
                        task.report("count", 1, 2);
                        return {};
                    });
                    if (!job) continue;
                    ++n_taken;
                    if (i % 3 == 0 && board.cancel(number_of(job))["state"] == "cancelled") ++n_cancelled;
                    static_cast<void>(board.list());
                }
            });
        }
        threads.clear();
        std::int64_t last = 0;
        while (last == 0) {
            if (const auto job = board.add("test", nothing)) last = number_of(job);
        }
        ended(board, last);
    }
    EXPECT_GE(n_run, n_taken - n_cancelled - 200) << "what began before it was cancelled may have run or not";
    EXPECT_LE(n_run, n_taken);
}

}  // namespace
}  // namespace attune::web
