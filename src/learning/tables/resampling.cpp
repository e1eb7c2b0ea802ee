#include "learning/tables/resampling.h"

#include "core/error.h"
#include "core/random.h"
#include "learning/numerics/quantile.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace attune::learning {
namespace {

using RowsByClass = std::map<ClassIndex, std::vector<std::size_t>>;

RowsByClass rows_by_class(std::span<const ClassIndex> labels, std::span<const std::size_t> rows) {
    RowsByClass by_class;
    for (const auto row : rows) {
        require(row < labels.size(), "row {} is not in the table of {} rows", row, labels.size());
        by_class[labels[row]].push_back(row);
    }
    return by_class;
}

double deviation_of(const Matrix& X, std::span<const std::size_t> rows, std::size_t column) {
    double mean = 0;
    for (const auto row : rows) mean += X(row, column) / static_cast<double>(rows.size());
    double squares = 0;
    for (const auto row : rows) squares += (X(row, column) - mean) * (X(row, column) - mean);
    return std::sqrt(squares / static_cast<double>(rows.size()));
}

/// What one class is filled up from.
struct ClassSpace {
    const Matrix& X;
    const std::vector<bool>& is_categorical;
    const std::vector<std::size_t>& rows;
    double category_distance = 0;  // squared

    double squared_distance(std::size_t a, std::size_t b) const {
        double sum = 0;
        for (std::size_t c = 0; c < X.n_columns(); ++c) {
            const double difference = X(a, c) - X(b, c);
            if (!is_categorical[c])
                sum += difference * difference;
            else if (difference != 0)
                sum += category_distance;
        }
        return sum;
    }

    /// The k rows of the class nearest to `row`, itself left out.
    std::vector<std::size_t> neighbours_of(std::size_t row, std::size_t k) const {
        std::vector<std::pair<double, std::size_t>> by_distance;
        for (const auto other : rows) {
            if (other != row) by_distance.emplace_back(squared_distance(row, other), other);
        }
        const auto n = std::min(k, by_distance.size());
        std::ranges::partial_sort(by_distance, by_distance.begin() + static_cast<std::ptrdiff_t>(n));
        std::vector<std::size_t> nearest;
        for (std::size_t i = 0; i < n; ++i) nearest.push_back(by_distance[i].second);
        return nearest;
    }

    float most_frequent(std::span<const std::size_t> among, std::size_t column) const {
        std::map<float, std::size_t> count_of;
        for (const auto row : among) ++count_of[X(row, column)];
        return std::ranges::max_element(count_of, {}, [](const auto& entry) { return entry.second; })->first;
    }
};

double median_squared_deviation(const Matrix& X, std::span<const std::size_t> rows,
                                const std::vector<bool>& is_categorical) {
    std::vector<double> deviations;
    for (std::size_t c = 0; c < X.n_columns(); ++c) {
        if (!is_categorical[c]) deviations.push_back(deviation_of(X, rows, c));
    }
    if (deviations.empty()) return 1;
    std::ranges::sort(deviations);
    const double median = quantile(deviations, 0.5);
    return median * median;
}

void fill_up(const ClassSpace& space, ClassIndex label, std::size_t n_new, std::size_t k, Random& random,
             MadeRows& made) {
    std::map<std::size_t, std::vector<std::size_t>> neighbours;
    std::vector<float> values(space.X.n_columns());
    for (std::size_t i = 0; i < n_new; ++i) {
        const auto row = space.rows[random.below(space.rows.size())];
        auto& near = neighbours[row];
        if (near.empty()) near = space.neighbours_of(row, k);
        const auto other = near[random.below(near.size())];
        const auto share = random.uniform();
        for (std::size_t c = 0; c < values.size(); ++c) {
            values[c] = space.is_categorical[c]
                            ? space.most_frequent(near, c)
                            : static_cast<float>(
                                  std::lerp(static_cast<double>(space.X(row, c)), space.X(other, c), share));
        }
        made.X.add_row(values);
        made.labels.push_back(label);
        made.parents.emplace_back(row, other);
    }
}

void require_known(const Matrix& X, std::span<const std::size_t> rows) {
    for (const auto row : rows) {
        for (const float x : X.row(row))
            require(std::isfinite(x),
                    "row {}: between missing values nothing can be made up; fill them first", row);
    }
}

}  // namespace

std::vector<std::size_t> undersample(std::span<const ClassIndex> labels, std::span<const std::size_t> rows,
                                     std::size_t most, std::uint64_t seed) {
    require(most > 0, "a class must keep 1 row at least, got {}", most);
    Random random(seed);
    std::vector<std::size_t> kept;
    for (auto& [label, of_class] : rows_by_class(labels, rows)) {
        auto shuffled = of_class;
        random.shuffle(shuffled);
        shuffled.resize(std::min(most, shuffled.size()));
        kept.insert(kept.end(), shuffled.begin(), shuffled.end());
    }
    std::ranges::sort(kept);
    return kept;
}

MadeRows smote(const Matrix& X, std::span<const ClassIndex> labels, std::span<const std::size_t> rows,
               const SmoteOptions& options, const std::vector<bool>& is_categorical) {
    require(labels.size() == X.n_rows(), "labels must have {} values, one a row, got {}", X.n_rows(),
            labels.size());
    require(is_categorical.empty() || is_categorical.size() == X.n_columns(),
            "is_categorical must be empty or have {} values, got {}", X.n_columns(), is_categorical.size());
    require(options.neighbours > 0, "neighbours must be > 0, got {}", options.neighbours);
    const auto by_class = rows_by_class(labels, rows);
    require_known(X, rows);
    const auto categorical =
        is_categorical.empty() ? std::vector<bool>(X.n_columns(), false) : is_categorical;
    std::size_t wanted = options.wanted;
    for (const auto& [label, of_class] : by_class) {
        if (options.wanted == 0) wanted = std::max(wanted, of_class.size());
    }
    Random random(options.seed);
    MadeRows made;
    made.X = Matrix(0, X.n_columns());
    std::vector<std::size_t> used;
    for (const auto& [label, of_class] : by_class) {
        if (of_class.size() >= wanted) continue;
        require(of_class.size() > 1,
                "class {} has one training row: there is nothing to make rows up between", label);
        const ClassSpace space{X, categorical, of_class, median_squared_deviation(X, of_class, categorical)};
        fill_up(space, label, wanted - of_class.size(), options.neighbours, random, made);
        used.insert(used.end(), of_class.begin(), of_class.end());
    }
    made.fitted_on = SeenRows(used);
    return made;
}

}  // namespace attune::learning
