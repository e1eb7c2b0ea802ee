#include "features/result/moods.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace attune::features {
namespace {

using library::AudioFeature;

// The ends are about what the quietest and the loudest twentieth of varied music have; the weights are how
// much of the definition in docs/reference/features.md each carries.
constexpr std::array energy{
    Evidence{Fact::loudness_lufs, -36, -8, 3},         Evidence{Fact::brightness_octaves, 9.4F, 11.5F, 1.5F},
    Evidence{Fact::onset_strength_db, 0.15F, 1.3F, 1}, Evidence{Fact::onsets_per_s, 0.5F, 8, 1},
    Evidence{Fact::flatness, 0.005F, 0.2F, 1.5F},      Evidence{Fact::level_deviation_db, 10, 3, 1}};

constexpr std::array danceability{
    Evidence{Fact::pulse, 0.1F, 0.9F, 2.5F}, Evidence{Fact::steadiness, 0.3F, 1, 1.5F},
    Evidence{Fact::dance_tempo, 0.1F, 1, 1.5F}, Evidence{Fact::bass_pulse, 0.05F, 0.5F, 2},
    Evidence{Fact::onset_strength_db, 0.1F, 1, 1}};

constexpr std::array valence{
    Evidence{Fact::majorness, -0.25F, 0.25F, 3}, Evidence{Fact::tempo_octaves, 6, 7.3F, 1.5F},
    Evidence{Fact::onsets_per_s, 0.5F, 7, 1.5F}, Evidence{Fact::brightness_octaves, 9.4F, 11.5F, 0.7F},
    Evidence{Fact::pulse, 0.1F, 0.8F, 0.7F}};

constexpr std::array acousticness{
    Evidence{Fact::flatness, 0.12F, 0.005F, 2},      Evidence{Fact::loudness_lufs, -9, -26, 1},
    Evidence{Fact::level_deviation_db, 3, 9, 1},     Evidence{Fact::high_share, 0.04F, 0.001F, 1},
    Evidence{Fact::low_share, 0.5F, 0.05F, 0.7F},    Evidence{Fact::brightness_octaves, 11.3F, 9.8F, 1.3F},
    Evidence{Fact::tonal_share, 0.35F, 0.85F, 1.5F}, Evidence{Fact::onset_strength_db, 1.2F, 0.2F, 0.7F}};

constexpr std::array instrumentalness{
    Evidence{Fact::gliding_share, 0.08F, 0.015F, 6},  Evidence{Fact::syllable_share, 0.6F, 0.35F, 1},
    Evidence{Fact::tuning_agreement, 0.05F, 0.5F, 2}, Evidence{Fact::crossing_deviation, 0.09F, 0.02F, 2},
    Evidence{Fact::timbre_change, 22, 8, 2},          Evidence{Fact::pause_share, 0.3F, 0, 1}};

constexpr std::array speechiness{Evidence{Fact::pause_share, 0.02F, 0.3F, 2},
                                 Evidence{Fact::syllable_share, 0.3F, 0.6F, 1.5F},
                                 Evidence{Fact::pulse, 0.5F, 0.05F, 1.5F},
                                 Evidence{Fact::crossing_deviation, 0.03F, 0.1F, 1.5F},
                                 Evidence{Fact::tuning_agreement, 0.4F, 0.05F, 1.5F},
                                 Evidence{Fact::timbre_change, 10, 25, 1.5F}};

constexpr std::array liveness{
    Evidence{Fact::noise_floor_db, -40, -10, 2.5F}, Evidence{Fact::floor_flatness, 0.05F, 0.7F, 1.5F},
    Evidence{Fact::tonal_share, 0.8F, 0.2F, 1},     Evidence{Fact::pulse, 0.8F, 0.05F, 1.5F},
    Evidence{Fact::steadiness, 1, 0.4F, 0.7F},      Evidence{Fact::contrast_db, 25, 12, 1}};

constexpr std::array definitions{MoodDefinition{AudioFeature::danceability, 1, 0.7F, danceability},
                                 MoodDefinition{AudioFeature::energy, 1, 0.8F, energy},
                                 MoodDefinition{AudioFeature::valence, 1, 0.4F, valence},
                                 MoodDefinition{AudioFeature::acousticness, 1, 0.6F, acousticness},
                                 MoodDefinition{AudioFeature::instrumentalness, 1, 0.5F, instrumentalness},
                                 MoodDefinition{AudioFeature::speechiness, 2, 0.5F, speechiness},
                                 MoodDefinition{AudioFeature::liveness, 2, 0.3F, liveness}};

}  // namespace

std::span<const MoodDefinition> mood_definitions() noexcept { return definitions; }

float mood_of(const MoodDefinition& definition, const Facts& facts) {
    float sum = 0;
    float weights = 0;
    for (const auto& evidence : definition.evidence) {
        const float along = (facts[evidence.fact] - evidence.at_0) / (evidence.at_1 - evidence.at_0);
        sum += evidence.weight * std::clamp(along, 0.0F, 1.0F);
        weights += evidence.weight;
    }
    return std::pow(sum / weights, definition.exponent);
}

}  // namespace attune::features
