#include "playlists/shelf.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace attune::playlists {
namespace {

// Counts as so many members that are as alike as usual.
constexpr double prior = 2;

double ratio(double sum, double n) { return std::log((sum + prior) / (n + prior)); }

}  // namespace

Shelf::Shelf(const Music& music, std::vector<std::vector<TrackIndex>> playlists)
    : music_(&music), playlists_(std::move(playlists)) {
    const auto& tracks = music.collection().tracks;
    for (const auto& members : playlists_) {
        sorted_.push_back(members);
        std::ranges::sort(sorted_.back());
        artists_.emplace_back();
        for (const auto t : members) ++artists_.back()[tracks[t].artist];
    }
    dots_ = Matrix(size(), size());
    for (std::size_t p = 0; p < size(); ++p) {
        squares_.push_back(0);
        for (const auto& [artist, n] : artists_[p]) {
            listings_[artist].push_back({p, n});
            squares_[p] += n;
        }
    }
    for (const auto& [artist, on] : listings_) {
        for (const auto& a : on) {
            for (const auto& b : on) dots_(a.playlist, b.playlist) += std::sqrt(a.n_tracks * b.n_tracks);
        }
    }
}

bool Shelf::holds(std::size_t playlist, TrackIndex track) const {
    return std::ranges::binary_search(sorted_[playlist], track);
}

double Shelf::weight(std::size_t playlist, library::ArtistIndex artist) const {
    const auto found = artists_[playlist].find(artist);
    return found == artists_[playlist].end() ? 0 : std::sqrt(found->second);
}

double Shelf::likeness(std::size_t a, std::size_t b, library::ArtistIndex without) const {
    const double of_a = weight(a, without);
    const double of_b = weight(b, without);
    const double squares = (squares_[a] - of_a * of_a) * (squares_[b] - of_b * of_b);
    return squares > 0 ? std::max(0.0, dots_(a, b) - of_a * of_b) / std::sqrt(squares) : 0;
}

float Shelf::listing_evidence(TrackIndex track, std::size_t playlist) const {
    const auto artist = music_->collection().tracks[track].artist;
    const auto found = listings_.find(artist);
    if (found == listings_.end()) return missing;
    double sum = 0;
    double n = 0;
    for (const auto& listing : found->second) {
        if (listing.playlist == playlist) continue;
        const double others = listing.n_tracks - (holds(listing.playlist, track) ? 1 : 0);
        if (others <= 0) continue;
        sum += std::log1p(others) * likeness(listing.playlist, playlist, artist);
        n += std::log1p(others);
    }
    if (n == 0) return missing;
    double usual = 0;
    double total = 0;
    for (std::size_t q = 0; q < size(); ++q) {
        if (q == playlist) continue;
        const auto size_of_q = static_cast<double>(playlists_[q].size());
        usual += size_of_q * likeness(q, playlist, artist);
        total += size_of_q;
    }
    return usual > 0 ? static_cast<float>(ratio(sum * total / usual, n)) : missing;
}

AspectRow Shelf::evidence(TrackIndex track, std::size_t playlist, const AspectRow& usual) const {
    const auto& tracks = music_->collection().tracks;
    std::array<double, n_aspects> sums{};
    std::array<double, n_aspects> counts{};
    for (const auto other : playlists_[playlist]) {
        if (tracks[other].song == tracks[track].song) continue;
        const auto row = music_->likeness(track, other);
        for (std::size_t a = 0; a < n_pair_aspects; ++a) {
            if (is_missing(row[a]) || is_missing(usual[a])) continue;
            sums[a] += row[a] / usual[a];
            ++counts[a];
        }
    }
    AspectRow evidence;
    evidence.fill(missing);
    for (std::size_t a = 0; a < n_pair_aspects; ++a)
        if (counts[a] > 0) evidence[a] = static_cast<float>(ratio(sums[a], counts[a]));
    evidence[static_cast<std::size_t>(Aspect::listing)] = listing_evidence(track, playlist);
    return evidence;
}

}  // namespace attune::playlists
