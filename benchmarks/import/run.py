#!/usr/bin/env python3
"""Measures `attune import` against a Python peer and the floor; see README.md beside it.

usage: run.py [--source DIR] [--data DIR] [--rows N] [--runs N] [--program PATH] [--floor PATH]
Writes build/bench/import.json; ends with 1 if an answer is wrong or a limit is missed.
"""
import argparse
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SOURCES = (pathlib.Path(os.environ.get("ATTUNE_DATA", pathlib.Path.home() / ".cache/attune-data")) / "listener_a_extended",)
LEAST_FASTER_THAN_PEER = 4
MOST_TIMES_THE_FLOOR = 2.5
MOST_MEMORY_MB = 400
MOST_MEMORY_GROWTH = 1.2  # from half of the files to all


def measured(command):
    """@return what it printed (JSON), seconds, peak memory in MB"""
    with tempfile.TemporaryFile() as out:
        began = time.monotonic()
        process = subprocess.Popen([str(part) for part in command], stdout=out, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"run.py: {command[0]} ended with {process.returncode}")
        out.seek(0)
        return json.loads(out.read()), seconds, usage.ru_maxrss / 1024


class Bench:
    def __init__(self, options, files, folder):
        self.options = options
        self.files = files
        self.folder = folder

    def fresh(self, name):
        path = self.folder / name
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir()
        return path

    def attune(self, library, files):
        report, seconds, memory = measured(
            [self.options.program, "import", *files, "--library", library, "--quiet", "--json"])
        return report["totals"], seconds, memory

    def peer(self, library, files):
        return measured([sys.executable, HERE / "peer.py", library / "peer.db", *files])

    def floor(self, library, files):
        return measured([self.options.floor, library / "floor.db", *files])

    def check_answers(self):
        ours, _, _ = self.attune(self.fresh("attune"), self.files)
        peers, _, _ = self.peer(self.fresh("peer"), self.files)
        floors, _, _ = self.floor(self.fresh("floor"), self.files)
        wrong = [key for key in ("rows", "imported", "duplicates", "dropped") if ours[key] != peers[key]]
        if ours["rows"] != floors["rows"]:
            wrong.append("rows of the floor")
        if wrong:
            sys.exit(f"run.py: not timed, the answers differ in {', '.join(wrong)}\n  attune {ours}\n  peer   {peers}\n  floor  {floors}")
        return ours

    def rounds(self):
        times = {name: [] for name in ("attune", "peer", "floor", "again", "peer again")}
        memory = []
        for number in range(self.options.runs):
            library, peers = self.fresh("attune"), self.fresh("peer")
            _, seconds, peak = self.attune(library, self.files)
            times["attune"].append(seconds)
            memory.append(peak)
            times["peer"].append(self.peer(peers, self.files)[1])
            times["floor"].append(self.floor(self.fresh("floor"), self.files)[1])
            totals, seconds, peak = self.attune(library, self.files)
            if totals["imported"] != 0:
                sys.exit(f"run.py: importing again added {totals['imported']} rows")
            times["again"].append(seconds)
            memory.append(peak)
            times["peer again"].append(self.peer(peers, self.files)[1])
            print(f"  run {number + 1}: " + ", ".join(f"{name} {values[-1]:.2f} s" for name, values in times.items()), flush=True)
        return times, max(memory)


def data_of(options):
    made = options.data / "made.txt"
    if not made.exists():
        source = options.source or next((path for path in SOURCES if path.is_dir()), None)
        if source is None:
            sys.path.insert(0, str(ROOT / "scripts"))
            import simulated_export
            source = options.data / "source"
            simulated_export.write_history(source, 4, 15_000)
        print(f"making the data from {source} ...", flush=True)
        subprocess.run([sys.executable, HERE / "generate.py", source, options.data, str(options.rows)], check=True)
    print(made.read_text(), end="")
    return sorted(options.data.glob("Streaming_History_Audio_*.json"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--source", type=pathlib.Path, help="folder of an extended history")
    parser.add_argument("--data", type=pathlib.Path, default=ROOT / "build/bench-data/import")
    parser.add_argument("--rows", type=int, default=1_000_000, help="new rows to make")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build/bench/src/cli/attune")
    parser.add_argument("--floor", type=pathlib.Path, default=ROOT / "build/bench/benchmarks/import_floor")
    options = parser.parse_args()
    for program in (options.program, options.floor):
        if not os.access(program, os.X_OK):
            sys.exit(f"run.py: no program at {program}; run: cmake --preset bench && cmake --build --preset bench --target attune import_floor")

    files = data_of(options)
    with tempfile.TemporaryDirectory(prefix="attune-bench-", dir=options.data) as folder:
        bench = Bench(options, files, pathlib.Path(folder))
        totals = bench.check_answers()
        _, _, half_memory = bench.attune(bench.fresh("half"), files[:len(files) // 2])
        times, memory = bench.rounds()

    median = {name: statistics.median(values) for name, values in times.items()}
    faster, above_floor = median["peer"] / median["attune"], median["attune"] / median["floor"]
    result = {"rows": totals["rows"], "imported": totals["imported"], "duplicates": totals["duplicates"],
              "seconds": median, "all": times, "times_faster_than_peer": faster, "times_the_floor": above_floor,
              "peak_mb": memory, "peak_mb_of_half": half_memory, "machine": platform.processor() or platform.machine(),
              "cores": os.cpu_count()}
    out = ROOT / "build/bench/import.json"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(result, indent=1))
    missed = [text for text, fine in (
        (f"at least {LEAST_FASTER_THAN_PEER} times faster than the peer", faster >= LEAST_FASTER_THAN_PEER),
        (f"at most {MOST_TIMES_THE_FLOOR} times the floor", above_floor <= MOST_TIMES_THE_FLOOR),
        (f"under {MOST_MEMORY_MB} MB", memory < MOST_MEMORY_MB),
        (f"the same memory for all files as for half (times {MOST_MEMORY_GROWTH})", memory <= MOST_MEMORY_GROWTH * half_memory)) if not fine]
    if missed:
        print("missed: " + "; ".join(missed))
    print(f"{totals['imported']:,} new of {totals['rows']:,} rows in {median['attune']:.2f} s ({totals['rows'] / median['attune']:,.0f} rows/s): "
          f"{faster:.1f} times faster than the peer ({median['peer']:.1f} s), {above_floor:.2f} times the floor ({median['floor']:.2f} s); "
          f"all again {median['again']:.2f} s (peer {median['peer again']:.1f} s); peak {memory:.0f} MB (half of the files {half_memory:.0f} MB)")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
