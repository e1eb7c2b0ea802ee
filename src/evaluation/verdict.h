#pragma once

#include "evaluation/replay.h"

namespace attune::evaluation {

/// What the mean figures of a task say, in plain words: that there is too little to judge by, that the models know
/// nothing (no better than chance, or than the best of the simple rules: the interval of the difference holds 0), or
/// how much better than the best simple rule they are.
Verdict keep_it_verdict(const Evaluation& evaluation, std::size_t least_relevant);

/// @param chance  recall@500 of a random order, the mean over the cuts that have figures
Verdict discovery_verdict(const Evaluation& evaluation, double chance, std::size_t least_relevant);

Verdict new_artists_verdict(const Evaluation& evaluation, std::size_t least_relevant);

}  // namespace attune::evaluation
