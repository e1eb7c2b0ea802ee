#include "lab/models/class_model.h"

#include "core/error.h"
#include "core/json_text.h"
#include "lab/models/tuning.h"
#include "learning/judging/classification.h"
#include "learning/saved_model.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace attune::lab {
namespace {

using learning::ClassIndex;
using learning::Point;
using Weights = ClassModel::Weights;

constexpr std::string_view class_model_name = "class_model";
constexpr int class_model_version = 2;
const std::array<std::string, 2> booster_parts{"boosted_trees", "boosted_trees_2"};
const std::array<std::string, 2> forest_parts{"forest", "forest_2"};
// So many rows take part in the first try.
constexpr std::size_t most_tuning_rows = 20000;
// Of few rows it is tried how deep trees should be; of many, deep ones find more, and what has not seen all of
// them lags behind.
constexpr std::size_t few_rows = 6000;

learning::BoosterOptions booster_options(const ClassModelOptions& options, std::size_t n_classes,
                                         std::size_t n_rows) {
    learning::BoosterOptions booster;
    booster.objective = learning::Objective::softmax;
    booster.classes = static_cast<int>(n_classes);
    const auto [rounds, faster] = rounds_for(options.rounds, n_classes);
    booster.rounds = rounds;
    booster.learning_rate = std::min(0.3F, 0.07F * faster);
    booster.subsample = 0.7F;
    booster.colsample_bytree = 1;
    booster.colsample_bynode = 0.5F;
    booster.min_child_weight = 5;
    booster.max_bin = n_rows <= few_rows ? 64 : 128;
    booster.seed = static_cast<std::uint32_t>(options.seed & 0x7FFFFFFFU);
    return booster;
}

/// Rows of a table and their classes.
struct Part {
    Matrix X;
    std::vector<ClassIndex> labels;
};

double minus_loss(const Matrix& P, const std::vector<ClassIndex>& labels) {
    return -learning::log_loss(learning::outcomes_of(P, labels)).value_or(0);
}

learning::ForestOptions forest_options(const ClassModelOptions& options) {
    learning::ForestOptions forest;
    forest.trees = options.trees;
    forest.seed = options.seed;
    return forest;
}

/// The three learners with their settings but for those of a point.
struct Fitter {
    std::size_t n_classes;
    learning::BoosterOptions booster;
    learning::ForestOptions forest;
    const Task& task;

    /// @param try_number  another one draws other rows and columns
    learning::Booster boost(const Part& part, const Point& point, std::uint32_t try_number) const {
        const std::vector<float> y(part.labels.begin(), part.labels.end());
        auto options = learning::with_point(booster, point);
        options.seed = (options.seed + try_number) & 0x7FFFFFFFU;
        return learning::Booster::fit(part.X, y, {}, options, task);
    }

    /// One of so many of the trees: a comparison of settings needs fewer.
    learning::ClassForest grow(const Part& part, const Point& point, int one_of) const {
        auto options = learning::with_point(forest, point);
        options.trees = std::max(1, options.trees / one_of);
        return learning::ClassForest::fit(part.X, part.labels, n_classes, {}, options, task);
    }

