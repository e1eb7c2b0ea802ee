#pragma once

#include "core/task.h"
#include "lab/models/number_model.h"
#include "lab/numbers/number_data.h"
#include "lab/numbers/popularity_study.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace attune::lab {

/// What was said of rows by models that had not seen them, shape (n_rows,) each.
struct Unseen {
    std::vector<float> said;
    std::vector<float> low;
    std::vector<float> high;
    std::vector<float> rule;  ///< the genre median
};

std::vector<PartError> errors_by_genre(const NumberData& data, const Unseen& unseen, std::uint64_t seed);
std::vector<PartError> errors_by_decade(const NumberData& data, const Unseen& unseen, std::uint64_t seed);
Residuals residuals_of(const NumberData& data, const Unseen& unseen, std::uint64_t seed);

/// Contributions of some tracks to the boosted part of a model.
Contributions contributions_of(const NumberData& data, const Encoder& encoder, const NumberModel& model,
                               const std::vector<TrackName>& names, std::uint64_t seed);

/// How predictions move with each of the features that are numbers.
std::vector<Dependence> dependence_of(const NumberData& data, const Encoder& encoder,
                                      const NumberModel& model, const std::vector<Driver>& drivers,
                                      std::uint64_t seed, const Task& task);

/// Models of each decade alone.
std::vector<Decade> decades_of(const NumberData& data, std::uint64_t seed, const Task& task);

}  // namespace attune::lab
