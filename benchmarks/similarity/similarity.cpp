// How long it takes to find the nearest tracks of a library, and how hubs stand in the way, before and after
// mutual proximity, under each measure. The nearest tracks are held against a full sort before they are
// timed.
//
// usage: similarity_benchmark LIBRARY

#include "core/parallel.h"
#include "core/random.h"
#include "engine/library/collect.h"
#include "similarity/audio_space.h"
#include "similarity/hubness.h"
#include "similarity/tag_space.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace {

using namespace attune;
using similarity::Space;

double milliseconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// The nearest by sorting everything by Space::distance.
std::vector<std::uint32_t> by_full_sort(const Space& space, std::size_t from, std::size_t k) {
    std::vector<std::pair<float, std::uint32_t>> all;
    for (std::uint32_t i = 0; i < space.size(); ++i) {
        if (i != from && space.knows(i) && space.knows(from)) all.emplace_back(space.distance(from, i), i);
    }
    std::ranges::sort(all);
    std::vector<std::uint32_t> nearest;
    for (std::size_t i = 0; i < std::min(k, all.size()); ++i) nearest.push_back(all[i].second);
    return nearest;
}

bool agrees_with_full_sort(const Space& space) {
    for (std::size_t from = 0; from < space.size(); from += space.size() / 7 + 1) {
        const auto expected = by_full_sort(space, from, 10);
        const auto got = similarity::nearest(space.distances(from), 10);
        if (!std::ranges::equal(expected, got, {}, {}, &similarity::Near::index)) return false;
    }
    return true;
}

/// A seeded sample of the rows: with all of a sample's neighbours looked at, each row is expected in k lists,
/// so that the skewness is that of hubs and not that of rare events.
Matrix sample_of(const Matrix& X) {
    std::vector<std::size_t> rows;
    for (std::size_t r = 0; r < X.n_rows(); ++r) {
        if (std::ranges::any_of(X.row(r), [](float x) { return !is_missing(x) && x != 0; }))
            rows.push_back(r);
    }
    Random random(1);
    random.shuffle(rows);
    rows.resize(std::min<std::size_t>(rows.size(), 5000));
    return X.rows(rows);
}

void show_hubness(const char* what, const Space& space, const similarity::MutualProximity* mutual) {
    const auto lists = similarity::neighbour_lists(space, {10, space.size(), 1}, mutual);
    const auto of_10 =
        similarity::hubness_of(similarity::count_occurrences(lists, space.size()), lists.size());
    const auto long_lists = similarity::neighbour_lists(space, {100, space.size(), 1}, mutual);
    const auto of_100 =
        similarity::hubness_of(similarity::count_occurrences(long_lists, space.size()), long_lists.size());
    fmt::print(
        "  {:<18} skewness of 10-occurrences {:5.2f}   largest share of top 100 {:5.2f} %   in no top 10 "
        "{:4.1f} %\n",
        what, of_10.skewness, 100 * of_100.largest_share, 100 * of_10.never);
}

void show_hubness(const Space& space) {
    show_hubness("as measured", space, nullptr);
    const similarity::MutualProximity mutual(space);
    show_hubness("mutual proximity", space, &mutual);
}

bool measure(const char* name, const Matrix& features, similarity::Measure distance) {
    auto start = std::chrono::steady_clock::now();
    const auto space = similarity::make_audio_space(features, distance);
    const double space_ms = milliseconds_since(start);
    if (!agrees_with_full_sort(space)) {
        fmt::print("{}: the nearest are not those of a full sort\n", name);
        return false;
    }
    similarity::MutualProximityOptions options;
    options.threads = default_threads();
    start = std::chrono::steady_clock::now();
    const similarity::MutualProximity mutual(space, options);
    const double mutual_ms = milliseconds_since(start);
    constexpr std::size_t n_queries = 50;
    start = std::chrono::steady_clock::now();
    for (std::size_t q = 0; q < n_queries; ++q)
        similarity::nearest(space.distances(q * space.size() / n_queries), 20);
    const double plain_ms = milliseconds_since(start) / n_queries;
    start = std::chrono::steady_clock::now();
    for (std::size_t q = 0; q < n_queries; ++q) {
        const auto from = q * space.size() / n_queries;
        similarity::nearest(mutual.apply(from, space.distances(from)), 20);
    }
    const double mutual_query_ms = milliseconds_since(start) / n_queries;
    fmt::print(
        "{}: {} tracks; space {:.0f} ms, mutual proximity {:.0f} ms on {} threads; 20 nearest {:.2f} ms, "
        "mutual "
        "{:.2f} ms\n",
        name, space.n_known(), space_ms, mutual_ms, options.threads, plain_ms, mutual_query_ms);
    show_hubness(similarity::make_audio_space(sample_of(features), distance));
    return true;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        fmt::print(stderr, "usage: similarity_benchmark LIBRARY\n");
        return 2;
    }
    try {
        const auto workspace = engine::open_workspace(argv[1], false);
        const auto collected = engine::collect(*workspace);
        const auto& features = collected.collection.features;
        const bool all_right = measure("cosine", features, similarity::Measure::cosine) &&
                               measure("euclidean", features, similarity::Measure::euclidean) &&
                               measure("mahalanobis", features, similarity::Measure::mahalanobis);
        const similarity::TagSpace tags(collected.collection,
                                        similarity::make_tag_table(collected.collection, {}), {});
        fmt::print("artists among words, cosine of 64 columns\n");
        show_hubness(
            similarity::make_space(sample_of(tags.artist_vectors()), similarity::Measure::cosine, false));
        return all_right ? 0 : 1;
    } catch (const Error& error) {
        fmt::print(stderr, "similarity_benchmark: {}\n", error.what());
        return 1;
    }
}
