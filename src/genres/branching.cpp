#include "genres/branching.h"

#include "core/error.h"
#include "learning/linear/multinomial.h"
#include "learning/tables/standardizer.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::genres {
namespace {

// No evidence is so sure that others could not outweigh it.
constexpr double least_probability = 1e-3;

using Rows = std::vector<std::vector<double>>;  // probabilities of each tag; empty: not told

std::vector<double> scaled(std::vector<double> values) {
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    for (auto& value : values) value /= sum;
    return values;
}

std::vector<double> with_floor(std::vector<double> p) {
    for (auto& x : p) x = x * (1 - least_probability * static_cast<double>(p.size())) + least_probability;
    return p;
}

/// The known tags that have rows: which, and their rows.
struct KnownRows {
    std::vector<std::size_t> rows;
    std::vector<const KnownTag*> tags;
};

KnownRows rows_of(const TagProfiles& profiles, const std::vector<KnownTag>& known) {
    KnownRows found;
    for (const auto& tag : known) {
        if (const auto row = profiles.find(tag.tag)) {
            found.rows.push_back(*row);
            found.tags.push_back(&tag);
        }
    }
    return found;
}

/// Probabilities of all tags by a logistic model on some columns. A tag of several branches is a row for
/// each.
Rows by_model(const Matrix& X, const std::vector<bool>& is_told, const KnownRows& known,
              std::size_t n_branches, double penalty, const Task& task) {
    Rows told(X.n_rows());
    std::vector<std::size_t> rows;
    std::vector<learning::ClassIndex> labels;
    std::vector<float> weights;
    for (std::size_t i = 0; i < known.rows.size(); ++i) {
        if (!is_told[known.rows[i]]) continue;
        for (std::size_t b = 0; b < n_branches; ++b) {
            if (!(known.tags[i]->weights[b] > 0)) continue;
            rows.push_back(known.rows[i]);
            labels.push_back(static_cast<learning::ClassIndex>(b));
            weights.push_back(static_cast<float>(known.tags[i]->weights[b]));
        }
    }
    if (rows.size() < 2 || X.n_columns() == 0) return told;
    learning::MultinomialOptions options;
    options.l2 = static_cast<float>(penalty);
    options.tolerance = 1e-4F;  // the probabilities' second digit
    const auto model =
        learning::MultinomialLogistic::fit(X.rows(rows), labels, n_branches, weights, options, task);
    const auto P = model.predict(X);
    for (std::size_t tag = 0; tag < X.n_rows(); ++tag) {
        if (is_told[tag]) told[tag] = {P.row(tag).begin(), P.row(tag).end()};
    }
    return told;
}

/// Spread labels as probabilities; what barely reaches a tag hardly moves it from the prior.
Rows by_spreading(const TagGraph& graph, const std::vector<bool>& is_told, const KnownRows& known,
                  const std::vector<double>& prior) {
    Matrix labels(is_told.size(), prior.size());
    for (std::size_t i = 0; i < known.rows.size(); ++i) {
        for (std::size_t b = 0; b < prior.size(); ++b)
            labels(known.rows[i], b) = static_cast<float>(known.tags[i]->weights[b]);
    }
    const auto spread = graph.spread(labels);
    const auto values = spread.values();
    const double mean =
        std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(is_told.size());
    Rows told(is_told.size());
    for (std::size_t tag = 0; tag < is_told.size(); ++tag) {
        if (!is_told[tag]) continue;
        std::vector<double> p(prior.size());
        for (std::size_t b = 0; b < p.size(); ++b) p[b] = spread(tag, b) + 1e-3 * mean * prior[b];
        told[tag] = scaled(std::move(p));
    }
    return told;
}

/// The geometric mean of two.
std::vector<double> between(const std::vector<double>& a, const std::vector<double>& b) {
    if (a.empty() || b.empty()) return a.empty() ? b : a;
    std::vector<double> p(a.size());
    const auto floor_a = with_floor(a);
    const auto floor_b = with_floor(b);
    for (std::size_t i = 0; i < p.size(); ++i) p[i] = std::sqrt(floor_a[i] * floor_b[i]);
    return scaled(std::move(p));
}

/// Columns and the squares of their distance from the middle: jazz is neither loud nor silent.
Matrix with_squares(const Matrix& X) {
    if (X.empty()) return X;
    const auto scale = learning::Standardizer::fit(X);
    const auto Z = scale.transform(X);
    Matrix wide(X.n_rows(), 2 * X.n_columns());
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        for (std::size_t c = 0; c < X.n_columns(); ++c) {
            wide(row, c) = Z(row, c);
            wide(row, X.n_columns() + c) = Z(row, c) * Z(row, c);
        }
    }
    return wide;
}

}  // namespace

bool TagBranches::has_evidence() const noexcept {
    return std::ranges::any_of(evidence, [](const auto& p) { return !p.empty(); });
}

std::vector<double> combined(const TagBranches& tag, const std::vector<double>& prior,
                             const BranchingOptions& options) {
    if (!tag.has_evidence()) return prior;
    const std::array<double, n_evidences> powers{options.name, options.company, options.sound};
    std::vector<double> sums(prior.size(), 0.0);
    for (std::size_t e = 0; e < n_evidences; ++e) {
        if (tag.evidence[e].empty()) continue;
        const auto p = with_floor(tag.evidence[e]);
        for (std::size_t b = 0; b < sums.size(); ++b) sums[b] += powers[e] * std::log(p[b]);
    }
    const double most = *std::ranges::max_element(sums);
    for (auto& sum : sums) sum = std::exp(sum - most);
    return scaled(std::move(sums));
}

Branching::Branching(const TagProfiles& profiles, const std::vector<KnownTag>& known, std::size_t n_branches,
                     const BranchingOptions& options, const Task& task)
    : words_(known, n_branches), tags_(profiles.tags.size()), options_(options) {
    check_ranges(options);
    require(!known.empty(), "branches are learnt from tags that are known; there are none");
    for (const auto& tag : known)
        require(tag.weights.size() == n_branches, "'{}' must have {} weights, got {}", tag.tag, n_branches,
                tag.weights.size());
    const auto n_tags = profiles.tags.size();
    std::vector<bool> has_company(n_tags);
    std::vector<bool> has_sound(n_tags);
    for (std::size_t tag = 0; tag < n_tags; ++tag) {
        has_company[tag] = profiles.has_company(tag);
        has_sound[tag] = profiles.has_sound(tag);
    }
    const auto rows = rows_of(profiles, known);
    task.report("placing tags", 0, 3);
    const auto spread =
        by_spreading(TagGraph(profiles, options.spreading, task), has_company, rows, words_.prior());
    task.report("placing tags", 1, 3);
    const auto told = by_model(profiles.vectors, has_company, rows, n_branches, options.vector_penalty, task);
    task.report("placing tags", 2, 3);
    const auto sound =
        by_model(with_squares(profiles.sound), has_sound, rows, n_branches, options.sound_penalty, task);
    for (std::size_t tag = 0; tag < n_tags; ++tag) {
        tags_[tag].evidence = {words_.probabilities(profiles.tags[tag]), between(spread[tag], told[tag]),
                               sound[tag]};
        combine(tags_[tag]);
    }
    task.report("placing tags", 3, 3);
}

void Branching::combine(TagBranches& tag) const { tag.weights = combined(tag, words_.prior(), options_); }

TagBranches Branching::of_name(std::string_view tag) const {
    TagBranches told;
    told.evidence[0] = words_.probabilities(tag);
    combine(told);
    return told;
}

}  // namespace attune::genres
