#include "lab/clusters/cluster_study.h"

#include "clustering/isolation_forest.h"
#include "clustering/neighbours.h"
#include "clustering/outliers.h"
#include "clustering/quality.h"
#include "core/argmax.h"
#include "core/error.h"
#include "lab/rows/row_filter.h"
#include "lab/rows/track_names.h"
#include "learning/tables/standardizer.h"
#include "projection/trustworthiness.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <string_view>

namespace attune::lab {
namespace {

using clustering::Assignment;

constexpr std::size_t least_rows = 10;
constexpr std::size_t most_tried = 1000;  // rows on which numbers of groups are tried
constexpr std::size_t most_compared =
    600;  // rows of all pairs of which affinity propagation sends messages, often
constexpr std::size_t most_typical = 5;
constexpr std::size_t most_odd = 20;
constexpr std::size_t neighbours_judged = 15;
// What lies farther out is odd by itself, and would only be a group of its own.
constexpr float most_deviations = 5;

/// The rows that are studied, in numbers.
struct Rows {
    std::vector<std::size_t> of_table;
    Matrix raw;     ///< in the units of the table, NaN where missing
    Matrix scaled;  ///< standardised, missing at the mean, within most_deviations
    std::vector<double> means;
    std::vector<double> deviations;
};

bool any_known(std::span<const float> row) {
    return std::ranges::any_of(row, [](float value) { return !is_missing(value); });
}

void add_moments(Rows& rows) {
    for (std::size_t c = 0; c < rows.raw.n_columns(); ++c) {
        double n = 0;
        double sum = 0;
        double squares = 0;
        for (std::size_t r = 0; r < rows.raw.n_rows(); ++r) {
            const double value = rows.raw(r, c);
            if (std::isnan(value)) continue;
            n += 1;
            sum += value;
            squares += value * value;
        }
        const double mean = n > 0 ? sum / n : std::numeric_limits<double>::quiet_NaN();
        rows.means.push_back(mean);
        rows.deviations.push_back(n > 1 ? std::sqrt(std::max(0.0, squares / n - mean * mean)) : 0);
    }
}

Rows choose(const learning::Table& table, const StudyColumns& columns,
            std::map<std::string, std::size_t>& dropped) {
    check_columns(columns);
    std::vector<const learning::Numbers*> features;
    for (const auto& name : columns.features) features.push_back(&table.numbers(name));
    const auto* const ids = columns.id.empty() ? nullptr : &table.texts(columns.id);
    std::set<std::string_view> seen;
    Rows rows;
    std::vector<float> values(features.size());
    for (std::size_t row = 0; row < table.n_rows(); ++row) {
        for (std::size_t c = 0; c < features.size(); ++c) values[c] = static_cast<float>((*features[c])[row]);
        const bool has_id = ids != nullptr && !(*ids)[row].empty();
        if (!any_known(values)) {
            ++dropped["no_features"];
        } else if (has_id && !seen.insert((*ids)[row]).second) {
            ++dropped["duplicate"];
        } else {
            rows.of_table.push_back(row);
            rows.raw.add_row(values);
        }
    }
    require_rows_left(rows.of_table.size(), dropped);
    require(rows.of_table.size() >= least_rows, "groups need {} rows at least, got {}", least_rows,
            rows.of_table.size());
    add_moments(rows);
    require(std::ranges::any_of(rows.deviations, [](double deviation) { return deviation > 0; }),
            "no feature differs from row to row: there are no groups to find");
    rows.scaled = learning::Standardizer::fit(rows.raw).transform(rows.raw);
    for (auto& value : rows.scaled.values()) value = std::clamp(value, -most_deviations, most_deviations);
    return rows;
}

/// Numbers the groups by falling size.
Assignment by_size(const Assignment& cluster_of) {
    std::vector<std::size_t> sizes(*std::ranges::max_element(cluster_of) + std::size_t{1}, 0);
    for (const auto cluster : cluster_of) ++sizes[cluster];
    std::vector<std::uint32_t> order(sizes.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](auto cluster) { return sizes[cluster]; });
    std::vector<std::uint32_t> rank(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
    Assignment ranked;
    for (const auto cluster : cluster_of) ranked.push_back(rank[cluster]);
    return ranked;
}

/// The labels of the studied rows in numbers, most frequent first; rows without one have a number of their own.
struct Labels {
    std::vector<std::string> names;
    std::vector<std::uint32_t> of_row;
};

Labels labels_of(const learning::Table& table, const std::string& column,
                 const std::vector<std::size_t>& rows) {
    Labels labels;
    if (column.empty()) return labels;
    const auto& texts = table.texts(column);
    std::map<std::string, std::size_t> counts;
    for (const auto row : rows) ++counts[texts[row]];
    std::vector<std::pair<std::string, std::size_t>> order(counts.begin(), counts.end());
    std::ranges::stable_sort(order, std::ranges::greater{}, &std::pair<std::string, std::size_t>::second);
    std::map<std::string, std::uint32_t> number;
    for (const auto& [name, count] : order) {
        number[name] = static_cast<std::uint32_t>(labels.names.size());
        labels.names.push_back(name.empty() ? "(none)" : name);
    }
    for (const auto row : rows) labels.of_row.push_back(number[texts[row]]);
    return labels;
}

GroupingQuality judge(const Matrix& X, const Assignment& cluster_of, std::span<const std::uint32_t> labels,
                      std::string_view method, std::size_t threads, const Task& task) {
    GroupingQuality quality;
    quality.method = method;
    quality.n_clusters = *std::ranges::max_element(cluster_of) + std::size_t{1};
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    quality.silhouette = clustering::silhouette(X, cluster_of, threads, task).value_or(unknown);
    quality.davies_bouldin = clustering::davies_bouldin(X, cluster_of).value_or(unknown);
    quality.calinski_harabasz = clustering::calinski_harabasz(X, cluster_of).value_or(unknown);
    if (labels.empty()) return quality;
    quality.purity = clustering::purity(cluster_of, labels);
    quality.adjusted_rand = clustering::adjusted_rand(cluster_of, labels);
    quality.mutual_information = clustering::normalized_mutual_information(cluster_of, labels);
    return quality;
}

/// One study on its way.
class Study {
  public:
    Study(const learning::Table& table, const StudyColumns& columns, const ClusterStudyOptions& options,
          const Task& task)
        : table_(table), columns_(columns), options_(options), task_(task) {}

