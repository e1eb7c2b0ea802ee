#include "learning/unused/target_encoder.h"

#include "core/error.h"
#include "core/matrix.h"
#include "learning/judging/folds.h"

#include <cmath>

namespace attune::learning {

TargetEncoder TargetEncoder::fit(std::span<const std::uint64_t> groups, std::span<const float> y,
                                 std::span<const std::size_t> rows, double strength) {
    require(groups.size() == y.size(), "groups and y must have one length, got {} and {}", groups.size(),
            y.size());
    require(!rows.empty(), "a table to learn from must have rows");
    require(strength >= 0, "strength must be >= 0, got {}", strength);
    struct Sum {
        double targets = 0;
        double rows = 0;
    };
    std::unordered_map<std::uint64_t, Sum> sum_of;
    double total = 0;
    for (const auto row : rows) {
        require(row < y.size(), "row {} is not in the table of {} rows", row, y.size());
        require(std::isfinite(y[row]), "row {}: a target must be finite, got {}", row, y[row]);
        sum_of[groups[row]].targets += y[row];
        ++sum_of[groups[row]].rows;
        total += y[row];
    }
    TargetEncoder encoder;
    encoder.mean_ = total / static_cast<double>(rows.size());
    encoder.seen_ = SeenRows(rows);
    for (const auto& [group, sum] : sum_of)
        encoder.value_of_[group] = (sum.targets + strength * encoder.mean_) / (sum.rows + strength);
    return encoder;
}

std::vector<float> TargetEncoder::encode(std::span<const std::uint64_t> groups) const {
    std::vector<float> values;
    values.reserve(groups.size());
    for (const auto group : groups) {
        const auto found = value_of_.find(group);
        values.push_back(static_cast<float>(found == value_of_.end() ? mean_ : found->second));
    }
    return values;
}

std::vector<float> cross_encode(std::span<const std::uint64_t> groups, std::span<const float> y,
                                std::span<const std::size_t> rows, std::span<const std::size_t> fold_of,
                                double strength) {
    require(fold_of.size() == rows.size() && n_folds(fold_of) >= 2,
            "each of {} rows must be in one of 2 folds or more", rows.size());
    std::vector<float> values(rows.size());
    for (std::size_t fold = 0; fold < n_folds(fold_of); ++fold) {
        const auto parts = split(fold_of, fold);
        const auto encoder = TargetEncoder::fit(groups, y, gather(rows, parts.train), strength);
        for (const auto i : parts.test) values[i] = encoder.encode(groups.subspan(rows[i], 1)).front();
    }
    return values;
}

}  // namespace attune::learning
