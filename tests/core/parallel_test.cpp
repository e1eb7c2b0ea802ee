#include "core/parallel.h"

#include "core/error.h"
#include "core/task.h"

#include <gtest/gtest.h>

#include <vector>

namespace attune {
namespace {

TEST(ParallelFor, CallsEachIndexOnceOnAnyNumberOfThreads) {
    for (const std::size_t threads : {1U, 2U, 8U, 100U}) {
        std::vector<int> calls(1000);
        parallel_for(calls.size(), threads, [&](std::size_t i) { ++calls[i]; });
        for (const int count : calls) ASSERT_EQ(count, 1);
    }
    parallel_for(0, 4, [](std::size_t) { FAIL(); });
    EXPECT_GE(default_threads(), 1U);
}

TEST(ParallelFor, ThrowsWhatABodyThrew) {
    for (const std::size_t threads : {1U, 4U}) {
        EXPECT_THROW(parallel_for(100, threads,
                                  [](std::size_t i) {
                                      if (i == 50) fail(ErrorCode::corrupt_data, "at {}", i);
                                  }),
                     Error);
    }
}

class Recorder : public ProgressSink {
  public:
    void report(std::string_view, std::size_t done, std::size_t) override { last = done; }
    std::size_t last = 0;
};

TEST(Task, TellsItsSinkAndStops) {
    Recorder recorder;
    std::stop_source stop;
    const Task task(&recorder, stop.get_token());
    task.report("stage", 3, 10);
    EXPECT_EQ(recorder.last, 3U);
    stop.request_stop();
    try {
        task.check();
        FAIL();
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::interrupted);
    }
    EXPECT_NO_THROW(Task().check());
}

}  // namespace
}  // namespace attune
