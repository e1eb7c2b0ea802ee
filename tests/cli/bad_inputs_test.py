#!/usr/bin/env python3
"""Gives the program every kind of bad input that we could think of and looks at what it says and leaves behind.

Of each case: the exit status, exactly one JSON document on stdout, a message with the words that say what is wrong,
where, and what to do, and a library whose content is what it was (unless the case says that something is imported).

usage: bad_inputs_test.py PROGRAM [NAME...]       ATTUNE_DEEP=1: one line of 1 GB, a bomb of 4 GB
"""
import contextlib
import dataclasses
import datetime
import io
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile

DEEP = os.environ.get("ATTUNE_DEEP") == "1"
MB = 1024 * 1024
MOST_MEMORY_MB = 600
NOBODY = 65534
HISTORY = "Streaming_History_Audio_2024_0.json"
CATALOGUE_HEADER = ("id,name,artists,danceability,energy,key,loudness,mode,speechiness,acousticness,instrumentalness,"
                    "liveness,valence,tempo,duration_ms")


class Skip(Exception):
    pass


@dataclasses.dataclass
class Case:
    name: str
    status: int
    says: tuple
    imported: int
    make: object


CASES = []


def case(name, status, *says, imported=0):
    """Registers a function that makes the input in a Folder and gives the arguments of the program."""
    def register(make):
        CASES.append(Case(name, status, says, imported, make))
        return make
    return register


def play(number, **changes):
    ended = datetime.datetime(2024, 5, 1) + datetime.timedelta(minutes=4 * number)
    return {"ts": ended.strftime("%Y-%m-%dT%H:%M:%SZ"), "platform": "ios", "ms_played": 200_000 + number,
            "conn_country": "DE", "ip_addr": "10.0.0.1", "master_metadata_track_name": f"Bad Song {number % 7}",
            "master_metadata_album_artist_name": f"Bad Artist {number % 3}",
            "master_metadata_album_album_name": "Bad Album", "spotify_track_uri": f"spotify:track:{number % 7:022d}",
            "episode_name": None, "episode_show_name": None, "spotify_episode_uri": None, "reason_start": "trackdone",
            "reason_end": "trackdone", "shuffle": False, "skipped": False, "offline": False, "offline_timestamp": None,
            "incognito_mode": False} | changes


def history(count, first=0):
    return json.dumps([play(first + number) for number in range(count)], indent=2)


def zipped(entries):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return packed.getvalue()


class Folder:
    """Where one case plays: the input files and a library with ten plays in it."""

    def __init__(self, path, program):
        self.path, self.program = path, program
        self.library = path / "library"
        self.user = None
        self.undo = contextlib.ExitStack()

    def write(self, name, content):
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return name

    def as_nobody(self):
        """Root may read and write everything, so rights are tried as somebody else."""
        if os.geteuid() == 0:
            self.user = NOBODY
            for path in (self.path, self.library, self.library / "library.db"):
                os.chown(path, NOBODY, NOBODY)

    def command(self, *arguments):
        return [str(self.program), *map(str, arguments), "--library", str(self.library), "--quiet", "--json"]

    def start(self, *arguments):
        return subprocess.Popen(self.command(*arguments), cwd=self.path, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, user=self.user, group=self.user)

    def run(self, *arguments):
        process = self.start(*arguments)
        out, err = process.communicate(timeout=300)
        return process.returncode, out, err

    def must(self, *arguments):
        status, out, err = self.run(*arguments)
        if status != 0:
            raise AssertionError(f"{arguments[0]} ended with {status}: {err.decode(errors='replace')[:300]}")
        return json.loads(out)

    def content(self):
        """All rows of the library, without times of import; nothing if it cannot be read."""
        try:
            with contextlib.closing(sqlite3.connect(f"file:{self.library / 'library.db'}?mode=ro", uri=True)) as connection:
                tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'imports'")
                return {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr)
                        for (name,) in tables.fetchall()}
        except sqlite3.Error:
            path = self.library / "library.db"
            return path.read_bytes() if path.is_file() else None

    def n_listens(self):
        content = self.content()
        return len(content["listens"]) if isinstance(content, dict) and "listens" in content else None


# --- files that are no files of the format ------------------------------------------------------------------------


@case("empty_file", 5, HISTORY, "the file is empty")
def _(folder):
    return "import", folder.write(HISTORY, "")


@case("empty_folder", 5, "nothing", "holds no file")
def _(folder):
    (folder.path / "nothing").mkdir()
    return "import", "nothing"


