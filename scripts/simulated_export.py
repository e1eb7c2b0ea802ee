"""Writes extended histories in Spotify's format for tests and benchmarks: invented names, seeded, any size.

This is material, not a listener: whose plays follow a taste is made by `attune demo`.
"""
import datetime
import json
import pathlib
import random

ID_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
SYLLABLES = "ka lo mi ré tu va sö ni pe zo dra fe gu li mar no pa ro så ti".split()
SUFFIXES = [""] * 12 + [" - 2011 Remaster", " - Live", " (feat. Tuva Nire)", " - Radio Edit"]
END_REASONS = ["trackdone"] * 7 + ["fwdbtn"] * 2 + ["endplay", "logout"]


def invented_name(rng, n_words):
    return " ".join("".join(rng.choices(SYLLABLES, k=rng.randint(2, 4))).capitalize() for _ in range(n_words))


def invented_tracks(rng, count):
    tracks = []
    artists = [invented_name(rng, 2) for _ in range(max(1, count // 8))]
    for _ in range(count):
        track_id = rng.choice(ID_DIGITS[:8]) + "".join(rng.choices(ID_DIGITS, k=21))
        title = invented_name(rng, rng.randint(1, 3)) + rng.choice(SUFFIXES)
        tracks.append((rng.choice(artists), title, invented_name(rng, 2), track_id, rng.randint(90_000, 420_000)))
    return tracks


def row(ended, ms_played, track=None, episode=None, reason_end="trackdone", offline_timestamp=None):
    artist, title, release, track_id = track[:4] if track else (None, None, None, None)
    return {
        "ts": ended.strftime("%Y-%m-%dT%H:%M:%SZ"), "platform": "windows", "ms_played": ms_played,
        "conn_country": "ZZ", "ip_addr": "192.0.2.1", "master_metadata_track_name": title,
        "master_metadata_album_artist_name": artist, "master_metadata_album_album_name": release,
        "spotify_track_uri": f"spotify:track:{track_id}" if track else None, "episode_name": episode,
        "episode_show_name": episode and "Invented Hour", "spotify_episode_uri": None, "audiobook_title": None,
        "audiobook_uri": None, "audiobook_chapter_uri": None, "audiobook_chapter_title": None,
        "reason_start": "trackdone", "reason_end": reason_end, "shuffle": False, "skipped": reason_end == "fwdbtn",
        "offline": False, "offline_timestamp": offline_timestamp, "incognito_mode": False,
    }


def rows_of_a_history(rng, tracks, n_rows, begin):
    """Plays one after the other; a tenth of the rows stands twice, some are podcasts or of no length."""
    rows = []
    clock = begin
    while len(rows) < n_rows:
        track = tracks[min(int(rng.expovariate(6 / len(tracks))), len(tracks) - 1)]
        reason_end = rng.choice(END_REASONS)
        ms_played = track[4] if reason_end == "trackdone" else rng.randint(1, track[4])
        if rng.random() < 0.05:
            ms_played = 0
        started = clock
        clock += datetime.timedelta(seconds=ms_played // 1000 + rng.randint(0, 5))
        stamp = rng.choice([None, int(started.timestamp()), 1000 * int(started.timestamp())])
        if rng.random() < 0.01:
            rows.append(row(clock, 1_200_000, episode=invented_name(rng, 3)))
        else:
            rows.append(row(clock, ms_played, track, None, reason_end, stamp))
        if rng.random() < 0.1:
            rows.append(dict(rows[-1]))
        if rng.random() < 0.08:
            clock += datetime.timedelta(seconds=rng.randint(600, 40_000))
    return rows[:n_rows], clock


def write_rows(path, rows):
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=2), encoding="utf-8")


def write_history(folder, n_files, rows_a_file, n_tracks=4000, seed=1):
    """Writes Streaming_History_Audio_YYYY_N.json files and returns their paths, oldest first."""
    rng = random.Random(seed)
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    tracks = invented_tracks(rng, n_tracks)
    clock = datetime.datetime(2015, 1, 1, tzinfo=datetime.timezone.utc)
    paths = []
    for number in range(n_files):
        rows, clock = rows_of_a_history(rng, tracks, rows_a_file, clock)
        paths.append(folder / f"Streaming_History_Audio_{clock.year}_{number}.json")
        write_rows(paths[-1], rows)
    return paths
