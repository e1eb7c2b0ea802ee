#include "genres/track_genres.h"

#include "core/argmax.h"
#include "core/error.h"
#include "core/random.h"
#include "learning/judging/calibration.h"
#include "learning/judging/folds.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace attune::genres {
namespace {

constexpr double least_of_sound = 1e-3;
constexpr std::size_t least_tracks = 50;
constexpr std::size_t least_artists = 10;

bool is_known(std::span<const float> row) {
    return std::ranges::any_of(row, [](float x) { return !is_missing(x); });
}

/// Some tracks, few of each artist, so that the prolific do not stand for their genre.
std::vector<std::size_t> drawn(const TaggedTracks& tracks, const TrackGenreOptions& options) {
    std::vector<std::size_t> order(tracks.artists.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    Random random(options.seed);
    random.shuffle(order);
    std::map<std::uint64_t, int> of_artist;
    std::vector<std::size_t> rows;
    for (const auto row : order) {
        if (!is_known(tracks.sound.row(row)) && !is_known(tracks.playlists.row(row))) continue;
        if (++of_artist[tracks.artists[row]] > options.most_of_artist) continue;
        rows.push_back(row);
        if (rows.size() == static_cast<std::size_t>(options.most_tracks)) break;
    }
    std::ranges::sort(rows);
    require(
        rows.size() >= least_tracks && of_artist.size() >= least_artists,
        "genres of tracks are learnt from {} tracks of {} artists with genres at least; there are {} of {}",
        least_tracks, least_artists, rows.size(), of_artist.size());
    return rows;
}

TaggedTracks rows_of(const TaggedTracks& tracks, std::span<const std::size_t> rows) {
    return {tracks.sound.rows(rows), tracks.playlists.rows(rows), tracks.weights.rows(rows),
            gather(tracks.artists, rows)};
}

/// The likeliest branch of each track, weighing as much as it is that.
learning::ClassForest fit_forest(const TaggedTracks& tracks, std::span<const std::size_t> rows,
                                 const TrackGenreOptions& options, const Task& task) {
    std::vector<learning::ClassIndex> labels;
    std::vector<float> weights;
    for (const auto row : rows) {
        const auto of_row = tracks.weights.row(row);
        labels.push_back(static_cast<learning::ClassIndex>(argmax(of_row)));
        weights.push_back(of_row[labels.back()]);
    }
    learning::ForestOptions forest;
    forest.trees = options.trees;
    forest.least_leaf = options.least_leaf;
    forest.seed = options.seed;
    forest.threads = options.threads;
    return learning::ClassForest::fit(tracks.sound.rows(rows), labels, tracks.weights.n_columns(), weights,
                                      forest, task);
}

Matrix without_unknown(Matrix p, const Matrix& sound) {
    for (std::size_t row = 0; row < p.n_rows(); ++row) {
        if (!is_known(sound.row(row))) std::ranges::fill(p.row(row), missing);
    }
    return p;
}

/// What forests say of artists that they have not met; rows of NaN where no sound is known.
Matrix out_of_fold(const TaggedTracks& tracks, const TrackGenreOptions& options, const Task& task) {
    const auto fold_of =
        learning::grouped_k_folds(tracks.artists, static_cast<std::size_t>(options.folds), options.seed);
    Matrix p(tracks.sound.n_rows(), tracks.weights.n_columns());
    for (std::size_t fold = 0; fold < static_cast<std::size_t>(options.folds); ++fold) {
        task.report("hearing genres", fold, static_cast<std::size_t>(options.folds) + 1);
        const auto split = learning::split(fold_of, fold);
        const auto said =
            fit_forest(tracks, split.train, options, task).predict(tracks.sound.rows(split.test));
        for (std::size_t i = 0; i < split.test.size(); ++i)
            std::ranges::copy(said.row(i), p.row(split.test[i]).begin());
    }
    return without_unknown(std::move(p), tracks.sound);
}

/// A probability and whether the answer was right.
struct Answer {
    double p = 0;
    bool is_right = false;
};

/// The least probability from which on so many answers are right, and what that covers. Sure answers must not
/// pay for ones that are a toss-up: at the threshold itself three of five must be right.
void choose_threshold(std::vector<Answer> answers, double wanted_accuracy, HeldOut& into) {
    constexpr double least_at_threshold = 0.6;
    std::ranges::stable_sort(answers, std::ranges::greater{}, &Answer::p);
    std::vector<float> scores;
    std::vector<float> rights;
    for (const auto& answer : answers) {
        scores.push_back(static_cast<float>(answer.p));
        rights.push_back(answer.is_right ? 1.0F : 0.0F);
    }
    const auto accuracy_at = learning::IsotonicRegression::fit(scores, rights);
    std::size_t n_right = 0;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        n_right += answers[i].is_right ? 1 : 0;
        // Answers of one probability are given all or none.
        if (i + 1 < answers.size() && answers[i + 1].p == answers[i].p) continue;
        const double accuracy = static_cast<double>(n_right) / static_cast<double>(i + 1);
        if (accuracy < wanted_accuracy || accuracy_at.calibrate(answers[i].p) < least_at_threshold) continue;
        into.threshold = answers[i].p;
        into.coverage = static_cast<double>(i + 1) / static_cast<double>(answers.size());
        into.told_accuracy = accuracy;
    }
}

std::vector<double> by_root(const std::vector<double>& weights, std::span<const std::size_t> root_of) {
    std::vector<double> sums(root_of.empty() ? 0 : std::ranges::max(root_of) + 1, 0.0);
    for (std::size_t b = 0; b < weights.size(); ++b) sums[root_of[b]] += weights[b];
    return sums;
}

HeldOut judged(const std::vector<std::vector<double>>& said, const std::vector<std::size_t>& truth,
               double wanted) {
    HeldOut held;
    held.tracks = said.size();
    std::map<std::size_t, std::size_t> counts;
    std::vector<Answer> answers;
    std::size_t n_right = 0;
    for (std::size_t row = 0; row < said.size(); ++row) {
        const auto answer = argmax(said[row]);
        const bool is_right = answer == truth[row];
        answers.push_back({said[row][answer], is_right});
        n_right += is_right ? 1 : 0;
        ++counts[truth[row]];
        held.log_loss -= std::log(std::max(said[row][truth[row]], 1e-7)) / static_cast<double>(said.size());
    }
    for (const auto& [branch, count] : counts)
        held.majority =
            std::max(held.majority, static_cast<double>(count) / static_cast<double>(said.size()));
    held.accuracy = static_cast<double>(n_right) / static_cast<double>(said.size());
    choose_threshold(std::move(answers), wanted, held);
    return held;
}

}  // namespace

