#!/usr/bin/env python3
"""Checks that every relative link of the documents, and every path in `backquotes` that names a folder of this
repository, leads somewhere, and that every program of it which an example runs by its path may be run.

usage: check_links.py ROOT
"""
import os
import pathlib
import re
import sys

LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
PATH = re.compile(r"`((?:src|docs|tests|scripts|fuzz|benchmarks|cmake)/[A-Za-z0-9_./-]*)`")

BLOCK = re.compile(r"^ *```sh\n(.*?)^ *```$", re.DOTALL | re.MULTILINE)
PROGRAM = re.compile(r"^(?:\$ )?(?:[A-Z_]+=\S+ )*((?:scripts|tests|benchmarks)/[A-Za-z0-9_./-]+)", re.MULTILINE)


def unrunnable_of(document, root):
    """Programs of this repository that an example calls by their path, but the system would not run."""
    for block in BLOCK.findall(document.read_text()):
        for program in PROGRAM.findall(block):
            path = root / program
            if path.is_file() and not os.access(path, os.X_OK):
                yield f"{document.relative_to(root)}: {program} has no run bit"


def faults_of(document, root):
    for number, line in enumerate(document.read_text().splitlines(), start=1):
        for target in LINK.findall(line):
            path = (document.parent / target).resolve()
            if not path.exists():
                yield f"{document.relative_to(root)}:{number}: no {target}"
        for target in PATH.findall(line):
            if not (root / target).exists():
                yield f"{document.relative_to(root)}:{number}: no {target}"


def main(root):
    root = root.resolve()
    documents = sorted([*root.glob("*.md"), *(root / "docs").rglob("*.md"), *(root / "src").glob("*/README.md"),
                        *(root / "benchmarks").glob("*/README.md")])
    faults = [fault for document in documents for check in (faults_of, unrunnable_of) for fault in check(document, root)]
    print("\n".join(faults) or f"{len(documents)} documents lead where they say")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
