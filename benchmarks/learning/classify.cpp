#include "blob.h"
#include "learning/judging/folds.h"
#include "learning/judging/judge.h"
#include "learning/linear/multinomial.h"
#include "learning/neural/neural_net.h"
#include "learning/trees/booster.h"
#include "learning/trees/forest.h"
#include "tasks.h"

#include <algorithm>
#include <cmath>

namespace attune::bench {
namespace {

using namespace learning;

struct Task {
    Matrix X;
    std::vector<ClassIndex> labels;
    std::size_t n_classes = 0;
};

Matrix fit_predict(const std::string& model, const Task& task, std::span<const std::size_t> train,
                   const Matrix& X_test, const Settings& settings) {
    const auto X = task.X.rows(train);
    const auto labels = gather(task.labels, train);
    const auto threads = static_cast<int>(settings.number("threads", 2));
    if (model == "forest") {
        ForestOptions options;
        options.trees = static_cast<int>(settings.number("trees", 300));
        options.least_leaf = static_cast<int>(settings.number("least_leaf", 1));
        options.columns = static_cast<int>(settings.number("columns", 0));
        options.max_depth = static_cast<int>(settings.number("max_depth", 64));
        options.threads = threads;
        return ClassForest::fit(X, labels, task.n_classes, {}, options).predict(X_test);
    }
    if (model == "boosted") {
        BoosterOptions options;
        options.objective = Objective::softmax;
        options.classes = static_cast<int>(task.n_classes);
        options.rounds = static_cast<int>(settings.number("rounds", 200));
        options.max_depth = static_cast<int>(settings.number("max_depth", 6));
        options.learning_rate = static_cast<float>(settings.number("learning_rate", 0.1));
        options.subsample = static_cast<float>(settings.number("subsample", 0.8));
        options.colsample_bynode = static_cast<float>(settings.number("colsample_bynode", 1));
        options.colsample_bytree = static_cast<float>(settings.number("colsample_bytree", 0.8));
        options.min_child_weight = static_cast<float>(settings.number("min_child_weight", 1));
        options.lambda = static_cast<float>(settings.number("lambda", 1));
        options.threads = threads;
        const std::vector<float> y(labels.begin(), labels.end());
        return Booster::fit(X, y, {}, options).probabilities(X_test);
    }
    if (model == "net") {
        NeuralNetOptions options;
        options.dropout = static_cast<float>(settings.number("dropout", 0.1));
        return NeuralNet::fit(X, labels, task.n_classes, {}, options).predict(X_test);
    }
    if (model == "linear") return MultinomialLogistic::fit(X, labels, task.n_classes).predict(X_test);
    fail(ErrorCode::not_found, "no model '{}'; there are: forest, boosted, net, linear", model);
}

}  // namespace

void classify(const Settings& settings) {
    Task task;
    const auto X = read_blob(settings.text("X"));
    task.X = Matrix(X.n_rows, X.n_columns);
    std::ranges::transform(X.values, task.X.values().begin(), [](double x) { return static_cast<float>(x); });
    for (const double y : read_blob(settings.text("y")).values)
        task.labels.push_back(static_cast<ClassIndex>(y));
    task.n_classes = std::ranges::max(task.labels) + 1;
    std::vector<std::size_t> fold_of;
    for (const double fold : read_blob(settings.text("folds")).values)
        fold_of.push_back(static_cast<std::size_t>(fold));
    const auto model = settings.text("model");
    double seconds = 0;
    if (const double fold = settings.number("only_fold", -1); fold >= 0) {
        const auto rows = split(fold_of, static_cast<std::size_t>(fold));
        const auto X_test = task.X.rows(rows.test);
        const Stopwatch watch;
        const auto predicted = fit_predict(model, task, rows.train, X_test, settings);
        Matrix P(fold_of.size(), task.n_classes);
        for (std::size_t i = 0; i < rows.test.size(); ++i)
            std::ranges::copy(predicted.row(i), P.row(rows.test[i]).begin());
        fmt::print("{{\"seconds\": {}}}\n", watch.seconds());
        write_blob(settings.text("out"), P.n_rows(), P.n_columns(), P.values());
        return;
    }
    const auto P = judge_by_folds(fold_of, [&](std::span<const std::size_t> train, const attune::Task&) {
        return Fitted{[&, rows = std::vector<std::size_t>(train.begin(), train.end())](
                          std::span<const std::size_t> test) {
                          const auto X_test = task.X.rows(test);
                          const Stopwatch watch;
                          auto predicted = fit_predict(model, task, rows, X_test, settings);
                          seconds += watch.seconds();
                          return predicted;
                      },
                      {{"the model", SeenRows(train)}}};
    });
    write_blob(settings.text("out"), P.n_rows(), P.n_columns(), P.values());
    fmt::print("{{\"seconds\": {}}}\n", seconds);
}

}  // namespace attune::bench
