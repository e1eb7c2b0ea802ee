#pragma once

#include "core/task.h"
#include "library/interactions.h"

#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace attune::collaborative {

/// One row of X^T X: what an item has in common with every other through the people of both.
class CoPlays {
  public:
    explicit CoPlays(std::size_t n_items) : products_(n_items, 0.0) {}

    /// Computes the row of `item`; what was there before is gone.
    /// @param people_of  X transposed
    void compute(const library::Interactions& X, const library::Interactions& people_of,
                 library::ItemIndex item);

    /// The items with a person in common, `item` itself among them, in no order.
    std::span<const library::ItemIndex> items() const noexcept { return items_; }

    double operator[](library::ItemIndex item) const noexcept { return products_[item]; }

  private:
    std::vector<double> products_;  ///< 0 but for items_
    std::vector<library::ItemIndex> items_;
};

/// Calls body(item, its row) once for each item, on several threads, in no given order. Takes the sum over
/// people of their squared numbers of items.
void for_each_item(const library::Interactions& X, std::size_t threads, std::string_view stage,
                   const Task& task, const std::function<void(library::ItemIndex, const CoPlays&)>& body);

/// X^T X + diag(penalties) as a dense matrix, the part on and above the diagonal; shape (n_items, n_items).
std::vector<float> gram_matrix(const library::Interactions& X, std::span<const double> penalties,
                               std::size_t threads, const Task& task);

/// The squared length of each column of X.
std::vector<double> squared_lengths(const library::Interactions& people_of);

}  // namespace attune::collaborative
