#include "taste/stage_model.h"

#include "core/error.h"
#include "core/json.h"
#include "core/json_text.h"
#include "core/parallel.h"
#include "learning/choosing/search.h"
#include "learning/choosing/selection.h"
#include "learning/judging/folds.h"
#include "learning/judging/metrics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace attune::taste {
namespace {

constexpr std::size_t n_members = 3;
constexpr int stage_format_version = 1;
// Deeper trees cost four times the time for the same answers out of fold.
constexpr int forest_depth = 8;

learning::BoosterOptions default_booster(const StageOptions& options, std::size_t n_rows) {
    learning::BoosterOptions booster;
    booster.objective = options.objective;
    booster.rounds = n_rows < 300 ? 60 : 150;
    booster.max_depth = n_rows < 300 ? 2 : 4;
    booster.learning_rate = 0.05F;
    booster.subsample = 0.7F;
    booster.colsample_bytree = 0.5F;
    booster.min_child_weight = options.objective == learning::Objective::logistic ? 1 : 4;
    booster.lambda = 4;
    booster.seed = static_cast<std::uint32_t>(options.seed & 0x7FFFFFFF);
    return booster;
}

learning::BoosterOptions forest_of(const StageOptions& options) {
    auto forest = learning::forest_options(options.objective, options.forest_trees);
    forest.max_depth = forest_depth;
    forest.seed = static_cast<std::uint32_t>(options.seed & 0x7FFFFFFF);
    return forest;
}

learning::Metric metric_of(learning::Objective objective) {
    if (objective == learning::Objective::logistic) return learning::auc;
    return learning::spearman;
}

/// An L2 penalty that grows with the table: with few rows the linear member must not fit them.
learning::LinearOptions linear_options(std::size_t n_rows) {
    learning::LinearOptions linear;
    linear.l2 = n_rows < 300 ? 20.0F : 50.0F;
    return linear;
}

}  // namespace

StageModel::Fold StageModel::fit_fold(const learning::Examples& examples, std::span<const std::size_t> rows,
                                      const StageOptions& options, const Task& task) const {
    const Matrix X = examples.X.rows(rows);
    const auto y = gather(examples.y, rows);
    const auto weights = examples.weights.empty() ? std::vector<float>() : gather(examples.weights, rows);
    const auto linear = linear_options(rows.size());
    return {learning::Booster::fit(X, y, weights, booster_options_, task),
            learning::Booster::fit(X, y, weights, forest_of(options), task),
            options.objective == learning::Objective::logistic
                ? Linear(learning::LogisticRegression::fit(X, y, weights, linear))
                : Linear(learning::RidgeRegression::fit(X, y, weights, linear))};
}

std::vector<std::vector<float>> StageModel::member_margins(const Fold& fold, const Matrix& X) const {
    std::vector<std::vector<float>> margins;
    margins.push_back(fold.boosted.margins(X));
    margins.push_back(fold.forest.margins(X));
    margins.push_back(std::visit(
        [&](const auto& model) {
            if constexpr (requires { model.margins(X); }) {
                return model.margins(X);
            } else {
                return model.predict(X);
            }
        },
        fold.linear));
    return margins;
}

std::vector<float> StageModel::blend(const Fold& fold, const Matrix& X) const {
    std::vector<float> blended(X.n_rows(), 0);
    const auto margins = member_margins(fold, X);
    for (std::size_t m = 0; m < n_members; ++m) {
        for (std::size_t i = 0; i < blended.size(); ++i)
            blended[i] += static_cast<float>(scales_[m].standardised(margins[m][i]) / n_members);
    }
    return blended;
}

void StageModel::choose(const learning::Examples& examples, std::span<const std::uint64_t> groups,
                        const StageOptions& options, const Task& task) {
    const auto folds = static_cast<std::size_t>(options.folds);
    columns_ = learning::informative_columns(examples.X);
    booster_options_ = default_booster(options, examples.X.n_rows());
    if (options.selected_columns > 0) {
        columns_ = learning::select_columns(examples, learning::grouped_k_folds(groups, folds, options.seed),
                                            booster_options_,
                                            static_cast<std::size_t>(options.selected_columns), task);
    }
    if (options.search_trials == 0) return;
    const Matrix X = examples.X.columns(columns_);
    // Three folds tell settings apart as well as five do, in half the time.
    const auto search_folds =
        learning::grouped_k_folds(groups, std::min<std::size_t>(3, folds), options.seed);
    booster_options_ =
        learning::search_booster({X, examples.y, examples.weights}, search_folds, booster_options_,
                                 static_cast<std::size_t>(options.search_trials),
                                 metric_of(options.objective), task)
            .best;
}

StageModel StageModel::fit(const learning::Examples& examples, std::span<const std::uint64_t> groups,
                           const StageOptions& options, const Task& task) {
    StageModel model;
    model.n_columns_ = examples.X.n_columns();
    model.choose(examples, groups, options, task);
    const Matrix X = examples.X.columns(model.columns_);
    const auto fold_of =
        learning::grouped_k_folds(groups, static_cast<std::size_t>(options.folds), options.seed);
    std::vector<std::vector<float>> said(n_members, std::vector<float>(X.n_rows(), 0));
    for (std::size_t f = 0; f < learning::n_folds(fold_of); ++f) {
        task.report("learning your taste", f, learning::n_folds(fold_of));
        const auto rows = learning::split(fold_of, f);
        model.folds_.push_back(model.fit_fold({X, examples.y, examples.weights}, rows.train, options, task));
        const auto margins = model.member_margins(model.folds_.back(), X.rows(rows.test));
        for (std::size_t m = 0; m < n_members; ++m) {
            for (std::size_t i = 0; i < rows.test.size(); ++i) said[m][rows.test[i]] = margins[m][i];
        }
    }
    model.out_of_fold_.assign(X.n_rows(), 0);
    for (const auto& margins : said) {
        const Moments scale = moments_of(margins);
        for (std::size_t i = 0; i < margins.size(); ++i)
            model.out_of_fold_[i] += static_cast<float>(scale.standardised(margins[i]) / n_members);
        model.scales_.push_back(scale);
    }
    return model;
}

