#include "collaborative/item_weights.h"

#include <algorithm>

namespace attune::collaborative {

ItemWeights::ItemWeights(const std::vector<std::vector<ItemWeight>>& speakers)
    : starts_(speakers.size() + 1, 0) {
    for (const auto& entries : speakers) {
        for (const auto& entry : entries) ++starts_[entry.item + 1];
    }
    for (std::size_t item = 0; item < speakers.size(); ++item) starts_[item + 1] += starts_[item];
    items_.resize(starts_.back());
    weights_.resize(starts_.back());
    std::vector<std::size_t> next(starts_.begin(), starts_.end() - 1);
    for (std::size_t item = 0; item < speakers.size(); ++item) {
        for (const auto& entry : speakers[item]) {
            const std::size_t place = next[entry.item]++;
            items_[place] = static_cast<library::ItemIndex>(item);
            weights_[place] = entry.weight;
        }
    }
}

ItemWeights::ItemWeights(ByteReader& reader) {
    const auto starts = reader.list<std::uint64_t>();
    items_ = reader.list<library::ItemIndex>();
    weights_ = reader.floats(items_.size());
    ByteReader::intact(!starts.empty() && starts.front() == 0 && starts.back() == items_.size() &&
                           std::is_sorted(starts.begin(), starts.end()),
                       "its rows are not in order");
    starts_.assign(starts.begin(), starts.end());
    for (std::size_t row = 0; row < n_items(); ++row) {
        for (std::size_t i = starts_[row]; i < starts_[row + 1]; ++i)
            ByteReader::intact(items_[i] < n_items() && (i == starts_[row] || items_[i - 1] < items_[i]),
                               "items are not in order");
    }
}

float ItemWeights::weight(library::ItemIndex from, library::ItemIndex to) const {
    const auto begin = items_.begin() + static_cast<std::ptrdiff_t>(starts_[from]);
    const auto end = items_.begin() + static_cast<std::ptrdiff_t>(starts_[from + 1]);
    const auto found = std::lower_bound(begin, end, to);
    return found == end || *found != to ? 0 : weights_[static_cast<std::size_t>(found - items_.begin())];
}

std::vector<float> ItemWeights::score(std::span<const library::ItemIndex> items,
                                      std::span<const float> weights) const {
    std::vector<double> sums(n_items(), 0.0);
    for (std::size_t k = 0; k < items.size(); ++k) {
        const double weight = weights[k];
        for (std::size_t i = starts_[items[k]]; i < starts_[items[k] + 1]; ++i)
            sums[items_[i]] += weight * static_cast<double>(weights_[i]);
    }
    return {sums.begin(), sums.end()};
}

void ItemWeights::write(ByteWriter& writer) const {
    const std::vector<std::uint64_t> starts(starts_.begin(), starts_.end());
    writer.list(std::span<const std::uint64_t>(starts));
    writer.list(std::span<const library::ItemIndex>(items_));
    writer.list(std::span<const float>(weights_));
}

}  // namespace attune::collaborative
