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

/// The largest absolute value; NaN if one is. 0 for none.
float largest_size(std::span<const float> samples);

/// Copies samples to `out`, with 0 for what is NaN, infinite, or over 40 dB above full scale.
/// @return how many samples were such
std::size_t clean(std::span<const float> samples, std::vector<float>& out);

/// Any number of channels (1 to 8) folded to two: mono to both, centre to both at -3 dB, surround to its own
/// side at -3 dB, LFE left out.
/// @param interleaved  whole frames of `channels` samples, in the order of FFmpeg and WAV
/// @param out  what it held is lost; shape (n_frames,)
void fold_to_stereo(std::span<const float> interleaved, std::size_t channels, std::vector<Stereo>& out);

}  // namespace attune::features
