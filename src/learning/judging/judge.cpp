#include "learning/judging/judge.h"

#include "core/error.h"
#include "learning/judging/folds.h"

#include <algorithm>
#include <numeric>

namespace attune::learning {

Matrix judge_by_folds(std::span<const std::size_t> fold_of, const Recipe& recipe, const Task& task) {
    std::vector<std::size_t> all(fold_of.size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return judge_rows(all, fold_of, recipe, task);
}

Matrix judge_rows(std::span<const std::size_t> rows, std::span<const std::size_t> fold_of,
                  const Recipe& recipe, const Task& task) {
    require(fold_of.size() == rows.size(), "there must be one fold a row, got {} for {}", fold_of.size(),
            rows.size());
    const auto k = n_folds(fold_of);
    require(k >= 2, "to judge rows that a model has not seen takes 2 folds at least, got {}", k);
    Matrix predictions;
    for (std::size_t fold = 0; fold < k; ++fold) {
        task.report("judging on folds", fold, k);
        const auto parts = split(fold_of, fold);
        require(!parts.train.empty() && !parts.test.empty(),
                "fold {} leaves no rows to learn from or to judge", fold);
        std::vector<std::size_t> train;
        std::vector<std::size_t> test;
        for (const auto i : parts.train) train.push_back(rows[i]);
        for (const auto i : parts.test) test.push_back(rows[i]);
        const auto fitted = recipe(train, task);
        for (const auto& [name, seen] : fitted.parts) seen.require_apart(test, name);
        const auto P = fitted.predict(test);
        require(P.n_rows() == test.size(), "a model must predict each of {} rows, got {}", test.size(),
                P.n_rows());
        if (fold == 0) predictions = Matrix(rows.size(), P.n_columns());
        require(P.n_columns() == predictions.n_columns(),
                "a model must predict {} values a row, got {} in fold {}", predictions.n_columns(),
                P.n_columns(), fold);
        for (std::size_t i = 0; i < test.size(); ++i)
            std::ranges::copy(P.row(i), predictions.row(parts.test[i]).begin());
    }
    return predictions;
}

}  // namespace attune::learning
