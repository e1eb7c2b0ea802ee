#pragma once

#include "features/analysis/analysis.h"
#include "features/result/listening.h"

namespace attune::features {

/// All that was heard of one track.
struct TrackSoFar {
    const Listening& heard;
    Loudness loudness;
    double duration_s;
    bool had_bad_samples;
};

/// What a track sounds like, from what was heard of it.
TrackAnalysis summarise(const TrackSoFar& track);

}  // namespace attune::features
