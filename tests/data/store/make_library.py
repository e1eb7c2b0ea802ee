#!/usr/bin/env python3
"""Fills a library of invented data with a released attune and writes it as SQL: make_library.py PROGRAM OUT.sql

The file of each schema was made by the last program that had it, and is never made again: open_store_test brings it up
to date. All files of the listener come from `attune demo`, cut down; the rest is written here by hand.
"""

import csv
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

DATA = pathlib.Path(__file__).resolve().parent.parent
N_PLAYS = 240
N_CATALOGUE = 120

PLAYS = """artist,album,title,uts
Ina Tolvane,Second Light,Paper Harbour (Live),1620036000
Ina Tolvane,Second Light,Paper Harbour (Live),1620036300
Tolvane,Second Light,Salt Feathers,1620036600
Odd Lantern,Glass,North,1620036900
"""
CATALOGUE = """artists,track_name,track_id,popularity,duration_ms,danceability,energy,key,loudness,mode,speechiness,acousticness,instrumentalness,liveness,valence,tempo,time_signature
Ina Tolvane,Paper Harbour,0000000000000000000001,50,200000,0.5,0.6,1,-7,1,0.05,0.1,0.0,0.1,0.5,120,4
Ina Tolvane,Salt Feathers,0000000000000000000002,40,210000,0.4,0.3,5,-9,0,0.04,0.6,0.0,0.1,0.3,98,4
Odd Lantern & Ebba,Embers,0000000000000000000003,40,190000,0.4,0.3,5,-9,0,0.04,0.6,0.0,0.1,0.3,98,4
Odd Lantern,Embers,0000000000000000000004,40,190000,0.4,0.3,5,-9,0,0.04,0.6,0.0,0.1,0.3,98,4
"""
SHARED = """"Track URI","Track Name","Artist Name(s)","Album Name","Track Duration (ms)","ISRC","Added By","Added At"
"spotify:track:0000000000000000000001","Paper Harbour","Ina Tolvane","","200000","","ann","2024-01-02T10:00:00Z"
"spotify:track:0000000000000000000005","North","Odd Lantern","","","","ben","2024-01-03T10:00:00Z"
"""


def cut(files: pathlib.Path, out: pathlib.Path) -> None:
    """A short history, its tracks and a few more of the catalogue, one playlist."""
    history = sorted(files.glob("Spotify*/*.json"))[0]
    plays = json.loads(history.read_text())[:N_PLAYS]
    (out / "Streaming_History_Audio_2023_0.json").write_text(json.dumps(plays))
    played = {play["spotify_track_uri"] for play in plays}
    with open(files / "catalogue.csv", newline="") as file:
        rows = list(csv.reader(file))
    kept = [r for r in rows[1:] if f"spotify:track:{r[0]}" in played] + rows[1:N_CATALOGUE]
    with open(out / "catalogue.csv", "w", newline="") as file:
        csv.writer(file).writerows([rows[0], *kept])
    artists = {r[1] for r in kept}
    with open(files / "artist_genres.csv", newline="") as file:
        genres = list(csv.reader(file))
    with open(out / "artist_genres.csv", "w", newline="") as file:
        csv.writer(file).writerows([genres[0], *(g for g in genres[1:] if g[1] in artists)])
    lists = json.loads((files / "Playlist1.json").read_text())["playlists"][:2]
    for playlist in lists:
        playlist["items"] = playlist["items"][:20]
    (out / "Playlist1.json").write_text(json.dumps({"playlists": lists}))
    (out / "plays.csv").write_text(PLAYS)
    (out / "second_catalogue.csv").write_text(CATALOGUE)
    (out / "shared.csv").write_text(SHARED)
    shutil.copy(DATA / "audio" / "plain.ogg", out / "plain.ogg")


def fill(attune, files: pathlib.Path) -> None:
    attune("import", files)
    attune("import", DATA / "sources" / "spotify_library.json")
    attune("import", "--community", DATA / "community")
    attune("--person", "friend", "import", files / "plays.csv")
    attune("analyze", files / "plain.ogg")
    # Corrections: one undone, two in force, two of them of one track, one that is kept.
    attune("matches", "join", "Ina Tolvane - Paper Harbour (Live)", "Ina Tolvane - Paper Harbour")
    attune("matches", "undo", "1")
    attune("matches", "join", "Ina Tolvane - Paper Harbour (Live)", "Ina Tolvane - Paper Harbour")
    attune("matches", "join", "Tolvane - Salt Feathers", "Ina Tolvane - Salt Feathers")
    attune("matches", "separate", "spotify:0000000000000000000004")
    attune("matches", "keep", "spotify:0000000000000000000003")
    attune("label", "Odd Lantern - North", "like")
    attune("label", "Ina Tolvane - Salt Feathers", "dislike")
    attune("label", "Odd Lantern - North", "clear")
    attune("label", "Ina Tolvane - Paper Harbour", "like")
    attune("label", "--artist", "Odd Lantern", "block")
    attune("playlist", "build", "--genre", "folk rock", "--from", "all", "--name", "Made here", "-n", "5", "--apply")
    attune("playlist", "undo")
    attune("playlist", "drop", "shared", "Odd Lantern - North")
    attune("playlist", "call", "A", "Ann")
    attune("train")
    attune("discover", "--count", "5")


def dump(library: pathlib.Path, out: pathlib.Path, music: pathlib.Path) -> None:
    database = sqlite3.connect(library / "library.db")
    lines = [line.replace(str(music), "/music").replace(str(DATA), "/data") for line in database.iterdump()]
    pragmas = [f"PRAGMA {name} = {database.execute(f'PRAGMA {name}').fetchone()[0]};"
               for name in ("application_id", "user_version")]
    out.write_text("\n".join([*lines, *pragmas]) + "\n")


def main() -> None:
    program, out = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        library = folder / "library"

        def attune(*arguments) -> None:
            subprocess.run([program, "--library", library, "--quiet", *map(str, arguments)], check=True)

        subprocess.run([program, "--library", folder / "demo", "--quiet", "demo", "--only-files"], check=True)
        files = folder / "music"
        files.mkdir()
        cut(folder / "demo" / "input", files)
        fill(attune, files)
        dump(library, out, files)


if __name__ == "__main__":
    main()
