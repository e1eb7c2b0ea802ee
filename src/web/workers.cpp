#include "web/workers.h"

namespace attune::web {

Workers::Workers(std::size_t threads, std::size_t longest) : longest_(longest) {
    for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work_on(); });
}

bool Workers::add(std::function<void()> work) {
    {
        const std::lock_guard lock(mutex_);
        if (stopped_ || waiting_.size() >= longest_) return false;
        waiting_.push_back(std::move(work));
    }
    there_is_work_.notify_one();
    return true;
}

void Workers::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopped_ = true;
    }
    there_is_work_.notify_all();
    threads_.clear();  // a jthread joins
}

void Workers::work_on() {
    while (true) {
        std::function<void()> work;
        {
            std::unique_lock lock(mutex_);
            there_is_work_.wait(lock, [this] { return stopped_ || !waiting_.empty(); });
            if (waiting_.empty()) return;
            work = std::move(waiting_.front());
            waiting_.pop_front();
        }
        try {
            work();
        } catch (
            ...) {  // NOLINT(bugprone-empty-catch): a fault of one piece ends no thread; its giver saw to it
        }
    }
}

}  // namespace attune::web
