#include "lab/models/number_model.h"

#include "core/error.h"
#include "core/json_text.h"
#include "lab/models/tuning.h"
#include "learning/judging/classification.h"
#include "learning/judging/metrics.h"
#include "learning/saved_model.h"

#include <algorithm>
#include <cmath>

namespace attune::lab {
namespace {

using learning::Point;

constexpr std::string_view number_model_name = "number_model";
constexpr int number_model_version = 1;
constexpr std::size_t most_steps = 50;
// Settings are compared on so many rows: enough to tell them apart, few enough to take seconds.
constexpr std::size_t tuning_rows = 6000;

learning::BoosterOptions booster_options(const NumberModelOptions& options) {
    learning::BoosterOptions booster;
    booster.objective = learning::Objective::squared_error;
    booster.rounds = options.rounds;
    booster.learning_rate = 0.04F;
    booster.subsample = 0.7F;
    booster.colsample_bytree = 1;
    booster.colsample_bynode = 0.5F;
    booster.min_child_weight = 10;
    booster.max_bin = 64;
    booster.seed = static_cast<std::uint32_t>(options.seed & 0x7FFFFFFFU);
    return booster;
}

learning::ForestOptions forest_options(const NumberModelOptions& options, std::size_t n_columns) {
    learning::ForestOptions forest;
    forest.trees = options.trees;
    // Of a number more columns a split than of classes, as Breiman advises for regression.
    forest.columns = static_cast<int>(std::max<std::size_t>(1, n_columns / 3));
    forest.is_ordered = true;
    forest.seed = options.seed;
    return forest;
}

/// Rows of a table and what is known of them.
struct NumberPart {
    Matrix X;
    std::vector<float> y;
};

double minus_error(std::span<const float> predicted, std::span<const float> truth) {
    return -learning::mae(predicted, truth).value_or(0);
}

std::vector<float> median_of(const learning::ClassForest& forest, const Steps& steps, const Matrix& X,
                             double q) {
    return learning::quantiles_of_steps(forest.predict(X), steps.first, steps.width, q);
}

/// The two learners with their settings but for those of a point.
struct NumberFitter {
    learning::BoosterOptions booster;
    learning::ForestOptions forest;
    const Steps& steps;
    const Task& task;

    learning::Booster boost(const NumberPart& part, const learning::BoosterOptions& options) const {
        return learning::Booster::fit(part.X, part.y, {}, options, task);
    }

    learning::ClassForest grow(const NumberPart& part, const learning::ForestOptions& options) const {
        return learning::ClassForest::fit(part.X, steps.indices(part.y), steps.count, {}, options, task);
    }

    /// The point of least absolute error; of one there is nothing to try.
    template <class Say>
    Point best(const std::vector<Point>& points, const NumberPart& test, const Say& say) const {
        if (points.size() == 1) return points.front();
        return best_point(
            points, [&](const Point& point) { return minus_error(say(point), test.y); }, task);
    }

    Point best_boosting(const std::vector<Point>& points, const NumberPart& train,
                        const NumberPart& test) const {
        return best(points, test, [&](const Point& point) {
            // A third of the steps of three times the size rank depths alike.
            auto few = learning::with_point(booster, point);
            few.rounds = std::max(1, few.rounds / 3);
            few.learning_rate *= 3;
            return boost(train, few).predict(test.X);
        });
    }

