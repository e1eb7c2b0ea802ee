#include "learning/inference/elastic_net.h"

#include "core/error.h"
#include "learning/judging/folds.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::learning {
namespace {

/// All that coordinate descent needs of the rows: means, deviations, and products of standardised columns.
struct Moments {
    double mean_y = 0;
    double variance_y = 0;
    std::vector<double> means;
    std::vector<double> deviations;         // 0 for a constant column
    std::vector<std::vector<double>> gram;  // z_i . z_j / n
    std::vector<double> products;           // z_i . y / n
};

void require_input(const Design& design, std::span<const double> y, std::span<const double> weights) {
    const auto n = design.n_rows();
    require(n > 0 && design.n_columns() > 0, "a table to learn from must have rows and columns");
    require(y.size() == n, "y must have {} values, one a row, got {}", n, y.size());
    require(weights.empty() || weights.size() == n, "weights must be empty or have {} values, got {}", n,
            weights.size());
    for (const double x : design.values)
        require(std::isfinite(x), "a value must be finite and known, got {}", x);
    for (const double x : y) require(std::isfinite(x), "a target must be finite, got {}", x);
    double total = weights.empty() ? 1 : 0;
    for (const double w : weights) {
        require(std::isfinite(w) && w >= 0, "a weight must be >= 0, got {}", w);
        total += w;
    }
    require(total > 0, "one weight at least must be > 0");
}

void add_means(Moments& moments, const Design& design, std::span<const double> y,
               const std::vector<double>& shares) {
    const auto k = design.n_columns();
    moments.means.assign(k, 0.0);
    moments.deviations.assign(k, 0.0);
    for (std::size_t row = 0; row < shares.size(); ++row) {
        moments.mean_y += shares[row] * y[row];
        for (std::size_t c = 0; c < k; ++c) moments.means[c] += shares[row] * design(row, c);
    }
    for (std::size_t row = 0; row < shares.size(); ++row) {
        for (std::size_t c = 0; c < k; ++c) {
            const double distance = design(row, c) - moments.means[c];
            moments.deviations[c] += shares[row] * distance * distance;
        }
    }
    for (std::size_t c = 0; c < k; ++c) {
        const double deviation = std::sqrt(moments.deviations[c]);
        moments.deviations[c] = deviation > 1e-12 * std::abs(moments.means[c]) ? deviation : 0;
    }
}

Moments moments_of(const Design& design, std::span<const double> y, std::span<const double> weights,
                   const Task& task) {
    const auto k = design.n_columns();
    std::vector<double> shares(y.size(), 1.0 / static_cast<double>(y.size()));
    if (!weights.empty()) {
        const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
        std::ranges::transform(weights, shares.begin(), [total](double w) { return w / total; });
    }
    Moments moments;
    add_means(moments, design, y, shares);
    moments.gram.assign(k, std::vector<double>(k, 0.0));
    moments.products.assign(k, 0.0);
    std::vector<double> z(k);
    for (std::size_t row = 0; row < y.size(); ++row) {
        if (row % 4096 == 0) task.check();
        for (std::size_t c = 0; c < k; ++c) {
            z[c] =
                moments.deviations[c] > 0 ? (design(row, c) - moments.means[c]) / moments.deviations[c] : 0;
        }
        const double distance = y[row] - moments.mean_y;
        moments.variance_y += shares[row] * distance * distance;
        for (std::size_t i = 0; i < k; ++i) {
            moments.products[i] += shares[row] * z[i] * distance;
            for (std::size_t j = 0; j <= i; ++j) moments.gram[i][j] += shares[row] * z[i] * z[j];
        }
    }
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = i + 1; j < k; ++j) moments.gram[i][j] = moments.gram[j][i];
    }
    return moments;
}

double soft_threshold(double x, double by) {
    if (x > by) return x - by;
    return x < -by ? x + by : 0;
}

/// Coordinate descent; `c` is where to start, and what it came to. `rest[j]` is z_j . (y - z c) / n.
void descend(const Moments& moments, double penalty, const ElasticNetOptions& options, std::vector<double>& c,
             std::vector<double>& rest, const Task& task) {
    const double l1 = penalty * options.l1_share;
    const double l2 = penalty * (1 - options.l1_share);
    for (int sweep = 0; sweep < options.most_sweeps; ++sweep) {
        task.check();
        double largest_step = 0;
        for (std::size_t j = 0; j < c.size(); ++j) {
            const double own = moments.gram[j][j];
            if (own <= 0) continue;
            const double next = soft_threshold(rest[j] + own * c[j], l1) / (own + l2);
            const double step = next - c[j];
            if (step == 0) continue;
            c[j] = next;
            for (std::size_t i = 0; i < c.size(); ++i) rest[i] -= step * moments.gram[i][j];
            largest_step = std::max(largest_step, step * step);
        }
        if (largest_step <= options.tolerance * options.tolerance * moments.variance_y) return;
    }
}

ElasticNetPoint point_of(const Moments& moments, double penalty, const std::vector<double>& c,
                         const std::vector<double>& rest) {
    ElasticNetPoint point;
    point.penalty = penalty;
    point.intercept = moments.mean_y;
    double explained = 0;
    for (std::size_t j = 0; j < c.size(); ++j) {
        const double raw = moments.deviations[j] > 0 ? c[j] / moments.deviations[j] : 0;
        point.coefficients.push_back(raw);
        point.intercept -= raw * moments.means[j];
        point.n_nonzero += raw != 0 ? 1 : 0;
        explained += c[j] * (moments.products[j] + rest[j]);
    }
    point.r2 = moments.variance_y > 0 ? explained / moments.variance_y : 0;
    return point;
}

