#!/usr/bin/env python3
"""How long the answers of `attune serve` take, and how long a like takes to be stored, while one large file is imported.

The server has a copy of LIBRARY (with a trained person). First the requests are timed at rest, then while a file of
ROWS invented rows is imported: plays (a CSV of scrobbles), or a catalogue. The import goes through the server
(`POST /api/v1/imports`) or through `attune import` beside it. One thread asks for status, picks, history, explore and
turns a dial, one after the other and never the same question twice where that can be; another says of a track whether it
is liked, again and again. Prints the middle, the 99th of a hundred, and the longest; fails if one is over its limit or
an answer is an error.

usage: beside_import.py PROGRAM LIBRARY [--person NAME] [--kind plays|catalogue] [--by server|command] [--rows N]
                        [--json OUT]
"""
import argparse
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

from run import Server

LIMITS_MS = {"status": 150, "picks": 150, "history": 150, "explore": 150, "dial": 600, "like": 1000}  # like: the longest
PAUSE_S = 0.02  # between two questions: a person looks at what came


def write_plays(path, rows):
    """Last.fm's CSV; a tenth as many tracks as plays, of 3,000 artists."""
    random.seed(5)
    with open(path, "w", encoding="utf-8") as out:
        out.write("artist,album,title,uts\n")
        for number in range(rows):
            track = int(random.random() ** 2 * rows / 10)
            out.write(f"Artist {track % 3000},Album {track % 20000},Song {track},{1_100_000_000 + 211 * number}\n")


def write_catalogue(path, rows):
    random.seed(6)
    with open(path, "w", encoding="utf-8") as out:
        out.write("track_id,track_name,artists,popularity,duration_ms,danceability,energy,key,loudness,mode,speechiness,"
                  "acousticness,instrumentalness,liveness,valence,tempo,time_signature\n")
        for number in range(rows):
            value = [random.random() for _ in range(7)]
            out.write(f"{number:022d},Title {number},Artist {number % 100_000},{number % 100},{180_000 + number % 90_000},"
                      f"{value[0]:.3f},{value[1]:.3f},{number % 12},{-3 - 20 * value[2]:.2f},{number % 2},0.05,{value[3]:.3f},"
                      f"{value[4]:.3f},0.1,{value[5]:.3f},{80 + 100 * value[6]:.2f},4\n")


def ask(server, path, data=None, headers=()):
    """Seconds, and the body."""
    request = urllib.request.Request(server.address + path, data=data, headers=dict(headers))
    began = time.monotonic()
    with urllib.request.urlopen(request, timeout=120) as answer:
        body = answer.read()
    return time.monotonic() - began, body


class Asking(threading.Thread):
    """Asks in turn until told to end."""

    def __init__(self, server, questions):
        super().__init__()
        self.server, self.questions, self.over = server, questions, threading.Event()
        self.took = {name: [] for name in questions}
        self.errors = []

    def run(self):
        turn = 0
        while not self.over.is_set():
            turn += 1
            for name, question in self.questions.items():
                try:
                    self.took[name].append(ask(self.server, *question(turn))[0])
                except (urllib.error.URLError, OSError) as error:
                    self.errors.append(f"{name}: {error} {error.read()[:200] if hasattr(error, 'read') else ''}")
                time.sleep(PAUSE_S)


def questions_of(person):
    dials = random.Random(7)
    get = {"status": "/api/v1/status", "picks": "/api/v1/picks",
           "explore": "/api/v1/explore?columns=energy,valence,genre"}
    asked = {name: (lambda turn, path=path: (path,)) for name, path in get.items()}
    asked["history"] = lambda turn: (f"/api/v1/history?from=20{10 + turn // 336 % 10}-{1 + turn // 28 % 12:02d}-{1 + turn % 28:02d}",)
    asked["dial"] = lambda turn: (f"/api/v1/discover?familiarity={dials.random():.4f}&popularity={dials.random():.4f}",)
    return asked


def like_of(server, tracks):
    def question(turn):
        body = {"track": tracks[turn % len(tracks)], "label": ("like", "dislike", "skip")[turn // len(tracks) % 3]}
        return "/api/v1/labels", json.dumps(body).encode(), {**server.session, "Content-Type": "application/json"}
    return question


def timed(server, person, tracks, work):
    asking = Asking(server, questions_of(person))
    liking = Asking(server, {"like": like_of(server, tracks)})
    for thread in (asking, liking):
        thread.start()
    try:
        began = time.monotonic()
        work()
        seconds = time.monotonic() - began
    finally:
        for thread in (asking, liking):
            thread.over.set()
            thread.join()
    return asking.took | liking.took, asking.errors + liking.errors, seconds


def figures(took):
    ordered = sorted(1000 * seconds for seconds in took)
    return {"n": len(ordered), "p50_ms": ordered[len(ordered) // 2], "p99_ms": ordered[min(len(ordered) - 1, len(ordered) * 99 // 100)],
            "longest_ms": ordered[-1]}


def import_by(by, options, library, server, file):
    if by == "server":
        def work():
            job = server.imported(file, "another")
            if job["state"] != "done":
                sys.exit(f"beside_import.py: the import ended as {job}")
    else:
        def work():
            subprocess.run([options.program, "import", file, "--library", library, "--person", "another", "--quiet"], check=True,
                           stdout=subprocess.DEVNULL)
    return work


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("program")
    parser.add_argument("library", type=pathlib.Path)
    parser.add_argument("--person", default="me")
    parser.add_argument("--kind", choices=("plays", "catalogue"), default="plays")
    parser.add_argument("--by", choices=("server", "command"), default="server")
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rest", type=float, default=20, help="seconds at rest before")
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    rows, missed = [], []
    with tempfile.TemporaryDirectory() as folder:
        library = pathlib.Path(folder) / "library"
        shutil.copytree(options.library, library)
        file = pathlib.Path(folder) / f"{options.kind}.csv"
        (write_plays if options.kind == "plays" else write_catalogue)(file, options.rows)
        server = Server(options.program, str(library), options.person)
        try:
            picks = json.loads(ask(server, "/api/v1/discover?familiarity=0.5")[1])
            tracks = [pick["id"] for pick in picks["picks"]][:10]
            for name, question in questions_of(options.person).items():
                ask(server, *question(0))
            for when, work in (("at rest", lambda: time.sleep(options.rest)),
                               ("while importing", import_by(options.by, options, library, server, file))):
                took, errors, seconds = timed(server, options.person, tracks, work)
                print(f"{when}: {seconds:.1f} s, load {os.getloadavg()[0]:.1f}, {len(errors)} errors {errors[:3]}")
                if errors:
                    missed.append(f"{when}: {len(errors)} errors")
                for name, times in took.items():
                    row = {"when": when, "what": name, **figures(times), "seconds": seconds, "load": os.getloadavg()[0]}
                    rows.append(row)
                    print("  {what:8} {n:5} times   p50 {p50_ms:8.1f} ms   p99 {p99_ms:8.1f} ms   longest {longest_ms:8.1f} ms".format(**row), flush=True)
                    if when != "at rest" and row["longest_ms" if name == "like" else "p99_ms"] > LIMITS_MS[name]:
                        missed.append(f"{name} over {LIMITS_MS[name]} ms")
        finally:
            server.stop()
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n")
    if missed:
        sys.exit("missed: " + "; ".join(missed))


if __name__ == "__main__":
    main()
