#pragma once

#include "collaborative/als_options.h"
#include "collaborative/recommender.h"
#include "core/matrix.h"

namespace attune::collaborative {

/// Alternating least squares for implicit feedback: embeddings of people x_u and items y_i that minimise
///
///     sum over all u, i: c_ui (p_ui - x_u . y_i)^2  +  sum_u lambda_u |x_u|^2  +  sum_i lambda_i |y_i|^2
///
/// where p is 1 for what was played and 0 else, and c = 1 + alpha weight(count), 1 for what was not played.
/// The penalty of a row is lambda (m / mean m)^nu, m its total confidence (sum of c): nu = 0 is the model of
/// Hu et al., nu = 1 penalises by frequency; the mean keeps lambda's scale the same for every nu.
///
/// A score is exact: the embedding of the profile's person is solved in float64 with the items fixed. It is a
/// sum over the profile's items, which explain() gives: score(i) = sum_j c_j y_i^T (sum_k c_k y_k y_k^T +
/// lambda I)^-1 y_j.
///
/// Source: Y. Hu, Y. Koren, C. Volinsky, "Collaborative filtering for implicit feedback datasets", ICDM 2008
/// (section 5: explanations); penalty: S. Rendle, W. Krichene, L. Zhang, Y. Koren, "Revisiting the
/// performance of iALS on item recommendation benchmarks", RecSys 2022.
class Als final : public Recommender {
  public:
    explicit Als(const AlsOptions& options) : options_(options) {}
    Als(const AlsOptions& options, std::string_view bytes);

    std::string_view name() const noexcept override { return "als"; }
    std::string options() const override { return options_text(options_); }
    void fit(const library::Interactions& plays, const FitSettings& settings, const Task& task) override;
    std::size_t n_items() const noexcept override { return items_.n_rows(); }
    std::vector<float> score(const Profile& profile) const override;
    std::vector<ItemEvidence> explain(const Profile& profile, library::ItemIndex item) const override;
    std::string save() const override;

    /// The embeddings of the items, shape (n_items(), factors).
    const Matrix& item_factors() const noexcept { return items_; }

    /// The embedding of a person, shape (factors,); 0 for an empty profile.
    std::vector<double> person_factors(const Profile& profile) const;

  private:
    struct FoldIn;

    AlsOptions options_;
    Matrix items_;
    std::vector<double> gram_;    ///< items_^T items_, shape (factors, factors)
    double mean_confidence_ = 1;  ///< mean over people of the sum of c
};

}  // namespace attune::collaborative
