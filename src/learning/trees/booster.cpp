#include "learning/trees/booster.h"

#include "core/hash.h"
#include "core/json.h"

#include <xgboost/c_api.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <mutex>
#include <numeric>
#include <utility>

namespace attune::learning {
namespace {

/// Throws what XGBoost complains about; its message goes on with a stack trace, which is left out.
void check(int status, ErrorCode code = ErrorCode::invalid_argument) {
    if (status == 0) return;
    std::string_view message = XGBGetLastError();
    if (const auto place = message.find("] "); message.starts_with('[') && place != std::string_view::npos) {
        message.remove_prefix(place + 2);
    }
    fail(code, "boosted trees: {}", message.substr(0, message.find('\n')));
}

/// Owns a handle of XGBoost.
template <int (*Free)(void*)>
class Handle {
  public:
    Handle() = default;
    Handle(Handle&& other) noexcept : raw_(std::exchange(other.raw_, nullptr)) {}
    Handle& operator=(Handle&&) = delete;
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() {
        if (raw_ != nullptr) Free(raw_);
    }

    void* get() const noexcept { return raw_; }
    void** out() noexcept { return &raw_; }

  private:
    void* raw_ = nullptr;
};

using Data = Handle<XGDMatrixFree>;
using Trees = Handle<XGBoosterFree>;

void be_silent() { check(XGBSetGlobalConfig(R"({"verbosity": 0})")); }

Data to_data(const Matrix& X, int threads) {
    Data data;
    check(XGDMatrixCreateFromMat_omp(X.values().data(), X.n_rows(), X.n_columns(), missing, data.out(),
                                     threads));
    return data;
}

Trees make_trees(const Data* data) {
    Trees trees;
    void* const handle = data == nullptr ? nullptr : data->get();
    check(XGBoosterCreate(&handle, data == nullptr ? 0 : 1, trees.out()));
    return trees;
}

void require_rows(const Matrix& X, std::span<const float> y, std::span<const float> weights) {
    require(!X.empty(), "a table to learn from must have rows and columns, got {} x {}", X.n_rows(),
            X.n_columns());
    require(y.size() == X.n_rows(), "y must have {} values, one a row, got {}", X.n_rows(), y.size());
    require(weights.empty() || weights.size() == y.size(), "weights must be empty or have {} values, got {}",
            y.size(), weights.size());
    for (const float x : X.values()) require(!std::isinf(x), "a value must be finite or missing, got {}", x);
    for (const float w : weights) require(std::isfinite(w) && w >= 0, "a weight must be >= 0, got {}", w);
}

void require_targets(std::span<const float> y, const BoosterOptions& options) {
    const bool logistic = options.objective == Objective::logistic;
    const bool softmax = options.objective == Objective::softmax;
    for (const float target : y) {
        require(std::isfinite(target), "a target must be finite, got {}", target);
        require(!logistic || (target >= 0 && target <= 1), "a label must be in [0, 1], got {}", target);
        require(!softmax || (target >= 0 && target < static_cast<float>(options.classes) &&
                             target == std::floor(target)),
                "a class must be a whole number in [0, {}), got {}", options.classes, target);
    }
}

const char* name_of(Objective objective) {
    switch (objective) {
        case Objective::logistic: return "binary:logistic";
        case Objective::squared_error: return "reg:squarederror";
        case Objective::softmax: return "multi:softprob";
    }
    return "";
}

/// Where boosting starts: the weighted mean of y. XGBoost 1.7 itself would start at 0.5 whatever y is, and
/// few or small steps would not get from there to the mean. One number for all classes of softmax says
/// nothing.
double base_score(std::span<const float> y, std::span<const float> weights, const BoosterOptions& options) {
    if (options.objective == Objective::softmax) return 0.5;
    const bool logistic = options.objective == Objective::logistic;
    double sum = 0;
    double total = 0;
    for (std::size_t i = 0; i < y.size(); ++i) {
        const double positive = logistic && y[i] == 1 ? options.scale_pos_weight : 1;
        const double weight = (weights.empty() ? 1.0 : weights[i]) * positive;
        sum += weight * y[i];
        total += weight;
    }
    if (total <= 0) return logistic ? 0.5 : 0;
    // Of one class alone the log-odds would be infinite.
    return logistic ? std::clamp(sum / total, 0.001, 0.999) : sum / total;
}

std::vector<std::pair<const char*, std::string>> parameters_of(const BoosterOptions& options, double base) {
    const auto text = [](auto value) { return fmt::format("{}", value); };
    return {{"verbosity", "0"},
            {"booster", "gbtree"},
            {"objective", name_of(options.objective)},
            {"tree_method", options.tree_method == TreeMethod::exact ? "exact" : "hist"},
            {"max_depth", text(options.max_depth)},
            {"learning_rate", text(options.learning_rate)},
            {"subsample", text(options.subsample)},
            {"colsample_bytree", text(options.colsample_bytree)},
            {"colsample_bynode", text(options.colsample_bynode)},
            {"min_child_weight", text(options.min_child_weight)},
            {"lambda", text(options.lambda)},
            {"alpha", text(options.alpha)},
            {"num_parallel_tree", text(options.num_parallel_tree)},
            {"max_bin", text(options.max_bin)},
            {"scale_pos_weight", text(options.scale_pos_weight)},
            {"base_score", text(static_cast<float>(base))},
            {"seed", text(options.seed)},
            // The generator of XGBoost belongs to the thread, not to the model; this makes each round start
            // from (seed, round), whatever ran on the thread before.
            {"seed_per_iteration", "1"},
            {"nthread", text(options.threads)}};
}

/// What XGBoost's predict gives, by the "type" of its configuration.
enum class Output { prediction = 0, margin = 1, contributions = 2 };

constexpr std::string_view file_mark = "attune-booster 1\n";

}  // namespace

struct Booster::Model {
    Model(Trees&& t, int n) : trees(std::move(t)), threads(n) {}

