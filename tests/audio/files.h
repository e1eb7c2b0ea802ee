#pragma once

#include "audio/decode_file.h"
#include "core/random.h"
#include "source_folder.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numbers>
#include <string>
#include <vector>

/// The small samples that stand in tests/data/audio: three seconds of invented music in several formats.
inline std::filesystem::path sample(const std::string& name) {
    return attune::source_folder() / "tests/data/audio" / name;
}

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// Files that go when the test ends.
class Files {
  public:
    Files() : folder_(std::filesystem::path(testing::TempDir()) / ("audio_" + name())) {
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
    }
    Files(const Files&) = delete;
    Files& operator=(const Files&) = delete;
    ~Files() { std::filesystem::remove_all(folder_); }

    std::filesystem::path write(const std::string& name, const std::string& bytes) const {
        std::filesystem::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
        return folder_ / name;
    }
    const std::filesystem::path& folder() const { return folder_; }

  private:
    static std::string name() {
        const auto* const info = testing::UnitTest::GetInstance()->current_test_info();
        std::string name = std::string(info->test_suite_name()) + "_" + info->name();
        for (char& c : name) c = c == '/' ? '_' : c;
        return name;
    }
    std::filesystem::path folder_;
};

template <class T>
void append_little_endian(std::string& out, T value) {
    for (std::size_t i = 0; i < sizeof value; ++i)
        out += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i) & 0xFF);
}

struct WavHeader {
    std::uint32_t sample_rate = 44100;
    std::uint16_t n_channels = 1;
    std::uint16_t format = 3;  ///< 3: float, 1: integers
    std::uint16_t n_bits = 32;
    std::optional<std::uint32_t> stated_bytes =
        std::nullopt;  ///< of the data, where the header lies about it
};

inline std::string wav(const WavHeader& header, const std::string& data) {
    std::string out = "RIFF";
    const auto n_bytes = header.stated_bytes.value_or(static_cast<std::uint32_t>(data.size()));
    append_little_endian<std::uint32_t>(out, n_bytes > 0xFFFF'FF00 ? n_bytes : n_bytes + 36);
    out += "WAVEfmt ";
    append_little_endian<std::uint32_t>(out, 16);
    append_little_endian(out, header.format);
    append_little_endian(out, header.n_channels);
    append_little_endian(out, header.sample_rate);
    const auto frame = static_cast<std::uint16_t>(header.n_channels * header.n_bits / 8);
    append_little_endian(out, header.sample_rate * frame);
    append_little_endian(out, frame);
    append_little_endian(out, header.n_bits);
    out += "data";
    append_little_endian(out, n_bytes);
    return out + data;
}

inline std::string float_bytes(const std::vector<float>& values) {
    std::string out;
    for (const float value : values) append_little_endian(out, std::bit_cast<std::uint32_t>(value));
    return out;
}

/// A tone of `hz` on each of the channels, interleaved; every second channel is in opposite phase.
inline std::vector<float> tone(double hz, double seconds, int sample_rate = 44100, int n_channels = 1) {
    std::vector<float> values;
    const auto n = static_cast<std::size_t>(std::lround(seconds * sample_rate));
    for (std::size_t i = 0; i < n; ++i) {
        const double value = 0.5 * std::sin(2 * std::numbers::pi * hz * static_cast<double>(i) / sample_rate);
        for (int c = 0; c < n_channels; ++c)
            values.push_back(static_cast<float>(c % 2 == 0 ? value : -value));
    }
    return values;
}

/// A melody of `n_notes` notes that a seed chooses; noise of `noise` is added.
inline std::vector<float> melody(std::uint64_t seed, int n_notes, float noise, std::uint64_t noise_seed = 1) {
    attune::Random random(seed);
    attune::Random hiss(noise_seed);
    std::vector<float> values;
    for (int i = 0; i < n_notes; ++i) {
        const double hz = 220 * std::pow(2.0, static_cast<double>(random.below(24)) / 12);
        const auto low = tone(hz / 2, 0.25, 11025);
        const auto high = tone(hz * 3, 0.25, 11025);
        const auto note = tone(hz, 0.25, 11025);
        for (std::size_t s = 0; s < note.size(); ++s) {
            const auto random_value = static_cast<float>(hiss.below(2001)) / 1000.0F - 1.0F;
            values.push_back(0.4F * (note[s] + low[s] + high[s]) + noise * random_value);
        }
    }
    return values;
}

/// All samples of a file. Fails the test if it cannot be decoded.
struct Sound {
    attune::audio::Heard heard;
    std::vector<float> samples;
};

inline Sound sound_of(const std::filesystem::path& path, const attune::audio::DecoderOptions& options = {}) {
    Sound sound;
    const attune::audio::Listener listener{{}, [&](std::span<const float> block) {
                                               sound.samples.insert(sound.samples.end(), block.begin(),
                                                                    block.end());
                                           }};
    auto heard = attune::audio::decode_file(path, listener, options);
    EXPECT_TRUE(heard) << path << ": " << heard.error().what();
    if (heard) sound.heard = *heard;
    return sound;
}

/// Why a file cannot be decoded; empty if it can.
inline std::string trouble_with(const std::filesystem::path& path) {
    const auto heard = attune::audio::decode_file(path, {});
    return heard ? "" : heard.error().what();
}
