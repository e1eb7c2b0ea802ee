#!/usr/bin/env python3
"""Renders short pieces whose tempo, key and metre are known, to train and to judge on.

Two kinds: `mma`, accompaniments by Debian's package mma in the styles that it brings, and `own`, patterns written
below for styles that it does not have. Each piece has a random key, tempo (within what its style is played at),
instruments, sound font, mix and encoder. Most have recorded drums, many a voice (sung, or speech over the music), players
who drift, a room, and the wear of a record (render_sound.py). The table truth.csv says what each is.

usage: make_renders.py OUT N [FIRST_SEED [few]] [--unpacked DIR]
  few: own styles only, mostly drums, rare metres more often
  DIR: where Debian's hydrogen-drumkits and fillets-ng-data-cs (speech) are unpacked; without, drums are those of the
       sound fonts and nobody speaks
needs mma, fluidsynth, ffmpeg and sound fonts (Debian), mido, numpy, scipy, soundfile (PyPI)
"""
import csv
import os
import pathlib
import random
import subprocess
import sys

import mido
import soundfile

import render_sound as sound

STDLIB = pathlib.Path("/usr/share/mma/lib/stdlib")
FONTS = [f for f in ("/usr/share/sounds/sf2/FluidR3_GM.sf2", "/usr/share/sounds/sf2/TimGM6mb.sf2",
                     "/usr/share/sounds/sf2/MuseScore_General_Full.sf2") if os.path.exists(f)]
NOTES = "C Db D Eb E F Gb G Ab A Bb B".split()
TPB = 480
SECONDS = 30
FEW = "few" in sys.argv
KITS, SPEECH = [], []

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
DEGREES = {"I": (0, ""), "I7": (0, "7"), "ii": (2, "m"), "II": (2, ""), "iii": (4, "m"), "IV": (5, ""), "IV7": (5, "7"), "V": (7, ""), "v": (7, "m"),
           "V7": (7, "7"), "vi": (9, "m"), "bVII": (10, ""), "bIII": (3, ""), "bVI": (8, ""), "bII": (1, ""), "VI7": (9, "7"), "III7": (4, "7"),
           "i": (0, "m"), "iv": (5, "m"), "VI": (8, ""), "III": (3, ""), "VII": (10, ""), "ii7": (2, "m7"), "I^": (0, "M7"), "IV^": (5, "M7"),
           "iii7": (4, "m7"), "vi7": (9, "m7"), "i7": (0, "m7"), "iv7": (5, "m7"), "bV": (6, "")}
