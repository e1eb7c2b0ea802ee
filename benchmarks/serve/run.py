#!/usr/bin/env python3
"""How fast `attune serve` answers with wrk (Debian) on the same machine, at rest and while an import runs.

Checks every route's answer before it is timed. Sends 64 connections at lists, picks and searches; then the same while
FILE is imported; then asks once with 500 connections open that never finish their headers.

usage: run.py PROGRAM LIBRARY [--seconds N] [--import FILE]      LIBRARY: a folder with a run; it is changed by FILE
"""
import argparse
import json
import pathlib
import re
import signal
import socket
import subprocess
import time
import urllib.request

ROUTES = ["/api/v1/playlists", "/api/v1/picks", "/api/v1/status", "/api/v1/search?words=calm",
          "/api/v1/tracks?text=the"]


def fetch(address, path, data=None, headers=()):
    request = urllib.request.Request(address + path, data=data, headers=dict(headers))
    with urllib.request.urlopen(request, timeout=300) as answer:
        return answer.headers, json.load(answer)


def memory_mb(process):
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def timed(address, path, seconds):
    """requests a second, p99 in ms, errors"""
    text = subprocess.run(["wrk", "-t1", "-c64", f"-d{seconds}s", "--latency", address + path], check=True,
                          capture_output=True, text=True).stdout
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s|m)", text).groups()
    errors = sum(int(n) for n in re.findall(r"(?:Non-2xx or 3xx responses|connect|read|write|timeout):? (\d+)", text))
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1])
    return rate, float(value) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}[unit], errors


def measure(address, seconds, name, process):
    for path in ROUTES:
        rate, p99, errors = timed(address, path, seconds)
        print(f"{name:14} {path:32} {rate:9.0f}/s   p99 {p99:8.2f} ms   errors {errors}   {memory_mb(process):.0f} MB")


def start_import(address, file):
    headers, session = fetch(address, "/api/v1/session")
    asked = {"Cookie": headers["Set-Cookie"].split(";")[0], "X-Attune-Token": session["token"]}
    _, job = fetch(address, f"/api/v1/imports?name={file.name}", file.read_bytes(), asked.items())
    return job["job"]


def with_slow_clients(address, count=500):
    port = int(address.rsplit(":", 1)[1])
    slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(count)]
    for line in slow:
        line.sendall(b"GET / HTTP/1.1\r\nHost: ")
    start = time.monotonic()
    fetch(address, "/api/v1/session")
    print(f"with {count} connections that never finish their headers: {1000 * (time.monotonic() - start):.1f} ms")
    for line in slow:
        line.close()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("library")
    parser.add_argument("--person", default="me")
    parser.add_argument("--seconds", type=int, default=10, help="of each route")
    parser.add_argument("--import", dest="file", type=pathlib.Path)
    options = parser.parse_args()
    process = subprocess.Popen([options.program, "serve", "--port", "0", "--library", options.library, "--person",
                                options.person], stdout=subprocess.PIPE, text=True)
    try:
        found = None
        while not found:
            found = re.search(r"(http://[\d.]+:\d+)/", process.stdout.readline())
        address = found[1]
        for path in ROUTES:
            fetch(address, path)
        measure(address, options.seconds, "at rest", process)
        if options.file:
            job = start_import(address, options.file)
            measure(address, options.seconds, "while importing", process)
            print("the import:", fetch(address, f"/api/v1/jobs/{job}")[1]["state"])
        with_slow_clients(address)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=20)


if __name__ == "__main__":
    main()
