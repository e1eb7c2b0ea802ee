#include "recommend/rerank.h"

#include "core/error.h"
#include "library/sounding_features.h"
#include "similarity/hubness.h"

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

struct Share {
    std::size_t family = 0;
    double share = 0;
};
using Shares = std::vector<Share>;

/// Families of each track, by index into the wanted mix; families that the listener never plays share one
/// more.
class Families {
  public:
    Families(const library::Collection& collection, const GenreMix& wanted)
        : collection_(collection), genres_of_artist_(library::artist_genres(collection)) {
        for (std::size_t f = 0; f < wanted.families.size(); ++f) index_[wanted.families[f]] = f;
        n_ = wanted.families.size() + 1;
    }

    std::size_t n() const { return n_; }

    /// The families of a track with its share in each, by family; few.
    Shares of(TrackIndex track) const {
        Shares shares;
        const auto& genres = (*genres_of_artist_)[collection_.tracks[track].artist];
        for (const auto genre : genres) {
            const auto found = index_.find(genre_family(collection_.genres[genre]));
            const auto family = found == index_.end() ? n_ - 1 : found->second;
            const auto place = std::ranges::lower_bound(shares, family, {}, &Share::family);
            if (place != shares.end() && place->family == family) {
                place->share += 1.0 / static_cast<double>(genres.size());
            } else {
                shares.insert(place, {family, 1.0 / static_cast<double>(genres.size())});
            }
        }
        return shares;
    }

  private:
    const library::Collection& collection_;
    std::shared_ptr<const library::GenresOfArtists> genres_of_artist_;
    std::map<std::string, std::size_t, std::less<>> index_;
    std::size_t n_ = 0;
};

/// How far a list of tracks is from the wanted mix (Kullback-Leibler), and how far it would be with one track more.
class MixOfList {
  public:
    explicit MixOfList(std::vector<double> wanted) : wanted_(std::move(wanted)), sums_(wanted_.size(), 0) {}

    void add(const Shares& shares) {
        for (const auto& [family, share] : shares) sums_[family] += share;
        ++n_;
        measure();
    }

    /// To be called before the first distance_with() after every add().
    void measure() {
        distance_ = 0;
        for (std::size_t f = 0; f < wanted_.size(); ++f) distance_ += term(f, sums_[f]);
    }

    /// Only the families of the track differ from those of the list.
    double distance_with(const Shares& shares) const {
        double distance = distance_;
        for (const auto& [family, share] : shares)
            distance += term(family, sums_[family] + share) - term(family, sums_[family]);
        return distance;
    }

  private:
    double term(std::size_t family, double sum) const {
        const double wanted = wanted_[family];
        if (wanted <= 0) return 0;
        const double share = sum / (n_ + 1);
        return wanted * std::log(wanted / ((1 - smoothing) * share + smoothing * wanted));
    }