# Chords, a bar each, as they are common in a genre: major keys, minor keys.
PROGRESSIONS = {
    "rock": (["I V vi IV", "I IV V IV", "I bVII IV I", "I IV I IV", "I V IV IV", "I bIII IV I", "I I bVII IV", "I vi IV V", "I7 I7 IV7 I7"],
             ["i VII VI VII", "i III VII IV", "i iv i VII", "i VI III VII", "i i VI VII", "i7 IV i7 IV"]),
    "metal": (["I bVII IV I", "I bIII IV bVI"], ["i i VI VII", "i bII i bII", "i VI VII i", "i III VII VI", "i i i VII", "i i bV iv", "i VI iv V", "i i III iv"]),
    "disco": (["I vi ii V", "I IV ii V", "I IV^ iii7 vi7", "I I IV IV"], ["i VII VI V", "i iv VII III", "i i iv iv", "i7 IV i7 IV", "i VI iv VII", "i7 i7 iv7 VII"]),
    "hiphop": (["I IV I IV", "ii7 V7 I^ I^", "I I I I", "I^ vi7 ii7 V7"], ["i i i i", "i iv i iv", "i VI i VI", "i VII VI VII", "i VI iv v", "i7 i7 iv7 iv7", "i i VI V"]),
    "reggae": (["I IV I IV", "I V vi IV", "I ii I ii", "I IV V IV", "I V IV I", "I I IV IV"], ["i iv i iv", "i VII i VII", "i VII VI VII", "i iv v i", "i i iv iv"]),
    "country": (["I I IV I V V I I", "I IV I V", "I IV V I", "I V I I IV V I I", "I vi IV V", "I I V V"], ["i iv i V", "i VII i i VI VII i i"]),
    "blues": (["I7 I7 I7 I7 IV7 IV7 I7 I7 V7 IV7 I7 V7", "I7 IV7 I7 I7 IV7 IV7 I7 I7 V7 IV7 I7 I7", "I7 I7 IV7 I7", "I7 I7 I7 I7"],
              ["i i i i iv iv i i V iv i V", "i7 i7 iv7 i7", "i i i i"]),
    "jazz": (["ii7 V7 I^ I^", "I^ vi7 ii7 V7", "iii7 vi7 ii7 V7", "I^ VI7 ii7 V7", "I7 IV7 I7 I7 IV7 IV7 I7 VI7 ii7 V7 I7 V7", "I^ IV^ iii7 VI7 ii7 V7 I^ I^"],
             ["i7 iv7 V7 i7", "i7 i7 iv7 V7", "i7 VI7 ii7 V7", "iv7 VII III VI ii7 V7 i7 i7"]),
    "classical": (["I IV V I", "I ii V I", "I V I V7", "I vi IV V", "I V vi iii IV I IV V", "I I V V7 V7 V I I", "I IV I V7 I V I I"],
                  ["i iv V i", "i V i V7", "i VI iv V", "i iv VII III VI iv V i", "i i V V7 V V7 i i"]),
    "pop": (["I V vi IV", "I vi IV V", "vi IV I V", "I iii IV V", "I IV vi V", "I vi ii V", "IV V I vi", "I II IV I"], ["i VI III VII", "i VII VI V", "i iv VI V", "i III VI VII", "i VI iv v"]),
}

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
    "half_time": ((66, 92), 4, 4, 0, ["9.......9.......", "9..9....9.9.....", "9.....9...9....."], ["....9.......9..."],
                  ["7.7.7.7.7.7.7.7.", "7575757575757575", "9...9...9...9..."], ["8888", "8", "16"], ["power8", "power16", "8th", "long"]),
    "metal_mid": ((84, 132), 4, 4, 0, ["9.9.9.9.9.9.9.9.", "9..9..9.9..9..9.", "9999....9999....", "9.99..9.9.99...."], ["....9.......9..."],
                  ["9...9...9...9...", "9.9.9.9.9.9.9.9."], ["8888", "16"], ["power8", "power16", "gallop"]),
    "speed": ((170, 225), 4, 4, 0, ["9.9.9.9.9.9.9.9.", "9.......9......."], ["....9.......9..."], ["9...9...9...9...", "9.9.9.9.9.9.9.9."],
              ["8888", "4"], ["power8", "long"]),
    "doom": ((52, 78), 4, 4, 0, ["9.......9.......", "9.....9.9......."], ["....9.......9..."], ["9...9...9...9...", "9.7.9.7.9.7.9.7."],
             ["4", "8", "long"], ["power8", "long"]),
    "garage": ((135, 185), 4, 4, 0, ["9.....9.9.......", "9.......9.9.....", "9...9...9...9..."], ["....9.......9...", "....9..9....9...", "....9.9.....9..."],
               ["7.7.7.7.7.7.7.7.", "7.5.7.5.7.5.7.5."], ["8888", "4", "8"], ["8th", "power8", "strum"]),
    "motown": ((98, 140), 4, 4, 0, ["9.......9.......", "9.....9.9......."], ["9...9...9...9...", "....9.......9..."], ["7.5.7.5.7.5.7.5."],
               ["sync", "8", "4"], ["backbeat", "stab", "offbeat"]),
    "synthpop": ((100, 138), 4, 4, 0, ["9...9...9...9...", "9.......9......."], ["....9.......9..."], ["..7...7...7...7.", "7.7.7.7.7.7.7.7.", "7575757575757575"],
                 ["8888", "oct8", "16"], ["arp16", "long", "stab", "8th"]),
    "reggaeton": ((84, 102), 4, 4, 0, ["9...9...9...9..."], ["...8..8....8..8."], ["7.5.7.5.7.5.7.5.", "7...7...7...7..."], ["sync", "4"], ["stab", "offbeat", "long"]),
    "trap": ((64, 84), 4, 4, 0, ["9.........9.....", "9.....9....9....", "9..9......9....."], ["....9.......9..."],
             ["7.7.7.7.7.7.7.7.", "7777777777777777", "7.777.7.7.777.77"], ["long", "sync"], ["long", "arp8", "none"]),
    "new_jack": ((96, 116), 4, 4, 0.15, ["9..9..9...9.....", "9.....9..9......"], ["....9.......9..."], ["7.7.7.7.7.7.7.7.", "7775777577757775"], ["sync", "16"],
                 ["stab", "16th"]),
    "ska": ((125, 178), 4, 4, 0, ["9.......9.......", "9...9...9...9..."], ["....9.......9..."], ["7.7.7.7.7.7.7.7.", "..7...7...7...7."], ["walk", "8888"], ["skank", "offbeat"]),
    "dub": ((62, 84), 4, 4, 0.1, ["........9.......", "9...9...9...9..."], ["........9......."], ["7.57..7.7.57..7.", "..7...7...7...7."], ["reggae"], ["skank", "offbeat"]),
    "country": ((88, 132), 4, 4, 0, ["9.......9.......", "9.....9.9......."], ["....9.......9..."], ["7.5.7.5.7.5.7.5.", "7...7...7...7..."], ["root5", "8"],
                ["strum", "backbeat", "arp8"]),
    "country_ballad": ((60, 90), 4, 4, 0, ["9.......9.......", "................"], ["....6.......6...", "................"], ["5.5.5.5.5.5.5.5.", "................"],
                       ["half", "root5"], ["arp8", "strum", "arp16", "long"]),
    "bluegrass": ((100, 142), 4, 4, 0, [""], [""], [""], ["root5"], ["offbeat", "banjo"]),
    "delta": ((72, 126), 4, 4, 0.2, [""], [""], [""], ["none", "4"], ["thumb", "strum"]),
    "boogie": ((118, 172), 3, 4, 0, ["9.....9.....", "9..9..9..9.."], ["...9.....9.."], ["7.57.57.57.5", "7..7..7..7.."], ["shuffle", "walk"], ["shuffle", "comp"]),
    "blues_rock": ((84, 132), 4, 4, 0, ["9.......9.9.....", "9..9....9......."], ["....9.......9..."], ["7.7.7.7.7.7.7.7.", "7...7...7...7..."], ["8", "4"], ["8th", "power8", "stab"]),
    "piano_trio": ((100, 200), 3, 4, 0, ["............", "1..1..1..1.."], ["............", ".....3......", "..2.....3..."], ["7..7.57..7.5", "6..6.46..6.4"], ["walk"], ["comp"]),
    "solo_jazz": ((70, 140), 3, 4, 0, [""], [""], [""], ["walk", "half"], ["comp", "trip"]),
    "latin_jazz": ((90, 125), 4, 4, 0, ["8..8..8.8..8..8.", "........8......8"], ["6..6..6...6..6..", "................"], ["7.5.7.757.5.7.75"], ["sync", "bossa"], ["stab", "bossa"]),
    "allegro": ((110, 168), 4, 4, 0, [""], [""], [""], ["8", "4", "8888"], ["8th", "alberti", "arp8", "arp16"]),
    "andante": ((66, 104), 4, 4, 0, [""], [""], [""], ["4", "half", "8"], ["chorale", "arp8", "alberti", "8th"]),
    "adagio": ((44, 70), 4, 4, 0, [""], [""], [""], ["half", "4", "none"], ["chorale", "arp8", "arp16", "long"]),
    "presto": ((132, 184), 4, 4, 0, [""], [""], [""], ["4", "8"], ["8th", "alberti"]),
    "minuet": ((96, 150), 4, 3, 0, [""], [""], [""], ["half3", "4"], ["arp8", "oompah3", "chorale"]),
    "solo_line": ((60, 120), 4, 4, 0, [""], [""], [""], ["none"], ["scale8", "scale16"]),
    "alberti": ((80, 150), 4, 4, 0, [""], [""], [""], ["none"], ["alberti"]),
    "chorale": ((58, 92), 4, 4, 0, [""], [""], [""], ["4"], ["chorale"]),
    "strings": ((60, 140), 4, 4, 0, [""], [""], [""], ["4", "8", "none"], ["arp8", "8th", "chorale"]),
    "piano_arp": ((60, 110), 4, 4, 0, [""], [""], [""], ["half", "none"], ["arp16", "arp8"]),
    "guitar_folk": ((75, 125), 4, 4, 0, [""], [""], [""], ["half", "none"], ["arp8", "strum"]),
}
GUITARS, KEYS, PADS = [24, 25, 26, 27, 28], [0, 1, 2, 4, 5, 11, 16, 17, 18], [48, 49, 50, 51, 88, 89, 90, 91]
HEAVY, LEADS = [29, 30], [56, 57, 64, 65, 66, 68, 71, 73, 40, 22, 52, 53, 54, 80, 81, 26, 29]


