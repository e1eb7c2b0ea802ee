#include "lab/models/recipes.h"

#include "core/error.h"
#include "lab/models/encoder.h"
#include "learning/tables/resampling.h"

#include <algorithm>
#include <memory>
#include <numeric>
#include <utility>

namespace attune::lab {
namespace {

using learning::ClassIndex;

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

/// P as columns of `all` from one on.
void put_beside(const Matrix& P, std::size_t first, Matrix& all) {
    for (std::size_t row = 0; row < P.n_rows(); ++row)
        std::ranges::copy(P.row(row), all.row(row).begin() + static_cast<std::ptrdiff_t>(first));
}

}  // namespace

std::string_view to_string(Sampling sampling) noexcept {
    switch (sampling) {
        case Sampling::original: return "original";
        case Sampling::undersampled: return "undersampled";
        case Sampling::smote: return "smote";
    }
    return "";
}

std::vector<Learner> learners_of(Sampling sampling, std::span<const Learner> of) {
    std::vector<Learner> judged(of.begin(), of.end());
    if (sampling != Sampling::original) std::erase(judged, Learner::blend);
    return judged;
}

std::vector<StudiedModel> studied_models(std::span<const Learner> of) {
    std::vector<StudiedModel> models;
    for (const auto learner : of) {
        for (const auto sampling : samplings) {
            if (std::ranges::count(learners_of(sampling, of), learner) > 0)
                models.push_back({learner, sampling});
        }
    }
    return models;
}

learning::Recipe make_recipe(const StudyData& data, Sampling sampling, std::vector<Learner> of,
                             const LearnerSizes& sizes) {
    return [=, of = std::move(of)](std::span<const std::size_t> train, const Task& task) {
        auto encoded = encode(data, train);
        auto examples = sample(data, encoded, train, sampling, sizes.seed);
        const auto n_classes = data.classes.n_classes();
        // Rows that were made up belong to no group.
        if (examples.groups.size() != examples.labels.size()) examples.groups.clear();
        std::vector<Classifier> models;
        for (const auto learner : of)
            models.push_back(Classifier::fit(learner, examples.X, examples.labels, n_classes, examples.groups,
                                             sizes, task));
        auto X = std::make_shared<const Matrix>(std::move(encoded.X));
        return learning::Fitted{
            [X, models = std::move(models), n_classes](std::span<const std::size_t> rows) {
                const auto of_rows = X->rows(rows);
                Matrix all(rows.size(), models.size() * n_classes);
                for (std::size_t m = 0; m < models.size(); ++m)
                    put_beside(models[m].predict(of_rows), m * n_classes, all);
                return all;
            },
            std::move(examples.parts)};
    };
}

}  // namespace attune::lab
