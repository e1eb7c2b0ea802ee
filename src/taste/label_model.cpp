#include "taste/label_model.h"

#include "core/error.h"
#include "core/json.h"
#include "learning/numerics/cholesky.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace attune::taste {
namespace {

using learning::Cholesky;
using learning::Symmetric;

// f runs from -1 to 1 and stands for 2 p - 1; near p = 1/2 the log-odds are 4 p - 2.
constexpr double log_odds_per_f = 2;
// Before the first label half of what stage 1 says is believed, with as much doubt.
constexpr double history_prior = 0.5 / log_odds_per_f;

// Variances of the parts of f that are common: of a variance of 1 in all about a third is taste that can be
// seen. The one of `history` is of its weight.
constexpr Likenesses common_weights{0.08, history_prior* history_prior, 0.10, 0.10, 0.06, 0.10, 0.08, 0.01};
constexpr double common_noise = 0.60;
// The prior of a logarithm of a weight: normal with this deviation.
constexpr double weight_deviation = 1.0;
// Weights are chosen on the newest labels: time grows with their cube.
constexpr std::size_t most_labels_to_choose_by = 300;

/// Log weights: of the likenesses, then of the noise.
using LogWeights = std::array<double, n_likenesses + 1>;

LogWeights common_log_weights() {
    LogWeights logs{};
    for (std::size_t t = 0; t < n_likenesses; ++t) logs[t] = std::log(common_weights[t]);
    logs[n_likenesses] = std::log(common_noise);
    return logs;
}

Symmetric covariance(const std::vector<Likenesses>& alike, std::size_t n, const LogWeights& logs) {
    std::array<double, n_likenesses> weights{};
    for (std::size_t t = 0; t < n_likenesses; ++t) weights[t] = std::exp(logs[t]);
    Symmetric K(n);
    for (std::size_t i = 0, at = 0; i < n; ++i) {
        for (std::size_t j = 0; j <= i; ++j, ++at) {
            double sum = i == j ? std::exp(logs[n_likenesses]) : 0;
            for (std::size_t t = 0; t < n_likenesses; ++t) sum += weights[t] * alike[at][t];
            K(i, j) = sum;
        }
    }
    return K;
}

/// The same of all labels, whose likenesses would take more room than the matrix.
Symmetric covariance(std::span<const LabelPoint> points, const Likenesses& weights, double noise) {
    Symmetric K(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            const auto alike = likenesses(points[i], points[j]);
            double sum = i == j ? noise : 0;
            for (std::size_t t = 0; t < n_likenesses; ++t) sum += weights[t] * alike[t];
            K(i, j) = sum;
        }
    }
    return K;
}

std::vector<Likenesses> all_likenesses(std::span<const LabelPoint> points) {
    std::vector<Likenesses> alike;
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (std::size_t j = 0; j <= i; ++j) alike.push_back(likenesses(points[i], points[j]));
    }
    return alike;
}

/// The logarithm of how probable the labels and these weights are together, up to a constant.
double log_posterior(const std::vector<Likenesses>& alike, std::span<const double> y,
                     const LogWeights& logs) {
    const Cholesky factor(covariance(alike, y.size(), logs));
    const auto alpha = factor.solve(y);
    double sum = -0.5 * factor.log_determinant();
    for (std::size_t i = 0; i < y.size(); ++i) sum -= 0.5 * y[i] * alpha[i];
    const auto common = common_log_weights();
    for (std::size_t t = 0; t < logs.size(); ++t) {
        const double z = (logs[t] - common[t]) / weight_deviation;
        sum -= 0.5 * z * z;
    }
    return sum;
}

/// Climbs one logarithm at a time, with ever smaller steps.
LogWeights most_probable(const std::vector<Likenesses>& alike, std::span<const double> y) {
    LogWeights best = common_log_weights();
    double most = log_posterior(alike, y, best);
    for (const double step : {0.8, 0.4}) {
        for (int sweep = 0; sweep < 2; ++sweep) {
            for (std::size_t t = 0; t < best.size(); ++t) {
                for (const double change : {step, -step}) {
                    LogWeights tried = best;
                    tried[t] += change;
                    if (const double value = log_posterior(alike, y, tried); value > most) {
                        most = value;
                        best = tried;
                        break;
                    }
                }
            }
        }
    }
    return best;
}

