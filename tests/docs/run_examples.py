#!/usr/bin/env python3
"""Runs the examples of the documents: every ```sh block with a line "$ attune ..." must succeed.

Each document has a fresh folder with a small made-up export (make_export.py), which is what its examples work on. The
commands of a block share a shell. A line below a command must stand in what the block really prints; "..." stands for
any lines. A block that begins with "# not run" is left alone.

usage: run_examples.py PROGRAM DOCUMENT...
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import make_export

TIMEOUT_S = 240
BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks_of(text):
    """(line number, script, lines that must be printed) of each example."""
    for block in BLOCK.finditer(text):
        if block[1].startswith("# not run") or "$ attune" not in block[1]:
            continue
        script, shown = ["set -e -o pipefail"], []
        is_going_on = False
        for line in block[1].splitlines():
            if line.startswith("$ ") or is_going_on:
                script.append(line.removeprefix("$ "))
                is_going_on = line.endswith("\\")
            elif line.strip() and line != "...":
                shown.append(line)
        yield text.count("\n", 0, block.start()) + 1, "\n".join(script), shown


def environment_of(program, folder):
    kept = {key: os.environ[key] for key in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LD_LIBRARY_PATH") if key in os.environ}
    return {**kept, "PATH": f"{program.parent}:{kept.get('PATH', '/usr/bin:/bin')}", "HOME": str(folder),
            "ATTUNE_LIBRARY": str(folder / "library"), "TMPDIR": str(folder), "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "COLUMNS": "110", "TERM": "dumb", "OMP_WAIT_POLICY": "passive"}


def fault_of(script, shown, folder, environment):
    done = subprocess.run(["bash", "-c", script], cwd=folder, env=environment, capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, timeout=TIMEOUT_S)
    if done.returncode != 0:
        return f"exit {done.returncode}: {done.stderr.strip()}"
    said = done.stdout.splitlines()
    missing = [line for line in shown if line not in said]
    return f"does not print: {missing[0]}\n{done.stdout}" if missing else None


def main(program, documents):
    program = pathlib.Path(program).resolve()
    n_blocks = 0
    faults = []
    for document in map(pathlib.Path, documents):
        with tempfile.TemporaryDirectory(prefix="attune-docs-") as name:
            folder = pathlib.Path(name)
            make_export.write(folder)
            environment = environment_of(program, folder)
            for number, script, shown in blocks_of(document.read_text()):
                n_blocks += 1
                fault = fault_of(script, shown, folder, environment)
                if fault:
                    faults.append(f"{document}:{number}: {fault}")
    print("\n".join(faults) or f"{n_blocks} examples run")
    return 1 if faults or n_blocks == 0 else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
