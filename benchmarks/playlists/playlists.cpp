// How well tracks that do not belong on a playlist are found. To each playlist of 30 or more tracks with audio
// features one foreign track for twenty is added: from the person's other music (taken off the playlists where
// it stood) or from the catalogue. Each method orders the tracks with features; precision@k with k the number of
// foreign ones, against chance.
//
// usage: playlists_benchmark LIBRARY [SEEDS [PERSON]]

#include "core/parallel.h"
#include "core/random.h"
#include "engine/library/collect.h"
#include "learning/numerics/sigmoid.h"
#include "playlists/belonging.h"
#include "playlists/sound_outliers.h"
#include "similarity/tag_space.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <set>
#include <unordered_set>
#include <vector>

namespace {

using namespace attune;
using library::TrackIndex;

constexpr std::size_t least_covered = 30;
constexpr double share_of_foreign = 0.05;

struct Planted {
    std::vector<std::vector<TrackIndex>> playlists;
    std::vector<std::unordered_set<TrackIndex>> foreign;
};

bool is_covered(const library::Collection& collection, TrackIndex t) {
    return !is_missing(collection.features(t, 0));
}

std::vector<std::vector<TrackIndex>> playlists_of(const library::History& history) {
    std::vector<std::vector<TrackIndex>> playlists;
    for (const auto& playlist : history.playlists) {
        playlists.emplace_back();
        std::set<TrackIndex> seen;
        for (const auto& item : playlist.items) {
            if (seen.insert(item.track).second) playlists.back().push_back(item.track);
        }
    }
    return playlists;
}

std::vector<TrackIndex> own_music(const library::History& history) {
    std::set<TrackIndex> own;
    for (const auto& playlist : history.playlists)
        for (const auto& item : playlist.items) own.insert(item.track);
    for (const auto& play : history.plays) own.insert(play.track);
    own.insert(history.saved_tracks.begin(), history.saved_tracks.end());
    return {own.begin(), own.end()};
}

std::size_t n_covered(const library::Collection& collection, std::span<const TrackIndex> tracks) {
    return static_cast<std::size_t>(
        std::ranges::count_if(tracks, [&](TrackIndex t) { return is_covered(collection, t); }));
}

/// Foreign tracks in each playlist that is large enough, at random places.
Planted plant(const library::Collection& collection, std::vector<std::vector<TrackIndex>> playlists,
              std::span<const TrackIndex> pool, std::uint64_t seed) {
    Random random(seed);
    Planted planted;
    planted.foreign.resize(playlists.size());
    std::unordered_set<TrackIndex> used;
    for (std::size_t p = 0; p < playlists.size(); ++p) {
        const auto covered = n_covered(collection, playlists[p]);
        if (covered < least_covered) continue;
        std::set<library::SongIndex> songs;
        for (const auto t : playlists[p]) songs.insert(collection.tracks[t].song);
        const auto wanted =
            static_cast<std::size_t>(std::max(1.0, share_of_foreign * static_cast<double>(covered)));
        while (planted.foreign[p].size() < wanted) {
            const auto t = pool[random.below(pool.size())];
            if (songs.insert(collection.tracks[t].song).second && used.insert(t).second)
                planted.foreign[p].insert(t);
        }
    }
    for (std::size_t p = 0; p < playlists.size(); ++p) {
        std::erase_if(playlists[p], [&](TrackIndex t) { return used.contains(t); });
        std::vector<TrackIndex> foreign(planted.foreign[p].begin(), planted.foreign[p].end());
        std::ranges::sort(foreign);
        playlists[p].insert(playlists[p].end(), foreign.begin(), foreign.end());
        random.shuffle(playlists[p]);
    }
    planted.playlists = std::move(playlists);
    return planted;
}

/// The mean over playlists and seeds, and over what chance would find.
struct Figure {
    double precision = 0;
    double chance = 0;
    double area = 0;
    std::size_t n = 0;

    void add(std::span<const double> scores, const std::vector<bool>& is_foreign) {
        std::vector<std::size_t> order(scores.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return scores[i]; });
        const auto k = static_cast<std::size_t>(std::ranges::count(is_foreign, true));
        double hits = 0;
        double seen = 0;
        double pairs = 0;
        for (std::size_t i = 0; i < order.size(); ++i) {
            if (is_foreign[order[i]]) {
                hits += i < k ? 1 : 0;
                ++seen;
            } else {
                pairs += seen;
            }
        }
        precision += hits / static_cast<double>(k);
        chance += static_cast<double>(k) / static_cast<double>(scores.size());
        area += pairs / (static_cast<double>(k) * static_cast<double>(scores.size() - k));
        ++n;
    }
};

/// Of the tracks that are called foreign with a probability of 0.5 (and of 0.25) or more, how many are.
struct Calls {
    double called[2] = {0, 0};
    double right[2] = {0, 0};
    double planted = 0;
    double expected = 0;  ///< the sum of all probabilities

    void add(double probability, bool is_foreign) {
        expected += probability;
        planted += is_foreign ? 1 : 0;
        for (int level = 0; level < 2; ++level) {
            if (probability < (level == 0 ? 0.5 : 0.25)) continue;
            ++called[level];
            right[level] += is_foreign ? 1 : 0;
        }
    }
};

struct Figures {
    std::map<std::string, Figure> methods;
    Calls calls;
};