    learning::MultinomialLogistic regress(const Part& part) const {
        return learning::MultinomialLogistic::fit(part.X, part.labels, n_classes, {}, {}, task);
    }
};

/// The point of least log-loss, the model with it and what that said.
template <class Model>
struct Tried {
    Point point;
    Model model;
    Matrix said;
};

/// @param learn    gives a model with the settings of a point
/// @param predict  gives what a model says of the rows of `test`
template <class Learn, class Predict>
auto tried(const std::vector<Point>& points, const Learn& learn, const Predict& predict, const Part& test,
           const Task& task) {
    using Model = decltype(learn(points.front()));
    std::map<std::string, Tried<Model>> by_point;
    const auto best = best_point(
        points,
        [&](const Point& point) {
            auto model = learn(point);
            auto said = predict(model);
            const double score = minus_loss(said, test.labels);
            by_point.emplace(learning::to_string(point),
                             Tried<Model>{point, std::move(model), std::move(said)});
            return score;
        },
        task);
    return std::move(by_point.at(learning::to_string(best)));
}

/// The weighted geometric mean, rows summing to 1. A forest may say 0 of a class, which would silence all
/// others.
Matrix pooled(const std::array<const Matrix*, 3>& said, const Weights& weights) {
    const auto& first = *said.front();
    Matrix P(first.n_rows(), first.n_columns());
    for (std::size_t row = 0; row < P.n_rows(); ++row) {
        double sum = 0;
        for (std::size_t c = 0; c < P.n_columns(); ++c) {
            double log_p = 0;
            for (std::size_t m = 0; m < said.size(); ++m) {
                if (weights[m] > 0)
                    log_p += weights[m] * std::log(std::max(1e-3, static_cast<double>((*said[m])(row, c))));
            }
            P(row, c) = static_cast<float>(std::exp(log_p));
            sum += static_cast<double>(P(row, c));
        }
        for (float& p : P.row(row)) p = static_cast<float>(static_cast<double>(p) / sum);
    }
    return P;
}

/// P becomes the weighted mean of both; `share` is that of P.
void mix(Matrix& P, double share, const Matrix& Q) {
    for (std::size_t i = 0; i < P.values().size(); ++i)
        P.values()[i] =
            static_cast<float>(std::lerp(static_cast<double>(Q.values()[i]), P.values()[i], share));
}

/// The weights, in quarters, of least log-loss; of equals those that stand first.
Weights best_weights(const std::array<const Matrix*, 3>& said, const std::vector<ClassIndex>& labels) {
    Weights best{0.5, 0.5, 0};
    double best_score = minus_loss(pooled(said, best), labels);
    for (int a = 0; a <= 4; ++a) {
        for (int b = 0; a + b <= 4; ++b) {
            const Weights weights{a / 4.0, b / 4.0, (4 - a - b) / 4.0};
            const double score = minus_loss(pooled(said, weights), labels);
            if (score <= best_score) continue;
            best_score = score;
            best = weights;
        }
    }
    return best;
}

}  // namespace

std::pair<int, float> rounds_for(int rounds, std::size_t n_classes) {
    constexpr std::size_t few_classes = 8;
    if (n_classes <= few_classes) return {rounds, 1};
    const float faster = static_cast<float>(n_classes) / few_classes;
    return {std::max(1, static_cast<int>(static_cast<float>(rounds) / faster)), faster};
}

ClassModel ClassModel::fit(const Matrix& X, std::span<const ClassIndex> labels, std::size_t n_classes,
                           std::span<const std::uint64_t> groups, const ClassModelOptions& options,
                           const Task& task) {
    const Fitter fitter{n_classes, booster_options(options, n_classes, X.n_rows()), forest_options(options),
                        task};
    const auto split = tuning_split(X.n_rows(), groups, most_tuning_rows, options.seed);
    const Part train{X.rows(split.train), gather(labels, split.train)};
    const Part test{X.rows(split.test), gather(labels, split.test)};
    std::vector<Point> depths{{{"max_depth", 7}}};
    if (X.n_rows() <= few_rows) depths.push_back({{"max_depth", 4}});
    auto boosted = tried(
        depths, [&](const Point& point) { return fitter.boost(train, point, 0); },
        [&](const auto& model) { return model.probabilities(test.X); }, test, task);
    auto grown = tried(
        std::vector<Point>{{{"least_leaf", 3}}, {{"least_leaf", 1}}},
        [&](const Point& point) { return fitter.grow(train, point, 2); },
        [&](const auto& model) { return model.predict(test.X); }, test, task);
    const auto by_logistic = fitter.regress(train).predict(test.X);

    ClassModel model;
    model.boosted_settings_ = learning::to_string(boosted.point);
    model.forest_settings_ = learning::to_string(grown.point);
    model.weights_ = best_weights({&boosted.said, &grown.said, &by_logistic}, test.labels);
    const Part all{X, {labels.begin(), labels.end()}};
    const bool is_small = X.n_rows() <= few_rows;
    const auto n_first = static_cast<double>(split.train.size());
    model.first_share_ = is_small ? n_first / (n_first + static_cast<double>(X.n_rows())) : 0.5;
    if (is_small || model.weights_[0] == 0) {
        model.boosters_.push_back(std::move(boosted.model));
    } else {
        model.boosters_.push_back(fitter.boost(all, boosted.point, 2));
    }
    if (is_small || model.weights_[1] == 0) model.forests_.push_back(std::move(grown.model));
    if (model.weights_[0] > 0) model.boosters_.push_back(fitter.boost(all, boosted.point, 1));
    if (model.weights_[1] > 0) model.forests_.push_back(fitter.grow(all, grown.point, 1));
    model.logistic_ = fitter.regress(all);
    return model;
}