# What a style would be filed under: what is trained weighs each alike.
GENRES = {
    "rock": "rock slow_rock half_time garage pop 50srock 60srock basicrock rockballad softrock rock-128 bubblerock folkrock 8beat ballad128 rockwaltz",
    "metal": "metal thrash punk metal_mid speed doom", "disco": "disco house techno synthpop boneym trance",
    "hiphop": "hiphop trap new_jack rnb reggaeton dnb", "reggae": "reggae dub ska calypso",
    "pop": "motown soul pop synthpop ballad popballad guitarballad rb rb-ballad dsoul twist broadway folkballad ballad68 lfusion",
    "country": "country country_ballad bluegrass two_step train westernswing countryswing countrywaltz slowcountry zydeco folk guitar_folk polka",
    "blues": "slow_blues shuffle delta boogie blues_rock blues blues128 bluefolk countryblues fastblues slowblues shuffleboggie boggiewoggie strut",
    "jazz": "swing jazz_ballad piano_trio solo_jazz latin_jazz bossa funk bebop bigband bossanova jazzcombo jazzguitar jazzwaltz mellowjazz modernjazz "
            "modernjazzwaltz nitejazz slowjazz fastswing easyswing dixie gypsyjazz jazzrock jazz-54 charleston ragtime",
    "classical": "alberti chorale strings piano_arp allegro andante adagio presto minuet solo_line waltz arpeggio44 arpeggiowaltz stringballad "
                 "pianoballad lullaby hymn march vienesewaltz frenchwaltz fastwaltz",
}


