#!/usr/bin/env python3
"""How fast `attune serve` answers 64 connections of wrk (Debian) on the same machine, at rest and while imports run.

The connections ask for lists, picks and searches in turn. Every route's answer is looked at before it is timed. Then
the same while FILE is imported again and again, each time for another person, so that every row is written. Last, a
request is timed with 500 connections open that never finish their headers. Prints requests a second, the time that 99 %
of requests stayed below, errors, and the memory of the server before and after; fails if there was an error.

usage: run.py PROGRAM LIBRARY [--person NAME] [--seconds N] [--import FILE] [--json OUT]
       LIBRARY: a folder with a library that has picks; it is copied, and not changed
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
import urllib.parse
import urllib.request

ROUTES = ["/api/v1/playlists", "/api/v1/picks", "/api/v1/search?words=calm", "/api/v1/labels", "/api/v1/tracks?text=the",
          "/api/v1/status"]
CONNECTIONS = 64
SLOW = 500
TURNS = """local paths = {%s}
local turn = 0
request = function()
  turn = turn %% #paths + 1
  return wrk.format("GET", paths[turn])
end
"""


class Server:
    def __init__(self, program, library, person):
        self.process = subprocess.Popen([program, "serve", "--port", "0", "--library", library, "--person", person],
                                        stdout=subprocess.PIPE, text=True)
        found = None
        while not found:
            found = re.search(r"(http://[\d.]+:(\d+))/", self.process.stdout.readline())
        self.address, self.port = found[1], int(found[2])
        headers, session = self.fetch("/api/v1/session")
        self.session = {"Cookie": headers["Set-Cookie"].split(";")[0], "X-Attune-Token": session["token"]}

    def fetch(self, path, data=None, headers=()):
        request = urllib.request.Request(self.address + path, data=data, headers=dict(headers))
        with urllib.request.urlopen(request, timeout=600) as answer:
            return answer.headers, json.load(answer)

    def imported(self, file, person):
        """Imports a file for a person; its state in the end."""
        path = f"/api/v1/imports?name={urllib.parse.quote(file.name)}&person={person}"
        _, job = self.fetch(path, file.read_bytes(), self.session)
        while job["state"] in ("waiting", "running"):
            time.sleep(0.2)
            _, job = self.fetch(f"/api/v1/jobs/{job['job']}")
        return job

    def memory_mb(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=60)


def milliseconds(text):
    value, unit = re.fullmatch(r"([\d.]+)(us|ms|s|m)", text).groups()
    return float(value) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}[unit]


def asked(server, seconds, script):
    """What wrk saw: requests a second, times in ms, errors."""
    out = subprocess.run(["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "--timeout", "10s", "-s", script,
                          server.address], check=True, capture_output=True, text=True).stdout
    errors = [int(n) for n in re.findall(r"(?:Non-2xx or 3xx responses:|connect|read|write|timeout) (\d+)", out)]
    return {"requests_a_second": float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]),
            "p50_ms": milliseconds(re.search(r"50%\s+(\S+)", out)[1]),
            "p99_ms": milliseconds(re.search(r"99%\s+(\S+)", out)[1]), "errors": sum(errors)}


class Imports(threading.Thread):
    """Imports a file again and again, until it is told to end."""

    def __init__(self, server, file):
        super().__init__()
        self.server, self.file, self.states, self.over = server, file, [], threading.Event()

    def run(self):
        while not self.over.is_set():
            self.states.append(self.server.imported(self.file, f"load{len(self.states)}")["state"])


def measured(server, name, seconds, script):
    before = server.memory_mb()
    row = {"when": name, **asked(server, seconds, script), "mb_before": before, "mb_after": server.memory_mb(),
           "load": os.getloadavg()[0]}
    print("{when:16} {requests_a_second:8.0f}/s   p50 {p50_ms:7.2f} ms   p99 {p99_ms:7.2f} ms   errors {errors}   "
          "{mb_before:.0f} -> {mb_after:.0f} MB   load {load:.1f}".format(**row), flush=True)
    return row


def beside_slow_clients(server):
    slow = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(SLOW)]
    for line in slow:
        line.sendall(b"GET / HTTP/1.1\r\nHost: ")
    start = time.monotonic()
    server.fetch("/api/v1/session")
    took = time.monotonic() - start
    for line in slow:
        line.close()
    print(f"beside {SLOW} connections that never finish their headers: {1000 * took:.1f} ms")
    return {"when": "slow clients", "ms": 1000 * took}


def measure(server, options, script):
    for path in ROUTES:
        server.fetch(path)
    rows = [measured(server, "at rest", options.seconds, script)]
    if options.file:
        imports = Imports(server, options.file)
        imports.start()
        rows.append(measured(server, "while importing", options.seconds, script))
        imports.over.set()
        imports.join()
        rows[-1]["imports"] = imports.states
        print(f"imports: {len(imports.states)}, each {options.file.stat().st_size / 1e6:.1f} MB: {set(imports.states)}")
        rows.append(measured(server, "at rest again", options.seconds, script))
    rows.append(beside_slow_clients(server))
    return rows


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("library", type=pathlib.Path)
    parser.add_argument("--person", default="me")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--import", dest="file", type=pathlib.Path)
    parser.add_argument("--json", type=pathlib.Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "library"
        shutil.copytree(options.library, copy)
        script = pathlib.Path(folder) / "turns.lua"
        script.write_text(TURNS % ", ".join(f'"{path}"' for path in ROUTES))
        server = Server(options.program, str(copy), options.person)
        try:
            rows = measure(server, options, script)
        finally:
            server.stop()
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n")
    if any(row.get("errors") or set(row.get("imports", ["done"])) != {"done"} for row in rows):
        raise SystemExit("there were errors")


if __name__ == "__main__":
    main()
