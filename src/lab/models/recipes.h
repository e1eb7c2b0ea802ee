#pragma once

#include "lab/models/classifier.h"
#include "lab/rows/study_rows.h"
#include "learning/judging/judge.h"
#include "learning/tables/classes.h"
#include "learning/tables/table.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::lab {

/// What is done about classes of different sizes, among training rows only.
enum class Sampling : std::uint8_t {
    original,
    undersampled,  ///< every class cut to the size of the smallest
    smote,  ///< every class filled up to the size of the largest (of very unequal ones to less: at most
            ///< as many rows are made up as there are) with rows made up between its own
};
inline constexpr std::array samplings{Sampling::original, Sampling::undersampled, Sampling::smote};
std::string_view to_string(Sampling sampling) noexcept;

/// One line of a study's table of models.
struct StudiedModel {
    Learner learner = Learner::logistic;
    Sampling sampling = Sampling::original;
};

/// Those of the learners that are judged with a way of sampling: all, but the blend with the rows as they are alone.
std::vector<Learner> learners_of(Sampling sampling, std::span<const Learner> of);

/// Each learner with every way of sampling that it is judged with, learner after learner.
std::vector<StudiedModel> studied_models(std::span<const Learner> of);

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
/// scale), balances the classes, fits each learner to the same rows. All of it learns from the training rows alone.
/// What is predicted are the probabilities of the first learner's classes, then those of the next, shape
/// (n_rows, n_learners * n_classes).
learning::Recipe make_recipe(const StudyData& data, Sampling sampling, std::vector<Learner> of,
                             const LearnerSizes& sizes);

}  // namespace attune::lab
