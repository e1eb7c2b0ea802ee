#include "engine/playlists/shared_tastes.h"

#include "core/error.h"
#include "engine/library/snapshot.h"
#include "engine/playlists/shelf.h"
#include "library/audio_features.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace attune::engine {
namespace {

using library::AudioFeature;
using library::TrackIndex;

constexpr std::size_t most_genres = 5;
constexpr std::size_t least_heard = 10;
constexpr std::size_t n_bins = 8;
/// Standard deviations between two means from which on a difference is worth a word.
constexpr double least_difference = 0.3;

/// What is compared, and what more of it is in words.
struct ComparedFeature {
    AudioFeature feature;
    std::string_view more;
};
constexpr std::array compared_features{ComparedFeature{AudioFeature::energy, "more energetic"},
                                       ComparedFeature{AudioFeature::valence, "happier"},
                                       ComparedFeature{AudioFeature::danceability, "more danceable"},
                                       ComparedFeature{AudioFeature::acousticness, "more acoustic"},
                                       ComparedFeature{AudioFeature::tempo, "faster"}};

struct Contributor {
    std::string name;
    std::set<TrackIndex> tracks;
    std::set<library::ArtistIndex> artists;
    std::vector<std::string> playlists;
    std::map<library::GenreIndex, double> genres;  ///< shares, sum 1 if there are any
};

/// Each track counts one, shared among the genres of its artist.
std::map<library::GenreIndex, double> genre_mix(const library::Collection& collection,
                                                const std::set<TrackIndex>& tracks) {
    std::map<library::GenreIndex, double> mix;
    double n = 0;
    for (const auto t : tracks) {
        const auto& of_artist = collection.artists[collection.tracks[t].artist].genres;
        const auto& genres = of_artist.empty() ? collection.tracks[t].tags : of_artist;
        if (genres.empty()) continue;
        ++n;
        for (const auto genre : genres) mix[genre] += 1.0 / static_cast<double>(genres.size());
    }
    for (auto& [genre, share] : mix) share /= n;
    return mix;
}

std::vector<Contributor> contributors_of(Workspace& workspace, library::PersonId person,
                                         const Collected& collected,
                                         const std::vector<store::PlaylistRow>& rows) {
    std::vector<Contributor> people;
    for (const auto& name : workspace.store->contributors(person)) {
        Contributor one;
        one.name = name;
        for (const auto& row : rows) {
            bool added = false;
            for (const auto& item : row.items) {
                if (item.added_by != name) continue;
                added = true;
                one.tracks.insert(collected.track_index.at(item.track));
            }
            if (added) one.playlists.push_back(row.name);
        }
        if (one.tracks.empty()) continue;
        for (const auto t : one.tracks) one.artists.insert(collected.collection.tracks[t].artist);
        one.genres = genre_mix(collected.collection, one.tracks);
        people.push_back(std::move(one));
    }
    return people;
}

/// The known values of a feature among tracks, ascending.
std::vector<float> values_of(const library::Collection& collection, const std::set<TrackIndex>& tracks,
                             AudioFeature feature) {
    std::vector<float> values;
    for (const auto t : tracks) {
        const float x = collection.features(t, static_cast<std::size_t>(feature));
        if (!is_missing(x)) values.push_back(x);
    }
    std::ranges::sort(values);
    return values;
}

std::optional<double> mean_of(const std::vector<float>& values) {
    if (values.empty()) return std::nullopt;
    double sum = 0;
    for (const float x : values) sum += static_cast<double>(x);
    return sum / static_cast<double>(values.size());
}

double deviation_of(const std::vector<float>& values) {
    const double mean = mean_of(values).value_or(0);
    double squares = 0;
    for (const float x : values) squares += (static_cast<double>(x) - mean) * (static_cast<double>(x) - mean);
    return std::sqrt(squares / static_cast<double>(std::max<std::size_t>(values.size(), 1)));
}

template <class Key>
double overlap(const std::map<Key, double>& a, const std::map<Key, double>& b) {
    double sum = 0;
    for (const auto& [key, share] : a) {
        const auto found = b.find(key);
        if (found != b.end()) sum += std::min(share, found->second);
    }
    return sum;
}

/// How many of the values lie in each eighth of all of them, as shares.
std::map<std::size_t, double> shares_of_bins(const std::vector<float>& values,
                                             const std::vector<float>& all) {
    std::map<std::size_t, double> shares;
    for (const float x : values) {
        const auto below = static_cast<std::size_t>(std::ranges::lower_bound(all, x) - all.begin());
        shares[n_bins * below / all.size()] += 1.0 / static_cast<double>(values.size());
    }
    return shares;
}

/// Compares the sound of two people among all of these tracks.
class SoundOfPair {
  public:
    SoundOfPair(const library::Collection& collection, const std::set<TrackIndex>& all, const Contributor& a,
                const Contributor& b) {
        for (const auto& [feature, more] : compared_features) {
            const auto of_all = values_of(collection, all, feature);
            const auto of_a = values_of(collection, a.tracks, feature);
            const auto of_b = values_of(collection, b.tracks, feature);
            if (of_a.size() < least_heard || of_b.size() < least_heard) continue;
            sum_ += overlap(shares_of_bins(of_a, of_all), shares_of_bins(of_b, of_all));
            ++n_;
            const double deviation = deviation_of(of_all);
            const double difference = deviation > 0 ? (*mean_of(of_a) - *mean_of(of_b)) / deviation : 0;
            if (std::abs(difference) > std::abs(largest_)) {
                largest_ = difference;
                more_ = more;
            }
        }
    }

