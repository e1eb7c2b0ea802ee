#include "learning/judging/baselines.h"

#include "core/error.h"
#include "core/random.h"
#include "learning/numerics/quantile.h"

#include <algorithm>
#include <unordered_map>

namespace attune::learning {
namespace {

void require_rows(std::size_t n) { require(n > 0, "a table to learn from must have rows"); }

std::vector<double> class_shares(std::span<const ClassIndex> train, std::size_t n_classes) {
    require_rows(train.size());
    std::vector<double> shares;
    for (const auto count : class_counts(train, n_classes))
        shares.push_back(static_cast<double>(count) / static_cast<double>(train.size()));
    return shares;
}

float median_of(std::vector<double> values) {
    std::ranges::sort(values);
    return static_cast<float>(quantile(values, 0.5));
}

}  // namespace

Matrix majority_baseline(std::span<const ClassIndex> train, std::size_t n_classes, std::size_t n_test) {
    const auto shares = class_shares(train, n_classes);
    Matrix P(n_test, n_classes);
    for (std::size_t row = 0; row < n_test; ++row) {
        std::ranges::transform(shares, P.row(row).begin(), [](double p) { return static_cast<float>(p); });
    }
    return P;
}

Matrix stratified_baseline(std::span<const ClassIndex> train, std::size_t n_classes, std::size_t n_test,
                           std::uint64_t seed) {
    const auto shares = class_shares(train, n_classes);
    Random random(seed);
    Matrix P(n_test, n_classes);
    for (std::size_t row = 0; row < n_test; ++row) P(row, random.weighted(shares)) = 1;
    return P;
}

std::vector<float> median_baseline(std::span<const float> train, std::size_t n_test) {
    require_rows(train.size());
    return std::vector<float>(n_test, median_of({train.begin(), train.end()}));
}

std::vector<float> group_median_baseline(std::span<const std::uint64_t> train_groups,
                                         std::span<const float> train,
                                         std::span<const std::uint64_t> test_groups) {
    require_rows(train.size());
    require(train_groups.size() == train.size(), "there must be one group a row, got {} for {}",
            train_groups.size(), train.size());
    std::unordered_map<std::uint64_t, std::vector<double>> values_of;
    for (std::size_t row = 0; row < train.size(); ++row) values_of[train_groups[row]].push_back(train[row]);
    std::unordered_map<std::uint64_t, float> median_of_group;
    for (auto& [group, values] : values_of) median_of_group[group] = median_of(std::move(values));
    const float of_all = median_of({train.begin(), train.end()});
    std::vector<float> medians;
    for (const auto group : test_groups) {
        const auto found = median_of_group.find(group);
        medians.push_back(found == median_of_group.end() ? of_all : found->second);
    }
    return medians;
}

}  // namespace attune::learning