    ClusterStudy run() {
        rows_ = choose(table_, columns_, study_.dropped);
        labels_ = labels_of(table_, columns_.label, rows_.of_table);
        study_.n_rows = rows_.of_table.size();
        study_.features = columns_.features;
        study_.label = columns_.label;
        study_.labels = labels_.names;
        sample_ = some_rows(static_cast<std::size_t>(options_.most_rows));
        sampled_ = rows_.scaled.rows(sample_);
        study_.n_sampled = sample_.size();
        if (!labels_.names.empty())
            study_.majority = static_cast<double>(std::ranges::count(labels_.of_row, 0U)) /
                              static_cast<double>(labels_.of_row.size());
        find_groups();
        compare_methods();
        draw();
        describe_groups();
        find_odd();
        return std::move(study_);
    }

  private:
    std::size_t threads() const { return static_cast<std::size_t>(options_.threads); }

    std::vector<std::size_t> some_rows(std::size_t most) const {
        std::vector<std::size_t> rows(rows_.of_table.size());
        std::iota(rows.begin(), rows.end(), std::size_t{0});
        keep_some(rows, most, options_.seed);
        return rows;
    }

    std::vector<std::uint32_t> labels_at(std::span<const std::size_t> rows) const {
        return labels_.of_row.empty() ? std::vector<std::uint32_t>()
                                      : gather<std::uint32_t>(labels_.of_row, rows);
    }

    Assignment grouped(const Matrix& X, Grouping grouping, std::size_t n) const {
        return by_size(group_rows(X, grouping, n, options_.seed, threads(), task_));
    }

