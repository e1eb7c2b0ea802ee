#include "store/sqlite/migrations.h"

#include "store/rules/name_key.h"
#include "store/sqlite/audio_schema.h"
#include "store/sqlite/changesets.h"
#include "store/sqlite/community_schema.h"
#include "store/store.h"

#include <array>

namespace attune::store {
namespace {

/// "attu", the mark of a library of attune in the header of the file.
constexpr std::int64_t application_id = 0x61747475;

// A migration is never changed once it is released; a change of the schema is a new one at the end.
// Times are seconds since 1970 in UTC, hashes are 64 bits as signed integers.
struct Migration {
    const char* sql = nullptr;
    void (*then)(Database&) = nullptr;  ///< what SQL cannot do
    const char* last_sql = nullptr;     ///< after that
};

const auto migrations = std::to_array<Migration>({
    // 1: the first schema
    {R"sql(
CREATE TABLE persons (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

-- identity

CREATE TABLE artists (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,              -- the main artist as first written
    key TEXT NOT NULL UNIQUE         -- library::artist_key
) STRICT;

CREATE TABLE tracks (
    id INTEGER PRIMARY KEY,
    artist_id INTEGER REFERENCES artists,   -- null until somebody names the artist
    artist_name TEXT NOT NULL,              -- the credit as first written
    track_name TEXT NOT NULL,
    release_name TEXT NOT NULL,
    title_key TEXT NOT NULL,                -- library::TrackKey
    version_key TEXT NOT NULL,
    duration_ms INTEGER,
    spotify_id TEXT NOT NULL,               -- one of them, a catalogue's where there is one; may be empty
    in_catalogue INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX tracks_by_artist ON tracks (artist_id);

CREATE TABLE track_artists (                -- the further artists of a track
    track_id INTEGER NOT NULL REFERENCES tracks,
    artist_id INTEGER NOT NULL REFERENCES artists,
    position INTEGER NOT NULL,
    PRIMARY KEY (track_id, artist_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE track_names (                  -- hashes of the names under which a track is found
    name_key INTEGER NOT NULL,              -- of (artist key, title key, version key)
    track_id INTEGER NOT NULL REFERENCES tracks,
    kind INTEGER NOT NULL,                  -- 0 its own, 1 of an alternative artist key, 2 joined by hand
    PRIMARY KEY (name_key, track_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX track_names_by_track ON track_names (track_id);

CREATE TABLE external_ids (
    scheme TEXT NOT NULL,                   -- spotify, isrc, mbid
    value TEXT NOT NULL,
    track_id INTEGER NOT NULL REFERENCES tracks,
    method TEXT NOT NULL,                   -- how this id came to its track
    artist_name TEXT NOT NULL,              -- as the row that brought the id wrote it
    track_name TEXT NOT NULL,
    PRIMARY KEY (scheme, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX external_ids_by_track ON external_ids (track_id);

-- what a person did

CREATE TABLE listens (                      -- in the order of their ends: see listen_place.h
    id INTEGER PRIMARY KEY,                 -- 35 bits of ended_at, 28 of a hash of person, ref, ms_played, source
    person_id INTEGER NOT NULL,             -- this and track_id refer, but unchecked: see check_integrity()
    ended_at INTEGER NOT NULL,              -- as the source states it
    ref INTEGER NOT NULL,                   -- hash of the track as the source names it: its id, else its names
    ms_played INTEGER NOT NULL,             -- -1: not stated (a null would not be unique)
    source INTEGER NOT NULL,                -- library::ListenSource
    listened_at INTEGER NOT NULL,
    track_id INTEGER NOT NULL,
    name_key INTEGER NOT NULL,              -- as in track_names, by which plays of several sources meet; 0: none
    reason_start INTEGER NOT NULL,
    reason_end INTEGER NOT NULL,
    skipped INTEGER,
    shuffle INTEGER,
    offline INTEGER,
    platform INTEGER NOT NULL
) STRICT;

CREATE TABLE listen_matches (               -- poorer records of plays that the library has from a richer source
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    source INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    ref INTEGER NOT NULL,
    ms_played INTEGER NOT NULL,
    listen_id INTEGER NOT NULL REFERENCES listens ON DELETE CASCADE,
    PRIMARY KEY (person_id, source, ended_at, ref, ms_played)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX listen_matches_once ON listen_matches (listen_id, source);

CREATE TABLE dropped_rows (
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    digest INTEGER NOT NULL,
    PRIMARY KEY (person_id, digest)
) STRICT, WITHOUT ROWID;

CREATE TABLE playlists (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    number INTEGER NOT NULL,                -- among those of the same name
    UNIQUE (person_id, kind, name, number)
) STRICT;

CREATE TABLE playlist_entries (
    id INTEGER PRIMARY KEY,                 -- in the order of the playlist
    playlist_id INTEGER NOT NULL REFERENCES playlists ON DELETE CASCADE,
    track_id INTEGER NOT NULL REFERENCES tracks,
    added_at INTEGER,
    added_by TEXT NOT NULL
) STRICT;
CREATE INDEX playlist_entries_by_track ON playlist_entries (playlist_id, track_id);

CREATE TABLE marked_tracks (
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    kind INTEGER NOT NULL,                  -- library::MarkKind
    track_id INTEGER NOT NULL REFERENCES tracks,
    PRIMARY KEY (person_id, kind, track_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE marked_artists (
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    kind INTEGER NOT NULL,
    artist_id INTEGER NOT NULL REFERENCES artists,
    PRIMARY KEY (person_id, kind, artist_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
    id INTEGER PRIMARY KEY,
    person_id INTEGER REFERENCES persons ON DELETE CASCADE,  -- null: of the whole library
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    at INTEGER NOT NULL,
    report TEXT NOT NULL
) STRICT;

-- what catalogues know

CREATE TABLE providers (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE catalogue_imports (            -- numbers the transactions in which catalogues are imported
    number INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE catalogue_rows (               -- digests of the rows that were read, so that reading again is quick
    provider_id INTEGER NOT NULL REFERENCES providers,
    digest INTEGER NOT NULL,
    PRIMARY KEY (provider_id, digest)
) STRICT, WITHOUT ROWID;

CREATE TABLE catalogue_entries (
    track_id INTEGER NOT NULL REFERENCES tracks,
    provider_id INTEGER NOT NULL REFERENCES providers,
    popularity REAL,
    is_explicit INTEGER,
    release_year INTEGER,
    import_number INTEGER NOT NULL,         -- the import that wrote it: its first row of a track wins
    PRIMARY KEY (track_id, provider_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE features (
    provider_id INTEGER NOT NULL REFERENCES providers,
    track_id INTEGER NOT NULL REFERENCES tracks,
    version INTEGER NOT NULL,               -- of the provider's way to compute them
    describes_sound INTEGER NOT NULL,       -- more than duration_ms is known
    danceability REAL, energy REAL, key REAL, loudness REAL, mode REAL, speechiness REAL, acousticness REAL,
    instrumentalness REAL, liveness REAL, valence REAL, tempo REAL, time_signature REAL, duration_ms REAL,
    PRIMARY KEY (provider_id, track_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tags (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE track_tags (
    track_id INTEGER NOT NULL REFERENCES tracks,
    tag_id INTEGER NOT NULL REFERENCES tags,
    provider_id INTEGER NOT NULL REFERENCES providers,
    PRIMARY KEY (track_id, tag_id, provider_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE artist_entries (               -- which artists a provider of genres knows
    artist_id INTEGER NOT NULL REFERENCES artists,
    provider_id INTEGER NOT NULL REFERENCES providers,
    PRIMARY KEY (artist_id, provider_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE artist_genres (
    artist_id INTEGER NOT NULL REFERENCES artists,
    tag_id INTEGER NOT NULL REFERENCES tags,
    provider_id INTEGER NOT NULL REFERENCES providers,
    PRIMARY KEY (artist_id, tag_id, provider_id)
) STRICT, WITHOUT ROWID;

-- labels, runs, candidates

CREATE TABLE label_changes (                -- only ever added to; the last one of a track is in force
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    track_id INTEGER NOT NULL REFERENCES tracks,
    value INTEGER,                          -- library::LabelValue; null: cleared
    origin TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX label_changes_by_track ON label_changes (person_id, track_id);

CREATE TABLE artist_block_changes (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    artist_id INTEGER NOT NULL REFERENCES artists,
    blocked INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX artist_block_changes_by_artist ON artist_block_changes (person_id, artist_id);

CREATE VIEW labels AS
    SELECT person_id, track_id, value, origin, at FROM label_changes AS change
    WHERE value IS NOT NULL AND id = (SELECT max(id) FROM label_changes AS later
                                      WHERE later.person_id = change.person_id
                                        AND later.track_id = change.track_id);

CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,   -- a number is never given twice: model files carry it
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    at INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    version TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    summary TEXT NOT NULL
) STRICT;
CREATE INDEX runs_by_person ON runs (person_id);

CREATE TABLE current_runs (
    person_id INTEGER PRIMARY KEY REFERENCES persons ON DELETE CASCADE,
    run_id INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE
) STRICT;

CREATE TABLE cycles (
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    number INTEGER NOT NULL,
    run_id INTEGER REFERENCES runs ON DELETE SET NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (person_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE candidates (
    person_id INTEGER NOT NULL,
    cycle INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    track_id INTEGER NOT NULL REFERENCES tracks,
    score REAL NOT NULL,
    probability REAL NOT NULL,
    PRIMARY KEY (person_id, cycle, rank),
    FOREIGN KEY (person_id, cycle) REFERENCES cycles ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
)sql"},
    // 2: the community
    {community_schema},
    // 3: playlists that are changed here
    {R"sql(
CREATE TABLE playlist_changes (             -- what was done to playlists, only ever added to
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    at INTEGER NOT NULL,
    text TEXT NOT NULL,
    undoes INTEGER REFERENCES playlist_changes
) STRICT;
CREATE INDEX playlist_changes_by_person ON playlist_changes (person_id);
CREATE UNIQUE INDEX playlist_changes_undone_once ON playlist_changes (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE playlist_versions (            -- the states of a playlist before and after each change
    playlist_id INTEGER NOT NULL REFERENCES playlists ON DELETE CASCADE,
    number INTEGER NOT NULL,
    parent INTEGER,                         -- number of the state before
    change_id INTEGER NOT NULL REFERENCES playlist_changes ON DELETE CASCADE,
    is_found INTEGER NOT NULL,              -- as the change found it, rather than as it left it
    PRIMARY KEY (playlist_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX playlist_versions_by_change ON playlist_versions (change_id);

CREATE TABLE playlist_version_entries (
    playlist_id INTEGER NOT NULL,
    number INTEGER NOT NULL,
    position INTEGER NOT NULL,
    track_id INTEGER NOT NULL REFERENCES tracks,
    added_at INTEGER,
    added_by TEXT NOT NULL,
    PRIMARY KEY (playlist_id, number, position),
    FOREIGN KEY (playlist_id, number) REFERENCES playlist_versions ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX playlist_version_entries_by_track ON playlist_version_entries (track_id, playlist_id);

CREATE TABLE playlist_decisions (           -- only ever added to; the last one of a playlist and track is in force
    id INTEGER PRIMARY KEY,
    playlist_id INTEGER NOT NULL REFERENCES playlists ON DELETE CASCADE,
    track_id INTEGER NOT NULL REFERENCES tracks,
    keep INTEGER NOT NULL,                  -- 1: stays, 0: goes
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX playlist_decisions_by_track ON playlist_decisions (playlist_id, track_id);
)sql"},
    // 4: files of sound
    {audio_schema},
    // 5: who added what to playlists of several people
    {R"sql(
CREATE TABLE contributors (
    id INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    hash INTEGER,                           -- salted, of the account as files name it; NULL: known by name alone
    name TEXT NOT NULL,                     -- a letter, or what the person calls them
    UNIQUE (person_id, name)
) STRICT;
CREATE UNIQUE INDEX contributors_by_hash ON contributors (person_id, hash);

ALTER TABLE playlist_entries DROP COLUMN added_by;
ALTER TABLE playlist_entries ADD COLUMN contributor_id INTEGER REFERENCES contributors ON DELETE SET NULL;
ALTER TABLE playlist_version_entries DROP COLUMN added_by;
ALTER TABLE playlist_version_entries ADD COLUMN contributor_id INTEGER REFERENCES contributors ON DELETE SET NULL;
)sql"},
    // 6: which track a description means, corrected by hand
    {R"sql(
CREATE TABLE corrections (                  -- only ever added to
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    kind INTEGER NOT NULL,                  -- store::CorrectionKind
    subject TEXT NOT NULL,                  -- "track:5", or an external id as "spotify:<id>"
    artist_name TEXT NOT NULL,              -- of the subject
    track_name TEXT NOT NULL,
    track_before INTEGER NOT NULL,          -- what the subject was taken for
    track_after INTEGER NOT NULL,           -- what it has been since
    changes BLOB NOT NULL,                  -- by which it is taken back: a changeset of SQLite; empty: nothing
    is_undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX corrections_by_track ON corrections (track_before);
)sql"},
    // 7: revisions, what is worked out from the library, tracks by title
    {R"sql(
CREATE TABLE revisions (                    -- see store::Revisions
    part INTEGER PRIMARY KEY,               -- a bit: 1 music, 2 community, 4 people
    number INTEGER NOT NULL
) STRICT;
INSERT INTO revisions VALUES (1, 0), (2, 0), (4, 0);

CREATE TABLE derived (                      -- may be deleted at any time
    name TEXT PRIMARY KEY,
    key TEXT NOT NULL,                      -- of what it was worked out from
    bytes BLOB NOT NULL
) STRICT;

ALTER TABLE tracks ADD COLUMN title_hash INTEGER;  -- of the folded track_name: attune_title_hash(track_name)
UPDATE tracks SET title_hash = attune_title_hash(track_name);
CREATE INDEX tracks_by_title ON tracks (title_hash);
)sql"},
    // 8: corrections are taken back by rows
    {R"sql(
CREATE TABLE correction_rows (              -- what a correction that is in force has changed, in order: see RowLog
    position INTEGER PRIMARY KEY,
    correction_id INTEGER NOT NULL REFERENCES corrections,
    table_name TEXT NOT NULL,
    before TEXT,                            -- JSON, an object of columns; null: the row was added
    after TEXT                              -- null: the row was deleted
) STRICT;
CREATE INDEX correction_rows_by_correction ON correction_rows (correction_id);
)sql",
     convert_changesets, "ALTER TABLE corrections DROP COLUMN changes"},
    // 9: listens, playlists, labels and runs have revisions of their own
    {"INSERT INTO revisions VALUES (8, 0), (16, 0), (32, 0), (64, 0)"},
    // 10: what was said of a pick when it was offered
    {R"sql(
CREATE TABLE candidates_told (              -- of few: an older program kept nothing
    person_id INTEGER NOT NULL,
    cycle INTEGER NOT NULL,
    rank INTEGER NOT NULL,                  -- of the candidate, whatever track that has become by a correction
    told BLOB NOT NULL,                     -- see engine/picks/told.h
    PRIMARY KEY (person_id, cycle, rank),
    FOREIGN KEY (person_id, cycle) REFERENCES cycles ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
)sql"},
    // 11: imports in slices, and which import told what; see sqlite/told.h
    {R"sql(
CREATE TABLE import_state (                 -- one row
    pending INTEGER NOT NULL,               -- the import under way, whose rows nobody else sees; -1: none
    last INTEGER NOT NULL                   -- the highest number that an import was ever given
) STRICT;
INSERT INTO import_state SELECT -1, coalesce(max(id), 0) FROM imports;

ALTER TABLE artists ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE track_artists ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE track_names ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE external_ids ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE playlists ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE contributors ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE marked_tracks ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE marked_artists ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE label_changes ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE dropped_rows ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE providers ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tags ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE track_tags ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE artist_entries ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE artist_genres ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE listens ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0;      -- 0: by no import that is known
ALTER TABLE listens ADD COLUMN replaced_by INTEGER NOT NULL DEFAULT 0;  -- the import that put another row in its place
ALTER TABLE tracks ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE tracks ADD COLUMN changed_by INTEGER NOT NULL DEFAULT 0;    -- the last import that changed it
ALTER TABLE playlist_entries ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE playlist_entries ADD COLUMN contributor_told_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE catalogue_rows ADD COLUMN told_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE catalogue_rows ADD COLUMN track_id INTEGER;                 -- null: read before this was kept

CREATE TABLE tracks_before (                -- tracks as an import found them that changed them
    changed_by INTEGER NOT NULL,
    track_id INTEGER NOT NULL,
    artist_id INTEGER,
    artist_name TEXT NOT NULL,
    track_name TEXT NOT NULL,
    release_name TEXT NOT NULL,
    title_key TEXT NOT NULL,
    version_key TEXT NOT NULL,
    duration_ms INTEGER,
    spotify_id TEXT NOT NULL,
    in_catalogue INTEGER NOT NULL,
    title_hash INTEGER,
    PRIMARY KEY (changed_by, track_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE new_listen_matches (
    person_id INTEGER NOT NULL REFERENCES persons ON DELETE CASCADE,
    source INTEGER NOT NULL,
    ended_at INTEGER NOT NULL,
    ref INTEGER NOT NULL,
    ms_played INTEGER NOT NULL,
    listen_id INTEGER NOT NULL REFERENCES listens ON DELETE CASCADE,
    told_by INTEGER NOT NULL DEFAULT 0,
    replaced_by INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (person_id, source, ended_at, ref, ms_played, told_by)
) STRICT, WITHOUT ROWID;
INSERT INTO new_listen_matches SELECT person_id, source, ended_at, ref, ms_played, listen_id, 0, 0 FROM listen_matches;
DROP TABLE listen_matches;
ALTER TABLE new_listen_matches RENAME TO listen_matches;
CREATE UNIQUE INDEX listen_matches_once ON listen_matches (listen_id, source);

CREATE TABLE new_catalogue_entries (        -- what each import states; the newest one is not replaced
    track_id INTEGER NOT NULL REFERENCES tracks,
    provider_id INTEGER NOT NULL REFERENCES providers,
    popularity REAL,
    is_explicit INTEGER,
    release_year INTEGER,
    import_number INTEGER NOT NULL,         -- of catalogue_imports: the first row of a track wins
    told_by INTEGER NOT NULL DEFAULT 0,
    replaced_by INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (track_id, provider_id, told_by)
) STRICT, WITHOUT ROWID;
INSERT INTO new_catalogue_entries SELECT track_id, provider_id, popularity, is_explicit, release_year,
    import_number, 0, 0 FROM catalogue_entries;
DROP TABLE catalogue_entries;
ALTER TABLE new_catalogue_entries RENAME TO catalogue_entries;

CREATE TABLE new_features (                 -- as catalogue_entries
    provider_id INTEGER NOT NULL REFERENCES providers,
    track_id INTEGER NOT NULL REFERENCES tracks,
    version INTEGER NOT NULL,
    describes_sound INTEGER NOT NULL,
    danceability REAL, energy REAL, key REAL, loudness REAL, mode REAL, speechiness REAL, acousticness REAL,
    instrumentalness REAL, liveness REAL, valence REAL, tempo REAL, time_signature REAL, duration_ms REAL,
    told_by INTEGER NOT NULL DEFAULT 0,
    replaced_by INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (provider_id, track_id, told_by)
) STRICT, WITHOUT ROWID;
INSERT INTO new_features SELECT provider_id, track_id, version, describes_sound, danceability, energy, key, loudness, mode,
    speechiness, acousticness, instrumentalness, liveness, valence, tempo, time_signature, duration_ms, 0, 0 FROM features;
DROP TABLE features;
ALTER TABLE new_features RENAME TO features;

-- which imports told something again that another had told first
CREATE TABLE listen_tellings (
    import_id INTEGER NOT NULL,
    listen_id INTEGER NOT NULL,
    PRIMARY KEY (import_id, listen_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_tellings (               -- also the first: a playlist that is changed here gets new entries
    import_id INTEGER NOT NULL,
    playlist_id INTEGER NOT NULL,
    track_id INTEGER NOT NULL,
    added_at INTEGER NOT NULL,              -- 0: nobody says
    PRIMARY KEY (import_id, playlist_id, track_id, added_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE mark_tellings (
    import_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    item_id INTEGER NOT NULL,               -- a track, or of marks of artists an artist
    PRIMARY KEY (import_id, person_id, kind, item_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE id_tellings (
    import_id INTEGER NOT NULL,
    id_hash INTEGER NOT NULL,               -- attune_id_hash(scheme || ':' || value)
    PRIMARY KEY (import_id, id_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE catalogue_tellings (           -- of the very same row
    import_id INTEGER NOT NULL,
    provider_id INTEGER NOT NULL,
    track_id INTEGER NOT NULL,
    PRIMARY KEY (import_id, provider_id, track_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag_tellings (
    import_id INTEGER NOT NULL,
    track_id INTEGER NOT NULL,
    tag_id INTEGER NOT NULL,
    provider_id INTEGER NOT NULL,
    PRIMARY KEY (import_id, track_id, tag_id, provider_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE genre_tellings (
    import_id INTEGER NOT NULL,
    artist_id INTEGER NOT NULL,
    tag_id INTEGER NOT NULL,                -- 0: that the provider knows the artist
    provider_id INTEGER NOT NULL,
    PRIMARY KEY (import_id, artist_id, tag_id, provider_id)
) STRICT, WITHOUT ROWID;
)sql"},
});

std::int64_t pragma(Database& database, std::string_view name) {
    return database.first<std::int64_t>(fmt::format("PRAGMA {}", name)).value_or(0);
}

}  // namespace

void check_owner(Database& database) {
    // One statement, one state: another program may be making the library just now.
    auto rows = database.query(
        "SELECT (SELECT application_id FROM pragma_application_id), (SELECT user_version FROM "
        "pragma_user_version), EXISTS (SELECT 1 FROM sqlite_schema)");
    rows.next();
    const bool is_ours = rows.get<std::int64_t>(0) == application_id;
    const auto version = rows.get<std::int64_t>(1);
    const bool holds_something = rows.get<bool>(2);
    if (!is_ours && holds_something) {
        fail(ErrorCode::corrupt_data, "library.db belongs to another program, it is no library of attune");
    }
    if (version > newest_schema_version()) {
        fail(ErrorCode::conflict,
             "the library is from a newer version of attune (schema {}, this program knows up to {}); update "
             "attune to open it",
             version, newest_schema_version());
    }
}

namespace {

/// Applies the next migration, if there is one. True if it did.
bool migrate_once(Database& database) {
    // The write lock comes first, so that two programs that open a new library at once do not both make it.
    database.execute("BEGIN IMMEDIATE");
    const auto version = static_cast<std::size_t>(pragma(database, "user_version"));
    const bool is_old = version < migrations.size();
    if (is_old) {
        const auto& [sql, then, last_sql] = migrations.at(version);
        database.execute(sql);
        if (then != nullptr) then(database);
        if (last_sql != nullptr) database.execute(last_sql);
        database.execute(
            fmt::format("PRAGMA user_version = {}; PRAGMA application_id = {}", version + 1, application_id));
    }
    database.execute("COMMIT");
    return is_old;
}

}  // namespace

int newest_schema_version() noexcept { return static_cast<int>(migrations.size()); }

void migrate(Database& database) {
    database.define("attune_title_hash", title_hash);
    if (pragma(database, "user_version") == newest_schema_version()) return;
    while (migrate_once(database)) {
    }
}

}  // namespace attune::store
