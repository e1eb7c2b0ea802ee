#include "features/rhythm/periodicity.h"

#include "features/front/stereo.h"
#include "fourier/line.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace attune::features {
namespace {

constexpr std::size_t hop = Periodicity::window_length / 2;
constexpr double quiet = 0.02;  // of the track's mean power of onsets: such a window has no say

/// Correlations of the bands of a window with themselves, then of onset_pairs.
constexpr std::size_t n_correlations = n_onset_bands + onset_pairs.size();

struct Correlations {
    std::array<std::vector<float>, n_correlations> lags;  // normalised; empty where nothing begins
};

class Correlator {
  public:
    /// @param pieces  at most window_length frames, one length; a band that is not heard is empty
    Correlations of(const std::array<std::span<const float>, n_onset_bands>& pieces) {
        std::size_t length = 0;
        for (const auto piece : pieces) length = std::max(length, piece.size());
        for (std::size_t band = 0; band < n_onset_bands; band += 2)
            transform_two(pieces[band],
                          band + 1 < n_onset_bands ? pieces[band + 1] : std::span<const float>{}, band);
        Correlations found;
        for (std::size_t band = 0; band < n_onset_bands; ++band) heard_[band] = !pieces[band].empty();
        for (std::size_t i = 0; i < n_correlations; i += 2) correlate_two(i, length, found);
        return found;
    }

  private:
    static constexpr std::size_t size = 2 * Periodicity::window_length;

    /// The spectra of two real signals from one transform.
    void transform_two(std::span<const float> first, std::span<const float> second, std::size_t band) {
        const auto values = fourier_.values();
        std::fill(values.begin(), values.end(), Stereo{});
        const float mean = mean_of(first);
        const float other_mean = mean_of(second);
        for (std::size_t t = 0; t < first.size(); ++t) values[t].real(first[t] - mean);
        for (std::size_t t = 0; t < second.size(); ++t) values[t].imag(second[t] - other_mean);
        fourier_.run();
        for (std::size_t k = 0; k < size; ++k) {
            const Stereo mirrored = std::conj(values[(size - k) % size]);
            spectra_[band][k] = 0.5F * (values[k] + mirrored);
            if (band + 1 < n_onset_bands) spectra_[band + 1][k] = Stereo{0, -0.5F} * (values[k] - mirrored);
        }
    }

    /// What the spectra of two bands share: even and real, so that two go through one transform.
    static std::pair<std::size_t, std::size_t> bands_of(std::size_t correlation) {
        if (correlation < n_onset_bands) return {correlation, correlation};
        const auto& [first, second] = onset_pairs[correlation - n_onset_bands];
        return {static_cast<std::size_t>(first), static_cast<std::size_t>(second)};
    }

    float shared(std::size_t correlation, std::size_t k) const {
        const auto [first, second] = bands_of(correlation);
        const auto& a = spectra_[first][k];
        const auto& b = spectra_[second][k];
        return a.real() * b.real() + a.imag() * b.imag();
    }

    void correlate_two(std::size_t first, std::size_t length, Correlations& found) {
        const bool has_second = first + 1 < n_correlations;
        const auto values = fourier_.values();
        for (std::size_t k = 0; k < size; ++k)
            values[k] = {shared(first, k), has_second ? shared(first + 1, k) : 0.0F};
        fourier_.run();  // the spectra are even: forward is backward
        for (std::size_t i = first; i < first + (has_second ? 2 : 1); ++i) {
            const auto value = [&](std::size_t lag) {
                return static_cast<double>(i == first ? values[lag].real() : values[lag].imag());
            };
            if (i < n_onset_bands) powers_[i] = value(0);
            const auto [a, b] = bands_of(i);
            const double power = std::sqrt(powers_[a] * powers_[b]);
            if (!heard_[a] || !heard_[b] || !(power > 0)) continue;
            const auto n = static_cast<double>(length);
            auto& lags = found.lags[i];
            lags.assign(Periodicity::n_lags, 0.0F);
            for (std::size_t lag = 0; lag < std::min(lags.size(), length * 3 / 4); ++lag)
                lags[lag] = static_cast<float>(value(lag) / power * n / (n - static_cast<double>(lag)));
        }
    }

    static float mean_of(std::span<const float> piece) {
        double sum = 0;
        for (const float value : piece) sum += value;
        return piece.empty() ? 0.0F : static_cast<float>(sum / static_cast<double>(piece.size()));
    }

