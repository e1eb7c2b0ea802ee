#include "learning/tables/leakage.h"

#include "core/error.h"

#include <unordered_map>

namespace attune::learning {

SeenRows::SeenRows(std::span<const std::size_t> rows) {
    for (const auto row : rows) {
        if (row >= is_seen_.size()) is_seen_.resize(row + 1, false);
        count_ += is_seen_[row] ? 0 : 1;
        is_seen_[row] = true;
    }
}

void SeenRows::require_apart(std::span<const std::size_t> test_rows, std::string_view what) const {
    for (const auto row : test_rows) {
        require(!saw(row),
                "row {} is to be judged on, but {} was fitted on it; fit on the training rows alone", row,
                what);
    }
}

void require_groups_apart(std::span<const std::size_t> fold_of, std::span<const std::uint64_t> groups,
                          std::string_view what) {
    require(fold_of.size() == groups.size(), "folds and groups must have one length, got {} and {}",
            fold_of.size(), groups.size());
    std::unordered_map<std::uint64_t, std::size_t> first_row;
    for (std::size_t row = 0; row < groups.size(); ++row) {
        const auto first = first_row.try_emplace(groups[row], row).first->second;
        require(fold_of[first] == fold_of[row],
                "rows {} and {} have the same {} but stand in folds {} and {}; make the folds by {}", first,
                row, what, fold_of[first], fold_of[row], what);
    }
}

}  // namespace attune::learning
