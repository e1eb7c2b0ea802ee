#!/usr/bin/env python3
"""Renders short pieces whose tempo, key and metre are known, to train and to judge on.

Two kinds: `mma`, accompaniments by Debian's package mma in the styles that it brings, and `own`, patterns written
below for styles that it does not have. Each piece has a random key, tempo (within what its style is played at),
instruments, sound font, mix and encoder. The table truth.csv says what each is.

usage: make_renders.py OUT N [FIRST_SEED [few]]     few: own styles only, mostly drums, rare metres more often
needs mma, fluidsynth, ffmpeg and sound fonts (Debian), mido (PyPI)
"""
import csv
import os
import pathlib
import random
import subprocess
import sys

import mido

STDLIB = pathlib.Path("/usr/share/mma/lib/stdlib")
FONTS = [f for f in ("/usr/share/sounds/sf2/FluidR3_GM.sf2", "/usr/share/sounds/sf2/TimGM6mb.sf2") if os.path.exists(f)]
NOTES = "C Db D Eb E F Gb G Ab A Bb B".split()
TPB = 480
SECONDS = 26
FEW = len(sys.argv) > 4

# file of mma's library: least and most beats a minute at which its style is commonly played and tapped
MMA = {
    "50srock": (125, 175), "60srock": (110, 155), "68march": (100, 125), "68swing": (55, 75), "8beat": (85, 130),
    "afro-cuban": (95, 125), "arpeggio44": (65, 120), "arpeggiowaltz": (85, 150), "ballad": (60, 88),
    "ballad128": (55, 75), "basicrock": (100, 150), "bebop": (150, 230), "beguine": (95, 130), "bigband": (115, 180),
    "bluefolk": (85, 120), "bluegrass": (105, 140), "blues": (80, 125), "blues128": (55, 80),
    "boggiewoggie": (120, 175), "bolero": (85, 110), "boneym": (110, 130), "bossanova": (110, 150),
    "broadway": (100, 150), "broadwaywaltz": (90, 150), "bubblerock": (115, 145), "bwmarch": (105, 125),
    "calypso": (95, 125), "chacha": (105, 128), "charleston": (160, 220), "countryblues": (85, 125),
    "countryswing": (105, 150), "countrywaltz": (85, 130), "desert": (75, 110), "dixie": (140, 210), "dsoul": (85, 120),
    "easyswing": (100, 145), "fastblues": (125, 175), "fastjazzwaltz": (150, 200), "fastswing": (170, 230),
    "fastwaltz": (150, 195), "folk": (90, 130), "folkballad": (65, 95), "folkrock": (95, 135), "foxtrot": (110, 150),
    "frenchwaltz": (150, 195), "guitarballad": (60, 90), "gypsyjazz": (150, 220), "hillcountry": (95, 130),
    "hymn": (65, 95), "jazz-54": (120, 175), "jazzcombo": (110, 180), "jazzguitar": (100, 160), "jazzrhumba": (95, 125),
    "jazzrock": (95, 130), "jazzwaltz": (100, 170), "jive": (150, 185), "latinwaltz": (95, 150), "lfusion": (90, 130),
    "lighttango": (110, 130), "lullaby": (65, 95), "mambo": (90, 115), "march": (105, 125), "mellowjazz": (80, 130),
    "merengue": (115, 150), "modernjazz": (110, 180), "modernjazzwaltz": (110, 180), "nitejazz": (75, 115),
    "pianoballad": (60, 88), "polka": (105, 130), "popballad": (60, 88), "quickstep": (185, 215), "ragtime": (80, 115),
    "rb-ballad": (60, 85), "rb": (85, 120), "rhumba": (95, 125), "rock-128": (60, 85), "rockballad": (62, 90),
    "rockwaltz": (95, 150), "salsa": (90, 110), "samba": (95, 125), "shuffleboggie": (110, 160), "ska": (115, 155),
    "slowblues": (58, 82), "slowbolero": (65, 90), "slowcountry": (65, 90), "slowjazz": (58, 85), "softrock": (90, 130),
    "son": (85, 110), "spiritual": (75, 110), "stringballad": (58, 85), "strut": (105, 145), "swing": (115, 190),
    "tango": (112, 132), "trance": (128, 142), "twist": (140, 175), "vienesewaltz": (155, 190), "waltz": (90, 170),
    "westernswing": (110, 160), "zydeco": (105, 140),
}
MAJOR = [["I", "V", "vi", "IV"], ["I", "IV", "V", "I"], ["I", "vi", "IV", "V"], ["I", "I", "IV", "V"],
         ["I", "vi", "ii", "V"], ["I", "IV", "I", "V"], ["I", "iii", "IV", "V"]]
