#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace attune::learning {

// Guards against figures that are too good: something of a test row that was known while fitting. Whatever is
// fitted (scales, dummies, made-up rows, target means) remembers its rows, and the judge asks before it
// judges.

/// The rows of a table that something was fitted on.
class SeenRows {
  public:
    SeenRows() = default;
    explicit SeenRows(std::span<const std::size_t> rows);

    bool saw(std::size_t row) const noexcept { return row < is_seen_.size() && is_seen_[row]; }
    std::size_t count() const noexcept { return count_; }

    /// Throws Error{invalid_argument} naming `what` and the first row, if a row to judge on was seen.
    void require_apart(std::span<const std::size_t> test_rows, std::string_view what) const;

  private:
    std::vector<bool> is_seen_;
    std::size_t count_ = 0;
};

/// Throws Error{invalid_argument} if rows of one group (`what`: "id", "artist") stand in two folds.
///
/// @param fold_of  the fold of each row, shape (n_rows,)
/// @param groups   the group of each row, shape (n_rows,)
void require_groups_apart(std::span<const std::size_t> fold_of, std::span<const std::uint64_t> groups,
                          std::string_view what);

}  // namespace attune::learning
