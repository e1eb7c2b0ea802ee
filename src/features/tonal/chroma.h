#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace attune::features {

/// Parts of an octave in which pitch is kept until the tuning is known: 20 cents each; part 0 is centred at
/// C.
inline constexpr std::size_t pitch_parts = 60;

/// Pitches of one piece of music, by part of the octave.
using FineChroma = std::array<float, pitch_parts>;

/// Pitches of one piece of music, by pitch class, C first.
using Chroma = std::array<float, 12>;

/// Collects pitch from power spectra: spectral peaks, each at its own frequency to a part of a bin,
/// held against their surroundings, and counted for the notes of which they may be harmonics.
///
/// Source: E. Gomez, "Tonal description of music audio signals", PhD thesis, UPF, 2006.
class PitchCollector {
  public:
    /// Frames that are added up to one segment: 1.5 s.
    static constexpr std::size_t frames_a_segment = 8;

    PitchCollector(std::size_t frame_length, double sample_rate);

    /// How many bins it looks at, from the lowest.
    static std::size_t bins_needed(std::size_t frame_length, double sample_rate);

    /// @param power  at least bins_needed()
    void add(std::span<const float> power);
    void end();

    const std::vector<FineChroma>& segments() const noexcept { return segments_; }

    /// The same of notes below 260 Hz: the bass.
    const std::vector<FineChroma>& bass_segments() const noexcept { return bass_segments_; }

    /// Cents of A4 against 440 Hz, in [-50, 50): where the peaks lie between semitones, on average.
    float tuning_cents() const;

    /// How far peaks agree on the tuning: 0 none, 1 all.
    float tuning_agreement() const;

    /// Share of the power that stands in peaks, mean over the frames: 1 for tones, 0 for noise and silence.
    float tonal_share() const;

  private:
    struct Peak {
        double semitone;  // above C0
        float compressed;
        float weight;
    };
    void find_peaks(std::span<const float> power);
    void count(const Peak& peak);
    void close_segment();

    double bin_width_;
    std::size_t first_bin_;
    std::size_t last_bin_;
    std::vector<float> amplitude_;
    std::vector<double> sums_;
    std::vector<Peak> peaks_;
    FineChroma frame_{};
    FineChroma frame_bass_{};
    FineChroma segment_{};
    FineChroma segment_bass_{};
    std::size_t n_in_segment_ = 0;
    std::vector<FineChroma> segments_;
    std::vector<FineChroma> bass_segments_;
    double tuning_cosine_ = 0;
    double tuning_sine_ = 0;
    double tuning_weight_ = 0;
    double tonal_ = 0;
    std::size_t n_heard_ = 0;
};

/// The pitch classes of a piece in a tuning: parts that lie between two classes count for neither fully.
Chroma fold_chroma(const FineChroma& fine, float tuning_cents);

}  // namespace attune::features
