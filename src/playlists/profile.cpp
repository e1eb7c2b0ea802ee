#include "playlists/profile.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace attune::playlists {
namespace {

constexpr std::size_t least_known = 5;
constexpr std::size_t most_genres = 6;
constexpr std::size_t most_telling = 4;
// A genre of one track in ten, at the least, is part of what a playlist is.
constexpr double least_of_genre = 0.1;
constexpr double smoothing = 0.02;

std::string_view size_word(double effect) {
    if (std::abs(effect) >= 0.8) return "much ";
    return std::abs(effect) >= 0.5 ? "clearly " : "a little ";
}

double cohens_d(const Spread& a, const Spread& b) {
    const auto n = static_cast<double>(a.n + b.n - 2);
    const double variance = (static_cast<double>(a.n - 1) * a.deviation * a.deviation +
                             static_cast<double>(b.n - 1) * b.deviation * b.deviation) /
                            n;
    return variance > 0 ? (a.mean - b.mean) / std::sqrt(variance) : 0;
}

std::vector<Difference> differences_of(const library::Collection& collection,
                                       std::span<const library::TrackIndex> tracks,
                                       std::span<const library::TrackIndex> elsewhere) {
    const auto here = spreads_of(collection, tracks);
    const auto there = spreads_of(collection, elsewhere);
    std::vector<Difference> differences;
    for (std::size_t q = 0; q < n_quantities; ++q) {
        if (here[q].n < least_known || there[q].n < least_known) continue;
        Difference difference{q, here[q], there[q], cohens_d(here[q], there[q]), ""};
        if (std::abs(difference.effect) >= 0.2) {
            difference.text =
                fmt::format("{}{}: {} on the average, {} elsewhere", size_word(difference.effect),
                            difference.effect > 0 ? quantities[q].more : quantities[q].less,
                            quantity_text(q, here[q].mean), quantity_text(q, there[q].mean));
        }
        differences.push_back(std::move(difference));
    }
    std::ranges::stable_sort(differences, std::ranges::greater{},
                             [](const auto& difference) { return std::abs(difference.effect); });
    return differences;
}

using Shares = std::map<std::string, double, std::less<>>;

/// The share of tracks that are called each genre, among those that are called anything.
Shares shares_of(const library::Collection& collection, std::span<const library::TrackIndex> tracks,
                 std::size_t& n_known) {
    Shares shares;
    n_known = 0;
    for (const auto t : tracks) {
        const auto genres = genres_of(collection, t);
        n_known += genres.empty() ? 0 : 1;
        for (const auto genre : genres) ++shares[std::string(genre)];
    }
    for (auto& [genre, share] : shares) share /= static_cast<double>(n_known);
    return shares;
}

}  // namespace

Profile profile_of(const library::Collection& collection, std::span<const library::TrackIndex> tracks,
                   std::span<const library::TrackIndex> elsewhere) {
    Profile profile;
    profile.n_tracks = tracks.size();
    for (const auto t : tracks) {
        const auto row = quantities_of(collection, t);
        bool has_sound = false;
        for (std::size_t q = 0; q < n_quantities; ++q)
            has_sound = has_sound || (quantities[q].is_sound && !is_missing(row[q]));
        profile.n_with_sound += has_sound ? 1 : 0;
    }
    profile.differences = differences_of(collection, tracks, elsewhere);

    std::size_t n_elsewhere = 0;
    const auto here = shares_of(collection, tracks, profile.n_with_genres);
    const auto there = shares_of(collection, elsewhere, n_elsewhere);
    std::vector<GenreShare> all;
    for (const auto& [genre, share] : here) {
        const auto found = there.find(genre);
        all.push_back({genre, share, found == there.end() ? 0 : found->second});
    }
    std::ranges::stable_sort(all, std::ranges::greater{}, &GenreShare::here);
    profile.genres.assign(all.begin(),
                          all.begin() + static_cast<std::ptrdiff_t>(std::min(most_genres, all.size())));
    if (n_elsewhere == 0) return profile;
    std::erase_if(all,
                  [](const GenreShare& g) { return g.here < least_of_genre || g.here < 1.5 * g.elsewhere; });
    std::ranges::stable_sort(all, std::ranges::greater{}, [](const GenreShare& g) {
        return g.here * std::log((g.here + smoothing) / (g.elsewhere + smoothing));
    });
    all.resize(std::min(most_telling, all.size()));
    profile.telling = std::move(all);
    return profile;
}

}  // namespace attune::playlists