MINOR = [["i", "VI", "III", "VII"], ["i", "iv", "V", "i"], ["i", "VII", "VI", "V"], ["i", "iv", "i", "V"],
         ["i", "VI", "iv", "V"], ["i", "i", "VII", "VII"]]
DEGREES = {"I": (0, ""), "ii": (2, "m"), "iii": (4, "m"), "IV": (5, ""), "V": (7, ""), "vi": (9, "m"),
           "i": (0, "m"), "iv": (5, "m"), "VI": (8, ""), "III": (3, ""), "VII": (10, "")}
BLUES = ["I", "I", "I", "I", "IV", "IV", "I", "I", "V", "IV", "I", "V"]

# own styles: tempo range, grid steps a beat, beats a bar, swing, drums (kick, snare, hat patterns), bass, chords.
# a digit is a velocity class (1 soft, 9 loud), '.' is nothing; several bars are told apart by '|'.
STYLES = {
    "rock": ((100, 160), 4, 4, 0, ["9.......9.......", "9.....9.9.......", "9.......9.9.....", "9.....9...9....."],
             ["....9.......9..."], ["7.5.7.5.7.5.7.5.", "7...7...7...7...", "9.......9......."], ["8", "8888", "4"],
             ["long", "8th", "power8"]),
    "slow_rock": ((60, 86), 4, 4, 0, ["9.......9.......", "9..5....9.9.....", "9......79......."], ["....9.......9..."],
                  ["7.5.7.5.7.5.7.5.", "7353735373537353"], ["4", "8"], ["long", "arp8", "arp16"]),
    "metal": ((105, 165), 4, 4, 0, ["9999999999999999", "9.999.999.999.99", "99.99.9999.99.99", "9.9.9.9.9.9.9.9."],
              ["....9.......9..."], ["9...9...9...9...", "9.7.9.7.9.7.9.7."], ["16", "8888"], ["power16", "power8", "gallop"]),
    "thrash": ((150, 215), 4, 4, 0, ["9...9...9...9...", "9.......9......."], ["....9.......9..."], ["9.7.9.7.9.7.9.7.", "9...9...9...9..."],
               ["8888"], ["power8"]),
    "punk": ((155, 205), 4, 4, 0, ["9.....9.9.......", "9.......9.9....."], ["....9.......9..."], ["9.7.9.7.9.7.9.7."],
             ["8888"], ["power8"]),
    "disco": ((108, 130), 4, 4, 0, ["9...9...9...9..."], ["....9.......9..."], ["..9...9...9...9.", "5.9.5.9.5.9.5.9.", "5595559555955595"],
              ["oct8", "8"], ["offbeat", "16th", "long"]),
    "house": ((118, 130), 4, 4, 0, ["9...9...9...9..."], ["....8.......8...", "................"], ["..9...9...9...9.", "3.9.3.9.3.9.3.9."],
              ["offbeat", "8"], ["offbeat", "stab", "long"]),
    "techno": ((124, 145), 4, 4, 0, ["9...9...9...9..."], ["................", "....6.......6.."], ["..8...8...8...8.", "5383538353835383"],
               ["16", "offbeat"], ["stab", "16th", "arp16"]),
    "hiphop": ((80, 106), 4, 4, 0.12, ["9......9..9.....", "9.9.......9..9..", "9..9...9..9.....", "9.....9.9.9....."],
               ["....9.......9..."], ["7.7.7.7.7.7.7.7.", "7.7.7.757.7.7.75"], ["sync", "4"], ["long", "stab", "none"]),
    "funk": ((92, 120), 4, 4, 0.06, ["9.9....9..9.....", "9..9..9...9..9..", "9.....9..9....9."], ["....9..3.3..9...", "....9..3.3.39..3"],
             ["7575757575757575", "7.7.7.7.7.7.7.7."], ["sync", "16"], ["16th", "stab"]),
    "soul": ((75, 118), 4, 4, 0, ["9.....9.9.......", "9.......9..9...."], ["....9.......9..."], ["7.5.7.5.7.5.7.5."], ["sync", "8"],
             ["stab", "long", "offbeat"]),
    "rnb": ((62, 98), 4, 4, 0.1, ["9.....5...9.....", "9..7......9..7.."], ["....9.......9..."], ["7.5.7.5.7.5.7.55", "7353735373537353"],
            ["sync", "4"], ["long", "arp8"]),
    "reggae": ((64, 94), 4, 4, 0.1, ["........9.......", "9.......9.......", "9...9...9...9..."], ["........9.......", "....5.......5..."],
               ["7.5.7.5.7.5.7.5.", "..7...7...7...7."], ["reggae", "sync"], ["skank"]),
    "dnb": ((165, 178), 4, 4, 0, ["9.........9.....", "9.....9...9....."], ["....9.......9...", "....9..3.3..9..."], ["7.7.7.7.7.7.7.7.", "7575757575757575"],
            ["long", "sync"], ["long", "stab"]),
    "pop": ((95, 132), 4, 4, 0, ["9.......9.......", "9...9...9...9...", "9.....9.9......."], ["....9.......9..."], ["7.5.7.5.7.5.7.5.", "..7...7...7...7."],
            ["8", "4", "8888"], ["8th", "long", "arp8", "offbeat"]),
    "two_step": ((95, 150), 4, 4, 0, ["9.......9.......", "................"], ["....7.......7...", "..6...6...6...6."], ["................", "5.5.5.5.5.5.5.5."],
                 ["root5"], ["backbeat", "skank"]),
    "train": ((95, 130), 4, 4, 0, ["9...9...9...9...", "9.......9......."], ["3393339333933393", "3.933.933.933.93"], ["................"], ["root5"],
              ["backbeat", "8th"]),
    "shuffle": ((95, 150), 3, 4, 0, ["9.....9.....", "9.59..9.59.."], ["...9.....9.."], ["7.57.57.57.5", "7..7..7..7.."], ["walk", "shuffle"], ["shuffle", "long"]),
    "slow_blues": ((52, 76), 3, 4, 0, ["9.....9.....", "9....59....5"], ["...9.....9.."], ["755755755755", "7.57.57.57.5"], ["walk", "shuffle"], ["long", "trip"]),
    "swing": ((110, 230), 3, 4, 0, ["............", "2..2..2..2.."], ["............", "............", ".....3......"], ["7..7.57..7.5"], ["walk"], ["comp", "none"]),
    "jazz_ballad": ((54, 78), 3, 4, 0, ["............", "3.....3....."], ["...3.....3..", "3..3..3..3.."], ["5..5.45..5.4", "............"], ["half", "walk"],
                    ["long", "comp"]),
    "bossa": ((112, 150), 4, 4, 0, ["7..57...7..57..."], ["6..6..6...6..6..", "6..6...6..6..6.."], ["5.5.5.5.5.5.5.5.", "5353535353535353"], ["bossa"], ["bossa"]),
    "waltz": ((90, 185), 4, 3, 0, ["8..........."], ["....5...5...", "............"], ["6...5...5...", "............"], ["half3"], ["oompah3"]),
    "jig": ((100, 128), 3, 2, 0, ["8..6..", "......"], ["......", "...5.."], ["6.56.5", "755655"], ["half2"], ["trip", "oompah6"]),
    "ballad68": ((46, 68), 3, 2, 0, ["9.....", "9....5"], ["...9.."], ["755755"], ["half2"], ["trip", "long"]),
    "five": ((110, 160), 4, 5, 0, ["9.....9.....9......."], ["....9.......9......."], ["7.5.7.5.7.5.7.5.7.5."], ["8"], ["8th", "power8"]),
    "seven": ((110, 160), 4, 7, 0, ["9.......9.......9.........."], ["....9.......9.......9......"], ["7.5.7.5.7.5.7.5.7.5.7.5.7.5."], ["8"], ["8th"]),
    "alberti": ((80, 150), 4, 4, 0, [""], [""], [""], ["none"], ["alberti"]),
    "chorale": ((58, 92), 4, 4, 0, [""], [""], [""], ["4"], ["chorale"]),
    "strings": ((60, 140), 4, 4, 0, [""], [""], [""], ["4", "8", "none"], ["arp8", "8th", "chorale"]),
    "piano_arp": ((60, 110), 4, 4, 0, [""], [""], [""], ["half", "none"], ["arp16", "arp8"]),
    "guitar_folk": ((75, 125), 4, 4, 0, [""], [""], [""], ["half", "none"], ["arp8", "strum"]),
}
GUITARS, KEYS, PADS = [24, 25, 26, 27, 28], [0, 1, 2, 4, 5, 11, 16, 17, 18], [48, 49, 50, 51, 88, 89, 90, 91]
HEAVY, LEADS = [29, 30], [56, 57, 64, 65, 66, 68, 71, 73, 40, 22, 52, 53, 54, 80, 81, 26, 29]


