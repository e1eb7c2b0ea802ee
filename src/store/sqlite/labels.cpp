#include "store/sqlite/sqlite_store.h"

namespace attune::store {
namespace {

std::vector<LabelRow> read_labels(Rows rows) {
    std::vector<LabelRow> labels;
    while (rows.next()) {
        labels.push_back({rows.get<library::TrackId>(0), rows.get<std::optional<library::LabelValue>>(1),
                          rows.get<std::string>(2), rows.get<Timestamp>(3)});
    }
    return labels;
}

}  // namespace

void SqliteStore::set_label(library::PersonId person, library::TrackId track,
                            std::optional<library::LabelValue> value, std::string_view origin, Timestamp at) {
    Change change(*this);
    database_.run(
        "INSERT INTO main.label_changes (person_id, track_id, value, origin, at, told_by) VALUES (?, ?, ?, "
        "?, "
        "?, ?)",
        person, track, value, origin, at, import_);
    change.commit();
}

void SqliteStore::set_artist_blocked(library::PersonId person, library::ArtistId artist, bool blocked,
                                     Timestamp at) {
    Change change(*this);
    database_.run("INSERT INTO artist_block_changes (person_id, artist_id, blocked, at) VALUES (?, ?, ?, ?)",
                  person, artist, blocked, at);
    change.commit();
}

std::vector<LabelRow> SqliteStore::labels(library::PersonId person) {
    return read_labels(database_.query(
        "SELECT track_id, value, origin, at FROM labels WHERE person_id = ? ORDER BY track_id", person));
}

std::vector<LabelRow> SqliteStore::label_history(library::PersonId person) {
    return read_labels(database_.query(
        "SELECT track_id, value, origin, at FROM label_changes WHERE person_id = ? ORDER BY id", person));
}

std::vector<library::ArtistId> SqliteStore::blocked_artists(library::PersonId person) {
    std::vector<library::ArtistId> artists;
    // Of a group, SQLite takes the other columns from the row with the maximum.
    auto rows = database_.query(
        "SELECT artist_id FROM (SELECT artist_id, blocked, max(id) FROM artist_block_changes WHERE person_id "
        "= ? "
        "GROUP BY artist_id) WHERE blocked ORDER BY artist_id",
        person);
    while (rows.next()) artists.push_back(rows.get<library::ArtistId>(0));
    return artists;
}

}  // namespace attune::store
