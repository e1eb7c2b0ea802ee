#pragma once

namespace attune::store {

/// Migration 2: what many other people listen to. Like every migration it is never changed once it is
/// released.
inline constexpr const char* community_schema = R"sql(
CREATE TABLE community_salt (               -- one row: what the names of accounts are hashed with
    salt INTEGER NOT NULL
) STRICT;

CREATE TABLE community_sources (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE community_imports (            -- numbers the transactions in which counts are imported
    number INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE community_people (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES community_sources,
    hash INTEGER NOT NULL,                  -- salted, of the account as the source names it
    UNIQUE (source_id, hash)
) STRICT;

CREATE TABLE community_artists (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,                     -- the main artist as first written
    key TEXT NOT NULL UNIQUE                -- library::artist_key; "#<source>:<number>" for one without a name
) STRICT;

CREATE TABLE community_tracks (
    id INTEGER PRIMARY KEY,
    artist_id INTEGER NOT NULL REFERENCES community_artists,
    name TEXT NOT NULL,                     -- as first written
    name_key INTEGER NOT NULL UNIQUE        -- as in track_names
) STRICT;

CREATE TABLE community_tags (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE               -- folded
) STRICT;

CREATE TABLE community_names (              -- what the numbers in the files of a source mean
    source_id INTEGER NOT NULL REFERENCES community_sources,
    kind INTEGER NOT NULL,                  -- library::CommunityName::Kind
    number TEXT NOT NULL,
    item_id INTEGER NOT NULL,               -- of community_artists or community_tags
    PRIMARY KEY (source_id, kind, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE community_seen (               -- digests of rows that count once: listens, taggings, dropped rows
    source_id INTEGER NOT NULL,
    digest INTEGER NOT NULL,                -- of a listen: 35 bits of its time, 28 of a hash; else 64 of a hash
    PRIMARY KEY (source_id, digest)
) STRICT, WITHOUT ROWID;

CREATE TABLE community_artist_plays (       -- person_id and artist_id refer, but unchecked: see check_integrity()
    person_id INTEGER NOT NULL,
    artist_id INTEGER NOT NULL,
    ref INTEGER NOT NULL,                   -- hash of the item as the source names it; 0: counted listens
    count REAL NOT NULL,
    import_number INTEGER NOT NULL,         -- the import that stated it: its first count stands; 0: counted listens
    PRIMARY KEY (person_id, artist_id, ref)
) STRICT, WITHOUT ROWID;

CREATE TABLE community_track_plays (        -- unchecked as well
    person_id INTEGER NOT NULL,
    track_id INTEGER NOT NULL,
    ref INTEGER NOT NULL,
    count REAL NOT NULL,
    import_number INTEGER NOT NULL,
    PRIMARY KEY (person_id, track_id, ref)
) STRICT, WITHOUT ROWID;

CREATE TABLE community_artist_tags (
    source_id INTEGER NOT NULL REFERENCES community_sources,
    artist_id INTEGER NOT NULL REFERENCES community_artists,
    tag_id INTEGER NOT NULL REFERENCES community_tags,
    count INTEGER NOT NULL,                 -- people who gave it
    PRIMARY KEY (source_id, artist_id, tag_id)
) STRICT, WITHOUT ROWID;
)sql";

}  // namespace attune::store
