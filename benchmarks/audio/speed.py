#!/usr/bin/env python3
"""How much CPU time hearing takes next to others, on the same files in the same run: decoding and descriptors.

attune: everything but true peak and fingerprint. Essentia: MusicExtractor (low level, rhythm, tonal). librosa: beats,
chroma, tuning, MFCC, contrast, centroid, rolloff, flatness, zero crossings. bliss: its 20 numbers. Answers first: a
tempo that is not that of attune, half, double or third of it, is counted and said.

usage: speed.py AUDIO_DESCRIBE FILE...
needs essentia, librosa, bliss-audio (PyPI); one that is not there is left out, with a word.
"""
import importlib
import os
import resource
import subprocess
import sys

os.environ.update(OMP_NUM_THREADS="1", NUMBA_NUM_THREADS="1", RAYON_NUM_THREADS="1")


def by_attune(program, files):
    tempi = []
    for path in files:
        told = subprocess.run([program, "all", path], capture_output=True, text=True, check=True).stdout
        tempi.append(float(next(line.split("\t")[1] for line in told.splitlines() if line.startswith("tempo\t"))))
    told = subprocess.run([program, "speed", *files], capture_output=True, text=True, check=True).stdout
    rows = [[float(x) for x in line.split("\t")[1:5]] for line in told.splitlines() if line.strip()]
    decode, hear, everything, sound = (sum(column) for column in zip(*rows))
    return tempi, decode, hear, everything, sound


def by_essentia(module, path):
    module.log.infoActive = module.log.warningActive = False
    pool, _ = importlib.import_module("essentia.standard").MusicExtractor(
        lowlevelStats=["mean", "stdev"], rhythmStats=["mean"], tonalStats=["mean"])(path)
    return float(pool["rhythm.bpm"])


def by_librosa(module, path):
    y, rate = module.load(path, sr=22050)
    power = abs(module.stft(y)) ** 2
    onsets = module.onset.onset_strength(y=y, sr=rate)
    tempo, _ = module.beat.beat_track(onset_envelope=onsets, sr=rate)
    feature = module.feature
    module.estimate_tuning(S=power, sr=rate)
    for name in ("chroma_stft", "spectral_contrast", "spectral_centroid", "spectral_rolloff", "spectral_flatness"):
        getattr(feature, name)(S=power, **({} if name == "spectral_flatness" else {"sr": rate}))
    feature.mfcc(y=y, sr=rate)
    feature.zero_crossing_rate(y)
    return float(getattr(tempo, "item", lambda: tempo)())


def by_bliss(module, path):
    module.Song(path).analysis
    return None


PEERS = (("essentia", "essentia", by_essentia, 3), ("librosa", "librosa", by_librosa, 8), ("bliss", "bliss_audio", by_bliss, 1.5))


def cpu_s():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def is_like(tempo, ours):
    return any(abs(tempo / (ours * step) - 1) < 0.04 for step in (1, 2, 3, 1 / 2, 1 / 3))


def main(program, files):
    tempi, decode, hear, everything, sound = by_attune(program, files)
    print(f"{len(files)} files, {sound:.0f} s of sound; load {os.getloadavg()[0]:.1f}")
    print(f"decoding alone          {decode:8.2f} CPU s, {sound / decode:.0f} x real time")
    print(f"decode and hear         {hear:8.2f} CPU s, {hear / decode:.2f} x decoding (wanted 2.5)")
    print(f"everything              {everything:8.2f} CPU s, {everything / decode:.2f} x decoding (wanted 6)")
    is_met = hear <= 2.5 * decode and everything <= 6 * decode
    for name, package, hear_by, wanted in PEERS:
        # Elsewhere first: a program built for another processor does not survive its own import.
        probe = subprocess.run([sys.executable, __file__, "--probe", name, files[0]], capture_output=True, text=True)
        if probe.returncode != 0:
            why = probe.stderr.strip().splitlines()[-1:] or [f"it ended with {probe.returncode}"]
            print(f"{name}: left out, {why[0]}")
            continue
        module = importlib.import_module(package)
        hear_by(module, files[0])  # what is compiled or loaded at first use
        began, heard = cpu_s(), [hear_by(module, path) for path in files]
        took = cpu_s() - began
        alike = sum(tempo is not None and is_like(tempo, own) for tempo, own in zip(heard, tempi))
        said = f"; {alike} of {len(files)} tempi alike" if heard[0] is not None else ""
        print(f"{name:23} {took:8.2f} CPU s, {took / hear:.2f} x attune (wanted {wanted}){said}")
        is_met = is_met and took >= wanted * hear
    return 0 if is_met else 1


def probe(wanted, path):
    for name, package, hear_by, _ in PEERS:
        if name == wanted:
            hear_by(importlib.import_module(package), path)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--probe"]:
        sys.exit(probe(*sys.argv[2:4]))
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