def rng_choice(rng, items):
    return items[rng.randrange(len(items))]


def make_mma(rng, name, folder):
    low, high = MMA[name]
    tempo = round(rng.uniform(low, high), 1)
    text = (STDLIB / f"{name}.mma").read_text(errors="replace")
    grooves = [line.split()[1] for line in text.splitlines() if line.startswith("DefGroove ")]
    grooves = [g for g in grooves if not any(w in g.lower() for w in ("intro", "end", "break", "fill"))]
    counted = next(line.split()[1] for line in text.splitlines() if line.startswith("Time "))
    metre = {"2": 6 if name.startswith("68") else 4, "3": 3, "5": 5}.get(counted, 4)
    mma_tempo = tempo * 3 if counted == "6" else tempo
    metre = 6 if counted == "6" else metre
    tonic, minor = rng.randrange(12), rng.random() < 0.4
    bars = chord_bars(rng, tonic, minor, name)
    beats = 2 if metre == 6 else int(counted)
    n_bars = max(4, int(SECONDS / (beats * 60 / tempo)) + 1)
    groove = rng_choice(rng, grooves)
    lines = [f"Tempo {mma_tempo}", f"RndSeed {rng.randrange(10**6)}", f"Groove {groove}"]
    lines += [f"{i + 1} {NOTES[(tonic + bars[i % len(bars)][0]) % 12]}{bars[i % len(bars)][1]}" for i in range(n_bars)]
    source = folder / "piece.mma"
    source.write_text("\n".join(lines) + "\n")
    subprocess.run(["mma", "-f", str(folder / "piece.mid"), str(source)], check=True, capture_output=True, timeout=60)
    midi = mido.MidiFile(folder / "piece.mid")
    if midi.length > 0 and abs(midi.length / n_bars - beats * 60 / tempo) > 0.06 * beats * 60 / tempo:
        raise ValueError(f"{name}: a bar of {midi.length / n_bars:.2f} s, not {beats * 60 / tempo:.2f}")
    return dict(style=f"mma:{groove}", family=f"mma:{name}", bpm=tempo, metre=metre, key=tonic, mode=0 if minor else 1)


