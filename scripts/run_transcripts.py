#!/usr/bin/env python3
"""Runs transcripts: text files of commands and what they must answer. The format stands in tests/cli/README.md.

usage: run_transcripts.py [--update] PROGRAM FILE...
  --update   rewrites what is expected where it differs (lines whose wildcards still match stay); read the diff!
"""
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

TIMEOUT_S = 120
ANY_LINES = "..."
WILDCARDS = {"[..]": r".*?", "[#]": r"[-+]?[\d,]*\.?\d+(?:e[-+]?\d+)?"}


class Step:
    """A command, what it must answer, and where it stands (line numbers, the answer's end exclusive)."""

    def __init__(self, number, command):
        self.number = number
        self.command = command
        self.expected = []
        self.status = 0


def pattern_of(line):
    parts = re.split(r"(\[\.\.\]|\[#\])", line)
    return re.compile("".join(WILDCARDS.get(part, re.escape(part)) for part in parts) + r"\Z", re.DOTALL)


def line_matches(expected, actual):
    return pattern_of(expected).match(actual) is not None


def matches(expected, actual):
    """Whether the lines are as expected; a line "..." stands for any number of lines."""
    if not expected:
        return not actual
    if expected[0] == ANY_LINES:
        return any(matches(expected[1:], actual[skip:]) for skip in range(len(actual) + 1))
    return bool(actual) and line_matches(expected[0], actual[0]) and matches(expected[1:], actual[1:])


def parse(text):
    """Splits a transcript into what is copied as it is (strings), files to write (pairs) and Steps."""
    items = []
    lines = text.split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    step = None
    index = 0
    while index < len(lines):
        line = lines[index]
        index += 1
        if line.startswith("$ "):
            step = Step(index, line[2:])
            while step.command.endswith("\\") and index < len(lines):
                step.command += "\n" + lines[index]
                index += 1
            items.append(step)
        elif line.startswith("--- "):
            name, content = line[4:].strip(), []
            while index < len(lines) and lines[index] != "---":
                content.append(lines[index])
                index += 1
            index += 1
            items.append((name, content))
            step = None
        elif step is not None and line.startswith("? "):
            step.status = int(line[2:])
            step = None
        elif step is not None and line != "" and not line.startswith("# "):
            step.expected.append("" if line == "." else line)
        else:
            items.append(line)
            step = None
    return items


def environment_of(program, folder):
    kept = {key: os.environ[key] for key in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LD_LIBRARY_PATH") if key in os.environ}
    return {**kept, "PATH": f"{program.parent}:{kept.get('PATH', '/usr/bin:/bin')}", "HOME": str(folder),
            "XDG_DATA_HOME": str(folder / "data"), "ATTUNE_LIBRARY": str(folder / "library"), "TMPDIR": str(folder),
            "LC_ALL": "C.UTF-8", "TZ": "UTC", "COLUMNS": "110", "TERM": "dumb", "OMP_WAIT_POLICY": "passive",
            "ATTUNE_QUIET": "1",  # whether progress is shown depends on how busy the machine is
            "ATTUNE_SOURCE": str(pathlib.Path(__file__).resolve().parent.parent)}


def answer_of(step, folder, environment):
    """The lines of stdout, then those of stderr with "! " before each, and the exit status."""
    done = subprocess.run(["bash", "-c", step.command], cwd=folder / "work", env=environment, capture_output=True,
                          stdin=subprocess.DEVNULL, timeout=TIMEOUT_S)
    out, err = (stream.decode("utf-8", "backslashreplace").replace(str(folder), "~") for stream in (done.stdout, done.stderr))
    status = done.returncode if done.returncode >= 0 else 128 - done.returncode
    return out.splitlines() + [f"! {line}" for line in err.splitlines()], status


def write_fixture(folder, name, content):
    path = (folder / "work" / name).resolve()
    if folder.resolve() not in path.parents:
        raise SystemExit(f"run_transcripts.py: {name}: outside of the folder of the test")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(line + "\n" for line in content))


def rendered(step, lines, status):
    kept = list(step.expected) if matches(step.expected, lines) else merged(step.expected, lines)
    text = [f"$ {step.command}", *("." if line == "" else line for line in kept)]
    return text + ([f"? {status}"] if status else [])


def merged(expected, actual):
    """The actual lines, but an expected line with wildcards that still fits stands for its line."""
    wild = [line for line in expected if "[..]" in line or "[#]" in line]
    return [next((line for line in wild if line_matches(line, said)), said) for said in actual]


def difference(step, lines, status):
    told = [f"{line}\n" for line in step.expected]
    said = [f"{line}\n" for line in lines]
    text = "".join(difflib.unified_diff(told, said, "expected", "actual", n=2))
    return text + (f"exit status {status} instead of {step.status}\n" if status != step.status else "")


def run_file(program, path, update):
    faults = []
    written = []
    with tempfile.TemporaryDirectory(prefix="attune-transcript-") as name:
        folder = pathlib.Path(name)
        (folder / "work").mkdir()
        environment = environment_of(program, folder)
        for item in parse(path.read_text()):
            if isinstance(item, str):
                written.append(item)
            elif isinstance(item, tuple):
                write_fixture(folder, *item)
                written += [f"--- {item[0]}", *item[1], "---"]
            else:
                lines, status = answer_of(item, folder, environment)
                if not matches(item.expected, lines) or status != item.status:
                    faults.append(f"{path}:{item.number}: {item.command}\n{difference(item, lines, status)}")
                written += rendered(item, lines, status)
        subprocess.run(["chmod", "-R", "u+rwX", name], check=False)
    if update and faults:
        path.write_text("\n".join(written) + "\n")
    return faults


def main(arguments):
    update = "--update" in arguments
    arguments = [argument for argument in arguments if argument != "--update"]
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    program, *files = map(pathlib.Path, arguments)
    faults = [fault for path in files for fault in run_file(program.resolve(), path, update)]
    print("\n".join(faults) or f"{len(files)} transcripts are as expected")
    return 1 if faults and not update else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
