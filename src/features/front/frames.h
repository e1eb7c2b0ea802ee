#pragma once

#include "features/front/stereo.h"
#include "fourier/line.h"

#include <cstddef>
#include <span>
#include <vector>

namespace attune::features {

/// Power spectra of overlapping pieces of a stream. Frame t is centred at sample t * hop_length: the stream
/// is taken to be silent before its start and after its end.
class Frames {
  public:
    /// @param frame_length  samples, a multiple of 16; @param hop_length in [1, frame_length]
    /// @param n_bins  of the spectra, the lowest, at most frame_length / 2 + 1, which 0 stands for
    Frames(std::size_t frame_length, std::size_t hop_length, std::size_t n_bins = 0);

    /// Adds samples; then take() as long as has_frame().
    void push(std::span<const Stereo> samples);

    /// Adds the silence after the end.
    void end();

    bool has_frame() const noexcept { return waiting_.size() >= 2 * (start_ + frame_length_); }

    /// The next frame's power, left and right added up, under a Hann window of sum 1 (a sine of amplitude 1
    /// in both channels has 0.5 in its bin); shape (n_bins,). Valid until the next call.
    std::span<const float> take();

    /// The samples of the frame that was taken last, without the window.
    std::span<const Stereo> samples() const noexcept {
        return {reinterpret_cast<const Stereo*>(waiting_.data()) + last_,
                frame_length_};  // [complex.numbers] allows it
    }

  private:
    std::size_t frame_length_;
    std::size_t hop_length_;
    std::vector<float> window_;
    fourier::Line fourier_;
    std::vector<float> waiting_;  // left and right by turns
    std::size_t start_ = 0;
    std::size_t last_ = 0;
    std::vector<float> power_;
};

}  // namespace attune::features
