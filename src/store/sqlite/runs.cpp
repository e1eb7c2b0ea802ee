#include "store/sqlite/sqlite_store.h"

namespace attune::store {
namespace {

// The column cannot be null: it is from before there were candidates without a probability.
constexpr double probability_not_told = -1;

[[noreturn]] void no_run(library::RunId run) {
    fail(ErrorCode::not_found, "there is no run {}; see 'attune runs'", run.value);
}

}  // namespace

library::RunId SqliteStore::add_run(const RunRow& run) {
    Change change(*this, Change::Kind::whole);
    database_.run(
        "INSERT INTO runs (person_id, at, seed, version, fingerprint, summary) VALUES (?, ?, ?, ?, ?, ?)",
        run.person, run.at, run.seed, run.version, run.fingerprint, run.summary);
    const library::RunId id{database_.last_id()};
    restore_run(run.person, id);
    change.commit();
    return id;
}

std::vector<RunRow> SqliteStore::runs(library::PersonId person) {
    std::vector<RunRow> runs;
    auto rows = database_.query(
        "SELECT id, runs.person_id, at, seed, version, fingerprint, summary, id IS current_runs.run_id FROM "
        "runs "
        "LEFT JOIN current_runs ON current_runs.person_id = runs.person_id WHERE runs.person_id = ? ORDER BY "
        "id",
        person);
    while (rows.next()) {
        runs.push_back({rows.get<library::RunId>(0), rows.get<library::PersonId>(1), rows.get<Timestamp>(2),
                        rows.get<std::uint64_t>(3), rows.get<std::string>(4), rows.get<std::string>(5),
                        rows.get<std::string>(6), rows.get<bool>(7)});
    }
    return runs;
}

std::optional<RunRow> SqliteStore::current_run(library::PersonId person) {
    for (auto& run : runs(person)) {
        if (run.is_current) return std::move(run);
    }
    return std::nullopt;
}

void SqliteStore::restore_run(library::PersonId person, library::RunId run) {
    Change change(*this);
    const auto n_found = database_.run(
        "INSERT OR REPLACE INTO current_runs SELECT person_id, id FROM runs WHERE person_id = ? AND id = ?",
        person, run);
    if (n_found == 0) no_run(run);
    change.commit();
}

void SqliteStore::delete_run(library::PersonId person, library::RunId run) {
    Change change(*this);
    if (database_.run("DELETE FROM runs WHERE person_id = ? AND id = ?", person, run) == 0) no_run(run);
    change.commit();
}

void SqliteStore::set_candidates(library::PersonId person, const CycleRow& cycle,
                                 std::span<const CandidateRow> candidates) {
    Change change(*this, Change::Kind::whole);
    database_.run(
        "INSERT INTO cycles VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET run_id = excluded.run_id, at = "
        "excluded.at",
        person, cycle.number, cycle.run, cycle.at);
    database_.run("DELETE FROM candidates WHERE person_id = ? AND cycle = ?", person, cycle.number);
    database_.run("DELETE FROM candidates_told WHERE person_id = ? AND cycle = ?", person, cycle.number);
    for (const auto& candidate : candidates) {
        database_.run("INSERT INTO candidates VALUES (?, ?, ?, ?, ?, ?)", person, cycle.number,
                      candidate.rank, candidate.track, candidate.score,
                      candidate.probability.value_or(probability_not_told));
        if (!candidate.told.empty())
            database_.run("INSERT INTO candidates_told VALUES (?, ?, ?, ?)", person, cycle.number,
                          candidate.rank, Blob{candidate.told});
    }
    change.commit();
}

std::vector<CycleRow> SqliteStore::cycles(library::PersonId person) {
    std::vector<CycleRow> cycles;
    static const std::string sql = fmt::format(
        "SELECT number, run_id, cycles.at, count(candidates.track_id), total(value = {}), total(value = {}), "
        "total(value = {}) FROM cycles LEFT JOIN candidates ON candidates.person_id = cycles.person_id AND "
        "cycle = "
        "number LEFT JOIN labels ON labels.person_id = cycles.person_id AND labels.track_id = "
        "candidates.track_id "
        "WHERE cycles.person_id = ? GROUP BY number ORDER BY number",
        static_cast<int>(library::LabelValue::like), static_cast<int>(library::LabelValue::dislike),
        static_cast<int>(library::LabelValue::skip));
    auto rows = database_.query(sql, person);
    while (rows.next()) {
        cycles.push_back({rows.get<int>(0), rows.get<library::RunId>(1), rows.get<Timestamp>(2),
                          rows.get<std::int64_t>(3), rows.get<std::int64_t>(4), rows.get<std::int64_t>(5),
                          rows.get<std::int64_t>(6)});
    }
    return cycles;
}

std::vector<CandidateRow> SqliteStore::candidates(library::PersonId person, int cycle) {
    std::vector<CandidateRow> candidates;
    auto rows = database_.query(
        "SELECT cycle, rank, track_id, score, probability, told FROM candidates LEFT JOIN candidates_told "
        "USING "
        "(person_id, cycle, rank) WHERE person_id = ? AND cycle = ? ORDER BY rank",
        person, cycle);
    while (rows.next()) {
        candidates.push_back({rows.get<int>(0),
                              rows.get<int>(1),
                              rows.get<library::TrackId>(2),
                              rows.get<double>(3),
                              {},
                              std::string(rows.bytes(5))});
        if (const double probability = rows.get<double>(4); probability != probability_not_told)
            candidates.back().probability = probability;
    }
    return candidates;
}

std::vector<library::TrackId> SqliteStore::offered_before(library::PersonId person, int cycle) {
    std::vector<library::TrackId> tracks;
    auto rows = database_.query(
        "SELECT track_id FROM candidates WHERE person_id = ? AND cycle < ? ORDER BY cycle, rank", person,
        cycle);
    while (rows.next()) tracks.push_back(rows.get<library::TrackId>(0));
    return tracks;
}

}  // namespace attune::store
