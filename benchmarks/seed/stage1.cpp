// The first stage of the seed on its own files: its likeability rebuilt, then playlist and likeability predicted from
// its 195 columns. Usage: seed_stage1 [number of seeds, default 5] [threads, default all cores] [task: random, artist or
// likeability; default all]

#include "core/error.h"
#include "core/hash.h"
#include "core/parallel.h"
#include "kernel_ridge.h"
#include "learning/judging/folds.h"
#include "learning/judging/metrics.h"
#include "learning/linear/linear.h"
#include "learning/trees/booster.h"
#include "likeability_rebuild.h"
#include "trial.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <numeric>
#include <string_view>

namespace attune::seed {
namespace {

constexpr std::size_t n_names = 2;
constexpr std::size_t n_sound = 11;
constexpr std::size_t n_folds = 10;

struct Stage1 {
    Matrix X;  ///< 195 columns, then the logarithm of how many rows have the same genres
    std::vector<float> playlist;
    std::vector<float> likeability;
    std::vector<std::uint64_t> artists;

    std::size_t n_given() const { return X.n_columns() - 1; }
    std::size_t alike() const { return X.n_columns() - 1; }
};

/// Three features pile up near 0 by nature; their logarithm spreads them. The offsets are the size at which a value
/// stops to say anything.
float spread(std::string_view column, double value) {
    if (column == "speechiness") return static_cast<float>(std::log(value + 1e-2));
    if (column == "acousticness") return static_cast<float>(std::log10(value + 1e-3));
    if (column == "instrumentalness") return static_cast<float>(std::log10(value + 1e-4));
    return static_cast<float>(value);
}

/// For each row the logarithm of the number of rows with the very same genres, its own included: nearly the number of
/// tracks of its artist in the history. It looks at inputs alone, of all rows: which tracks a person has played is
/// known before anything is predicted. Rows without genres get the mean.
std::vector<float> log_alike(const Matrix& X) {
    std::map<std::vector<float>, std::size_t> n_of;
    const auto genres_of = [&](std::size_t row) {
        const auto genres = X.row(row).subspan(n_sound);
        return std::vector<float>(genres.begin(), genres.end());
    };
    for (std::size_t row = 0; row < X.n_rows(); ++row) ++n_of[genres_of(row)];
    const std::vector<float> none(X.n_columns() - n_sound, 0);
    std::vector<float> counts;
    double sum = 0;
    double n = 0;
    for (std::size_t row = 0; row < X.n_rows(); ++row) {
        const auto genres = genres_of(row);
        counts.push_back(genres == none ? missing : std::log(static_cast<float>(n_of[genres])));
        if (is_missing(counts.back())) continue;
        sum += counts.back();
        n += 1;
    }
    for (float& count : counts) {
        if (is_missing(count)) count = static_cast<float>(sum / n);
    }
    return counts;
}

std::vector<float> column_of(const CsvTable& table) {
    std::vector<float> values;
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        values.push_back(static_cast<float>(table.number(row, 0).value()));
    return values;
}

Stage1 stage1_of(const CsvTable& X, const CsvTable& y_playlist, const CsvTable& y_score) {
    Stage1 stage{
        Matrix(X.rows.size(), X.columns.size() - n_names), column_of(y_playlist), column_of(y_score), {}};
    for (std::size_t row = 0; row < X.rows.size(); ++row) {
        stage.artists.push_back(stable_hash(X.rows[row][0]));
        for (std::size_t c = n_names; c < X.columns.size(); ++c)
            stage.X(row, c - n_names) = spread(X.columns[c], X.number(row, c).value());
    }
    const auto alike = log_alike(stage.X);
    Matrix with_alike(stage.X.n_rows(), stage.X.n_columns() + 1);
    for (std::size_t row = 0; row < stage.X.n_rows(); ++row) {
        std::ranges::copy(stage.X.row(row), with_alike.row(row).begin());
        with_alike(row, stage.X.n_columns()) = alike[row];
    }
    stage.X = std::move(with_alike);
    return stage;
}

std::vector<std::size_t> columns_between(std::size_t begin, std::size_t end) {
    std::vector<std::size_t> columns(end - begin);
    std::iota(columns.begin(), columns.end(), begin);
    return columns;
}

/// Genres and sound, alone and together; `with_alike` adds a third block.
KernelRidgeOptions kernel_options(const Stage1& stage, bool with_alike) {
    KernelRidgeOptions options;
    options.blocks = {{columns_between(n_sound, stage.n_given()), 0.6F, false},
                      {columns_between(0, n_sound), 0.3F, true}};
    options.terms = {{0.3F, {0}}, {0.4F, {0, 1}}, {0.3F, {1}}};
    options.ridge = 2;
    if (!with_alike) return options;
    options.blocks.push_back({{stage.alike()}, 0.5F, true});
    options.terms.push_back({0.3F, {2}});
    options.ridge = 3;
    return options;
}

Learner kernel_learner(const Stage1& stage, bool with_alike) {
    return [&stage, options = kernel_options(stage, with_alike)](auto train, auto y, auto test) {
        Matrix Y(y.size(), 1);
        std::ranges::copy(y, Y.values().begin());
        const auto model = KernelRidge::fit(stage.X.rows(train), Y, options);
        const auto predicted = model.predict(stage.X.rows(test));
        return std::vector<float>(predicted.values().begin(), predicted.values().end());
    };
}

/// A table of some rows: the 195 columns, or all.
Matrix table_of(const Stage1& stage, std::span<const std::size_t> rows, bool with_alike) {
    return stage.X.rows(rows).columns(columns_between(0, stage.n_given() + (with_alike ? 1 : 0)));
}

template <class Model>
Learner linear_learner(const Stage1& stage) {
    learning::LinearOptions options;
    options.l2 = 100;
    return [&stage, options](auto train, auto y, auto test) {
        return Model::fit(table_of(stage, train, false), y, {}, options)
            .predict(table_of(stage, test, false));
    };
}

Learner tree_learner(const Stage1& stage, const learning::BoosterOptions& options, bool with_alike = false) {
    return [&stage, options, with_alike](auto train, auto y, auto test) {
        return learning::Booster::fit(table_of(stage, train, with_alike), y, {}, options)
            .margins(table_of(stage, test, with_alike));
    };
}

/// Deep trees that see a tenth of the columns at a split: most columns are rare genres. On 0/1 targets squared error
/// makes leaves the share of positives, which averages better than log-odds.
learning::BoosterOptions forest() {
    auto options = learning::forest_options(learning::Objective::squared_error, 300);
    options.max_depth = 14;
    options.colsample_bynode = 0.1F;
    options.subsample = 0.8F;
    options.min_child_weight = 2;
    return options;
}

learning::BoosterOptions boosting(learning::Objective objective) {
    learning::BoosterOptions options;
    options.objective = objective;
    options.max_depth = 5;
    options.learning_rate = 0.04F;
    options.subsample = 0.6F;
    options.colsample_bytree = 0.3F;
    options.min_child_weight = 5;
    options.lambda = 3;
    return options;
}

struct Task {
    std::string name;
    std::string metric_name;
    Metric metric;
    const std::vector<float>* y;
    bool by_artist;
    double gate;
    learning::Objective objective;
};

std::vector<Folds> folds_of(const Stage1& stage, const Task& task, std::size_t n_seeds) {
    std::vector<Folds> folds;
    for (std::uint64_t seed = 1; seed <= n_seeds; ++seed)
        folds.push_back(task.by_artist ? learning::grouped_k_folds(stage.artists, n_folds, seed)
                                       : learning::k_folds(stage.X.n_rows(), n_folds, seed));
    return folds;
}

/// Measures one task with every model and prints a row for each as soon as it is known.
class Measurement {
  public:
    Measurement(const Stage1& stage, const Task& task, std::size_t n_seeds, std::size_t threads)
        : task_(task), folds_(folds_of(stage, task, n_seeds)), threads_(threads) {
        fmt::print("\n{}, {} folds, {} x {} seeds (gate {:.2f})\n", task.name,
                   task.by_artist ? "by artist" : "random", task.metric_name, n_seeds, task.gate);
    }

