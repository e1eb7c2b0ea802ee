#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace attune::features {

/// Finds what glides: partials between 250 and 3,500 Hz whose pitch moves steadily for five short frames (46 ms), as that
/// of voices does all the time, by vibrato, from note to note and in every spoken syllable. Struck, plucked and blown
/// notes hold theirs, and the peaks of noise jump.
///
/// Source: our own reading; partials as in R. McAulay, T. Quatieri, "Speech analysis/synthesis based on a sinusoidal
/// representation", IEEE TASSP 34(4), 1986; vibrato as a mark of singing after L. Regnier, G. Peeters, "Singing voice
/// detection in music tracks using direct voice vibrato detection", ICASSP 2009.
class GlideCollector {
  public:
    /// @param frame_length  samples of a frame; @param frames_per_s  of the frames that come
    GlideCollector(std::size_t frame_length, double sample_rate, double frames_per_s);

    /// @param power  of the next frame, shape (frame_length / 2 + 1,)
    void add(std::span<const float> power);

    /// Of all that stands out of the spectra, the share that glides; 0 if nothing stands out.
    float gliding_share() const noexcept;

  private:
    static constexpr std::size_t n_pitches = 5;
    struct Partial {
        std::size_t bin;
        std::size_t n_frames;                // for which it has been followed
        std::array<float, n_pitches> pitch;  // cents, the newest last
    };
    void find_peaks();
    void follow(std::size_t bin);
    bool glides(const Partial& partial) const;

    double bin_width_;
    std::size_t first_bin_;
    std::size_t last_bin_;
    float steepness_;  // cents a frame from which on it counts
    std::vector<float> amplitude_;
    std::vector<float> logarithms_;    // of power, base 2
    std::vector<float> cents_of_bin_;  // above bin 1
    std::vector<float> sums_;
    std::vector<std::size_t> peaks_;
    std::vector<Partial> before_;
    std::vector<Partial> now_;
    float loudest_ = 0;
    double gliding_ = 0;
    double all_ = 0;
};

}  // namespace attune::features
