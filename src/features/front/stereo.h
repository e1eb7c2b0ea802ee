#pragma once

#include <complex>
#include <cstddef>
#include <span>
#include <vector>

namespace attune::features {

/// Two channels as one complex signal: left is the real part, right the imaginary one. A Fourier transform of
/// it holds both spectra, and the sum of their powers needs no phase: what is in opposite phase left and
/// right is heard, which a downmix to mono would erase.
using Stereo = std::complex<float>;

/// The same numbers as left, right, left, right, ... [complex.numbers] allows it. Vectors of these are moved as memory
/// is, those of complex numbers one by one.
inline std::span<const float> parts_of(std::span<const Stereo> samples) noexcept {
    return {reinterpret_cast<const float*>(samples.data()), 2 * samples.size()};
}

/// The largest absolute value; NaN if one is. 0 for none.
float largest_size(std::span<const float> samples);

/// The samples with 0 for what is NaN, infinite, or over 40 dB above full scale, and how many were such.
struct Cleaned {
    std::span<const float> samples;
    std::size_t n_bad;
};

/// @param room  where the samples go if one of them is bad; else they stay where they are
Cleaned cleaned(std::span<const float> samples, std::vector<float>& room);

/// Any number of channels (1 to 8) folded to two: mono to both, centre to both at -3 dB, surround to its own
/// side at -3 dB, LFE left out.
/// @param interleaved  whole frames of `channels` samples, in the order of FFmpeg and WAV
/// @param room  where what is folded goes; stereo stays where it is
/// @return shape (n_frames,)
std::span<const Stereo> folded_to_stereo(std::span<const float> interleaved, std::size_t channels,
                                         std::vector<Stereo>& room);

}  // namespace attune::features
