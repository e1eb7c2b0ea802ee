#include "features/summary.h"

#include "features/loudness.h"

namespace attune::features {
namespace {

using library::AudioFeature;

// Below this, R128 has no gate block that is full, and nothing has a beat.
constexpr double shortest_s = 3;
constexpr float clipped_audibly = 1e-4F;

std::vector<std::string> problems_of(const TrackSoFar& track) {
    std::vector<std::string> problems;
    if (is_missing(track.loudness.sample_peak_dbfs)) problems.emplace_back("silent");
    if (track.duration_s < shortest_s) problems.emplace_back("shorter than 3 s");
    if (track.loudness.clipped_share > clipped_audibly) problems.emplace_back("clipped");
    if (track.had_bad_samples) problems.emplace_back("samples that are no numbers");
    return problems;
}

}  // namespace

TrackAnalysis summarise(const TrackSoFar& track) {
    TrackAnalysis analysis;
    analysis.duration_s = track.duration_s;
    analysis.loudness = track.loudness;
    analysis.problems = problems_of(track);
    analysis.features[AudioFeature::duration_ms] = static_cast<float>(1000 * track.duration_s);
    analysis.confidence[AudioFeature::duration_ms] = 1;
    if (is_missing(track.loudness.integrated_lufs)) return analysis;
    analysis.features[AudioFeature::loudness] = spotify_loudness(track.loudness.integrated_lufs);
    analysis.confidence[AudioFeature::loudness] = 0.7F;  // R128 is exact, the way to Spotify's scale is not
    return analysis;
}

}  // namespace attune::features
