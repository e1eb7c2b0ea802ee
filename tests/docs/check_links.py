#!/usr/bin/env python3
"""Checks that every relative link of the documents, and every path in `backquotes` that names a folder of this
repository, leads somewhere.

usage: check_links.py ROOT
"""
import pathlib
import re
import sys

LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
PATH = re.compile(r"`((?:src|docs|tests|scripts|fuzz|benchmarks|cmake)/[A-Za-z0-9_./-]*)`")


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
    documents = [*root.glob("*.md"), *(root / "docs").rglob("*.md"), *(root / "src").glob("*/README.md")]
    faults = [fault for document in sorted(documents) for fault in faults_of(document, root)]
    print("\n".join(faults) or f"{len(documents)} documents lead where they say")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
