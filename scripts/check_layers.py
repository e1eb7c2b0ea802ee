#!/usr/bin/env python3
"""Checks the sources against what each room declares in CMake.

A room includes only the rooms in its DEPS; a PURE room touches nothing outside its arguments; a library that
one folder wraps is included by that folder alone.

usage: check_layers.py SRC_DIR MODULES_FILE
"""
import pathlib
import re
import sys

INCLUDE = re.compile(r'^#include "([a-z_]+)/')
IMPURE = re.compile(r"<fstream>|<iostream>|<filesystem>|sqlite3\.h|libpq|system_clock::now|random_device|getenv")
PRINTS = re.compile(r"<iostream>|std::cout|std::cerr|\bfmt::print\(|std::exit\(")
# header of another project -> the only folders that may see it
OWNED = {
    "sqlite3.h": {"store"},
    "simdjson.h": {"sources"},
    "archive.h": {"sources"},
    "pugixml.hpp": {"playlists", "sources"},
    "xgboost/c_api.h": {"learning"},
    "Eigen/": {"collaborative", "learning"},
    "CLI/": {"cli"},
    "fftw3.h": {"features"},
    "ebur128.h": {"features"},
    "microhttpd.h": {"web"},
    "utf8proc.h": {"core"},
    "xxhash.h": {"core"},
    "libav": {"audio"},
    "libswresample/": {"audio"},
    "fileref.h": {"audio"},
    "tpropertymap.h": {"audio"},
    "chromaprint.h": {"audio"},
    "nlohmann/": {"core"},
}


def faults_of(path, room, allowed, pure):
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        include = INCLUDE.match(line)
        if include and include[1] not in allowed:
            yield f"{path}:{number}: '{room}' includes '{include[1]}', which is not in its DEPS"
        impure = pure and IMPURE.search(line)
        if impure:
            yield f"{path}:{number}: '{room}' is PURE, yet has {impure[0]}"
        prints = room != "cli" and PRINTS.search(line)
        if prints:
            yield f"{path}:{number}: only 'cli' prints or exits, yet '{room}' has {prints[0]}"
        if line.startswith("#include <"):
            for header, owners in OWNED.items():
                if f"<{header}" in line and room not in owners:
                    yield f"{path}:{number}: '{room}' includes {header}, which belongs to {sorted(owners)}"


def main(src, modules_file):
    faults = []
    declared = set()
    for line in modules_file.read_text().splitlines():
        room, pure, *deps = line.split()
        declared.add(room)
        for path in sorted((src / room).rglob("*.h")) + sorted((src / room).rglob("*.cpp")):
            faults += faults_of(path, room, {room, *deps}, pure == "TRUE")
    for folder in sorted(p.name for p in src.iterdir() if p.is_dir() and any(p.iterdir())):
        if folder not in declared:
            faults.append(f"{src / folder}: a room that no CMakeLists.txt declares")
    print("\n".join(faults) or "every include is declared, every PURE room is pure")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