    void add(const std::string& model, const Learner& learner) {
        auto& predictions = predictions_[model];
        for (const auto& folds : folds_)
            predictions.push_back(predict_folds(learner, *task_.y, folds, threads_));
        print(model, predictions);
    }

    void add_blend(const std::string& model, const std::vector<std::string>& parts) {
        std::vector<std::vector<float>> blended;
        for (std::size_t seed = 0; seed < folds_.size(); ++seed) {
            std::vector<std::vector<float>> predictions;
            for (const auto& part : parts) predictions.push_back(predictions_.at(part)[seed]);
            blended.push_back(blend(predictions, folds_[seed]));
        }
        print(model, blended);
    }

  private:
    void print(const std::string& model, const std::vector<std::vector<float>>& predictions) const {
        std::vector<double> values;
        for (std::size_t seed = 0; seed < folds_.size(); ++seed)
            values.push_back(mean_over_folds(task_.metric, predictions[seed], *task_.y, folds_[seed]));
        const double mean =
            std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
        fmt::print("  {:<45} {} {}\n", model, over_seeds(values), mean >= task_.gate ? "reached" : "");
        std::fflush(stdout);
    }

    const Task& task_;
    std::vector<Folds> folds_;
    std::size_t threads_;
    std::map<std::string, std::vector<std::vector<float>>> predictions_;
};

void measure(const Stage1& stage, const Task& task, std::size_t n_seeds, std::size_t threads) {
    Measurement measurement(stage, task, n_seeds, threads);
    const bool is_class = task.objective == learning::Objective::logistic;
    measurement.add("kernel ridge + rows alike", kernel_learner(stage, true));
    measurement.add("kernel ridge", kernel_learner(stage, false));
    measurement.add("forest of 300", tree_learner(stage, forest()));
    measurement.add("forest of 300 + rows alike", tree_learner(stage, forest(), true));
    measurement.add("boosting", tree_learner(stage, boosting(task.objective)));
    measurement.add(is_class ? "logistic" : "ridge", is_class
                                                         ? linear_learner<learning::LogisticRegression>(stage)
                                                         : linear_learner<learning::RidgeRegression>(stage));
    measurement.add_blend(
        "blend: 2 kernel ridge, 1 forest, + rows alike",
        {"kernel ridge + rows alike", "kernel ridge + rows alike", "forest of 300 + rows alike"});
}

/// Says how the outcome was rebuilt; false if it was not.
bool say(const Rebuild& rebuild) {
    fmt::print(
        "likeability: {} plays; {} tracks, {} of them without a duration (left out), {} with a sum of 0\n",
        rebuild.n_plays, rebuild.n_tracks, rebuild.n_without_duration, rebuild.n_zero_sums);
    fmt::print(
        "  {} of {} rows join one to one by (artist, track); {} rebuilt to 1e-6, largest difference {:.1e}\n",
        rebuild.n_one_to_one, rebuild.n_rows, rebuild.n_one_to_one_equal, rebuild.largest_difference);
    fmt::print(
        "  the other {} rows share {} names: the seed joined by Spotify id, and an id with two names took "
        "the "
        "scores of both;\n  {} carry their own score, {} that of the other name, {} are unexplained\n",
        rebuild.n_rows - rebuild.n_one_to_one, rebuild.n_repeated_names, rebuild.n_own_score,
        rebuild.n_namesake_score, rebuild.n_unexplained);
    std::fflush(stdout);
    return rebuild.n_one_to_one_equal == rebuild.n_one_to_one && rebuild.n_unexplained == 0;
}

int run(std::size_t n_seeds, std::size_t threads, std::string_view only) {
    const auto folder = data_directory() / "seed_stage1";
    if (!has_data(folder)) return 0;
    const auto X = read_csv(folder / "X.csv");
    const auto y_score = read_csv(folder / "y_score.csv");
    if (!say(rebuild_likeability(read_csv(folder / "streaming_history.csv"),
                                 read_csv(folder / "track_features.csv"), X, y_score)))
        return 1;
    const auto stage = stage1_of(X, read_csv(folder / "y_playlist.csv"), y_score);
    fmt::print("{} rows, {} columns, {} in a playlist (baseline AUC 0.5, likeability Spearman 0)\n",
               stage.X.n_rows(), stage.n_given(), std::ranges::count(stage.playlist, 1.0F));
    const Metric auc = [](auto p, auto y) { return learning::auc(p, y); };
    const Metric spearman = [](auto p, auto y) { return learning::spearman(p, y); };
    using enum learning::Objective;
    const std::map<std::string_view, Task> tasks{
        {"random", {"playlist", "AUC", auc, &stage.playlist, false, 0.73, logistic}},
        {"artist", {"playlist", "AUC", auc, &stage.playlist, true, 0.69, logistic}},
        {"likeability",
         {"likeability", "Spearman", spearman, &stage.likeability, false, 0.35, squared_error}}};
    if (!only.empty())
        require(tasks.contains(only), "a task must be random, artist or likeability, got {}", only);
    for (const auto& [name, task] : tasks) {
        if (only.empty() || only == name) measure(stage, task, n_seeds, threads);
    }
    return 0;
}

}  // namespace
}  // namespace attune::seed

int main(int argc, char** argv) {
    try {
        const std::size_t n_seeds = argc > 1 ? std::stoul(argv[1]) : 5;
        const std::size_t threads = argc > 2 ? std::stoul(argv[2]) : attune::default_threads();
        return attune::seed::run(n_seeds, threads, argc > 3 ? argv[3] : "");
    } catch (const std::exception& error) {
        fmt::print(stderr, "seed_stage1: {}\n", error.what());
        return 1;
    }
}
