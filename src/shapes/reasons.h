#pragma once

#include "recommend/reasons.h"
#include "shapes/shape.h"

#include <string>
#include <vector>

namespace attune::shapes {

/// What speaks for or against a track.
struct Reason {
    std::string name;
    double contribution = 0;
    std::string text;

    static void describe(Fields<Reason>& fields);
};

/// In their order.
std::vector<Reason> reasons_of(const std::vector<recommend::Reason>& reasons);

}  // namespace attune::shapes
