#pragma once

#include "library/collection.h"
#include "similarity/sound_likeness.h"
#include "similarity/tag_space.h"

#include <optional>
#include <string>
#include <vector>

namespace attune::similarity {

/// Why two things are alike.
struct LikeReason {
    std::string name;  ///< the tag that both have, or "sound", "listeners"
    float share = 0;   ///< of the likeness by tags, for a tag; else that likeness itself, in [0, 1]
    std::string text;
};

struct SimilarTrack {
    library::TrackIndex track = 0;
    float score = 0;  ///< in (0, 1]
    std::vector<LikeReason> reasons;
};

struct SimilarArtist {
    library::ArtistIndex artist = 0;
    float score = 0;
    std::vector<LikeReason> reasons;
    std::optional<library::TrackIndex> first_track;  ///< the best known one of the library, to begin with
};

/// The views of likeness and what each counts in the whole; 0 leaves a view out. A view that knows nothing of
/// what is asked about counts nothing, and the others the more.
struct Views {
    float tags = 0;
    float sound = 0;
    float listeners = 0;
};

/// Likeness of things, view by view. Refers to what it is given; `sound` and `tags` may be missing, if no
/// view needs them.
class Likeness {
  public:
    Likeness(const library::Collection& collection, const TagSpace* tags, const SoundLikeness* sound)
        : collection_(collection), tags_(tags), sound_(sound) {}

    /// The artists most like one, itself left out, and those whose likeness is below 0.1.
    /// @param listeners  likeness by what listeners play together, by artist, any scale, 0 for none; may be
    /// empty
    std::vector<SimilarArtist> artists(library::ArtistIndex artist, const Views& views,
                                       const std::vector<float>& listeners, std::size_t count) const;

    /// The tracks most like one: no version of the song itself, no song twice, at most `max_per_artist` of
    /// one artist.
    std::vector<SimilarTrack> tracks(library::TrackIndex track, const Views& views, std::size_t count,
                                     std::size_t max_per_artist) const;

  private:
    std::vector<LikeReason> tag_reasons(const Profile& a, const Profile& b) const;

    const library::Collection& collection_;
    const TagSpace* tags_;
    const SoundLikeness* sound_;
};

/// The best known track of each artist in the catalogues of the library, by popularity, then by index.
std::vector<std::optional<library::TrackIndex>> first_tracks(const library::Collection& collection);

}  // namespace attune::similarity