    /// The number of groups of the best silhouette, on a part of the rows.
    std::size_t best_number() {
        const auto part = rows_.scaled.rows(some_rows(most_tried));
        const auto most =
            std::min<std::size_t>(static_cast<std::size_t>(options_.most_clusters), part.n_rows() - 1);
        for (std::size_t n = 2; n <= most; ++n) {
            task_.report("looking for the number of groups", n - 2, most - 1);
            const auto score =
                clustering::silhouette(part, grouped(part, options_.grouping, n), threads(), task_);
            study_.tried.emplace_back(n, score.value_or(-1));
        }
        return std::ranges::max_element(study_.tried, {}, &std::pair<std::size_t, double>::second)->first;
    }

    void find_groups() {
        auto wanted = static_cast<std::size_t>(options_.clusters);
        require(wanted != 1, "one group of all says nothing: ask for 2 at least, or 0");
        require(wanted < sample_.size(), "{} groups of {} rows cannot be found; ask for fewer", wanted,
                sample_.size());
        if (wanted == 0 && options_.grouping != Grouping::affinity) wanted = best_number();
        task_.report("finding groups", 0, 0);
        const auto of_sample = grouped(sampled_, options_.grouping, wanted);
        study_.quality =
            judge(sampled_, of_sample, labels_at(sample_), to_string(options_.grouping), threads(), task_);
        cluster_of_.assign(rows_.of_table.size(), 0);
        is_sampled_.assign(rows_.of_table.size(), false);
        for (std::size_t i = 0; i < sample_.size(); ++i) {
            cluster_of_[sample_[i]] = of_sample[i];
            is_sampled_[sample_[i]] = true;
        }
        for (std::size_t row = 0; row < is_sampled_.size(); ++row) {
            if (!is_sampled_[row]) later_.push_back(row);
        }
        if (later_.empty()) return;
        const auto nearest =
            clustering::nearest_neighbours(sampled_, rows_.scaled.rows(later_), 1, threads(), task_);
        for (std::size_t i = 0; i < later_.size(); ++i)
            cluster_of_[later_[i]] = of_sample[nearest.rows_of(i)[0]];
    }

    void compare_methods() {
        const auto part = some_rows(most_compared);
        const auto X = rows_.scaled.rows(part);
        const auto n = std::min(study_.quality.n_clusters, X.n_rows() - 1);
        if (n < 2) return;
        for (std::size_t i = 0; i < groupings.size(); ++i) {
            task_.report("comparing methods", i, groupings.size());
            study_.methods.push_back(judge(X, grouped(X, groupings[i], n), labels_at(part),
                                           to_string(groupings[i]), threads(), task_));
        }
    }

    void draw() {
        task_.report("drawing the map", 0, 0);
        const auto places =
            draw_rows(sampled_, rows_.scaled.rows(later_), options_.drawing, options_.seed, threads(), task_);
        study_.drawing = to_string(options_.drawing);
        const auto k = std::min(neighbours_judged, (sampled_.n_rows() - 1) / 2 - 1);
        study_.trustworthiness = projection::trustworthiness(
            sampled_, places.drawn, std::max<std::size_t>(1, k), 1000, threads(), task_);
        study_.rows.resize(rows_.of_table.size());
        const auto put = [&](std::size_t row, std::span<const float> at) {
            study_.rows[row] = {rows_.of_table[row],
                                name_of_row(table_, columns_, rows_.of_table[row]),
                                cluster_of_[row],
                                at[0],
                                at[1],
                                is_sampled_[row]};
        };
        for (std::size_t i = 0; i < sample_.size(); ++i) put(sample_[i], places.drawn.row(i));
        for (std::size_t i = 0; i < later_.size(); ++i) put(later_[i], places.later.row(i));
    }

    Trait trait(std::size_t column, double mean) const {
        const double deviation = rows_.deviations[column];
        return {columns_.features[column], mean,
                deviation > 0 ? (mean - rows_.means[column]) / deviation : 0};
    }

