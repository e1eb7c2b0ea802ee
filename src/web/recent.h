#pragma once

#include <cstddef>
#include <list>
#include <string>
#include <unordered_map>
#include <utility>

namespace attune::web {

/// Values by a key, of which those that were not asked for longest go first. Of one thread at a time.
template <class Value>
class Recent {
  public:
    /// @param most  what all values together may weigh
    explicit Recent(std::size_t most) : most_(most) {}

    /// Null if it is not there. Valid until the next keep() or forget().
    Value* find(const std::string& key) {
        const auto found = places_.find(key);
        if (found == places_.end()) return nullptr;
        entries_.splice(entries_.begin(), entries_, found->second);
        return &found->second->value;
    }

    /// Instead of what the key had. One that weighs more than all may is not kept.
    void keep(const std::string& key, Value value, std::size_t weight = 1) {
        forget(key);
        if (weight > most_) return;
        while (weight_ + weight > most_) forget(std::string(entries_.back().key));
        entries_.push_front({key, std::move(value), weight});
        places_.emplace(key, entries_.begin());
        weight_ += weight;
    }

    void forget(const std::string& key) {
        const auto found = places_.find(key);
        if (found == places_.end()) return;
        weight_ -= found->second->weight;
        entries_.erase(found->second);
        places_.erase(found);
    }

    std::size_t size() const noexcept { return entries_.size(); }
    std::size_t weight() const noexcept { return weight_; }

  private:
    struct Entry {
        std::string key;
        Value value;
        std::size_t weight;
    };
    std::size_t most_;
    std::size_t weight_ = 0;
    std::list<Entry> entries_;  ///< the last asked for first
    std::unordered_map<std::string, typename std::list<Entry>::iterator> places_;
};

}  // namespace attune::web
