#pragma once

#include "core/json_fwd.h"
#include "library/collection.h"

#include <string>
#include <vector>

namespace attune::shapes {

/// Why something is in a list that a person asked for: the word that fits or is shared, or the view
/// ("sound").
struct FoundReason {
    std::string name;
    double share = 0;  ///< in [0, 1]
    std::string text;
};

/// A track in such a list, with all that it takes to show and to play it.
struct FoundTrack {
    std::string id;  ///< "track:12"
    std::string artist;
    std::string title;
    std::string uri;  ///< empty if no Spotify id is known
    double score = 0;
    std::vector<FoundReason> reasons;
};

struct FoundArtist {
    std::string artist;
    double score = 0;
    std::vector<FoundReason> reasons;
    std::vector<FoundTrack> first_track;  ///< one to begin with, or none
};

FoundTrack make_found(const library::CollectionTrack& track, double score,
                      std::vector<FoundReason> reasons = {});

/// Reasons of any kind that has a name, a text and a share.
template <class Reason>
std::vector<FoundReason> found_reasons(const std::vector<Reason>& reasons, float Reason::*share) {
    std::vector<FoundReason> found;
    for (const auto& reason : reasons) found.push_back({reason.name, reason.*share, reason.text});
    return found;
}

/// {"id", "artist", "title", "uri", "score", "reasons": [{"name", "share", "text"}]}
Json to_json(const FoundTrack& track);

/// {"artist", "score", "reasons", "track": {"id", "artist", "title", "uri"} or null}
Json to_json(const FoundArtist& artist);

}  // namespace attune::shapes
