#include "features/result/descriptors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <numbers>

namespace attune::features {
namespace {

/// How much of the pitch classes repeats k times in an octave, whatever the key: 1 for a single tone.
float chroma_shape(const std::array<float, 12>& chroma, int k) {
    std::complex<double> sum = 0;
    for (std::size_t i = 0; i < chroma.size(); ++i)
        sum += std::polar(static_cast<double>(chroma[i]),
                          -2 * std::numbers::pi * k * static_cast<double>(i) / 12);
    return static_cast<float>(std::abs(sum));
}

class Builder {
  public:
    /// A number whose mean over varied music is about `centre` and whose deviation about `scale`.
    void add(double value, double centre, double scale) {
        values_.push_back(static_cast<float>(std::clamp((value - centre) / scale, -4.0, 4.0)));
    }
    std::vector<float> take() { return std::move(values_); }

  private:
    std::vector<float> values_;
};

void add_timbre(Builder& builder, const Findings& findings) {
    // Means, deviations, and what changes: over varied music each MFCC spreads about half as far as the one
    // before.
    constexpr std::array<double, 13> spread{0, 35, 22, 14, 12, 9, 8, 7, 6, 6, 5, 5, 4.5};
    constexpr std::array<double, 13> motion{0, 26, 17, 14, 12, 11, 10, 9.5, 9, 8.5, 8, 8, 7.5};
    const auto& mfcc = findings.mfcc;
    for (std::size_t c = 1; c < n_mfcc; ++c) builder.add(mfcc.values[c].mean(), c == 1 ? 40 : 0, spread[c]);
    for (std::size_t c = 1; c < n_mfcc; ++c)
        builder.add(mfcc.values[c].deviation(), motion[c], motion[c] / 2.5);
    for (std::size_t c = 0; c < 6; ++c)
        builder.add(mfcc.changes[c].deviation(), c == 0 ? 45 : motion[c], c == 0 ? 20 : motion[c] / 2);
    const auto& timbre = findings.heard.timbre();
    for (std::size_t band = 0; band < n_contrasts; ++band)
        builder.add(
            timbre.of(static_cast<Timbre>(static_cast<std::size_t>(Timbre::contrast_1) + band)).mean(), 20,
            5);
    builder.add(std::log2(std::max(50.0, timbre.of(Timbre::spectral_rolloff).mean())), 10.8, 0.9);
    builder.add(timbre.of(Timbre::zero_crossing_rate).mean(), 0.09, 0.05);
}

void add_facts(Builder& builder, const Facts& facts) {
    builder.add(facts[Fact::brightness_octaves], 10.6, 0.6);
    builder.add(std::sqrt(facts[Fact::flatness]), 0.2, 0.1);
    builder.add(facts[Fact::low_share], 0.3, 0.2);
    builder.add(std::sqrt(facts[Fact::high_share]), 0.12, 0.09);
    builder.add(facts[Fact::tonal_share], 0.65, 0.15);
    builder.add(facts[Fact::tuning_agreement], 0.35, 0.18);
    builder.add(facts[Fact::level_deviation_db], 6, 2.5);
    builder.add(facts[Fact::pause_share], 0.05, 0.1);
    builder.add(facts[Fact::syllable_share], 0.45, 0.12);
    builder.add(facts[Fact::noise_floor_db], -25, 9);
}

void add_rhythm(Builder& builder, const Findings& findings, const Facts& facts) {
    for (const float repeat : findings.rhythm.repeats) builder.add(repeat, 0.25, 0.2);
    // A tempo and its double are neighbours: only the place within the octave counts, as far as there is a
    // pulse.
    const double angle = 2 * std::numbers::pi * facts[Fact::tempo_octaves];
    builder.add(facts[Fact::pulse] * std::cos(angle), 0, 0.6);
    builder.add(facts[Fact::pulse] * std::sin(angle), 0, 0.6);
    builder.add(facts[Fact::onsets_per_s], 4.5, 2);
    builder.add(facts[Fact::onset_strength_db], 0.6, 0.35);
}

void add_tonality(Builder& builder, const Findings& findings, const Facts& facts) {
    builder.add(facts[Fact::majorness], 0, 0.2);
    builder.add(facts[Fact::key_strength], 0.75, 0.12);
    for (int k = 3; k <= 5; ++k) builder.add(chroma_shape(findings.tonality.chroma, k), 0.15, 0.09);
}

}  // namespace

std::vector<float> embedding_of(const Findings& findings, const Facts& facts) {
    Builder builder;
    add_timbre(builder, findings);
    add_facts(builder, facts);
    add_rhythm(builder, findings, facts);
    add_tonality(builder, findings, facts);
    return builder.take();
}

}  // namespace attune::features
