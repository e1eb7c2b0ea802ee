"""What makes a render sound like a record: recorded drums, a voice, players who do not keep time like a clock, a room,
a tape. Used by make_renders.py. Sound here is mono at RATE, as numpy arrays.
"""
import pathlib
import subprocess
import xml.etree.ElementTree as xml

import mido
import numpy as np
import soundfile
from scipy.signal import fftconvolve, resample_poly

RATE = 22050
# words in the names of a kit's instruments, in the order in which they are looked for
PARTS = [("kick", ("kick", "bassdrum", "bass drum", "djembe1 bass", "thump", "dununba1 head hit")), ("ride", ("ride",)),
         ("crash", ("crash", "splash", "china", "cymbal")), ("open", ("open", "opened", "op")), ("tom", ("tom", "bongo lo")),
         ("pedal", ("pedal", "pd")), ("hat", ("hat", "hh", "hi-hat", "maraca", "djembe2 slap")),
         ("rim", ("stick", "rim", "click", "clave", "woodblock hi")), ("clap", ("clap", "snaps")),
         ("snare", ("snare", "slap", "djembe1 tone")), ("bell", ("cowbell", "bell", "tambourine"))]
NOTES = {35: "kick", 36: "kick", 37: "rim", 38: "snare", 39: "clap", 40: "snare", 42: "hat", 44: "pedal", 46: "open", 49: "crash",
         51: "ride", 52: "crash", 53: "ride", 54: "hat", 55: "crash", 56: "bell", 57: "crash", 59: "ride", 69: "hat", 70: "hat",
         82: "hat", 41: "tom", 43: "tom", 45: "tom", 47: "tom", 48: "tom", 50: "tom", 60: "tom", 61: "tom", 62: "tom", 63: "tom",
         64: "tom", 75: "rim", 76: "rim", 77: "rim", 85: "rim"}


def read(path):
    sound, rate = soundfile.read(path, dtype="float32", always_2d=True)
    sound = sound.mean(1)
    return resample_poly(sound, RATE, rate).astype(np.float32) if rate != RATE else sound


def load_kits(folder):
    """Recorded kits of Debian's hydrogen-drumkits: for each, a sound by part; those with kick, snare and hat."""
    kits = []
    for path in sorted(pathlib.Path(folder).glob("**/drumkits/*/drumkit.xml")):
        kit = {}
        for instrument in xml.parse(path).getroot().iter():
            if not instrument.tag.endswith("instrument"):
                continue
            texts = {c.tag.split("}")[-1]: (c.text or "").lower() for c in instrument.iter()}
            part = next((p for p, words in PARTS if any(w in texts.get("name", "") for w in words)), None)
            file = path.parent / next((c.text for c in instrument.iter() if c.tag.endswith("filename") and c.text), "none")
            if part and part not in kit and file.exists():
                sound = read(file)[: 3 * RATE]
                kit[part] = sound / (np.abs(sound).max() + 1e-9)
        if {"kick", "snare"} <= set(kit) and ({"hat", "open"} & set(kit)):
            kits.append(kit)
    return kits


def play_drums(kit, hits, seconds, rng):
    """hits: (time in s, MIDI note, velocity)."""
    out = np.zeros(int(seconds * RATE) + 4 * RATE, np.float32)
    level = {part: rng.uniform(0.6, 1.3) for part in kit}
    pitch = {part: rng.choice([1, 1, 1, 0.9, 1.1]) for part in kit}
    tuned = {p: s if pitch[p] == 1 else np.interp(np.arange(0, len(s) - 1, pitch[p]), np.arange(len(s)), s).astype(np.float32)
             for p, s in kit.items()}
    ring = rng.choice([0.12, 0.3, 1.0, 3.0])  # s: damped kits and ringing ones
    other = {"pedal": "hat", "hat": "open", "open": "hat", "ride": "hat", "crash": "ride", "rim": "snare", "clap": "snare", "tom": "kick", "bell": "rim"}
    base = {"kick": 1.0, "snare": 0.9, "hat": 0.35, "open": 0.4, "pedal": 0.3, "ride": 0.35, "crash": 0.5, "tom": 0.7, "rim": 0.5, "clap": 0.7, "bell": 0.4}
    for at, note, velocity in hits:
        part = NOTES.get(note)
        for _ in range(3):
            if part in tuned or part is None:
                break
            part = other.get(part)
        if part not in tuned:
            continue
        sound = tuned[part]
        start = int(at * RATE)
        n = min(len(sound), len(out) - start)
        if n <= 0 or start < 0:
            continue
        gain = base[part] * level[part] * (velocity / 110) ** 1.5
        fade = np.exp(-np.arange(n) / (ring * RATE)) if part not in ("crash",) else 1
        out[start:start + n] += gain * sound[:n] * fade
    return out[: int(seconds * RATE)]


