#include "playlists/sequence.h"

#include "core/error.h"
#include "similarity/audio_space.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <set>

namespace attune::playlists {
namespace {

using library::AudioFeature;

// Squared distances of two tracks at random are about twice the number of columns (similarity/audio_space.h).
constexpr double usual_distance = 18;
constexpr double sound_weight = 0.6;
constexpr double tempo_weight = 0.25;
constexpr double key_weight = 0.15;
constexpr double same_artist_cost = 0.5;
constexpr std::size_t most_improved = 1000;
constexpr int most_rounds = 30;
constexpr std::size_t width = 12;           // partial ways kept at each station of a path
constexpr std::size_t n_near_station = 80;  // tracks looked at for it

float feature(const library::Collection& collection, TrackIndex track, AudioFeature which) {
    return collection.features(track, static_cast<std::size_t>(which));
}

/// The place on the circle of fifths of the major key with the same notes, in [0, 12); nothing if unknown.
std::optional<int> fifths(const library::Collection& collection, TrackIndex track) {
    const float key = feature(collection, track, AudioFeature::key);
    const float mode = feature(collection, track, AudioFeature::mode);
    if (is_missing(key) || key < 0 || is_missing(mode)) return std::nullopt;
    // A minor has the notes of C major: three half steps up.
    const int major = (static_cast<int>(std::lround(key)) + (mode < 0.5F ? 3 : 0)) % 12;
    return major * 7 % 12;
}

std::string key_name(const library::Collection& collection, TrackIndex track) {
    static constexpr std::array<std::string_view, 12> names{"C", "D flat", "D", "E flat", "E", "F", "F sharp",
                                                            "G", "A flat", "A", "B flat", "B"};
    const auto key = static_cast<std::size_t>(std::lround(feature(collection, track, AudioFeature::key)));
    const bool is_minor = feature(collection, track, AudioFeature::mode) < 0.5F;
    return fmt::format("{} {}", names[key % 12], is_minor ? "minor" : "major");
}

using Costs = std::vector<std::vector<float>>;

Costs all_costs(const Transitions& transitions, const std::vector<TrackIndex>& tracks) {
    Costs costs(tracks.size(), std::vector<float>(tracks.size(), 0));
    for (std::size_t i = 0; i < tracks.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            costs[i][j] = costs[j][i] = static_cast<float>(transitions.cost(tracks[i], tracks[j]));
    return costs;
}

using Order = std::vector<std::size_t>;

template <class Cost>
Order greedy_order(std::size_t n, std::size_t start, const Cost& cost) {
    Order left(n);
    std::iota(left.begin(), left.end(), std::size_t{0});
    Order order{start};
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(start));
    while (!left.empty()) {
        const auto best =
            std::ranges::min_element(left, {}, [&](std::size_t i) { return cost(order.back(), i); });
        order.push_back(*best);
        left.erase(best);
    }
    return order;
}

/// Turns stretches round as long as that makes the way cheaper.
void improve(Order& order, const Costs& costs, const Task& task) {
    const std::size_t n = order.size();
    bool is_better = n > 3;
    for (int round = 0; is_better && round < most_rounds; ++round) {
        task.check();
        is_better = false;
        for (std::size_t i = 0; i + 1 < n; ++i) {
            for (std::size_t j = i + 1; j < n; ++j) {
                const float before = (i > 0 ? costs[order[i - 1]][order[i]] : 0) +
                                     (j + 1 < n ? costs[order[j]][order[j + 1]] : 0);
                const float after = (i > 0 ? costs[order[i - 1]][order[j]] : 0) +
                                    (j + 1 < n ? costs[order[i]][order[j + 1]] : 0);
                if (after + 1e-6F >= before) continue;
                std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i),
                             order.begin() + static_cast<std::ptrdiff_t>(j + 1));
                is_better = true;
            }
        }
    }
}