    /// All numbers that XGBoost gives for X, row after row.
    std::vector<float> predict(const Matrix& X, Output output) const {
        const std::scoped_lock turn(mutex);
        const auto data = to_data(X, threads);
        const auto config = fmt::format(R"({{"type": {}, "training": false, "iteration_begin": 0, )"
                                        R"("iteration_end": 0, "strict_shape": true}})",
                                        static_cast<int>(output));
        const bst_ulong* shape = nullptr;
        bst_ulong n_dimensions = 0;
        const float* values = nullptr;
        check(XGBoosterPredictFromDMatrix(trees.get(), data.get(), config.c_str(), &shape, &n_dimensions,
                                          &values));
        const auto size = std::accumulate(shape, shape + n_dimensions, std::size_t{1}, std::multiplies<>());
        return {values, values + size};
    }

    Trees trees;
    /// What objectives of several classes have more than one of: margins a row.
    std::size_t margins_a_row() const { return predict(Matrix(1, n_columns), Output::margin).size(); }

    std::size_t n_columns = 0;
    std::size_t n_classes = 1;
    int threads = 1;
    // Predicting writes to buffers of the handle.
    mutable std::mutex mutex;
};

BoosterOptions forest_options(Objective objective, int n_trees) {
    BoosterOptions options;
    options.objective = objective;
    options.rounds = 1;
    options.max_depth = 12;
    options.learning_rate = 1;
    // The share of distinct rows in a draw with replacement is 1 - 1/e.
    options.subsample = 0.632F;
    options.colsample_bytree = 1;
    options.colsample_bynode = 0.4F;
    options.lambda = 0;
    options.num_parallel_tree = n_trees;
    return options;
}

Booster::Booster(std::shared_ptr<const Model> model) : model_(std::move(model)) {}

Booster Booster::fit(const Matrix& X, std::span<const float> y, std::span<const float> weights,
                     const BoosterOptions& options, const Task& task) {
    check_ranges(options);
    require_rows(X, y, weights);
    require_targets(y, options);
    be_silent();
    const auto data = to_data(X, options.threads);
    check(XGDMatrixSetFloatInfo(data.get(), "label", y.data(), y.size()));
    if (!weights.empty()) check(XGDMatrixSetFloatInfo(data.get(), "weight", weights.data(), weights.size()));

    auto trees = make_trees(&data);
    auto parameters = parameters_of(options, base_score(y, weights, options));
    if (options.objective == Objective::softmax)
        parameters.emplace_back("num_class", fmt::format("{}", options.classes));
    for (const auto& [name, value] : parameters) check(XGBoosterSetParam(trees.get(), name, value.c_str()));
    for (int round = 0; round < options.rounds; ++round) {
        task.report("growing trees", static_cast<std::size_t>(round),
                    static_cast<std::size_t>(options.rounds));
        check(XGBoosterUpdateOneIter(trees.get(), round, data.get()));
    }
    auto model = std::make_shared<Model>(std::move(trees), options.threads);
    model->n_columns = X.n_columns();
    model->n_classes =
        options.objective == Objective::softmax ? static_cast<std::size_t>(options.classes) : 1;
    return Booster(std::move(model));
}

std::vector<float> Booster::predict(const Matrix& X) const {
    if (X.n_rows() == 0) return {};
    require(X.n_columns() == n_columns(), "X must have {} columns, got {}", n_columns(), X.n_columns());
    return model_->predict(X, Output::prediction);
}

Matrix Booster::probabilities(const Matrix& X) const {
    const auto values = predict(X);
    const auto k = n_classes();
    if (k > 1) {
        Matrix P(X.n_rows(), k);
        std::ranges::copy(values, P.values().begin());
        return P;
    }
    Matrix P(X.n_rows(), 2);
    for (std::size_t row = 0; row < values.size(); ++row) {
        require(values[row] >= 0 && values[row] <= 1, "a model of numbers has no probabilities; got {}",
                values[row]);
        P(row, 0) = 1 - values[row];
        P(row, 1) = values[row];
    }
    return P;
}

std::vector<float> Booster::margins(const Matrix& X) const {
    if (X.n_rows() == 0) return {};
    require(X.n_columns() == n_columns(), "X must have {} columns, got {}", n_columns(), X.n_columns());
    return model_->predict(X, Output::margin);
}

Matrix Booster::contributions(const Matrix& X) const {
    Matrix parts(X.n_rows() * n_classes(), n_columns() + 1);
    if (X.n_rows() == 0) return parts;
    require(X.n_columns() == n_columns(), "X must have {} columns, got {}", n_columns(), X.n_columns());
    std::ranges::copy(model_->predict(X, Output::contributions), parts.values().begin());
    return parts;
}

std::vector<float> Booster::gain_importance() const {
    const std::scoped_lock turn(model_->mutex);
    bst_ulong n_used = 0;
    const char** names = nullptr;
    bst_ulong n_dimensions = 0;
    const bst_ulong* shape = nullptr;
    const float* gains = nullptr;
    check(XGBoosterFeatureScore(model_->trees.get(), R"({"importance_type": "total_gain"})", &n_used, &names,
                                &n_dimensions, &shape, &gains));
    const double total = std::accumulate(gains, gains + n_used, 0.0);
    std::vector<float> share(n_columns(), 0.0F);
    for (std::size_t i = 0; i < n_used && total > 0; ++i) {
        // Columns have no names of their own: XGBoost calls them f0, f1, ...
        const std::string_view name = names[i];
        std::size_t column = share.size();
        std::from_chars(name.data() + 1, name.data() + name.size(), column);
        share.at(column) = static_cast<float>(gains[i] / total);
    }
    return share;
}

std::size_t Booster::n_columns() const { return model_->n_columns; }

std::size_t Booster::n_classes() const { return model_->n_classes; }

std::string Booster::save() const {
    const std::scoped_lock turn(model_->mutex);
    bst_ulong size = 0;
    const char* bytes = nullptr;
    check(XGBoosterSaveModelToBuffer(model_->trees.get(), R"({"format": "ubj"})", &size, &bytes));
    const std::string_view body(bytes, size);
    return fmt::format("{}{:016x}\n", file_mark, stable_hash(body)) + std::string(body);
}

Booster Booster::load(std::string_view bytes) {
    const auto head = file_mark.size() + 17;
    if (bytes.size() <= head || !bytes.starts_with(file_mark)) {
        fail(ErrorCode::corrupt_data, "not a saved booster of version 1");
    }
    // XGBoost trusts the bytes of a model; damaged ones must not reach it.
    const auto body = bytes.substr(head);
    if (bytes.substr(file_mark.size(), 17) != fmt::format("{:016x}\n", stable_hash(body))) {
        fail(ErrorCode::corrupt_data, "saved booster: the checksum does not match");
    }
    be_silent();
    auto trees = make_trees(nullptr);
    check(XGBoosterLoadModelFromBuffer(trees.get(), body.data(), body.size()), ErrorCode::corrupt_data);
    check(XGBoosterSetParam(trees.get(), "nthread", "1"));
    auto model = std::make_shared<Model>(std::move(trees), 1);
    bst_ulong n_columns = 0;
    check(XGBoosterGetNumFeature(model->trees.get(), &n_columns), ErrorCode::corrupt_data);
    model->n_columns = n_columns;
    model->n_classes = model->margins_a_row();
    return Booster(std::move(model));
}

}  // namespace attune::learning