Matrix ClassModel::boosted(const Matrix& X) const {
    auto P = boosters_.front().probabilities(X);
    if (boosters_.size() > 1) mix(P, first_share_, boosters_.back().probabilities(X));
    return P;
}

Matrix ClassModel::grown(const Matrix& X) const {
    auto P = forests_.front().predict(X);
    if (forests_.size() > 1) mix(P, first_share_, forests_.back().predict(X));
    return P;
}

Matrix ClassModel::predict(const Matrix& X) const {
    const Matrix nobody(X.n_rows(), n_classes());
    const auto by_boosting = weights_[0] > 0 ? boosted(X) : nobody;
    const auto by_forest = weights_[1] > 0 ? grown(X) : nobody;
    const auto by_logistic = weights_[2] > 0 ? logistic_.predict(X) : nobody;
    return pooled({&by_boosting, &by_forest, &by_logistic}, weights_);
}

std::string ClassModel::settings() const {
    return fmt::format("boosted_trees {:.2f} ({}), forest {:.2f} ({}), logistic {:.2f}", weights_[0],
                       boosted_settings_, weights_[1], forest_settings_, weights_[2]);
}

std::map<std::string, std::string> ClassModel::save() const {
    Json saved = learning::saved_model(class_model_name, class_model_version);
    saved["weights"] = weights_;
    saved["first_share"] = first_share_;
    saved["n_boosted"] = boosters_.size();
    saved["n_forests"] = forests_.size();
    saved["boosted_trees"] = boosted_settings_;
    saved["forest"] = forest_settings_;
    saved["logistic"] = logistic_.save();
    std::map<std::string, std::string> parts{{"classes.json", json_text(saved)}};
    for (std::size_t i = 0; i < boosters_.size(); ++i)
        parts.emplace(booster_parts.at(i), boosters_[i].save());
    for (std::size_t i = 0; i < forests_.size(); ++i) parts.emplace(forest_parts.at(i), forests_[i].save());
    return parts;
}

ClassModel ClassModel::load(const std::map<std::string, std::string>& parts) {
    const auto part = [&](const std::string& name) -> const std::string& {
        const auto found = parts.find(name);
        learning::require_intact(found != parts.end(), class_model_name, "a part is absent: " + name);
        return found->second;
    };
    const Json head = Json::parse(part("classes.json"), nullptr, false);
    return learning::read_saved_model(head, class_model_name, class_model_version, [&](const Json& from) {
        ClassModel model;
        model.weights_ = from.at("weights").get<Weights>();
        model.first_share_ = from.at("first_share").get<double>();
        model.boosted_settings_ = from.at("boosted_trees").get<std::string>();
        model.forest_settings_ = from.at("forest").get<std::string>();
        model.logistic_ = learning::MultinomialLogistic::load(from.at("logistic"));
        for (std::size_t i = 0; i < from.at("n_boosted").get<std::size_t>(); ++i)
            model.boosters_.push_back(learning::Booster::load(part(booster_parts.at(i))));
        for (std::size_t i = 0; i < from.at("n_forests").get<std::size_t>(); ++i)
            model.forests_.push_back(learning::ClassForest::load(part(forest_parts.at(i))));
        learning::require_intact(!model.boosters_.empty() && !model.forests_.empty(), class_model_name,
                                 "it has no trees");
        const auto fits = [&](const auto& other) {
            return other.n_classes() == model.logistic_.n_classes() && other.n_columns() == model.n_columns();
        };
        learning::require_intact(
            std::ranges::all_of(model.boosters_, fits) && std::ranges::all_of(model.forests_, fits),
            class_model_name, "its parts do not fit each other");
        return model;
    });
}

}  // namespace attune::lab
