#include "recommend/scoring.h"

#include "core/error.h"
#include "taste/evidence.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace attune::recommend {
namespace {

using library::TrackIndex;

// How many tracks the full models look at; the rest cannot come near the top of a list of hundreds.
constexpr std::size_t close_look = 4000;
constexpr double labels_until_half = 15;
// A dial turned all the way moves a track by this many standard deviations of what it turns.
constexpr double dial_reach = 2;
constexpr float popularity_when_missing = 35;

std::vector<std::size_t> evidence_indices() {
    std::vector<std::size_t> indices(taste::evidence_columns().size());
    std::iota(indices.begin(), indices.end(), std::size_t{0});
    return indices;
}

float familiarity_of(std::span<const float> row) {
    static const std::size_t column = taste::evidence_column("artist_heard");
    return row[column];
}

float popularity_of(std::span<const float> row) {
    static const std::size_t column = taste::evidence_column("popularity");
    return is_missing(row[column]) ? popularity_when_missing : row[column];
}

}  // namespace

Scorer::Scorer(const taste::TasteTable& table, const taste::TasteModel& taste, const ReplayRanker& replay,
               std::size_t n_labels, const Dials& dials, std::size_t threads)
    : table_(table),
      taste_(taste),
      replay_(replay),
      dials_(dials),
      threads_(threads),
      replay_weight_(labels_until_half / (labels_until_half + static_cast<double>(n_labels))) {
    for (const double dial : {dials.familiarity, dials.popularity, dials.diversity})
        require(dial >= 0 && dial <= 1, "a dial must be in [0, 1], got {}", dial);
}

void Scorer::measure_dials(const Matrix& rows) {
    std::vector<float> familiarity;
    std::vector<float> popularity;
    for (std::size_t i = 0; i < rows.n_rows(); ++i) {
        familiarity.push_back(familiarity_of(rows.row(i)));
        popularity.push_back(popularity_of(rows.row(i)));
    }
    familiarity_scale_ = taste::moments_of(familiarity);
    popularity_scale_ = taste::moments_of(popularity);
}

double Scorer::dial_value(std::span<const float> row, std::size_t which) const {
    const bool is_familiarity = which == 0;
    const taste::Moments& scale = is_familiarity ? familiarity_scale_ : popularity_scale_;
    const double turned = 2 * (is_familiarity ? dials_.familiarity : dials_.popularity) - 1;
    const double value = is_familiarity ? familiarity_of(row) : popularity_of(row);
    return dial_reach * turned * scale.standardised(value);
}

std::vector<ScoredTrack> Scorer::score(std::span<const TrackIndex> tracks, const Task& task) {
    task.report("looking at candidates", 0, tracks.size());
    rows_ = table_.rows(tracks, false, threads_);
    evidence_ = rows_.columns(evidence_indices());
    measure_dials(rows_);
    const auto replay = replay_.score(evidence_);
    replay_scale_ = taste::moments_of(replay);
    task.check();
    const auto without_taste = [&](std::size_t i) {
        return replay_weight_ * replay_scale_.standardised(replay[i]) + dial_value(rows_.row(i), 0) +
               dial_value(rows_.row(i), 1);
    };

    std::vector<ScoredTrack> scored(tracks.size());
    const auto coarse = taste_.coarse_margins(rows_);
    for (std::size_t i = 0; i < tracks.size(); ++i) scored[i] = {tracks[i], without_taste(i) + coarse[i]};
    std::vector<std::size_t> order(tracks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order,
                             [&](std::size_t a, std::size_t b) { return scored[a].score > scored[b].score; });
    const std::vector<std::size_t> rest(
        order.begin() + static_cast<std::ptrdiff_t>(std::min(close_look, order.size())), order.end());
    order.resize(std::min(close_look, order.size()));
    task.check();

    const auto exact = taste_.margins(rows_.rows(order));
    row_of_.clear();
    double least = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const double score = without_taste(order[i]) + exact[i];
        least = i == 0 ? score : std::min(least, score);
        scored[order[i]].score = score;
        row_of_.emplace(tracks[order[i]], order[i]);
    }
    // The rest keeps its order, behind.
    for (std::size_t r = 0; r < rest.size(); ++r)
        scored[rest[r]].score = least - 1e-6 * static_cast<double>(r + 1);
    return scored;
}

std::vector<std::vector<Contribution>> Scorer::explain(std::span<const TrackIndex> tracks) const {
    std::vector<std::size_t> wanted;
    for (const auto track : tracks) {
        const auto found = row_of_.find(track);
        require(found != row_of_.end(), "only tracks near the top of the last list can be explained");
        wanted.push_back(found->second);
    }
    const Matrix taste = taste_.contributions(rows_.rows(wanted));
    const Matrix replay = replay_.contributions(evidence_, wanted);
    const auto& columns = table_.columns();
    const double scale = replay_weight_ / replay_scale_.deviation;
    std::vector<std::vector<Contribution>> all;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        std::vector<Contribution> parts;
        for (std::size_t c = 0; c < columns.size(); ++c) {
            double value = taste(i, c);
            if (c < evidence_.n_columns()) value += scale * replay(i, c);
            if (value != 0) parts.push_back({columns[c].name, columns[c].group, columns[c].text, value});
        }
        const double constant =
            taste(i, columns.size()) + scale * (replay(i, evidence_.n_columns()) - replay_scale_.mean);
        parts.push_back({"start", "start", "where every track starts", constant});
        const auto row = rows_.row(wanted[i]);
        if (dials_.familiarity != 0.5)
            parts.push_back({"familiarity", "dials", "your dial for familiar and new", dial_value(row, 0)});
        if (dials_.popularity != 0.5)
            parts.push_back({"popularity_dial", "dials", "your dial for popularity", dial_value(row, 1)});
        all.push_back(std::move(parts));
    }
    return all;
}

std::vector<taste::Prediction> Scorer::predict(std::span<const TrackIndex> tracks) const {
    return taste_.predict(table_.rows(tracks, false, threads_));
}

}  // namespace attune::recommend
