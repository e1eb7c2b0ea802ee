#include "core/error.h"
#include "lab/numbers/number_data.h"
#include "learning/inference/elastic_net.h"
#include "learning/judging/folds.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <numeric>
#include <utility>

namespace attune::lab {
namespace {

using learning::Design;
using learning::DesignPlan;

constexpr std::size_t many_rows = 20000;
constexpr std::size_t inner_folds = 3;

std::string most_frequent(const learning::TextLists& lists) {
    std::map<std::string, std::size_t> count_of;
    for (const auto& list : lists) {
        for (const auto& member : list) ++count_of[member];
    }
    if (count_of.empty()) return {};
    return std::ranges::max_element(count_of, {}, [](const auto& entry) { return entry.second; })->first;
}

DesignPlan linear_plan(const NumberData& data, std::span<const std::size_t> rows,
                       std::span<const std::string> features) {
    return DesignPlan::fit(data.rows.table, rows, linear_terms(data, features),
                           {learning::MissingRule::fill, learning::Scaling::standard});
}

/// A column of a design that others may repeat: what of it they do not tell, and how much each of them has part in it.
struct Repetition {
    double rest = 1;  ///< of its variance, in [0, 1]
    std::vector<std::size_t> on;
};

/// Columns of a design, made independent of one another one by one (modified Gram-Schmidt).
class IndependentColumns {
  public:
    IndependentColumns(const Design& design, std::span<const std::size_t> rows)
        : design_(design), rows_(rows) {}

    /// What is left of a column beside those that were taken.
    Repetition look_at(std::size_t column) {
        values_ = centred(column);
        whole_ = dot(values_, values_);
        shares_.clear();
        Repetition found;
        if (whole_ == 0) return found;
        for (const auto& taken : taken_) {
            const double share = dot(values_, taken.direction);
            for (std::size_t i = 0; i < values_.size(); ++i) values_[i] -= share * taken.direction[i];
            shares_.push_back(share);
        }
        const auto weights = weights_of_columns();
        for (std::size_t c = 0; c < taken_.size(); ++c) {
            if (weights[c] * weights[c] * taken_[c].whole > least_part * whole_)
                found.on.push_back(taken_[c].column);
        }
        found.rest = dot(values_, values_) / whole_;
        return found;
    }

    /// Takes the column that was looked at last.
    void take(std::size_t column) {
        const double length = std::sqrt(dot(values_, values_));
        if (length == 0) return;
        for (auto& value : values_) value /= length;
        taken_.push_back({column, std::move(values_), shares_, length, whole_});
    }

  private:
    static constexpr double least_part = 1e-4;

    struct Taken {
        std::size_t column = 0;
        std::vector<double> direction;  ///< what those before it do not tell, of length 1
        std::vector<double> shares;     ///< along the directions of those before it
        double length = 0;              ///< along its own
        double whole = 0;               ///< the square of the length of the column
    };

    /// How much of each column that was taken makes what they tell of the one that was looked at last. A direction is made
    /// of all columns before it, so its share is theirs too.
    std::vector<double> weights_of_columns() const {
        std::vector<double> weights = shares_;
        for (std::size_t c = weights.size(); c-- > 0;) {
            for (std::size_t later = c + 1; later < weights.size(); ++later)
                weights[c] -= taken_[later].shares[c] * weights[later];
            weights[c] /= taken_[c].length;
        }
        return weights;
    }

    static double dot(const std::vector<double>& a, const std::vector<double>& b) {
        return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
    }

    std::vector<double> centred(std::size_t column) const {
        std::vector<double> values;
        for (const auto row : rows_) values.push_back(design_.values[row * design_.n_columns() + column]);
        const double mean =
            std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
        for (auto& value : values) value -= mean;
        return values;
    }