@case("empty_list", 5, HISTORY, "has no rows")
def _(folder):
    return "import", folder.write(HISTORY, "[]")


@case("header_only", 5, "tracks.csv", "has no rows")
def _(folder):
    return "import", folder.write("tracks.csv", CATALOGUE_HEADER + "\n")


@case("binary_named_json", 5, HISTORY)
def _(folder):
    return "import", folder.write(HISTORY, random.Random(1).randbytes(200_000))


@case("some_other_json", 5, "order.json", "finds no plays, playlists or tracks", "order, items, sku")
def _(folder):
    return "import", folder.write("order.json", '{"order": 7, "items": [{"sku": "x"}]}')


@case("error_page_named_json", 5, "StreamingHistory0.json", "mean nothing")
def _(folder):
    return "import", folder.write("StreamingHistory0.json", "<html><body>403 Forbidden</body></html>")


@case("wrong_types", 0, "bad_date", imported=1)
def _(folder):
    rows = [play(50), play(51, ts=5), play(52, ms_played="long"), play(53, master_metadata_track_name={"a": [1]}),
            play(54, ts=None), play(55, ms_played=[1, 2])]
    return "import", folder.write(HISTORY, json.dumps(rows))


@case("object_not_list", 0, imported=1)
def _(folder):
    return "import", folder.write(HISTORY, json.dumps(play(60)))


@case("cut_json", 0, "damaged", "line ", "byte ", imported=4)
def _(folder):
    text = history(5, first=70)
    return "import", folder.write(HISTORY, text[:text.rindex("reason_start")])


