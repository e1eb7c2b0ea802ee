#pragma once

#include "engine/library/workspace.h"
#include "learning/tables/quantile_map.h"
#include "library/audio_features.h"
#include "shapes/library.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace attune::engine {

/// How one of the audio features that attune finds agrees with the same of catalogues, on tracks that have both.
struct ScaleAgreement {
    library::AudioFeature feature = library::AudioFeature::danceability;
    std::size_t n_pairs = 0;
    learning::MapErrors errors;  ///< mean absolute; `mapped` on pairs that the map was not fitted on

    /// Whether the mapped value errs less than a value that knows nothing of the track.
    bool is_of_use() const noexcept { return errors.mapped < errors.constant; }
};

struct Scales {
    std::size_t n_own = 0;                 ///< tracks that attune has listened to
    std::size_t n_pairs = 0;               ///< of these, tracks that a catalogue describes
    std::vector<ScaleAgreement> features;  ///< only with enough pairs to judge by
    bool are_joined = false;
};

/// The least pairs by which a map is fitted and judged.
inline constexpr std::size_t least_scale_pairs = 50;

/// Measures how attune's features and those of catalogues agree.
Scales measure_scales(Workspace& workspace);

/// From now on own features stand beside those of catalogues, brought to their scale by quantiles, feature by feature
/// where that errs less than knowing nothing; or, `join` false, apart again, as they are at first.
/// @throws Error{conflict} if there are fewer than least_scale_pairs tracks that both know
void join_scales(Workspace& workspace, bool join);

/// Brings own features to the scale of catalogues. Key, mode, tempo, time signature and duration mean the same on both
/// and stay as they are; the rest is mapped, or missing where no map is of use.
class ScaleMap {
  public:
    /// Nothing unless the scales are joined and there are pairs enough.
    static std::optional<ScaleMap> of(const Workspace& workspace);

    library::AudioFeatures operator()(const library::AudioFeatures& own) const;

  private:
    std::vector<std::optional<learning::QuantileMap>> maps_;  // by feature
};

shapes::Scales shape_of(const Scales& scales);

}  // namespace attune::engine
