#include "learning/linear/multinomial.h"

#include "core/error.h"
#include "core/json.h"
#include "learning/numerics/minimise.h"
#include "learning/saved_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::learning {
namespace {

constexpr std::string_view model_name = "multinomial_logistic";

/// Turns margins into probabilities, in place. @return the logarithm of what they summed to
double softmax(std::span<double> margins) {
    const double most = std::ranges::max(margins);
    double sum = 0;
    for (auto& m : margins) {
        m = std::exp(m - most);
        sum += m;
    }
    for (auto& m : margins) m /= sum;
    return most + std::log(sum);
}

/// The mean loss and its slope; x holds the coefficients column after column (the classes side by side, so
/// that adding goes on for all at once), then the intercepts.
struct Loss {
    const Matrix& Z;
    std::span<const ClassIndex> labels;
    std::vector<double> weights;
    std::size_t n_classes;
    double l2;

    double operator()(std::span<const double> x, std::span<double> gradient) const {
        const auto k = Z.n_columns();
        const double* const intercepts = x.data() + n_classes * k;
        std::ranges::fill(gradient, 0.0);
        std::vector<double> margins(n_classes);
        double loss = 0;
        for (std::size_t row = 0; row < Z.n_rows(); ++row) {
            const auto z = Z.row(row);
            std::copy_n(intercepts, n_classes, margins.begin());
            for (std::size_t i = 0; i < k; ++i) add_times(z[i], x.data() + i * n_classes, margins.data());
            const double own = margins[labels[row]];
            loss += weights[row] * (softmax(margins) - own);
            margins[labels[row]] -= 1;
            for (auto& residual : margins) residual *= weights[row];
            for (std::size_t i = 0; i < k; ++i)
                add_times(z[i], margins.data(), gradient.data() + i * n_classes);
            add_times(1, margins.data(), gradient.data() + n_classes * k);
        }
        for (std::size_t i = 0; i < x.size(); ++i) {
            // The intercepts have a penalty that nobody notices: without any, one shift of all changes
            // nothing.
            const double penalty = i < n_classes * k ? l2 : 1e-9;
            loss += penalty / 2 * x[i] * x[i];
            gradient[i] += penalty * x[i];
        }
        return loss;
    }

    void add_times(float factor, const double* from, double* to) const {
        for (std::size_t c = 0; c < n_classes; ++c) to[c] += static_cast<double>(factor) * from[c];
    }
};

std::vector<double> shares_of(std::span<const float> weights, std::size_t n) {
    std::vector<double> shares(n, 1.0 / static_cast<double>(n));
    if (weights.empty()) return shares;
    require(weights.size() == n, "weights must be empty or have {} values, got {}", n, weights.size());
    double total = 0;
    for (const float w : weights) {
        require(std::isfinite(w) && w >= 0, "a weight must be >= 0, got {}", w);
        total += w;
    }
    require(total > 0, "one weight at least must be > 0");
    std::ranges::transform(weights, shares.begin(), [total](float w) { return w / total; });
    return shares;
}

}  // namespace

MultinomialLogistic MultinomialLogistic::fit(const Matrix& X, std::span<const ClassIndex> labels,
                                             std::size_t n_classes, std::span<const float> weights,
                                             const MultinomialOptions& options, const Task& task) {
    check_ranges(options);
    require(X.n_rows() > 0, "a table to learn from must have rows");
    require(labels.size() == X.n_rows(), "labels must have {} values, one a row, got {}", X.n_rows(),
            labels.size());
    require(n_classes >= 2, "a label needs 2 classes at least, got {}", n_classes);
    class_counts(labels, n_classes);
    MultinomialLogistic model;
    model.standardizer_ = Standardizer::fit(X, weights);
    const auto Z = model.standardizer_.transform(X);
    const double total = weights.empty() ? static_cast<double>(labels.size())
                                         : std::accumulate(weights.begin(), weights.end(), 0.0);
    const Loss loss{Z, labels, shares_of(weights, labels.size()), n_classes,
                    std::max(static_cast<double>(options.l2), 1e-9) / total};
    std::vector<double> x(n_classes * (Z.n_columns() + 1), 0.0);
    minimise(loss, x, options.tolerance, static_cast<std::size_t>(options.iterations), task);
    for (std::size_t c = 0; c < n_classes; ++c) {
        for (std::size_t i = 0; i < Z.n_columns(); ++i) model.coefficients_.push_back(x[i * n_classes + c]);
    }
    model.intercepts_.assign(x.end() - static_cast<std::ptrdiff_t>(n_classes), x.end());
    return model;
}

std::span<const double> MultinomialLogistic::coefficients(std::size_t of_class) const {
    const auto k = standardizer_.n_columns();
    return std::span(coefficients_).subspan(of_class * k, k);
}

Matrix MultinomialLogistic::predict(const Matrix& X) const {
    const auto Z = standardizer_.transform(X);
    Matrix probabilities(Z.n_rows(), n_classes());
    std::vector<double> margins(n_classes());
    for (std::size_t row = 0; row < Z.n_rows(); ++row) {
        const auto z = Z.row(row);
        for (std::size_t c = 0; c < n_classes(); ++c) {
            const auto beta = coefficients(c);
            margins[c] = std::inner_product(z.begin(), z.end(), beta.begin(), intercepts_[c]);
        }
        softmax(margins);
        std::ranges::transform(margins, probabilities.row(row).begin(),
                               [](double p) { return static_cast<float>(p); });
    }
    return probabilities;
}

Json MultinomialLogistic::save() const {
    auto saved = saved_model(model_name, 1);
    saved["standardizer"] = standardizer_.save();
    saved["coefficients"] = coefficients_;
    saved["intercepts"] = intercepts_;
    return saved;
}

MultinomialLogistic MultinomialLogistic::load(const Json& saved) {
    return read_saved_model(saved, model_name, 1, [](const Json& fields) {
        MultinomialLogistic model;
        model.standardizer_ = Standardizer::load(fields.at("standardizer"));
        model.coefficients_ = fields.at("coefficients").get<std::vector<double>>();
        model.intercepts_ = fields.at("intercepts").get<std::vector<double>>();
        require_intact(
            model.intercepts_.size() >= 2 &&
                model.coefficients_.size() == model.intercepts_.size() * model.standardizer_.n_columns(),
            model_name, "not one coefficient a column and class");
        return model;
    });
}

}  // namespace attune::learning
