#include "learning/judging/calibration.h"

#include "core/error.h"
#include "core/json.h"
#include "learning/numerics/sigmoid.h"
#include "learning/saved_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::learning {
namespace {

constexpr std::string_view platt_name = "platt_scaling";
constexpr std::string_view isotonic_name = "isotonic_regression";

struct Row {
    double score;
    double target;
    double weight;
};

std::vector<Row> rows_of(std::span<const float> scores, std::span<const float> targets,
                         std::span<const float> weights) {
    require(scores.size() == targets.size(), "scores and labels must have one length, got {} and {}",
            scores.size(), targets.size());
    require(weights.empty() || weights.size() == scores.size(),
            "weights must be empty or have {} values, got {}", scores.size(), weights.size());
    std::vector<Row> rows;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const double weight = weights.empty() ? 1.0 : weights[i];
        require(std::isfinite(scores[i]) && std::isfinite(targets[i]),
                "scores and labels must be finite, row {} is {}, {}", i, scores[i], targets[i]);
        require(std::isfinite(weight) && weight >= 0, "a weight must be >= 0, got {}", weight);
        if (weight > 0) rows.push_back({scores[i], targets[i], weight});
    }
    require(!rows.empty(), "there must be rows to calibrate on");
    return rows;
}

/// The loss of Platt scaling, its gradient and its curvature in (slope, offset).
struct PlattLoss {
    double value = 0;
    double slope = 0;
    double offset = 0;
    double slope_slope = 1e-12;
    double slope_offset = 0;
    double offset_offset = 1e-12;
};

PlattLoss platt_loss(std::span<const Row> rows, double slope, double offset) {
    PlattLoss loss;
    for (const auto& [score, target, weight] : rows) {
        const double margin = slope * score + offset;
        const double p = sigmoid(margin);
        const double curvature = weight * p * (1 - p);
        loss.value += weight * (target * softplus(-margin) + (1 - target) * softplus(margin));
        loss.slope += weight * (p - target) * score;
        loss.offset += weight * (p - target);
        loss.slope_slope += curvature * score * score;
        loss.slope_offset += curvature * score;
        loss.offset_offset += curvature;
    }
    return loss;
}

/// Labels as Platt smooths them: as if one more row of each class had been seen.
void smooth_labels(std::span<Row> rows) {
    double positive = 0;
    double negative = 0;
    for (const auto& row : rows) (row.target > 0.5 ? positive : negative) += row.weight;
    for (auto& row : rows)
        row.target = row.target > 0.5 ? (positive + 1) / (positive + 2) : 1 / (negative + 2);
}

/// The best offset for slope 0: the same probability for all.
double flat_offset(std::span<const Row> rows) {
    double sum = 0;
    double total = 0;
    for (const auto& row : rows) {
        sum += row.weight * row.target;
        total += row.weight;
    }
    return logit(sum / total);
}

/// A stretch of neighbouring scores with one value.
struct Block {
    double first_score;
    double last_score;
    double sum;
    double weight;

    double value() const { return sum / weight; }
};

/// Pools neighbours until the values never fall. `rows` are ascending by score.
std::vector<Block> pool_adjacent_violators(std::span<const Row> rows) {
    std::vector<Block> blocks;
    for (const auto& row : rows) {
        blocks.push_back({row.score, row.score, row.target * row.weight, row.weight});
        while (blocks.size() > 1) {
            const auto last = blocks.back();
            auto& before = blocks[blocks.size() - 2];
            if (before.value() < last.value() && before.last_score < last.first_score) break;
            before.last_score = last.last_score;
            before.sum += last.sum;
            before.weight += last.weight;
            blocks.pop_back();
        }
    }
    return blocks;
}

/// Rows of one score as one row: they must get one value, whatever order they came in.
std::vector<Row> merge_ties(std::vector<Row> rows) {
    std::ranges::stable_sort(rows, {}, &Row::score);
    std::vector<Row> merged;
    for (const auto& row : rows) {
        if (merged.empty() || merged.back().score < row.score) {
            merged.push_back(row);
            continue;
        }
        auto& same = merged.back();
        const double weight = same.weight + row.weight;
        same.target = (same.target * same.weight + row.target * row.weight) / weight;
        same.weight = weight;
    }
    return merged;
}

template <class Calibration>
std::vector<float> calibrate_all(const Calibration& calibration, std::span<const float> scores) {
    std::vector<float> calibrated;
    calibrated.reserve(scores.size());
    for (const float score : scores)
        calibrated.push_back(static_cast<float>(calibration.calibrate(double{score})));
    return calibrated;
}

}  // namespace

