#include "evaluation/list_figures.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace attune::evaluation {
namespace {

using library::ArtistIndex;

/// One minus the mean cosine of two different entries that have a place among genres.
std::optional<double> diversity(std::span<const ArtistIndex> artists, const taste::Surroundings& space) {
    double sum = 0;
    double n = 0;
    for (std::size_t i = 0; i < artists.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (!space.placed[artists[i]] || !space.placed[artists[j]]) continue;
            sum += 1 - space.cosine(artists[i], artists[j]);
            n += 1;
        }
    }
    return n > 0 ? std::optional(sum / n) : std::nullopt;
}

/// The mean of -log2((1 + people who play the artist) / (1 + people)), over artists that others know.
std::optional<double> novelty(std::span<const ArtistIndex> artists, const taste::OthersSay& said,
                              std::size_t people) {
    double sum = 0;
    double n = 0;
    for (const auto artist : artists) {
        if (artist >= said.artist_reach.size() || is_missing(said.artist_reach[artist])) continue;
        sum += std::log2(1 + static_cast<double>(people)) - said.artist_reach[artist] / std::log(2.0);
        n += 1;
    }
    return n > 0 ? std::optional(sum / n) : std::nullopt;
}

}  // namespace

std::vector<Figure> list_figures(const library::Collection& collection, const library::History& history,
                                 std::size_t cut, const taste::Surroundings& space,
                                 std::span<const library::TrackIndex> list, double share) {
    std::set<ArtistIndex> played;
    for (const auto& play : std::span(history.plays).first(cut))
        played.insert(collection.tracks[play.track].artist);
    std::vector<ArtistIndex> artists;
    double n_new = 0;
    for (const auto track : list) {
        artists.push_back(collection.tracks[track].artist);
        n_new += played.contains(artists.back()) ? 0 : 1;
    }
    std::vector<Figure> figures;
    const auto add = [&](std::string metric, std::optional<double> value) {
        figures.push_back({"list", "attune", std::move(metric), share, list.size(), value, {}, {}});
    };
    if (list.empty()) return figures;
    add("artists@100", static_cast<double>(std::set<ArtistIndex>(artists.begin(), artists.end()).size()));
    add("new_artists@100", n_new / static_cast<double>(list.size()));
    add("diversity@100", diversity(artists, space));
    if (space.others) {
        library::History known;
        known.plays.assign(history.plays.begin(), history.plays.begin() + static_cast<std::ptrdiff_t>(cut));
        add("novelty@100", novelty(artists, space.others->say(known), space.others->n_people()));
    }
    return figures;
}

}  // namespace attune::evaluation
