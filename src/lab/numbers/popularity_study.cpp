#include "lab/numbers/popularity_study.h"

#include "core/error.h"
#include "core/parallel.h"
#include "lab/classes/drivers.h"
#include "lab/models/study_model.h"
#include "lab/numbers/number_findings.h"
#include "lab/rows/fold_count.h"
#include "lab/rows/study_folds.h"
#include "lab/rows/track_names.h"
#include "learning/judging/baselines.h"
#include "learning/judging/folds.h"
#include "learning/judging/metrics.h"

#include <algorithm>
#include <cmath>

namespace attune::lab {
namespace {

using learning::SeenRows;

/// What one way of folding says of every row: columns of a recipe.
struct Judged {
    Matrix rules;   ///< median, genre median
    Matrix linear;  ///< least squares, elastic net
    Matrix trees;   ///< forest, boosted trees, blend, low, high
};

constexpr std::size_t low_column = 3;
constexpr std::size_t high_column = 4;

learning::Recipe rules_recipe(const NumberData& data) {
    return [&data](std::span<const std::size_t> train, const Task&) {
        return learning::Fitted{
            [&data,
             seen = std::vector<std::size_t>(train.begin(), train.end())](std::span<const std::size_t> rows) {
                const auto target = gather(data.rows.target, seen);
                const auto medians = learning::median_baseline(target, rows.size());
                auto by_genre = medians;
                if (!data.genre.empty()) {
                    by_genre = learning::group_median_baseline(gather(data.rows.genre_of, seen), target,
                                                               gather(data.rows.genre_of, rows));
                }
                Matrix said(rows.size(), 2);
                for (std::size_t i = 0; i < rows.size(); ++i) {
                    said(i, 0) = medians[i];
                    said(i, 1) = by_genre[i];
                }
                return said;
            },
            {{"the medians", SeenRows(train)}}};
    };
}

NumberModelOptions model_options(const PopularityStudyOptions& options) {
    return {options.trees, options.rounds, options.seed};
}

NumberModel fit_model(const NumberData& data, const Encoder& encoder, std::span<const std::size_t> train,
                      const PopularityStudyOptions& options, const Task& task) {
    std::vector<std::uint64_t> groups;
    if (!data.rows.groups.empty()) groups = gather(data.rows.groups, train);
    return NumberModel::fit(encoder.apply(data.rows.table, train), gather(data.rows.target, train), groups,
                            model_options(options), task);
}

learning::Recipe trees_recipe(const NumberData& data, const PopularityStudyOptions& options) {
    return [&data, options](std::span<const std::size_t> train, const Task& task) {
        const auto encoder = fit_number_encoder(data, train);
        auto model = fit_model(data, encoder, train, options, task);
        return learning::Fitted{
            [&data, encoder, model = std::move(model)](std::span<const std::size_t> rows) {
                const auto said = model.predict(encoder.apply(data.rows.table, rows));
                Matrix all(rows.size(), high_column + 1);
                for (std::size_t i = 0; i < rows.size(); ++i) {
                    const std::array values{said.median[i], said.boosted[i], said.value[i], said.low[i],
                                            said.high[i]};
                    std::ranges::copy(values, all.row(i).begin());
                }
                return all;
            },
            {{"levels", encoder.fitted_on()}, {"the trees and their settings", SeenRows(train)}}};
    };
}

std::vector<Judged> judge_all(const NumberData& data, const std::vector<Folds>& folds,
                              const PopularityStudyOptions& options, const Task& task) {
    std::vector<Judged> judged(folds.size());
    for (std::size_t kind = 0; kind < folds.size(); ++kind)
        judged[kind].rules = learning::judge_by_folds(folds[kind], rules_recipe(data));
    FoldCount count(task, 2 * folds.size() * static_cast<std::size_t>(options.folds));
    const Task cell_task(&count, {});
    // The trees take longest and are begun first.
    parallel_for(2 * folds.size(), static_cast<std::size_t>(options.threads), [&](std::size_t cell) {
        const auto kind = cell % folds.size();
        const bool is_trees = cell < folds.size();
        const auto recipe = is_trees ? trees_recipe(data, options) : linear_recipe(data, options.seed);
        (is_trees ? judged[kind].trees : judged[kind].linear) =
            learning::judge_by_folds(folds[kind], count.counted(recipe), cell_task);
    });
    return judged;
}

std::vector<float> column_of(const Matrix& X, std::size_t column) {
    std::vector<float> values;
    for (std::size_t row = 0; row < X.n_rows(); ++row) values.push_back(X(row, column));
    return values;
}

/// Error and R² of one column of what was judged.
template <class Part>
JudgedNumbers figures_of(std::string name, const NumberData& data, const std::vector<Judged>& judged,
                         Part part, std::size_t column, std::uint64_t seed) {
    JudgedNumbers figures{std::move(name), {}, {}, {}};
    const auto& truth = data.rows.target;
    for (std::size_t kind = 0; kind < judged.size(); ++kind) {
        const auto said = column_of(judged[kind].*part, column);
        std::vector<double> errors;
        for (std::size_t i = 0; i < said.size(); ++i)
            errors.push_back(std::abs(static_cast<double>(said[i]) - static_cast<double>(truth[i])));
        const auto mae = mean_with_interval(errors, data.rows.groups, seed);
        const auto r2 = figure_with_interval(said.size(), data.rows.groups, seed, [&](auto rows) {
            return learning::r2(gather(said, rows), gather(truth, rows));
        });
        if (kind == 0) {
            figures.mae.random = mae;
            figures.r2.random = r2;
        } else {
            figures.mae.by_group = mae;
            figures.r2.by_group = r2;
        }
    }
    return figures;
}

void sum_up(const NumberData& data, const std::vector<Judged>& judged, std::uint64_t seed,
            PopularityStudy& study) {
    const auto add = [&](auto& to, const char* name, auto part, std::size_t column) {
        to.push_back(figures_of(name, data, judged, part, column, seed));
    };
    add(study.baselines, "median", &Judged::rules, 0);
    if (!data.genre.empty()) add(study.baselines, "genre_median", &Judged::rules, 1);
    add(study.models, "linear", &Judged::linear, 0);
    add(study.models, "elastic_net", &Judged::linear, 1);
    add(study.models, "forest", &Judged::trees, 0);
    add(study.models, "boosted_trees", &Judged::trees, 1);
    add(study.models, "blend", &Judged::trees, 2);
}

void describe_table(const NumberData& data, PopularityStudy& study) {
    const learning::Numbers target(data.rows.target.begin(), data.rows.target.end());
    study.target_distribution = distribution_of(study.target, target);
    std::vector<std::pair<std::string, const learning::Numbers*>> columns{{study.target, &target}};
    for (const auto& feature : data.features) {
        if (!data.is_number(feature)) continue;
        const auto& numbers = data.rows.table.numbers(feature);
        study.distributions.push_back(distribution_of(feature, numbers));
        columns.emplace_back(feature, &numbers);
    }
    study.correlations = correlations_of(columns);
    if (!data.genre.empty()) study.genres = levels_of(data.genre, data.rows.table.lists(data.genre));
}

std::vector<Driver> drivers_held_out(const NumberData& data, const Folds& folds,
                                     const PopularityStudyOptions& options, const Task& task) {
    const auto parts = learning::split(folds, 0);
    const auto encoder = fit_number_encoder(data, parts.train);
    const auto model = fit_model(data, encoder, parts.train, options, task);
    const auto test = rows_to_shuffle(parts.test, options.seed);
    const auto truth = gather(data.rows.target, test);
    return drivers_of({model.booster(), encoder.apply(data.rows.table, test), encoder.sources(),
                       [&](const Matrix& X) -> std::optional<double> {
                           const auto error = learning::mae(model.booster().predict(X), truth);
                           return error ? std::optional(-*error) : std::nullopt;
                       }},
                      options.seed, task);
}

void explain(const NumberData& data, const std::vector<TrackName>& names,
             const PopularityStudyOptions& options, const Task& task, PopularityStudy& study) {
    std::vector<std::size_t> all(data.rows.rows.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    study.ols = explain_linearly(data, all, data.features, study.ols_notes, task);
    auto trained = std::make_shared<StudyModel>();
    trained->study = "popularity";
    trained->answer = study.target;
    trained->encoder = fit_number_encoder(data, all);
    trained->of_number = fit_model(data, trained->encoder, all, options, task);
    const auto& encoder = trained->encoder;
    const auto& model = *trained->of_number;
    study.trained = trained;
    for (auto& judged : study.models) {
        if (judged.model == "forest") judged.settings = model.forest_settings();
        if (judged.model == "boosted_trees") judged.settings = model.boosted_settings();
    }
    study.contributions = contributions_of(data, encoder, model, names, options.seed);
    study.dependence = dependence_of(data, encoder, model, study.drivers, options.seed, task);
    study.decades = decades_of(data, options.seed, task);
}

}  // namespace

Encoder fit_number_encoder(const NumberData& data, std::span<const std::size_t> rows) {
    return Encoder::fit(data.rows.table, rows, data.features, data.sounds, {false, false});
}

const JudgedNumbers& PopularityStudy::best() const {
    return *std::ranges::min_element(models, {},
                                     [](const auto& model) { return model.mae.strictest().value; });
}

PopularityStudy study_popularity(const learning::Table& table, const StudyColumns& columns,
                                 const PopularityStudyOptions& options, const Task& task) {
    check_ranges(options);
    const auto rows = choose_number_rows(table, columns, 4 * static_cast<std::size_t>(options.folds),
                                         static_cast<std::size_t>(options.most_rows), options.seed);
    const NumberData data{rows, columns.features, columns.sounds, columns.genre};
    PopularityStudy study;
    study.n_rows = rows.rows.size();
    study.dropped = rows.dropped;
    study.features = columns.features;
    study.target = columns.target;
    study.genre = columns.genre;
    describe_table(data, study);

    const auto folds = with_group_folds(
        learning::k_folds(rows.rows.size(), static_cast<std::size_t>(options.folds), options.seed),
        rows.groups, columns.group, options);
    const auto judged = judge_all(data, folds, options, task);
    sum_up(data, judged, options.seed, study);
    const auto& strictest = judged.back();
    const auto best = static_cast<std::size_t>(&study.best() - study.models.data());
    const Unseen unseen{best < n_linear_columns ? column_of(strictest.linear, best)
                                                : column_of(strictest.trees, best - n_linear_columns),
                        column_of(strictest.trees, low_column), column_of(strictest.trees, high_column),
                        column_of(strictest.rules, 1)};
    study.by_genre = errors_by_genre(data, unseen, options.seed);
    study.by_decade = errors_by_decade(data, unseen, options.seed);
    study.residuals = residuals_of(data, unseen, options.seed);
    study.drivers = drivers_held_out(data, folds.back(), options, task);
    std::vector<TrackName> names;
    for (const auto row : rows.rows) names.push_back(name_of_row(table, columns, row));
    explain(data, names, options, task, study);
    return study;
}

}  // namespace attune::lab
