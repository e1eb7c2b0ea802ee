#include "lab/classes/finding_genres.h"

#include "core/random.h"

#include <algorithm>
#include <numeric>

namespace attune::lab {
namespace {

using learning::ClassIndex;
using learning::Outcome;

constexpr std::size_t tracks_named = 20;
constexpr std::size_t n_bins = 10;

std::vector<CalibrationBin> calibration_of(std::span<const Outcome> outcomes) {
    std::vector<CalibrationBin> bins(n_bins);
    for (const auto& outcome : outcomes) {
        auto& bin = bins[std::min(static_cast<std::size_t>(outcome.confidence * n_bins), n_bins - 1)];
        ++bin.rows;
        bin.confidence += static_cast<double>(outcome.confidence);
        bin.accuracy += outcome.said == outcome.truth ? 1 : 0;
    }
    for (std::size_t i = 0; i < n_bins; ++i) {
        bins[i].low = static_cast<double>(i) / n_bins;
        bins[i].high = static_cast<double>(i + 1) / n_bins;
        if (bins[i].rows == 0) continue;
        bins[i].confidence /= static_cast<double>(bins[i].rows);
        bins[i].accuracy /= static_cast<double>(bins[i].rows);
    }
    return bins;
}

std::vector<SecondChance> second_chances_of(std::span<const Outcome> outcomes, std::size_t n_classes) {
    std::vector<SecondChance> chances(n_classes);
    for (const auto& outcome : outcomes) {
        auto& chance = chances[outcome.truth];
        ++chance.rows;
        chance.first += outcome.rank == 0 ? 1 : 0;
        chance.second += outcome.rank == 1 ? 1 : 0;
    }
    for (auto& chance : chances) {
        if (chance.rows == 0) continue;
        chance.first /= static_cast<double>(chance.rows);
        chance.second /= static_cast<double>(chance.rows);
        chance.by_chance = (1 - chance.first) / static_cast<double>(n_classes - 1);
    }
    return chances;
}

/// The mean probability of a class among the rows that have it: what is usual for the class. Shape
/// (n_classes,).
std::vector<double> usual_confidence(const Matrix& P, std::span<const Outcome> outcomes) {
    std::vector<double> sums(P.n_columns(), 0.0);
    std::vector<double> counts(P.n_columns(), 0.0);
    for (const auto& outcome : outcomes) {
        sums[outcome.truth] += static_cast<double>(outcome.probability);
        ++counts[outcome.truth];
    }
    for (std::size_t c = 0; c < sums.size(); ++c) sums[c] = counts[c] > 0 ? sums[c] / counts[c] : 1;
    return sums;
}

/// The rows for which `is_wanted` holds, by falling `key`; of equals in the order of the table.
template <class Wanted, class Key>
std::vector<std::size_t> rows_by(std::size_t n, const Wanted& is_wanted, const Key& key) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < n; ++i) {
        if (is_wanted(i)) rows.push_back(i);
    }
    std::ranges::stable_sort(rows, std::greater{}, key);
    return rows;
}

bool is_named_among(const std::vector<JudgedTrack>& tracks, const TrackName& name) {
    if (name.title.empty()) return false;
    return std::ranges::any_of(tracks, [&](const JudgedTrack& other) {
        return other.track.artist == name.artist && other.track.title == name.title;
    });
}

/// The first rows, of a song that has several the first.
std::vector<JudgedTrack> judged_tracks(const std::vector<std::size_t>& rows,
                                       std::span<const Outcome> outcomes, const NameRow& name) {
    std::vector<JudgedTrack> tracks;
    for (const auto i : rows) {
        if (tracks.size() == tracks_named) break;
        auto track = name ? name(i) : TrackName();
        if (is_named_among(tracks, track)) continue;
        const auto& outcome = outcomes[i];
        tracks.push_back({i, std::move(track), outcome.truth, outcome.said,
                          static_cast<double>(outcome.confidence), static_cast<double>(outcome.probability)});
    }
    return tracks;
}

}  // namespace

double least_confidence_of(const std::vector<CalibrationBin>& bins) {
    double least = 1;
    for (auto bin = bins.rbegin(); bin != bins.rend(); ++bin) {
        if (bin->rows > 0 && bin->accuracy < 0.5) break;
        if (bin->rows > 0) least = bin->low;
    }
    return least;
}

GenreFindings findings_of(const Matrix& P, std::span<const ClassIndex> labels, const NameRow& name) {
    const auto outcomes = learning::outcomes_of(P, labels);
    GenreFindings findings;
    findings.calibration = calibration_of(outcomes);
    findings.second_chances = second_chances_of(outcomes, P.n_columns());
    const auto n = outcomes.size();
    const auto confidence = [&](std::size_t i) { return outcomes[i].confidence; };
    const auto is_right = [&](std::size_t i) { return outcomes[i].said == outcomes[i].truth; };
    findings.surest_right = judged_tracks(rows_by(n, is_right, confidence), outcomes, name);
    findings.surest_wrong = judged_tracks(rows_by(
                                              n, [&](std::size_t i) { return !is_right(i); }, confidence),
                                          outcomes, name);

    const auto usual = usual_confidence(P, outcomes);
    const auto is_suspect = [&](std::size_t i) {
        return !is_right(i) && static_cast<double>(outcomes[i].confidence) >= usual[outcomes[i].said];
    };
    const auto margin = [&](std::size_t i) { return outcomes[i].confidence - outcomes[i].probability; };
    auto suspects = rows_by(n, is_suspect, margin);
    findings.n_suspects = suspects.size();
    findings.suspects = judged_tracks(suspects, outcomes, name);
    return findings;
}

}  // namespace attune::lab