    const Design& design_;
    std::span<const std::size_t> rows_;
    std::vector<Taken> taken_;
    std::vector<double> shares_;  ///< of the column that was looked at last, along the directions
    double whole_ = 0;            ///< the square of its length
    std::vector<double> values_;
};

/// The features without those that others determine: least squares has no one answer with them, or one of huge numbers
/// that cancel each other. Of two that repeat each other the first stays.
std::vector<std::string> independent_features(const NumberData& data, std::span<const std::size_t> rows,
                                              std::span<const std::string> features,
                                              std::vector<std::string>& notes) {
    constexpr double least_rest = 1e-5;    // a variance inflation of 100,000: only rounding tells them apart
    constexpr double little_rest = 0.02;   // of 50: what is known of it alone is little
    constexpr std::size_t enough = 20000;  // rows, to see what follows from what
    const auto plan = linear_plan(data, rows, features);
    const auto design = plan.apply(data.rows.table, rows.first(std::min(rows.size(), enough)));
    const auto sources = plan.sources();
    std::vector<std::size_t> places(design.n_rows());
    std::iota(places.begin(), places.end(), std::size_t{0});
    IndependentColumns columns(design, places);
    std::vector<std::string> kept(features.begin(), features.end());
    for (std::size_t c = 0; c < sources.size(); ++c) {
        // Levels are told apart by their references, and flags of missing values are no feature.
        if (!data.is_number(sources[c]) || design.names[c] != sources[c]) continue;
        const auto found = columns.look_at(c);
        std::string others;
        for (const auto other : found.on) others += (others.empty() ? "" : ", ") + design.names[other];
        if (found.rest < least_rest && !found.on.empty()) {
            std::erase(kept, sources[c]);
            notes.push_back(fmt::format("{} is left out: it is determined by {}", sources[c], others));
            continue;
        }
        if (found.rest < little_rest)
            notes.push_back(fmt::format("{} nearly follows from {}: its coefficient is not to be read",
                                        sources[c], others));
        columns.take(c);
    }
    return kept.empty() ? std::vector<std::string>(features.begin(), features.end()) : kept;
}

std::vector<double> targets(const NumberData& data, std::span<const std::size_t> rows) {
    const auto floats = gather(data.rows.target, rows);
    return {floats.begin(), floats.end()};
}

std::vector<std::size_t> folds_within(const NumberData& data, std::span<const std::size_t> rows,
                                      std::uint64_t seed) {
    if (data.rows.groups.empty()) return learning::k_folds(rows.size(), inner_folds, seed);
    return learning::grouped_k_folds(gather(data.rows.groups, rows), inner_folds, seed);
}

learning::ElasticNetPoint fit_elastic_net(const NumberData& data, const Design& design,
                                          std::span<const std::size_t> train, std::uint64_t seed,
                                          const Task& task) {
    learning::ElasticNetOptions options;
    options.l1_share = 0.5;
    options.n_penalties = 30;
    options.tolerance = 1e-6;  // ten times finer changes no digit that is shown
    return learning::choose_penalty(design, targets(data, train), folds_within(data, train, seed), options,
                                    task)
        .best;
}

}  // namespace

std::vector<learning::Term> linear_terms(const NumberData& data, std::span<const std::string> features) {
    std::vector<learning::Term> terms;
    for (const auto& feature : features) {
        const auto& values = data.rows.table.column(feature).values;
        learning::Term term{feature};
        if (const auto* lists = std::get_if<learning::TextLists>(&values)) {
            term.encoding = learning::Encoding::members;
            term.reference = most_frequent(*lists);
        } else if (std::holds_alternative<learning::Texts>(values)) {
            term.encoding = learning::Encoding::category;
        }
        terms.push_back(std::move(term));
    }
    return terms;
}

learning::Recipe linear_recipe(const NumberData& data, std::uint64_t seed) {
    return [&data, seed](std::span<const std::size_t> train, const Task& task) {
        std::vector<std::string> notes;
        const auto plan = linear_plan(data, train, independent_features(data, train, data.features, notes));
        const auto design = plan.apply(data.rows.table, train);
        auto ols = learning::fit_ols(design, targets(data, train), {}, {}, task);
        auto net = fit_elastic_net(data, design, train, seed, task);
        const auto predict = [&data, plan, ols = std::move(ols),
                              net = std::move(net)](std::span<const std::size_t> rows) {
            const auto there = plan.apply(data.rows.table, rows);
            const auto by_ols = ols.predict(there);
            const auto by_net = net.predict(there);
            Matrix said(rows.size(), n_linear_columns);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                said(i, 0) = static_cast<float>(by_ols[i]);
                said(i, 1) = static_cast<float>(by_net[i]);
            }
            return said;
        };
        return learning::Fitted{predict,
                                {{"levels, medians and scales", plan.fitted_on()},
                                 {"the linear models", learning::SeenRows(train)}}};
    };
}

learning::OlsFit explain_linearly(const NumberData& data, std::span<const std::size_t> rows,
                                  std::span<const std::string> features, std::vector<std::string>& notes,
                                  const Task& task) {
    std::vector<std::string> dependent;
    const auto used = independent_features(data, rows, features, dependent);
    const auto design = linear_plan(data, rows, used).apply(data.rows.table, rows);
    learning::OlsOptions options;
    options.covariance = rows.size() > many_rows ? learning::Covariance::hc1 : learning::Covariance::hc3;
    auto fit = learning::fit_ols(design, targets(data, rows), {}, options, task);
    notes = std::move(dependent);
    notes.insert(notes.end(), design.notes.begin(), design.notes.end());
    for (const auto& term : linear_terms(data, used)) {
        if (!term.reference.empty())
            notes.push_back(fmt::format("{}: compared with {}", term.column, term.reference));
    }
    fit.fitted.clear();
    fit.residuals.clear();
    return fit;
}

}  // namespace attune::lab