void judge(const playlists::Music& music, const std::vector<TrackIndex>& own, const Planted& planted,
           std::uint64_t seed, Figures& figures, bool verbose) {
    const auto& collection = music.collection();
    const playlists::Shelf shelf(music, planted.playlists);
    playlists::BelongingOptions options;
    options.seed = seed;
    options.threads = static_cast<int>(default_threads());
    const auto weights = playlists::learn_belonging(shelf, own, options);
    if (verbose) {
        for (std::size_t a = 0; a < playlists::n_aspects; ++a)
            fmt::print("    {:<16} slope {:7.3f} centre {:7.3f}\n",
                       to_string(static_cast<playlists::Aspect>(a)), weights[0].terms[a].slope,
                       weights[0].terms[a].centre);
        fmt::print("    intercept {:.3f}\n", weights[0].intercept);
    }
    const auto& usual_weights = playlists::usual_weights();
    for (std::size_t p = 0; p < shelf.size(); ++p) {
        if (planted.foreign[p].empty()) continue;
        const auto sound = playlists::sound_outliers(collection, shelf.tracks(p), seed);
        std::vector<TrackIndex> covered;
        std::map<std::string, std::vector<double>> scores;
        std::vector<bool> is_foreign;
        for (std::size_t i = 0; i < shelf.tracks(p).size(); ++i) {
            const auto t = shelf.tracks(p)[i];
            if (!is_covered(collection, t)) continue;
            covered.push_back(t);
            is_foreign.push_back(planted.foreign[p].contains(t));
            for (std::size_t m = 0; m < 4; ++m)
                scores["1 " + std::string(playlists::sound_method_names[m])].push_back(sound[i].scores[m]);
        }
        const auto usual = music.usual(covered, static_cast<std::size_t>(options.threads));
        std::vector<playlists::AspectRow> rows(covered.size());
        parallel_for(covered.size(), static_cast<std::size_t>(options.threads),
                     [&](std::size_t i) { rows[i] = shelf.evidence(covered[i], p, usual[i]); });
        for (const auto& row : rows) {
            for (std::size_t a = 0; a < playlists::n_aspects; ++a) {
                const auto& term = weights[p].terms[a];
                scores["2 " + std::string(to_string(static_cast<playlists::Aspect>(a)))].push_back(
                    is_missing(row[a]) ? -term.centre : -row[a]);
            }
            scores["3 combined, learnt"].push_back(-weights[p].margin(row));
            figures.calls.add(learning::sigmoid(std::log(share_of_foreign / (1 - share_of_foreign)) -
                                                weights[p].margin(row)),
                              is_foreign[scores["3 combined, learnt"].size() - 1]);
            scores["3 combined, usual weights"].push_back(-usual_weights.margin(row));
        }
        for (const auto& [name, values] : scores) figures.methods[name].add(values, is_foreign);
    }
}

void show(const char* what, const Figures& figures) {
    fmt::print("\n{}\n", what);
    for (const auto& [name, figure] : figures.methods) {
        const auto n = static_cast<double>(figure.n);
        fmt::print("  {:<28} precision@k {:.3f}   {:4.1f} x chance   AUC {:.3f}   ({} playlists)\n",
                   name.substr(2), figure.precision / n, figure.precision / figure.chance, figure.area / n,
                   figure.n);
    }
    const auto& calls = figures.calls;
    for (int level = 0; level < 2; ++level)
        fmt::print("  called with p >= {}: {:.0f}, of which {:.3f} are foreign; {:.3f} of all foreign ones\n",
                   level == 0 ? "0.50" : "0.25", calls.called[level],
                   calls.right[level] / calls.called[level], calls.right[level] / calls.planted);
    fmt::print("  expected by the probabilities {:.0f}, planted {:.0f}\n", calls.expected, calls.planted);
}

int measure(const std::string& library, std::uint64_t seeds, const std::string& person) {
    const auto workspace = engine::open_workspace(library, false);
    workspace->person = person;
    const auto collected = engine::collect(*workspace);
    const auto& collection = collected.collection;
    const auto history = engine::collect_history(*workspace, collected, workspace->person_id());
    const auto community = engine::collect_community(*workspace, collected);
    const similarity::TagSpace space(collection, similarity::make_tag_table(collection, community), {});
    const auto own = own_music(history);
    std::vector<TrackIndex> covered_own;
    std::vector<TrackIndex> catalogue;
    for (const auto t : own)
        if (is_covered(collection, t)) covered_own.push_back(t);
    for (TrackIndex t = 0; t < collection.tracks.size(); ++t)
        if (is_covered(collection, t) && !std::ranges::binary_search(own, t)) catalogue.push_back(t);
    const auto lists = playlists_of(history);
    fmt::print(
        "{} playlists, {} with {} covered tracks or more; {} tracks of the person's, {} of them covered\n",
        lists.size(),
        std::ranges::count_if(lists,
                              [&](const auto& list) { return n_covered(collection, list) >= least_covered; }),
        least_covered, own.size(), covered_own.size());
    Figures from_own;
    Figures from_catalogue;
    const auto start = std::chrono::steady_clock::now();
    playlists::Music music(collection, space.track_vectors(), own, 1);
    music.remember(own, default_threads());
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        judge(music, own, plant(collection, lists, covered_own, seed), seed, from_own, seed == 1);
        if (!catalogue.empty())
            judge(music, own, plant(collection, lists, catalogue, seed), seed, from_catalogue, seed == 1);
    }
    show("foreign tracks from the person's other music", from_own);
    if (!catalogue.empty()) show("foreign tracks from the catalogue", from_catalogue);
    fmt::print("{:.1f} s\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2 || argc > 4) {
        fmt::print(stderr, "usage: playlists_benchmark LIBRARY [SEEDS [PERSON]]\n");
        return 2;
    }
    try {
        return measure(argv[1], argc > 2 ? std::stoull(argv[2]) : 20, argc > 3 ? argv[3] : "me");
    } catch (const Error& error) {
        fmt::print(stderr, "playlists_benchmark: {}\n", error.what());
        return 1;
    }
}
