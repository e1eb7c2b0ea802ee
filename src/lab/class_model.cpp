#include "lab/class_model.h"

#include "core/error.h"
#include "lab/tuning.h"
#include "learning/classification.h"
#include "learning/saved_model.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace attune::lab {
namespace {

using learning::ClassIndex;
using learning::Point;
using Weights = ClassModel::Weights;

constexpr std::string_view saved_name = "class_model";
constexpr int saved_version = 1;
// Settings are compared on so many rows: enough to tell them apart, few enough to take seconds.
constexpr std::size_t tuning_rows = 6000;

learning::BoosterOptions booster_options(const ClassModelOptions& options, std::size_t n_classes) {
    learning::BoosterOptions booster;
    booster.objective = learning::Objective::softmax;
    booster.classes = static_cast<int>(n_classes);
    booster.rounds = options.rounds;
    booster.learning_rate = 0.07F;
    booster.subsample = 0.7F;
    booster.colsample_bytree = 1;
    booster.colsample_bynode = 0.5F;
    booster.min_child_weight = 5;
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

    learning::Booster boost(const Part& part, const Point& point) const {
        const std::vector<float> y(part.labels.begin(), part.labels.end());
        return learning::Booster::fit(part.X, y, {}, learning::with_point(booster, point), task);
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

/// The point of least log-loss, and what a model with it said.
struct Tried {
    Point point;
    Matrix said;
};

template <class Say>
Tried tried(const std::vector<Point>& points, const Say& say, const std::vector<ClassIndex>& labels,
            const Task& task) {
    std::map<std::string, Matrix> said;
    const auto best = best_point(
        points,
        [&](const Point& point) { return minus_loss(said[learning::to_string(point)] = say(point), labels); },
        task);
    return {best, std::move(said[learning::to_string(best)])};
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

ClassModel ClassModel::fit(const Matrix& X, std::span<const ClassIndex> labels, std::size_t n_classes,
                           std::span<const std::uint64_t> groups, const ClassModelOptions& options,
                           const Task& task) {
    const Fitter fitter{n_classes, booster_options(options, n_classes), forest_options(options), task};
    const auto split = tuning_split(X.n_rows(), groups, tuning_rows, options.seed);
    const Part train{X.rows(split.train), gather(labels, split.train)};
    const Part test{X.rows(split.test), gather(labels, split.test)};
    // What a part says of depth holds for that many rows; of more, deeper trees find more.
    std::vector<Point> depths{{{"max_depth", 7}}};
    if (X.n_rows() <= tuning_rows) depths.push_back({{"max_depth", 4}});
    const auto boosted = tried(
        depths, [&](const Point& point) { return fitter.boost(train, point).probabilities(test.X); },
        test.labels, task);
    const auto forest = tried(
        {{{"least_leaf", 3}}, {{"least_leaf", 1}}},
        [&](const Point& point) { return fitter.grow(train, point, 2).predict(test.X); }, test.labels, task);
    const auto by_logistic = fitter.regress(train).predict(test.X);

    ClassModel model;
    model.boosted_settings_ = learning::to_string(boosted.point);
    model.forest_settings_ = learning::to_string(forest.point);
    model.weights_ = best_weights({&boosted.said, &forest.said, &by_logistic}, test.labels);
    const Part all{X, {labels.begin(), labels.end()}};
    model.booster_ = fitter.boost(all, boosted.point);
    model.forest_ = fitter.grow(all, forest.point, 1);
    model.logistic_ = fitter.regress(all);
    return model;
}

Matrix ClassModel::predict(const Matrix& X) const {
    const auto by_boosting = booster_->probabilities(X);
    const auto by_forest = forest_.predict(X);
    const auto by_logistic = logistic_.predict(X);
    return pooled({&by_boosting, &by_forest, &by_logistic}, weights_);
}

std::string ClassModel::settings() const {
    return fmt::format("boosted_trees {:.2f} ({}), forest {:.2f} ({}), logistic {:.2f}", weights_[0],
                       boosted_settings_, weights_[1], forest_settings_, weights_[2]);
}

std::map<std::string, std::string> ClassModel::save() const {
    Json saved = learning::saved_model(saved_name, saved_version);
    saved["weights"] = weights_;
    saved["boosted_trees"] = boosted_settings_;
    saved["forest"] = forest_settings_;
    saved["logistic"] = logistic_.save();
    return {{"classes.json", saved.dump()}, {"boosted_trees", booster_->save()}, {"forest", forest_.save()}};
}

ClassModel ClassModel::load(const std::map<std::string, std::string>& parts) {
    const auto part = [&](const std::string& name) -> const std::string& {
        const auto found = parts.find(name);
        learning::require_intact(found != parts.end(), saved_name, "a part is absent: " + name);
        return found->second;
    };
    const Json head = Json::parse(part("classes.json"), nullptr, false);
    return learning::read_saved_model(head, saved_name, saved_version, [&](const Json& from) {
        ClassModel model;
        model.weights_ = from.at("weights").get<Weights>();
        model.boosted_settings_ = from.at("boosted_trees").get<std::string>();
        model.forest_settings_ = from.at("forest").get<std::string>();
        model.logistic_ = learning::MultinomialLogistic::load(from.at("logistic"));
        model.booster_ = learning::Booster::load(part("boosted_trees"));
        model.forest_ = learning::ClassForest::load(part("forest"));
        const auto n = model.forest_.n_classes();
        learning::require_intact(n == model.logistic_.n_classes() && n == model.booster_->n_classes() &&
                                     model.forest_.n_columns() == model.booster_->n_columns(),
                                 saved_name, "its parts do not fit each other");
        return model;
    });
}

}  // namespace attune::lab
