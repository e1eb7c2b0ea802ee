#include "likeability_rebuild.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <utility>
#include <vector>

namespace attune::seed {
namespace {

constexpr double equal_within = 1e-6;

using Name = std::pair<std::string, std::string>;

Name name_of(const CsvTable& table, std::size_t row) {
    return {table.rows[row][table.column("artistName")], table.rows[row][table.column("trackName")]};
}

/// A track of the seed: its name, its id and how much of it was played.
struct Tracks {
    std::map<Name, std::size_t> index;
    std::vector<std::string> ids;
    std::vector<double> durations_ms;
    std::vector<double> sums;
};

Tracks tracks_with_duration(const CsvTable& features) {
    Tracks tracks;
    for (std::size_t row = 0; row < features.rows.size(); ++row) {
        const auto duration = features.number(row, features.column("duration_ms"));
        if (!duration || !tracks.index.try_emplace(name_of(features, row), tracks.ids.size()).second)
            continue;
        tracks.ids.push_back(features.rows[row][features.column("id")]);
        tracks.durations_ms.push_back(*duration);
        tracks.sums.push_back(0);
    }
    return tracks;
}

void add_plays(const CsvTable& history, Tracks& tracks) {
    for (std::size_t row = 0; row < history.rows.size(); ++row) {
        const auto found = tracks.index.find(name_of(history, row));
        if (found == tracks.index.end()) continue;
        const double played = history.number(row, history.column("msPlayed")).value_or(0);
        tracks.sums[found->second] += played / tracks.durations_ms[found->second];
    }
}

/// The sums of ms_played / duration, zeros replaced by the smallest that is none, as logarithms that are shifted and
/// scaled to [0, 1]; all 0 where no two sums differ.
std::vector<double> likeability(std::span<const double> sums) {
    double smallest = 0;
    for (const double sum : sums) {
        if (sum > 0 && (smallest == 0 || sum < smallest)) smallest = sum;
    }
    std::vector<double> likes(sums.size(), 0.0);
    if (smallest == 0) return likes;
    for (std::size_t i = 0; i < sums.size(); ++i) likes[i] = std::log(std::max(sums[i], smallest) / smallest);
    const double most = *std::ranges::max_element(likes);
    for (double& like : likes) like = most > 0 ? like / most : 0;
    return likes;
}

bool is_score_of_namesake(const Tracks& tracks, const std::vector<double>& scores, std::size_t track,
                          double y) {
    for (std::size_t other = 0; other < scores.size(); ++other) {
        if (other != track && tracks.ids[other] == tracks.ids[track] &&
            std::abs(scores[other] - y) <= equal_within)
            return true;
    }
    return false;
}

}  // namespace

Rebuild rebuild_likeability(const CsvTable& history, const CsvTable& features, const CsvTable& X,
                            const CsvTable& y_score) {
    auto tracks = tracks_with_duration(features);
    add_plays(history, tracks);
    const auto scores = likeability(tracks.sums);
    std::map<Name, std::size_t> n_rows_of;
    for (std::size_t row = 0; row < X.rows.size(); ++row) ++n_rows_of[name_of(X, row)];

    Rebuild rebuild;
    rebuild.n_plays = history.rows.size();
    rebuild.n_tracks = features.rows.size();
    rebuild.n_without_duration = features.rows.size() - tracks.ids.size();
    rebuild.n_zero_sums = static_cast<std::size_t>(std::ranges::count(tracks.sums, 0.0));
    rebuild.n_rows = X.rows.size();
    for (const auto& [name, n] : n_rows_of) rebuild.n_repeated_names += n > 1 ? 1 : 0;
    for (std::size_t row = 0; row < X.rows.size(); ++row) {
        const auto name = name_of(X, row);
        const auto found = tracks.index.find(name);
        const double y = y_score.number(row, 0).value_or(-1);
        const double difference = found == tracks.index.end() ? 1 : std::abs(scores[found->second] - y);
        if (found != tracks.index.end() && n_rows_of[name] == 1) {
            ++rebuild.n_one_to_one;
            rebuild.n_one_to_one_equal += difference <= equal_within ? 1 : 0;
            rebuild.largest_difference = std::max(rebuild.largest_difference, difference);
        } else if (difference <= equal_within) {
            ++rebuild.n_own_score;
        } else if (found != tracks.index.end() && is_score_of_namesake(tracks, scores, found->second, y)) {
            ++rebuild.n_namesake_score;
        } else {
            ++rebuild.n_unexplained;
        }
    }
    return rebuild;
}

}  // namespace attune::seed