/// What would be said of each label without those of its artist: with K^-1 and a = K^-1 y the rows G of a
/// group are off by (K^-1_GG)^-1 a_G.
std::vector<double> left_out_errors(const Matrix& inverse, std::span<const double> alpha,
                                    std::span<const std::uint64_t> groups) {
    std::map<std::uint64_t, std::vector<std::size_t>> members;
    for (std::size_t i = 0; i < groups.size(); ++i) members[groups[i]].push_back(i);
    std::vector<double> errors(alpha.size(), 0);
    for (const auto& [group, rows] : members) {
        Symmetric block(rows.size());
        std::vector<double> part;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            part.push_back(alpha[rows[i]]);
            for (std::size_t j = 0; j <= i; ++j) block(i, j) = inverse(rows[i], rows[j]);
        }
        const auto off = Cholesky(std::move(block)).solve(part);
        for (std::size_t i = 0; i < rows.size(); ++i) errors[rows[i]] = off[i];
    }
    return errors;
}

}  // namespace

LabelModel LabelModel::fit(LabelView view, const LabelExamples& examples) {
    const std::size_t n = examples.liked.size();
    require(n > 0, "a label model needs labels");
    require(examples.rows.n_rows() == n && examples.history.size() == n && examples.artists.size() == n,
            "there must be {} rows, margins and artists, one a label", n);
    LabelModel model;
    model.view_ = std::move(view);
    std::vector<double> y;
    std::vector<double> surprises;
    for (std::size_t i = 0; i < n; ++i) {
        model.points_.push_back(model.view_.point(examples.rows.row(i), examples.history[i]));
        y.push_back(examples.liked[i] > 0.5F ? 1 : -1);
        surprises.push_back(y.back() - history_prior * examples.history[i]);
    }
    const std::size_t n_chosen = std::min(n, most_labels_to_choose_by);
    const auto logs = most_probable(all_likenesses(std::span(model.points_).last(n_chosen)),
                                    std::span(surprises).last(n_chosen));
    for (std::size_t t = 0; t < n_likenesses; ++t) model.weights_[t] = std::exp(logs[t]);
    model.noise_ = std::exp(logs[n_likenesses]);

    const Cholesky factor(covariance(model.points_, model.weights_, model.noise_));
    model.coefficients_ = factor.solve(surprises);
    model.inverse_ = factor.inverse();
    double history = history_prior;
    for (std::size_t i = 0; i < n; ++i)
        history += model.weights_[at(Likeness::history)] * model.points_[i].history * model.coefficients_[i];
    model.history_weight_ = log_odds_per_f * history;
    const auto errors = left_out_errors(model.inverse_, model.coefficients_, examples.artists);
    for (std::size_t i = 0; i < n; ++i)
        model.left_out_.push_back(static_cast<float>(log_odds_per_f * (y[i] - errors[i])));
    return model;
}

double LabelModel::effect(Likeness likeness, const LabelPoint& point) const {
    double sum = 0;
    for (std::size_t i = 0; i < points_.size(); ++i)
        sum += likenesses(point, points_[i])[at(likeness)] * coefficients_[i];
    return log_odds_per_f * weights_[at(likeness)] * sum;
}

double LabelModel::without_history(const LabelPoint& point) const {
    double sum = 0;
    for (std::size_t i = 0; i < points_.size(); ++i) {
        const auto alike = likenesses(point, points_[i]);
        double covariance = 0;
        for (std::size_t t = 0; t < n_likenesses; ++t) covariance += weights_[t] * alike[t];
        sum += coefficients_[i] * covariance;
    }
    return log_odds_per_f * sum;
}

std::vector<float> LabelModel::margins(const Matrix& rows) const {
    std::vector<float> margins;
    for (std::size_t i = 0; i < rows.n_rows(); ++i)
        margins.push_back(static_cast<float>(without_history(view_.point(rows.row(i), 0))));
    return margins;
}

/// Each feature gets what changes if it were at its mean; what they do together is shared among them.
void LabelModel::spread_sound(Likeness likeness, const LabelPoint& point, std::span<float> row) const {
    const auto& columns = view_.sound_columns();
    const double whole = effect(likeness, point);
    std::vector<double> alone;
    double rest = whole;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        LabelPoint without = point;
        without.sound[i] = 0;
        alone.push_back(whole - effect(likeness, without));
        rest -= alone.back();
    }
    for (std::size_t i = 0; i < columns.size(); ++i)
        row[columns[i]] += static_cast<float>(alone[i] + rest / static_cast<double>(columns.size()));
}

