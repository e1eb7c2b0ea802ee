#pragma once

#include "features/analysis/analysis.h"
#include "features/analysis/analyzer_options.h"

#include <memory>
#include <span>

namespace attune::features {

/// Listens to one track, front to back, and says what it sounds like.
///
/// It keeps no samples: about 30 MB for an hour of music. The answer does not depend on how the samples are
/// cut into calls of push(). Samples that are NaN or infinite count as 0 and are reported.
class Analyzer {
  public:
    /// @param sample_rate  Hz, in [1000, 768000]
    /// @param channels     1 to 8, in the order of FFmpeg and WAV (L R C LFE Ls Rs ...)
    /// @throws Error{invalid_argument} outside of these
    Analyzer(double sample_rate, int channels, const AnalyzerOptions& options = {});
    ~Analyzer();
    Analyzer(Analyzer&&) noexcept;
    Analyzer& operator=(Analyzer&&) noexcept;

    /// The next samples, full scale at +-1, interleaved: whole frames of `channels` samples, any number of
    /// them.
    /// @throws Error{invalid_argument} if the last frame is not whole
    void push(std::span<const float> interleaved);

    /// What was heard. To be called once, after the last push().
    TrackAnalysis finish();

  private:
    class State;
    std::unique_ptr<State> state_;
};

}  // namespace attune::features