def formants(vowel):
    return {"a": (800, 1150, 2900), "e": (450, 1900, 2600), "i": (300, 2300, 3000), "o": (450, 800, 2700), "u": (325, 700, 2600)}[vowel]


def sing(notes, seconds, rng):
    """A voice: harmonics under formants, gliding from note to note, vibrato on long ones, consonants at some.
    notes: (time in s, length in s, MIDI note, velocity)."""
    n = int(seconds * RATE)
    pitch = np.zeros(n)
    loud = np.zeros(n)
    out = np.zeros(n, np.float32)
    octave = rng.choice([-12, -12, 0])
    weights = np.zeros((3, n // 64 + 2))
    last = None
    for at, length, note, velocity in sorted(notes):
        at += rng.gauss(0, 0.025)
        start, stop = max(0, int(at * RATE)), min(n, int((at + length) * RATE))
        if stop - start < 400:
            continue
        hz = 440 * 2 ** ((note + octave - 69) / 12)
        t = np.arange(stop - start) / RATE
        glide = np.exp(-t / rng.uniform(0.02, 0.08)) * ((last or hz * 0.94) / hz - 1)
        vibrato = 0.025 * rng.uniform(0.2, 1.3) * np.sin(2 * np.pi * rng.uniform(4.8, 6.2) * t) * np.clip((t - 0.15) / 0.2, 0, 1)
        pitch[start:stop] = hz * (1 + glide + vibrato)
        rise, fall = rng.uniform(0.015, 0.09), rng.uniform(0.04, 0.15)
        loud[start:stop] = velocity / 100 * np.clip(t / rise, 0, 1) * np.clip((length - t) / fall, 0, 1)
        weights[:, start // 64: stop // 64 + 1] = np.array(formants(rng.choice("aaeiou")))[:, None]
        if rng.random() < 0.5:  # a consonant just before
            size = rng.randrange(600, 2200)
            at0 = max(0, start - size)
            burst = np.diff(np.random.default_rng(rng.randrange(2**31)).normal(0, 0.12, size + 1))
            out[at0:at0 + size] += (burst * np.hanning(size) * velocity / 100)[: n - at0].astype(np.float32)
        last = hz
    phase = 2 * np.pi * np.cumsum(pitch) / RATE
    frame = np.minimum(np.arange(n) // 64, weights.shape[1] - 1)
    f = weights[:, frame]
    for k in range(1, 26):
        hz = k * pitch
        if not (pitch > 0).any():
            break
        shape = sum(g / (1 + ((hz - f[i]) / w) ** 2) for i, (g, w) in enumerate(((1, 110), (0.6, 130), (0.35, 180))))
        out += ((loud * (0.05 / k + shape / k**0.6) * np.sin(k * phase)) * (hz < 9000)).astype(np.float32)
    return out


def speak(files, seconds, rng, density):
    """Phrases of speech one after the other, with pauses: a rap, or somebody talking over the music."""
    out = np.zeros(int(seconds * RATE), np.float32)
    at = rng.uniform(0, 3)
    while at < seconds - 0.5:
        try:
            sound = read(rng.choice(files))
        except Exception:
            return out
        sound = sound / (np.sqrt((sound**2).mean()) + 1e-6) * 0.1
        start = int(at * RATE)
        n = min(len(sound), len(out) - start)
        out[start:start + n] += sound[:n]
        at += n / RATE + rng.expovariate(density)
    return out


def drifted(midi_path, rng, amount):
    """Rewrites the tempo of a MIDI file as a slow random walk (`amount`: its deviation), beat by beat.
    Gives the mean ratio of the tempo to the nominal one over the piece."""
    midi = mido.MidiFile(midi_path)
    merged = mido.merge_tracks(midi.tracks)
    total, tempo = 0, 500000
    for message in merged:
        total += message.time
        if message.type == "set_tempo":
            tempo = message.tempo
    n_beats = total // midi.ticks_per_beat + 1
    walk, value, slope = [], 0.0, rng.gauss(0, amount / max(20, n_beats))
    for _ in range(n_beats):
        value = 0.93 * value + rng.gauss(0, amount * 0.37)
        walk.append(value)
    walk = [1 + np.clip(w + slope * i, -0.12, 0.12) + rng.gauss(0, amount * 0.15) for i, w in enumerate(walk)]
    track = mido.MidiTrack()
    for i, ratio in enumerate(walk):
        track.append(mido.MetaMessage("set_tempo", tempo=int(tempo / ratio), time=midi.ticks_per_beat if i else 0))
    for old in midi.tracks:
        for message in list(old):
            if message.type == "set_tempo":
                later = old.index(message) + 1
                if later < len(old):
                    old[later].time += message.time
                old.remove(message)
    midi.tracks.insert(0, track)
    midi.save(midi_path)
    return n_beats / sum(1 / r for r in walk)


def split_midi(path, quiet_channels):
    """Writes the piece without some channels; gives their notes: {channel: [(at, length, note, velocity)]} in seconds."""
    midi = mido.MidiFile(path)
    notes, open_notes, now = {}, {}, 0.0
    for message in midi:
        now += message.time
        if message.type == "note_on" and message.velocity > 0:
            open_notes[(message.channel, message.note)] = (now, message.velocity)
        elif message.type in ("note_off", "note_on") and (message.channel, message.note) in open_notes:
            at, velocity = open_notes.pop((message.channel, message.note))
            notes.setdefault(message.channel, []).append((at, now - at, message.note, velocity))
    for track in midi.tracks:
        for message in track:
            if message.type == "note_on" and message.channel in quiet_channels:
                message.velocity = 0
    midi.save(path)
    return notes, now


def fluid(midi, wav, font, rng):
    subprocess.run(["fluidsynth", "-niq", "-F", str(wav), "-r", str(RATE), "-g", f"{rng.uniform(0.3, 0.7):.2f}", "-R", rng.choice(["0", "1", "1"]),
                    "-C", "0", "-o", f"synth.reverb.room-size={rng.uniform(0.1, 0.9):.2f}", "-o", f"synth.reverb.level={rng.uniform(0.1, 0.9):.2f}",
                    font, str(midi)], check=True, capture_output=True, timeout=180)
    return read(wav)


def room(sound, rng):
    """Exponentially fading noise: a hall or a small room."""
    length = rng.uniform(0.15, 1.6)
    n = int(length * RATE)
    noise = np.random.default_rng(rng.randrange(2**31)).normal(0, 1, n) * np.exp(-6.9 * np.arange(n) / n)
    noise[: int(0.005 * RATE)] = 0
    wet = fftconvolve(sound, noise)[: len(sound)]
    wet *= np.sqrt((sound**2).mean() / ((wet**2).mean() + 1e-12))
    share = rng.uniform(0.05, 0.5)
    return (1 - share) * sound + share * wet


def mixed(parts, rng):
    """parts: (sound, level in dB against the others). Each is brought to the same power first."""
    n = max(len(s) for s, _ in parts)
    out = np.zeros(n, np.float32)
    for sound, level in parts:
        power = np.sqrt((sound**2).mean())
        if power > 1e-6:
            out[: len(sound)] += sound * (0.1 / power * 10 ** (level / 20))
    return out


def worn(sound, rng):
    """Hiss, clicks of a record, and a narrow band, at random."""
    noise = np.random.default_rng(rng.randrange(2**31))
    if rng.random() < 0.5:
        sound = sound + noise.normal(0, 0.1 * 10 ** (rng.uniform(-55, -25) / 20), len(sound))
    if rng.random() < 0.15:
        for at in noise.integers(0, len(sound) - 8, int(len(sound) / RATE * rng.uniform(1, 10))):
            sound[at:at + 4] += noise.normal(0, 0.15, 4)
    return sound.astype(np.float32)
