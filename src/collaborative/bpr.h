#pragma once

#include "collaborative/option_text.h"
#include "collaborative/recommender.h"
#include "core/matrix.h"

namespace attune::collaborative {

struct BprOptions {
    int factors = 64;
    int epochs = 100;
    float learning_rate = 0.05F;
    float regularization = 0.02F;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"factors", factors, 1, 4096, "length of an embedding"});
        visit(Option<int>{"epochs", epochs, 1, 10000, "draws for each pair of a person and an item"});
        visit(Option<float>{"learning_rate", learning_rate, 1e-5F, 10, "length of a step [alpha]"});
        visit(Option<float>{"regularization", regularization, 1e-5F, 10,
                            "penalty on the size of embeddings [lambda]"});
    }
};

/// Bayesian personalised ranking: embeddings x_u, y_i and a bias b_i of the item such that what a person
/// plays comes before what they do not, s_ui = x_u . y_i + b_i, by gradient steps on -ln sigma(s_ui - s_uj)
/// for drawn pairs of a person and an item i, and an item j that the person does not play. Counts do not
/// matter to it, only what was played.
///
/// Fold-in: with the items fixed, x minimises the mean of -ln sigma(s_i - s_j) over the profile's items i and
/// a fixed sample of items j that are not in the profile, plus lambda / 2 |x|^2: where training takes a
/// person's embedding on average. The steps of that descent are sums over the profile's items, so the score
/// is too; b is shared out evenly.
///
/// Fitting runs on one thread, whatever FitSettings says: each step needs the one before, and what several
/// threads do to shared embeddings depends on their timing. An epoch takes pairs x factors steps; memory 4
/// bytes x (n_users + n_items) x factors.
///
/// Source: S. Rendle, C. Freudenthaler, Z. Gantner, L. Schmidt-Thieme, "BPR: Bayesian personalized ranking
/// from implicit feedback", UAI 2009.
class Bpr final : public Recommender {
  public:
    explicit Bpr(const BprOptions& options) : options_(options) {}
    Bpr(const BprOptions& options, std::string_view bytes);

    std::string_view name() const noexcept override { return "bpr"; }
    std::string options() const override { return options_text(options_); }
    void fit(const library::Interactions& plays, const FitSettings& settings, const Task& task) override;
    std::size_t n_items() const noexcept override { return items_.n_rows(); }
    std::vector<float> score(const Profile& profile) const override;
    std::vector<ItemEvidence> explain(const Profile& profile, library::ItemIndex item) const override;
    std::string save() const override;

  private:
    struct FoldIn;

    BprOptions options_;
    Matrix items_;                            ///< shape (n_items, factors)
    std::vector<float> biases_;               ///< shape (n_items,)
    std::vector<library::ItemIndex> sample_;  ///< what fold-in compares with, ascending
};

}  // namespace attune::collaborative
