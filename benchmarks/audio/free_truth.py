#!/usr/bin/env python3
"""Songs of Debian packages whose tempo is known: recorded rock with its chart (fretsonfire-songs-sectoid, -muldjord),
synthesised music with its MIDI twin (planetblupi-music-ogg, -midi), and MIDI that fluidsynth plays (openttd-openmsx).
A song is taken if nine tenths of it keep one tempo.

usage: free_truth.py UNPACKED OUT     UNPACKED: the packages, each unpacked by `dpkg -x PACKAGE UNPACKED/NAME`
needs mido (PyPI), ffmpeg, fluidsynth and fluid-soundfont-gm (Debian)
"""
import collections
import csv
import pathlib
import subprocess
import sys

import mido

FONT = "/usr/share/sounds/sf2/FluidR3_GM.sf2"


def tempo_of(path):
    """The tempo that lasts longest, BPM, and the share of the song within 3 % of it."""
    lasts, now = collections.Counter(), 500000
    for message in mido.MidiFile(path):
        lasts[now] += message.time
        if message.type == "set_tempo":
            now = message.tempo
    best = lasts.most_common(1)[0][0]
    near = sum(t for tempo, t in lasts.items() if abs(tempo / best - 1) < 0.03)
    return 6e7 / best, near / max(sum(lasts.values()), 1e-9)


def excerpt(inputs, start, target):
    mix = ["-filter_complex", f"amix=inputs={len(inputs)}:normalize=0"] if len(inputs) > 1 else []
    subprocess.run(["ffmpeg", "-v", "error", "-y", *sum([["-i", str(p)] for p in inputs], []), *mix,
                    "-ss", str(start), "-t", "60", str(target)], check=True)


def songs(unpacked, out):
    for chart in sorted(unpacked.glob("fretsonfire-songs-*/**/notes.mid")):
        parts = [chart.parent / p for p in ("song.ogg", "guitar.ogg", "rhythm.ogg") if (chart.parent / p).exists()]
        yield chart, "fof_" + chart.parent.name.replace(" ", "_"), lambda target, parts=parts: excerpt(parts, 30, target)
    for twin in sorted(unpacked.glob("planetblupi-music-midi/**/*.mid")):
        for ogg in unpacked.glob(f"planetblupi-music-ogg/**/{twin.stem}.ogg"):
            yield twin, "blupi_" + twin.stem, lambda target, ogg=ogg: excerpt([ogg], 30, target)
    for midi in sorted(unpacked.glob("openttd-openmsx/**/*.mid")):
        def render(target, midi=midi):
            wav = out / "render.wav"
            subprocess.run(["fluidsynth", "-niq", "-F", str(wav), "-r", "44100", "-g", "0.5", FONT, str(midi)],
                           check=True, capture_output=True)
            excerpt([wav], 20, target)
            wav.unlink()
        yield midi, "msx_" + midi.stem, render


def main(unpacked, out):
    out.mkdir(parents=True, exist_ok=True)
    with open(out / "truth.csv", "w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["file", "bpm", "style"])
        for midi, name, make in songs(unpacked, out):
            bpm, share = tempo_of(midi)
            if share < 0.9:
                continue
            make(out / f"{name}.mp3")
            table.writerow([f"{name}.mp3", round(bpm, 2), name.split("_")[0]])


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
