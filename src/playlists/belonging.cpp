#include "playlists/belonging.h"

#include "core/parallel.h"
#include "core/random.h"
#include "learning/linear/linear.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace attune::playlists {
namespace {

constexpr std::size_t least_playlists = 4;

struct Row {
    std::size_t playlist = 0;
    TrackIndex track = 0;
    bool is_member = false;
};

/// The rows of one playlist: its tracks, and tracks from elsewhere.
std::vector<Row> rows_of(const Shelf& shelf, std::size_t playlist, std::span<const TrackIndex> own,
                         const BelongingOptions& options) {
    std::vector<Row> rows;
    for (const auto t : shelf.tracks(playlist)) rows.push_back({playlist, t, true});
    Random random(options.seed + 1000003 * (playlist + 1));
    const std::size_t wanted = static_cast<std::size_t>(options.negatives) * rows.size();
    for (std::size_t i = 0; i < wanted && !own.empty(); ++i) {
        const auto t = own[random.below(own.size())];
        if (!shelf.holds(playlist, t)) rows.push_back({playlist, t, false});
    }
    return rows;
}

/// The linear model in the units of the evidence: by what it says of rows that are all 0 and all 1.
BelongingWeights in_units(const learning::LogisticRegression& model) {
    Matrix probes(2, n_aspects);
    std::ranges::fill(probes.row(1), 1.0F);
    const auto of = model.contributions(probes);
    BelongingWeights weights;
    weights.intercept = model.intercept();
    for (std::size_t a = 0; a < n_aspects; ++a) {
        const double slope = static_cast<double>(of(1, a)) - of(0, a);
        weights.terms[a] = {slope, slope != 0 ? -of(0, a) / slope : 0};
    }
    return weights;
}

/// Halfway between what was learnt and what holds for most people: what few playlists teach is uncertain.
BelongingWeights halfway(const BelongingWeights& a, const BelongingWeights& b) {
    BelongingWeights middle;
    middle.intercept = 0.5 * (a.intercept + b.intercept);
    for (std::size_t i = 0; i < n_aspects; ++i) {
        const auto& x = a.terms[i];
        const auto& y = b.terms[i];
        const double slope = 0.5 * (x.slope + y.slope);
        const double offset = 0.5 * (x.slope * x.centre + y.slope * y.centre);
        // A slope of almost nothing would put the centre beyond all evidence.
        middle.terms[i] = {slope, std::abs(slope) > 1e-3 ? offset / slope : 0};
    }
    return middle;
}

/// The evidence for each row, shape (n_rows, n_aspects).
Matrix evidence_of(const Shelf& shelf, const std::vector<Row>& rows, std::size_t threads, const Task& task) {
    std::vector<TrackIndex> tracks;
    for (const auto& row : rows) tracks.push_back(row.track);
    std::ranges::sort(tracks);
    tracks.erase(std::ranges::unique(tracks).begin(), tracks.end());
    const auto usual = shelf.music().usual(tracks, threads, task);
    Matrix X(rows.size(), n_aspects);
    parallel_for(rows.size(), threads, [&](std::size_t r) {
        const auto at = std::ranges::lower_bound(tracks, rows[r].track) - tracks.begin();
        const auto evidence =
            shelf.evidence(rows[r].track, rows[r].playlist, usual[static_cast<std::size_t>(at)]);
        std::ranges::copy(evidence, X.row(r).begin());
    });
    return X;
}

/// What the playlists teach that are not left out; none where they have members alone.
std::optional<BelongingWeights> weights_without(const std::vector<bool>& is_out, const std::vector<Row>& rows,
                                                const Matrix& X, float l2) {
    std::vector<std::size_t> taught;
    std::vector<float> y;
    std::vector<float> w;
    double n_members = 0;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        if (is_out[rows[r].playlist]) continue;
        taught.push_back(r);
        y.push_back(rows[r].is_member ? 1.0F : 0.0F);
        n_members += rows[r].is_member ? 1 : 0;
    }
    // Both sides count the same in all, so that the intercept is that of one to one.
    const double n_others = static_cast<double>(taught.size()) - n_members;
    if (n_others < 1) return std::nullopt;
    for (const float label : y) w.push_back(label > 0 ? 1.0F : static_cast<float>(n_members / n_others));
    learning::LinearOptions linear;
    linear.l2 = l2;
    return halfway(in_units(learning::LogisticRegression::fit(X.rows(taught), y, w, linear)),
                   usual_weights());
}

}  // namespace

std::array<double, n_aspects> BelongingWeights::contributions(const AspectRow& evidence) const noexcept {
    std::array<double, n_aspects> parts{};
    for (std::size_t a = 0; a < n_aspects; ++a) {
        if (!is_missing(evidence[a])) parts[a] = terms[a].slope * (evidence[a] - terms[a].centre);
    }
    return parts;
}

double BelongingWeights::margin(const AspectRow& evidence) const noexcept {
    const auto parts = contributions(evidence);
    return std::accumulate(parts.begin(), parts.end(), intercept);
}

const BelongingWeights& usual_weights() noexcept {
    // The means of what the playlists of three people taught: docs/reference/playlists.md.
    static const BelongingWeights weights{{{{1.8, 0.1},
                                            {0.63, 0.05},
                                            {0.25, -1.6},
                                            {0, 0},
                                            {0.43, 0.06},
                                            {0.8, 0.02},
                                            {0.9, 0.02},
                                            {0.75, 0.1}}},
                                          0.05};
    return weights;
}

std::vector<BelongingWeights> learn_belonging(const Shelf& shelf, std::span<const TrackIndex> own,
                                              const BelongingOptions& options, const Task& task) {
    check_ranges(options);
    std::vector<std::size_t> learnable;
    for (std::size_t p = 0; p < shelf.size(); ++p) {
        if (shelf.tracks(p).size() >= static_cast<std::size_t>(options.least_tracks)) learnable.push_back(p);
    }
    std::vector<BelongingWeights> weights(shelf.size(), usual_weights());
    if (learnable.size() < least_playlists) return weights;
    std::vector<Row> rows;
    for (const auto p : learnable) {
        const auto of_p = rows_of(shelf, p, own, options);
        rows.insert(rows.end(), of_p.begin(), of_p.end());
    }
    const Matrix X = evidence_of(shelf, rows, static_cast<std::size_t>(options.threads), task);

    const auto n_folds = std::min(static_cast<std::size_t>(options.folds), learnable.size());
    for (std::size_t fold = 0; fold < n_folds; ++fold) {
        task.report("learning what belongs together", fold, n_folds);
        std::vector<bool> is_out(shelf.size(), false);
        for (std::size_t i = fold; i < learnable.size(); i += n_folds) is_out[learnable[i]] = true;
        const auto of_fold = weights_without(is_out, rows, X, options.l2);
        if (!of_fold) continue;
        for (std::size_t p = 0; p < shelf.size(); ++p) {
            if (is_out[p] || (fold == 0 && std::ranges::find(learnable, p) == learnable.end()))
                weights[p] = *of_fold;
        }
    }
    return weights;
}

}  // namespace attune::playlists
