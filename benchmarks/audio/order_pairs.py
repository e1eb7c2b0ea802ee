#!/usr/bin/env python3
"""Orders that anybody hears, among sounds of Debian packages and with own voices and crowds: fetches the packages, runs
tests/features/free_sounds_test.cpp on them, and shows how many pairs of each feature are in order.

usage: order_pairs.py FREE_SOUNDS_TEST [FOLDER]     the program build/.../features_free_sounds_test; 600 MB are fetched to
                                                    FOLDER, by default ~/.cache/attune-free-sounds, where the test looks
"""
import collections
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

PACKAGES = ["asterisk-core-sounds-en-wav", "asterisk-core-sounds-fr-wav", "fillets-ng-data-cs", "wesnoth-1.16-music",
            "planetblupi-music-ogg", "fretsonfire-songs-muldjord", "fretsonfire-songs-sectoid", "nexuiz-music",
            "singularity-music", "hyperrogue-music", "sonic-pi-samples"]


def fetch(package, folder):
    """Unpacks a package, and the archives of games that it holds, into a folder of its name."""
    with tempfile.TemporaryDirectory(dir=folder) as work:
        subprocess.run(["apt-get", "-qq", "download", package], cwd=work, check=True)
        (deb,) = pathlib.Path(work).glob("*.deb")
        tree = pathlib.Path(work) / "tree"
        subprocess.run(["dpkg-deb", "-x", deb, tree], check=True)
        for archive in tree.rglob("*.pk3"):
            with zipfile.ZipFile(archive) as opened:
                opened.extractall(archive.with_suffix(""))
        shutil.move(tree, folder / package)


def main(program, folder):
    folder.mkdir(parents=True, exist_ok=True)
    for package in PACKAGES:
        if not (folder / package).is_dir():
            print(f"fetching {package}", file=sys.stderr)
            fetch(package, folder)
    run = subprocess.run([program], env={**os.environ, "ATTUNE_FREE_SOUNDS": str(folder)}, capture_output=True, text=True)
    totals = collections.defaultdict(lambda: [0, 0])
    for line in run.stdout.splitlines():
        fields = line.split("\t")
        if len(fields) != 3:
            continue
        right, pairs = (int(number) for number in fields[2].split(" of "))
        totals[fields[0]][0] += right
        totals[fields[0]][1] += pairs
        print(f"{fields[0]:18s}{fields[1]:48s}{right:5d} of {pairs:4d}")
    for feature, (right, pairs) in totals.items():
        print(f"{feature:18s}{'all':48s}{right:5d} of {pairs:4d}   {100 * right / pairs:.1f} %")
    return run.returncode


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], pathlib.Path(sys.argv[2] if len(sys.argv) == 3 else "~/.cache/attune-free-sounds").expanduser()))
