#pragma once

#include "lab/models/class_model.h"
#include "lab/rows/study_rows.h"
#include "learning/judging/judge.h"
#include "learning/tables/classes.h"
#include "learning/tables/table.h"
#include "learning/trees/booster.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::lab {

/// What tells the classes apart.
enum class Learner : std::uint8_t {
    logistic,
    forest,
    boosted_trees,
    blend,  ///< the three together, tuned (class_model.h)
};
std::string_view to_string(Learner learner) noexcept;

/// What is done about classes of different sizes, among training rows only.
enum class Sampling : std::uint8_t {
    original,
    undersampled,  ///< every class cut to the size of the smallest
    smote,  ///< every class filled up to the size of the largest (of very unequal ones to less: at most
            ///< as many rows are made up as there are) with rows made up between its own
};
inline constexpr std::array samplings{Sampling::original, Sampling::undersampled, Sampling::smote};
std::string_view to_string(Sampling sampling) noexcept;

/// Those that are judged with a way of sampling: all three, and the blend with the rows as they are.
std::vector<Learner> learners_of(Sampling sampling);

/// One line of a study's table of models.
struct StudiedModel {
    Learner learner = Learner::logistic;
    Sampling sampling = Sampling::original;
};

/// Every learner with every way of sampling that it is judged with, learner after learner.
std::vector<StudiedModel> studied_models();

struct LearnerSizes {
    int trees = 100;   ///< of the forest
    int rounds = 100;  ///< of boosting
    std::uint64_t seed = 1;
};

/// The rows of a table that are studied; only looks at what others own.
struct StudyData {
    const learning::Table& table;
    std::span<const std::size_t> rows;         ///< of the table; what recipes count is places in this
    const learning::Classes& classes;          ///< of `rows`
    const std::vector<std::string>& features;  ///< columns of numbers, texts or lists
    const SoundRoles& sounds;
    std::span<const std::uint64_t> groups;  ///< of `rows`: what is tuned keeps them together; empty for none
};

/// Encodes the features (texts as 0/1 columns, missing numbers as the median and a column that says so, one
/// scale), balances the classes, fits each of learners_of(sampling) to the same rows. All of it learns from the
/// training rows alone. What is predicted are the probabilities of the first learner's classes, then those of
/// the next, shape (n_rows, n_learners * n_classes).
learning::Recipe make_recipe(const StudyData& data, Sampling sampling, const LearnerSizes& sizes);

/// The sizes of a blend: it is one model where the study has nine, and may take its time.
ClassModelOptions blend_options(const LearnerSizes& sizes);

/// Boosted trees for classes, as the study judges them.
learning::Booster fit_boosted_classes(const Matrix& X, std::span<const learning::ClassIndex> labels,
                                      std::size_t n_classes, const LearnerSizes& sizes, const Task& task);

}  // namespace attune::lab
