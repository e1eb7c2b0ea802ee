// Prints what the ears hear in files: a line a file, tab-separated.
// usage: audio_describe tempo|metre|chroma|onsets|speed|all FILE...
//   onsets: a line a band of onset strength: file, frames, a strength a frame
//   chroma: a line a segment: file, tuning, pitch classes, pitch classes of the bass
//   metre: the same with the evidence of metre
//   tempo: a line a candidate: file, BPM, evidence (what train_tempo.py learns from)
#include "audio/decode_file.h"
#include "features/analyzer.h"
#include "features/listening.h"
#include "features/metre_evidence.h"
#include "features/resampler.h"
#include "features/tempo_evidence.h"

#include <fmt/format.h>

#include <cstdio>
#include <ctime>
#include <optional>
#include <string_view>

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

/// Seconds of sound a CPU second: of decoding alone, and of decoding and hearing.
void print_speed(const char* path) {
    std::optional<features::Analyzer> analyzer;
    double start = cpu_seconds();
    const auto decoded = audio::decode_file(path, {.begin = [](const auto&) {}, .hear = [](auto) {}});
    if (!decoded) fail(decoded.error().code(), "{}", decoded.error().what());
    const double alone = cpu_seconds() - start;
    start = cpu_seconds();
    const auto heard = audio::decode_file(
        path, {.begin = [&](const auto& format) { analyzer.emplace(format.sample_rate, format.n_channels); },
               .hear = [&](auto samples) { analyzer->push(samples); }});
    const double pushed = cpu_seconds() - start;
    const auto analysis = analyzer->finish();
    const double all = cpu_seconds() - start;
    fmt::print("{}\t{:.1f} s\tdecode {:.0f} x\tdecode and hear {:.0f} x\tratio {:.2f} (at the end {:.2f})\n",
               path, analysis.duration_s, analysis.duration_s / alone, analysis.duration_s / all, all / alone,
               (all - pushed) / alone);
}

}  // namespace

int main(int argc, char** argv) {
    const std::string_view mode = argc > 1 ? argv[1] : "";
    if (argc < 3 || (mode != "tempo" && mode != "metre" && mode != "chroma" && mode != "onsets" &&
                     mode != "speed" && mode != "all")) {
        fmt::print(stderr, "usage: audio_describe tempo|metre|chroma|onsets|speed|all FILE...\n");
        return 2;
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
