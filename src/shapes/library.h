#pragma once

#include "core/time.h"
#include "shapes/shape.h"
#include "shapes/track.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace attune::shapes {

// What a library holds, and for whom.

/// A stage of the models of a run, and what it learnt from.
struct RunStage {
    std::string stage;
    std::size_t rows = 0;
    std::size_t positive = 0;
    std::optional<double> auc_by_artist;
    double weight = 0;

    static void describe(Fields<RunStage>& fields);
};

struct RunSummary {
    std::vector<RunStage> stages;
    double history_weight = 0;
    bool replay = false;
    std::size_t listens = 0;
    std::size_t labels = 0;
    std::size_t tracks = 0;
    std::string feature_scale;
    std::optional<bool> quick;  ///< runs of before say nothing of it

    static void describe(Fields<RunSummary>& fields);
};

struct Run {
    std::int64_t run = 0;
    Timestamp at;
    std::uint64_t seed = 0;
    std::string version;
    std::string fingerprint;
    bool is_current = false;
    RunSummary summary;

    static void describe(Fields<Run>& fields);
};

struct Runs {
    std::vector<Run> runs;

    static void describe(Fields<Runs>& fields);
};

struct Cycle {
    int cycle = 0;
    std::int64_t run = 0;
    Timestamp at;
    std::int64_t offered = 0;
    std::int64_t liked = 0;
    std::int64_t disliked = 0;
    std::int64_t skipped = 0;
    std::optional<double> acceptance;

    static void describe(Fields<Cycle>& fields);
};

struct LibraryCounts {
    std::int64_t tracks = 0;
    std::int64_t artists = 0;
    std::int64_t catalogue_tracks = 0;

    static void describe(Fields<LibraryCounts>& fields);
};

struct Covered {
    double plays = 0;
    double tracks = 0;
    std::int64_t n_plays = 0;
    std::int64_t n_tracks = 0;

    static void describe(Fields<Covered>& fields);
};

struct GenresCovered {
    Covered covered;
    double artists = 0;
    std::int64_t n_artists = 0;

    static void describe(Fields<GenresCovered>& fields);
};

struct Coverage {
    Covered features;
    GenresCovered genres;

    static void describe(Fields<Coverage>& fields);
};

struct Provider {
    std::string provider;
    std::int64_t tracks = 0;
    std::int64_t with_features = 0;

    static void describe(Fields<Provider>& fields);
};

struct CommunityCounts {
    std::int64_t people = 0;
    std::int64_t artists = 0;
    std::int64_t tracks = 0;
    std::int64_t tags = 0;
    std::int64_t known_artists = 0;
    std::int64_t known_tracks = 0;

    static void describe(Fields<CommunityCounts>& fields);
};

struct CommunitySource {
    std::string source;
    std::int64_t people = 0;
    std::int64_t artist_plays = 0;
    std::int64_t track_plays = 0;
    std::int64_t artist_tags = 0;

    static void describe(Fields<CommunitySource>& fields);
};

struct Community {
    CommunityCounts counts;
    std::vector<CommunitySource> sources;

    static void describe(Fields<Community>& fields);
};

struct Status {
    std::string person;
    std::int64_t listens = 0;
    std::int64_t tracks = 0;
    std::int64_t artists = 0;
    std::int64_t playlists = 0;
    LibraryCounts library;
    Coverage coverage;
    std::vector<Provider> providers;
    CommunityCounts community;
    std::vector<std::string> people;
    std::vector<Run> runs;
    std::vector<Cycle> cycles;

    static void describe(Fields<Status>& fields);
};

struct Person {
    std::string person;
    std::int64_t listens = 0;

    static void describe(Fields<Person>& fields);
};

struct People {
    std::vector<Person> people;

    static void describe(Fields<People>& fields);
};

// How names were matched to tracks.

struct NearTrack {
    ReleasedTrack track;
    double likeness = 0;
    std::string text;

    static void describe(Fields<NearTrack>& fields);
};

struct UnmatchedTrack {
    ReleasedTrack track;
    std::int64_t plays = 0;
    std::vector<NearTrack> nearest;

    static void describe(Fields<UnmatchedTrack>& fields);
};

struct Unmatched {
    std::size_t tracks = 0;
    std::int64_t plays = 0;
    std::size_t with_nearest = 0;
    std::vector<UnmatchedTrack> list;

    static void describe(Fields<Unmatched>& fields);
};

struct DoubtfulMatch {
    std::string match;
    std::string artist;
    std::string title;
    std::optional<ReleasedTrack> track;
    std::string how;
    std::int64_t plays = 0;
    std::string text;

    static void describe(Fields<DoubtfulMatch>& fields);
};

struct Doubtful {
    std::size_t total = 0;
    std::vector<DoubtfulMatch> list;

    static void describe(Fields<Doubtful>& fields);
};

struct Correction {
    std::int64_t correction = 0;
    std::string kind;  ///< "joined", "separated" or "kept"
    std::string match;
    std::string artist;
    std::string title;
    std::optional<ReleasedTrack> track;
    Timestamp at;
    bool is_undone = false;
    std::string text;

    static void describe(Fields<Correction>& fields);
};

struct Matches {
    Unmatched unmatched;
    Doubtful doubtful;
    std::vector<Correction> corrections;

    static void describe(Fields<Matches>& fields);
};

// How own features agree with those of catalogues.

struct ScaleAgreement {
    std::string feature;
    std::size_t pairs = 0;
    double error_as_is = 0;
    double error_mapped = 0;
    double error_constant = 0;
    bool is_of_use = false;

    static void describe(Fields<ScaleAgreement>& fields);
};

struct Scales {
    std::size_t own_tracks = 0;
    std::size_t pairs = 0;
    bool joined = false;
    std::vector<ScaleAgreement> features;

    static void describe(Fields<Scales>& fields);
};

// What is wrong with a library.

struct Finding {
    std::string kind;
    std::string text;
    std::string advice;

    static void describe(Fields<Finding>& fields);
};

struct CheckReport {
    std::vector<Finding> findings;
    std::vector<std::string> mended;
    std::int64_t runs = 0;
    std::int64_t studies = 0;

    static void describe(Fields<CheckReport>& fields);
};

}  // namespace attune::shapes