double length_of(const Order& order, const Costs& costs) {
    double sum = 0;
    for (std::size_t i = 1; i < order.size(); ++i) sum += costs[order[i - 1]][order[i]];
    return sum;
}

double mean_energy(const library::Collection& collection, std::span<const TrackIndex> tracks) {
    double sum = 0;
    double n = 0;
    for (const auto t : tracks) {
        const float energy = feature(collection, t, AudioFeature::energy);
        if (is_missing(energy)) continue;
        sum += energy;
        ++n;
    }
    return n > 0 ? sum / n : 0;
}

void begin_at_calmer_end(const library::Collection& collection, std::vector<TrackIndex>& tracks) {
    const auto third = tracks.size() / 3;
    const std::span<const TrackIndex> all(tracks);
    if (mean_energy(collection, all.first(third)) > mean_energy(collection, all.last(third)))
        std::ranges::reverse(tracks);
}

/// A way from the start to some station, and what it costs.
struct Way {
    std::vector<TrackIndex> tracks;
    double cost = 0;
};

}  // namespace

Transitions::Transitions(const library::Collection& collection)
    : collection_(&collection), sound_(similarity::make_audio_space(collection.features)) {}

double Transitions::tempo_gap(TrackIndex from, TrackIndex to) const {
    const float a = feature(*collection_, from, AudioFeature::tempo);
    const float b = feature(*collection_, to, AudioFeature::tempo);
    if (!(a > 0) || !(b > 0)) return 1;
    const double octaves = std::log2(static_cast<double>(a) / b);
    // The distance to the nearest whole octave is a quarter on the average; 3 % is no gap that anybody hears.
    const double gap = std::abs(octaves - std::round(octaves));
    return std::max(0.0, gap - 0.04) * 4;
}

double Transitions::key_gap(TrackIndex from, TrackIndex to) const {
    const auto a = fifths(*collection_, from);
    const auto b = fifths(*collection_, to);
    if (!a || !b) return 1;
    const int steps = std::abs(*a - *b);
    // One step shares six of seven notes; three steps are the average.
    return std::max(0, std::min(steps, 12 - steps) - 1) / 2.0;
}

double Transitions::cost(TrackIndex from, TrackIndex to) const {
    const double distance = sound_.distance(from, to);
    const double sound = std::isfinite(distance) ? std::sqrt(distance / usual_distance) : 1;
    const bool is_same_artist = collection_->tracks[from].artist == collection_->tracks[to].artist;
    return sound_weight * sound + tempo_weight * tempo_gap(from, to) + key_weight * key_gap(from, to) +
           (is_same_artist ? same_artist_cost : 0);
}

std::span<const float> Transitions::place(TrackIndex track) const {
    return sound_.knows(track) ? sound_.point(track) : std::span<const float>();
}

double Transitions::distance_to(std::span<const float> place, TrackIndex track) const {
    if (!sound_.knows(track)) return std::numeric_limits<double>::infinity();
    double sum = sound_.offset(track);
    const auto point = sound_.point(track);
    for (std::size_t i = 0; i < point.size(); ++i)
        sum += static_cast<double>(point[i] - place[i]) * (point[i] - place[i]);
    return std::sqrt(sum / usual_distance);
}

std::string Transitions::text(TrackIndex from, TrackIndex to) const {
    std::string text;
    const float a = feature(*collection_, from, AudioFeature::tempo);
    const float b = feature(*collection_, to, AudioFeature::tempo);
    if (a > 0 && b > 0) text = fmt::format("{:.0f} to {:.0f} BPM", a, b);
    if (!fifths(*collection_, from) || !fifths(*collection_, to)) return text;
    const auto of_a = key_name(*collection_, from);
    const auto of_b = key_name(*collection_, to);
    return text + (text.empty() ? "" : ", ") +
           (of_a == of_b ? "both in " + of_a : fmt::format("{} to {}", of_a, of_b));
}

