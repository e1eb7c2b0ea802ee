#pragma once

#include "clustering/neighbours.h"
#include "core/matrix.h"
#include "core/options.h"
#include "core/task.h"

#include <cstdint>
#include <vector>

namespace attune::projection {

struct TsneOptions {
    double perplexity = 30;
    int early_iterations = 250;
    int iterations = 500;
    double exaggeration = 12;
    double learning_rate = 0;
    int threads = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<double>{"perplexity", perplexity, 1, 1000, "about how many rows a row keeps near"});
        visit(Option<int>{"early_iterations", early_iterations, 0, 100000,
                          "rounds that pull clusters together first"});
        visit(Option<int>{"iterations", iterations, 1, 100000, "rounds after those"});
        visit(Option<double>{"exaggeration", exaggeration, 1, 100, "how much stronger that pull is"});
        visit(Option<double>{"learning_rate", learning_rate, 0, 1e7,
                             "size of a step; 0 for rows / exaggeration"});
        visit(Option<int>{"threads", threads, 1, 256, "threads to use"});
    }
};

/// A map of rows in the plane on which near rows stay near: t-SNE, from a start by principal components, so
/// that it is the same every time and on any number of threads.
///
/// Source: L. van der Maaten, G. Hinton, "Visualizing data using t-SNE", JMLR 9, 2008; start and step: D.
/// Kobak, P. Berens, "The art of using t-SNE for single-cell transcriptomics", Nature Communications 10,
/// 2019.
class Tsne {
  public:
    /// @param X  shape (n_rows, n_columns), without missing values, at least 4 rows; perplexity is lowered to
    /// a third
    ///           of the rows where there are few
    /// @throws Error{invalid_argument} for a value out of its range; Error{interrupted}
    static Tsne fit(const Matrix& X, const TsneOptions& options = {}, const Task& task = {});

    /// The same from given places, without the rounds that pull clusters together: `iterations` rounds that
    /// settle what is new on a map and move the rest little.
    ///
    /// @param start  shape (n_rows, 2), finite
    static Tsne fit_from(const Matrix& X, const Matrix& start, const TsneOptions& options = {},
                         const Task& task = {});

    /// shape (n_rows, 2)
    const Matrix& coordinates() const noexcept { return coordinates_; }

    /// Where other rows go: at the mean of their nearest rows of the map, weighted by the same likeness.
    /// shape (n, 2)
    Matrix place(const Matrix& X) const;

  private:
    static Tsne descend(const Matrix& X, std::vector<float> y, const TsneOptions& options, const Task& task);

    Matrix rows_;
    Matrix coordinates_;
    double perplexity_ = 30;
    std::size_t threads_ = 1;
};

}  // namespace attune::projection