    void describe_groups() {
        const auto n_columns = rows_.raw.n_columns();
        study_.clusters.resize(study_.quality.n_clusters);
        for (std::uint32_t c = 0; c < study_.clusters.size(); ++c) {
            auto& cluster = study_.clusters[c];
            cluster.labels.assign(labels_.names.size(), 0);
            std::vector<double> sums(n_columns, 0);
            std::vector<double> known(n_columns, 0);
            std::vector<double> middle(n_columns, 0);
            for (std::size_t row = 0; row < cluster_of_.size(); ++row) {
                if (cluster_of_[row] != c) continue;
                ++cluster.rows;
                if (!labels_.of_row.empty()) ++cluster.labels[labels_.of_row[row]];
                for (std::size_t f = 0; f < n_columns; ++f) {
                    middle[f] += static_cast<double>(rows_.scaled(row, f));
                    if (is_missing(rows_.raw(row, f))) continue;
                    sums[f] += static_cast<double>(rows_.raw(row, f));
                    known[f] += 1;
                }
            }
            for (std::size_t f = 0; f < n_columns; ++f) {
                middle[f] /= static_cast<double>(cluster.rows);
                if (known[f] > 0) cluster.traits.push_back(trait(f, sums[f] / known[f]));
            }
            std::ranges::stable_sort(cluster.traits, std::ranges::greater{},
                                     [](const Trait& one) { return std::abs(one.deviations); });
            cluster.typical = typical_rows(c, middle);
        }
    }

    std::vector<TrackName> typical_rows(std::uint32_t cluster, const std::vector<double>& middle) const {
        std::vector<std::pair<double, std::size_t>> near;
        for (std::size_t row = 0; row < cluster_of_.size(); ++row) {
            if (cluster_of_[row] != cluster) continue;
            double squares = 0;
            for (std::size_t f = 0; f < middle.size(); ++f)
                squares += std::pow(static_cast<double>(rows_.scaled(row, f)) - middle[f], 2);
            near.emplace_back(squares, row);
        }
        const auto n = std::min(most_typical, near.size());
        std::ranges::partial_sort(near, near.begin() + static_cast<std::ptrdiff_t>(n));
        std::vector<TrackName> names;
        for (std::size_t i = 0; i < n; ++i) names.push_back(study_.rows[near[i].second].name);
        return names;
    }

    void find_odd() {
        task_.report("looking for what is like nothing else", 0, 0);
        clustering::IsolationOptions options;
        options.seed = options_.seed;
        options.threads = options_.threads;
        // Unlike groups, outliers are sought where nothing is clamped.
        const auto X = learning::Standardizer::fit(rows_.raw).transform(rows_.raw);
        const auto isolation = clustering::IsolationForest::fit(X, options, task_).score(X);
        const auto z = clustering::z_scores(rows_.raw);
        const auto quartiles = clustering::quartile_scores(rows_.raw);
        const auto mahalanobis = clustering::mahalanobis_scores(X);
        std::vector<std::size_t> order(isolation.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::ranges::stable_sort(order, std::ranges::greater{}, [&](auto row) { return isolation[row]; });
        order.resize(std::min(most_odd, order.size()));
        for (const auto row : order) {
            std::vector<double> amounts;
            for (const float value : X.row(row)) amounts.push_back(std::abs(static_cast<double>(value)));
            const auto farthest = argmax(amounts);
            study_.odd.push_back({study_.rows[row].name, rows_.of_table[row], isolation[row], z[row],
                                  quartiles[row], mahalanobis[row].p,
                                  trait(farthest, static_cast<double>(rows_.raw(row, farthest)))});
        }
    }

    const learning::Table& table_;
    const StudyColumns& columns_;
    const ClusterStudyOptions& options_;
    const Task& task_;
    ClusterStudy study_;
    Rows rows_;
    Labels labels_;
    std::vector<std::size_t> sample_;  // places in rows_
    std::vector<std::size_t> later_;   // the others
    Matrix sampled_;
    Assignment cluster_of_;
    std::vector<bool> is_sampled_;
};

}  // namespace

ClusterStudy study_clusters(const learning::Table& table, const StudyColumns& columns,
                            const ClusterStudyOptions& options, const Task& task) {
    return Study(table, columns, options, task).run();
}

}  // namespace attune::lab
