#pragma once

#include "shapes/genres.h"
#include "shapes/studies.h"
#include "shapes/track.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace attune::shapes {

struct TableColumn {
    std::string name;
    std::string kind;  ///< "number", "date", "list", "id" or "text"
    std::size_t known = 0;
    std::size_t distinct = 0;
    std::string example;

    static void describe(Fields<TableColumn>& fields);
};

/// What a table of tracks holds.
struct TableContents {
    std::size_t rows = 0;
    std::vector<TableColumn> columns;
    std::vector<std::string> labels;
    std::vector<std::string> targets;
    std::vector<std::string> groups;

    static void describe(Fields<TableContents>& fields);
};

/// A table that can be studied.
struct LabTable {
    std::string table;
    std::string name;
    TableContents contents;

    static void describe(Fields<LabTable>& fields);
};

struct LabTables {
    std::vector<LabTable> tables;

    static void describe(Fields<LabTables>& fields);
};

/// What was asked of a study that is kept.
struct StudyAsked {
    std::string table_name;
    std::string answer;
    std::string group;
    std::string at;
    std::string id;

    static void describe(Fields<StudyAsked>& fields);
};

/// A study that is kept, with all its numbers. They are read from where they are kept.
struct KeptGenreStudy {
    GenreStudy study;
    StudyAsked asked;

    static void describe(Fields<KeptGenreStudy>& fields);
};

struct KeptPopularityStudy {
    PopularityStudy study;
    StudyAsked asked;

    static void describe(Fields<KeptPopularityStudy>& fields);
};

struct KeptClusterStudy {
    ClusterStudy study;
    StudyAsked asked;

    static void describe(Fields<KeptClusterStudy>& fields);
};

using KeptStudy = Written<KeptGenreStudy, KeptPopularityStudy, KeptClusterStudy>;

/// A line of the list of studies.
struct StudyEntry {
    std::string study;
    std::string table_name;
    std::string answer;
    std::string group;
    std::string at;
    std::size_t rows = 0;
    Written<GenreModel, NumberModel, GroupQuality> best;
    std::string id;

    static void describe(Fields<StudyEntry>& fields);
};

struct StudyList {
    std::vector<StudyEntry> studies;

    static void describe(Fields<StudyList>& fields);
};

/// One figure of two studies.
struct ComparedFigure {
    std::string model;
    std::string figure;
    std::string judged;
    double first = 0;
    std::array<double, 2> first_interval{};
    double second = 0;
    std::array<double, 2> second_interval{};
    double difference = 0;
    std::string verdict;

    static void describe(Fields<ComparedFigure>& fields);
};

struct Comparison {
    std::string study;
    std::vector<std::string> differences;
    std::vector<ComparedFigure> figures;
    std::vector<std::string> only_first;
    std::vector<std::string> only_second;

    static void describe(Fields<Comparison>& fields);
};

/// What a study's model says of a track: a class, or a number.
struct SaidClass {
    NamedRow track;
    std::string said;
    bool can_tell = false;
    InOrder<double> probabilities;

    static void describe(Fields<SaidClass>& fields);
};

struct SaidNumber {
    NamedRow track;
    double value = 0;
    double low = 0;
    double high = 0;
    bool can_tell = false;

    static void describe(Fields<SaidNumber>& fields);
};

using Said = std::variant<SaidClass, SaidNumber>;

struct Predictions {
    std::string study;
    std::string answer;
    std::vector<Said> tracks;
    InOrder<std::size_t> dropped;

    static void describe(Fields<Predictions>& fields);
};

struct GuessedGenre {
    std::string genre;
    double probability = 0;

    static void describe(Fields<GuessedGenre>& fields);
};

struct TaggedGenre {
    std::string genre;
    std::optional<std::string> branch;

    static void describe(Fields<TaggedGenre>& fields);
};

/// Which genre a track is by its sound and company.
struct GenreGuess {
    std::optional<ReleasedTrack> track;
    std::size_t tracks = 0;
    std::vector<ReleasedTrack> candidates;
    std::vector<GuessedGenre> predicted;
    bool can_tell = false;
    std::vector<TaggedGenre> tagged;
    InOrder<std::optional<double>> features;  ///< all of them, or none where the words mean several
    std::string heard_from;
    std::string why;
    std::optional<HeldOutGenres> held_out;
    std::optional<Said> study_says;

    static void describe(Fields<GenreGuess>& fields);
};

}  // namespace attune::shapes
