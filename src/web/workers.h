#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace attune::web {

/// Threads that do small pieces of work in the order in which they come.
class Workers {
  public:
    /// @param longest  pieces that may wait; more are refused
    Workers(std::size_t threads, std::size_t longest);
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;
    ~Workers() { stop(); }

    /// False if too much waits already, or it was stopped.
    bool add(std::function<void()> work);

    /// Does what waits, then ends the threads.
    void stop();

  private:
    void work_on();

    std::size_t longest_;
    std::mutex mutex_;
    std::condition_variable there_is_work_;
    std::deque<std::function<void()>> waiting_;
    bool stopped_ = false;
    std::vector<std::jthread> threads_;
};

}  // namespace attune::web
