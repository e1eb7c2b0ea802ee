#include "core/hash.h"
#include "store/sqlite/sqlite_store.h"

#include <bit>
#include <cstring>

namespace attune::store {
namespace {

static_assert(std::endian::native == std::endian::little, "blobs are little-endian");

template <class T>
Blob bytes_of(const std::vector<T>& values) {
    return {{reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)}};
}

template <class T>
std::vector<T> values_of(std::string_view bytes) {
    if (bytes.size() % sizeof(T) != 0)
        fail(ErrorCode::corrupt_data, "an analysis in the library has {} bytes where values of {} are stored",
             bytes.size(), sizeof(T));
    std::vector<T> values(bytes.size() / sizeof(T));
    if (!values.empty()) std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
}

constexpr std::string_view file_columns =
    "SELECT path, content, n_bytes, modified_ns, track_id, description, problem, version FROM audio_files";

AudioFileRow read_file(const Rows& rows) {
    return {rows.get<std::string>(0),      rows.get<std::uint64_t>(1),
            rows.get<std::int64_t>(2),     rows.get<std::int64_t>(3),
            rows.get<library::TrackId>(4), rows.get<std::string>(5),
            rows.get<std::string>(6),      rows.get<int>(7)};
}

constexpr std::string_view analysis_columns =
    "SELECT content, version, duration_ms, fingerprint, details, embedding FROM audio_analyses";

AnalysisRow read_analysis(const Rows& rows) {
    return {rows.get<std::uint64_t>(0), rows.get<int>(1),
            rows.get<int>(2),           values_of<std::uint32_t>(rows.bytes(3)),
            rows.get<std::string>(4),   values_of<float>(rows.bytes(5))};
}

std::vector<AnalysisRow> all_analyses(Rows rows) {
    std::vector<AnalysisRow> analyses;
    while (rows.next()) analyses.push_back(read_analysis(rows));
    return analyses;
}

}  // namespace

void SqliteStore::add_analysis(const AnalysisRow& row) {
    Change change(*this);
    database_.run("INSERT OR REPLACE INTO audio_analyses VALUES (?, ?, ?, ?, ?, ?)", row.content, row.version,
                  row.duration_ms, bytes_of(row.fingerprint), row.details, bytes_of(row.embedding));
    change.commit();
}

std::optional<AnalysisRow> SqliteStore::analysis(std::uint64_t content, int version) {
    static const std::string sql = fmt::format("{} WHERE content = ? AND version = ?", analysis_columns);
    auto rows = database_.query(sql, content, version);
    if (!rows.next()) return std::nullopt;
    return read_analysis(rows);
}

std::vector<AnalysisRow> SqliteStore::analyses(int version) {
    static const std::string sql = fmt::format("{} WHERE version = ? ORDER BY content", analysis_columns);
    return all_analyses(database_.query(sql, version));
}

std::vector<AnalysisRow> SqliteStore::analyses_lasting(int version, int least_ms, int most_ms) {
    static const std::string sql = fmt::format(
        "{} WHERE version = ? AND duration_ms BETWEEN ? AND ? ORDER BY content", analysis_columns);
    return all_analyses(database_.query(sql, version, least_ms, most_ms));
}

std::vector<AnalysisRow> SqliteStore::analyses_without_file(int version) {
    static const std::string sql = fmt::format(
        "{} WHERE version = ? AND content NOT IN (SELECT content FROM audio_files) ORDER BY content",
        analysis_columns);
    return all_analyses(database_.query(sql, version));
}

std::vector<std::uint64_t> SqliteStore::analysed_contents(int version) {
    std::vector<std::uint64_t> contents;
    auto rows = database_.query("SELECT content FROM audio_analyses WHERE version = ?", version);
    while (rows.next()) contents.push_back(rows.get<std::uint64_t>(0));
    return contents;
}

void SqliteStore::set_audio_file(const AudioFileRow& row) {
    Change change(*this);
    database_.run("INSERT OR REPLACE INTO audio_files VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row.path, row.content,
                  row.n_bytes, row.modified_ns, row.track, row.description, row.problem, row.version);
    change.commit();
}

void SqliteStore::forget_audio_file(std::string_view path) {
    Change change(*this);
    database_.run("DELETE FROM audio_files WHERE path = ?", path);
    change.commit();
}

std::vector<AudioFileRow> SqliteStore::audio_files() {
    std::vector<AudioFileRow> files;
    static const std::string sql = fmt::format("{} ORDER BY path", file_columns);
    auto rows = database_.query(sql);
    while (rows.next()) files.push_back(read_file(rows));
    return files;
}

std::optional<AudioFileRow> SqliteStore::audio_file(std::string_view path) {
    static const std::string sql = fmt::format("{} WHERE path = ?", file_columns);
    auto rows = database_.query(sql, path);
    if (!rows.next()) return std::nullopt;
    return read_file(rows);
}

}  // namespace attune::store
