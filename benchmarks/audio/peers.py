#!/usr/bin/env python3
"""Tempo and key of attune next to others, on the same files in the same run.

usage: peers.py AUDIO_DESCRIBE FOLDER TRUTH.csv [attune essentia librosa aubio bpm-tools ...]
needs, for the peers asked for: essentia, librosa (PyPI); aubio-tools, bpm-tools, sox, ffmpeg (Debian)
TRUTH.csv has columns file, bpm, and where known bpm_alt, key (C = 0), mode (1 major).
"""
import csv
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import numpy as np

NAMES = {n: i for i, names in enumerate(["C B#", "C# Db", "D", "D# Eb", "E Fb", "F E#", "F# Gb", "G", "G# Ab", "A", "A# Bb", "B Cb"])
         for n in names.split()}


def ears(program):
    def hear(path, wav):
        text = subprocess.run([program, "all", path], capture_output=True, text=True).stdout
        values = {line.split("\t")[0]: line.split("\t")[1] for line in text.splitlines() if "\t" in line}
        key = (int(float(values["key"])), int(float(values["mode"]))) if values.get("key", "nan") != "nan" else None
        return float(values["tempo"]), key
    return hear


def essentia(path, wav):
    import essentia.standard as es
    audio = es.MonoLoader(filename=wav, sampleRate=44100)()
    bpm = es.RhythmExtractor2013(method="degara")(audio)[0]
    key, scale, _ = es.KeyExtractor(profileType="bgate")(audio)
    return bpm, (NAMES[key], 1 if scale == "major" else 0)


def essentia_multifeature(path, wav):
    import essentia.standard as es
    return es.RhythmExtractor2013(method="multifeature")(es.MonoLoader(filename=wav, sampleRate=44100)())[0], None


def librosa(path, wav):
    import librosa as lr
    y, sr = lr.load(wav, sr=22050)
    return float(np.atleast_1d(lr.feature.tempo(y=y, sr=sr))[0]), None


def aubio(path, wav):
    out = subprocess.run(["aubio", "tempo", wav], capture_output=True, text=True).stdout.split()
    return float(out[0]), None


def bpm_tools(path, wav):
    raw = subprocess.run(["sox", wav, "-t", "raw", "-r", "44100", "-e", "float", "-b", "32", "-c", "1", "-"], capture_output=True).stdout
    return float(subprocess.run(["bpm"], input=raw, capture_output=True).stdout), None


def near(a, b):
    return abs(a / b - 1) <= 0.04


def mirex(said, true):
    if said == true:
        return 1.0
    (k, m), (tk, tm) = said, true
    if m == tm and (k - tk) % 12 in (5, 7):
        return 0.5
    if m != tm and (tk - k if tm == 1 else k - tk) % 12 == 3:
        return 0.3
    return 0.2 if k == tk else 0.0


def main():
    program, folder, table, *names = sys.argv[1:]
    peers = {"attune": ears(program), "essentia": essentia, "essentia_multifeature": essentia_multifeature,
             "librosa": librosa, "aubio": aubio, "bpm-tools": bpm_tools}
    rows = [r for r in csv.DictReader(open(table)) if (pathlib.Path(folder) / r["file"]).exists()]
    for name in names or list(peers):
        acc1 = alt = acc2 = n = keys = exact = 0
        score = 0.0
        spent = 0.0
        for row in rows:
            path = str(pathlib.Path(folder) / row["file"])
            with tempfile.TemporaryDirectory() as tmp:
                wav = os.path.join(tmp, "x.wav")
                subprocess.run(["ffmpeg", "-v", "error", "-i", path, "-ac", "1", "-ar", "44100", wav])
                start = time.process_time() + sum(os.times()[2:4])
                try:
                    bpm, key = peers[name](path, wav)
                except Exception as error:
                    print(f"{name} {row['file']}: {error}", file=sys.stderr)
                    bpm, key = 1.0, None
                spent += time.process_time() + sum(os.times()[2:4]) - start
            if row.get("bpm"):
                true = float(row["bpm"])
                n += 1
                acc1 += near(bpm, true)
                alt += near(bpm, true) or bool(row.get("bpm_alt")) and near(bpm, float(row["bpm_alt"]))
                acc2 += any(near(bpm, true * f) for f in (1, 2, 3, 0.5, 1 / 3))
            if row.get("key") and key:
                keys += 1
                exact += key == (int(row["key"]), int(row["mode"]))
                score += mirex(key, (int(row["key"]), int(row["mode"])))
        line = f"{name:22s} tempo n {n} Acc1 {100 * acc1 / max(1, n):.0f} alt {100 * alt / max(1, n):.0f} Acc2 {100 * acc2 / max(1, n):.0f}"
        if keys:
            line += f"  key n {keys} exact {100 * exact / keys:.0f} MIREX {100 * score / keys:.0f}"
        print(line + f"  {spent:.1f} CPU s", flush=True)


if __name__ == "__main__":
    main()
