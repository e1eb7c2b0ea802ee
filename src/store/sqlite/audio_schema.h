#pragma once

namespace attune::store {

/// Files of sound and what was heard in them. Numbers in blobs are little-endian.
inline constexpr auto audio_schema = R"sql(
CREATE TABLE audio_analyses (
    content INTEGER NOT NULL,               -- hash of the bytes of the file, wherever it lies
    version INTEGER NOT NULL,
    duration_ms INTEGER NOT NULL,
    fingerprint BLOB NOT NULL,              -- words of 32 bits; may be empty
    details TEXT NOT NULL,                  -- JSON
    embedding BLOB NOT NULL,                -- float32; may be empty
    PRIMARY KEY (content, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX audio_analyses_by_duration ON audio_analyses (version, duration_ms);

CREATE TABLE audio_files (
    path TEXT PRIMARY KEY,
    content INTEGER NOT NULL,
    n_bytes INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    track_id INTEGER REFERENCES tracks,     -- null: it could not be analysed
    description TEXT NOT NULL,              -- JSON
    problem TEXT NOT NULL,                  -- why it could not, else empty
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX audio_files_by_content ON audio_files (content);
CREATE INDEX audio_files_by_track ON audio_files (track_id);
)sql";

}  // namespace attune::store
