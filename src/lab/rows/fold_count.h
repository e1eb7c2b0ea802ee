#pragma once

#include "core/task.h"
#include "learning/judging/judge.h"

#include <atomic>
#include <cstddef>
#include <string_view>
#include <utility>

namespace attune::lab {

/// How much of the judging is done: folds, each counted by what it costs. What is below the folds (trees,
/// rounds) moves nobody's bar, yet is a moment to stop at.
class FoldCount final : public ProgressSink {
  public:
    FoldCount(const Task& task, std::size_t total) : task_(task), total_(total) {}
    void report(std::string_view, std::size_t, std::size_t) override {
        task_.report("judging models", done_, total_);
    }

    /// A recipe that says when its fold is done.
    /// @param cost  of a fold, in the unit of the total
    learning::Recipe counted(learning::Recipe recipe, std::size_t cost = 1) {
        return
            [recipe = std::move(recipe), cost, this](std::span<const std::size_t> train, const Task& task) {
                auto fitted = recipe(train, task);
                done_ += cost;
                return fitted;
            };
    }

  private:
    const Task& task_;
    std::size_t total_;
    std::atomic<std::size_t> done_{0};
};

}  // namespace attune::lab
