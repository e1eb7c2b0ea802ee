#include "features/result/summary.h"

#include "features/loudness/loudness.h"
#include "features/result/descriptors.h"
#include "features/result/moods.h"
#include "features/tonal/key.h"

#include <algorithm>
#include <utility>

namespace attune::features {
namespace {

using library::AudioFeature;

// Below this, R128 has no gate block that is full, and nothing has a beat.
constexpr double shortest_s = 3;
constexpr double shortest_embedding_s = 1;
constexpr double full_trust_s = 20;  // a verse: with less, a mood is that of a moment
constexpr float clipped_audibly = 1e-4F;
constexpr float loudness_confidence = 0.7F;  // R128 is exact, the way to Spotify's scale is not

std::vector<std::string> problems_of(const TrackSoFar& track) {
    std::vector<std::string> problems;
    if (is_missing(track.loudness.sample_peak_dbfs)) problems.emplace_back("silent");
    if (track.duration_s < shortest_s) problems.emplace_back("shorter than 3 s");
    if (track.loudness.clipped_share > clipped_audibly) problems.emplace_back("clipped");
    if (track.had_bad_samples) problems.emplace_back("samples that are no numbers");
    return problems;
}

void take_rhythm(TrackAnalysis& analysis) {
    const auto& rhythm = analysis.rhythm;
    if (is_missing(rhythm.tempo_bpm)) return;
    analysis.features[AudioFeature::tempo] = rhythm.tempo_bpm;
    analysis.confidence[AudioFeature::tempo] = rhythm.tempo_confidence;
    analysis.features[AudioFeature::time_signature] = rhythm.time_signature;
    analysis.confidence[AudioFeature::time_signature] = rhythm.time_signature_confidence;
}

void take_tonality(TrackAnalysis& analysis) {
    const auto& tonality = analysis.tonality;
    if (tonality.key < 0) return;
    analysis.features[AudioFeature::key] = static_cast<float>(tonality.key);
    analysis.features[AudioFeature::mode] = static_cast<float>(tonality.mode);
    analysis.confidence[AudioFeature::key] = tonality.key_confidence;
    analysis.confidence[AudioFeature::mode] = tonality.key_confidence;
}

void take_moods(const Facts& facts, double duration_s, TrackAnalysis& analysis) {
    const auto trust = static_cast<float>(std::min(1.0, duration_s / full_trust_s));
    for (const auto& definition : mood_definitions()) {
        analysis.features[definition.feature] = mood_of(definition, facts);
        analysis.confidence[definition.feature] = trust * definition.confidence;
    }
}

}  // namespace

TrackAnalysis summarise(const TrackSoFar& track) {
    TrackAnalysis analysis;
    analysis.duration_s = track.duration_s;
    analysis.loudness = track.loudness;
    analysis.problems = problems_of(track);
    analysis.features[AudioFeature::duration_ms] = static_cast<float>(1000 * track.duration_s);
    analysis.confidence[AudioFeature::duration_ms] = 1;
    if (!is_missing(track.loudness.integrated_lufs)) {
        analysis.features[AudioFeature::loudness] = spotify_loudness(track.loudness.integrated_lufs);
        analysis.confidence[AudioFeature::loudness] = loudness_confidence;
    }
    if (is_missing(track.loudness.sample_peak_dbfs)) return analysis;
    const auto& heard = track.heard;
    const auto& centres = heard.mel_bands().centres();
    Findings findings{heard,
                      analysis.loudness,
                      find_rhythm(heard.mel(), centres, track.duration_s),
                      find_key(heard.pitch()),
                      mfcc_statistics(heard.mel()),
                      dynamics_of(heard.mel(), centres)};
    analysis.tonality = findings.tonality;
    const auto facts = facts_of(findings);
    analysis.descriptors = descriptors_of(findings, facts);
    if (track.duration_s >= shortest_embedding_s) {
        analysis.embedding = embedding_of(findings, facts);
        take_moods(facts, track.duration_s, analysis);
    }
    analysis.rhythm = std::move(findings.rhythm.rhythm);
    take_rhythm(analysis);
    take_tonality(analysis);
    return analysis;
}

}  // namespace attune::features