std::vector<TrackIndex> in_listening_order(const library::Collection& collection,
                                           const Transitions& transitions, std::vector<TrackIndex> tracks,
                                           const Task& task) {
    if (tracks.size() < 3) return tracks;
    // The same set in another order must give the same way.
    std::ranges::sort(tracks);
    Order best;
    if (tracks.size() > most_improved) {
        best = greedy_order(tracks.size(), 0, [&](std::size_t i, std::size_t j) {
            return transitions.cost(tracks[i], tracks[j]);
        });
    } else {
        const auto costs = all_costs(transitions, tracks);
        const std::size_t n_starts = std::min<std::size_t>(tracks.size(), tracks.size() > 200 ? 3 : 12);
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t s = 0; s < n_starts; ++s) {
            task.report("ordering tracks", s, n_starts);
            auto order = greedy_order(tracks.size(), s * tracks.size() / n_starts,
                                      [&](std::size_t i, std::size_t j) { return costs[i][j]; });
            improve(order, costs, task);
            const double length = length_of(order, costs);
            if (length < least) {
                least = length;
                best = std::move(order);
            }
        }
    }
    std::vector<TrackIndex> ordered;
    for (const auto i : best) ordered.push_back(tracks[i]);
    begin_at_calmer_end(collection, ordered);
    return ordered;
}

std::vector<TrackIndex> path_between(const library::Collection& collection, const Transitions& transitions,
                                     std::span<const TrackIndex> pool, TrackIndex from, TrackIndex to,
                                     std::size_t count, std::size_t max_per_artist) {
    require(count >= 2, "a path must have 2 tracks or more, got {}", count);
    const auto start = transitions.place(from);
    const auto end = transitions.place(to);
    require(!start.empty() && !end.empty(), "the sound of both ends must be known");
    std::vector<Way> ways{{{from}, 0}};
    for (std::size_t station = 1; station + 1 < count; ++station) {
        const double share = static_cast<double>(station) / static_cast<double>(count - 1);
        std::vector<float> place(start.size());
        for (std::size_t i = 0; i < place.size(); ++i)
            place[i] = static_cast<float>(std::lerp(start[i], end[i], share));
        std::vector<std::pair<double, TrackIndex>> near;
        for (const auto t : pool) near.emplace_back(transitions.distance_to(place, t), t);
        const auto n = static_cast<std::ptrdiff_t>(std::min(n_near_station, near.size()));
        std::ranges::partial_sort(near, near.begin() + n);
        std::vector<Way> longer;
        for (const auto& way : ways) {
            for (const auto& [distance, t] : std::span(near).first(static_cast<std::size_t>(n))) {
                const auto& track = collection.tracks[t];
                const auto is_same_song = [&](TrackIndex other) {
                    return collection.tracks[other].song == track.song;
                };
                const auto is_by_same = [&](TrackIndex other) {
                    return collection.tracks[other].artist == track.artist;
                };
                if (!std::isfinite(distance) || is_same_song(to) ||
                    std::ranges::any_of(way.tracks, is_same_song))
                    continue;
                const auto n_by_artist =
                    static_cast<std::size_t>(std::ranges::count_if(way.tracks, is_by_same)) +
                    (is_by_same(to) ? 1 : 0);
                if (n_by_artist >= max_per_artist) continue;
                const double left = station + 2 == count ? transitions.cost(t, to) : 0;
                Way next = way;
                next.cost += distance + transitions.cost(way.tracks.back(), t) + left;
                next.tracks.push_back(t);
                longer.push_back(std::move(next));
            }
        }
        if (longer.empty()) break;
        std::ranges::stable_sort(longer, {}, &Way::cost);
        longer.resize(std::min(width, longer.size()));
        ways = std::move(longer);
    }
    auto path = std::move(ways.front().tracks);
    path.push_back(to);
    return path;
}

}  // namespace attune::playlists
