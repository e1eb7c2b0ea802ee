#include "library/interactions.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace attune::library {

Interactions::Interactions(std::size_t n_users, std::size_t n_items, std::vector<Interaction> entries)
    : n_items_(n_items), starts_(n_users + 1, 0) {
    for (const Interaction& entry : entries) {
        require(entry.user < n_users && entry.item < n_items,
                "interaction ({}, {}) is outside of {} people x {} items", entry.user, entry.item, n_users,
                n_items);
        require(std::isfinite(entry.value) && entry.value > 0,
                "interaction ({}, {}) has the value {}; it must be > 0", entry.user, entry.item, entry.value);
    }
    std::sort(entries.begin(), entries.end(), [](const Interaction& a, const Interaction& b) {
        return std::tie(a.user, a.item) < std::tie(b.user, b.item);
    });
    indices_.reserve(entries.size());
    values_.reserve(entries.size());
    const Interaction* last = nullptr;
    for (const Interaction& entry : entries) {
        if (last != nullptr && last->user == entry.user && last->item == entry.item) {
            values_.back() += entry.value;
        } else {
            indices_.push_back(entry.item);
            values_.push_back(entry.value);
            ++starts_[entry.user + 1];
        }
        last = &entry;
    }
    for (std::size_t user = 0; user < n_users; ++user) starts_[user + 1] += starts_[user];
}

Interactions Interactions::transposed() const {
    Interactions other;
    other.n_items_ = n_users();
    other.starts_.assign(n_items_ + 1, 0);
    for (const std::uint32_t item : indices_) ++other.starts_[item + 1];
    for (std::size_t item = 0; item < n_items_; ++item) other.starts_[item + 1] += other.starts_[item];
    other.indices_.resize(indices_.size());
    other.values_.resize(values_.size());
    std::vector<std::size_t> next(other.starts_.begin(), other.starts_.end() - 1);
    for (UserIndex user = 0; user < n_users(); ++user) {
        const InteractionRow items = row(user);
        for (std::size_t k = 0; k < items.size(); ++k) {
            const std::size_t place = next[items.indices[k]]++;
            other.indices_[place] = user;
            other.values_[place] = items.values[k];
        }
    }
    return other;
}

}  // namespace attune::library
