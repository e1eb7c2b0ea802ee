#include "lab/models/recipes.h"

#include "core/error.h"
#include "lab/models/encoder.h"
#include "learning/linear/multinomial.h"
#include "learning/tables/resampling.h"
#include "learning/trees/booster.h"
#include "learning/trees/forest.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <numeric>
#include <utility>

namespace attune::lab {
namespace {

using learning::ClassIndex;
using Predict = std::function<Matrix(const Matrix& X)>;

/// What a learner is given.
struct Examples {
    Matrix X;
    std::vector<ClassIndex> labels;
    std::vector<std::uint64_t> groups;  // empty for none; of the table's own rows only
    std::vector<std::pair<std::string, learning::SeenRows>> parts;
};

/// The features of all studied rows in numbers, by what the training rows say.
struct Encoded {
    Matrix X;
    std::vector<bool> is_binary;
    learning::SeenRows seen;
};

Encoded encode(const StudyData& data, std::span<const std::size_t> train) {
    const auto encoder = Encoder::fit(data.table, gather(data.rows, train), data.features, data.sounds, {});
    return {encoder.apply(data.table, data.rows), encoder.is_binary(), learning::SeenRows(train)};
}

std::vector<std::size_t> counts_among(const StudyData& data, std::span<const std::size_t> rows) {
    return learning::class_counts(gather(data.classes.of_row, rows), data.classes.n_classes());
}

std::vector<std::size_t> cut_to_smallest(const StudyData& data, std::span<const std::size_t> train,
                                         std::uint64_t seed) {
    std::size_t least = train.size();
    for (const auto count : counts_among(data, train)) {
        if (count > 0) least = std::min(least, count);
    }
    return learning::undersample(data.classes.of_row, train, least, seed);
}

/// The size to which classes are filled up: that of the largest, or so much less that no more rows are made up
/// than there are.
std::size_t level_of(std::span<const std::size_t> counts) {
    const auto largest = std::ranges::max(counts);
    const auto n = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
    const auto made_up = [&](std::size_t level) {
        std::size_t sum = 0;
        for (const auto count : counts) sum += count > 1 && count < level ? level - count : 0;
        return sum;
    };
    std::size_t low = 1;  // fine; `high` may not be
    for (std::size_t high = largest + 1; high - low > 1;) {
        const auto middle = low + (high - low) / 2;
        (made_up(middle) <= n ? low : high) = middle;
    }
    return low;
}

/// Adds what SMOTE makes up. A class with a single training row stays as it is: nothing lies between it and
/// itself.
void fill_up(const StudyData& data, const Encoded& encoded, std::span<const std::size_t> train,
             std::uint64_t seed, Examples& examples) {
    const auto counts = counts_among(data, train);
    std::vector<std::size_t> rows;
    std::ranges::copy_if(train, std::back_inserter(rows),
                         [&](std::size_t row) { return counts[data.classes.of_row[row]] > 1; });
    learning::SmoteOptions options;
    options.seed = seed;
    options.wanted = level_of(counts);
    auto made = learning::smote(encoded.X, data.classes.of_row, rows, options, encoded.is_binary);
    for (std::size_t row = 0; row < made.X.n_rows(); ++row) examples.X.add_row(made.X.row(row));
    examples.labels.insert(examples.labels.end(), made.labels.begin(), made.labels.end());
    examples.parts.emplace_back("made-up rows", std::move(made.fitted_on));
}

Examples sample(const StudyData& data, const Encoded& encoded, std::span<const std::size_t> train,
                Sampling sampling, std::uint64_t seed) {
    std::vector<std::size_t> kept(train.begin(), train.end());
    if (sampling == Sampling::undersampled) kept = cut_to_smallest(data, train, seed);
    Examples examples{encoded.X.rows(kept), gather(data.classes.of_row, kept), {}, {}};
    if (!data.groups.empty()) examples.groups = gather(data.groups, kept);
    examples.parts.emplace_back("levels, medians and scales", encoded.seen);
    examples.parts.emplace_back("training rows", learning::SeenRows(kept));
    if (sampling == Sampling::smote) fill_up(data, encoded, train, seed, examples);
    return examples;
}

Predict fit_forest(const Examples& examples, std::size_t n_classes, const LearnerSizes& sizes,
                   const Task& task) {
    learning::ForestOptions options;
    options.trees = sizes.trees;
    options.seed = sizes.seed;
    auto model = learning::ClassForest::fit(examples.X, examples.labels, n_classes, {}, options, task);
    return [model = std::move(model)](const Matrix& X) { return model.predict(X); };
}

Predict fit_blend(const Examples& examples, std::size_t n_classes, const LearnerSizes& sizes,
                  const Task& task) {
    auto model =
        ClassModel::fit(examples.X, examples.labels, n_classes, examples.groups, blend_options(sizes), task);
    return [model = std::move(model)](const Matrix& X) { return model.predict(X); };
}

Predict fit(Learner learner, const Examples& examples, std::size_t n_classes, const LearnerSizes& sizes,
            const Task& task) {
    switch (learner) {
        case Learner::forest: return fit_forest(examples, n_classes, sizes, task);
        case Learner::boosted_trees:
            return [model = fit_boosted_classes(examples.X, examples.labels, n_classes, sizes, task)](
                       const Matrix& X) { return model.probabilities(X); };
        case Learner::blend: return fit_blend(examples, n_classes, sizes, task);
        case Learner::logistic: break;
    }
    auto model = learning::MultinomialLogistic::fit(examples.X, examples.labels, n_classes, {}, {}, task);
    return [model = std::move(model)](const Matrix& X) { return model.predict(X); };
}

/// P as columns of `all` from one on.
void put_beside(const Matrix& P, std::size_t first, Matrix& all) {
    for (std::size_t row = 0; row < P.n_rows(); ++row)
        std::ranges::copy(P.row(row), all.row(row).begin() + static_cast<std::ptrdiff_t>(first));
}

}  // namespace

std::string_view to_string(Learner learner) noexcept {
    switch (learner) {
        case Learner::logistic: return "logistic";
        case Learner::forest: return "forest";
        case Learner::boosted_trees: return "boosted_trees";
        case Learner::blend: return "blend";
    }
    return "";
}

std::string_view to_string(Sampling sampling) noexcept {
    switch (sampling) {
        case Sampling::original: return "original";
        case Sampling::undersampled: return "undersampled";
        case Sampling::smote: return "smote";
    }
    return "";
}

std::vector<Learner> learners_of(Sampling sampling) {
    std::vector<Learner> learners{Learner::logistic, Learner::forest, Learner::boosted_trees};
    if (sampling == Sampling::original) learners.push_back(Learner::blend);
    return learners;
}

std::vector<StudiedModel> studied_models() {
    std::vector<StudiedModel> models;
    for (const auto learner : learners_of(Sampling::original)) {
        for (const auto sampling : samplings) {
            if (std::ranges::count(learners_of(sampling), learner) > 0) models.push_back({learner, sampling});
        }
    }
    return models;
}

ClassModelOptions blend_options(const LearnerSizes& sizes) {
    return {2 * sizes.trees, sizes.rounds + sizes.rounds / 2, sizes.seed};
}

learning::Booster fit_boosted_classes(const Matrix& X, std::span<const ClassIndex> labels,
                                      std::size_t n_classes, const LearnerSizes& sizes, const Task& task) {
    learning::BoosterOptions options;
    options.objective = learning::Objective::softmax;
    options.classes = static_cast<int>(n_classes);
    // Larger steps than the blend's: there are six of these, and all take them.
    const auto [rounds, faster] = rounds_for(std::max(1, sizes.rounds * 3 / 5), n_classes);
    options.rounds = rounds;
    options.learning_rate = std::min(0.4F, 0.15F * faster);
    options.max_depth = 6;
    options.subsample = 0.7F;
    options.colsample_bytree = 1;
    options.colsample_bynode = 0.5F;
    options.min_child_weight = 5;
    options.max_bin = 64;
    options.seed = static_cast<std::uint32_t>(sizes.seed & 0x7FFFFFFFU);
    const std::vector<float> y(labels.begin(), labels.end());
    return learning::Booster::fit(X, y, {}, options, task);
}

learning::Recipe make_recipe(const StudyData& data, Sampling sampling, const LearnerSizes& sizes) {
    return [=](std::span<const std::size_t> train, const Task& task) {
        auto encoded = encode(data, train);
        auto examples = sample(data, encoded, train, sampling, sizes.seed);
        const auto n_classes = data.classes.n_classes();
        std::vector<Predict> models;
        for (const auto learner : learners_of(sampling))
            models.push_back(fit(learner, examples, n_classes, sizes, task));
        auto X = std::make_shared<const Matrix>(std::move(encoded.X));
        return learning::Fitted{
            [X, models = std::move(models), n_classes](std::span<const std::size_t> rows) {
                const auto of_rows = X->rows(rows);
                Matrix all(rows.size(), models.size() * n_classes);
                for (std::size_t m = 0; m < models.size(); ++m)
                    put_beside(models[m](of_rows), m * n_classes, all);
                return all;
            },
            std::move(examples.parts)};
    };
}

}  // namespace attune::lab