def chord_bars(rng, tonic, minor, name):
    if "blues" in name or "boggie" in name or (name in ("shuffle",) and rng.random() < 0.6):
        return [(DEGREES[d][0], "7") for d in BLUES] if not minor else [(0, "m")] * 4 + [(5, "m"), (5, "m"), (0, "m"), (0, "m"), (7, "7"), (5, "m"), (0, "m"), (7, "7")]
    progression = rng_choice(rng, MINOR if minor else MAJOR)
    if rng.random() < 0.5:
        progression = progression + rng_choice(rng, MINOR if minor else MAJOR)
    seventh = any(w in name for w in ("jazz", "bop", "swing", "bossa", "nite")) and not minor
    bars = []
    for degree in progression:
        step, kind = DEGREES[degree]
        bars.append((step, kind + ("7" if seventh and degree in ("V", "ii", "vi") else "M7" if seventh and kind == "" else "7" if degree == "V" and rng.random() < 0.3 else "")))
    return bars


def tones(root, kind):
    third = 3 if kind.startswith("m") else 4
    notes = [0, third, 7]
    if "M7" in kind:
        notes.append(11)
    elif "7" in kind:
        notes.append(10)
    return [root + n for n in notes]


class Piece:
    """Notes of one own piece: (start in beats, length in beats, channel, note, velocity)."""

    def __init__(self, rng, tempo):
        self.rng, self.tempo, self.notes, self.programs = rng, tempo, [], {}
        self.loose = rng.choice([0.002, 0.005, 0.01, 0.015])  # s

    def add(self, start, length, channel, note, velocity):
        velocity = int(min(127, max(15, velocity + self.rng.gauss(0, 5))))
        self.notes.append((max(0, start + self.rng.gauss(0, self.loose) * self.tempo / 60), length, channel, note, velocity))

    def save(self, path):
        midi = mido.MidiFile(ticks_per_beat=TPB)
        track = mido.MidiTrack()
        midi.tracks.append(track)
        track.append(mido.MetaMessage("set_tempo", tempo=int(6e7 / self.tempo)))
        for channel, (program, volume) in self.programs.items():
            track.append(mido.Message("program_change", channel=channel, program=program))
            track.append(mido.Message("control_change", channel=channel, control=7, value=volume))
            track.append(mido.Message("control_change", channel=channel, control=10, value=self.rng.choice([40, 54, 64, 64, 74, 90])))
        events = []
        for start, length, channel, note, velocity in self.notes:
            note = min(120, max(20, note))
            events.append((int(start * TPB), 1, channel, note, velocity))
            events.append((int((start + length) * TPB), 0, channel, note, 0))
        now = 0
        for tick, on, channel, note, velocity in sorted(events):
            track.append(mido.Message("note_on" if on else "note_off", channel=channel, note=note, velocity=velocity, time=tick - now))
            now = tick
        midi.save(path)


