#pragma once

#include "core/random.h"
#include "features/result/analyzer.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <cstddef>
#include <numbers>
#include <span>
#include <vector>

/// Small instruments, mono at 22.05 kHz, for what the tests say about sound.
namespace attune::features::signals {

inline constexpr double rate = 22050;
using Signal = std::vector<float>;

inline Signal silence(double seconds) { return Signal(static_cast<std::size_t>(seconds * rate), 0.0F); }

/// Adds `sound` at a moment, as far as it fits.
inline void put(Signal& into, double at_s, const Signal& sound, float gain = 1) {
    const auto start = static_cast<std::size_t>(std::lround(at_s * rate));
    for (std::size_t i = 0; i < sound.size() && start + i < into.size(); ++i)
        into[start + i] += gain * sound[i];
}

/// A tone of `n_harmonics` (the k-th at 1/k) that fades with `decay` nepers a second.
inline Signal tone(double hz, double seconds, double decay = 3, int n_harmonics = 6) {
    Signal signal = silence(seconds);
    for (int k = 1; k <= n_harmonics && k * hz < 0.45 * rate; ++k) {
        // A sine by rotation: the tests make minutes of them.
        const auto turn = std::polar(1.0, 2 * std::numbers::pi * k * hz / rate);
        std::complex<double> at(0.2 / k, 0);
        for (float& sample : signal) {
            sample += static_cast<float>(at.imag());
            at = {at.real() * turn.real() - at.imag() * turn.imag(),
                  at.real() * turn.imag() + at.imag() * turn.real()};
        }
    }
    const double fade = std::exp(-decay / rate);
    double level = 1;
    for (std::size_t i = 0; i < signal.size(); ++i, level *= fade) {
        const double t = static_cast<double>(i) / rate;
        // Five milliseconds to begin and to end: an edge would be a click.
        signal[i] *= static_cast<float>(level * std::min({1.0, t / 0.005, (seconds - t) / 0.005}));
    }
    return signal;
}

inline double hz_of(int midi_note, double a4 = 440) { return a4 * std::exp2((midi_note - 69) / 12.0); }

inline Signal noise(double seconds, double decay, std::uint64_t seed) {
    Random random(seed);
    Signal signal = silence(seconds);
    for (std::size_t i = 0; i < signal.size(); ++i)
        signal[i] =
            static_cast<float>((2 * random.uniform() - 1) * std::exp(-decay * static_cast<double>(i) / rate));
    return signal;
}

inline Signal click() { return tone(1500, 0.02, 200, 1); }
inline Signal kick() {
    Signal signal = silence(0.18);
    for (std::size_t i = 0; i < signal.size(); ++i) {
        const double t = static_cast<double>(i) / rate;
        signal[i] =
            static_cast<float>(0.9 * std::sin(2 * std::numbers::pi * (50 * t + 3 * (1 - std::exp(-40 * t)))) *
                               std::exp(-18 * t));
    }
    return signal;
}
inline Signal snare() {
    Signal signal = noise(0.15, 25, 3);
    for (float& sample : signal) sample *= 0.5F;
    put(signal, 0, tone(190, 0.15, 20, 1), 2);
    return signal;
}
inline Signal hat() {
    Signal signal = noise(0.05, 90, 5);
    for (std::size_t i = signal.size() - 1; i > 0; --i) signal[i] = 0.25F * (signal[i] - signal[i - 1]);
    return signal;
}

/// Clicks at these moments.
inline Signal clicks(const std::vector<double>& moments, double seconds, const Signal& sound = click()) {
    Signal signal = silence(seconds);
    for (const double moment : moments) put(signal, moment, sound);
    return signal;
}
inline std::vector<double> every(double period, double seconds, double from = 0) {
    std::vector<double> moments;
    for (double t = from; t < seconds; t += period) moments.push_back(t);
    return moments;
}

/// A bar of drums, again and again: a mark a step in each line, '.' for nothing.
struct Pattern {
    const char* kick;
    const char* snare;
    const char* hat;
};
inline Signal drums(const Pattern& pattern, double step_s, double seconds) {
    Signal signal = silence(seconds);
    const auto play = [&](const char* line, const Signal& sound, float gain) {
        const std::size_t n = std::char_traits<char>::length(line);
        for (std::size_t i = 0; n > 0 && static_cast<double>(i) * step_s < seconds; ++i)
            if (line[i % n] != '.') put(signal, static_cast<double>(i) * step_s, sound, gain);
    };
    play(pattern.kick, kick(), 0.7F);
    play(pattern.snare, snare(), 0.5F);
    play(pattern.hat, hat(), 0.4F);
    return signal;
}
inline constexpr Pattern rock{"x.......x.......", "....x.......x...", "x.x.x.x.x.x.x.x."};

/// Chords in close position, each `seconds_each` long, above notes of an octave from C4.
struct Triad {
    int root;  ///< pitch class
    bool minor;
};
inline Signal chords(const std::vector<Triad>& progression, double seconds_each, double seconds,
                     double a4 = 440, double decay = 1.5) {
    Signal signal = silence(seconds);
    for (std::size_t i = 0; static_cast<double>(i) * seconds_each < seconds; ++i) {
        const auto triad = progression[i % progression.size()];
        const double at = static_cast<double>(i) * seconds_each;
        for (const int interval : {0, triad.minor ? 3 : 4, 7})
            put(signal, at, tone(hz_of(60 + (triad.root + interval) % 12, a4), seconds_each, decay));
        put(signal, at, tone(hz_of(36 + triad.root, a4), seconds_each, decay), 1.2F);
    }
    return signal;
}
/// I IV V I or i iv v i from a tonic.
inline Signal cadence(int tonic, bool minor, double seconds, double a4 = 440, double seconds_each = 1) {
    const auto at = [&](int step) { return Triad{(tonic + step) % 12, minor}; };
    return chords({at(0), at(5), at(7), at(0)}, seconds_each, seconds, a4);
}

inline Signal mixed(Signal a, const Signal& b, float gain = 1) {
    put(a, 0, b, gain);
    return a;
}
inline Signal scaled(Signal signal, float gain) {
    for (float& sample : signal) sample *= gain;
    return signal;
}
/// Overdriven, as loud as before.
inline Signal distorted(Signal signal, float drive) {
    double before = 0;
    double after = 0;
    for (float& sample : signal) {
        before += static_cast<double>(sample) * sample;
        sample = std::tanh(drive * sample);
        after += static_cast<double>(sample) * sample;
    }
    return scaled(std::move(signal), static_cast<float>(std::sqrt(before / std::max(after, 1e-12))));
}

/// A voice that sings: a tone with vibrato and vowels that change, gliding from note to note.
inline Signal singing(double seconds, std::uint64_t seed) {
    Random random(seed);
    Signal signal = silence(seconds);
    double phase = 0;
    double pitch = 220;
    double target = 220;
    double vowel = 500;
    for (std::size_t i = 0; i < signal.size(); ++i) {
        const double t = static_cast<double>(i) / rate;
        if (i % 7000 == 0) {
            target = hz_of(55 + static_cast<int>(random.below(12)));
            vowel = 350 + 500 * random.uniform();
        }
        pitch += (target - pitch) * 0.0008;
        const double hz = pitch * (1 + 0.02 * std::sin(2 * std::numbers::pi * 5.5 * t));
        phase += hz / rate;
        double sum = 0;
        for (int k = 1; k <= 12; ++k)
            sum += (std::exp(-std::pow((k * hz - vowel) / 250, 2)) + 0.05) *
                   std::sin(2 * std::numbers::pi * k * phase);
        signal[i] = static_cast<float>(0.25 * sum * std::fabs(std::sin(std::numbers::pi * t / 0.64)));
    }
    return signal;
}

/// Somebody who talks: voiced syllables whose pitch and vowel glide, hisses between them, pauses between phrases.
inline Signal speech(double seconds, std::uint64_t seed) {
    Random random(seed);
    Signal signal = silence(seconds);
    double phase = 0;
    for (double at = 0.1; at < seconds;) {
        const int n_syllables = 4 + static_cast<int>(random.uniform() * 8);
        for (int syllable = 0; syllable < n_syllables && at < seconds; ++syllable) {
            const double length = 0.12 + 0.12 * random.uniform();
            const double pitch = 95 + 70 * random.uniform();
            const double glide = -60 + 90 * random.uniform();
            const double vowel = 350 + 450 * random.uniform();
            const double second = 900 + 1400 * random.uniform();
            const auto n = static_cast<std::size_t>(length * rate);
            const auto start = static_cast<std::size_t>(at * rate);
            for (std::size_t i = 0; i < n && start + i < signal.size(); ++i) {
                const double along = static_cast<double>(i) / static_cast<double>(n);
                const double hz = pitch + glide * along;
                phase += hz / rate;
                double sum = 0;
                for (int k = 1; k * hz < 4000; ++k) {
                    const double f = k * hz;
                    const double shape = std::exp(-std::pow((f - vowel) / 180, 2)) +
                                         0.5 * std::exp(-std::pow((f - second) / 250, 2)) + 0.02;
                    sum += shape * std::sin(2 * std::numbers::pi * k * phase);
                }
                signal[start + i] += static_cast<float>(0.2 * sum * std::sin(std::numbers::pi * along));
            }
            at += length;
            if (random.uniform() < 0.4) {
                put(signal, at - 0.03, noise(0.07, 10, seed + static_cast<std::uint64_t>(at * 1000)), 0.08F);
                at += 0.05;
            }
            at += 0.02 + 0.04 * random.uniform();
        }
        at += 0.25 + 0.5 * random.uniform();
    }
    return signal;
}

/// A crowd that claps: thousands of short noises at moments of their own.
inline Signal applause(double seconds, std::uint64_t seed) {
    Random random(seed);
    Signal signal = silence(seconds);
    const Signal clap = noise(0.012, 250, seed);
    for (int i = 0; i < static_cast<int>(300 * seconds); ++i)
        put(signal, random.uniform() * seconds, clap, static_cast<float>(0.05 + 0.15 * random.uniform()));
    return signal;
}

/// What the analyzer says of a signal, played on one channel.
inline TrackAnalysis analysed(const Signal& signal, const AnalyzerOptions& options = {}) {
    Analyzer analyzer(rate, 1, options);
    analyzer.push(signal);
    return analyzer.finish();
}

inline float value_of(const TrackAnalysis& analysis, library::AudioFeature feature) {
    return analysis.features[feature];
}

}  // namespace attune::features::signals
