#!/usr/bin/env python3
"""`attune serve` under load: one imports catalogues with new artists and genres, one joins tracks and takes it back, one
labels, and five read. Every answer must be that of one committed state, which its own numbers tell.

usage: stress_test.py PROGRAM [--seconds N] [--full] [--seed N]
  --full    also what takes a quiet machine: each reader 20 answers a minute, every write within 5 s
"""
import argparse
import collections
import json
import pathlib
import random
import re
import sqlite3
import struct
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

import serve_test

SONGS, ARTISTS, PLAYS = 120, 20, 1200   # of the history
JOINED = 80   # of the songs, that are joined with each other; the others are labelled
ROWS, NEW_ARTISTS, NEW_GENRES = 60, 12, 3   # of each catalogue
PLAYS_A_FILE = 40
COLUMNS = ("id,artist,name,album,release_date,popularity,danceability,energy,key,loudness,mode,speechiness,acousticness,"
           "instrumentalness,liveness,valence,tempo,duration_ms,time_signature")


def features(noise):
    unit = lambda: f"{noise.random():.3f}"
    return (f"{noise.randrange(100)},{unit()},{unit()},{noise.randrange(12)},{-3 - 10 * noise.random():.2f},1,{unit()},{unit()},"
            f"{unit()},{unit()},{unit()},{80 + 90 * noise.random():.1f},{150_000 + noise.randrange(100_000)},4")


def history(first, n):
    """Plays of songs in turn, two minutes apart: each is a play of its own."""
    rows = []
    for i in range(first, first + n):
        at = time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(1_600_000_000 + 3600 * i))
        song = i * 7 % SONGS
        rows.append(f"Listened {song % ARTISTS},Song {song},{at},{5_000 if i * 7919 % 100 > 70 else 200_000}\n")
    return "artist,title,time,ms_played\n" + "".join(rows)


def catalogue(number, noise):
    """A catalogue, and a file with the genres of its artists."""
    if number == 0:
        tracks = [(f"Listened {song % ARTISTS}", f"Song {song}") for song in range(SONGS)]
        genres = {f"Listened {artist}": f"first {artist % NEW_GENRES}" for artist in range(ARTISTS)}
    else:
        tracks = [(f"Artist {number} {i % NEW_ARTISTS}", f"Track {number} {i}") for i in range(ROWS)]
        genres = {f"Artist {number} {i}": f"genre {number} {i % NEW_GENRES}" for i in range(NEW_ARTISTS)}
    rows = "".join(f"{number * 1000 + i:022},{artist},{title},Album {number},2{i % 20:03}-01-01,{features(noise)}\n"
                   for i, (artist, title) in enumerate(tracks))
    table = "genres,artists\n" + "".join(f"\"['{genre}', 'all']\",\"{artist}\"\n" for artist, genre in genres.items())
    return f"{COLUMNS}\n{rows}", table


class Broken(Exception):
    """An answer that is of no state."""


def holds(condition, *what):
    if not condition:
        raise Broken(*what)


class Counts:
    """What became of the requests, by who asked."""

    def __init__(self):
        self.lock = threading.Lock()
        self.whole = collections.Counter()
        self.busy = collections.Counter()
        self.faults = []
        self.slowest = collections.Counter()

    def note(self, who, status, seconds, answer):
        with self.lock:
            if status == 503:
                self.busy[who] += 1
            elif status >= 300:
                self.faults.append((who, status, answer))
            else:
                self.whole[who] += 1
                self.slowest[who] = max(self.slowest[who], seconds)

    def fault(self, who, *what):
        with self.lock:
            self.faults.append((who, *what))


