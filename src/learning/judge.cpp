#include "learning/judge.h"

#include "core/error.h"
#include "learning/folds.h"

#include <algorithm>

namespace attune::learning {

Matrix judge_by_folds(std::span<const std::size_t> fold_of, const Recipe& recipe, const Task& task) {
    const auto k = n_folds(fold_of);
    require(k >= 2, "to judge rows that a model has not seen takes 2 folds at least, got {}", k);
    Matrix predictions;
    for (std::size_t fold = 0; fold < k; ++fold) {
        task.report("judging on folds", fold, k);
        const auto rows = split(fold_of, fold);
        require(!rows.train.empty() && !rows.test.empty(), "fold {} leaves no rows to learn from or to judge",
                fold);
        const auto fitted = recipe(rows.train, task);
        for (const auto& [name, seen] : fitted.parts) seen.require_apart(rows.test, name);
        const auto P = fitted.predict(rows.test);
        require(P.n_rows() == rows.test.size(), "a model must predict each of {} rows, got {}",
                rows.test.size(), P.n_rows());
        if (fold == 0) predictions = Matrix(fold_of.size(), P.n_columns());
        require(P.n_columns() == predictions.n_columns(),
                "a model must predict {} values a row, got {} in fold {}", predictions.n_columns(),
                P.n_columns(), fold);
        for (std::size_t i = 0; i < rows.test.size(); ++i)
            std::ranges::copy(P.row(i), predictions.row(rows.test[i]).begin());
    }
    return predictions;
}

}  // namespace attune::learning
