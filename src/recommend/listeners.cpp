#include "recommend/listeners.h"

#include "core/error.h"
#include "core/hash.h"
#include "core/json.h"
#include "core/json_text.h"
#include "core/matrix.h"
#include "taste/moments.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace attune::recommend {
namespace {

using library::ArtistIndex;
using library::ItemIndex;
using library::TrackIndex;

// Counts of different sources (years of scrobbles, one playlist) do not compare: by their roots, against the person's
// mean. A strong penalty, for communities may be small. Chosen among seven settings by which new artists one listener
// took up (docs/reference/evaluation.md); the side of the largest dense matrix is 64 MB.
constexpr std::string_view ease_options =
    "weighting=sqrt,regularization=1000,dropout=0.3,popularity_discount=0.1,most_dense=4000";

std::vector<float> reach_of(const library::Interactions& plays) {
    std::vector<float> people(plays.n_items(), 0);
    for (library::UserIndex user = 0; user < plays.n_users(); ++user) {
        for (const auto item : plays.row(user).indices) people[item] += 1;
    }
    for (float& n : people) n = std::log1p(n);
    return people;
}

/// Sums by item; what stands for one thing under several names counts once for each.
OwnItems own_items(std::size_t n_items, std::span<const float> plays,
                   const std::vector<std::vector<ItemIndex>>& items_of) {
    std::vector<float> sums(n_items, 0);
    for (std::size_t thing = 0; thing < plays.size(); ++thing) {
        if (!(plays[thing] > 0)) continue;
        for (const auto item : items_of[thing]) sums[item] += plays[thing];
    }
    OwnItems own;
    for (ItemIndex item = 0; item < n_items; ++item) {
        if (!(sums[item] > 0)) continue;
        own.items.push_back(item);
        own.values.push_back(sums[item]);
    }
    return own;
}

std::vector<float> standardised_fit(const collaborative::Recommender& model, const OwnItems& own) {
    if (own.items.empty()) return std::vector<float>(model.n_items(), 0);
    auto scores = model.score(own.profile());
    const auto moments = taste::moments_of(scores);
    for (float& score : scores) score = static_cast<float>(moments.standardised(score));
    return scores;
}

/// Of things with several items the largest value; missing for those without.
std::vector<float> spread(std::span<const float> of_items,
                          const std::vector<std::vector<ItemIndex>>& items_of) {
    std::vector<float> values(items_of.size(), missing);
    for (std::size_t thing = 0; thing < items_of.size(); ++thing) {
        for (const auto item : items_of[thing]) {
            if (!(values[thing] >= of_items[item])) values[thing] = of_items[item];
        }
    }
    return values;
}

std::unique_ptr<collaborative::Recommender> learn(const library::Interactions& plays,
                                                  const ListenersOptions& options, const Task& task) {
    if (plays.size() == 0) return nullptr;
    auto model = collaborative::make_recommender("ease", ease_options);
    model->fit(plays, {.seed = options.seed, .threads = options.threads}, task);
    return model;
}

std::string fingerprint_of(const library::Community& community) {
    std::string names;
    for (const auto& artist : community.artists) names += artist.name + '\n';
    for (const auto& track : community.tracks) names += track.artist_name + '\t' + track.track_name + '\n';
    return fmt::format("{:016x}-{}-{}", stable_hash(names), community.artist_plays.size(),
                       community.track_plays.size());
}

std::string saved_or_empty(const std::unique_ptr<collaborative::Recommender>& model) {
    return model ? model->save() : std::string();
}

}  // namespace

Listeners::Listeners(const library::Collection& collection, library::Community community)
    : community_(std::move(community)),
      n_artists_(collection.artists.size()),
      n_tracks_(collection.tracks.size()),
      items_of_artist_(n_artists_),
      items_of_track_(n_tracks_),
      artist_reach_(reach_of(community_.artist_plays)) {
    for (const auto& track : collection.tracks) artist_of_track_.push_back(track.artist);
    for (ItemIndex item = 0; item < community_.artists.size(); ++item) {
        if (const auto artist = community_.artists[item].artist) items_of_artist_[*artist].push_back(item);
    }
    for (ItemIndex item = 0; item < community_.tracks.size(); ++item) {
        if (const auto track = community_.tracks[item].track) items_of_track_[*track].push_back(item);
    }
}

