#pragma once

#include "core/time.h"
#include "library/ids.h"
#include "library/playlist.h"
#include "store/rows.h"

#include <optional>
#include <string_view>
#include <vector>

namespace attune::store {

/// What people think of tracks and artists.
class Labels {
  public:
    virtual ~Labels() = default;

    /// Sets the label of a track, or clears it with nullopt. Every change is kept: see label_history().
    virtual void set_label(library::PersonId person, library::TrackId track,
                           std::optional<library::LabelValue> value, std::string_view origin,
                           Timestamp at) = 0;

    virtual void set_artist_blocked(library::PersonId person, library::ArtistId artist, bool blocked,
                                    Timestamp at) = 0;

    /// The labels in force, in the order of track ids.
    virtual std::vector<LabelRow> labels(library::PersonId person) = 0;

    /// Every change of a label, oldest first; cleared ones have no value.
    virtual std::vector<LabelRow> label_history(library::PersonId person) = 0;

    virtual std::vector<library::ArtistId> blocked_artists(library::PersonId person) = 0;

  protected:
    Labels() = default;
    Labels(const Labels&) = default;
    Labels& operator=(const Labels&) = default;
};

}  // namespace attune::store