@case("quote_in_the_middle", 0, "line ", "byte ", imported=19)
def _(folder):
    text = history(20, first=100)
    middle = text.index('"Bad Album"', len(text) // 2)
    return "import", folder.write(HISTORY, text[:middle] + '"Bad "Album"' + text[middle + 11:])


@case("zeros_in_the_middle", 0, "line ", "byte ")
def _(folder):
    text = history(40, first=100).encode()
    folder.write(HISTORY, text[:9000] + bytes(4096) + text[13096:])
    return "import", HISTORY


@case("utf16", 0, imported=5)
def _(folder):
    return "import", folder.write(HISTORY, history(5, first=20).encode("utf-16"))


@case("utf16_big_endian_without_bom", 0, imported=5)
def _(folder):
    return "import", folder.write(HISTORY, history(5, first=20).encode("utf-16-be"))


@case("latin1", 0, imported=1)
def _(folder):
    row = play(30, master_metadata_album_artist_name="Björk", master_metadata_track_name="Jóga")
    return "import", folder.write(HISTORY, json.dumps([row], ensure_ascii=False).encode("latin-1"))


@case("one_line", 5, HISTORY)
def _(folder):
    with open(folder.path / HISTORY, "wb") as file:
        file.write(b'[{"ts": "2024-05-01T00:00:00Z", "ms_played": 1, "master_metadata_track_name": "')
        for _ in range(1024 if DEEP else 64):
            file.write(b"a" * MB)
    return "import", HISTORY


@case("one_line_csv", 5, "tracks.csv")
def _(folder):
    with open(folder.path / "tracks.csv", "wb") as file:
        for _ in range(1024 if DEEP else 64):
            file.write(b"a" * MB)
    return "import", "tracks.csv"


@case("deeply_nested", 5, HISTORY)
def _(folder):
    return "import", folder.write(HISTORY, '[{"ts": ' + "[" * 500_000)


# --- values out of all sense --------------------------------------------------------------------------------------


@case("dates_of_1970_and_2100", 0, "bad_date", imported=1)
def _(folder):
    rows = [play(40), play(41, ts="1970-01-01T00:00:00Z"), play(42, ts="2100-01-01T00:00:00Z"),
            play(43, ts="2024-02-31T00:00:00Z"), play(44, ts="yesterday")]
    return "import", folder.write(HISTORY, json.dumps(rows))


@case("negative_and_endless_plays", 0, "bad_value", imported=1)
def _(folder):
    week = 7 * 24 * 3600 * 1000
    rows = [play(40), play(41, ms_played=-1), play(42, ms_played=week), play(43, ms_played=1e300)]
    return "import", folder.write(HISTORY, json.dumps(rows))


@case("features_not_finite", 0)
def _(folder):
    lines = [f"{number:022d},Song {number},Artist {number},{value},{value},5,-7,1,0.1,0.1,0,0.1,0.5,120,200000"
             for number, value in enumerate(("NaN", "Infinity", "-inf", "1e999", "nan(0x1)"))]
    folder.write("tracks.csv", "\n".join([CATALOGUE_HEADER, *lines]) + "\n")
    folder.check = lambda: all(value is None or value == value and abs(value) < 1e30
                               for row in folder.content()["features"] for value in row) or "a feature is not finite"
    return "import", "tracks.csv"


# --- archives -----------------------------------------------------------------------------------------------------


@case("cut_zip", 0, "export.zip", "cut or damaged", imported=20)
def _(folder):
    whole = zipped({"a/" + HISTORY: history(20, first=200), "a/Streaming_History_Audio_2024_1.json": history(4000, first=300)})
    second = whole.index(b"Streaming_History_Audio_2024_1.json")
    return "import", folder.write("export.zip", whole[:second + 60])


@case("zip_cut_to_nothing", 5, "export.zip")
def _(folder):
    return "import", folder.write("export.zip", zipped({HISTORY: history(200)})[:60])


@case("no_zip_at_all", 5, "export.zip")
def _(folder):
    return "import", folder.write("export.zip", b"PK\x03\x04" + random.Random(2).randbytes(5000))


@case("zip_bomb", 5, "bomb.zip", "expands beyond all proportion")
def _(folder):
    with zipfile.ZipFile(folder.path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open(HISTORY, "w", force_zip64=True) as entry:
            entry.write(b'[{"ts": "2024-05-01T00:00:00Z", "ms_played": 1, "platform": "')
            blanks = b" " * MB
            for _ in range(4096 if DEEP else 256):
                entry.write(blanks)
    return "import", "bomb.zip"


@case("names_that_lead_out", 5, "leads out of the archive")
def _(folder):
    folder.check = lambda: not (folder.path.parent / HISTORY).exists() or "a file was written outside"
    return "import", folder.write("export.zip", zipped({"../../" + HISTORY: history(5)}))


@case("zip_within_zip", 0, '"rows": 5', "export.zip/inner.zip/" + HISTORY)
def _(folder):
    return "import", folder.write("export.zip", zipped({"inner.zip": zipped({HISTORY: history(5)})}))


@case("encrypted_zip", 5, "encrypted", "unpack")
def _(folder):
    packed = bytearray(zipped({HISTORY: history(5)}))
    packed[6] |= 1  # the flag in the local header, then that in the directory
    packed[packed.rindex(b"PK\x01\x02") + 8] |= 1
    return "import", folder.write("export.zip", bytes(packed))


# --- what many other people listen to -----------------------------------------------------------------------------


def listen_lines(count):
    return "".join(json.dumps({"user_name": f"u{number % 50}", "timestamp": 1_700_000_000 + number,
                               "track_metadata": {"artist_name": f"Artist {number % 9}",
                                                  "track_name": f"Song {number % 31}"}}) + "\n"
                   for number in range(count))


def community_plays(folder):
    """How many pairs of a person and an artist or a track there are."""
    content = folder.content()
    return len(content["community_artist_plays"]) + len(content["community_track_plays"])


def expect_plays(folder, count):
    folder.check = lambda: community_plays(folder) == count or f"{community_plays(folder)} pairs, not {count}"


@case("community_names_with_quotes_and_wrong_encoding", 0, '"imported": 9', '"dropped": {}')
def _(folder):
    folder.write("set/artists.dat", b'id\tname\turl\tpictureURL\n1\t"Odd" Name\tu\tp\n2\t"Open\tu\tp\n3\tLow\tu\tp\n')
    folder.write("set/tags.dat", b"tagID\ttagValue\n1\tm\xe9tal\n2\t\xff\xfe\x80\n")
    folder.write("set/user_artists.dat", "userID\tartistID\tweight\n1\t1\t5\n1\t2\t6\n")
    folder.write("set/user_taggedartists.dat", "userID\tartistID\ttagID\tday\tmonth\tyear\n1\t1\t1\t1\t1\t2009\n1\t2\t2\t1\t1\t2009\n")
    expect_plays(folder, 2)
    return "import", "--community", "set"


@case("community_numbers_without_names", 0, "unknown_id", "3 rows name an artist", "import the file with the names")
def _(folder):
    folder.write("set/artists.dat", "id\tname\turl\tpictureURL\n1\tLow\tu\tp\n")
    rows = "".join(f"1\t{number}\t5\n" for number in range(1, 5))
    folder.write("set/user_artists.dat", "userID\tartistID\tweight\n" + rows)
    expect_plays(folder, 1)
    return "import", "--community", "set"


@case("community_counts_that_cannot_be", 0, '"bad_value": 6', '"imported": 1')
def _(folder):
    rows = "".join(f"ann,Artist {number},{count}\n"
                   for number, count in enumerate(("-1", "NaN", "inf", "1e300", "0", "often", "7")))
    expect_plays(folder, 1)
    return "import", "--community", folder.write("plays.csv", "user,artist,plays\n" + rows)


@case("community_header_only", 5, "plays.csv", "has no rows")
def _(folder):
    return "import", "--community", folder.write("plays.csv", "user,artist,plays\n")


@case("community_of_another_kind", 5, "is no data of a community but a file of one person (spotify_extended)", "without --community")
def _(folder):
    return "import", "--community", folder.write(HISTORY, history(5))


@case("community_cut_archive", 0, "cut or damaged")
def _(folder):
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as archive:
        for month in (1, 2):
            content = (listen_lines(3000) if month == 1 else listen_lines(60_000)).encode()
            entry = tarfile.TarInfo(f"dump/listens/2024/{month}.listens")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    folder.check = lambda: 3000 <= len(folder.content()["community_seen"]) < 60_000 or "not the rows before the cut"
    return "import", "--community", folder.write("dump.tar.gz", packed.getvalue()[:-20_000])


@case("community_packed_rubbish", 5, "dump.tar.zst")
def _(folder):
    return "import", "--community", folder.write("dump.tar.zst", b"\x28\xb5\x2f\xfd" + random.Random(3).randbytes(5000))


@case("community_person_with_very_many_rows", 0)
def _(folder):
    count = 10_000_000 if DEEP else 200_000
    with open(folder.path / "plays.tsv", "w") as file:
        file.write("user\tartist\tplays\n")
        for number in range(count):
            file.write(f"ann\tArtist {number}\t{number % 90 + 1}\n")
    expect_plays(folder, count)
    return "import", "--community", "plays.tsv"


@case("community_source_without_community", 2, "--source", "--community")
def _(folder):
    return "import", folder.write(HISTORY, history(5)), "--source", "friends"


@case("community_taken_for_my_own", 5, "several people", "--community")
def _(folder):
    return "import", folder.write("plays.csv", "user,artist,track,time\nann,Low,Sunflower,2024-05-01 10:00\nbob,Low,Lies,2024-05-01 11:00\n")


@case("community_forgets_nothing_unknown", 3, "nobody's", "there is: none")
def _(folder):
    return "community", "forget", "nobody's"


# --- paths and rights ---------------------------------------------------------------------------------------------


@case("no_such_path", 3, "nowhere")
def _(folder):
    return "import", "nowhere"


@case("one_path_of_two_missing", 3, "nowhere")
def _(folder):
    return "import", folder.write(HISTORY, history(50)), "nowhere"


@case("folder_without_rights", 5, "closed", "cannot be read")
def _(folder):
    folder.write("closed/" + HISTORY, history(5))
    (folder.path / "closed").chmod(0)
    folder.undo.callback(lambda: (folder.path / "closed").chmod(0o755))
    folder.as_nobody()
    return "import", "closed"


@case("file_without_rights", 6, HISTORY, "cannot open")
def _(folder):
    folder.write(HISTORY, history(5))
    (folder.path / HISTORY).chmod(0)
    folder.as_nobody()
    return "import", HISTORY


@case("read_only_library", 6, "library", "writable", "--library")
def _(folder):
    folder.write(HISTORY, history(50))
    folder.as_nobody()
    for path in (folder.library / "library.db", folder.library):
        path.chmod(0o555)
    return "import", HISTORY


@case("library_is_a_file", 6, "library")
def _(folder):
    shutil.rmtree(folder.library)
    folder.library.write_text("a file\n")
    return "import", folder.write(HISTORY, history(5))


@case("library_from_a_newer_version", 4, "newer version", "update")
def _(folder):
    with contextlib.closing(sqlite3.connect(folder.library / "library.db")) as connection:
        connection.execute("PRAGMA user_version = 9999")
    return "import", folder.write(HISTORY, history(50))


@case("library_is_not_sqlite", 5, "library")
def _(folder):
    (folder.library / "library.db").write_bytes(b"This is no database. " * 500)
    return "import", folder.write(HISTORY, history(50))


@case("library_of_another_program", 5, "another program")
def _(folder):
    (folder.library / "library.db").unlink()
    with contextlib.closing(sqlite3.connect(folder.library / "library.db")) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
        connection.commit()
    return "import", folder.write(HISTORY, history(50))


class Locked:
    """Another program writes while a file is imported: the import says that it waits, and Ctrl-C ends it."""

    @staticmethod
    def run(folder):
        connection = sqlite3.connect(folder.library / "library.db", isolation_level=None)
        folder.undo.callback(connection.close)
        connection.execute("BEGIN IMMEDIATE")
        process = subprocess.Popen([word for word in folder.command("import", folder.write(HISTORY, history(50))) if word != "--quiet"],
                                   cwd=folder.path, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        said = b""
        while b"waiting: another program is writing" not in said:
            said = process.stderr.readline()
            if not said:
                raise AssertionError("the import did not say that it waits")
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        return process.returncode, out, err


@case("library_locked", 130, "stopped")
def _(folder):
    return Locked


@case("disk_full", 6, "full", "make room")
def _(folder):
    if os.geteuid() != 0:
        raise Skip("mounting a small disk takes root")
    disk = folder.path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], capture_output=True)
    if mounted.returncode != 0:
        raise Skip("no disk can be mounted here")
    folder.undo.callback(lambda: subprocess.run(["umount", disk], check=True))
    shutil.copytree(folder.library, disk / "library")
    folder.library = disk / "library"
    rows = [play(number, master_metadata_track_name=f"Song {number}", spotify_track_uri=f"spotify:track:{number:022d}")
            for number in range(1000, 21_000)]
    return "import", folder.write(HISTORY, json.dumps(rows))


# --- the command line ---------------------------------------------------------------------------------------------


@case("no_arguments", 2, "no command", "import")
def _(folder):
    return ()


@case("unknown_command", 2, "dance")
def _(folder):
    return ("dance",)


@case("unknown_option", 2, "--frobnicate")
def _(folder):
    return "import", folder.write(HISTORY, history(5)), "--frobnicate"


@case("import_of_nothing", 2, "PATH")
def _(folder):
    return ("import",)


@case("person_with_a_control_character", 2, "person")
def _(folder):
    return "import", folder.write(HISTORY, history(50)), "--person", "a\nb"


@case("person_without_a_name", 2, "person")
def _(folder):
    return "import", folder.write(HISTORY, history(50)), "--person", ""


@case("unknown_person", 3, "nobody", "me")
def _(folder):
    return "score", folder.write("tracks.csv", "artist,title\nA,B\n"), "--person", "nobody"


@case("too_many_threads", 2, "--threads")
def _(folder):
    return "status", "--threads", "1000000"


@case("no_such_run", 3, "99")
def _(folder):
    return "runs", "restore", "99"


@case("discover_before_train", 3, "attune train")
def _(folder):
    return ("discover",)


@case("score_of_nothing", 5, "tracks.csv")
def _(folder):
    return "score", folder.write("tracks.csv", "")


@case("ambiguous_track", 4, "Bad Song 0", "track:")
def _(folder):
    rows = [play(700, master_metadata_album_artist_name=artist, spotify_track_uri=f"spotify:track:{number:022d}",
                 ts=f"2024-07-0{number}T00:00:00Z") for number, artist in ((8, "Somebody"), (9, "Somebody Else"))]
    folder.must("import", folder.write(HISTORY, json.dumps(rows)))
    return "label", "Bad Song 0", "like"


@case("unknown_label", 2, "love", "like")
def _(folder):
    return "label", "Bad Artist 1 - Bad Song 1", "love"


@case("unknown_track", 3, "Nobody - Nothing")
def _(folder):
    return "label", "Nobody - Nothing", "like"


# --- under way ----------------------------------------------------------------------------------------------------


class Interrupted:
    """Ctrl-C while the second of two files is read: it comes through a pipe that is held open."""

    @staticmethod
    def run(folder):
        folder.write(HISTORY, history(50))
        pipe = folder.path / "StreamingHistory1.json"
        os.mkfifo(pipe)
        process = folder.start("import", HISTORY, pipe.name)
        rows = [{"endTime": "2023-01-01 00:00", "artistName": f"A {n}", "trackName": "B", "msPlayed": 9000} for n in range(3000)]
        text = json.dumps(rows)
        with open(pipe, "w") as writer:
            writer.write(text[:len(text) // 2])
            writer.flush()
            time.sleep(0.3)
            process.send_signal(signal.SIGINT)
            time.sleep(0.3)
            with contextlib.suppress(BrokenPipeError):
                writer.write(text[len(text) // 2:])
                writer.flush()
        out, err = process.communicate(timeout=60)
        return process.returncode, out, err


@case("interrupted", 130, "stopped", imported=40)
def _(folder):
    return Interrupted


@case("damaged_models", 5, "model")
def _(folder):
    rows = random.Random(3)
    lines = [f"{number:022d},Song {number},Artist {number % 40}," +
             ",".join(f"{rows.random():.3f}" for _ in range(2)) + f",{number % 12},-7,1,0.1,0.1,0,0.1,{rows.random():.3f},120,200000"
             for number in range(300)]
    folder.write("tracks.csv", "\n".join([CATALOGUE_HEADER, *lines]) + "\n")
    plays = [play(number, master_metadata_track_name=f"Song {number % 150}", spotify_track_uri=f"spotify:track:{number % 150:022d}",
                  master_metadata_album_artist_name=f"Artist {number % 150 % 40}", ms_played=20_000 + number * 7919 % 200_000)
             for number in range(1000, 2500)]
    folder.must("import", folder.write(HISTORY, json.dumps(plays)), "tracks.csv")
    folder.must("train")
    models = [path for path in (folder.library / "models").rglob("*") if path.is_file()]
    assert models, "no model files"
    for path in models:
        path.write_bytes(b"\x00garbage" * 20)
    return ("discover",)


# --- the judge ----------------------------------------------------------------------------------------------------


def judge(tested, folder, status, out, err, before):
    """@return what is wrong"""
    faults = []
    if status != tested.status:
        faults.append(f"exit status {status}, not {tested.status}")
    try:
        document = json.loads(out)
        if ("error" in document) != (tested.status != 0):
            faults.append("the document is an error where it should be none, or the other way round")
        if "error" in document and not {"code", "message"} <= document["error"].keys():
            faults.append("the error lacks its code or message")
        text = json.dumps(document, ensure_ascii=False)
    except ValueError:
        faults.append(f"stdout is not one JSON document: {out[:100]!r}")
        text = ""
    faults += [f"does not say '{words}'" for words in tested.says if words not in text]
    after = folder.content()
    if tested.status not in (0, 130) and after != before:
        faults.append("the library is not what it was")
    if tested.status in (0, 130) and tested.imported:
        n_before = len(before["listens"])
        if folder.n_listens() - n_before != tested.imported:
            faults.append(f"{folder.n_listens() - n_before} listens were added, not {tested.imported}")
    check = getattr(folder, "check", None)
    if check is not None and check() is not True:
        faults.append(str(check()))
    if faults:
        faults.append(f"it said: {(text or err.decode(errors='replace'))[:500]}")
    return faults


def perform(tested, folder):
    made = tested.make(folder)
    before = folder.content()
    if isinstance(made, type):
        status, out, err = made.run(folder)
    else:
        status, out, err = folder.run(*made)
    return judge(tested, folder, status, out, err, before)


def prepared_library(folder, program):
    """A library with ten plays, copied for each case; and the program where anybody can run it."""
    folder.chmod(0o755)
    shutil.copy(program, folder / "attune")
    (folder / "attune").chmod(0o755)
    first = Folder(folder, folder / "attune")
    first.must("import", first.write("seed/" + HISTORY, history(10)))
    shutil.rmtree(folder / "seed")


def main(program, names):
    chosen = [tested for tested in CASES if not names or tested.name in names]
    n_faulty = 0
    with tempfile.TemporaryDirectory(prefix="attune-bad-inputs-") as root:
        root = pathlib.Path(root)
        prepared_library(root, program)
        for tested in chosen:
            path = root / tested.name
            path.mkdir()
            shutil.copytree(root / "library", path / "library")
            folder = Folder(path, root / "attune")
            began = time.monotonic()
            try:
                with folder.undo:
                    faults = perform(tested, folder)
                word = "FAULT" if faults else "ok"
            except Skip as skip:
                faults, word = [], f"skipped: {skip}"
            n_faulty += bool(faults)
            print(f"{tested.name:32} exit {tested.status:3}  {time.monotonic() - began:5.1f} s  {word}", flush=True)
            for fault in faults:
                print(f"    {fault}")
            shutil.rmtree(path, ignore_errors=True)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{len(chosen)} bad inputs, {n_faulty} with a fault; peak memory {memory:.0f} MB")
    if memory > MOST_MEMORY_MB:
        print(f"FAULT: more than {MOST_MEMORY_MB} MB")
    return 1 if n_faulty or memory > MOST_MEMORY_MB else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:]))
