#pragma once

#include "features/timbre/mel.h"

#include <array>
#include <vector>

namespace attune::features {

/// Where onsets are told apart: bass and kick, low tones, voices and snares, cymbals; and all together.
enum class OnsetBand : std::size_t { low, low_mid, mid, high, all };
inline constexpr std::size_t n_onset_bands = 5;

/// How strongly something begins, at each frame.
struct OnsetStrength {
    /// By OnsetBand, each of shape (n_frames,): mean rise in dB above its surroundings, at least 0.
    std::array<std::vector<float>, n_onset_bands> bands;

    const std::vector<float>& of(OnsetBand band) const { return bands[static_cast<std::size_t>(band)]; }
};

/// The rise of each mel band over two frames, above 900 Hz against the highest of three neighbours, so that
/// vibrato is no onset. Levels are held against those of the track, so that gain changes nothing.
///
/// Source: S. Boeck, G. Widmer, "Maximum filter vibrato suppression for onset detection", DAFx 2013.
OnsetStrength onset_strength(const MelHistory& mel, const std::vector<float>& band_centres);

/// Events a second: peaks of the strength that stand out.
float onsets_per_second(const std::vector<float>& strength, double frames_per_s);

}  // namespace attune::features
