#include "lab/models/classifier.h"

#include "core/error.h"
#include "core/json.h"
#include "core/json_text.h"
#include "learning/saved_model.h"

#include <algorithm>
#include <type_traits>

namespace attune::lab {
namespace {

using learning::ClassIndex;

// What single learners are saved as; a blend has parts of its own.
constexpr std::string_view json_part = "classifier.json";
constexpr std::string_view bytes_part = "classifier";

learning::ClassForest fit_forest(const Matrix& X, std::span<const ClassIndex> labels, std::size_t n_classes,
                                 const LearnerSizes& sizes, const Task& task) {
    learning::ForestOptions options;
    options.trees = sizes.trees;
    options.seed = sizes.seed;
    return learning::ClassForest::fit(X, labels, n_classes, {}, options, task);
}

learning::NeuralNet fit_net(const Matrix& X, std::span<const ClassIndex> labels, std::size_t n_classes,
                            std::span<const std::uint64_t> groups, const LearnerSizes& sizes,
                            const Task& task) {
    learning::NeuralNetOptions options;
    options.seed = sizes.seed;
    return learning::NeuralNet::fit(X, labels, n_classes, {}, options, groups, task);
}

/// The sizes of a blend: it is one model where the study has nine, and may take its time.
ClassModelOptions blend_options(const LearnerSizes& sizes) {
    return {2 * sizes.trees, sizes.rounds + sizes.rounds / 2, sizes.seed};
}

const std::string& part_of(const std::map<std::string, std::string>& parts, std::string_view name) {
    const auto found = parts.find(std::string(name));
    learning::require_intact(found != parts.end(), "classifier", fmt::format("the part {} is absent", name));
    return found->second;
}

Json json_of(const std::map<std::string, std::string>& parts) {
    return Json::parse(part_of(parts, json_part), nullptr, false);
}

}  // namespace

std::string_view to_string(Learner learner) noexcept {
    switch (learner) {
        case Learner::logistic: return "logistic";
        case Learner::forest: return "forest";
        case Learner::boosted_trees: return "boosted_trees";
        case Learner::neural_net: return "neural_net";
        case Learner::blend: return "blend";
    }
    return "";
}

std::vector<Learner> usual_learners() {
    return {Learner::logistic, Learner::forest, Learner::boosted_trees, Learner::blend};
}

std::optional<Learner> find_learner(std::string_view name) noexcept {
    for (const auto learner : learners) {
        if (to_string(learner) == name) return learner;
    }
    return std::nullopt;
}

std::vector<Learner> learners_called(std::span<const std::string> names) {
    for (const auto& name : names)
        require(find_learner(name).has_value(),
                "models are logistic, forest, boosted_trees, neural_net and blend, got '{}'", name);
    std::vector<Learner> called;
    for (const auto learner : learners) {
        if (std::ranges::find(names, to_string(learner)) != names.end()) called.push_back(learner);
    }
    return called;
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

Classifier Classifier::fit(Learner learner, const Matrix& X, std::span<const ClassIndex> labels,
                           std::size_t n_classes, std::span<const std::uint64_t> groups,
                           const LearnerSizes& sizes, const Task& task) {
    Classifier fitted;
    switch (learner) {
        case Learner::logistic:
            fitted.model_ = learning::MultinomialLogistic::fit(X, labels, n_classes, {}, {}, task);
            break;
        case Learner::forest: fitted.model_ = fit_forest(X, labels, n_classes, sizes, task); break;
        case Learner::boosted_trees:
            fitted.model_ = fit_boosted_classes(X, labels, n_classes, sizes, task);
            break;
        case Learner::neural_net: fitted.model_ = fit_net(X, labels, n_classes, groups, sizes, task); break;
        case Learner::blend:
            fitted.model_ = ClassModel::fit(X, labels, n_classes, groups, blend_options(sizes), task);
            break;
    }
    return fitted;
}

Matrix Classifier::predict(const Matrix& X) const {
    return std::visit(
        [&](const auto& model) {
            if constexpr (std::is_same_v<std::decay_t<decltype(model)>, learning::Booster>)
                return model.probabilities(X);
            else
                return model.predict(X);
        },
        model_);
}

std::size_t Classifier::n_classes() const {
    return std::visit([](const auto& model) { return model.n_classes(); }, model_);
}

std::size_t Classifier::n_columns() const {
    return std::visit([](const auto& model) { return model.n_columns(); }, model_);
}

std::map<std::string, std::string> Classifier::save() const {
    return std::visit(
        [](const auto& model) -> std::map<std::string, std::string> {
            if constexpr (std::is_same_v<decltype(model.save()), Json>)
                return {{std::string(json_part), json_text(model.save())}};
            else if constexpr (std::is_same_v<decltype(model.save()), std::string>)
                return {{std::string(bytes_part), model.save()}};
            else
                return model.save();
        },
        model_);
}

Classifier Classifier::load(Learner learner, const std::map<std::string, std::string>& parts) {
    Classifier loaded;
    switch (learner) {
        case Learner::logistic: loaded.model_ = learning::MultinomialLogistic::load(json_of(parts)); break;
        case Learner::forest: loaded.model_ = learning::ClassForest::load(part_of(parts, bytes_part)); break;
        case Learner::boosted_trees:
            loaded.model_ = learning::Booster::load(part_of(parts, bytes_part));
            break;
        case Learner::neural_net: loaded.model_ = learning::NeuralNet::load(json_of(parts)); break;
        case Learner::blend: loaded.model_ = ClassModel::load(parts); break;
    }
    return loaded;
}

}  // namespace attune::lab
