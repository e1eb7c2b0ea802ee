#include "recommend/new_artists.h"

#include "learning/numerics/minimise.h"
#include "recommend/past_cuts.h"
#include "taste/moments.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace attune::recommend {
namespace {

using library::ArtistIndex;
using library::ItemIndex;

// The cold weights were found on the past of one listener at half of their plays, in steps of a quarter.
constexpr NewArtistColumn columns_of_new[] = {
    {"listeners_fit", "listeners", "people who play your artists play it", 1},
    {"listeners_reach", "popularity", "many people play it", 0.5},
    {"catalogue_tracks", "catalogue", "your catalogues have much of it", 0.5},
    {"catalogue_popularity", "popularity", "it is popular in your catalogues", 0.25},
};
constexpr std::size_t n_columns = std::size(columns_of_new);

constexpr std::size_t least_plays = 500;
constexpr double pull_to_cold = 100;

struct Examples {
    Matrix X;
    std::vector<float> y;
    std::vector<float> weights;
};

std::vector<int> plays_of_artists(const library::Collection& collection,
                                  std::span<const library::Play> plays) {
    std::vector<int> n(collection.artists.size(), 0);
    for (const auto& play : plays) ++n[collection.tracks[play.track].artist];
    return n;
}

void standardise(Matrix& X, std::size_t column) {
    std::vector<float> values;
    for (std::size_t i = 0; i < X.n_rows(); ++i) values.push_back(X(i, column));
    const auto scale = taste::moments_of(values);
    for (std::size_t i = 0; i < X.n_rows(); ++i)
        X(i, column) = static_cast<float>(scale.standardised(values[i]));
}

/// The artists that were taken up after a moment among all that were new then; both classes count alike.
void add_moment(const library::Collection& collection, const library::History& known,
                const Listeners& listeners, std::size_t cut, Examples& into) {
    const auto chosen = taken_up(collection, listeners, known.plays, cut, known.plays.size());
    if (chosen.empty()) return;
    library::History past;
    past.plays.assign(known.plays.begin(), known.plays.begin() + static_cast<std::ptrdiff_t>(cut));
    const auto own = listeners.own_artists(past);
    const Matrix X = NewArtists::columns(collection, listeners, own);
    const double n_others = static_cast<double>(X.n_rows() - own.items.size() - chosen.size());
    const auto weight_of_others =
        static_cast<float>(static_cast<double>(chosen.size()) / std::max(1.0, n_others));
    for (ItemIndex item = 0; item < X.n_rows(); ++item) {
        if (std::ranges::binary_search(own.items, item)) continue;
        const bool is_chosen = std::ranges::binary_search(chosen, item);
        into.X.add_row(X.row(item));
        into.y.push_back(is_chosen ? 1.0F : -1.0F);
        into.weights.push_back(is_chosen ? 1.0F : weight_of_others);
    }
}

/// Logistic loss and the pull to the cold weights; the last of x is the constant.
double loss(const Examples& examples, const NewArtists::Weights& cold, std::span<const double> x,
            std::span<double> slope) {
    std::ranges::fill(slope, 0);
    double sum = 0;
    for (std::size_t i = 0; i < examples.y.size(); ++i) {
        const auto row = examples.X.row(i);
        double margin = x[n_columns];
        for (std::size_t c = 0; c < n_columns; ++c) margin += x[c] * row[c];
        margin *= examples.y[i];
        sum += examples.weights[i] *
               (margin > 0 ? std::log1p(std::exp(-margin)) : std::log1p(std::exp(margin)) - margin);
        const double step = -examples.weights[i] * examples.y[i] / (1 + std::exp(margin));
        for (std::size_t c = 0; c < n_columns; ++c) slope[c] += step * row[c];
        slope[n_columns] += step;
    }
    for (std::size_t c = 0; c < n_columns; ++c) {
        sum += pull_to_cold / 2 * (x[c] - cold[c]) * (x[c] - cold[c]);
        slope[c] += pull_to_cold * (x[c] - cold[c]);
    }
    return sum;
}

}  // namespace

