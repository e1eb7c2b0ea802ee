#pragma once

#include "features/analysis/analysis.h"
#include "features/loudness/dynamics.h"
#include "features/result/facts.h"
#include "features/result/listening.h"
#include "features/rhythm/rhythm.h"
#include "features/timbre/mfcc.h"

#include <vector>

namespace attune::features {

/// All that was found out about a track, of which the mood-like features, the descriptors and the embedding
/// are made.
struct Findings {
    const Listening& heard;
    const Loudness& loudness;
    HeardRhythm rhythm;
    Tonality tonality;
    MfccStatistics mfcc;
    Dynamics dynamics;
};

Facts facts_of(const Findings& findings);

/// The facts, then mean and deviation of each Timbre, then those of each MFCC and of their changes.
std::vector<Descriptor> descriptors_of(const Findings& findings, const Facts& facts);

/// Where a track stands among others by its sound: embedding_length numbers of about unit variance over
/// varied music, of which Euclidean distances mean something. What each is stands in
/// docs/reference/features.md.
std::vector<float> embedding_of(const Findings& findings, const Facts& facts);

}  // namespace attune::features
