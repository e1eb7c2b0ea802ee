#pragma once

#include "core/json_fwd.h"
#include "core/matrix.h"
#include "taste/label_kernel.h"

#include <cstdint>
#include <span>
#include <vector>

namespace attune::taste {

/// Tracks that a person labelled.
struct LabelExamples {
    Matrix rows;                 ///< of the table, the track itself left out; (n_labels, n_columns)
    std::vector<float> liked;    ///< 1 or 0
    std::vector<float> history;  ///< margins of stage 1
    std::vector<std::uint64_t> artists;
};

/// What labels say beside what the history says: a Gaussian process on likes (+1) and dislikes (-1) whose
/// kernel is a weighted sum of Likenesses, so that what it says of a track is a sum over the columns of the
/// table.
///
///     f(x) = h s(x) + sum over likenesses t of w_t sum over labels i of k_t(x, x_i) a_i
///
/// s is the margin of stage 1 and h what the labels make of it. The weights are those that make the labels
/// most probable, held near common values by a prior: few labels, or labels without a pattern, move little.
///
/// Source: C. E. Rasmussen, C. K. I. Williams, "Gaussian processes for machine learning", 2006, sections 2.2
/// and 5.4 (marginal likelihood, left-out predictions); D. Duvenaud, H. Nickisch, C. E. Rasmussen, "Additive
/// Gaussian processes", NIPS 2011.
class LabelModel {
  public:
    LabelModel() = default;

    /// @throws Error{invalid_argument} if there are no examples or shapes differ
    static LabelModel fit(LabelView view, const LabelExamples& examples);

    /// How much a margin of stage 1 counts next to margins().
    double history_weight() const noexcept { return history_weight_; }

    /// Without the part of stage 1; shape (n_rows,). On the scale of log-odds.
    std::vector<float> margins(const Matrix& rows) const;

    /// Shape (n_rows, n_columns + 1): each row sums to its margin, the last column is the constant.
    Matrix contributions(const Matrix& rows) const;

    /// How unsure each margin is, the part of stage 1 included: a standard deviation a row.
    std::vector<float> deviations(const Matrix& rows, std::span<const float> history) const;

    /// Margins of the labelled tracks, the part of stage 1 included, had nothing been said of their artists.
    /// Not saved.
    const std::vector<float>& left_out() const noexcept { return left_out_; }

    /// The labelled points and weights; what follows from them is worked out again when they are loaded.
    Json save() const;
    /// @throws Json::exception, Error{corrupt_data}
    static LabelModel load(const Json& saved);

  private:
    double without_history(const LabelPoint& point) const;
    double effect(Likeness likeness, const LabelPoint& point) const;
    void spread_sound(Likeness likeness, const LabelPoint& point, std::span<float> row) const;

    LabelView view_;
    Likenesses weights_{};
    double noise_ = 1;
    std::vector<LabelPoint> points_;
    std::vector<double> coefficients_;
    Matrix inverse_;  ///< of the covariance of the labels
    double history_weight_ = 1;
    std::vector<float> left_out_;
};

}  // namespace attune::taste