    std::optional<double> shared() const { return n_ > 0 ? std::optional(sum_ / n_) : std::nullopt; }

    /// "Anna's is faster"; empty if there is no difference worth a word.
    std::string difference(const Contributor& a, const Contributor& b) const {
        if (std::abs(largest_) < least_difference) return {};
        return fmt::format("what {} added is {}", largest_ > 0 ? a.name : b.name, more_);
    }

  private:
    double sum_ = 0;
    double n_ = 0;
    double largest_ = 0;
    std::string_view more_;
};

/// The genre that both have most of; empty if they share none.
std::string shared_genre(const library::Collection& collection, const Contributor& a, const Contributor& b) {
    double best = 0;
    std::string name;
    for (const auto& [genre, share] : a.genres) {
        const auto found = b.genres.find(genre);
        const double least = found == b.genres.end() ? 0 : std::min(share, found->second);
        if (least > best) {
            best = least;
            name = collection.genres[genre];
        }
    }
    return name;
}

template <class T>
std::size_t n_shared(const std::set<T>& a, const std::set<T>& b) {
    return static_cast<std::size_t>(std::ranges::count_if(a, [&](const auto& x) { return b.contains(x); }));
}

shapes::PersonTaste taste_of(const library::Collection& collection, const Contributor& one) {
    shapes::PersonTaste taste;
    taste.person = one.name;
    taste.tracks = one.tracks.size();
    taste.artists = one.artists.size();
    taste.playlists = one.playlists;
    std::vector<std::pair<double, library::GenreIndex>> order;
    for (const auto& [genre, share] : one.genres) order.emplace_back(-share, genre);
    std::ranges::sort(order);
    for (std::size_t i = 0; i < std::min(order.size(), most_genres); ++i)
        taste.genres.push_back({collection.genres[order[i].second], -order[i].first});
    for (std::size_t f = 0; f < library::n_audio_features; ++f)
        taste.sound.values[f] = mean_of(values_of(collection, one.tracks, static_cast<AudioFeature>(f)));
    std::vector<int> years;
    for (const auto t : one.tracks) {
        if (const auto year = collection.tracks[t].release_year) years.push_back(*year);
    }
    std::ranges::sort(years);
    if (!years.empty()) taste.years.median = years[years.size() / 2];
    return taste;
}

shapes::TastePair pair_of(const library::Collection& collection, const std::set<TrackIndex>& all,
                          const Contributor& a, const Contributor& b) {
    const SoundOfPair sound(collection, all, a, b);
    const auto genre = shared_genre(collection, a, b);
    const auto difference = sound.difference(a, b);
    std::string text = genre.empty() ? "no genre in common" : "both add " + genre;
    if (!difference.empty()) text += "; " + difference;
    const bool has_genres = !a.genres.empty() && !b.genres.empty();
    shapes::TastePair pair{
        a.name,         b.name, n_shared(a.tracks, b.tracks), n_shared(a.artists, b.artists), std::nullopt,
        sound.shared(), {}};
    if (has_genres) pair.genres = overlap(a.genres, b.genres);
    if (has_genres || !difference.empty()) pair.text = text;
    return pair;
}

}  // namespace

shapes::Tastes shared_tastes(Workspace& workspace, std::string_view playlist) {
    Snapshot snapshot(workspace);
    const auto person = workspace.person_id();
    auto rows = workspace.store->playlists(person);
    if (!playlist.empty()) rows = {rows[find_playlist(rows, playlist)]};
    const auto read = snapshot.collected();
    const auto& collected = *read;
    const auto people = contributors_of(workspace, person, collected, rows);
    std::set<TrackIndex> all;
    for (const auto& one : people) all.insert(one.tracks.begin(), one.tracks.end());
    shapes::Tastes tastes;
    for (std::size_t a = 0; a < people.size(); ++a) {
        tastes.people.push_back(taste_of(collected.collection, people[a]));
        for (std::size_t b = a + 1; b < people.size(); ++b)
            tastes.pairs.push_back(pair_of(collected.collection, all, people[a], people[b]));
    }
    return tastes;
}

shapes::Tastes rename_contributor(Workspace& workspace, std::string_view from, std::string_view to) {
    check_person_name(to);
    workspace.store->rename_contributor(workspace.person_id(), from, to);
    return shared_tastes(workspace, "");
}

}  // namespace attune::engine
