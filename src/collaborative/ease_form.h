#pragma once

#include "collaborative/item_weights.h"
#include "collaborative/recommender.h"
#include "collaborative/saved_bytes.h"
#include "library/interactions.h"

#include <memory>
#include <span>
#include <vector>

namespace attune::collaborative {

/// What is solved: see Ease.
struct EaseProblem {
    library::Interactions X;        ///< weights, people x items
    std::vector<double> penalties;  ///< one an item, > 0
    std::vector<double> factors;    ///< one an item: what its scores are multiplied by
};

/// How an EASE model keeps its weights B; column j times factors[j].
class EaseForm {
  public:
    virtual ~EaseForm() = default;
    virtual std::size_t n_items() const noexcept = 0;

    /// x B for a sparse row x, shape (n_items(),)
    virtual std::vector<float> score(std::span<const library::ItemIndex> items,
                                     std::span<const float> x) const = 0;

    /// B(items[k], item) for each k
    virtual std::vector<double> weights_for(std::span<const library::ItemIndex> items,
                                            library::ItemIndex item) const = 0;

    virtual void write(ByteWriter& writer) const = 0;
};

/// How fit_... and load_ease_form() tell the forms apart in saved bytes.
enum class EaseFormKind : std::uint64_t { items, people, sparse };

/// B as a dense matrix. Time n_items^3, memory 8 n_items^2 bytes while it is fitted, then half.
std::unique_ptr<EaseForm> fit_ease_by_items(const EaseProblem& problem, const FitSettings& settings,
                                            const Task& task);

/// Z = X diag(penalties)^-1/2 and (Z Z^T + I)^-1. Time n_users^3, memory 8 n_users^2 bytes while it is
/// fitted, then half; a score takes n_users^2 steps.
std::unique_ptr<EaseForm> fit_ease_by_people(const EaseProblem& problem, const FitSettings& settings,
                                             const Task& task);

/// B with at most n_neighbours weights a column. Time n_items x n_neighbours^3 and co-plays, memory 24 bytes
/// x n_items x n_neighbours while it is fitted, then a third.
std::unique_ptr<EaseForm> fit_ease_by_neighbours(const EaseProblem& problem, std::size_t n_neighbours,
                                                 const FitSettings& settings, const Task& task);

/// @throws Error{corrupt_data} if these are not the bytes of a form
std::unique_ptr<EaseForm> load_ease_form(ByteReader& reader);

std::unique_ptr<EaseForm> load_ease_by_items(ByteReader& reader);
std::unique_ptr<EaseForm> load_ease_by_people(ByteReader& reader);
std::unique_ptr<EaseForm> load_ease_by_neighbours(ByteReader& reader);

}  // namespace attune::collaborative
