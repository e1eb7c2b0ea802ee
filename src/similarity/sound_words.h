#pragma once

#include "core/matrix.h"
#include "library/audio_features.h"

#include <array>
#include <optional>
#include <span>
#include <string_view>

namespace attune::similarity {

/// What a word wants of one audio feature: how well a value fits rises from 0 at `none_below` to 1 at
/// `full_from`, stays there until `full_to` and falls to 0 at `none_above`.
struct SoundWish {
    library::AudioFeature feature{};
    float none_below = 0;
    float full_from = 0;
    float full_to = 0;
    float none_above = 0;

    /// In [0, 1]; missing for a missing value.
    float fit(float value) const noexcept;
};

inline constexpr std::size_t most_wishes = 4;

/// What words mean in sound: all of the wishes.
struct SoundWord {
    std::string_view name;   ///< what reasons call it: "calm"
    std::string_view words;  ///< everything that means this, folded, separated by "|"
    std::array<std::optional<SoundWish>, most_wishes> wishes;
    std::string_view source;  ///< where the meaning comes from
};

/// The table. It is a reading of words, written by people: each entry says by which source.
std::span<const SoundWord> sound_words() noexcept;

/// The entry that these folded words mean.
const SoundWord* find_sound_word(std::string_view words) noexcept;

/// How well a track fits a word, in [0, 1]: the geometric mean of its wishes. Missing if a feature that is
/// wished for is unknown.
/// @param features  shape (13,)
float fit_of(const SoundWord& word, std::span<const float> features) noexcept;

}  // namespace attune::similarity
