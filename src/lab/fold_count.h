#pragma once

#include "core/task.h"
#include "learning/judge.h"

#include <atomic>
#include <cstddef>
#include <string_view>
#include <utility>

namespace attune::lab {

/// How many of all folds of all models are done. What is below the folds (trees, rounds) moves nobody's bar,
/// yet is a moment to stop at.
class FoldCount final : public ProgressSink {
  public:
    FoldCount(const Task& task, std::size_t total) : task_(task), total_(total) {}
    void report(std::string_view, std::size_t, std::size_t) override {
        task_.report("judging models", done_, total_);
    }
    void finish_fold() { ++done_; }

    /// A recipe that says when its fold is done.
    learning::Recipe counted(learning::Recipe recipe) {
        return [recipe = std::move(recipe), this](std::span<const std::size_t> train, const Task& task) {
            auto fitted = recipe(train, task);
            finish_fold();
            return fitted;
        };
    }

  private:
    const Task& task_;
    std::size_t total_;
    std::atomic<std::size_t> done_{0};
};

}  // namespace attune::lab
