#!/usr/bin/env python3
"""Copies the files of an extended history, shifted in time, until they hold a number of new rows.

usage: generate.py SOURCE_DIR OUT_DIR [NEW_ROWS]
"""
import datetime
import json
import pathlib
import sys

# No multiple of a day, so that copies do not fall on each other; backwards, so that nothing lies in the future.
SHIFT_S = 1_000_003
FORMAT = "%Y-%m-%dT%H:%M:%SZ"


def shifted(row, seconds):
    moved = dict(row)
    ended = datetime.datetime.strptime(row["ts"], FORMAT) - datetime.timedelta(seconds=seconds)
    moved["ts"] = ended.strftime(FORMAT)
    stamp = row.get("offline_timestamp")
    if stamp:
        moved["offline_timestamp"] = stamp - seconds * (1000 if stamp > 100_000_000_000 else 1)
    return moved


def new_rows(rows, seen):
    """How many of these rows become a play: of a track, of some length, not seen before."""
    count = 0
    for row in rows:
        key = (row["ts"], row["spotify_track_uri"], row["ms_played"])
        if row["master_metadata_track_name"] and row["ms_played"] > 0 and key not in seen:
            seen.add(key)
            count += 1
    return count


def main(source, out, wanted=1_000_000):
    files = sorted(pathlib.Path(source).rglob("Streaming_History_Audio_*.json"))
    if not files:
        sys.exit(f"generate.py: no Streaming_History_Audio_*.json in {source}")
    originals = [json.loads(path.read_text(encoding="utf-8-sig")) for path in files]
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    seen = set()
    n_rows = n_new = copy = 0
    while n_new < wanted:
        copy += 1
        for number, rows in enumerate(originals):
            moved = [shifted(row, copy * SHIFT_S) for row in rows]
            n_rows += len(moved)
            n_new += new_rows(moved, seen)
            name = f"Streaming_History_Audio_{copy:03}_{number}.json"
            (out / name).write_text(json.dumps(moved, ensure_ascii=False, indent=2), encoding="utf-8")
    (out / "made.txt").write_text(f"{n_rows} rows, {n_new} new, {copy} copies of {len(files)} files\n")
    print((out / "made.txt").read_text(), end="")


if __name__ == "__main__":
    main(*sys.argv[1:3], *map(int, sys.argv[3:4]))