PlattScaling PlattScaling::fit(std::span<const float> scores, std::span<const float> labels,
                               std::span<const float> weights) {
    auto rows = rows_of(scores, labels, weights);
    smooth_labels(rows);
    PlattScaling platt;
    platt.slope_ = 0;
    platt.offset_ = flat_offset(rows);
    for (int i = 0; i < 100; ++i) {
        const auto loss = platt_loss(rows, platt.slope_, platt.offset_);
        const double det = loss.slope_slope * loss.offset_offset - loss.slope_offset * loss.slope_offset;
        if (!(det > 0)) break;  // all scores are one: no slope to be found
        double slope_step = -(loss.offset_offset * loss.slope - loss.slope_offset * loss.offset) / det;
        double offset_step = -(loss.slope_slope * loss.offset - loss.slope_offset * loss.slope) / det;
        if (std::abs(slope_step) + std::abs(offset_step) < 1e-10) break;
        for (int halving = 0; halving < 40; ++halving) {
            if (platt_loss(rows, platt.slope_ + slope_step, platt.offset_ + offset_step).value <= loss.value)
                break;
            slope_step /= 2;
            offset_step /= 2;
        }
        platt.slope_ += slope_step;
        platt.offset_ += offset_step;
    }
    if (!(platt.slope_ > 0)) {
        platt.slope_ = 0;
        platt.offset_ = flat_offset(rows);
    }
    return platt;
}

double PlattScaling::calibrate(double score) const { return sigmoid(slope_ * score + offset_); }

std::vector<float> PlattScaling::calibrate(std::span<const float> scores) const {
    return calibrate_all(*this, scores);
}

Json PlattScaling::save() const {
    auto saved = saved_model(platt_name, 1);
    saved["slope"] = slope_;
    saved["offset"] = offset_;
    return saved;
}

PlattScaling PlattScaling::load(const Json& saved) {
    return read_saved_model(saved, platt_name, 1, [](const Json& fields) {
        PlattScaling platt;
        platt.slope_ = fields.at("slope").get<double>();
        platt.offset_ = fields.at("offset").get<double>();
        require_intact(platt.slope_ >= 0, platt_name, "the slope is below 0");
        return platt;
    });
}

IsotonicRegression IsotonicRegression::fit(std::span<const float> scores, std::span<const float> targets,
                                           std::span<const float> weights) {
    const auto rows = merge_ties(rows_of(scores, targets, weights));
    IsotonicRegression isotonic;
    for (const auto& block : pool_adjacent_violators(rows)) {
        isotonic.scores_.push_back(block.first_score);
        isotonic.values_.push_back(block.value());
        if (block.last_score == block.first_score) continue;
        isotonic.scores_.push_back(block.last_score);
        isotonic.values_.push_back(block.value());
    }
    return isotonic;
}

double IsotonicRegression::calibrate(double score) const {
    if (scores_.empty()) return 0.5;
    const auto above = std::ranges::upper_bound(scores_, score);
    if (above == scores_.begin()) return values_.front();
    if (above == scores_.end()) return values_.back();
    const auto i = static_cast<std::size_t>(above - scores_.begin());
    return std::lerp(values_[i - 1], values_[i], (score - scores_[i - 1]) / (scores_[i] - scores_[i - 1]));
}

std::vector<float> IsotonicRegression::calibrate(std::span<const float> scores) const {
    return calibrate_all(*this, scores);
}

Json IsotonicRegression::save() const {
    auto saved = saved_model(isotonic_name, 1);
    saved["scores"] = scores_;
    saved["values"] = values_;
    return saved;
}

IsotonicRegression IsotonicRegression::load(const Json& saved) {
    return read_saved_model(saved, isotonic_name, 1, [](const Json& fields) {
        IsotonicRegression isotonic;
        isotonic.scores_ = fields.at("scores").get<std::vector<double>>();
        isotonic.values_ = fields.at("values").get<std::vector<double>>();
        require_intact(isotonic.scores_.size() == isotonic.values_.size(), isotonic_name,
                       "scores and values differ in length");
        require_intact(std::ranges::adjacent_find(isotonic.scores_, std::ranges::greater_equal{}) ==
                           isotonic.scores_.end(),
                       isotonic_name, "the scores do not rise");
        require_intact(std::ranges::is_sorted(isotonic.values_), isotonic_name, "the values fall");
        return isotonic;
    });
}

}  // namespace attune::learning