std::vector<double> penalty_grid(const Moments& moments, const ElasticNetOptions& options) {
    double largest = 0;
    for (const double product : moments.products) largest = std::max(largest, std::abs(product));
    largest = std::max(largest / std::max(options.l1_share, 1e-3), 1e-12);
    std::vector<double> grid;
    for (int i = 0; i < options.n_penalties; ++i) {
        const double share =
            options.n_penalties == 1 ? 0 : static_cast<double>(i) / (options.n_penalties - 1);
        grid.push_back(largest * std::pow(options.least_penalty, share));
    }
    return grid;
}

std::vector<ElasticNetPoint> path_of(const Moments& moments, const ElasticNetOptions& options,
                                     std::span<const double> penalties, const Task& task) {
    std::vector<double> c(moments.products.size(), 0.0);
    auto rest = moments.products;
    std::vector<ElasticNetPoint> path;
    for (const double penalty : penalties) {
        require(std::isfinite(penalty) && penalty > 0, "a penalty must be > 0, got {}", penalty);
        descend(moments, penalty, options, c, rest, task);
        path.push_back(point_of(moments, penalty, c, rest));
    }
    return path;
}

double mean_squared_error(const ElasticNetPoint& point, const Design& design, std::span<const double> y) {
    const auto predicted = point.predict(design);
    double sum = 0;
    for (std::size_t i = 0; i < y.size(); ++i) sum += (y[i] - predicted[i]) * (y[i] - predicted[i]);
    return sum / static_cast<double>(y.size());
}

/// errors[fold][penalty]
std::vector<std::vector<double>> fold_errors(const Design& design, std::span<const double> y,
                                             std::span<const std::size_t> fold_of,
                                             std::span<const double> penalties,
                                             const ElasticNetOptions& options, const Task& task) {
    std::vector<std::vector<double>> errors;
    const auto k = n_folds(fold_of);
    for (std::size_t fold = 0; fold < k; ++fold) {
        task.report("choosing a penalty", fold, k);
        const auto rows = split(fold_of, fold);
        require(!rows.train.empty() && !rows.test.empty(), "fold {} leaves no rows to learn from or to judge",
                fold);
        const auto train_y = gather(y, rows.train);
        const auto test_y = gather(y, rows.test);
        const auto moments = moments_of(design_rows(design, rows.train), train_y, {}, task);
        const auto test = design_rows(design, rows.test);
        auto& of_fold = errors.emplace_back();
        for (const auto& point : path_of(moments, options, penalties, task))
            of_fold.push_back(mean_squared_error(point, test, test_y));
    }
    return errors;
}

}  // namespace

std::vector<double> ElasticNetPoint::predict(const Design& design) const {
    require(design.n_columns() == coefficients.size(), "the design must have {} columns, got {}",
            coefficients.size(), design.n_columns());
    std::vector<double> values(design.n_rows(), intercept);
    for (std::size_t row = 0; row < design.n_rows(); ++row) {
        for (std::size_t c = 0; c < coefficients.size(); ++c) values[row] += coefficients[c] * design(row, c);
    }
    return values;
}

std::vector<ElasticNetPoint> elastic_net_path(const Design& design, std::span<const double> y,
                                              std::span<const double> weights,
                                              const ElasticNetOptions& options,
                                              std::span<const double> penalties, const Task& task) {
    check_ranges(options);
    require_input(design, y, weights);
    require(std::ranges::is_sorted(penalties, std::ranges::greater{}), "penalties must fall");
    const auto moments = moments_of(design, y, weights, task);
    return path_of(moments, options,
                   penalties.empty() ? penalty_grid(moments, options)
                                     : std::vector<double>(penalties.begin(), penalties.end()),
                   task);
}

PenaltyChoice choose_penalty(const Design& design, std::span<const double> y,
                             std::span<const std::size_t> fold_of, const ElasticNetOptions& options,
                             const Task& task) {
    check_ranges(options);
    require_input(design, y, {});
    require(fold_of.size() == y.size() && n_folds(fold_of) >= 2,
            "each of {} rows must be in one of 2 folds or more", y.size());
    const auto moments = moments_of(design, y, {}, task);
    PenaltyChoice choice;
    choice.penalties = penalty_grid(moments, options);
    const auto errors = fold_errors(design, y, fold_of, choice.penalties, options, task);
    const auto k = static_cast<double>(errors.size());
    for (std::size_t p = 0; p < choice.penalties.size(); ++p) {
        double mean = 0;
        for (const auto& of_fold : errors) mean += of_fold[p] / k;
        double squares = 0;
        for (const auto& of_fold : errors) squares += (of_fold[p] - mean) * (of_fold[p] - mean);
        choice.errors.push_back(mean);
        choice.error_stds.push_back(std::sqrt(squares / (k - 1) / k));
    }
    const auto best =
        static_cast<std::size_t>(std::ranges::min_element(choice.errors) - choice.errors.begin());
    const double within = choice.errors[best] + choice.error_stds[best];
    const auto simplest = static_cast<std::size_t>(
        std::ranges::find_if(choice.errors, [within](double e) { return e <= within; }) -
        choice.errors.begin());
    const auto path = path_of(moments, options, std::span(choice.penalties).first(best + 1), task);
    choice.best = path[best];
    choice.simplest = path[simplest];
    return choice;
}

Design design_rows(const Design& design, std::span<const std::size_t> indices) {
    Design taken;
    taken.names = design.names;
    taken.notes = design.notes;
    taken.values.reserve(indices.size() * design.n_columns());
    for (const auto index : indices) {
        taken.rows.push_back(design.rows[index]);
        const auto* const row = design.values.data() + index * design.n_columns();
        taken.values.insert(taken.values.end(), row, row + design.n_columns());
    }
    return taken;
}

}  // namespace attune::learning
