#include "recommend/rerank.h"

#include "library/sounding_features.h"
#include "similarity/hubness.h"
#include "taste/surroundings.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace attune::recommend {
namespace {

using library::sounding_features;
using library::TrackIndex;

// Smooths the mix of a list, so that a family that is not yet in it costs something finite.
constexpr double smoothing = 0.01;
constexpr std::size_t neighbours = 10;
constexpr std::size_t sample_size = 400;
// Ten times the chance: among 400 tracks with ten neighbours each this is far outside of what luck gives.
constexpr double most_hubness = 10;

/// Families of each track, by index into the wanted mix; families that the listener never plays share one
/// more.
class Families {
  public:
    Families(const library::Collection& collection, const GenreMix& wanted)
        : collection_(collection), genres_of_artist_(taste::artist_genres(collection)) {
        for (std::size_t f = 0; f < wanted.families.size(); ++f) index_[wanted.families[f]] = f;
        n_ = wanted.families.size() + 1;
    }

    std::size_t n() const { return n_; }

    std::vector<double> of(TrackIndex track) const {
        std::vector<double> shares(n_, 0);
        const auto& genres = genres_of_artist_[collection_.tracks[track].artist];
        for (const auto genre : genres) {
            const auto found = index_.find(genre_family(collection_.genres[genre]));
            shares[found == index_.end() ? n_ - 1 : found->second] +=
                1.0 / static_cast<double>(genres.size());
        }
        return shares;
    }

  private:
    const library::Collection& collection_;
    std::vector<std::vector<library::GenreIndex>> genres_of_artist_;
    std::map<std::string, std::size_t, std::less<>> index_;
    std::size_t n_ = 0;
};

double divergence(std::span<const double> wanted, std::span<const double> sums, double n) {
    double total = 0;
    for (std::size_t f = 0; f < wanted.size(); ++f) {
        if (wanted[f] <= 0) continue;
        const double share = n > 0 ? sums[f] / n : 0;
        total += wanted[f] * std::log(wanted[f] / ((1 - smoothing) * share + smoothing * wanted[f]));
    }
    return total;
}

/// What makes two entries one recording: every known feature equal.
std::vector<float> sound_of(const library::Collection& collection, TrackIndex track) {
    const auto row = collection.features.row(track);
    std::vector<float> sound;
    for (const auto column : sounding_features) {
        if (is_missing(row[column])) return {};
        sound.push_back(row[column]);
    }
    return sound;
}

}  // namespace

std::string genre_family(std::string_view genre) {
    const auto space = genre.rfind(' ');
    return std::string(space == std::string_view::npos ? genre : genre.substr(space + 1));
}

GenreMix genre_mix(const library::Collection& collection, std::span<const library::Play> plays) {
    const auto genres_of_artist = taste::artist_genres(collection);
    std::map<std::string, double> sums;
    double total = 0;
    for (const auto& play : plays) {
        const auto& genres = genres_of_artist[collection.tracks[play.track].artist];
        for (const auto genre : genres) {
            const double share = 1.0 / static_cast<double>(genres.size());
            sums[genre_family(collection.genres[genre])] += share;
            total += share;
        }
    }
    GenreMix mix;
    for (const auto& [family, sum] : sums) {
        mix.families.push_back(family);
        mix.shares.push_back(sum / total);
    }
    return mix;
}

std::vector<double> hubness(const library::Collection& collection, std::span<const TrackIndex> tracks,
                            std::uint64_t seed) {
    const std::vector<std::size_t> rows(tracks.begin(), tracks.end());
    const auto space = similarity::make_space(collection.features.rows(rows).columns(sounding_features),
                                              similarity::Measure::euclidean);
    std::vector<double> hubness(tracks.size(), 0);
    if (space.n_known() < 2 * sample_size) return hubness;
    const auto lists = similarity::neighbour_lists(space, {neighbours, sample_size, seed}, nullptr);
    const auto occurrences = similarity::count_occurrences(lists, tracks.size());
    const double expected =
        static_cast<double>(sample_size * neighbours) / static_cast<double>(space.n_known());
    for (std::size_t i = 0; i < hubness.size(); ++i) {
        // A track in one or two samples is no hub, however rare that is among many tracks.
        if (occurrences[i] > 2) hubness[i] = occurrences[i] / std::max(1.0, expected);
    }
    return hubness;
}

std::vector<ScoredTrack> rerank(const library::Collection& collection, std::vector<ScoredTrack> scored,
                                const GenreMix& wanted, const RerankOptions& options) {
    std::ranges::stable_sort(scored, std::ranges::greater{}, &ScoredTrack::score);
    std::vector<TrackIndex> tracks;
    for (const auto& entry : scored) tracks.push_back(entry.track);
    const auto hub = hubness(collection, tracks, options.seed);
    std::vector<ScoredTrack> pool;
    for (std::size_t i = 0; i < scored.size() && pool.size() < std::max(options.pool, options.count); ++i) {
        if (hub[i] < most_hubness) pool.push_back(scored[i]);
    }

    const Families families(collection, wanted);
    std::vector<std::vector<double>> shares;
    for (const auto& entry : pool) shares.push_back(families.of(entry.track));
    std::vector<double> goal = wanted.shares;
    goal.push_back(0);
    const double spread = pool.size() < 2 ? 1 : std::max(1e-9, pool.front().score - pool.back().score);

    std::vector<ScoredTrack> list;
    std::vector<double> sums(families.n(), 0);
    std::map<library::ArtistIndex, std::size_t> of_artist;
    std::set<library::SongIndex> songs;
    std::set<std::vector<float>> sounds;
    std::vector<bool> taken(pool.size(), false);
    const auto is_allowed = [&](std::size_t i) {
        const auto& track = collection.tracks[pool[i].track];
        if (taken[i] || songs.contains(track.song)) return false;
        const auto found = of_artist.find(track.artist);
        if (found != of_artist.end() && found->second >= options.max_per_artist) return false;
        const auto sound = sound_of(collection, pool[i].track);
        return sound.empty() || !sounds.contains(sound);
    };
    while (list.size() < options.count) {
        double best_value = -1e300;
        std::size_t best = pool.size();
        for (std::size_t i = 0; i < pool.size(); ++i) {
            if (taken[i]) continue;
            const double merit = (pool[i].score - pool.back().score) / spread;
            std::vector<double> with = sums;
            for (std::size_t f = 0; f < with.size(); ++f) with[f] += shares[i][f];
            const double distance = divergence(goal, with, static_cast<double>(list.size() + 1));
            const double value = (1 - options.calibration) * merit - options.calibration * distance;
            if (value > best_value && is_allowed(i)) {
                best_value = value;
                best = i;
            }
        }
        if (best == pool.size()) break;
        const auto& track = collection.tracks[pool[best].track];
        taken[best] = true;
        songs.insert(track.song);
        ++of_artist[track.artist];
        if (auto sound = sound_of(collection, pool[best].track); !sound.empty())
            sounds.insert(std::move(sound));
        for (std::size_t f = 0; f < sums.size(); ++f) sums[f] += shares[best][f];
        list.push_back(pool[best]);
    }
    std::ranges::stable_sort(list, std::ranges::greater{}, &ScoredTrack::score);
    return list;
}

}  // namespace attune::recommend