    fourier::Line fourier_{size};
    std::array<std::vector<Stereo>, n_onset_bands> spectra_{
        std::vector<Stereo>(size), std::vector<Stereo>(size), std::vector<Stereo>(size),
        std::vector<Stereo>(size), std::vector<Stereo>(size)};
    std::array<double, n_onset_bands> powers_{};
    std::array<bool, n_onset_bands> heard_{};
};

double power_of(std::span<const float> piece) {
    double sum = 0;
    for (const float value : piece) sum += static_cast<double>(value) * value;
    return sum / static_cast<double>(piece.size());
}

/// Between frames: a line.
float value_at(const std::vector<float>& lags, double lag) {
    const auto below = static_cast<std::size_t>(std::max(0.0, lag));
    if (below + 1 >= lags.size()) return 0;
    const auto share = static_cast<float>(lag - static_cast<double>(below));
    return lags[below] + share * (lags[below + 1] - lags[below]);
}

float highest_near(const std::vector<float>& lags, double lag, double tolerance) {
    const double reach = std::max(1.0, tolerance * lag);
    float highest = value_at(lags, lag);
    for (double other = std::max(0.0, std::ceil(lag - reach)); other <= lag + reach; ++other)
        highest = std::max(highest, value_at(lags, other));
    return highest;
}

}  // namespace

Periodicity::Periodicity(const OnsetStrength& onsets) {
    for (auto& lags : lags_) lags.assign(n_lags, 0.0F);
    for (auto& lags : pair_lags_) lags.assign(n_lags, 0.0F);
    const std::size_t n = onsets.of(OnsetBand::all).size();
    if (n < 4) return;
    Correlator correlator;
    std::array<std::size_t, n_correlations> counts{};
    std::array<double, n_onset_bands> powers{};
    for (std::size_t band = 0; band < n_onset_bands; ++band) powers[band] = power_of(onsets.bands[band]);
    const auto sum_of = [&](std::size_t i) -> std::vector<float>& {
        return i < n_onset_bands ? lags_[i] : pair_lags_[i - n_onset_bands];
    };
    for (std::size_t start = 0; start == 0 || start + window_length <= n; start += hop) {
        const std::size_t length = std::min(window_length, n - start);
        std::array<std::span<const float>, n_onset_bands> pieces;
        for (std::size_t band = 0; band < n_onset_bands; ++band) {
            const auto piece = std::span(onsets.bands[band]).subspan(start, length);
            if (power_of(piece) > quiet * powers[band]) pieces[band] = piece;
        }
        auto found = correlator.of(pieces);
        for (std::size_t i = 0; i < n_correlations; ++i) {
            for (std::size_t lag = 0; lag < found.lags[i].size(); ++lag) sum_of(i)[lag] += found.lags[i][lag];
            counts[i] += found.lags[i].empty() ? 0 : 1;
        }
        windows_.push_back(std::move(found.lags[static_cast<std::size_t>(OnsetBand::all)]));
    }
    for (std::size_t i = 0; i < n_correlations; ++i)
        for (float& value : sum_of(i)) value /= static_cast<float>(std::max<std::size_t>(1, counts[i]));
}

float Periodicity::near(OnsetBand band, double lag, double tolerance) const {
    return highest_near(lags_[static_cast<std::size_t>(band)], lag, tolerance);
}

float Periodicity::near(std::size_t pair, double lag, double tolerance) const {
    return highest_near(pair_lags_[pair], lag, tolerance);
}

double Periodicity::peak_near(OnsetBand band, double lag, double tolerance) const {
    const auto& lags = lags_[static_cast<std::size_t>(band)];
    const double reach = std::max(1.0, tolerance * lag);
    const auto first = static_cast<std::size_t>(std::max(1.0, std::ceil(lag - reach)));
    const auto last = std::min(lags.size() - 2, static_cast<std::size_t>(lag + reach));
    if (first > last) return lag;
    std::size_t best = first;
    for (std::size_t l = first; l <= last; ++l)
        if (lags[l] > lags[best]) best = l;
    const double left = lags[best - 1];
    const double centre = lags[best];
    const double right = lags[best + 1];
    const double bend = left - 2 * centre + right;
    const double shift = bend < 0 ? std::clamp(0.5 * (left - right) / bend, -0.5, 0.5) : 0;
    return static_cast<double>(best) + shift;
}

}  // namespace attune::features