    std::vector<double> wanted_;
    std::vector<double> sums_;
    double n_ = 0;
    double distance_ = 0;
};

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
    const auto genres_of_artist = library::artist_genres(collection);
    std::map<std::string, double> sums;
    double total = 0;
    for (const auto& play : plays) {
        const auto& genres = (*genres_of_artist)[collection.tracks[play.track].artist];
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

namespace {

/// A track that may come into the list.
struct Contender {
    ScoredTrack entry;
    Shares shares;
    std::vector<float> sound;
    bool is_taken = false;
};

/// The best scores of a section, without hubs; best first.
struct Pool {
    std::vector<Contender> contenders;
    std::size_t max_per_artist = 0;
    double spread = 1;  ///< between the best and the last score

    double merit(const Contender& contender) const {
        return (contender.entry.score - contenders.back().entry.score) / spread;
    }
};

Pool make_pool(const library::Collection& collection, std::vector<ScoredTrack> scored,
               const Families& families, std::span<const double> hubness, const RerankOptions& options,
               std::size_t max_per_artist) {
    const auto size = std::max(options.pool, options.count);
    std::ranges::stable_sort(scored, std::ranges::greater{}, &ScoredTrack::score);
    Pool pool;
    pool.max_per_artist = max_per_artist;
    for (const auto& entry : scored) {
        if (pool.contenders.size() == size) break;
        if (!hubness.empty() && hubness[entry.track] >= most_hubness) continue;
        pool.contenders.push_back({entry, families.of(entry.track), sound_of(collection, entry.track)});
    }
    const auto& all = pool.contenders;
    if (all.size() >= 2) pool.spread = std::max(1e-9, all.front().entry.score - all.back().entry.score);
    return pool;
}

/// What a list has already, and so may not have again.
class Taken {
  public:
    explicit Taken(const library::Collection& collection) : collection_(collection) {}

    bool allows(const Contender& contender, std::size_t max_per_artist) const {
        const auto& track = collection_.tracks[contender.entry.track];
        if (songs_.contains(track.song)) return false;
        const auto found = of_artist_.find(track.artist);
        if (found != of_artist_.end() && found->second >= max_per_artist) return false;
        return contender.sound.empty() || !sounds_.contains(contender.sound);
    }

    void take(Contender& contender) {
        const auto& track = collection_.tracks[contender.entry.track];
        contender.is_taken = true;
        songs_.insert(track.song);
        ++of_artist_[track.artist];
        if (!contender.sound.empty()) sounds_.insert(contender.sound);
    }

  private:
    const library::Collection& collection_;
    std::map<library::ArtistIndex, std::size_t> of_artist_;
    std::set<library::SongIndex> songs_;
    std::set<std::vector<float>> sounds_;
};

/// The best of the pool beside what the list has; null if nothing may follow.
Contender* best_of(Pool& pool, const MixOfList& mix, const Taken& taken, double calibration) {
    double best_value = -1e300;
    Contender* best = nullptr;
    for (auto& contender : pool.contenders) {
        if (contender.is_taken) continue;
        const double merit = (1 - calibration) * pool.merit(contender);
        // Scores fall along the pool, and no mix is nearer than the very one: nothing better can come.
        if (merit < best_value) break;
        const double value = merit - calibration * mix.distance_with(contender.shares);
        if (value > best_value && taken.allows(contender, pool.max_per_artist)) {
            best_value = value;
            best = &contender;
        }
    }
    return best;
}

Section other_than(Section section) {
    return section == Section::new_artists ? Section::known_artists : Section::new_artists;
}

}  // namespace

std::vector<double> catalogue_hubness(const library::Collection& collection, std::uint64_t seed) {
    std::vector<TrackIndex> tracks;
    for (TrackIndex t = 0; t < collection.tracks.size(); ++t) {
        if (collection.tracks[t].in_catalogue) tracks.push_back(t);
    }
    const auto of_tracks = hubness(collection, tracks, seed);
    std::vector<double> all(collection.tracks.size(), 0);
    for (std::size_t i = 0; i < tracks.size(); ++i) all[tracks[i]] = of_tracks[i];
    return all;
}

std::vector<ScoredTrack> rerank_sections(const library::Collection& collection, ScoredSections scored,
                                         const GenreMix& wanted, double share_of_new,
                                         const RerankOptions& options, std::span<const double> hubness) {
    require(share_of_new >= 0 && share_of_new <= 1, "share_of_new must be in [0, 1], got {}", share_of_new);
    const Families families(collection, wanted);
    std::array<Pool, n_sections> pools;
    for (const auto section : both_sections) {
        const auto most =
            section == Section::new_artists ? options.max_per_new_artist : options.max_per_artist;
        pools[index_of(section)] =
            make_pool(collection, std::move(scored[index_of(section)]), families, hubness, options, most);
    }
    std::vector<double> goal = wanted.shares;
    goal.push_back(0);
    MixOfList mix(std::move(goal));
    mix.measure();
    Taken taken(collection);
    ScoredSections chosen;
    std::vector<Section> turns;
    while (turns.size() < options.count) {
        auto turn = turn_of(chosen[index_of(Section::new_artists)].size(), turns.size(), share_of_new);
        auto* next = best_of(pools[index_of(turn)], mix, taken, options.calibration);
        if (next == nullptr) {
            turn = other_than(turn);
            next = best_of(pools[index_of(turn)], mix, taken, options.calibration);
        }
        if (next == nullptr) break;
        taken.take(*next);
        mix.add(next->shares);
        chosen[index_of(turn)].push_back(next->entry);
        turns.push_back(turn);
    }
    for (auto& section : chosen)
        std::ranges::stable_sort(section, std::ranges::greater{}, &ScoredTrack::score);
    std::vector<ScoredTrack> list;
    std::array<std::size_t, n_sections> at{};
    for (const auto turn : turns) list.push_back(chosen[index_of(turn)][at[index_of(turn)]++]);
    return list;
}

std::vector<ScoredTrack> rerank(const library::Collection& collection, std::vector<ScoredTrack> scored,
                                const GenreMix& wanted, const RerankOptions& options,
                                std::span<const double> hubness) {
    ScoredSections sections;
    sections[index_of(Section::known_artists)] = std::move(scored);
    return rerank_sections(collection, std::move(sections), wanted, 0, options, hubness);
}

std::vector<ScoredTrack> rerank(const library::Collection& collection, std::vector<ScoredTrack> scored,
                                const GenreMix& wanted, const RerankOptions& options) {
    std::vector<TrackIndex> tracks;
    for (const auto& entry : scored) tracks.push_back(entry.track);
    std::ranges::sort(tracks);
    const auto of_tracks = hubness(collection, tracks, options.seed);
    std::vector<double> all(collection.tracks.size(), 0);
    for (std::size_t i = 0; i < tracks.size(); ++i) all[tracks[i]] = of_tracks[i];
    return rerank(collection, std::move(scored), wanted, options, all);
}

}  // namespace attune::recommend
