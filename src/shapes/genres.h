#pragma once

#include "shapes/shape.h"
#include "shapes/track.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace attune::shapes {

/// How much something belongs to a branch of the tree of genres.
struct BranchWeight {
    std::string branch;
    double weight = 0;

    static void describe(Fields<BranchWeight>& fields);
};

struct RootWeight {
    std::string root;
    double weight = 0;

    static void describe(Fields<RootWeight>& fields);
};

/// Who has said where a genre belongs.
struct SettledBy {
    std::string by;  ///< "you" or "attune"
    std::optional<std::size_t> line;

    static void describe(Fields<SettledBy>& fields);
};

struct Genre {
    std::string genre;
    double artists = 0;
    std::vector<BranchWeight> branches;
    std::optional<SettledBy> settled;

    static void describe(Fields<Genre>& fields);
};

struct Genres {
    std::size_t total = 0;
    std::vector<Genre> genres;

    static void describe(Fields<Genres>& fields);
};

struct GenreBranch {
    std::string branch;
    std::size_t genres = 0;
    std::vector<std::string> examples;

    static void describe(Fields<GenreBranch>& fields);
};

struct GenreRoot {
    std::string root;
    std::vector<GenreBranch> branches;

    static void describe(Fields<GenreRoot>& fields);
};

struct GenreTree {
    std::size_t genres = 0;
    std::optional<std::string> own_file;
    std::vector<GenreRoot> roots;

    static void describe(Fields<GenreTree>& fields);
};

struct GenreWord {
    std::string words;
    bool is_head = false;
    std::string branch;
    double says = 0;

    static void describe(Fields<GenreWord>& fields);
};

struct NameEvidence {
    std::vector<BranchWeight> weights;
    std::vector<GenreWord> words;

    static void describe(Fields<NameEvidence>& fields);
};

struct NearGenre {
    std::string genre;
    double likeness = 0;
    std::string branch;

    static void describe(Fields<NearGenre>& fields);
};

struct CompanyEvidence {
    std::vector<BranchWeight> weights;
    std::vector<NearGenre> nearest;

    static void describe(Fields<CompanyEvidence>& fields);
};

struct GenreFeature {
    std::string feature;
    double mean = 0;
    double deviations = 0;

    static void describe(Fields<GenreFeature>& fields);
};

struct SoundEvidence {
    std::vector<BranchWeight> weights;
    std::vector<GenreFeature> features;

    static void describe(Fields<SoundEvidence>& fields);
};

struct GenreEvidence {
    std::vector<BranchWeight> together;
    std::optional<NameEvidence> name;
    std::optional<CompanyEvidence> company;
    std::optional<SoundEvidence> sound;

    static void describe(Fields<GenreEvidence>& fields);
};

/// Where a genre belongs, and why.
struct GenreExplained {
    std::string genre;
    bool known = false;
    double artists_called_so = 0;
    std::vector<BranchWeight> branches;
    std::vector<RootWeight> roots;
    std::optional<SettledBy> settled;
    GenreEvidence evidence;
    std::vector<std::string> artists;

    static void describe(Fields<GenreExplained>& fields);
};

struct MapGroup {
    std::size_t group = 0;
    std::size_t genres = 0;
    std::vector<std::string> examples;
    std::optional<double> share_of_plays;

    static void describe(Fields<MapGroup>& fields);
};

struct MapGenre {
    std::string genre;
    double x = 0;
    double y = 0;
    double artists = 0;
    std::string branch;
    std::string root;
    std::size_t group = 0;
    std::optional<double> plays;

    static void describe(Fields<MapGenre>& fields);
};

struct GenreMap {
    std::optional<std::string> person;
    std::optional<std::size_t> plays;
    std::optional<double> plays_with_genres;
    std::string by;
    bool goes_on = false;
    std::vector<MapGroup> groups;
    std::vector<MapGenre> genres;

    static void describe(Fields<GenreMap>& fields);
};

// The branches of tracks.

struct TrackGenre {
    Track track;
    std::optional<std::string> branch;
    std::optional<std::string> root;
    std::vector<std::string> told_by;
    std::vector<BranchWeight> branches;

    static void describe(Fields<TrackGenre>& fields);
};

/// How often such answers were right on artists never met.
struct HeldOut {
    std::size_t tracks = 0;
    double majority = 0;
    double accuracy = 0;
    double log_loss = 0;
    double threshold = 0;
    double coverage = 0;
    double told_accuracy = 0;

    static void describe(Fields<HeldOut>& fields);
};

struct HeldOutGenres {
    HeldOut branches;
    HeldOut roots;

    static void describe(Fields<HeldOutGenres>& fields);
};

struct TrackGenres {
    std::vector<TrackGenre> tracks;
    std::optional<HeldOutGenres> held_out;
    std::optional<std::string> note;

    static void describe(Fields<TrackGenres>& fields);
};

}  // namespace attune::shapes
