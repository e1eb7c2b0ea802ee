#pragma once

#include "features/analysis/moments.h"
#include "features/front/stereo.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace attune::features {

/// What is taken from each spectrum. All but zero_crossing_rate are of the power of left and right together.
enum class Timbre : std::size_t {
    spectral_centroid,  ///< Hz: centre of mass of the amplitude
    spectral_rolloff,   ///< Hz: 85 % of the power lies below
    spectral_flatness,  ///< [0, 1]: geometric over arithmetic mean of the power of 100 Hz to 8 kHz; 1 = white
                        ///< noise
    zero_crossing_rate,  ///< [0, 1]: share of samples after which the sign changes, of left + right
    high_share,          ///< [0, 1]: share of the power above 4 kHz
    low_share,           ///< [0, 1]: share of the power below 150 Hz
    contrast_1,          ///< dB between the peaks and valleys of 200 to 400 Hz, and of each octave above
    contrast_2,
    contrast_3,
    contrast_4,
    contrast_5,
};
inline constexpr std::size_t n_timbres = 11;
inline constexpr std::size_t n_contrasts = 5;

/// Mean and deviation of each Timbre over the frames in which something sounds.
///
/// Source: G. Peeters, "A large set of audio features for sound description", CUIDADO, 2004; contrast after
/// D. Jiang, L. Lu, H. Zhang, J. Tao, L. Cai, "Music type classification by spectral contrast feature", ICME
/// 2002.
class TimbreCollector {
  public:
    TimbreCollector(std::size_t frame_length, double sample_rate);

    /// @param power    shape (frame_length / 2 + 1,)
    /// @param samples  the frame itself
    void add(std::span<const float> power, std::span<const Stereo> samples);

    const Moments& of(Timbre timbre) const { return moments_[static_cast<std::size_t>(timbre)]; }

  private:
    void add_shape(std::span<const float> power, double total);
    void add_crossings(std::span<const Stereo> samples);
    void add_flatness(std::span<const float> power);
    void add_contrasts(std::span<const float> power);
    void add(Timbre timbre, double value) { moments_[static_cast<std::size_t>(timbre)].add(value); }
    std::size_t bin_of(double hz) const;

    double bin_width_;
    std::size_t n_bins_;
    double loudest_ = 0;
    std::vector<float> room_;
    std::vector<float> ones_;
    std::array<Moments, n_timbres> moments_;
};

}  // namespace attune::features
