#include "features/rhythm/rhythm.h"

#include "features/front/rates.h"
#include "features/rhythm/beats.h"
#include "features/rhythm/metre_evidence.h"
#include "features/rhythm/tempo.h"

#include <algorithm>
#include <utility>

namespace attune::features {
namespace {

constexpr double trusted_tempo_s = 12;  // a window of Periodicity: with less, a tempo is a guess

float mean_of(const std::vector<float>& values) {
    double sum = 0;
    for (const float value : values) sum += value;
    return values.empty() ? 0.0F : static_cast<float>(sum / static_cast<double>(values.size()));
}

void take_repeats(const Periodicity& periodicity, double period, HeardRhythm& heard) {
    constexpr std::array<double, 4> ratios{0.5, 2, 3, 4};
    for (std::size_t i = 0; i < ratios.size(); ++i) {
        heard.repeats[i] = periodicity.near(OnsetBand::low, ratios[i] * period, 0.015);
        heard.repeats[i + ratios.size()] = periodicity.near(OnsetBand::high, ratios[i] * period, 0.015);
    }
    const float one = periodicity.near(OnsetBand::low, period, 0.015);
    heard.bass_pulse = std::clamp(std::max({one, heard.repeats[1], heard.repeats[3]}), 0.0F, 1.0F);
}

}  // namespace

HeardRhythm find_rhythm(const MelHistory& mel, const std::vector<float>& centres, double duration_s) {
    HeardRhythm heard;
    auto& rhythm = heard.rhythm;
    auto onsets = onset_strength(mel, centres);
    rhythm.onsets_per_s = onsets_per_second(onsets.of(OnsetBand::all), frames_per_s);
    heard.onset_strength_db = mean_of(onsets.of(OnsetBand::all));
    const Periodicity periodicity(onsets);
    const auto tempo = choose_tempo(tempo_candidates(onsets, periodicity), periodicity);
    if (!(tempo.period > 0)) return heard;
    rhythm.tempo_bpm = tempo.bpm;
    rhythm.tempo_alternative = tempo.alternative;
    rhythm.pulse = tempo.pulse;
    rhythm.steadiness = tempo_steadiness(tempo, periodicity);
    const auto trust = static_cast<float>(std::min(1.0, duration_s / trusted_tempo_s));
    rhythm.tempo_confidence = trust * tempo.chance * tempo.pulse * rhythm.steadiness;
    const auto metre = choose_metre(metre_evidence(periodicity, tempo.period));
    rhythm.time_signature = static_cast<float>(metre.beats_a_bar);
    rhythm.time_signature_confidence = trust * metre.chance * tempo.pulse;
    take_repeats(periodicity, tempo.period, heard);
    // Of a long track the other bands would stand beside the beats' own tables for nothing.
    const auto strength = std::move(onsets.bands[static_cast<std::size_t>(OnsetBand::all)]);
    onsets = {};
    for (const double frame : track_beats(strength, tempo.period))
        rhythm.beats_s.push_back(static_cast<float>(frame / frames_per_s));
    return heard;
}

}  // namespace attune::features