std::shared_ptr<const Listeners> Listeners::fit(const library::Collection& collection,
                                                library::Community community, const ListenersOptions& options,
                                                const Task& task) {
    if (community.artist_plays.size() == 0 && community.track_plays.size() == 0) return nullptr;
    std::shared_ptr<Listeners> listeners(new Listeners(collection, std::move(community)));
    listeners->artists_ = learn(listeners->community_.artist_plays, options, task);
    listeners->tracks_ = learn(listeners->community_.track_plays, options, task);
    return listeners;
}

OwnItems Listeners::own_artists(const library::History& known) const {
    std::vector<float> plays(n_artists_, 0);
    for (const auto& play : known.plays) plays[artist_of_track_[play.track]] += 1;
    return own_items(community_.artists.size(), plays, items_of_artist_);
}

std::vector<float> Listeners::artist_fit(const OwnItems& own) const {
    if (!artists_) return std::vector<float>(community_.artists.size(), 0);
    return standardised_fit(*artists_, own);
}

taste::OthersSay Listeners::say(const library::History& known) const {
    taste::OthersSay said;
    if (artists_) {
        said.artist_fit = spread(artist_fit(own_artists(known)), items_of_artist_);
        said.artist_reach = spread(artist_reach_, items_of_artist_);
    }
    if (tracks_) {
        std::vector<float> plays(n_tracks_, 0);
        for (const auto& play : known.plays) plays[play.track] += 1;
        const auto own = own_items(community_.tracks.size(), plays, items_of_track_);
        said.track_fit = spread(standardised_fit(*tracks_, own), items_of_track_);
    }
    return said;
}

std::vector<ArtistIndex> Listeners::because(const OwnItems& own, ArtistIndex artist, std::size_t n) const {
    if (artist >= items_of_artist_.size() || items_of_artist_[artist].empty()) return {};
    return because_of_item(own, items_of_artist_[artist].front(), n);
}

std::vector<ArtistIndex> Listeners::because_of_item(const OwnItems& own, ItemIndex item,
                                                    std::size_t n) const {
    std::vector<ArtistIndex> artists;
    if (!artists_ || own.items.empty()) return artists;
    auto evidence = artists_->explain(own.profile(), item);
    std::erase_if(evidence, [](const auto& part) { return !(part.contribution > 0); });
    std::ranges::stable_sort(evidence, std::ranges::greater(), &collaborative::ItemEvidence::contribution);
    for (const auto& part : evidence) {
        const auto of_part = community_.artists[part.item].artist;
        if (artists.size() == n) break;
        if (of_part && part.item != item) artists.push_back(*of_part);
    }
    return artists;
}

std::string Listeners::save() const {
    const std::string artists = saved_or_empty(artists_);
    const Json head{{"community", fingerprint_of(community_)}, {"artists", artists.size()}};
    return json_text(head) + '\n' + artists + saved_or_empty(tracks_);
}

std::shared_ptr<const Listeners> Listeners::restore(const library::Collection& collection,
                                                    library::Community community, const std::string& saved) {
    const auto end = saved.find('\n');
    const Json head = Json::parse(saved.substr(0, end), nullptr, false);
    if (end == std::string::npos || !head.is_object() || !head.contains("community") ||
        !head.contains("artists") || !head["community"].is_string() ||
        !head["artists"].is_number_unsigned() || head["artists"].get<std::size_t>() > saved.size() - end - 1)
        fail(ErrorCode::corrupt_data, "the saved model of other listeners is damaged; train again");
    if (head["community"] != fingerprint_of(community)) return nullptr;
    const std::string artists = saved.substr(end + 1, head["artists"].get<std::size_t>());
    const std::string tracks = saved.substr(end + 1 + artists.size());
    std::shared_ptr<Listeners> listeners(new Listeners(collection, std::move(community)));
    if (!artists.empty()) listeners->artists_ = collaborative::load_recommender(artists);
    if (!tracks.empty()) listeners->tracks_ = collaborative::load_recommender(tracks);
    return listeners;
}

}  // namespace attune::recommend
