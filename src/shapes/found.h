#pragma once

#include "library/collection.h"
#include "shapes/track.h"

#include <optional>
#include <string>
#include <vector>

namespace attune::shapes {

/// Why something is in a list that a person asked for: the word that fits or is shared, or the view
/// ("sound").
struct FoundReason {
    std::string name;
    double share = 0;  ///< in [0, 1]
    std::string text;

    static void describe(Fields<FoundReason>& fields);
};

/// A track in such a list, with all that it takes to show and to play it.
struct FoundTrack {
    Track track;
    double score = 0;
    std::vector<FoundReason> reasons;

    static void describe(Fields<FoundTrack>& fields);
};

struct FoundArtist {
    std::string artist;
    double score = 0;
    std::vector<FoundReason> reasons;
    std::optional<Track> first_track;  ///< one to begin with

    static void describe(Fields<FoundArtist>& fields);
};

struct FoundTag {
    std::string tag;
    double score = 0;

    static void describe(Fields<FoundTag>& fields);
};

struct SimilarAbout {
    std::string kind;  ///< "artist", "track" or "tag"
    std::string name;

    static void describe(Fields<SimilarAbout>& fields);
};

/// What is like an artist (artists), a track (tracks) or a tag (tags, artists and tracks).
struct Similar {
    SimilarAbout about;
    std::optional<std::string> by;
    std::vector<FoundTag> tags;
    std::vector<FoundArtist> artists;
    std::vector<FoundTrack> tracks;

    static void describe(Fields<Similar>& fields);
};

/// What a part of some words was taken for.
struct UnderstoodWords {
    std::string words;
    std::string as;
    std::string kind;  ///< "tag", "sound" or "era"
    bool negated = false;

    static void describe(Fields<UnderstoodWords>& fields);
};

/// What fits words about music.
struct WordSearch {
    std::string query;
    std::vector<UnderstoodWords> understood;
    std::vector<std::string> unknown;
    std::vector<FoundTrack> tracks;
    std::vector<FoundArtist> artists;

    static void describe(Fields<WordSearch>& fields);
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

}  // namespace attune::shapes
