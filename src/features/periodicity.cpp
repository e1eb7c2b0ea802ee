#include "features/periodicity.h"

#include "features/fourier.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace attune::features {
namespace {

constexpr std::size_t hop = Periodicity::window_length / 2;
constexpr double quiet = 0.02;  // of the track's mean power of onsets: such a window has no say

class Autocorrelation {
  public:
    /// Adds up what pieces of one length give; `piece` is at most window_length frames.
    /// @return the normalised autocorrelation; empty if nothing begins here
    std::vector<float> of(std::span<const float> piece) {
        double mean = 0;
        for (const float value : piece) mean += value;
        mean /= static_cast<double>(piece.size());
        const auto values = fourier_.values();
        std::fill(values.begin(), values.end(), Stereo{});
        for (std::size_t t = 0; t < piece.size(); ++t) values[t] = piece[t] - static_cast<float>(mean);
        fourier_.run();
        for (auto& value : values) value = value.real() * value.real() + value.imag() * value.imag();
        fourier_.run();  // the spectrum is even: forward is backward
        std::vector<float> lags(Periodicity::n_lags, 0.0F);
        const double power = values[0].real();
        if (!(power > 0)) return {};
        const auto n = static_cast<double>(piece.size());
        for (std::size_t lag = 0; lag < std::min(lags.size(), piece.size() * 3 / 4); ++lag)
            lags[lag] = static_cast<float>(values[lag].real() / power * n / (n - static_cast<double>(lag)));
        return lags;
    }

  private:
    Fourier fourier_{2 * Periodicity::window_length};
};

double power_of(std::span<const float> piece) {
    double sum = 0;
    for (const float value : piece) sum += static_cast<double>(value) * value;
    return sum / static_cast<double>(piece.size());
}

}  // namespace

Periodicity::Periodicity(const OnsetStrength& onsets) {
    for (auto& lags : lags_) lags.assign(n_lags, 0.0F);
    const std::size_t n = onsets.of(OnsetBand::all).size();
    if (n < 4) return;
    Autocorrelation autocorrelation;
    std::array<std::size_t, n_onset_bands> counts{};
    std::array<double, n_onset_bands> powers{};
    for (std::size_t band = 0; band < n_onset_bands; ++band) powers[band] = power_of(onsets.bands[band]);
    for (std::size_t start = 0; start == 0 || start + window_length <= n; start += hop) {
        const std::size_t length = std::min(window_length, n - start);
        for (std::size_t band = 0; band < n_onset_bands; ++band) {
            const auto piece = std::span(onsets.bands[band]).subspan(start, length);
            const bool heard = power_of(piece) > quiet * powers[band];
            auto lags = heard ? autocorrelation.of(piece) : std::vector<float>{};
            for (std::size_t lag = 0; lag < lags.size(); ++lag) lags_[band][lag] += lags[lag];
            counts[band] += lags.empty() ? 0 : 1;
            if (band == static_cast<std::size_t>(OnsetBand::all)) windows_.push_back(std::move(lags));
        }
    }
    for (std::size_t band = 0; band < n_onset_bands; ++band)
        for (float& value : lags_[band]) value /= static_cast<float>(std::max<std::size_t>(1, counts[band]));
}

float Periodicity::at(OnsetBand band, double lag) const {
    const auto& lags = lags_[static_cast<std::size_t>(band)];
    const auto below = static_cast<std::size_t>(std::max(0.0, lag));
    if (below + 1 >= lags.size()) return 0;
    const auto share = static_cast<float>(lag - static_cast<double>(below));
    return lags[below] + share * (lags[below + 1] - lags[below]);
}

float Periodicity::near(OnsetBand band, double lag, double tolerance) const {
    const double reach = std::max(1.0, tolerance * lag);
    float highest = at(band, lag);
    for (double other = std::ceil(lag - reach); other <= lag + reach; ++other)
        highest = std::max(highest, at(band, other));
    return highest;
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