def genre_of(name):
    return next((genre for genre, names in GENRES.items() if name in names.split()), "other")


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
    bars = chord_bars(rng, minor, genre_of(name))
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


def chord_bars(rng, minor, genre):
    """Bars of (semitones above the tonic, kind of chord)."""
    common = PROGRESSIONS.get(genre, PROGRESSIONS["pop"])[minor]
    degrees = rng_choice(rng, common).split()
    if len(degrees) < 8 and rng.random() < 0.5:
        degrees = degrees + rng_choice(rng, common).split()
    bars = [DEGREES[d] for d in degrees]
    if genre == "classical" and rng.random() < 0.3:  # to the dominant, or the relative major, and back
        away = 3 if minor else 7
        there = [DEGREES[d] for d in rng_choice(rng, PROGRESSIONS[genre][0]).split()]
        bars = bars + bars + [((step + away) % 12, kind) for step, kind in there]
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
    elif kind == "banjo":
        for i in range(4 * beats):
            if rng.random() < 0.92:
                piece.add(bar + i / 4, 0.2, channel, notes[rng.choice([0, 2, 1, 2][i % 4:] or [1])] + 12, 86 if i % 4 == 0 else 70)
    elif kind == "thumb":
        for i in range(beats):
            piece.add(bar + i, 0.5, channel, notes[0 if i % 2 == 0 else 2] - 12, 86)
            if rng.random() < 0.6:
                piece.add(bar + i + 0.5, 0.4, channel, rng.choice(notes) + 12, 72)
    elif kind in ("scale8", "scale16"):
        per = 2 if kind == "scale8" else 4
        for i in range(per * beats):
            if rng.random() < 0.85:
                piece.add(bar + i / per, rng.choice([1, 1, 1, 2]) / per, channel, notes[i % 3] + rng.choice([0, 2, 12, 12, 14]), 84 if i % per == 0 else 74)
    elif kind == "strum":
        for i, v in enumerate([88, 0, 66, 70, 84, 60, 70, 66][:2 * beats]):
            if v:
                for j, n in enumerate(notes + [notes[0] + 12]):
                    piece.add(bar + i / 2 + 0.012 * j, 0.45, channel, n, v)


