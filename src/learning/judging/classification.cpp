#include "learning/judging/classification.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>

namespace attune::learning {
namespace {

Outcome outcome_of(std::span<const float> p, ClassIndex truth) {
    Outcome outcome;
    outcome.truth = truth;
    outcome.probability = p[truth];
    outcome.said = static_cast<ClassIndex>(std::ranges::max_element(p) - p.begin());
    outcome.confidence = p[outcome.said];
    for (ClassIndex c = 0; c < p.size(); ++c) {
        const float wanted = c == truth ? 1.0F : 0.0F;
        outcome.squared_error += (p[c] - wanted) * (p[c] - wanted);
        const bool is_before = p[c] > p[truth] || (p[c] == p[truth] && c < truth);
        outcome.rank += is_before ? 1 : 0;
    }
    return outcome;
}

template <class Term>
std::optional<double> mean_of(std::span<const Outcome> outcomes, Term term) {
    if (outcomes.empty()) return std::nullopt;
    double sum = 0;
    for (const auto& outcome : outcomes) sum += term(outcome);
    return sum / static_cast<double>(outcomes.size());
}

std::size_t classes_in(std::span<const Outcome> outcomes) {
    ClassIndex most = 0;
    for (const auto& outcome : outcomes) most = std::max({most, outcome.truth, outcome.said});
    return std::size_t{most} + 1;
}

struct Tally {
    std::size_t rows = 0;
    std::size_t said = 0;
    std::size_t right = 0;
};

std::vector<Tally> tallies_of(std::span<const Outcome> outcomes, std::size_t n_classes) {
    std::vector<Tally> tallies(n_classes);
    for (const auto& outcome : outcomes) {
        ++tallies.at(outcome.truth).rows;
        ++tallies.at(outcome.said).said;
        tallies[outcome.truth].right += outcome.truth == outcome.said ? 1 : 0;
    }
    return tallies;
}

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

std::vector<Outcome> outcomes_of(const Matrix& P, std::span<const ClassIndex> labels) {
    require(P.n_rows() == labels.size(), "there must be one label a row, got {} for {}", labels.size(),
            P.n_rows());
    std::vector<Outcome> outcomes;
    outcomes.reserve(labels.size());
    for (std::size_t row = 0; row < labels.size(); ++row) {
        const auto p = P.row(row);
        require(labels[row] < p.size(), "row {}: a class must be below {}, got {}", row, p.size(),
                labels[row]);
        for (const float x : p)
            require(std::isfinite(x), "row {}: a probability must be finite, got {}", row, x);
        outcomes.push_back(outcome_of(p, labels[row]));
    }
    return outcomes;
}

std::optional<double> accuracy(std::span<const Outcome> outcomes) { return top_k_accuracy(outcomes, 1); }

std::optional<double> top_k_accuracy(std::span<const Outcome> outcomes, std::size_t k) {
    return mean_of(outcomes, [k](const Outcome& outcome) { return outcome.rank < k ? 1.0 : 0.0; });
}

std::optional<double> balanced_accuracy(std::span<const Outcome> outcomes) {
    if (outcomes.empty()) return std::nullopt;
    double sum = 0;
    std::size_t n_present = 0;
    for (const auto& tally : tallies_of(outcomes, classes_in(outcomes))) {
        sum += share(tally.right, tally.rows);
        n_present += tally.rows > 0 ? 1 : 0;
    }
    return sum / static_cast<double>(n_present);
}

std::optional<double> macro_f1(std::span<const Outcome> outcomes) {
    if (outcomes.empty()) return std::nullopt;
    double sum = 0;
    std::size_t n_present = 0;
    for (const auto& tally : tallies_of(outcomes, classes_in(outcomes))) {
        sum += share(2 * tally.right, tally.rows + tally.said);
        n_present += tally.rows + tally.said > 0 ? 1 : 0;
    }
    return sum / static_cast<double>(n_present);
}

std::optional<double> log_loss(std::span<const Outcome> outcomes) {
    return mean_of(outcomes, [](const Outcome& o) {
        return -std::log(std::max(static_cast<double>(o.probability), 1e-7));
    });
}

std::optional<double> brier(std::span<const Outcome> outcomes) {
    return mean_of(outcomes,
                   [](const Outcome& outcome) { return static_cast<double>(outcome.squared_error); });
}

std::optional<double> expected_calibration_error(std::span<const Outcome> outcomes, std::size_t n_bins) {
    require(n_bins > 0, "n_bins must be > 0, got {}", n_bins);
    if (outcomes.empty()) return std::nullopt;
    std::vector<double> surplus(n_bins, 0.0);  // confidence less rows that were right
    for (const auto& outcome : outcomes) {
        const double confidence = std::clamp(static_cast<double>(outcome.confidence), 0.0, 1.0);
        const auto bin =
            std::min(n_bins - 1, static_cast<std::size_t>(confidence * static_cast<double>(n_bins)));
        surplus[bin] += confidence - (outcome.truth == outcome.said ? 1 : 0);
    }
    double distance = 0;
    for (const double s : surplus) distance += std::abs(s);
    return distance / static_cast<double>(outcomes.size());
}

std::vector<float> quantiles_of_steps(const Matrix& P, double first, double width, double q) {
    require(q >= 0 && q <= 1, "a share must be in [0, 1], got {}", q);
    require(width > 0, "a step must be wider than 0, got {}", width);
    std::vector<float> values;
    for (std::size_t row = 0; row < P.n_rows(); ++row) {
        const auto p = P.row(row);
        double below = 0;
        std::size_t step = 0;
        while (step + 1 < p.size() && below + p[step] < q) below += p[step++];
        const double share = p[step] > 0 ? std::clamp((q - below) / p[step], 0.0, 1.0) : 0;
        values.push_back(static_cast<float>(first + width * (static_cast<double>(step) + share)));
    }
    return values;
}

std::vector<std::size_t> confusion_matrix(std::span<const Outcome> outcomes, std::size_t n_classes) {
    std::vector<std::size_t> counts(n_classes * n_classes, 0);
    for (const auto& outcome : outcomes) ++counts.at(outcome.truth * n_classes + outcome.said);
    return counts;
}

std::vector<ClassScores> scores_by_class(std::span<const Outcome> outcomes, std::size_t n_classes) {
    std::vector<ClassScores> scores;
    for (const auto& tally : tallies_of(outcomes, n_classes)) {
        scores.push_back({tally.rows, share(tally.right, tally.said), share(tally.right, tally.rows),
                          share(2 * tally.right, tally.rows + tally.said)});
    }
    return scores;
}

}  // namespace attune::learning