class Stress:
    def __init__(self, server, seed):
        self.server, self.counts, self.seed = server, Counts(), seed
        self.done = threading.Event()
        self.n_plays = PLAYS   # plays that were sent so far, whether or not they are stored yet

    def ask(self, who, method, path, body=None):
        start = time.monotonic()
        status, _, answer = self.server.ask(method, path if path.startswith("/api") else "/api/v1" + path, body)
        self.counts.note(who, status, time.monotonic() - start, answer)
        return answer if status < 300 else None

    def imported(self, who, name, text):
        """Imports a file; seconds until all see it"""
        start = time.monotonic()
        status, _, job = self.server.upload(name, text.encode())
        if status == 429 or status == 503:
            self.counts.note(who, 503, 0, job)
            return
        last = self.server.finished(job["job"])
        busy = (last["error"] or {}).get("code") == "unavailable"
        status = 200 if last["state"] == "done" else 503 if busy else 500
        self.counts.note(who, status, time.monotonic() - start, last)

    # --- who writes

    def importer(self):
        noise = random.Random(self.seed)
        number = 1
        while not self.done.is_set():
            number += 1
            tracks, genres = catalogue(number, noise)
            self.imported("imports", f"catalogue {number}.csv", tracks)
            self.imported("imports", f"genres {number}.csv", genres)
            first = self.n_plays
            self.n_plays += PLAYS_A_FILE
            self.imported("imports", f"plays {number}.csv", history(first, PLAYS_A_FILE))
            # What is there already changes no count.
            self.imported("imports", f"plays {number} again.csv", history(first - PLAYS_A_FILE, 2 * PLAYS_A_FILE))

    def merger(self):
        pairs = [(f"Listened {i % ARTISTS} - Song {i}", f"Listened {(i + 1) % ARTISTS} - Song {i + 1}")
                 for i in range(0, JOINED, 2)]
        i = 0
        while not self.done.is_set():
            track, into = pairs[i % len(pairs)]
            i += 1
            joined = self.ask("joins", "POST", "/matches/join", {"track": track, "into": into})
            undone = joined is None
            while not undone:
                undone = self.ask("joins", "POST", "/matches/undo", {"correction": joined["correction"]}) is not None
            self.done.wait(0.05)

    def labeller(self):
        said = {}
        noise = random.Random(self.seed + 1)
        while not self.done.is_set():
            song = noise.randrange(JOINED, SONGS)
            label = noise.choice(["like", "dislike", "clear"])
            answer = self.ask("labels", "POST", "/labels", {"track": f"Listened {song % ARTISTS} - Song {song}", "label": label})
            if answer is not None:
                holds(answer["before"] == said.get(song), "was", answer["before"], "but said was", said.get(song))
                said[song] = answer["label"]
            self.done.wait(0.05)

    # --- who reads, and what must hold of one state

    def listens(self, n):
        holds(PLAYS <= n <= self.n_plays and (n - PLAYS) % PLAYS_A_FILE == 0, "plays", n, "of", self.n_plays)

    @staticmethod
    def catalogues(tracks):
        """How many catalogues are there, by the number of tracks, of which one may be joined to another"""
        joined = -(tracks - SONGS) % ROWS
        holds(tracks >= SONGS - 1 and joined <= 1, "tracks", tracks)
        return (tracks + joined - SONGS) // ROWS

    def status(self):
        answer = self.ask("status", "GET", "/status")
        if answer is None:
            return
        self.listens(answer["listens"])
        library = answer["library"]
        n = self.catalogues(library["tracks"])
        holds(library["artists"] == ARTISTS + n * NEW_ARTISTS, "artists", library)
        coverage = answer["coverage"]
        for part in coverage.values():
            holds(part["n_plays"] <= answer["listens"] and part["n_tracks"] <= answer["tracks"], "coverage", answer)
        holds(coverage["features"]["n_plays"] == answer["listens"], "all plays have features", answer)
        holds(sum(one["with_features"] for one in answer["providers"]) >= library["tracks"] - 1, "providers", answer)

    def discover(self):
        familiarity = random.random()
        answer = self.ask("discover", "GET", f"/discover?count=20&familiarity={familiarity:.3f}")
        if answer is None:
            return
        picks = answer["picks"]
        holds([pick["rank"] for pick in picks] == list(range(1, len(picks) + 1)), "ranks", picks)
        holds(len({pick["id"] for pick in picks}) == len(picks) > 0, "picks", picks)
        for pick in picks:
            holds(re.fullmatch(r"Track \d+ \d+|Song \d+", pick["title"]) and pick["artist"].split()[0] in ("Artist", "Listened"),
                  "pick", pick)
            # A pick's artist is of the same catalogue as the track.
            if pick["title"].startswith("Track"):
                holds(pick["title"].split()[1] == pick["artist"].split()[1], "pick", pick)

    def similar(self):
        name = f"Listened {random.randrange(ARTISTS)}"
        answer = self.ask("similar", "GET", f"/similar?name={urllib.parse.quote(name)}&count={random.randint(5, 30)}")
        if answer is None:
            return
        lists = [rows for rows in answer.values() if isinstance(rows, list)]
        holds(lists, "similar", answer)
        for rows in lists:
            names = [json.dumps(row.get("id") or row.get("artist") or row.get("tag") or row) for row in rows]
            holds(len(set(names)) == len(names), "twice", rows)

    def genres(self, words):
        """How many catalogues' genres are there; of each all or none"""
        found = collections.Counter(int(word.split()[1]) for word in words if word.startswith("genre "))
        holds(all(n == NEW_GENRES for n in found.values()), "genres", sorted(words))
        holds(sorted(found) == list(range(1, len(found) + 1)), "genres", sorted(words))
        return len(found)

    def genre_map(self):
        answer = self.ask("genre map", "GET", f"/genres/map?groups={random.randint(2, 6)}")
        if answer is None:
            return
        self.listens(answer["plays"])
        self.genres([genre["genre"] for genre in answer["genres"]])
        of_groups = collections.Counter(genre["group"] for genre in answer["genres"])
        for group in answer["groups"]:
            holds(group["genres"] == of_groups[group["group"]], "groups", answer["groups"], of_groups)
        holds(answer["plays_with_genres"] <= answer["plays"], "plays with genres", answer["plays_with_genres"])

    def explore(self):
        content = self.ask("explore", "GET", "/explore?columns=plays,genre,energy")
        if content is None:
            return
        length = struct.unpack("<I", content[4:8])[0]
        head, data = json.loads(content[8:8 + length]), content[8 + length:]
        n = head["points"]
        columns = {column["name"]: column for column in head["columns"]}
        holds(len(data) == 4 * n + 2 * n * (len(columns) - 1), "bytes", len(data), n)
        ids = struct.unpack_from(f"<{n}I", data, 0)
        holds(len(set(ids)) == n, "ids")
        with_tracks = self.catalogues(n)
        with_genres = self.genres(columns["genre"]["words"])
        holds(with_tracks - 1 <= with_genres <= with_tracks, "genres of", with_genres, "tracks of", with_tracks)
        plays = columns["plays"]
        codes = struct.unpack_from(f"<{n}H", data, plays["offset"])
        self.listens(round(sum(plays["low"] + code * (plays["high"] - plays["low"]) / 65534 for code in codes)))

    def go_on(self, who, step):
        while not self.done.is_set():
            try:
                step()
            except Broken as broken:
                self.counts.fault(who, *broken.args)
            except Exception as error:  # the server is gone, or said what nobody can read
                self.counts.fault(who, repr(error))
                return

    def run(self, seconds):
        parts = [self.importer, self.merger, self.labeller, self.status, self.discover, self.similar, self.genre_map,
                 self.explore]
        threads = [threading.Thread(target=self.go_on, args=(part.__name__, part)) for part in parts]
        for thread in threads:
            thread.start()
        self.done.wait(seconds)
        self.done.set()
        for thread in threads:
            thread.join()


