#include "features/tonal/chroma.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace attune::features {
namespace {

constexpr double lowest = 70;              // Hz: below, semitones are narrower than two bins
constexpr double highest = 2600;           // Hz: above, there are more harmonics than notes
constexpr double bass_top = 260;           // Hz, about middle C
constexpr double c0 = 16.351597831287414;  // Hz
constexpr std::size_t reach = 24;          // bins on each side: the surroundings of a peak, 65 Hz
constexpr float prominence = 1.8F;         // times the mean of the surroundings
constexpr std::size_t first_sound = 4;     // bins below are direct current, not sound
constexpr int n_harmonics = 5;
constexpr float harmonic_decay = 0.6F;
constexpr float inaudible = 1e-7F;  // mean power of a bin: -70 dB, nothing is heard

double semitone_of(double hz) { return 12 * std::log2(hz / c0); }

void add_at(FineChroma& fine, double semitone, float weight) {
    const double part = semitone * (pitch_parts / 12.0);
    const double below = std::floor(part);
    const auto share = static_cast<float>(part - below);
    const auto n = static_cast<long>(pitch_parts);
    const auto index = static_cast<std::size_t>(((static_cast<long>(below) % n) + n) % n);
    fine[index] += (1 - share) * weight;
    fine[(index + 1) % pitch_parts] += share * weight;
}

void add_frame(FineChroma& sum, const FineChroma& frame) {
    for (std::size_t i = 0; i < pitch_parts; ++i) sum[i] += frame[i];
}

}  // namespace

PitchCollector::PitchCollector(std::size_t frame_length, double sample_rate)
    : bin_width_(sample_rate / static_cast<double>(frame_length)),
      first_bin_(std::max<std::size_t>(2, static_cast<std::size_t>(lowest / bin_width_))),
      last_bin_(std::min(frame_length / 2 - 2, static_cast<std::size_t>(highest / bin_width_))),
      amplitude_(last_bin_ + 2),
      sums_(last_bin_ + 3) {}

std::size_t PitchCollector::bins_needed(std::size_t frame_length, double sample_rate) {
    return PitchCollector(frame_length, sample_rate).amplitude_.size();
}

void PitchCollector::find_peaks(std::span<const float> power) {
    peaks_.clear();
    double total = 0;
    for (std::size_t k = 0; k < amplitude_.size(); ++k) {
        amplitude_[k] = std::sqrt(power[k]);
        sums_[k + 1] = sums_[k] + amplitude_[k];
        if (k >= first_sound) total += power[k];
    }
    if (total < inaudible * static_cast<double>(reach)) return;
    double in_peaks = 0;
    for (std::size_t k = first_bin_; k <= last_bin_; ++k) {
        const float centre = amplitude_[k];
        if (centre <= amplitude_[k - 1] || centre < amplitude_[k + 1]) continue;
        const std::size_t from = k > reach ? k - reach : 0;
        const std::size_t to = std::min(amplitude_.size(), k + reach + 1);
        const auto around = static_cast<float>((sums_[to] - sums_[from]) / static_cast<double>(to - from));
        if (centre < prominence * around) continue;
        // The peak of a Hann window is a parabola on a logarithmic scale.
        const double left = std::log(amplitude_[k - 1] + 1e-12);
        const double middle = std::log(centre + 1e-12);
        const double right = std::log(amplitude_[k + 1] + 1e-12);
        const double bend = left - 2 * middle + right;
        const double shift = bend < 0 ? std::clamp(0.5 * (left - right) / bend, -0.5, 0.5) : 0;
        // How far it stands above its surroundings: drums and noise have peaks too, but low ones. For the tuning,
        // compressed: quiet voices are in tune as well as loud ones.
        const float clearness = std::min(1.0F, (centre / around - prominence) / 3 + 0.2F);
        peaks_.push_back({semitone_of((static_cast<double>(k) + shift) * bin_width_),
                          std::sqrt(centre) * clearness, centre * clearness});
        in_peaks += power[k - 1] + power[k] + power[k + 1];
    }
    tonal_ += in_peaks / total;
    ++n_heard_;
}

void PitchCollector::count(const Peak& peak) {
    const double octave_part = 2 * std::numbers::pi * (peak.semitone - std::floor(peak.semitone));
    tuning_cosine_ += peak.compressed * std::cos(octave_part);
    tuning_sine_ += peak.compressed * std::sin(octave_part);
    tuning_weight_ += peak.compressed;
    float weight = peak.weight;
    static const double bass_semitone = semitone_of(bass_top);
    static const double lowest_semitone = semitone_of(lowest) - 12;
    for (int harmonic = 1; harmonic <= n_harmonics; ++harmonic, weight *= harmonic_decay) {
        const double note = peak.semitone - 12 * std::log2(static_cast<double>(harmonic));
        if (note < lowest_semitone) break;
        add_at(frame_, note, weight);
    }
    if (peak.semitone < bass_semitone) add_at(frame_bass_, peak.semitone, peak.weight);
}

void PitchCollector::add(std::span<const float> power) {
    find_peaks(power);
    frame_.fill(0);
    frame_bass_.fill(0);
    for (const auto& peak : peaks_) count(peak);
    add_frame(segment_, frame_);
    add_frame(segment_bass_, frame_bass_);
    if (++n_in_segment_ == frames_a_segment) close_segment();
}

void PitchCollector::close_segment() {
    segments_.push_back(segment_);
    bass_segments_.push_back(segment_bass_);
    segment_.fill(0);
    segment_bass_.fill(0);
    n_in_segment_ = 0;
}

void PitchCollector::end() {
    if (n_in_segment_ > 0) close_segment();
}

float PitchCollector::tuning_cents() const {
    if (!(tuning_weight_ > 0)) return 0;
    const double cents = 100 * std::atan2(tuning_sine_, tuning_cosine_) / (2 * std::numbers::pi);
    return static_cast<float>(cents >= 50 ? cents - 100 : cents);
}

float PitchCollector::tuning_agreement() const {
    if (!(tuning_weight_ > 0)) return 0;
    return static_cast<float>(std::hypot(tuning_cosine_, tuning_sine_) / tuning_weight_);
}

float PitchCollector::tonal_share() const {
    return n_heard_ == 0 ? 0.0F : static_cast<float>(tonal_ / static_cast<double>(n_heard_));
}

Chroma fold_chroma(const FineChroma& fine, float tuning_cents) {
    constexpr double width = 28;  // cents: a note in tune counts fully, a quarter tone a fifth
    constexpr double part_cents = 1200.0 / pitch_parts;
    Chroma chroma{};
    for (std::size_t part = 0; part < pitch_parts; ++part) {
        const double cents = static_cast<double>(part) * part_cents - tuning_cents;
        const double note = std::round(cents / 100);
        const double off = (cents - 100 * note) / width;
        const auto index = static_cast<std::size_t>((static_cast<long>(note) + 24) % 12);
        chroma[index] += fine[part] * static_cast<float>(std::exp(-0.5 * off * off));
    }
    return chroma;
}

}  // namespace attune::features
