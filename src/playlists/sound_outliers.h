#pragma once

#include "library/collection.h"

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace attune::playlists {

/// The four usual ways to find rows that lie apart, on the sound of a playlist alone.
inline constexpr std::array<std::string_view, 4> sound_method_names{"z-score", "IQR", "Mahalanobis",
                                                                    "isolation forest"};

/// By method, in the order of sound_method_names.
struct SoundOutlier {
    std::array<double, 4> scores{};    ///< larger lies farther apart
    std::array<bool, 4> is_outlier{};  ///< beyond the usual bound of the method
    int n_methods = 0;                 ///< that call it an outlier
};

/// What the methods say of each track of a playlist, on similarity::sound_columns(). A track without features
/// has scores of 0 and is no outlier; so has every track of a playlist of fewer than 8 with features.
///
/// The bounds: 3 standard deviations; 1.5 quartile distances outside of the quartiles; p < 0.01 under
/// chi-squared; an isolation score above 0.6.
std::vector<SoundOutlier> sound_outliers(const library::Collection& collection,
                                         std::span<const library::TrackIndex> tracks, std::uint64_t seed);

}  // namespace attune::playlists