std::vector<double> TrackGenres::combined(std::span<const float> p_sound,
                                          std::span<const float> p_playlists) const {
    return combined(p_sound, p_playlists, powers_);
}

std::vector<double> TrackGenres::combined(std::span<const float> p_sound, std::span<const float> p_playlists,
                                          const Powers& powers) const {
    const bool has_sound = is_known(p_sound);
    const bool has_playlists = is_known(p_playlists);
    if (!has_sound && !has_playlists) return prior_;
    const double of_sound = has_playlists ? powers.sound : powers.sound_alone;
    const double of_playlists = has_sound ? powers.playlists : powers.playlists_alone;
    std::vector<double> p(prior_.size(), 0.0);
    for (std::size_t b = 0; b < p.size(); ++b) {
        if (has_sound) p[b] += of_sound * std::log(p_sound[b] + least_of_sound);
        // Ten tracks of one genre do not make another impossible.
        if (has_playlists) p[b] += of_playlists * std::log(0.9 * p_playlists[b] + 0.1 * prior_[b]);
    }
    const double most = *std::ranges::max_element(p);
    double sum = 0;
    for (auto& x : p) sum += x = std::exp(x - most);
    for (auto& x : p) x /= sum;
    return p;
}

void TrackGenres::fit_powers(const Matrix& p_sound, const TaggedTracks& tracks) {
    const auto loss = [&](const Powers& powers) {
        double sum = 0;
        for (std::size_t row = 0; row < p_sound.n_rows(); ++row) {
            const auto truth = argmax(tracks.weights.row(row));
            sum -= std::log(
                std::max(combined(p_sound.row(row), tracks.playlists.row(row), powers)[truth], 1e-7));
            // Rows that have both tell also how each does alone.
            if (!is_known(p_sound.row(row)) || !is_known(tracks.playlists.row(row))) continue;
            const std::vector<float> none(prior_.size(), missing);
            sum -= std::log(std::max(combined(p_sound.row(row), none, powers)[truth], 1e-7));
            sum -= std::log(std::max(combined(none, tracks.playlists.row(row), powers)[truth], 1e-7));
        }
        return sum;
    };
    double least = loss(powers_);
    for (const double step : {0.4, 0.15, 0.05}) {
        for (bool moved = true; moved;) {
            moved = false;
            for (double Powers::*power :
                 {&Powers::sound_alone, &Powers::playlists_alone, &Powers::sound, &Powers::playlists}) {
                for (const double by : {step, -step}) {
                    auto candidate = powers_;
                    candidate.*power = std::clamp(candidate.*power + by, 0.0, 5.0);
                    const double candidate_loss = loss(candidate);
                    if (candidate_loss >= least - 1e-6) continue;
                    least = candidate_loss;
                    powers_ = candidate;
                    moved = true;
                }
            }
        }
    }
}

