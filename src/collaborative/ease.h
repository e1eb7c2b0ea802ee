#pragma once

#include "collaborative/ease_form.h"
#include "collaborative/option_text.h"
#include "collaborative/recommender.h"
#include "collaborative/weighting.h"

#include <array>
#include <memory>

namespace attune::collaborative {

/// Over what the closed form is solved.
enum class EaseSolver {
    automatic,  ///< the smaller of items and people if it is at most `most_dense`, else sparse
    items,      ///< exact: inverts a matrix items x items
    people,     ///< exact and the same model: inverts a matrix people x people
    sparse,     ///< an approximation: each item from its nearest `neighbours` items
};

struct EaseOptions {
    float regularization = 300;
    Weighting weighting = Weighting::log1p;
    EaseSolver solver = EaseSolver::automatic;
    int most_dense = 16000;
    int neighbours = 200;

    static constexpr std::array<std::string_view, 4> solver_names{"automatic", "items", "people", "sparse"};

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<float>{"regularization", regularization, 1e-3F, 1e7F, "penalty on the size of weights [lambda]"});
        visit(Choice<Weighting>{"weighting", weighting, weighting_names, "weight of a play count"});
        visit(Choice<EaseSolver>{"solver", solver, solver_names, "what is solved over"});
        visit(Option<int>{"most_dense", most_dense, 1, 60000, "side of the largest dense matrix; 8 bytes x its square"});
        visit(Option<int>{"neighbours", neighbours, 1, 4000, "sparse: items that speak for an item"});
    }
};

/// An item by all other items: the weights B that rebuild X from X with a diagonal of 0,
///
///     min |X - X B|^2 + lambda |B|^2,   B = I - P diag(1 / P_jj),   P = (X^T X + lambda I)^-1
///
/// in one step, without iterations. With fewer people than items the same B comes from a matrix people x people:
/// P = (I - X^T (X X^T + lambda I)^-1 X) / lambda; then B is never formed. Beyond what memory takes, each column of B
/// is solved over the items nearest to it alone.
///
/// Source: H. Steck, "Embarrassingly shallow autoencoders for sparse data", WWW 2019; sparse: H. Steck, "Markov random
/// fields for collaborative filtering", NeurIPS 2019 (here every column by itself: its r = 0).
class Ease final : public Recommender {
  public:
    explicit Ease(const EaseOptions& options) : options_(options) {}
    Ease(const EaseOptions& options, std::string_view bytes);

    std::string_view name() const noexcept override { return "ease"; }
    std::string options() const override { return options_text(options_); }
    void fit(const library::Interactions& plays, const FitSettings& settings, const Task& task) override;
    std::size_t n_items() const noexcept override { return form_ ? form_->n_items() : 0; }
    std::vector<float> score(const Profile& profile) const override;
    std::vector<ItemEvidence> explain(const Profile& profile, library::ItemIndex item) const override;
    std::string save() const override;

  private:
    EaseOptions options_;
    std::unique_ptr<const EaseForm> form_;
};

}  // namespace attune::collaborative