std::span<const NewArtistColumn> new_artist_columns() noexcept { return columns_of_new; }

std::vector<ArtistIndex> artists_taken_up(const library::Collection& collection,
                                          std::span<const library::Play> plays, std::size_t cut,
                                          std::size_t until) {
    const auto before = plays_of_artists(collection, plays.first(cut));
    const auto after = plays_of_artists(collection, plays.subspan(cut, until - cut));
    std::vector<ArtistIndex> artists;
    for (ArtistIndex a = 0; a < before.size(); ++a) {
        if (before[a] == 0 && after[a] >= taken_up_plays) artists.push_back(a);
    }
    return artists;
}

std::vector<ItemIndex> taken_up(const library::Collection& collection, const Listeners& listeners,
                                std::span<const library::Play> plays, std::size_t cut, std::size_t until) {
    const auto artists = artists_taken_up(collection, plays, cut, until);
    std::vector<ItemIndex> items;
    std::set<ArtistIndex> seen;
    const auto& of_community = listeners.community().artists;
    for (ItemIndex item = 0; item < of_community.size(); ++item) {
        const auto artist = of_community[item].artist;
        if (artist && std::ranges::binary_search(artists, *artist) && seen.insert(*artist).second)
            items.push_back(item);
    }
    return items;
}

Matrix NewArtists::columns(const library::Collection& collection, const Listeners& listeners,
                           const OwnItems& own) {
    std::vector<float> n_tracks(collection.artists.size(), 0);
    std::vector<float> popularity(collection.artists.size(), 0);
    for (const auto& track : collection.tracks) {
        if (!track.in_catalogue) continue;
        n_tracks[track.artist] += 1;
        popularity[track.artist] = std::max(popularity[track.artist], track.popularity.value_or(0));
    }
    const auto& artists = listeners.community().artists;
    const auto fit = listeners.artist_fit(own);
    Matrix X(artists.size(), n_columns);
    for (ItemIndex item = 0; item < artists.size(); ++item) {
        const auto artist = artists[item].artist;
        X(item, 0) = fit[item];
        X(item, 1) = listeners.artist_reach()[item];
        X(item, 2) = artist ? std::log1p(n_tracks[*artist]) : 0;
        X(item, 3) = artist ? popularity[*artist] : 0;
    }
    for (std::size_t c = 1; c < n_columns; ++c) standardise(X, c);
    return X;
}

NewArtists NewArtists::fit(const library::Collection& collection, const library::History& known,
                           const Listeners& listeners, std::string_view without, const Task& task) {
    NewArtists model;
    for (const auto& column : columns_of_new) model.weights_.push_back(column.cold_weight);
    if (known.plays.size() >= least_plays) {
        Examples examples;
        const auto cuts = past_cuts(known.plays.size());
        for (std::size_t m = 0; m < cuts.size(); ++m) {
            task.report("replaying which artists you took up", m, cuts.size());
            add_moment(collection, known, listeners, cuts[m], examples);
        }
        auto x = model.weights_;
        x.push_back(0);
        learning::minimise([&](auto at, auto slope) { return loss(examples, model.weights_, at, slope); }, x,
                           1e-4, 100, task);
        x.pop_back();
        model.weights_ = x;
    }
    for (std::size_t c = 0; c < n_columns; ++c) {
        if (columns_of_new[c].source == without) model.weights_[c] = 0;
    }
    return model;
}

std::vector<float> NewArtists::score(const Matrix& X) const {
    std::vector<float> scores;
    for (std::size_t i = 0; i < X.n_rows(); ++i) {
        double sum = 0;
        for (std::size_t c = 0; c < n_columns; ++c) sum += weights_[c] * X(i, c);
        scores.push_back(static_cast<float>(sum));
    }
    return scores;
}

}  // namespace attune::recommend
