#!/usr/bin/env python3
"""Checks the sources against what each room declares in CMake.

What breaks on text from outside is called nowhere (FORBIDDEN).
A room includes only the rooms in its DEPS; a folder of a room only those that are declared before it; a private header
is included by its own room alone; a PURE room touches nothing outside its arguments; a library that one folder wraps is
included by that folder alone.

usage: check_layers.py SRC_DIR MODULES_FILE
"""
import pathlib
import re
import sys

INCLUDE = re.compile(r'^#include "([a-z0-9_/]+)/([a-z0-9_]+\.h)"')
IMPURE = re.compile(r"<fstream>|<iostream>|<filesystem>|sqlite3\.h|libpq|system_clock::now|random_device|getenv")
# what breaks on text from outside -> what to call instead, and the only file that may have it
FORBIDDEN = {
    re.compile(r"\.dump\("): ("json_text(): dump() throws on bytes that are no UTF-8", "core/json_text.cpp"),
    re.compile(r"\b(?:sto[dfil]|stold|stoll?|stoull?|strto[a-z]+|ato[fil]|atoll|sscanf)\("): (
        "parse_all(): this reads numbers by the locale", None),
    re.compile(r"\bofstream\b"): ("files::write_file() or AtomicFile: this is seen half written", None),
}
PRINTS = re.compile(r"<iostream>|std::cout|std::cerr|\bfmt::print\(|std::exit\(")
# header of another project -> the only folders that may see it
OWNED = {
    "sqlite3.h": {"store/sqlite"},
    "simdjson.h": {"sources"},
    "archive.h": {"sources"},
    "pugixml.hpp": {"playlists", "sources"},
    "xgboost/c_api.h": {"learning"},
    "Eigen/": {"collaborative", "learning"},
    "boost/": {"learning"},
    "CLI/": {"cli"},
    "fftw3.h": {"fourier"},
    "ebur128.h": {"features"},
    "microhttpd.h": {"web"},
    "utf8proc.h": {"core"},
    "xxhash.h": {"core"},
    "date/": {"core"},
    "libav": {"audio"},
    "libswresample/": {"audio"},
    "fileref.h": {"audio"},
    "tpropertymap.h": {"audio"},
    "chromaprint.h": {"audio"},
    "nlohmann/": {"core"},
}




class Modules:
    """What CMake was told of each module: see attune_module() in cmake/module.cmake."""

    def __init__(self, text):
        self.deps, self.folders, self.private = {}, {}, {}
        joined = {}
        kinds = {"module": self.deps, "folders": self.folders, "private": self.private, "joined": joined}
        for line in text.splitlines():
            kind, name, *words = line.split()
            kinds[kind][name] = words
        for name, words in self.deps.items():
            self.deps[name] = [part for word in words for part in joined.get(word, [word])]

    def of(self, folder):
        """The module that a folder belongs to, and the folder within it; None where no module has it."""
        parts = folder.split("/")
        for n in range(len(parts), 0, -1):
            if "/".join(parts[:n]) in self.deps:
                return "/".join(parts[:n]), "/".join(parts[n:])
        return None, folder

    def fault_of_include(self, module, inner, folder, header):
        """Why a file in the folder `inner` of a module may not include a header; None if it may."""
        other, other_inner = self.of(folder)
        if other is None:
            return f"includes '{folder}/{header}', which no module has"
        if other != module and other not in self.deps[module]:
            return f"includes '{other}', which is not in its DEPS"
        if other.split("/")[0] != module.split("/")[0] and header in self.private[other]:
            return f"includes {folder}/{header}, which is private to '{other.split('/')[0]}'"
        order = self.folders[module]
        if other == module and inner in order and other_inner in order and order.index(other_inner) > order.index(inner):
            return f"has '{inner}' include '{other_inner}', which comes after it in FOLDERS"
        return None


def owns(owners, room, inner):
    return any(f"{room}/{inner}/".startswith(f"{owner}/") for owner in owners)


def faults_of(path, room, inner, modules):
    pure = "PURE" in modules.deps[room]
    for number, line in enumerate(path.read_text().splitlines(), start=1):
        include = INCLUDE.match(line)
        fault = include and modules.fault_of_include(room, inner, include[1], include[2])
        if fault:
            yield f"{path}:{number}: '{room}' {fault}"
        impure = pure and IMPURE.search(line)
        if impure:
            yield f"{path}:{number}: '{room}' is PURE, yet has {impure[0]}"
        prints = room != "cli" and PRINTS.search(line)
        if prints:
            yield f"{path}:{number}: only 'cli' prints or exits, yet '{room}' has {prints[0]}"
        for pattern, (instead, owner) in FORBIDDEN.items():
            if pattern.search(line) and not (owner and path.as_posix().endswith(owner)):
                yield f"{path}:{number}: use {instead}"
        if line.startswith("#include <"):
            for header, owners in OWNED.items():
                if f"<{header}" in line and not owns(owners, room, inner):
                    yield f"{path}:{number}: '{room}' includes {header}, which belongs to {sorted(owners)}"


def main(src, modules_file):
    faults = []
    modules = Modules(modules_file.read_text())
    for path in sorted([*src.rglob("*.h"), *src.rglob("*.cpp")]):
        room, inner = modules.of(str(path.parent.relative_to(src)))
        if room is None:
            faults.append(f"{path}: in a folder that no CMakeLists.txt declares")
            continue
        if modules.folders[room] and inner and inner not in modules.folders[room]:
            faults.append(f"{path}: '{inner}' is not in the FOLDERS of '{room}'")
        faults += faults_of(path, room, inner, modules)
    for name, headers in modules.private.items():
        faults += [f"{name}: its private header {h} is not there" for h in headers if not (src / name / h).exists()]
    print("\n".join(faults) or "every include is declared, every PURE room is pure")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])))
