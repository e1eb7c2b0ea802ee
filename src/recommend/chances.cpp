#include "recommend/chances.h"

#include "core/error.h"
#include "core/json.h"
#include "core/json_text.h"
#include "learning/numerics/sigmoid.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace attune::recommend {
namespace {

constexpr std::size_t least_examples = 20;
// What a deviation of the score is worth in log-odds for most people, and how far people differ.
constexpr double usual_slope = 0.2;
constexpr double slope_deviation = 0.2;
// How far the two sections lie apart in log-odds.
constexpr double offset_deviation = 0.7;
// A slope below this is none: the best pick of hundreds would stand a percent above the worst.
constexpr double least_slope = 0.01;
constexpr int newton_steps = 30;
constexpr std::string_view blob = "chances";

constexpr std::size_t n = 3;
using Vector = std::array<double, n>;
using Square = std::array<double, n * n>;

Vector inputs_of(double score, Section section) {
    return {score, section == Section::new_artists ? 1.0 : 0.0,
            section == Section::known_artists ? 1.0 : 0.0};
}

double dot(const Vector& a, const Vector& b) { return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]; }

/// The inverse of a symmetric positive definite matrix, by its adjugate.
Square inverse_of(const Square& m) {
    const auto minor = [&](std::size_t r, std::size_t c) {
        const auto at = [&](std::size_t i, std::size_t j) { return m[(r + i) % n * n + (c + j) % n]; };
        return at(1, 1) * at(2, 2) - at(1, 2) * at(2, 1);
    };
    const double determinant = m[0] * minor(0, 0) + m[1] * minor(0, 1) + m[2] * minor(0, 2);
    Square inverse{};
    for (std::size_t r = 0; r < n; ++r) {
        for (std::size_t c = 0; c < n; ++c) inverse[r * n + c] = minor(c, r) / determinant;
    }
    return inverse;
}

Vector product(const Square& m, const Vector& v) {
    Vector result{};
    for (std::size_t r = 0; r < n; ++r) {
        for (std::size_t c = 0; c < n; ++c) result[r] += m[r * n + c] * v[c];
    }
    return result;
}

/// The gradient and the curvature of the penalised loss.
std::pair<Vector, Square> derivatives(const Chances::Examples& examples, const Vector& weights) {
    const double slope_penalty = 1 / (slope_deviation * slope_deviation);
    const double offset_penalty = 1 / (offset_deviation * offset_deviation);
    const double apart = offset_penalty * (weights[1] - weights[2]);
    Vector gradient{slope_penalty * (weights[0] - usual_slope), apart, -apart};
    // A trace of a penalty holds the offsets where there are no examples of any.
    Square curvature{
        slope_penalty,        0, 0, 0, offset_penalty + 1e-6, -offset_penalty, 0, -offset_penalty,
        offset_penalty + 1e-6};
    for (std::size_t i = 0; i < examples.scores.size(); ++i) {
        const auto x = inputs_of(examples.scores[i], examples.sections[i]);
        const double p = learning::sigmoid(dot(weights, x));
        const double wanted = examples.liked[i] > 0.5F ? 1 : 0;
        const double weight = examples.weights[i];
        for (std::size_t r = 0; r < n; ++r) {
            gradient[r] += weight * (p - wanted) * x[r];
            for (std::size_t c = 0; c < n; ++c) curvature[r * n + c] += weight * p * (1 - p) * x[r] * x[c];
        }
    }
    return {gradient, curvature};
}

}  // namespace

Chances Chances::fit(const Examples& examples) {
    const auto size = examples.scores.size();
    require(
        examples.sections.size() == size && examples.liked.size() == size && examples.weights.size() == size,
        "scores, sections, liked and weights must have one length, got {}, {}, {} and {}", size,
        examples.sections.size(), examples.liked.size(), examples.weights.size());
    Chances chances;
    const auto n_liked =
        static_cast<std::size_t>(std::ranges::count_if(examples.liked, [](float y) { return y > 0.5F; }));
    if (size < least_examples || n_liked == 0 || n_liked == size) return chances;
    auto& weights = chances.weights_;
    for (int step = 0; step < newton_steps; ++step) {
        const auto [gradient, curvature] = derivatives(examples, weights);
        const auto move = product(inverse_of(curvature), gradient);
        // The loss is convex; a step of at most 1 keeps Newton's method from leaping over its valley.
        const double longest = std::max({std::abs(move[0]), std::abs(move[1]), std::abs(move[2]), 1.0});
        for (std::size_t r = 0; r < n; ++r) weights[r] -= move[r] / longest;
    }
    chances.covariance_ = inverse_of(derivatives(examples, weights).second);
    chances.tell_ = weights[0] >= least_slope;
    return chances;
}

std::optional<taste::Prediction> Chances::of(double score, Section section) const {
    if (!tell_) return std::nullopt;
    const auto x = inputs_of(score, section);
    const double logit = dot(weights_, x);
    const double error = 1.96 * std::sqrt(std::max(0.0, dot(x, product(covariance_, x))));
    using learning::sigmoid;
    return taste::Prediction{sigmoid(logit), sigmoid(logit - error), sigmoid(logit + error), score};
}

std::map<std::string, std::string> Chances::save() const {
    const Json saved{{"tell", tell_}, {"weights", weights_}, {"covariance", covariance_}};
    return {{std::string(blob), json_text(saved)}};
}

Chances Chances::load(const std::map<std::string, std::string>& blobs) {
    Chances chances;
    const auto found = blobs.find(std::string(blob));
    if (found == blobs.end()) return chances;
    try {
        const Json saved = Json::parse(found->second);
        chances.tell_ = saved.at("tell");
        chances.weights_ = saved.at("weights");
        chances.covariance_ = saved.at("covariance");
    } catch (const Json::exception& error) {
        fail(ErrorCode::corrupt_data, "the chances of the run cannot be read: {}", error.what());
    }
    return chances;
}

}  // namespace attune::recommend
