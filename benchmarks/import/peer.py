#!/usr/bin/env python3
"""The job of `attune import` for extended histories as one writes it in Python: json, a set for duplicates, folded
names for identity, sqlite3.executemany. Prints the fate of the rows as JSON.

usage: peer.py LIBRARY.db FILE...
"""
import datetime
import json
import re
import sqlite3
import sys
import unicodedata
from collections import Counter

SCHEMA = """
CREATE TABLE IF NOT EXISTS tracks (id INTEGER PRIMARY KEY, artist TEXT, title TEXT, artist_key TEXT, title_key TEXT);
CREATE TABLE IF NOT EXISTS track_ids (spotify_id TEXT PRIMARY KEY, track_id INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS listens (id INTEGER PRIMARY KEY, ended_at INTEGER, spotify_id TEXT, ms_played INTEGER,
    listened_at INTEGER, track_id INTEGER, reason_start TEXT, reason_end TEXT, skipped INTEGER, shuffle INTEGER,
    offline INTEGER, platform TEXT, UNIQUE (ended_at, spotify_id, ms_played));
CREATE TABLE IF NOT EXISTS dropped_rows (digest TEXT PRIMARY KEY) WITHOUT ROWID;
"""
SAYS_NOTHING = re.compile(
    r"\s*(?:[-–(\[]\s*(?:\d{4}\s*)?(?:digital(?:ly)?\s*)?(?:remaster(?:ed)?|album version|single version|mono|stereo|deluxe)"
    r"[^)\]]*[)\]]?|[(\[]\s*(?:feat\.?|ft\.?|with)\s[^)\]]*[)\]])\s*", re.IGNORECASE)
GUESTS = re.compile(r"\s+(?:feat\.?|ft\.?|featuring)\s.*$", re.IGNORECASE)
NOT_A_WORD = re.compile(r"[^\w]+")
LONGEST_OFFLINE_S = 31 * 86_400
MOST_MS = 86_400_000
EARLIEST = 1_009_843_200  # 2002


def fold(text):
    text = unicodedata.normalize("NFKD", text.replace("&", " and ")).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c))
    return NOT_A_WORD.sub(" ", text).strip() or text


class Library:
    def __init__(self, path):
        self.database = sqlite3.connect(path, isolation_level=None)
        self.database.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;" + SCHEMA)
        self.seen = set(self.database.execute("SELECT ended_at, spotify_id, ms_played FROM listens"))
        self.dropped = {digest for (digest,) in self.database.execute("SELECT digest FROM dropped_rows")}
        self.track_of_id = dict(self.database.execute("SELECT spotify_id, track_id FROM track_ids"))
        self.track_of_key = {(a, t): i for i, a, t in self.database.execute("SELECT id, artist_key, title_key FROM tracks")}

    def track(self, spotify_id, artist, title):
        found = self.track_of_id.get(spotify_id)
        if found is not None:
            return found
        key = (fold(GUESTS.sub("", artist)), fold(SAYS_NOTHING.sub("", title)))
        found = self.track_of_key.get(key)
        if found is None:
            found = len(self.track_of_key) + 1
            self.track_of_key[key] = found
            self.database.execute("INSERT INTO tracks VALUES (?, ?, ?, ?, ?)", (found, artist, title, *key))
        self.track_of_id[spotify_id] = found
        self.database.execute("INSERT INTO track_ids VALUES (?, ?)", (spotify_id, found))
        return found


def reason_to_drop(row, ended, now):
    if not (row["master_metadata_track_name"] and row["master_metadata_album_artist_name"]):
        if row.get("audiobook_title") or row.get("audiobook_uri"):
            return "audiobook"
        return "podcast" if row["episode_name"] or row["spotify_episode_uri"] else "no_track"
    if not EARLIEST <= ended <= now:
        return "bad_date"
    if not 0 <= row["ms_played"] <= MOST_MS:
        return "bad_value"
    if row["ms_played"] == 0:
        return "zero_length"
    return "incognito" if row["incognito_mode"] else None


def start_of(row, ended):
    stamp = row["offline_timestamp"] or 0
    stamp = stamp // 1000 if stamp > 100_000_000_000 else stamp
    by_length = ended - row["ms_played"] // 1000
    return stamp if 0 < stamp <= by_length + 60 and ended - stamp < LONGEST_OFFLINE_S else by_length


def import_file(library, path, counts, now):
    with open(path, encoding="utf-8-sig") as file:
        rows = json.load(file)
    library.database.execute("BEGIN")
    listens, digests = [], []
    for row in rows:
        ended = int(datetime.datetime.strptime(row["ts"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=datetime.timezone.utc).timestamp())
        reason = reason_to_drop(row, ended, now)
        if reason:
            digest = "|".join(str(row[key]) for key in ("ts", "ms_played", "spotify_track_uri", "episode_name",
                                                        "master_metadata_track_name", "reason_start", "reason_end"))
            if digest in library.dropped:
                counts["duplicates"] += 1
            else:
                library.dropped.add(digest)
                digests.append((digest,))
                counts[f"dropped {reason}"] += 1
            continue
        spotify_id = row["spotify_track_uri"].rsplit(":", 1)[-1]
        key = (ended, spotify_id, row["ms_played"])
        if key in library.seen:
            counts["duplicates"] += 1
            continue
        library.seen.add(key)
        track = library.track(spotify_id, row["master_metadata_album_artist_name"], row["master_metadata_track_name"])
        listens.append((*key, start_of(row, ended), track, row["reason_start"], row["reason_end"], row["skipped"],
                        row["shuffle"], row["offline"], row["platform"]))
    library.database.executemany(
        "INSERT INTO listens (ended_at, spotify_id, ms_played, listened_at, track_id, reason_start, reason_end, skipped, "
        "shuffle, offline, platform) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", listens)
    library.database.executemany("INSERT INTO dropped_rows VALUES (?)", digests)
    library.database.execute("COMMIT")
    counts["rows"] += len(rows)
    counts["imported"] += len(listens)


def main(path, *files):
    library = Library(path)
    counts = Counter()
    now = int(datetime.datetime.now(datetime.timezone.utc).timestamp()) + 86_400
    for file in files:
        import_file(library, file, counts, now)
    print(json.dumps({"rows": counts["rows"], "imported": counts["imported"], "duplicates": counts["duplicates"],
                      "dropped": {key[8:]: n for key, n in sorted(counts.items()) if key.startswith("dropped ")},
                      "tracks": len(library.track_of_key)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
