// Prints what the ears hear in files: a line a file, tab-separated.
// usage: audio_describe tempo|metre|chroma|onsets|speed|stages|all FILE...
//   onsets: a line a band of onset strength: file, frames, a strength a frame
//   chroma: a line a segment: file, tuning, pitch classes, pitch classes of the bass
//   metre: the same with the evidence of metre
//   speed: a line a file: CPU seconds of decoding alone, with hearing, with true peaks and fingerprint, and of sound
//   stages: a line a stage, CPU milliseconds a second of sound over all files
//   tempo: a line a candidate: file, BPM, evidence (what train_tempo.py learns from)
#include "audio/decode_file.h"
#include "audio/fingerprint.h"
#include "features/front/resampler.h"
#include "features/loudness/k_weighting.h"
#include "features/loudness/true_peak.h"
#include "features/result/analyzer.h"
#include "features/result/listening.h"
#include "features/rhythm/metre_evidence.h"
#include "features/rhythm/tempo_evidence.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace attune;

struct HeardFile {
    features::Listening listening;
    std::optional<features::Resampler> resampler;
    std::vector<features::Stereo> folded;
    std::vector<features::Stereo> resampled;
    std::size_t channels = 2;

    void begin(const audio::AudioFormat& format) {
        channels = static_cast<std::size_t>(format.n_channels);
        resampler.emplace(static_cast<std::uint32_t>(format.sample_rate), features::working_rate);
    }
    void hear(std::span<const float> samples) {
        resampled.clear();
        resampler->push(features::folded_to_stereo(samples, channels, folded), resampled);
        listening.push(resampled);
    }
};

void print_tempo(const char* path, bool metre) {
    HeardFile file;
    const auto heard = audio::decode_file(path, {.begin = [&](const auto& format) { file.begin(format); },
                                                 .hear = [&](auto samples) { file.hear(samples); }});
    if (!heard) fail(heard.error().code(), "{}", heard.error().what());
    file.listening.end();
    const auto onsets = features::onset_strength(file.listening.mel(), file.listening.mel_bands().centres());
    const features::Periodicity periodicity(onsets);
    for (const auto& candidate : features::tempo_candidates(onsets, periodicity)) {
        fmt::print("{}\t{:.3f}", path, candidate.bpm());
        if (metre)
            for (const float value : features::metre_evidence(periodicity, candidate.period))
                fmt::print("\t{:.4f}", value);
        else
            for (const float value : candidate.evidence) fmt::print("\t{:.4f}", value);
        fmt::print("\n");
    }
}

/// A line a band: file, number of frames, strengths.
void print_onsets(const char* path) {
    HeardFile file;
    const auto heard = audio::decode_file(path, {.begin = [&](const auto& format) { file.begin(format); },
                                                 .hear = [&](auto samples) { file.hear(samples); }});
    if (!heard) fail(heard.error().code(), "{}", heard.error().what());
    file.listening.end();
    const auto onsets = features::onset_strength(file.listening.mel(), file.listening.mel_bands().centres());
    for (const auto& band : onsets.bands) {
        fmt::print("{}\t{}", path, band.size());
        for (const float value : band) fmt::print("\t{:.3g}", value);
        fmt::print("\n");
    }
}

void print_chroma(const char* path) {
    HeardFile file;
    const auto heard = audio::decode_file(path, {.begin = [&](const auto& format) { file.begin(format); },
                                                 .hear = [&](auto samples) { file.hear(samples); }});
    if (!heard) fail(heard.error().code(), "{}", heard.error().what());
    file.listening.end();
    const auto& pitch = file.listening.pitch();
    for (std::size_t i = 0; i < pitch.segments().size(); ++i) {
        fmt::print("{}\t{:.2f}", path, pitch.tuning_cents());
        for (const float value : features::fold_chroma(pitch.segments()[i], pitch.tuning_cents()))
            fmt::print("\t{:.4f}", value);
        for (const float value : features::fold_chroma(pitch.bass_segments()[i], pitch.tuning_cents()))
            fmt::print("\t{:.4f}", value);
        fmt::print("\n");
    }
}