def melody(piece, bar, tonic, minor, blue, chord, beats, steps, state, channel=2):
    rng = piece.rng
    scale = [0, 2, 3, 5, 7, 8, 10] if minor else [0, 2, 3, 5, 7, 9, 10] if blue else [0, 2, 4, 5, 7, 9, 11]
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
    genre = genre_of(name)
    tonic, minor = rng.randrange(12), rng.random() < {"metal": 0.85, "hiphop": 0.7, "disco": 0.55, "country": 0.12, "blues": 0.2}.get(genre, 0.4)
    bars = chord_bars(rng, minor, genre)
    blue = genre in ("blues", "rock", "metal") and rng.random() < 0.6
    sections = [tuple(rng_choice(rng, p) for p in (kicks, snares, hats, basses, chords)) for _ in range(2)]
    section_bars = rng.choice([4, 8, 8, 8])
    heavy = "power" in " ".join(chords) or name in ("metal", "thrash", "punk")
    style_chords = sections[0][4]
    classical = {n: [0, 0, 6, 24, 40, 42, 46, 48, 48, 49, 68, 73] for n in ("allegro", "andante", "adagio", "presto", "minuet", "solo_line")}
    comp = rng.choice(HEAVY if heavy and ("power" in style_chords or style_chords == "gallop") else
                      {"strings": PADS[:4], "piano_arp": [0, 1, 6], "alberti": [0, 6], "guitar_folk": [24, 25], "chorale": [19, 48, 52, 0],
                       "bluegrass": [105, 25], "delta": [25, 25, 26], "piano_trio": [0, 0, 26], "solo_jazz": [0, 26], **classical}.get(
                          name, GUITARS + KEYS + (PADS if style_chords == "long" else [])))
    piece.programs = {0: (comp, rng.randrange(60, 105)), 1: (rng.choice([32, 33, 34, 35, 38, 39]), rng.randrange(75, 115)),
                      2: (rng.choice(LEADS), rng.randrange(65, 110)), 3: (rng.choice(PADS), rng.randrange(40, 80)),
                      9: (rng.choice([0, 0, 8, 16, 24, 25, 40]), rng.randrange(75, 120))}
    hat_note = rng.choice([42, 42, 51, 46]) if name not in ("disco", "house") else 46
    snare_note = rng.choice([38, 38, 40]) if name not in ("bossa", "reggae", "house") else rng.choice([37, 38, 39])
    has_melody, has_pad, without_drums = rng.random() < 0.75, rng.random() < 0.35, kicks == [""]
    has_break, pushes = rng.random() < 0.2, rng.random() < 0.25
    swing, state = swing * rng.random() * 2, [72]
    n_bars = max(4, int(SECONDS / (beats * 60 / tempo)) + 1)
    # A fifth is drums and bass, or drums alone: what tells the beat must not hang on the chords.
    bare = rng.choice([0, 0, 0, 0, 0, 0, 0, 0, 1, 2] if not FEW else [0, 1, 2, 2]) if not without_drums else 0
    for i in range(n_bars):
        bar, (step, kindof) = i * beats, bars[i % len(bars)]
        chord = tones((tonic + step) % 12, kindof)
        kick, snare, hat, bass, style_chords = sections[i // section_bars % 2]
        quiet = has_break and i % (2 * section_bars) in range(section_bars, section_bars + 2)
        if not without_drums and not quiet:
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
        # Chords that come an eighth before their bar, as singers and guitarists like them.
        early = 0.5 if pushes and i and steps == 4 and style_chords in ("long", "stab", "chorale") and rng.random() < 0.6 else 0
        chord_part(piece, style_chords, bar - early, tonic + step, kindof, beats, steps)
        if has_pad:
            for n in chord:
                piece.add(bar, beats * 0.98, 3, 60 + n % 12, 60)
        if has_melody and i % 8 < 6:
            melody(piece, bar, tonic, minor, blue, chord, beats, steps, state)
    piece.save(folder / "piece.mid")
    metre = {("jig", 2): 6, ("ballad68", 2): 6}.get((name, beats), beats)
    return dict(style=name, family=f"own:{name}", bpm=tempo, metre=metre, key=tonic, mode=0 if minor else 1)


def has_voice(rng, genre):
    return rng.random() < {"classical": 0.05, "jazz": 0.25, "disco": 0.6, "hiphop": 0.9}.get(genre, 0.65)


def render(rng, folder, out, genre):
    """What the piece is played with; gives the font and how much the tempo drifts on average."""
    midi, parts = folder / "piece.mid", []
    ratio = 1.0
    if rng.random() < {"disco": 0.1, "hiphop": 0.1, "classical": 0.9}.get(genre, 0.5):
        ratio = sound.drifted(midi, rng, rng.choice([0.01, 0.02, 0.04]) if genre == "classical" else rng.choice([0.004, 0.01, 0.02]))
    kit = rng.choice(KITS) if KITS and rng.random() < 0.7 else None
    voice = has_voice(rng, genre)
    sung = voice and (not SPEECH or rng.random() < (0.2 if genre == "hiphop" else 0.85))
    quiet = ([9] if kit else []) + ([2] if sung else [])
    notes, seconds = sound.split_midi(midi, quiet)
    seconds = min(seconds, SECONDS + 3.0)
    font = rng.choice(FONTS)
    band = sound.fluid(midi, folder / "piece.wav", font, rng)[: int((SECONDS + 3) * sound.RATE)]
    parts.append((band, 0))
    if kit and notes.get(9):
        parts.append((sound.play_drums(kit, [(a, n, v) for a, _, n, v in notes[9]], seconds, rng), rng.uniform(-7, 5)))
    if sung and notes.get(2):
        parts.append((sound.sing(notes[2], seconds, rng), rng.uniform(-6, 5)))
    elif voice and SPEECH:
        parts.append((sound.speak(SPEECH, seconds, rng, 4 if genre == "hiphop" else 0.8), rng.uniform(-4, 5)))
    mix = sound.mixed(parts, rng)
    if rng.random() < 0.5:
        mix = sound.room(mix, rng)
    mix = sound.worn(mix, rng)
    mix = mix / max(1e-6, abs(mix).max()) * 0.7
    soundfile.write(folder / "mix.wav", mix, sound.RATE)
    chain = [f"bass=g={rng.uniform(-8, 6):.1f}", f"treble=g={rng.uniform(-10, 6):.1f}"]
    if rng.random() < 0.15:
        chain.append(f"highpass=f={rng.uniform(80, 250):.0f}")
    if rng.random() < 0.2:
        chain.append(f"lowpass=f={rng.uniform(2800, 7000):.0f}")
    if rng.random() < 0.6:
        chain.append(f"acompressor=threshold={rng.uniform(0.03, 0.2):.3f}:ratio={rng.uniform(2, 9):.1f}:attack={rng.uniform(1, 20):.0f}:release={rng.uniform(40, 250):.0f}:makeup=2")
    if rng.random() < 0.3:
        chain.append(f"volume={rng.uniform(0, 8):.1f}dB,asoftclip=type=tanh")
    if rng.random() < 0.2:
        chain.append(f"aecho=0.8:0.7:{rng.uniform(20, 70):.0f}:{rng.uniform(0.1, 0.4):.2f}")
    subprocess.run(["ffmpeg", "-v", "error", "-y", "-ss", f"{rng.uniform(0, 2.5):.2f}", "-t", str(SECONDS), "-i", str(folder / "mix.wav"), "-af", ",".join(chain),
                    "-ac", "1", "-ar", str(sound.RATE), "-b:a", rng.choice(["32k", "48k", "64k", "64k"]), str(out)], check=True, capture_output=True, timeout=120)
    return os.path.basename(font), ratio


def main(out, count, first):
    out.mkdir(parents=True, exist_ok=True)
    folder = out / "work"
    folder.mkdir(exist_ok=True)
    names = [("mma", n) for n in sorted(MMA)] + [("own", n) for n in sorted(STYLES)] * 4
    if FEW:
        names = [("own", n) for n in sorted(STYLES) if STYLES[n][4] != [""]]
        names += [("own", n) for n in ("jig", "ballad68", "five", "seven", "waltz", "slow_blues")] * 2
    table = out / f"truth_{first}.csv"
    with open(table, "w", newline="") as file:
        writer = csv.DictWriter(file, ["file", "style", "family", "genre", "bpm", "metre", "key", "mode", "font"])
        writer.writeheader()
        for seed in range(first, first + count):
            rng = random.Random(seed)
            kind, name = names[(seed * 37) % len(names)]
            try:
                row = (make_mma if kind == "mma" else make_own)(rng, name, folder)
                target = out / f"{seed:05d}.mp3"
                row["genre"] = genre_of(name)
                row["font"], ratio = render(rng, folder, target, row["genre"])
                row["bpm"] = round(row["bpm"] * ratio, 2)
                writer.writerow(dict(row, file=target.name))
                file.flush()
            except Exception as error:  # one bad piece never stops the rest
                print(f"{seed} {name}: {error}", file=sys.stderr)


if __name__ == "__main__":
    arguments = [a for a in sys.argv[1:] if a != "few"]
    if "--unpacked" in arguments:
        at = arguments.index("--unpacked")
        unpacked = pathlib.Path(arguments[at + 1])
        del arguments[at:at + 2]
        KITS = sound.load_kits(unpacked)
        SPEECH = sorted(unpacked.glob("fillets-ng-data-cs/**/*.ogg"))
        SPEECH = [f for f in SPEECH if f.stat().st_size > 8000]
        print(f"{len(KITS)} kits, {len(SPEECH)} pieces of speech", file=sys.stderr)
    main(pathlib.Path(arguments[0]), int(arguments[1]), int(arguments[2]) if len(arguments) > 2 else 0)