Matrix StageModel::fold_margins(const Matrix& X) const {
    require(X.n_columns() == n_columns_, "X must have {} columns, got {}", n_columns_, X.n_columns());
    const Matrix used = X.columns(columns_);
    Matrix margins(X.n_rows(), folds_.size());
    for (std::size_t f = 0; f < folds_.size(); ++f) {
        const auto blended = blend(folds_[f], used);
        for (std::size_t i = 0; i < blended.size(); ++i) margins(i, f) = blended[i];
    }
    return margins;
}

std::vector<float> StageModel::margins(const Matrix& X) const {
    const Matrix by_fold = fold_margins(X);
    std::vector<float> margins;
    for (std::size_t i = 0; i < by_fold.n_rows(); ++i) {
        const auto row = by_fold.row(i);
        margins.push_back(std::accumulate(row.begin(), row.end(), 0.0F) / static_cast<float>(row.size()));
    }
    return margins;
}

std::vector<float> StageModel::coarse_margins(const Matrix& X) const {
    require(X.n_columns() == n_columns_, "X must have {} columns, got {}", n_columns_, X.n_columns());
    return blend(folds_.front(), X.columns(columns_));
}

Matrix StageModel::contributions(const Matrix& X, std::size_t threads) const {
    require(X.n_columns() == n_columns_, "X must have {} columns, got {}", n_columns_, X.n_columns());
    const Matrix used = X.columns(columns_);
    // The folds' models know nothing of each other; they are added in their order, whoever came first.
    std::vector<std::array<Matrix, n_members>> of_folds(folds_.size());
    parallel_for(folds_.size(), threads, [&](std::size_t f) {
        of_folds[f] = {
            folds_[f].boosted.contributions(used), folds_[f].forest.contributions(used),
            std::visit([&](const auto& linear) { return linear.contributions(used); }, folds_[f].linear)};
    });
    Matrix sums(X.n_rows(), n_columns_ + 1);
    for (const auto& parts : of_folds) {
        for (std::size_t m = 0; m < n_members; ++m) {
            const double share =
                1.0 / (static_cast<double>(n_members * folds_.size()) * scales_[m].deviation);
            for (std::size_t i = 0; i < X.n_rows(); ++i) {
                for (std::size_t c = 0; c < columns_.size(); ++c)
                    sums(i, columns_[c]) += static_cast<float>(share * parts[m](i, c));
                sums(i, n_columns_) +=
                    static_cast<float>(share * (parts[m](i, columns_.size()) - scales_[m].mean));
            }
        }
    }
    return sums;
}

std::map<std::string, std::string> StageModel::save() const {
    Json head{{"model", "stage"},    {"version", stage_format_version}, {"n_columns", n_columns_},
              {"columns", columns_}, {"n_folds", folds_.size()},        {"scales", Json::array()}};
    for (const auto& scale : scales_) head["scales"].push_back(to_json(scale));
    std::map<std::string, std::string> blobs;
    for (std::size_t f = 0; f < folds_.size(); ++f) {
        blobs[fmt::format("fold{}.boosted", f)] = folds_[f].boosted.save();
        blobs[fmt::format("fold{}.forest", f)] = folds_[f].forest.save();
        const bool is_logistic = std::holds_alternative<learning::LogisticRegression>(folds_[f].linear);
        head["logistic"] = is_logistic;
        blobs[fmt::format("fold{}.linear", f)] =
            std::visit([](const auto& linear) { return json_text(linear.save()); }, folds_[f].linear);
    }
    blobs["head"] = json_text(head);
    return blobs;
}

StageModel StageModel::load(const std::map<std::string, std::string>& blobs) {
    try {
        const Json head = Json::parse(blobs.at("head"));
        if (head.at("model") != "stage" || head.at("version") != stage_format_version)
            fail(ErrorCode::corrupt_data, "a stage model of version {} is needed, this is version {}",
                 stage_format_version, json_text(head.at("version")));
        StageModel model;
        model.n_columns_ = head.at("n_columns");
        model.columns_ = head.at("columns").get<std::vector<std::size_t>>();
        for (const auto& scale : head.at("scales")) model.scales_.push_back(moments_from(scale));
        for (std::size_t f = 0; f < head.at("n_folds").get<std::size_t>(); ++f) {
            const Json linear = Json::parse(blobs.at(fmt::format("fold{}.linear", f)));
            model.folds_.push_back({learning::Booster::load(blobs.at(fmt::format("fold{}.boosted", f))),
                                    learning::Booster::load(blobs.at(fmt::format("fold{}.forest", f))),
                                    head.at("logistic").get<bool>()
                                        ? Linear(learning::LogisticRegression::load(linear))
                                        : Linear(learning::RidgeRegression::load(linear))});
        }
        if (model.scales_.size() != n_members || model.folds_.empty())
            fail(ErrorCode::corrupt_data, "a stage model has no folds");
        return model;
    } catch (const Json::exception& error) {
        fail(ErrorCode::corrupt_data, "a stage model cannot be read: {}", error.what());
    } catch (const std::out_of_range&) {
        fail(ErrorCode::corrupt_data, "a part of a stage model is missing");
    }
}

}  // namespace attune::taste