void print_all(const char* path) {
    std::optional<features::Analyzer> analyzer;
    const auto heard = audio::decode_file(
        path, {.begin = [&](const auto& format) { analyzer.emplace(format.sample_rate, format.n_channels); },
               .hear = [&](auto samples) { analyzer->push(samples); }});
    if (!heard) fail(heard.error().code(), "{}", heard.error().what());
    const auto analysis = analyzer->finish();
    fmt::print("file\t{}\n", path);
    for (std::size_t i = 0; i < library::n_audio_features; ++i)
        fmt::print("{}\t{:.4f}\t{:.3f}\n", library::audio_feature_names[i].name, analysis.features.values[i],
                   analysis.confidence.values[i]);
    fmt::print("tempo_alternative\t{:.3f}\npulse\t{:.3f}\nsteadiness\t{:.3f}\nonsets_per_s\t{:.3f}\n",
               analysis.rhythm.tempo_alternative, analysis.rhythm.pulse, analysis.rhythm.steadiness,
               analysis.rhythm.onsets_per_s);
    fmt::print("tuning_cents\t{:.2f}\nkey_strength\t{:.3f}\nloudness_lufs\t{:.2f}\nrange_lu\t{:.2f}\n",
               analysis.tonality.tuning_cents, analysis.tonality.key_strength,
               analysis.loudness.integrated_lufs, analysis.loudness.range_lu);
    for (const auto& descriptor : analysis.descriptors)
        fmt::print("{}\t{:.5g}\n", descriptor.name, descriptor.value);
    for (const auto& problem : analysis.problems) fmt::print("problem\t{}\n", problem);
}

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// CPU seconds of decoding a file for these listeners, and of what they do at the end.
template <class Begin, class Hear, class Finish>
double timed(const char* path, Begin&& begin, Hear&& hear, Finish&& finish) {
    const double start = cpu_seconds();
    const auto heard = audio::decode_file(path, {.begin = begin, .hear = hear});
    if (!heard) fail(heard.error().code(), "{}", heard.error().what());
    finish(*heard);
    return cpu_seconds() - start;
}

double time_of_decoding(const char* path, double* duration_s) {
    return timed(
        path, [](const auto&) {}, [](auto) {},
        [&](const audio::Heard& heard) { *duration_s = heard.duration_s(); });
}

double time_of_hearing(const char* path, bool everything) {
    std::optional<features::Analyzer> analyzer;
    std::optional<audio::Fingerprinter> fingerprinter;
    return timed(
        path,
        [&](const audio::AudioFormat& format) {
            features::AnalyzerOptions options;
            options.true_peak = everything;
            analyzer.emplace(format.sample_rate, format.n_channels, options);
            if (everything) fingerprinter.emplace(format.sample_rate, format.n_channels);
        },
        [&](auto samples) {
            analyzer->push(samples);
            if (fingerprinter && !fingerprinter->has_enough()) fingerprinter->push(samples);
        },
        [&](const auto&) {
            analyzer->finish();
            if (fingerprinter) fingerprinter->finish();
        });
}

void print_speed(const char* path) {
    double duration_s = 0;
    const double alone = time_of_decoding(path, &duration_s);
    const double heard = time_of_hearing(path, false);
    const double everything = time_of_hearing(path, true);
    fmt::print("{}\t{:.4f}\t{:.4f}\t{:.4f}\t{:.2f}\n", path, alone, heard, everything, duration_s);
}

/// CPU seconds that each stage takes, one stage after the other, of the same sound.
struct StageTimes {
    std::vector<std::pair<std::string, double>> stages;
    double sound_s = 0;

    template <class Work>
    void time(const std::string& name, Work&& work) {
        const double start = cpu_seconds();
        work();
        const double spent = cpu_seconds() - start;
        const auto known =
            std::find_if(stages.begin(), stages.end(), [&](const auto& s) { return s.first == name; });
        if (known == stages.end())
            stages.emplace_back(name, spent);
        else
            known->second += spent;
    }
};

constexpr std::size_t block = 8192;  // samples: an even number of all channels that occur

template <class Hear>
void in_blocks(std::span<const float> samples, Hear&& hear) {
    for (; !samples.empty(); samples = samples.subspan(std::min(block, samples.size())))
        hear(samples.first(std::min(block, samples.size())));
}

void time_full_rate(const std::vector<float>& samples, const audio::AudioFormat& format, StageTimes& times) {
    const auto channels = static_cast<std::size_t>(format.n_channels);
    features::KWeighting weighting(format.sample_rate, channels);
    features::TruePeak peak(format.sample_rate, channels);
    audio::Fingerprinter fingerprinter(format.sample_rate, format.n_channels);
    times.time("loudness", [&] {
        in_blocks(samples, [&](auto part) {
            features::largest_size(part);
            weighting.push(part);
        });
    });
    times.time("true peak (if asked for)", [&] { in_blocks(samples, [&](auto part) { peak.push(part); }); });
    times.time("fingerprint (two minutes of each)", [&] {
        in_blocks(samples, [&](auto part) { fingerprinter.push(part); });
        fingerprinter.finish();
    });
}