def drums(piece, bar, pattern, note, gain, steps, swing, beats):
    rng = piece.rng
    for i, mark in enumerate(pattern[:steps * beats]):
        if mark == "." or (int(mark) <= 5 and rng.random() < 0.15):
            continue
        at = i / steps + (swing / steps if steps == 4 and i % 2 else 0)
        piece.add(bar + at, 0.1, 9, note, gain * (40 + 8 * int(mark)) / 100)


def bass_line(piece, kind, bar, root, kindof, beats, channel=1):
    rng, low = piece.rng, 36 + (root + 4) % 12 - 4
    fifth = low + 7
    if kind == "none":
        return
    if kind in ("8", "8888"):
        for i in range(2 * beats):
            if kind == "8888" or i % 2 == 0 or rng.random() < 0.5:
                piece.add(bar + i / 2, 0.45, channel, low, 96 if i % 2 == 0 else 84)
    elif kind == "16":
        for i in range(4 * beats):
            if rng.random() < 0.9:
                piece.add(bar + i / 4, 0.2, channel, low, 100 if i % 4 == 0 else 84)
    elif kind == "4":
        for i in range(beats):
            piece.add(bar + i, 0.9, channel, low if i != 2 or rng.random() < 0.6 else fifth, 92)
    elif kind in ("half", "half3", "half2", "long"):
        piece.add(bar, beats * 0.95, channel, low, 92)
        if kind == "half" and beats >= 4:
            piece.add(bar + 2, 1.9, channel, fifth, 86)
        if kind == "half2" and rng.random() < 0.6:
            piece.add(bar + 1, 0.9, channel, fifth, 80)
    elif kind == "root5":
        for i in range(beats):
            if i % 2 == 0:
                piece.add(bar + i, 0.8, channel, low if i % 4 == 0 else low - 5, 98)
    elif kind == "oct8":
        for i in range(2 * beats):
            piece.add(bar + i / 2, 0.4, channel, low + 12 * (i % 2), 94)
    elif kind == "offbeat":
        for i in range(beats):
            piece.add(bar + i + 0.5, 0.4, channel, low, 96)
    elif kind == "sync":
        for at in rng.choice([[0, 0.75, 2, 2.75], [0, 1.5, 2.5, 3.5], [0, 0.75, 1.5, 2.5], [0, 1.75, 2.5]]):
            piece.add(bar + at, 0.5, channel, rng.choice([low, low, low, fifth, low + 12]), 96)
    elif kind == "reggae":
        for at in rng.choice([[0, 0.5, 1, 2, 2.5], [0, 1.5, 2, 3.5], [1, 1.5, 2, 3], [0.5, 1, 2, 3, 3.5]]):
            piece.add(bar + at, 0.45, channel, rng.choice([low, low, fifth, low + 3 if "m" in kindof else low + 4]), 100)
    elif kind == "walk":
        scale = tones(low, kindof) + [low + 2, low + 5, low + 9]
        for i in range(beats):
            piece.add(bar + i, 0.85, channel, low if i == 0 else rng.choice(scale), 92)
    elif kind == "shuffle":
        for i in range(beats):
            piece.add(bar + i, 0.5, channel, low if i % 2 == 0 else fifth, 96)
            if rng.random() < 0.7:
                piece.add(bar + i + 2 / 3, 0.3, channel, low if i % 2 == 0 else fifth + 2, 82)
    elif kind == "bossa":
        for at, n in ((0, low), (1.5, fifth), (2, fifth), (3.5, low)):
            piece.add(bar + at, 0.6, channel, n, 88)


