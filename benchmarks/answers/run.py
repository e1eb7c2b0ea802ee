#!/usr/bin/env python3
"""How long single answers take that nobody has asked for before: turns of the dials, what is like a track, searches.

On a copy of a library, so that nothing is changed. A server is started and asked a few questions, which makes what it
keeps in memory; then COUNT settings, names and words are asked, each once, so that no answer was kept. Beside each time
stands the CPU time of the server. Last, the same by the command line, each call a program of its own. Answers are looked
at before they are timed: a dial turn must be what the command line says, and its reasons must add up to its scores.

usage: run.py PROGRAM LIBRARY [--person NAME] [--count N] [--seed N] [--json OUT]
       LIBRARY: a folder with a library that has a run
"""
import argparse
import json
import math
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    def __init__(self, program, library, person):
        self.process = subprocess.Popen([program, "serve", "--port", "0", "--library", library, "--person", person],
                                        stdout=subprocess.PIPE, text=True)
        found = None
        while not found:
            found = re.search(r"(http://[\d.]+:\d+)/", self.process.stdout.readline())
        self.address = found[1]

    def get(self, path, **query):
        url = f"{self.address}/api/v1{path}?{urllib.parse.urlencode(query)}"
        with urllib.request.urlopen(url, timeout=600) as answer:
            return json.load(answer)

    def alike(self, name):
        try:
            return self.get("/similar", name=name)
        except urllib.error.HTTPError as error:
            if error.code != 404:  # nothing is known of it to compare it by
                raise
            return None

    def cpu(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=60)


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]


def timed(server, name, questions, ask):
    """Asks all, one after the other; what it took."""
    walls = []
    cpu = server.cpu()
    for question in questions:
        began = time.perf_counter()
        ask(question)
        walls.append((time.perf_counter() - began) * 1000)
    cpu = (server.cpu() - cpu) * 1000 / len(walls)
    row = {"what": name, "n": len(walls), "median_ms": round(percentile(walls, 0.5), 1),
           "p95_ms": round(percentile(walls, 0.95), 1), "cpu_ms": round(cpu, 1)}
    print(f"{name:28} n {row['n']:3}  median {row['median_ms']:8.1f} ms  p95 {row['p95_ms']:8.1f} ms  "
          f"CPU {row['cpu_ms']:8.1f} ms each", flush=True)
    return row


def by_command(program, library, person, name, commands):
    cpus = []
    for command in commands:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([program, *command, "--library", library, "--person", person], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpus.append((after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    row = {"what": name, "n": len(cpus), "median_cpu_s": round(percentile(cpus, 0.5), 2),
           "most_cpu_s": round(max(cpus), 2)}
    print(f"{name:28} n {row['n']:3}  median {row['median_cpu_s']:8.2f} CPU s  most {row['most_cpu_s']:.2f}", flush=True)
    return row


def check(server, program, library, person):
    """The page and the command line say the same, and reasons add up."""
    dials = {"familiarity": 0.37, "popularity": 0.61, "diversity": 0.5}
    served = server.get("/discover", **dials)
    arguments = [word for key, value in dials.items() for word in (f"--{key}", str(value))]
    said = subprocess.run([program, "discover", "--preview", "--json", *arguments, "--library", library, "--person", person],
                          check=True, capture_output=True, text=True).stdout
    said = json.loads(said)
    if served["picks"] != said["picks"]:
        sys.exit("run.py: the server and the command line do not give the same picks")
    for pick in served["picks"]:
        if abs(sum(reason["contribution"] for reason in pick["reasons"]) - pick["score"]) > 1e-3:
            sys.exit(f"run.py: the reasons of {pick['id']} do not add up to its score")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("library")
    parser.add_argument("--person", default="me")
    parser.add_argument("--count", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json")
    options = parser.parse_args()
    draw = random.Random(options.seed)
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        library = str(pathlib.Path(folder) / "library")
        shutil.copytree(options.library, library)
        server = Server(options.program, library, options.person)
        try:
            check(server, options.program, library, options.person)
            points = server.get("/tracks", text="a", count=1000)["tracks"]
            draw.shuffle(points)
            genres = sorted({genre for track in points for genre in track["genres"]})
            draw.shuffle(genres)
            server.get("/similar", name=points[-1]["artist"])
            server.get("/similar", name=points[-1]["id"])
            server.get("/search", words=genres[-1])
            settings = [{"familiarity": round(draw.random(), 3), "popularity": round(draw.random(), 3),
                         "diversity": round(draw.random(), 3)} for _ in range(options.count)]
            # As a hand turns one dial: small steps from the middle.
            turns = [{"familiarity": 0.5, "popularity": round(0.5 + 0.45 * math.sin(i / 7 + 0.1), 3),
                      "diversity": 0.5} for i in range(options.count)]
            tracks = [track["id"] for track in points[:options.count]]
            artists = list(dict.fromkeys(track["artist"] for track in points[:-1]))[:options.count]
            words = genres[:options.count]
            rows.append(timed(server, "a dial, step by step", turns, lambda q: server.get("/discover", **q)))
            rows.append(timed(server, "dials, anywhere", settings, lambda q: server.get("/discover", **q)))
            rows.append(timed(server, "similar to a track", tracks, server.alike))

            rows.append(timed(server, "similar to an artist", artists, lambda q: server.alike("artist:" + q)))
            rows.append(timed(server, "search", words, lambda q: server.get("/search", words=q)))
            rows.append(timed(server, "status", range(options.count), lambda _: server.get("/status")))
        finally:
            server.stop()
        n = min(5, options.count)
        rows.append(by_command(options.program, library, options.person, "attune similar",
                               [["similar", track] for track in tracks[:n]]))
        rows.append(by_command(options.program, library, options.person, "attune search",
                               [["search", word] for word in words[:n]]))
        rows.append(by_command(options.program, library, options.person, "attune discover --preview",
                               [["discover", "--preview", "--popularity", str(0.3 + 0.1 * i)] for i in range(n)]))
    if options.json:
        pathlib.Path(options.json).write_text(json.dumps(rows, indent=1) + "\n")


if __name__ == "__main__":
    main()
