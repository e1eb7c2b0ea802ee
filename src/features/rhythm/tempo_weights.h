#pragma once

#include "features/rhythm/metre_evidence.h"
#include "features/rhythm/tempo_evidence.h"

#include <array>
#include <cstddef>

namespace attune::features {

/// The trained network of choose_tempo(): score = direct . e + outer . tanh(inner e + bias).
inline constexpr std::size_t n_tempo_units = 24;
extern const std::array<float, n_tempo_evidence> tempo_direct;
extern const std::array<float, n_tempo_units * n_tempo_evidence> tempo_inner;
extern const std::array<float, n_tempo_units> tempo_bias;
extern const std::array<float, n_tempo_units> tempo_outer;

/// The trained weights of choose_metre(): for each of metres, a constant and a weight for each evidence.
extern const std::array<float, n_metres*(n_metre_evidence + 1)> metre_weights;

}  // namespace attune::features
