#pragma once

#include "core/options.h"

namespace attune::features {

struct AnalyzerOptions {
    bool true_peak = false;
    bool loudness_range = true;

    template <class Visit>
    void describe(Visit&& visit) {
        visit(Option<bool>{"true_peak", true_peak, false, true,
                           "find the true peak, between the samples, as well"});
        visit(Option<bool>{"loudness_range", loudness_range, false, true, "find the loudness range as well"});
    }
};

}  // namespace attune::features
