#include "lab/recipes.h"

#include "core/error.h"
#include "lab/encoder.h"
#include "learning/booster.h"
#include "learning/forest.h"
#include "learning/multinomial.h"
#include "learning/resampling.h"

#include <algorithm>
#include <functional>
#include <memory>
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

std::vector<StudiedModel> studied_models() {
    std::vector<StudiedModel> models;
    for (const auto learner : learners) {
        for (const auto sampling : samplings) models.push_back({learner, sampling});
    }
    models.push_back({Learner::blend, Sampling::original});
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
    options.rounds = sizes.rounds;
    options.max_depth = 5;
    options.learning_rate = 0.1F;
    options.seed = static_cast<std::uint32_t>(sizes.seed & 0x7FFFFFFFU);
    const std::vector<float> y(labels.begin(), labels.end());
    return learning::Booster::fit(X, y, {}, options, task);
}

learning::Recipe make_recipe(const StudyData& data, const StudiedModel& model, const LearnerSizes& sizes) {
    return [=](std::span<const std::size_t> train, const Task& task) {
        auto encoded = encode(data, train);
        auto examples = sample(data, encoded, train, model.sampling, sizes.seed);
        auto predict = fit(model.learner, examples, data.classes.n_classes(), sizes, task);
        auto X = std::make_shared<const Matrix>(std::move(encoded.X));
        return learning::Fitted{[X, predict = std::move(predict)](std::span<const std::size_t> rows) {
                                    return predict(X->rows(rows));
                                },
                                std::move(examples.parts)};
    };
}

}  // namespace attune::lab
