#pragma once

#include "core/time.h"
#include "shapes/shape.h"
#include "shapes/sound.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace attune::shapes {

struct ImportProblem {
    std::string where;  ///< "line 58795, byte 1412206", or a path
    std::string message;

    static void describe(Fields<ImportProblem>& fields);
};

/// The fate of every row: rows = imported + duplicates + the sum of dropped.
struct RowCounts {
    std::int64_t rows = 0;
    std::int64_t imported = 0;
    std::int64_t duplicates = 0;
    InOrder<std::int64_t> dropped;

    static void describe(Fields<RowCounts>& fields);
};

/// How a column of a table was read.
struct ReadColumn {
    std::string column;
    std::string meaning;
    std::string example;

    static void describe(Fields<ReadColumn>& fields);
};

/// A file that was not read, because it is not clear what it is.
struct ImportQuestion {
    std::string path;
    std::string kind;
    std::string question;
    std::vector<std::string> choices;

    static void describe(Fields<ImportQuestion>& fields);
};

struct FileReport {
    std::string path;
    std::string kind;
    RowCounts counts;
    std::vector<ReadColumn> columns;
    std::vector<ImportProblem> problems;

    static void describe(Fields<FileReport>& fields);
};

struct ImportReport {
    std::vector<FileReport> files;
    RowCounts totals;
    std::vector<ImportQuestion> questions;
    InOrder<std::int64_t> other_files;  ///< that are no music data, by what they are
    double seconds = 0;

    static void describe(Fields<ImportReport>& fields);
};

struct HeldCounts {
    std::int64_t listens = 0;
    std::int64_t tracks = 0;
    std::int64_t artists = 0;
    std::int64_t playlists = 0;
    std::int64_t library_tracks = 0;

    static void describe(Fields<HeldCounts>& fields);
};

struct LibraryChange {
    HeldCounts before;
    HeldCounts after;

    static void describe(Fields<LibraryChange>& fields);
};

/// What came of importing an upload.
struct ImportResult {
    ImportReport report;
    LibraryChange changed;

    static void describe(Fields<ImportResult>& fields);
};

/// A file that was imported, with what was said of it then.
struct Import {
    std::int64_t number = 0;
    std::string name;
    std::string kind;
    Timestamp at;
    Written<FileReport> report;

    static void describe(Fields<Import>& fields);
};

struct Imports {
    std::vector<Import> imports;

    static void describe(Fields<Imports>& fields);
};

// Files of sound.

struct FileTags {
    std::optional<std::string> title;
    std::optional<std::vector<std::string>> artists;
    std::optional<std::string> album;
    std::optional<std::string> album_artist;
    std::optional<std::vector<std::string>> genres;
    std::optional<int> year;
    std::optional<int> track_number;
    std::optional<std::string> isrc;
    std::optional<std::string> recording_mbid;

    static void describe(Fields<FileTags>& fields);
};

struct HeardFeatures {
    Sound sound;
    std::optional<double> tempo_alternative;
    Sound confidence;

    static void describe(Fields<HeardFeatures>& fields);
};

struct HeardRhythm {
    std::optional<double> pulse;
    std::optional<double> steadiness;
    std::optional<double> onsets_per_s;

    static void describe(Fields<HeardRhythm>& fields);
};

struct HeardTonality {
    std::optional<double> tuning_cents;
    std::optional<double> key_strength;
    std::array<std::optional<double>, 12> chroma;

    static void describe(Fields<HeardTonality>& fields);
};

struct HeardLoudness {
    std::optional<double> integrated_lufs;
    std::optional<double> range_lu;
    std::optional<double> true_peak_dbtp;
    std::optional<double> sample_peak_dbfs;
    std::optional<double> clipped_share;

    static void describe(Fields<HeardLoudness>& fields);
};

/// What was heard in a recording.
struct Heard {
    HeardFeatures features;
    HeardRhythm rhythm;
    HeardTonality tonality;
    HeardLoudness loudness;
    InOrder<std::optional<double>> descriptors;
    std::vector<std::string> problems;

    static void describe(Fields<Heard>& fields);
};

/// What came of a file of sound. What was heard is read from where it is kept.
struct AnalyzedFile {
    std::string path;
    std::string status;  ///< "analyzed", "skipped" or "failed"
    std::optional<std::string> id;
    std::optional<int> duration_ms;
    Written<FileTags> tags;
    int version = 0;
    std::optional<Written<HeardFeatures>> features;
    std::optional<Written<HeardRhythm>> rhythm;
    std::optional<Written<HeardTonality>> tonality;
    std::optional<Written<HeardLoudness>> loudness;
    std::optional<Written<InOrder<std::optional<double>>>> descriptors;
    std::vector<std::string> problems;

    static void describe(Fields<AnalyzedFile>& fields);
};

struct AnalysisTotals {
    std::size_t files = 0;
    std::size_t analyzed = 0;
    std::size_t adopted = 0;
    std::size_t skipped = 0;
    std::size_t failed = 0;
    double audio_seconds = 0;
    double cpu_seconds = 0;
    double wall_seconds = 0;

    static void describe(Fields<AnalysisTotals>& fields);
};

struct AnalysisReport {
    std::vector<AnalyzedFile> files;
    std::vector<std::string> problems;  ///< folders that could not be read
    AnalysisTotals totals;

    static void describe(Fields<AnalysisReport>& fields);
};

struct CacheReport {
    std::size_t analyses = 0;
    std::size_t known = 0;
    std::size_t other_version = 0;
    std::size_t bad = 0;
    std::vector<std::string> problems;

    static void describe(Fields<CacheReport>& fields);
};

}  // namespace attune::shapes