    Point best_forest(const std::vector<Point>& points, const NumberPart& train,
                      const NumberPart& test) const {
        return best(points, test, [&](const Point& point) {
            auto few = learning::with_point(forest, point);
            few.trees = std::max(1, few.trees / 3);
            return median_of(grow(train, few), steps, test.X, 0.5);
        });
    }
};

}  // namespace

Steps Steps::of(std::span<const float> values) {
    const auto [least, most] = std::ranges::minmax(values);
    const double range = static_cast<double>(most) - static_cast<double>(least);
    const bool is_whole = std::ranges::all_of(values, [](float x) { return x == std::floor(x); });
    Steps steps;
    if (is_whole && range < 1e6) {
        steps.width = std::max(1.0, std::ceil((range + 1) / most_steps));
        steps.first = static_cast<double>(least) - 0.5;
        steps.count = static_cast<std::size_t>(std::floor((range + 0.5) / steps.width)) + 1;
    } else {
        steps.width = range > 0 ? range / most_steps : 1;
        steps.first = static_cast<double>(least);
        steps.count = most_steps;
    }
    return steps;
}

std::vector<learning::ClassIndex> Steps::indices(std::span<const float> values) const {
    std::vector<learning::ClassIndex> indices;
    for (const float value : values) {
        const double step = std::floor((static_cast<double>(value) - first) / width);
        indices.push_back(
            static_cast<learning::ClassIndex>(std::clamp(step, 0.0, static_cast<double>(count - 1))));
    }
    return indices;
}

NumberModel NumberModel::fit(const Matrix& X, std::span<const float> y, std::span<const std::uint64_t> groups,
                             const NumberModelOptions& options, const Task& task) {
    NumberModel model;
    model.steps_ = Steps::of(y);
    const NumberFitter fitter{booster_options(options), forest_options(options, X.n_columns()), model.steps_,
                              task};
    const auto split = tuning_split(X.n_rows(), groups, tuning_rows, options.seed);
    const NumberPart train{X.rows(split.train), gather(y, split.train)};
    const NumberPart test{X.rows(split.test), gather(y, split.test)};
    // What a part says of depth holds for that many rows; of more, deeper trees find more.
    std::vector<Point> depths{{{"max_depth", 7}}};
    if (X.n_rows() <= tuning_rows) depths.push_back({{"max_depth", 4}});
    const auto boosted = fitter.best_boosting(depths, train, test);
    const auto grown =
        fitter.best_forest({{{"least_leaf", 8}}, {{"least_leaf", 3}}, {{"least_leaf", 20}}}, train, test);
    model.boosted_settings_ = learning::to_string(boosted);
    model.forest_settings_ = learning::to_string(grown);
    const NumberPart all{X, {y.begin(), y.end()}};
    model.booster_ = fitter.boost(all, learning::with_point(fitter.booster, boosted));
    model.forest_ = fitter.grow(all, learning::with_point(fitter.forest, grown));
    return model;
}

NumberPrediction NumberModel::predict(const Matrix& X) const {
    NumberPrediction said;
    said.boosted = booster_->predict(X);
    const auto P = forest_.predict(X);
    const auto quantile = [&](double q) {
        return learning::quantiles_of_steps(P, steps_.first, steps_.width, q);
    };
    said.median = quantile(0.5);
    said.low = quantile(0.05);
    said.high = quantile(0.95);
    for (std::size_t i = 0; i < said.median.size(); ++i)
        said.value.push_back((said.boosted[i] + said.median[i]) / 2);
    return said;
}

std::map<std::string, std::string> NumberModel::save() const {
    Json saved = learning::saved_model(number_model_name, number_model_version);
    saved["first"] = steps_.first;
    saved["width"] = steps_.width;
    saved["count"] = steps_.count;
    saved["boosted_trees"] = boosted_settings_;
    saved["forest"] = forest_settings_;
    return {
        {"number.json", json_text(saved)}, {"boosted_trees", booster_->save()}, {"forest", forest_.save()}};
}

NumberModel NumberModel::load(const std::map<std::string, std::string>& parts) {
    const auto part = [&](const std::string& name) -> const std::string& {
        const auto found = parts.find(name);
        learning::require_intact(found != parts.end(), number_model_name, "a part is absent: " + name);
        return found->second;
    };
    const Json head = Json::parse(part("number.json"), nullptr, false);
    return learning::read_saved_model(head, number_model_name, number_model_version, [&](const Json& from) {
        NumberModel model;
        model.steps_ = {from.at("first"), from.at("width"), from.at("count")};
        model.boosted_settings_ = from.at("boosted_trees").get<std::string>();
        model.forest_settings_ = from.at("forest").get<std::string>();
        model.booster_ = learning::Booster::load(part("boosted_trees"));
        model.forest_ = learning::ClassForest::load(part("forest"));
        learning::require_intact(model.forest_.n_classes() == model.steps_.count && model.steps_.width > 0 &&
                                     model.forest_.n_columns() == model.booster_->n_columns(),
                                 number_model_name, "its parts do not fit each other");
        return model;
    });
}

}  // namespace attune::lab