def chord_part(piece, kind, bar, root, kindof, beats, steps, channel=0):
    rng = piece.rng
    notes = tones(55 + (root + 5) % 12 - 5, kindof)
    power = [40 + (root + 8) % 12, 47 + (root + 8) % 12, 52 + (root + 8) % 12]

    def strike(at, length, velocity, what=notes):
        for n in what:
            piece.add(bar + at, length, channel, n, velocity)

    if kind == "long":
        strike(0, beats * 0.97, 72)
    elif kind == "8th":
        for i in range(2 * beats):
            strike(i / 2, 0.4, 78 if i % 2 == 0 else 66)
    elif kind == "16th":
        for i in range(4 * beats):
            if rng.random() < 0.7:
                strike(i / 4, 0.15, 78 if i % 4 == 0 else 60)
    elif kind in ("power8", "power16", "gallop"):
        per = 2 if kind == "power8" else 4
        for i in range(per * beats):
            if kind != "gallop" or i % 4 != 1:
                strike(i / per, 0.9 / per, 100 if i % per == 0 else 88, power)
    elif kind in ("arp8", "arp16", "alberti"):
        per = 4 if kind == "arp16" or (kind == "alberti" and piece.tempo < 110) else 2
        order = [0, 2, 1, 2] if kind == "alberti" else [0, 1, 2, 1]
        for i in range(per * beats):
            note = notes[order[i % 4]] + (12 if kind != "alberti" and i % 8 > 3 else 0)
            piece.add(bar + i / per, 1.2 / per, channel, note, 82 if i % per == 0 else 68)
    elif kind in ("offbeat", "skank"):
        for i in range(beats):
            strike(i + 0.5, 0.18, 86)
            if kind == "skank" and rng.random() < 0.2:
                strike(i + 0.75, 0.12, 60)
    elif kind == "backbeat":
        for i in range(1, beats, 2):
            strike(i, 0.3, 84)
    elif kind == "stab":
        for at in rng.choice([[0, 1.5], [0.75, 2.5], [0, 0.75, 1.5, 2.25, 3], [1, 3.5]]):
            strike(at, 0.25, 88)
    elif kind in ("trip", "shuffle", "oompah6"):
        for i in range(3 * beats):
            if kind == "trip":
                strike(i / 3, 0.3, 78 if i % 3 == 0 else 62, [notes[i % 3]] if rng.random() < 0.5 else notes)
            elif (kind == "shuffle" and i % 3 != 1) or (kind == "oompah6" and i % 3):
                strike(i / 3, 0.25, 76 if i % 3 == 0 else 64)
    elif kind == "oompah3":
        strike(1, 0.5, 74)
        strike(2, 0.5, 70)
    elif kind == "comp":
        for at in rng.choice([[1, 2.67], [0.67, 2], [1.67, 3], [0, 1.67]]):
            strike(at, 0.35, 70)
    elif kind == "bossa":
        for at in rng.choice([[0, 1, 2.5], [0.5, 1.5, 3], [0, 1.5, 3]]):
            strike(at, 0.6, 72)
    elif kind == "chorale":
        for i in range(beats):
            strike(i, 0.95, 78 if i % 2 == 0 else 70, [n + rng.choice([0, 0, 12]) for n in notes])
    elif kind == "strum":
        for i, v in enumerate([88, 0, 66, 70, 84, 60, 70, 66][:2 * beats]):
            if v:
                for j, n in enumerate(notes + [notes[0] + 12]):
                    piece.add(bar + i / 2 + 0.012 * j, 0.45, channel, n, v)