READERS = ("status", "discover", "similar", "genre map", "explore")
WRITERS = ("imports", "joins", "labels")


def prepared(folder, seed):
    """A server with a history, a catalogue and a run."""
    server = serve_test.Server(folder)
    tracks, genres = catalogue(0, random.Random(seed))
    unheard, its_genres = catalogue(1, random.Random(seed))
    for name, text in (("plays.csv", history(0, PLAYS)), ("first.csv", tracks), ("genres.csv", genres),
                       ("unheard.csv", unheard), ("its genres.csv", its_genres)):
        job = server.imported(name, text.encode())
        assert job["state"] == "done", job
    status, _, job = server.ask("POST", "/api/v1/train", {"quick": True})
    last = server.finished(job["job"])
    assert last["state"] == "done", last
    return server


def check_library(folder, n_plays):
    """What is wrong with the library once all is over"""
    wrong = []
    with sqlite3.connect(f"file:{folder}/library/library.db?mode=ro", uri=True) as database:
        wrong += [row[0] for row in database.execute("PRAGMA integrity_check") if row[0] != "ok"]
        wrong += [f"foreign key {row}" for row in database.execute("PRAGMA foreign_key_check")]
    program = [serve_test.PROGRAM, "--library", f"{folder}/library", "--json"]
    status = json.loads(subprocess.run([*program, "status"], capture_output=True, check=True).stdout)
    if status["listens"] != n_plays:
        wrong.append(f"{status['listens']} plays, {n_plays} were sent")
    if subprocess.run([serve_test.PROGRAM, "help", "check"], capture_output=True).returncode == 0:
        checked = subprocess.run([*program, "check"], capture_output=True, text=True)
        if checked.returncode != 0:
            wrong.append(f"attune check: {checked.stdout}{checked.stderr}")
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--seconds", type=float, default=25)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--full", action="store_true")
    options = parser.parse_args()
    serve_test.PROGRAM = str(pathlib.Path(options.program).resolve())
    with tempfile.TemporaryDirectory() as folder:
        server = prepared(folder, options.seed)
        stress = Stress(server, options.seed)
        stress.run(options.seconds)
        code, errors = server.stop()
        counts = stress.counts
        wrong = [f"{who}: {what}" for who, *what in counts.faults]
        if code != 0:
            wrong.append(f"the server ended with {code}: {errors}")
        wrong += check_library(folder, stress.n_plays)
    n_whole, n_busy = sum(counts.whole.values()), sum(counts.busy.values())
    for who in (*WRITERS, *READERS):
        print(f"{who:10} {counts.whole[who]:6} whole, {counts.busy[who]:4} busy, slowest {counts.slowest[who]:.2f} s")
        if counts.whole[who] == 0:
            wrong.append(f"{who}: not one answer")
        if options.full and who in READERS and counts.whole[who] < 20 * options.seconds / 60:
            wrong.append(f"{who}: fewer than 20 answers a minute")
        if options.full and who in WRITERS and counts.slowest[who] > 5:
            wrong.append(f"{who}: a write took {counts.slowest[who]:.1f} s")
    if n_busy > 0.01 * (n_whole + n_busy):
        wrong.append(f"{n_busy} of {n_whole + n_busy} were told that attune is busy")
    for one in wrong[:20]:
        print("wrong:", one[:600])
    print(f"{n_whole} answers, {n_busy} busy, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