Matrix LabelModel::contributions(const Matrix& rows) const {
    Matrix parts(rows.n_rows(), view_.n_columns() + 1);
    for (std::size_t r = 0; r < rows.n_rows(); ++r) {
        const LabelPoint point = view_.point(rows.row(r), 0);
        const auto row = parts.row(r);
        row[view_.artist_column()] += static_cast<float>(effect(Likeness::artist, point));
        spread_sound(Likeness::sound, point, row);
        spread_sound(Likeness::sound_in_genre, point, row);
        const auto& space = view_.space_columns();
        const double among = effect(Likeness::genre_space, point);
        for (const auto column : space)
            row[column] += static_cast<float>(among / static_cast<double>(space.size()));
        for (std::size_t g = 0; g < view_.genre_columns().size(); ++g) {
            if (point.genres[g] == 0) continue;
            LabelPoint alone = point;
            std::ranges::fill(alone.genres, 0.0F);
            alone.genres[g] = point.genres[g];
            row[view_.genre_columns()[g]] += static_cast<float>(effect(Likeness::genre_names, alone));
        }
        LabelPoint alone = point;
        alone.year = 0;
        const double popular = effect(Likeness::standing, alone);
        row[view_.popularity_column()] += static_cast<float>(popular);
        row[view_.year_column()] += static_cast<float>(effect(Likeness::standing, point) - popular);
        row[view_.n_columns()] += static_cast<float>(effect(Likeness::constant, point));
        if (space.empty()) row[view_.n_columns()] += static_cast<float>(among);
    }
    return parts;
}

std::vector<float> LabelModel::deviations(const Matrix& rows, std::span<const float> history) const {
    std::vector<float> deviations;
    std::vector<double> k(points_.size());
    for (std::size_t r = 0; r < rows.n_rows(); ++r) {
        const LabelPoint point = view_.point(rows.row(r), history[r]);
        const auto weighed = [&](const LabelPoint& other) {
            const auto alike = likenesses(point, other);
            double sum = 0;
            for (std::size_t t = 0; t < n_likenesses; ++t) sum += weights_[t] * alike[t];
            return sum;
        };
        for (std::size_t i = 0; i < k.size(); ++i) k[i] = weighed(points_[i]);
        double variance = weighed(point);
        for (std::size_t i = 0; i < k.size(); ++i) {
            double sum = 0;
            for (std::size_t j = 0; j < k.size(); ++j) sum += inverse_(i, j) * k[j];
            variance -= k[i] * sum;
        }
        deviations.push_back(static_cast<float>(log_odds_per_f * std::sqrt(std::max(0.0, variance))));
    }
    return deviations;
}

Json LabelModel::save() const {
    Json points = Json::array();
    for (const auto& point : points_)
        points.push_back({point.sound, point.space, point.genres, point.artist, point.popularity, point.year,
                          point.history});
    return {{"view", view_.save()}, {"weights", weights_},           {"noise", noise_},
            {"points", points},     {"coefficients", coefficients_}, {"history_weight", history_weight_}};
}

LabelModel LabelModel::load(const Json& saved) {
    LabelModel model;
    model.view_ = LabelView::load(saved.at("view"));
    saved.at("weights").get_to(model.weights_);
    saved.at("noise").get_to(model.noise_);
    saved.at("coefficients").get_to(model.coefficients_);
    saved.at("history_weight").get_to(model.history_weight_);
    for (const auto& row : saved.at("points"))
        model.points_.push_back(
            {row.at(0), row.at(1), row.at(2), row.at(3), row.at(4), row.at(5), row.at(6)});
    const std::size_t n = model.points_.size();
    if (model.coefficients_.size() != n)
        fail(ErrorCode::corrupt_data, "a label model has {} labels and {} coefficients", n,
             model.coefficients_.size());
    try {
        model.inverse_ = Cholesky(covariance(model.points_, model.weights_, model.noise_)).inverse();
    } catch (const Error& error) {
        fail(ErrorCode::corrupt_data, "the weights of a label model are none: {}", error.what());
    }
    return model;
}

}  // namespace attune::taste
