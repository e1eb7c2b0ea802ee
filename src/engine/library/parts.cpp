#include "engine/library/parts.h"

#include <algorithm>
#include <cassert>
#include <chrono>

namespace attune::engine {
namespace {

constexpr std::size_t most_parts = 256;
/// How often who waits looks whether to stop.
constexpr auto look = std::chrono::milliseconds(20);

}  // namespace

Parts::Parts(std::size_t most_bytes) : most_bytes_(most_bytes) {}

std::shared_ptr<const void> Parts::find(const std::string& name, const std::string& state,
                                        const std::type_index& type, const Task& task,
                                        const std::function<Made()>& make) {
    const std::string key = name + '\n' + state;
    std::unique_lock lock(mutex_);
    while (true) {
        const auto found = entries_.find(name);
        if (found != entries_.end() && found->second.state == state && found->second.type == type) {
            found->second.last_asked = ++n_asked_;
            return found->second.made.part;
        }
        if (in_making_.insert(key).second) break;
        was_made_.wait_for(lock, look);
        task.check();
    }
    lock.unlock();
    const auto end_making = [&] {
        in_making_.erase(key);
        was_made_.notify_all();
    };
    Made made;
    try {
        made = make();
    } catch (...) {
        lock.lock();
        end_making();
        throw;
    }
    lock.lock();
    end_making();
    ++n_made_;
    auto part = made.part;
    keep(name, {state, type, std::move(made), ++n_asked_});
    return part;
}

void Parts::keep(const std::string& name, Entry entry) {
    entries_.insert_or_assign(name, std::move(entry));
    std::size_t n_bytes = 0;
    for (const auto& [_, kept] : entries_) n_bytes += kept.made.n_bytes;
    while (entries_.size() > 1 && (n_bytes > most_bytes_ || entries_.size() > most_parts)) {
        const auto least =
            std::ranges::min_element(entries_, {}, [](const auto& named) { return named.second.last_asked; });
        n_bytes -= least->second.made.n_bytes;
        entries_.erase(least);
    }
}

std::size_t Parts::n_parts() const {
    const std::scoped_lock lock(mutex_);
    return entries_.size();
}

std::size_t Parts::n_made() const {
    const std::scoped_lock lock(mutex_);
    return n_made_;
}

std::size_t Parts::n_bytes() const {
    const std::scoped_lock lock(mutex_);
    std::size_t n_bytes = 0;
    for (const auto& [_, kept] : entries_) n_bytes += kept.made.n_bytes;
    return n_bytes;
}

void Parts::clear() {
    const std::scoped_lock lock(mutex_);
    entries_.clear();
}

}  // namespace attune::engine
