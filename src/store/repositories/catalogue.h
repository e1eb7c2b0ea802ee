#pragma once

#include "library/audio_features.h"
#include "library/ids.h"
#include "library/track.h"
#include "store/rows.h"

#include <optional>
#include <string_view>
#include <vector>

namespace attune::store {

/// Tracks and artists, and what catalogues and other providers know of them. Of no person.
class Catalogue {
  public:
    virtual ~Catalogue() = default;

    /// Adds or updates a track of the catalogue `provider` ("catalogue:<name>"). Duplicate if nothing
    /// changed. Where a provider states different values for one track in several rows, the first row of an
    /// import wins.
    virtual Fate add_catalogue_track(std::string_view provider, const library::CatalogueTrack& track) = 0;

    /// Sets what a provider says of the sound of a track; `version` is that of its way to compute it.
    virtual void set_features(std::string_view provider, library::TrackId track, int version,
                              const library::AudioFeatures& features) = 0;

    virtual Fate add_artist_genres(std::string_view provider, const library::ArtistGenres& genres) = 0;

    /// All tracks, in the order of their ids.
    virtual std::vector<TrackRow> tracks() = 0;

    virtual std::optional<TrackRow> track(library::TrackId id) = 0;

    /// The tracks whose folded title is that of `title`, in the order of their ids.
    virtual std::vector<TrackRow> tracks_titled(std::string_view title) = 0;

    /// All artists, in the order of their ids, with their genres (of all providers, each once).
    virtual std::vector<ArtistRow> artists() = 0;

    virtual std::optional<ArtistRow> artist(library::ArtistId id) = 0;

    /// The tracks of whose sound any provider knows more than the duration, in the order of their ids.
    virtual std::vector<library::TrackId> tracks_with_sound() = 0;

    /// Features of all tracks of one provider, in the order of track ids.
    virtual std::vector<FeatureRow> features(std::string_view provider) = 0;

    virtual std::vector<ProviderRow> providers() = 0;

    /// (track, tag) pairs of all catalogues, in the order of track ids.
    virtual std::vector<TagRow> tags() = 0;

  protected:
    Catalogue() = default;
    Catalogue(const Catalogue&) = default;
    Catalogue& operator=(const Catalogue&) = default;
};

}  // namespace attune::store