def melody(piece, bar, tonic, minor, chord, beats, steps, state, channel=2):
    rng = piece.rng
    scale = [0, 2, 3, 5, 7, 8, 10] if minor else [0, 2, 4, 5, 7, 9, 11]
    at = rng.choice([0, 0, 0.5, 1]) if steps == 4 else rng.choice([0, 1])
    while at < beats - 0.2:
        length = rng.choice([0.5, 0.5, 1, 1, 1.5, 2] if steps == 4 else [1 / 3, 2 / 3, 1, 1, 4 / 3])
        if rng.random() < 0.8:
            if abs(at - round(at)) < 0.01 and rng.random() < 0.6:
                pitch = min((n for o in (60, 72, 84) for n in [o + (t % 12) for t in chord]), key=lambda n: abs(n - state[0]))
            else:
                degree = min(range(7 * 3), key=lambda d: abs(60 + 12 * (d // 7) + scale[d % 7] + tonic - 12 * (tonic > 6) - state[0])) + rng.choice([-2, -1, -1, 1, 1, 2])
                pitch = 60 + 12 * (degree // 7) + scale[degree % 7] + tonic - 12 * (tonic > 6)
            state[0] = min(84, max(58, pitch))
            piece.add(bar + at, length * 0.92, channel, state[0], 92)
        at += length


def make_own(rng, name, folder):
    (low, high), steps, beats, swing, kicks, snares, hats, basses, chords = STYLES[name]
    tempo = round(rng.uniform(low, high), 1)
    piece = Piece(rng, tempo)
    tonic, minor = rng.randrange(12), rng.random() < (0.75 if name in ("metal", "thrash", "techno", "hiphop") else 0.4)
    bars = chord_bars(rng, tonic, minor, name)
    heavy = "power" in " ".join(chords) or name in ("metal", "thrash", "punk")
    style_chords = rng_choice(rng, chords)
    comp = rng.choice(HEAVY if heavy and ("power" in style_chords or style_chords == "gallop") else
                      {"strings": PADS[:4], "piano_arp": [0, 1, 6], "alberti": [0, 6], "guitar_folk": [24, 25], "chorale": [19, 48, 52, 0]}.get(
                          name, GUITARS + KEYS + (PADS if style_chords == "long" else [])))
    piece.programs = {0: (comp, rng.randrange(60, 105)), 1: (rng.choice([32, 33, 34, 35, 38, 39]), rng.randrange(75, 115)),
                      2: (rng.choice(LEADS), rng.randrange(65, 110)), 3: (rng.choice(PADS), rng.randrange(40, 80)),
                      9: (rng.choice([0, 0, 8, 16, 24, 25, 40]), rng.randrange(75, 120))}
    kick, snare, hat, bass = (rng_choice(rng, p) for p in (kicks, snares, hats, basses))
    hat_note = rng.choice([42, 42, 51, 46]) if name not in ("disco", "house") else 46
    snare_note = rng.choice([38, 38, 40]) if name not in ("bossa", "reggae", "house") else rng.choice([37, 38, 39])
    has_melody, has_pad, without_drums = rng.random() < 0.75, rng.random() < 0.35, not kick and not hat
    swing, state = swing * rng.random() * 2, [72]
    n_bars = max(4, int(SECONDS / (beats * 60 / tempo)) + 1)
    # A fifth is drums and bass, or drums alone: what tells the beat must not hang on the chords.
    bare = rng.choice([0, 0, 0, 0, 0, 0, 0, 0, 1, 2] if not FEW else [0, 1, 2, 2]) if not without_drums else 0
    for i in range(n_bars):
        bar, (step, kindof) = i * beats, bars[i % len(bars)]
        chord = tones((tonic + step) % 12, kindof)
        if not without_drums:
            drums(piece, bar, kick, 36, 100, steps, swing, beats)
            drums(piece, bar, hat, hat_note, 82, steps, swing, beats)
            if i % 8 == 7 and steps == 4 and beats == 4 and rng.random() < 0.7:  # a fill
                drums(piece, bar, "....9...9.9.9999", rng.choice([38, 45, 47]), 96, steps, swing, beats)
            else:
                drums(piece, bar, snare, snare_note, 100, steps, swing, beats)
            if i % 8 == 0 and rng.random() < 0.5:
                piece.add(bar, 0.5, 9, 49, 100)
        if bare == 2:
            continue
        bass_line(piece, bass, bar, tonic + step, kindof, beats)
        if bare == 1:
            continue
        chord_part(piece, style_chords, bar, tonic + step, kindof, beats, steps)
        if has_pad:
            for n in chord:
                piece.add(bar, beats * 0.98, 3, 60 + n % 12, 60)
        if has_melody and i % 8 < 6:
            melody(piece, bar, tonic, minor, chord, beats, steps, state)
    piece.save(folder / "piece.mid")
    metre = {("jig", 2): 6, ("ballad68", 2): 6}.get((name, beats), beats)
    return dict(style=name, family=f"own:{name}", bpm=tempo, metre=metre, key=tonic, mode=0 if minor else 1)


def render(rng, folder, out):
    wav = folder / "piece.wav"
    font = rng.choice(FONTS)
    subprocess.run(["fluidsynth", "-niq", "-F", str(wav), "-r", "22050", "-g", f"{rng.uniform(0.3, 0.7):.2f}",
                    "-R", rng.choice(["0", "1", "1"]), "-C", "0", "-o", f"synth.reverb.room-size={rng.uniform(0.1, 0.9):.2f}",
                    "-o", f"synth.reverb.level={rng.uniform(0.1, 0.9):.2f}", font, str(folder / "piece.mid")],
                   check=True, capture_output=True, timeout=120)
    chain = [f"bass=g={rng.uniform(-8, 6):.1f}", f"treble=g={rng.uniform(-10, 6):.1f}"]
    if rng.random() < 0.6:
        chain.append(f"acompressor=threshold={rng.uniform(0.03, 0.2):.3f}:ratio={rng.uniform(2, 9):.1f}:attack={rng.uniform(1, 20):.0f}:release={rng.uniform(40, 250):.0f}:makeup=2")
    if rng.random() < 0.3:
        chain.append("asoftclip=type=tanh")
    if rng.random() < 0.3:
        chain.append(f"aecho=0.8:0.7:{rng.uniform(20, 70):.0f}:{rng.uniform(0.1, 0.4):.2f}")
    start = rng.uniform(0, 2.5)
    tracks = ["-ac", rng.choice(["2", "2", "1"]), "-ar", "22050"]
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-ss", f"{start:.2f}", "-t", str(SECONDS), "-i", str(wav), "-af", ",".join(chain), *tracks,
                    "-b:a", "64k", str(out)], check=True, capture_output=True, timeout=120)
    return os.path.basename(font)


def main(out, count, first):
    out.mkdir(parents=True, exist_ok=True)
    folder = out / "work"
    folder.mkdir(exist_ok=True)
    names = [("mma", n) for n in sorted(MMA)] + [("own", n) for n in sorted(STYLES)] * 3
    if FEW:
        names = [("own", n) for n in sorted(STYLES) if STYLES[n][4] != [""]]
        names += [("own", n) for n in ("jig", "ballad68", "five", "seven", "waltz", "slow_blues")] * 2
    table = out / f"truth_{first}.csv"
    with open(table, "w", newline="") as file:
        writer = csv.DictWriter(file, ["file", "style", "family", "bpm", "metre", "key", "mode", "font"])
        writer.writeheader()
        for seed in range(first, first + count):
            rng = random.Random(seed)
            kind, name = names[(seed * 37) % len(names)]
            try:
                row = (make_mma if kind == "mma" else make_own)(rng, name, folder)
                target = out / f"{seed:05d}.mp3"
                row["font"] = render(rng, folder, target)
                writer.writerow(dict(row, file=target.name))
                file.flush()
            except Exception as error:  # one bad piece never stops the rest
                print(f"{seed} {name}: {error}", file=sys.stderr)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
