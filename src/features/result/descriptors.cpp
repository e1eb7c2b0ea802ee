#include "features/result/descriptors.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace attune::features {
namespace {

constexpr std::array<std::string_view, n_timbres> timbre_names{
    "spectral_centroid",   "spectral_rolloff",    "spectral_flatness",   "zero_crossing_rate",
    "high_share",          "low_share",           "spectral_contrast_1", "spectral_contrast_2",
    "spectral_contrast_3", "spectral_contrast_4", "spectral_contrast_5"};

float mean_of(const Listening& heard, Timbre timbre) {
    return static_cast<float>(heard.timbre().of(timbre).mean());
}

float mean_contrast(const Listening& heard) {
    double sum = 0;
    for (std::size_t band = 0; band < n_contrasts; ++band)
        sum += heard.timbre()
                   .of(static_cast<Timbre>(static_cast<std::size_t>(Timbre::contrast_1) + band))
                   .mean();
    return static_cast<float>(sum / n_contrasts);
}

/// How near a tempo is to that of most dance music: within a third of an octave it hardly matters.
float dance_tempo(float bpm) {
    constexpr float best = 118;
    constexpr float width = 0.45F;  // octaves
    if (is_missing(bpm)) return 0;
    const float octaves = std::log2(bpm / best) / width;
    return std::exp(-0.5F * octaves * octaves);
}

float timbre_change(const MfccStatistics& mfcc) {
    double sum = 0;
    for (std::size_t c = 1; c <= 6; ++c) sum += mfcc.changes[c].deviation();
    return static_cast<float>(sum / 6);
}

void add_moments(std::vector<Descriptor>& descriptors, const std::string& name, const Moments& moments) {
    descriptors.push_back({name + "_mean", static_cast<float>(moments.mean())});
    descriptors.push_back({name + "_deviation", static_cast<float>(moments.deviation())});
}

}  // namespace

Facts facts_of(const Findings& findings) {
    Facts facts;
    const auto& heard = findings.heard;
    const auto& rhythm = findings.rhythm.rhythm;
    const auto& dynamics = findings.dynamics;
    const float lufs = findings.loudness.integrated_lufs;
    facts[Fact::loudness_lufs] = is_missing(lufs) ? -70 : lufs;
    facts[Fact::brightness_octaves] = std::log2(std::max(50.0F, mean_of(heard, Timbre::spectral_centroid)));
    facts[Fact::flatness] = mean_of(heard, Timbre::spectral_flatness);
    facts[Fact::high_share] = mean_of(heard, Timbre::high_share);
    facts[Fact::low_share] = mean_of(heard, Timbre::low_share);
    facts[Fact::crossing_deviation] =
        static_cast<float>(heard.timbre().of(Timbre::zero_crossing_rate).deviation());
    facts[Fact::contrast_db] = mean_contrast(heard);
    facts[Fact::timbre_change] = timbre_change(findings.mfcc);
    facts[Fact::onsets_per_s] = rhythm.onsets_per_s;
    facts[Fact::onset_strength_db] = findings.rhythm.onset_strength_db;
    facts[Fact::pulse] = rhythm.pulse;
    facts[Fact::steadiness] = rhythm.steadiness;
    facts[Fact::bass_pulse] = findings.rhythm.bass_pulse;
    facts[Fact::dance_tempo] = dance_tempo(rhythm.tempo_bpm) * rhythm.pulse;
    facts[Fact::tempo_octaves] =
        is_missing(rhythm.tempo_bpm) ? std::log2(100.0F) : std::log2(rhythm.tempo_bpm);
    facts[Fact::majorness] = findings.tonality.majorness;
    facts[Fact::key_strength] = findings.tonality.key_strength;
    facts[Fact::tonal_share] = heard.pitch().tonal_share();
    facts[Fact::tuning_agreement] = heard.pitch().tuning_agreement();
    facts[Fact::level_deviation_db] = dynamics.level_deviation_db;
    facts[Fact::pause_share] = dynamics.pause_share;
    facts[Fact::syllable_share] = dynamics.syllable_share;
    facts[Fact::noise_floor_db] = dynamics.noise_floor_db;
    facts[Fact::floor_flatness] = dynamics.floor_flatness;
    facts[Fact::gliding_share] = heard.glides().gliding_share();
    return facts;
}

std::vector<Descriptor> descriptors_of(const Findings& findings, const Facts& facts) {
    std::vector<Descriptor> descriptors;
    for (std::size_t i = 0; i < n_facts; ++i)
        descriptors.push_back({std::string(fact_names[i]), facts.values[i]});
    for (std::size_t i = 0; i < n_timbres; ++i)
        add_moments(descriptors, std::string(timbre_names[i]),
                    findings.heard.timbre().of(static_cast<Timbre>(i)));
    for (std::size_t c = 0; c < n_mfcc; ++c)
        add_moments(descriptors, "mfcc_" + std::to_string(c), findings.mfcc.values[c]);
    for (std::size_t c = 0; c < n_mfcc; ++c)
        add_moments(descriptors, "mfcc_change_" + std::to_string(c), findings.mfcc.changes[c]);
    return descriptors;
}

}  // namespace attune::features
