#pragma once

#include "collaborative/option_text.h"
#include "collaborative/weighting.h"

#include <array>

namespace attune::collaborative {

/// How one person's factors are found while the items' are fixed, and the other way round.
enum class AlsSolver {
    cholesky,  ///< exactly
    cg,        ///< some steps of preconditioned conjugate gradients from where they were
    subspace,  ///< exactly in `block` factors at a time, the others held (iALS++)
};

/// The names in brackets are those of the papers named at Als.
struct AlsOptions {
    int factors = 64;
    int iterations = 15;
    float regularization = 20;
    float frequency_exponent = 0;
    Weighting weighting = Weighting::log1p;
    WeightScale scale = WeightScale::absolute;
    float alpha = 1;
    AlsSolver solver = AlsSolver::cholesky;
    int cg_steps = 3;
    int block = 32;

    static constexpr std::array<std::string_view, 3> solver_names{"cholesky", "cg", "subspace"};

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<int>{"factors", factors, 1, 4096, "length of an embedding [f]"});
        visit(Option<int>{"iterations", iterations, 1, 1000, "passes over people and items"});
        visit(Option<float>{"regularization", regularization, 1e-4F, 1e6F,
                            "penalty on the size of embeddings [lambda]"});
        visit(Option<float>{"frequency_exponent", frequency_exponent, 0, 1,
                            "how much more those with many plays are penalised [nu]"});
        visit(Choice<Weighting>{"weighting", weighting, weighting_names, "weight of a play count"});
        visit(Choice<WeightScale>{"scale", scale, weight_scale_names,
                                  "weights as they are, or by a person's mean"});
        visit(Option<float>{"alpha", alpha, 1e-4F, 1e6F, "confidence gained by a weight of 1 [alpha]"});
        visit(Choice<AlsSolver>{"solver", solver, solver_names, "how each embedding is found"});
        visit(Option<int>{"cg_steps", cg_steps, 1, 1000, "cg: steps for each embedding"});
        visit(Option<int>{"block", block, 1, 4096, "subspace: factors at a time [d']"});
    }
};

}  // namespace attune::collaborative
