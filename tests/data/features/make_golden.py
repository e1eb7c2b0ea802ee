#!/usr/bin/env python3
"""Writes librosa.json beside it: small sounds as lists of events, and what librosa says of them.

Needs numpy and librosa; the tests make the same sounds from the events and read what was written. Made with librosa
0.11.0. Where our definitions differ from librosa's, the difference is taken into account here:

* power: ours is under a window of sum 1, both channels added up: librosa's times 2 / (sum of the window)^2;
* mel bands: ours are weighted means of power: librosa's without a norm, divided by the sum of their weights;
* MFCC: ours are of decibels above the loudest band less 60, 0 below that, of every second frame;
* onset strength: ours weighs four ranges of bands alike and takes off the mean of the surroundings, librosa's is the
  mean over all bands: only the moments of the onsets and the likeness of the curves are compared;
* chroma: ours counts peaks for the notes of which they may be harmonics: only the likeness to librosa's is compared.
"""
import json
import pathlib

import librosa
import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
RATE, SHORT, HOP, LONG, LONG_HOP, MELS = 22050, 1024, 256, 8192, 4096, 40


def sound(events, seconds):
    """A sine, or where hz is 0 noise of a generator that starts with the number of the event, each fading."""
    out = np.zeros(int(seconds * RATE))
    for number, (at, length, hz, amplitude, decay) in enumerate(events, start=1):
        start = int(at * RATE + 0.5)
        n = min(int(length * RATE), len(out) - start)
        t = np.arange(n) / RATE
        if hz > 0:
            wave = np.sin(2 * np.pi * hz * t)
        else:
            state, wave = number, np.empty(n)
            for i in range(n):
                state = (state * 1664525 + 1013904223) % 2**32
                wave[i] = state / 2**31 - 1
        out[start:start + n] += amplitude * np.exp(-decay * t) * wave
    return out.astype(np.float32)


def note(at, length, midi, amplitude, a4=440.0, decay=1.5):
    hz = a4 * 2 ** ((midi - 69) / 12)
    return [[at, length, round(hz * k, 3), round(amplitude / k, 4), decay] for k in range(1, 6)]


def chords(triads, a4=440.0):
    return [event for i, notes in enumerate(triads) for midi in notes for event in note(i, 1, midi, 0.1, a4)]


def drums(bpm, seconds):
    beat, events = 60 / bpm, []
    for i in range(int(seconds / beat)):
        at = round(i * beat, 4)
        events.append([at, 0.18, 55, 0.7, 18] if i % 2 == 0 else [at, 0.15, 0, 0.4, 25])
        events.append([round(at + beat / 2, 4), 0.05, 0, 0.08, 90])
    return events


def power(y, length, hop):
    window = librosa.filters.get_window("hann", length)
    return np.abs(librosa.stft(y, n_fft=length, hop_length=hop, pad_mode="constant")) ** 2 * 2 / window.sum() ** 2


def mel_decibels(y):
    weights = librosa.filters.mel(sr=RATE, n_fft=SHORT, n_mels=MELS, fmin=27.5, fmax=10500, norm=None, dtype=np.float64)
    return 10 * np.log10((weights / weights.sum(1, keepdims=True)) @ power(y, SHORT, HOP) + 1e-30)


def envelope(y):
    levels = mel_decibels(y)
    return librosa.onset.onset_strength(S=np.maximum(levels, levels.max() - 75), sr=RATE, hop_length=HOP, lag=2, max_size=3,
                                        center=False)


def rounded(values, digits):
    return np.round(np.asarray(values, dtype=float), digits).tolist()


def spectra(events, seconds):
    y = sound(events, seconds)
    levels = mel_decibels(y)
    frames = list(range(2, levels.shape[1] - 4, 20))
    mfcc = librosa.feature.mfcc(S=np.maximum(0, levels - levels.max() + 60)[:, ::2], n_mfcc=13, norm="ortho")
    changes = mfcc[:, 4:] - mfcc[:, :-4]
    return {"events": events, "seconds": seconds, "frames": frames, "decibels": rounded(levels[:, frames].T, 2),
            "mfcc_mean": rounded(mfcc.mean(1), 3), "mfcc_deviation": rounded(mfcc.std(1), 3),
            "change_deviation": rounded(changes.std(1), 3)}


def tones(events, seconds):
    y = sound(events, seconds)
    tuning = float(librosa.estimate_tuning(y=y, sr=RATE, n_fft=LONG, resolution=0.01))
    chroma = librosa.feature.chroma_stft(S=power(y, LONG, LONG_HOP), sr=RATE, tuning=tuning, norm=None)
    mean = chroma.mean(1)
    return {"events": events, "seconds": seconds, "tuning_cents": round(100 * tuning, 1), "chroma": rounded(mean / mean.max(), 4)}


def rhythm(bpm, seconds):
    events = drums(bpm, seconds)
    strength = envelope(sound(events, seconds))
    onsets = librosa.onset.onset_detect(onset_envelope=strength, sr=RATE, hop_length=HOP)
    beats = librosa.beat.beat_track(onset_envelope=strength, sr=RATE, hop_length=HOP, units="time", trim=False)[1]
    return {"bpm": bpm, "events": events, "seconds": seconds, "strength": rounded(strength, 3), "onsets": onsets.tolist(),
            "beats": rounded(beats, 3), "beat_bpm": round(60 / float(np.median(np.diff(beats))), 2)}


def main():
    cadence = [[60, 64, 67, 36], [65, 69, 72, 41], [67, 71, 74, 43], [60, 64, 67, 36]]
    minor = [[57, 60, 64, 45], [62, 65, 69, 50], [64, 67, 71, 52], [57, 60, 64, 45]]
    golden = {
        "spectra": [spectra(chords(cadence[:2]) + drums(120, 2), 2)],
        "tones": [tones(chords(cadence), 4), tones(chords(minor, 446.0), 4), tones(chords([[62, 66, 69, 38]] * 3, 433.0), 3)],
        "rhythms": [rhythm(bpm, 12) for bpm in (92, 104, 120, 132)],
    }
    (HERE / "librosa.json").write_text(json.dumps(golden, separators=(",", ":")).replace("],[", "],\n[") + "\n")


if __name__ == "__main__":
    main()
