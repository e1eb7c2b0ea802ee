#include "features/front/stereo.h"

#include "features/front/loops.h"

#include <array>
#include <bit>
#include <cmath>

namespace attune::features {
namespace {

constexpr float half_power = 0.70710678F;
constexpr std::size_t most_channels = 8;

struct Share {
    float left;
    float right;
};
constexpr Share to_left{1, 0};
constexpr Share to_right{0, 1};
constexpr Share to_both{half_power, half_power};
constexpr Share left_surround{half_power, 0};
constexpr Share right_surround{0, half_power};
constexpr Share to_none{0, 0};

using Layout = std::array<Share, most_channels>;

// The default layouts of FFmpeg (libavutil/channel_layout) for 3 to 8 channels.
constexpr std::array<Layout, most_channels + 1> layouts{{
    {},
    {},
    {to_left, to_right},
    {to_left, to_right, to_none},                                                   // 2.1
    {to_left, to_right, to_both, to_both},                                          // 4.0: back centre
    {to_left, to_right, to_both, left_surround, right_surround},                    // 5.0
    {to_left, to_right, to_both, to_none, left_surround, right_surround},           // 5.1
    {to_left, to_right, to_both, to_none, to_both, left_surround, right_surround},  // 6.1
    {to_left, to_right, to_both, to_none, left_surround, right_surround, left_surround,
     right_surround},  // 7.1
}};

// What is louder than +40 dB over full scale is damage too: its square would drown everything.
constexpr float loudest = 100;

Stereo folded(const float* frame, std::size_t channels) {
    float left = 0;
    float right = 0;
    for (std::size_t channel = 0; channel < channels; ++channel) {
        left += frame[channel] * layouts[channels][channel].left;
        right += frame[channel] * layouts[channels][channel].right;
    }
    return {left, right};
}

}  // namespace

float largest_size(std::span<const float> samples) {
    return std::bit_cast<float>(loops().largest_bits(samples.data(), samples.size()));
}

Cleaned cleaned(std::span<const float> samples, std::vector<float>& room) {
    if (largest_size(samples) <= loudest) return {samples, 0};
    room.assign(samples.begin(), samples.end());
    std::size_t n_bad = 0;
    for (float& sample : room) {
        if (std::fabs(sample) <= loudest) continue;
        sample = 0;
        ++n_bad;
    }
    return {room, n_bad};
}

std::span<const Stereo> folded_to_stereo(std::span<const float> interleaved, std::size_t channels,
                                         std::vector<Stereo>& room) {
    const std::size_t n_frames = interleaved.size() / channels;
    const float* frame = interleaved.data();
    if (channels == 2)
        return {reinterpret_cast<const Stereo*>(frame), n_frames};  // [complex.numbers] allows it
    room.resize(n_frames);
    if (channels == 1) {
        for (std::size_t t = 0; t < n_frames; ++t) room[t] = {frame[t], frame[t]};
    } else {
        for (std::size_t t = 0; t < n_frames; ++t, frame += channels) room[t] = folded(frame, channels);
    }
    return room;
}

}  // namespace attune::features
