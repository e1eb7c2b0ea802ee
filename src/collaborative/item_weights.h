#pragma once

#include "collaborative/recommender.h"
#include "collaborative/saved_bytes.h"

#include <algorithm>
#include <vector>

namespace attune::collaborative {

/// How much one item speaks for another.
struct ItemWeight {
    library::ItemIndex item = 0;
    float weight = 0;
};

/// A matrix items x items, mostly empty: what each item of a profile adds to the scores of other items.
class ItemWeights {
  public:
    ItemWeights() = default;

    /// @param speakers  for each item those that speak for it, ascending by index
    explicit ItemWeights(const std::vector<std::vector<ItemWeight>>& speakers);
    explicit ItemWeights(ByteReader& reader);

    std::size_t n_items() const noexcept { return starts_.size() - 1; }

    /// The weight with which `from` speaks for `to`; 0 where it does not.
    float weight(library::ItemIndex from, library::ItemIndex to) const;

    /// sum_k weights[k] * (row items[k]), shape (n_items(),)
    std::vector<float> score(std::span<const library::ItemIndex> items, std::span<const float> weights) const;

    void write(ByteWriter& writer) const;

  private:
    std::vector<std::size_t> starts_ = {0};
    std::vector<library::ItemIndex> items_;
    std::vector<float> weights_;
};

/// The `count` entries of largest `by(entry)`, of equal ones those of lower index, ascending by index.
template <class By>
std::vector<ItemWeight> strongest(std::vector<ItemWeight> entries, std::size_t count, By&& by) {
    const auto before = [&](const ItemWeight& a, const ItemWeight& b) {
        const auto x = by(a);
        const auto y = by(b);
        return x != y ? x > y : a.item < b.item;
    };
    if (entries.size() > count) {
        std::nth_element(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(count), entries.end(),
                         before);
        entries.resize(count);
    }
    std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.item < b.item; });
    return entries;
}

}  // namespace attune::collaborative