void TrackGenres::judge(const Matrix& p_sound, const TaggedTracks& tracks, double wanted_accuracy) {
    std::vector<std::vector<double>> said;
    std::vector<std::vector<double>> said_roots;
    std::vector<std::size_t> truth;
    std::vector<std::size_t> true_roots;
    for (std::size_t row = 0; row < p_sound.n_rows(); ++row) {
        said.push_back(combined(p_sound.row(row), tracks.playlists.row(row)));
        said_roots.push_back(by_root(said.back(), root_of_));
        const auto own = tracks.weights.row(row);
        truth.push_back(argmax(own));
        true_roots.push_back(argmax(by_root({own.begin(), own.end()}, root_of_)));
    }
    branches_ = judged(said, truth, wanted_accuracy);
    roots_ = judged(said_roots, true_roots, wanted_accuracy);
}

TrackGenres TrackGenres::fit(const TaggedTracks& all, std::span<const std::size_t> root_of,
                             const TrackGenreOptions& options, const Task& task) {
    check_ranges(options);
    const auto n = all.artists.size();
    require(all.sound.n_rows() == n && all.weights.n_rows() == n && all.playlists.n_rows() == n,
            "tracks must have one row each: {} artists, {} sounds, {} weights, {} playlists", n,
            all.sound.n_rows(), all.weights.n_rows(), all.playlists.n_rows());
    require(n == 0 || root_of.size() == all.weights.n_columns(), "every branch must have a root");
    const auto tracks = rows_of(all, drawn(all, options));
    TrackGenres model;
    model.root_of_.assign(root_of.begin(), root_of.end());
    model.prior_.assign(root_of.size(), 1.0);
    for (std::size_t row = 0; row < tracks.weights.n_rows(); ++row)
        ++model.prior_[argmax(tracks.weights.row(row))];
    const double total = std::accumulate(model.prior_.begin(), model.prior_.end(), 0.0);
    for (auto& share : model.prior_) share /= total;
    const auto p_sound = out_of_fold(tracks, options, task);
    model.fit_powers(p_sound, tracks);
    model.judge(p_sound, tracks, options.wanted_accuracy);
    std::vector<std::size_t> rows(tracks.artists.size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    model.forest_ = fit_forest(tracks, rows, options, task);
    return model;
}

TrackGenre TrackGenres::tell(std::span<const float> sound, std::span<const float> playlists) const {
    Matrix row(0, 0);
    row.add_row(sound);
    const auto p = without_unknown(forest_.predict(row), row);
    TrackGenre told;
    told.weights = combined(p.row(0), playlists);
    if (!is_known(sound) && !is_known(playlists)) return told;
    const auto branch = argmax(told.weights);
    if (told.weights[branch] >= branches_.threshold) told.branch = branch;
    const auto sums = by_root(told.weights, root_of_);
    const auto root = told.branch ? root_of_[*told.branch] : argmax(sums);
    if (told.branch || sums[root] >= roots_.threshold) told.root = root;
    return told;
}

}  // namespace attune::genres
