"""A small made-up listener: an export, a catalogue and a table of genres, just enough to train and discover.

Every name is invented. The same files every time.
"""
import csv
import datetime
import io
import json
import random
import tarfile
import zipfile

N_ARTISTS = 40
TRACKS_AN_ARTIST = 12
N_PLAYS = 1500
GENRES = ["dream pop", "ambient techno", "folk rock", "jazz funk"]
FEATURES = ["danceability", "energy", "key", "loudness", "mode", "speechiness", "acousticness", "instrumentalness",
            "liveness", "valence", "tempo", "time_signature"]
SYLLABLES = ["ta", "lo", "ven", "ri", "mu", "sel", "pa", "dor", "in", "ka", "fe", "no"]
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def invented_name(rng, n_words):
    return " ".join("".join(rng.choice(SYLLABLES) for _ in range(3)).capitalize() for _ in range(n_words))


def make_catalogue(rng):
    tracks = []
    for a in range(N_ARTISTS):
        artist = f"{invented_name(rng, 1)} {LETTERS[10 + a % 26]}{a}"
        genre = a % len(GENRES)
        for _ in range(TRACKS_AN_ARTIST):
            features = [rng.betavariate(2 + genre, 5 - genre), rng.betavariate(2 + genre, 3), rng.randrange(12),
                        round(rng.uniform(-20, -4), 2), rng.randrange(2), rng.betavariate(1, 9),
                        rng.betavariate(4 - genre, 2), rng.betavariate(1, 4), rng.betavariate(1, 5),
                        rng.betavariate(2, 2), round(rng.uniform(70, 170), 1), 4]
            tracks.append({"artist": artist, "title": invented_name(rng, 2), "genre": GENRES[genre],
                           "uri": "spotify:track:" + "".join(rng.choice(LETTERS) for _ in range(22)),
                           "duration_ms": rng.randrange(150_000, 300_000), "popularity": rng.randrange(100),
                           "year": rng.randrange(1990, 2024), "features": [round(f, 3) for f in features]})
    return tracks


def make_plays(rng, tracks):
    """The listener likes two of the genres and skips in the others; half of the catalogue is never met, nor are the last
    four artists."""
    met = [t for t in tracks[:-4 * TRACKS_AN_ARTIST] if rng.random() < 0.5]
    end = datetime.datetime(2022, 1, 1, 8)
    for _ in range(N_PLAYS):
        track = rng.choice(met)
        likes = track["genre"] in GENRES[:2] and rng.random() < 0.85
        if not likes and rng.random() < 0.5:
            continue
        ms = track["duration_ms"] if likes else rng.randrange(3000, 25000)
        end += datetime.timedelta(minutes=rng.randrange(4, 900))
        yield {"ts": end.strftime("%Y-%m-%dT%H:%M:%SZ"), "platform": "android", "ms_played": ms,
               "master_metadata_track_name": track["title"], "master_metadata_album_artist_name": track["artist"],
               "master_metadata_album_album_name": "Invented", "spotify_track_uri": track["uri"], "episode_name": None,
               "episode_show_name": None, "spotify_episode_uri": None, "reason_start": "clickrow",
               "reason_end": "trackdone" if likes else "fwdbtn", "shuffle": False, "skipped": not likes,
               "offline": False, "offline_timestamp": None, "incognito_mode": False}


def table(header, rows):
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([header, *rows])
    return text.getvalue()


def make_listens(rng, tracks):
    """A month of a dump: what twelve invented accounts listened to."""
    lines = []
    for number in range(600):
        track = rng.choice(tracks)
        lines.append(json.dumps({
            "user_name": f"invented-{number % 12}", "timestamp": 1_700_000_000 + 300 * number,
            "track_metadata": {"artist_name": track["artist"], "track_name": track["title"]}}))
    return "\n".join(lines) + "\n"


def write_community(folder, rng, tracks):
    listens = make_listens(rng, tracks).encode()
    name = "listenbrainz-listens-dump-2000-20241101-000003-incremental"
    with tarfile.open(folder / f"{name}.tar.xz", "w:xz") as archive:
        entry = tarfile.TarInfo(f"{name}/listens/2023/11.listens")
        entry.size = len(listens)
        archive.addfile(entry, io.BytesIO(listens))
    artists = sorted({track["artist"] for track in tracks})
    names = "id\tname\turl\tpictureURL\n" + "".join(f"{i}\t{name}\t\t\n" for i, name in enumerate(artists))
    plays = "userID\tartistID\tweight\n" + "".join(
        f"{user}\t{rng.randrange(len(artists))}\t{rng.randint(1, 900)}\n" for user in range(20) for _ in range(5))
    with zipfile.ZipFile(folder / "hetrec2011-lastfm-2k.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("artists.dat", names)
        archive.writestr("user_artists.dat", plays)


def write(folder):
    rng = random.Random(1)
    tracks = make_catalogue(rng)
    with zipfile.ZipFile(folder / "my_spotify_data.zip", "w") as archive:
        archive.writestr("Spotify Extended Streaming History/Streaming_History_Audio_2022-2023_0.json",
                         json.dumps(list(make_plays(rng, tracks))))
    (folder / "catalogue.csv").write_text(table(
        ["track_id", "artists", "track_name", "album_name", "popularity", "year", "duration_ms", *FEATURES],
        [[t["uri"].split(":")[-1], t["artist"], t["title"], "Invented", t["popularity"], t["year"], t["duration_ms"],
          *t["features"]] for t in tracks]))
    (folder / "artist_genres.csv").write_text(table(
        ["artist", "genres"], [[artist, f"['{genre}']"] for artist, genre in {t["artist"]: t["genre"] for t in tracks}.items()]))
    (folder / "tracks.csv").write_text(table(
        ["artist", "title"], [[t["artist"], t["title"]] for t in tracks[:3]] + [["Nobody Known", "Nothing"]]))
    write_community(folder, rng, tracks)
