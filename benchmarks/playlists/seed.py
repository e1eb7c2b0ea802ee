#!/usr/bin/env python3
"""Holds the doctor against a table of outliers that somebody made with an isolation forest for their own playlists.

Reads corpus_features.csv and outlier_df.csv of FOLDER, writes them as a catalogue, artists with genres and playlists,
imports these into a library at LIBRARY (which must not exist) and compares the least fitting tracks of each playlist
with as many that the table marks.

usage: seed.py PROGRAM FOLDER LIBRARY
"""
import ast
import collections
import csv
import json
import pathlib
import subprocess
import sys


def read(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def genres_of(text):
    """The genres of a cell that holds one list for each artist."""
    lists = ast.literal_eval(f"[{text}]") if text else []
    return [[str(genre) for genre in genres] for genres in lists]


def write_files(rows, features, folder):
    genres = collections.defaultdict(list)
    playlists = collections.defaultdict(list)
    with open(folder / "catalogue.csv", "w", newline="", encoding="utf-8") as file:
        columns = ["danceability", "energy", "key", "loudness", "mode", "speechiness", "acousticness", "instrumentalness",
                   "liveness", "valence", "tempo", "time_signature", "duration_ms", "popularity"]
        writer = csv.writer(file)
        writer.writerow(["track_id", "artists", "track_name", "release_date", *columns])
        seen = set()
        for row in rows:
            artists = [str(name) for name in ast.literal_eval(row["artist_names"])]
            for artist, names in zip(artists, genres_of(row["genres"])):
                genres[artist] = names
            playlists[row["playlist_name"]].append((row["id"], artists[0], row["track_name"]))
            known = features.get(row["id"])
            if known and row["id"] not in seen:
                seen.add(row["id"])
                writer.writerow([row["id"], artists[0], row["track_name"], row["release_date"],
                                 *(known[column] for column in columns)])
    with open(folder / "artist_genres.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["artists", "genres"])
        writer.writerows([artist, str(names)] for artist, names in genres.items())
    items = [{"name": name, "lastModifiedDate": "2020-01-01",
              "items": [{"track": {"trackName": title, "artistName": artist, "albumName": "",
                                   "trackUri": f"spotify:track:{track}"},
                         "episode": None, "localTrack": None, "addedDate": "2020-01-01"}
                        for track, artist, title in tracks]}
             for name, tracks in playlists.items()]
    (folder / "Playlist1.json").write_text(json.dumps({"playlists": items}))


def main(program, folder, library):
    rows = read(folder / "outlier_df.csv")
    features = {row["id"]: row for row in read(folder / "corpus_features.csv")}
    files = library.parent / (library.name + "_files")
    files.mkdir()
    write_files(rows, features, files)
    attune = [program, "--library", str(library), "--quiet"]
    subprocess.run([*attune, "import", str(files)], check=True, stdout=subprocess.DEVNULL)
    found = json.loads(subprocess.run([*attune, "playlist", "doctor", "--all", "--json"], check=True,
                                      capture_output=True).stdout)
    marked = collections.defaultdict(set)
    for row in rows:
        if float(row["outliers"] or 0) > 0:
            marked[row["playlist_name"]].add((ast.literal_eval(row["artist_names"])[0], row["track_name"]))
    hits = expected = n_marked = n_foreign = n_tracks = 0
    for playlist in found["playlists"]:
        entries = json.loads(subprocess.run([*attune, "playlist", "show", playlist["id"], "--json"], check=True,
                                            capture_output=True).stdout)["entries"]
        names = {entry["position"]: (entry["artist"], entry["title"]) for entry in entries}
        theirs = marked[playlist["name"]]
        ours = [names[row["position"]] for row in playlist["margins"][:len(theirs)]]
        hits += len(theirs.intersection(ours))
        n_marked += len(theirs)
        expected += len(theirs) * len(theirs) / max(1, len(playlist["margins"]))
        n_foreign += sum(verdict["standing"] == "foreign" for verdict in playlist["verdicts"])
        n_tracks += len(playlist["margins"])
    print(f"{len(found['playlists'])} playlists, {n_tracks} tracks; the table marks {n_marked}, the doctor calls "
          f"{n_foreign} foreign")
    print(f"of as many least fitting ones {hits} are the same ({hits / n_marked:.1%}; by chance "
          f"{expected / n_marked:.1%})")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]))
