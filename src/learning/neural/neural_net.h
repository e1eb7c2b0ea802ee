#pragma once

#include "core/json_fwd.h"
#include "core/matrix.h"
#include "core/options.h"
#include "core/task.h"
#include "learning/tables/classes.h"
#include "learning/tables/standardizer.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace attune::learning {

struct NeuralNetOptions {
    int first_layer = 128;
    int second_layer = 64;
    int epochs = 200;
    int batch = 128;
    float learning_rate = 1e-3F;
    float l2 = 1e-4F;
    float dropout = 0;
    float validation_share = 0.1F;
    int patience = 10;
    std::uint64_t seed = 1;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"first_layer", first_layer, 1, 4096, "units of the first hidden layer"});
        visit(Option<int>{"second_layer", second_layer, 1, 4096, "units of the second hidden layer"});
        visit(Option<int>{"epochs", epochs, 1, 100000, "most passes over the training rows"});
        visit(Option<int>{"batch", batch, 1, 65536, "rows a step"});
        visit(Option<float>{"learning_rate", learning_rate, 1e-6F, 1, "size of a step [alpha of Adam]"});
        visit(Option<float>{"l2", l2, 0, 10, "share of the weights' squares in the mean loss"});
        visit(Option<float>{"dropout", dropout, 0, 0.9F, "share of hidden units left out in a step"});
        visit(Option<float>{"validation_share", validation_share, 0, 0.5F,
                            "share of rows that say when to stop; 0 to run all epochs"});
        visit(Option<int>{"patience", patience, 1, 10000,
                          "passes without a better validation loss before the end"});
        visit(Option<std::uint64_t>{"seed", seed, 0, ~std::uint64_t{0}, "start of the random numbers"});
    }
};

/// A classifier of two hidden layers of rectified linear units and a softmax, on standardised columns with
/// missing values at the mean. Trained by Adam on the log-loss; the weights kept are those of least loss on a
/// part of the training rows that was held back. The same input and seed give the same net.
///
/// Source: D. P. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR 2015; starting weights: K.
/// He et al., "Delving deep into rectifiers", ICCV 2015; dropout: N. Srivastava et al., JMLR 15, 2014.
class NeuralNet {
  public:
    NeuralNet() = default;

    /// @param X         shape (n_rows, n_columns), NaN missing
    /// @param labels    shape (n_rows,), in [0, n_classes)
    /// @param weights   shape (n_rows,), >= 0, or empty for 1 everywhere
    /// @param groups    shape (n_rows,), or empty: rows of one group are held back together
    /// @throws Error{invalid_argument} if there are no rows, shapes differ, or a value is out of its range
    static NeuralNet fit(const Matrix& X, std::span<const ClassIndex> labels, std::size_t n_classes,
                         std::span<const float> weights = {}, const NeuralNetOptions& options = {},
                         std::span<const std::uint64_t> groups = {}, const Task& task = {});

    /// Probabilities, shape (n_rows, n_classes), rows sum to 1.
    /// @throws Error{invalid_argument} if X has another number of columns than the training rows
    Matrix predict(const Matrix& X) const;

    std::size_t n_classes() const noexcept { return layers_.empty() ? 0 : layers_.back().bias.size(); }
    std::size_t n_columns() const noexcept { return standardizer_.n_columns(); }

    /// The loss on the rows held back after each pass; empty without any.
    const std::vector<double>& validation_losses() const noexcept { return validation_losses_; }

    Json save() const;
    /// @throws Error{corrupt_data} if this was not saved by a NeuralNet
    static NeuralNet load(const Json& saved);

    struct Layer {
        Matrix weights;  ///< shape (n_outputs, n_inputs)
        std::vector<float> bias;
    };

  private:
    Standardizer standardizer_;
    std::vector<Layer> layers_;
    std::vector<double> validation_losses_;
};

}  // namespace attune::learning
