#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace attune::library {

/// Rows and columns of Interactions; not to be stored.
using UserIndex = std::uint32_t;
using ItemIndex = std::uint32_t;

/// One person's dealings with one item: how often it was played, or how sure we are that they like it.
struct Interaction {
    UserIndex user = 0;
    ItemIndex item = 0;
    float value = 1;  ///< > 0 and finite
};

/// The items of one person (or the people of one item): indices ascending, each once, and a value for each.
struct InteractionRow {
    std::span<const std::uint32_t> indices;
    std::span<const float> values;

    std::size_t size() const noexcept { return indices.size(); }
};

/// A matrix people x items of what many people did, mostly empty, in compressed rows (CSR).
class Interactions {
  public:
    Interactions() = default;

    /// Values at the same place are added.
    /// @throws Error{invalid_argument} for an index outside of the matrix or a value that is not finite and > 0
    Interactions(std::size_t n_users, std::size_t n_items, std::vector<Interaction> entries);

    std::size_t n_users() const noexcept { return starts_.size() - 1; }
    std::size_t n_items() const noexcept { return n_items_; }
    std::size_t size() const noexcept { return indices_.size(); }  ///< pairs of a person and an item

    InteractionRow row(UserIndex user) const noexcept {
        const std::size_t begin = starts_[user];
        const std::size_t count = starts_[user + 1] - begin;
        return {std::span(indices_).subspan(begin, count), std::span(values_).subspan(begin, count)};
    }

    /// The same with items as rows and people as columns: row(i) then holds the people of item i.
    Interactions transposed() const;

    /// The same pairs, each value replaced by change(value), which must be finite and > 0.
    template <class Change>
    Interactions with_values(Change&& change) const {
        Interactions changed = *this;
        for (float& value : changed.values_) value = change(value);
        return changed;
    }

    /// The same pairs, each value replaced by change(user, item, value), which must be finite and > 0.
    template <class Change>
    Interactions with_values_at(Change&& change) const {
        Interactions changed = *this;
        for (UserIndex user = 0; user < n_users(); ++user) {
            for (std::size_t k = starts_[user]; k < starts_[user + 1]; ++k)
                changed.values_[k] = change(user, indices_[k], values_[k]);
        }
        return changed;
    }

  private:
    std::size_t n_items_ = 0;
    std::vector<std::size_t> starts_ = {0};
    std::vector<std::uint32_t> indices_;
    std::vector<float> values_;
};

}  // namespace attune::library
