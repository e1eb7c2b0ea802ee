#pragma once

#include "core/time.h"
#include "shapes/reasons.h"
#include "shapes/track.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace attune::shapes {

/// How probable it is that the person would like a track, with its 95 % interval; all in [0, 1]. None of the three where
/// the past does not allow to tell.
struct Chance {
    std::optional<double> probability;
    std::optional<double> low;
    std::optional<double> high;

    static void describe(Fields<Chance>& fields);
};

/// A track that is offered.
struct Pick {
    int rank = 0;
    Track track;
    double score = 0;
    Chance chance;
    bool new_artist = false;
    std::vector<std::string> genres;
    std::vector<std::string> sources;  ///< who would have thought of it; may be none
    std::vector<Reason> reasons;       ///< their contributions add up to the score

    static void describe(Fields<Pick>& fields);
};

struct Discovery {
    std::int64_t run = 0;
    int cycle = 0;
    std::size_t candidates = 0;
    double new_artist_rate = 0;  ///< how much of what the person came to keep was by artists new to them
    double share_of_new = 0;     ///< of this list, as the dial for familiarity asks for it
    std::vector<Pick> picks;

    static void describe(Fields<Discovery>& fields);
};

/// An artist that the person has never played.
struct ArtistPick {
    std::size_t rank = 0;
    std::string artist;
    double score = 0;
    int listeners = 0;         ///< people of the community who play it
    int catalogue_tracks = 0;  ///< that the library has of it; may be 0
    std::vector<Reason> reasons;

    static void describe(Fields<ArtistPick>& fields);
};

struct ArtistPicks {
    std::vector<ArtistPick> artists;

    static void describe(Fields<ArtistPicks>& fields);
};

/// A pick of a cycle with the label that it has now. What is optional is missing where an older program made the list.
struct KeptPick {
    int rank = 0;
    Track track;
    double score = 0;
    std::optional<double> probability;
    std::optional<std::string> label;
    std::optional<double> low;
    std::optional<double> high;
    std::optional<bool> new_artist;
    std::optional<std::vector<std::string>> genres;
    std::optional<std::vector<std::string>> sources;
    std::optional<std::vector<Reason>> reasons;

    static void describe(Fields<KeptPick>& fields);
};

struct Picks {
    std::optional<int> cycle;
    std::optional<std::int64_t> run;
    std::vector<KeptPick> picks;

    static void describe(Fields<Picks>& fields);
};

struct LabelledTrack {
    Track track;
    std::string label;
    Timestamp at;

    static void describe(Fields<LabelledTrack>& fields);
};

struct Labels {
    std::vector<LabelledTrack> labels;
    std::vector<std::string> blocked_artists;

    static void describe(Fields<Labels>& fields);
};

/// What came of labelling a track.
struct NewLabel {
    Track track;
    std::optional<std::string> label;

    static void describe(Fields<NewLabel>& fields);
};

/// The same with what it was, for undo.
struct ChangedLabel {
    NewLabel now;
    std::optional<std::string> before;

    static void describe(Fields<ChangedLabel>& fields);
};

struct BlockedArtist {
    std::string artist;
    bool blocked = false;

    static void describe(Fields<BlockedArtist>& fields);
};

struct ScoredTrack {
    std::string artist;  ///< as the file has it
    std::string title;
    std::string uri;
    bool known = false;  ///< the library knows the track
    std::optional<std::string> id;
    Chance chance;
    double score = 0;
    std::vector<Reason> reasons;

    static void describe(Fields<ScoredTrack>& fields);
};

struct Scores {
    std::vector<ScoredTrack> tracks;    ///< in the order of the file
    std::vector<std::string> problems;  ///< rows that name no track

    static void describe(Fields<Scores>& fields);
};

struct ExportFormat {
    std::string name;
    std::string extension;
    std::string help;

    static void describe(Fields<ExportFormat>& fields);
};

struct ExportFormats {
    std::vector<ExportFormat> formats;

    static void describe(Fields<ExportFormats>& fields);
};

/// What was written to a file.
struct Exported {
    std::string list;
    std::string format;
    std::string file;
    std::size_t tracks = 0;
    std::size_t without_uri = 0;

    static void describe(Fields<Exported>& fields);
};

}  // namespace attune::shapes
