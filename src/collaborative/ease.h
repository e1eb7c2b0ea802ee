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
    float regularization = 100;
    float dropout = 0.5F;
    float popularity_discount = 0.2F;
    Weighting weighting = Weighting::log1p;
    WeightScale scale = WeightScale::relative;
    EaseSolver solver = EaseSolver::automatic;
    int most_dense = 16000;
    int neighbours = 200;

    static constexpr std::array<std::string_view, 4> solver_names{"automatic", "items", "people", "sparse"};

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<float>{"regularization", regularization, 1e-3F, 1e7F,
                            "penalty on the size of weights [lambda]"});
        visit(Option<float>{"dropout", dropout, 0, 0.99F,
                            "share of a person's items that training holds back [p]"});
        visit(Option<float>{"popularity_discount", popularity_discount, 0, 1,
                            "power of an item's number of people that its score is divided by [delta]"});
        visit(Choice<Weighting>{"weighting", weighting, weighting_names, "weight of a play count"});
        visit(Choice<WeightScale>{"scale", scale, weight_scale_names,
                                  "weights as they are, or by a person's mean"});
        visit(Choice<EaseSolver>{"solver", solver, solver_names, "what is solved over"});
        visit(Option<int>{"most_dense", most_dense, 1, 60000,
                          "side of the largest dense matrix; 8 bytes x its square"});
        visit(Option<int>{"neighbours", neighbours, 1, 4000, "sparse: items that speak for an item"});
    }
};

/// An item by all other items: the weights B that rebuild X from X with a diagonal of 0,
///
///     min |X - X B|^2 + sum_i penalty_i |B_i|^2
///     B = I - P diag(1 / P_jj),  P = (X^T X + diag(penalty))^-1
///
/// in one step, without iterations; penalty_i = lambda + p / (1 - p) (X^T X)_ii. The second part is what
/// training with a share p of the input held back comes to: without it an item leans on the few much played
/// ones. The score of an item is (x B)_j / n_j^delta with its number of people n_j: the penalty shrinks the
/// weights of seldom played items most, and this gives some of it back. p = delta = 0 is the model of 2019.
///
/// With fewer people than items the same B comes from a matrix people x people, by the formula of Woodbury;
/// then B is never formed. Beyond what memory takes, each column of B is solved over the items nearest to it
/// alone.
///
/// Source: H. Steck, "Embarrassingly shallow autoencoders for sparse data", WWW 2019; dropout: H. Steck,
/// "Autoencoders that don't overfit towards the identity", NeurIPS 2020; sparse: H. Steck, "Markov random
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
