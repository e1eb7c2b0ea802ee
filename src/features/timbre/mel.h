#pragma once

#include "core/matrix.h"

#include <cstdint>
#include <span>
#include <vector>

namespace attune::features {

/// Triangular bands of equal width in mel, each a weighted mean of power.
///
/// Source: M. Slaney, "Auditory toolbox", Interval Research, 1998 (the scale: linear to 1 kHz, then
/// logarithmic).
class MelBands {
  public:
    /// @param fmin, fmax  Hz, the outer feet of the first and the last band
    MelBands(std::size_t n_mels, std::size_t frame_length, double sample_rate, double fmin, double fmax);

    std::size_t n_mels() const noexcept { return bands_.size(); }

    /// @param power  shape (frame_length / 2 + 1,)
    /// @param out    shape (n_mels,)
    void apply(std::span<const float> power, std::span<float> out) const;

    /// The frequency of each band's peak, Hz.
    const std::vector<float>& centres() const noexcept { return centres_; }

  private:
    struct Band {
        std::size_t first_bin;
        std::size_t n_bins;
        std::size_t weights;  // where they begin
    };
    std::vector<Band> bands_;
    std::vector<float> weights_;
    std::vector<float> centres_;
};

/// A mel spectrogram in hundredths of a decibel, two bytes a number: what is kept of a track until its end.
class MelHistory {
  public:
    explicit MelHistory(std::size_t n_mels) : n_mels_(n_mels) {}

    void add(std::span<const float> mel_power);

    std::size_t n_mels() const noexcept { return n_mels_; }
    std::size_t n_frames() const noexcept { return n_frames_; }

    /// Power of one band in one frame, dB, at least -320.
    float decibels(std::size_t frame, std::size_t band) const {
        return 0.01F * static_cast<float>(pages_[frame / page_frames][frame % page_frames * n_mels_ + band]);
    }

  private:
    /// Pages, since one vector that grows is there twice while it does.
    static constexpr std::size_t page_frames = 4096;

    std::size_t n_mels_;
    std::size_t n_frames_ = 0;
    std::vector<std::vector<std::int16_t>> pages_;
    std::vector<float> logarithms_;
};

}  // namespace attune::features
