#include "map.h"

#include "clustering/neighbours.h"
#include "core/random.h"
#include "csv_table.h"
#include "data.h"
#include "genres/genre_map.h"
#include "genres/genre_name.h"
#include "projection/umap.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <set>

namespace attune::genres_benchmark {
namespace {

constexpr std::size_t k = 20;

/// Left and top of each genre of the published map, in pixels.
std::map<std::string, std::array<float, 2>> read_published(const std::filesystem::path& data) {
    const auto table = seed::read_csv(data / "genre_map" / "enao-genres.csv");
    std::map<std::string, std::array<float, 2>> places;
    for (const auto& row : table.rows) {
        const auto pixels = [&](const char* column) {
            return std::strtof(row[table.column(column)].c_str(), nullptr);
        };
        places[genres::canonical_genre(row[table.column("genre")])] = {pixels("left"), pixels("top")};
    }
    return places;
}

/// Columns in standard deviations.
Matrix standardised(Matrix X) {
    for (std::size_t c = 0; c < X.n_columns(); ++c) {
        double sum = 0;
        double squares = 0;
        for (std::size_t r = 0; r < X.n_rows(); ++r) {
            sum += X(r, c);
            squares += static_cast<double>(X(r, c)) * X(r, c);
        }
        const auto n = static_cast<double>(X.n_rows());
        const double deviation = std::sqrt(squares / n - sum * sum / n / n);
        for (std::size_t r = 0; r < X.n_rows(); ++r)
            X(r, c) = static_cast<float>((X(r, c) - sum / n) / deviation);
    }
    return X;
}

double overlap(const Matrix& a, const Matrix& b) {
    const auto near_a = clustering::nearest_neighbours(a, k);
    const auto near_b = clustering::nearest_neighbours(b, k);
    std::size_t shared = 0;
    for (std::size_t row = 0; row < a.n_rows(); ++row) {
        const std::set<std::uint32_t> of_a(near_a.rows_of(row).begin(), near_a.rows_of(row).end());
        for (const auto other : near_b.rows_of(row)) shared += of_a.contains(other) ? 1 : 0;
    }
    return static_cast<double>(shared) / static_cast<double>(k * a.n_rows());
}

/// The rows of ours that both maps have, and the published places of those.
struct Common {
    std::vector<std::size_t> rows;
    Matrix pixels;
};

void print_overlap(const std::string& what, const Matrix& ours, const Common& common, double chance) {
    const auto rows = ours.rows(common.rows);
    const double raw = overlap(rows, common.pixels);
    const double scaled = overlap(rows, standardised(common.pixels));
    fmt::print("  {:<44} {:.4f} ({:.1f} x chance); axes of one scale {:.4f} ({:.1f} x)\n", what, raw,
               raw / chance, scaled, scaled / chance);
}

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The artists without some tags: as a library was before it knew them.
genres::TaggedArtists without(const genres::TaggedArtists& all, const std::set<std::uint32_t>& hidden) {
    genres::TaggedArtists fewer;
    fewer.sound = all.sound;
    std::vector<std::uint32_t> number(all.tags.size());
    for (std::uint32_t tag = 0; tag < all.tags.size(); ++tag) {
        number[tag] = static_cast<std::uint32_t>(fewer.tags.size());
        if (!hidden.contains(tag)) fewer.tags.push_back(all.tags[tag]);
    }
    for (const auto& bag : all.bags) {
        fewer.bags.emplace_back();
        for (const auto& [tag, weight] : bag) {
            if (!hidden.contains(tag)) fewer.bags.back().push_back({number[tag], weight});
        }
    }
    return fewer;
}

/// How far tags of the first map are from there on the second, as a share of the first map's width (root mean
/// square distance from its middle), median and 90th percentile.
std::array<double, 2> movement(const genres::Places& before, const genres::Places& after) {
    double x = 0;
    double y = 0;
    for (const auto& [tag, place] : before) {
        x += place[0];
        y += place[1];
    }
    const auto n = static_cast<double>(before.size());
    double squares = 0;
    std::vector<double> moved;
    for (const auto& [tag, place] : before) {
        squares += std::pow(place[0] - x / n, 2) + std::pow(place[1] - y / n, 2);
        const auto& now = after.at(tag);
        moved.push_back(std::hypot(now[0] - place[0], now[1] - place[1]));
    }
    std::ranges::sort(moved);
    const double width = std::sqrt(squares / n);
    return {moved[moved.size() / 2] / width, moved[moved.size() * 9 / 10] / width};
}

genres::Places places_of(const genres::GenreMap& map, const genres::TagProfiles& profiles) {
    genres::Places places;
    for (std::size_t row = 0; row < map.tags.size(); ++row)
        places[profiles.tags[map.tags[row]]] = {map.coordinates(row, 0), map.coordinates(row, 1)};
    return places;
}

void judge_growth(const genres::TaggedArtists& artists, const genres::GenreMapOptions& options) {
    std::set<std::uint32_t> hidden;
    Random random(3);
    for (std::uint32_t tag = 0; tag < artists.tags.size(); ++tag) {
        if (random.uniform() < 0.1) hidden.insert(tag);
    }
    const auto fewer = genres::profile_tags(without(artists, hidden));
    const auto all = genres::profile_tags(artists);
    const auto before = places_of(genres::draw_map(fewer, options), fewer);
    genres::Places kept;
    for (const auto& [tag, place] : before) {
        const auto row = all.find(tag);
        if (row && all.has_company(*row)) kept[tag] = place;
    }
    const auto goes_on = movement(kept, places_of(genres::draw_map(all, options, kept), all));
    const auto anew = movement(kept, places_of(genres::draw_map(all, options), all));
    fmt::print(
        "one genre in ten is new ({}): old ones move by {:.3f} of the map's width, one in ten by {:.3f} or "
        "more; "
        "drawn anew {:.3f}, {:.3f}\n",
        hidden.size(), goes_on[0], goes_on[1], anew[0], anew[1]);
}

}  // namespace

bool judge_map(const std::filesystem::path& data) {
    const auto published = read_published(data);
    const auto artists = read_artists(data);
    genres::GenreMapOptions options;
    options.threads = 1;  // times that can be compared on any machine
    double worst = 1;
    double chance = 0;
    for (const std::uint64_t seed : {1, 2, 3}) {
        genres::TagProfileOptions profile_options;
        profile_options.seed = seed;
        const auto profiles = genres::profile_tags(artists, profile_options);
        const auto start = std::chrono::steady_clock::now();
        const auto map = genres::draw_map(profiles, options);
        const double seconds = seconds_since(start);
        Common common;
        for (std::size_t row = 0; row < map.tags.size(); ++row) {
            const auto found = published.find(profiles.tags[map.tags[row]]);
            if (found == published.end()) continue;
            common.rows.push_back(row);
            common.pixels.add_row(found->second);
        }
        chance = static_cast<double>(k) / static_cast<double>(common.rows.size() - 1);
        fmt::print("seed {}: {} tags on our map ({:.1f} s), {} of them on the published one; chance {:.4f}\n",
                   seed, map.tags.size(), seconds, common.rows.size(), chance);
        print_overlap("our map", map.coordinates, common, chance);
        worst = std::min(worst, overlap(map.coordinates.rows(common.rows), common.pixels));
        if (seed > 1) continue;
        print_overlap("company alone, not projected", genres::map_space(profiles, map.tags, 0), common,
                      chance);
        for (const double sound : {0.25, 0.5, 1.0, 2.0, 4.0})
            print_overlap(fmt::format("company and {} x sound, not projected", sound),
                          genres::map_space(profiles, map.tags, sound), common, chance);
        if (std::getenv("ATTUNE_VERBOSE") == nullptr) continue;
        for (const double sound : {0.0, 0.25, 1.0, 2.0, 4.0}) {
            auto other = options;
            other.sound = sound;
            print_overlap(fmt::format("a map with {} x sound", sound),
                          genres::draw_map(profiles, other).coordinates, common, chance);
        }
        projection::UmapOptions umap;
        umap.seed = seed;
        print_overlap("the same by UMAP", projection::Umap::fit(map.space, umap).coordinates(), common,
                      chance);
    }
    judge_growth(artists, options);
    return worst >= 5 * chance;
}

}  // namespace attune::genres_benchmark