std::vector<features::Stereo> time_resampling(const std::vector<float>& samples,
                                              const audio::AudioFormat& format, StageTimes& times) {
    features::Resampler resampler(static_cast<std::uint32_t>(format.sample_rate), features::working_rate);
    std::vector<float> room;
    std::vector<features::Stereo> stereo;
    std::vector<features::Stereo> resampled;
    resampled.reserve(samples.size());
    times.time("cleaning, folding, resampling", [&] {
        in_blocks(samples, [&](auto part) {
            const auto cleaned = features::cleaned(part, room);
            resampler.push(features::folded_to_stereo(cleaned.samples,
                                                      static_cast<std::size_t>(format.n_channels), stereo),
                           resampled);
        });
    });
    return resampled;
}

void time_frames(std::span<const features::Stereo> samples, StageTimes& times) {
    using namespace features;
    Frames shorter(short_length, short_hop);
    Frames longer(long_length, long_hop, PitchCollector::bins_needed(long_length, working_rate));
    MelBands bands(n_mels, short_length, working_rate, 27.5, 10500);
    MelHistory mel(n_mels);
    TimbreCollector timbre(short_length, working_rate);
    GlideCollector glides(short_length, working_rate, frames_per_s);
    PitchCollector pitch(long_length, working_rate);
    std::vector<std::vector<float>> spectra;
    std::vector<std::vector<Stereo>> frames;
    // The spectra of some seconds at a time: all of them would not fit the cache, nor would they on the way.
    constexpr std::size_t seconds = 4 * working_rate;
    std::vector<float> mel_power(n_mels);
    for (; !samples.empty(); samples = samples.subspan(std::min(seconds, samples.size()))) {
        const auto part = samples.first(std::min(seconds, samples.size()));
        std::size_t n = 0;
        const auto keep = [&](std::span<const float> power) {
            if (n == spectra.size()) spectra.emplace_back();
            spectra[n++].assign(power.begin(), power.end());
        };
        times.time("short frames and their spectra", [&] {
            shorter.push(part);
            while (shorter.has_frame()) keep(shorter.take());
        });
        times.time("mel bands", [&] {
            for (std::size_t i = 0; i < n; ++i) {
                bands.apply(spectra[i], mel_power);
                mel.add(mel_power);
            }
        });
        times.time("glides", [&] {
            for (std::size_t i = 0; i < n; ++i) glides.add(spectra[i]);
        });
        times.time("timbre", [&] {
            for (std::size_t i = 0; i < n; i += 8)
                timbre.add(spectra[i], part.first(std::min<std::size_t>(part.size(), short_length)));
        });
        n = 0;
        times.time("long frames and their spectra", [&] {
            longer.push(part);
            while (longer.has_frame()) keep(longer.take());
        });
        times.time("pitch", [&] {
            for (std::size_t i = 0; i < n; ++i) pitch.add(spectra[i]);
        });
    }
}

void time_stages(const char* path, StageTimes& times) {
    double duration_s = 0;
    times.time("decoding", [&] { time_of_decoding(path, &duration_s); });
    times.sound_s += duration_s;
    audio::AudioFormat format;
    std::vector<float> samples;
    std::optional<features::Analyzer> analyzer;
    timed(
        path,
        [&](const audio::AudioFormat& found) {
            format = found;
            analyzer.emplace(found.sample_rate, found.n_channels);
        },
        [&](auto part) {
            samples.insert(samples.end(), part.begin(), part.end());
            analyzer->push(part);
        },
        [&](const auto&) {
            times.time("onsets, tempo, beats, metre, key, MFCC, embedding at the end",
                       [&] { analyzer->finish(); });
        });
    time_full_rate(samples, format, times);
    time_frames(time_resampling(samples, format, times), times);
}

void print_stages(std::span<char*> paths) {
    StageTimes times;
    for (const char* path : paths) time_stages(path, times);
    for (const auto& [name, spent] : times.stages)
        fmt::print("{}\t{:.4f}\n", name, 1000 * spent / times.sound_s);
}

}  // namespace

int main(int argc, char** argv) {
    const std::string_view mode = argc > 1 ? argv[1] : "";
    if (argc < 3 || (mode != "tempo" && mode != "metre" && mode != "chroma" && mode != "onsets" &&
                     mode != "speed" && mode != "stages" && mode != "all")) {
        fmt::print(stderr, "usage: audio_describe tempo|metre|chroma|onsets|speed|stages|all FILE...\n");
        return 2;
    }
    if (mode == "stages") {
        print_stages(std::span(argv + 2, static_cast<std::size_t>(argc - 2)));
        return 0;
    }
    for (int i = 2; i < argc; ++i) try {
            if (mode == "tempo" || mode == "metre")
                print_tempo(argv[i], mode == "metre");
            else if (mode == "speed")
                print_speed(argv[i]);
            else if (mode == "chroma")
                print_chroma(argv[i]);
            else if (mode == "onsets")
                print_onsets(argv[i]);
            else
                print_all(argv[i]);
        } catch (const Error& error) {
            fmt::print(stderr, "{}: {}\n", argv[i], error.what());
        }
    return 0;
}
