#include "core/error.h"
#include "core/json.h"
#include "learning/numerics/sigmoid.h"
#include "taste/model.h"

#include <cmath>

namespace attune::taste {

using library::TrackIndex;

template <class MarginsOf>
std::vector<float> TasteModel::add_stages(const Matrix& rows, MarginsOf margins_of) const {
    std::vector<float> sums(rows.n_rows(), 0);
    for (const auto& stage : stages_) {
        if (stage.weight == 0) continue;
        const auto margins = margins_of(stage.model, rows.columns(stage.columns));
        for (std::size_t i = 0; i < sums.size(); ++i)
            sums[i] += static_cast<float>(stage.weight * stage.scale.standardised(margins[i]));
    }
    return sums;
}

std::vector<float> TasteModel::history_margins(const Matrix& rows) const {
    return add_stages(rows, [](const StageModel& model, const Matrix& X) { return model.margins(X); });
}

/// As history_margins(), where a stage learnt from a track by its models that did not.
std::vector<float> TasteModel::unseen_history_margins(std::span<const TrackIndex> tracks,
                                                      const Matrix& rows) const {
    std::vector<float> sums(tracks.size(), 0);
    for (const auto& stage : stages_) {
        if (stage.weight == 0) continue;
        const auto said = stage.model.margins(rows.columns(stage.columns));
        for (std::size_t i = 0; i < tracks.size(); ++i) {
            const auto unseen = stage.out_of_fold.find(tracks[i]);
            const double z =
                unseen == stage.out_of_fold.end() ? stage.scale.standardised(said[i]) : unseen->second;
            sums[i] += static_cast<float>(stage.weight * z);
        }
    }
    return sums;
}

void TasteModel::add_labels(const Matrix& rows, std::vector<float>& margins) const {
    if (!labels_) return;
    const auto said = labels_->margins(rows);
    for (std::size_t i = 0; i < margins.size(); ++i)
        margins[i] = static_cast<float>(history_weight() * margins[i] + said[i]);
}

std::vector<float> TasteModel::margins(const Matrix& rows) const {
    auto margins = history_margins(rows);
    add_labels(rows, margins);
    return margins;
}

std::vector<float> TasteModel::coarse_margins(const Matrix& rows) const {
    auto margins =
        add_stages(rows, [](const StageModel& model, const Matrix& X) { return model.coarse_margins(X); });
    add_labels(rows, margins);
    return margins;
}

std::vector<Prediction> TasteModel::predict(const Matrix& rows) const {
    require(rows.n_columns() == n_columns_, "rows must have {} columns, got {}", n_columns_,
            rows.n_columns());
    std::vector<float> margins(rows.n_rows(), 0);
    std::vector<double> variances(rows.n_rows(), 0);
    for (const auto& stage : stages_) {
        if (stage.weight == 0) continue;
        const Matrix by_fold = stage.model.fold_margins(rows.columns(stage.columns));
        const double k = static_cast<double>(by_fold.n_columns());
        for (std::size_t i = 0; i < rows.n_rows(); ++i) {
            const Moments of_row = moments_of(by_fold.row(i));
            margins[i] += static_cast<float>(stage.weight * stage.scale.standardised(of_row.mean));
            // The jackknife over groups of artists: (k - 1) / k times the sum of squares.
            const double scale = history_weight() * stage.weight / stage.scale.deviation * of_row.deviation;
            variances[i] += scale * scale * (k - 1);
        }
    }
    if (labels_) {
        const auto deviations = labels_->deviations(rows, margins);
        for (std::size_t i = 0; i < variances.size(); ++i) variances[i] += deviations[i] * deviations[i];
    }
    add_labels(rows, margins);
    std::vector<Prediction> predictions;
    for (std::size_t i = 0; i < margins.size(); ++i) {
        const double slope = calibration_.slope();
        const double logit = slope * margins[i] + calibration_.offset();
        const double error =
            1.96 * std::sqrt(slope * slope * variances[i] + calibration_error_ * calibration_error_);
        using learning::sigmoid;
        predictions.push_back({sigmoid(logit), sigmoid(logit - error), sigmoid(logit + error), margins[i]});
    }
    return predictions;
}

Matrix TasteModel::contributions(const Matrix& rows, std::size_t threads) const {
    Matrix sums = labels_ ? labels_->contributions(rows) : Matrix(rows.n_rows(), n_columns_ + 1);
    for (const auto& stage : stages_) {
        if (stage.weight == 0) continue;
        const Matrix parts = stage.model.contributions(rows.columns(stage.columns), threads);
        const double scale = history_weight() * stage.weight / stage.scale.deviation;
        for (std::size_t i = 0; i < rows.n_rows(); ++i) {
            for (std::size_t c = 0; c < stage.columns.size(); ++c)
                sums(i, stage.columns[c]) += static_cast<float>(scale * parts(i, c));
            sums(i, n_columns_) +=
                static_cast<float>(scale * (parts(i, stage.columns.size()) - stage.scale.mean));
        }
    }
    return sums;
}

Json TasteModel::summary() const {
    Json stages = Json::array();
    for (const auto& stage : summaries_) {
        stages.push_back({{"stage", stage.name},
                          {"rows", stage.n_rows},
                          {"positive", stage.n_positive},
                          {"auc_by_artist", stage.auc},
                          {"weight", stage.weight}});
    }
    return {{"stages", stages}, {"history_weight", history_weight()}};
}

}  // namespace attune::taste
