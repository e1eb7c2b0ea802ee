#include "similarity/tag_table.h"

#include "genres/genre_name.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

namespace attune::similarity {
namespace {

using learning::Bag;

constexpr float own_share = 0.7F;
constexpr float track_share = 0.5F;

/// Weights by tag while a bag is filled; the heaviest of one tag counts.
class BagMaker {
  public:
    void add(TagIndex tag, float weight) {
        auto& kept = weights_[tag];
        kept = std::max(kept, weight);
    }

    Bag bag() const {
        Bag bag;
        for (const auto& [tag, weight] : weights_) bag.push_back({tag, weight});
        return bag;
    }

  private:
    std::map<TagIndex, float> weights_;
};

struct Use {
    double total = 0;
    double most = 0;  // given to one artist
};

/// The canonical names of the community's tags; empty for those that are left out.
std::vector<std::string> kept_tags(const library::Community& community, double least) {
    std::vector<std::string> names;
    for (const auto& name : community.tag_names) names.push_back(genres::canonical_genre(name));
    std::unordered_map<std::string, Use> uses;
    for (const auto& row : community.tags) {
        auto& use = uses[names[row.tag]];
        use.total += row.count;
        use.most = std::max(use.most, static_cast<double>(row.count));
    }
    for (auto& name : names) {
        const auto& use = uses[name];
        if (use.total < least && use.most < 2) name.clear();
    }
    return names;
}

/// Gives each name its place in the ascending list of all.
class Names {
  public:
    explicit Names(std::set<std::string> names) : names_(names.begin(), names.end()) {}

    std::optional<TagIndex> find(const std::string& name) const {
        const auto found = std::ranges::lower_bound(names_, name);
        if (name.empty() || found == names_.end() || *found != name) return std::nullopt;
        return static_cast<TagIndex>(found - names_.begin());
    }

    const std::vector<std::string>& all() const { return names_; }

  private:
    std::vector<std::string> names_;
};

/// Community::tags as one bag an artist of the community.
std::vector<Bag> community_bags(const library::Community& community, const std::vector<std::string>& kept,
                                const Names& names) {
    std::vector<BagMaker> makers(community.artists.size());
    std::vector<float> most(community.artists.size(), 3);
    for (const auto& row : community.tags) most[row.artist] = std::max(most[row.artist], row.count);
    for (const auto& row : community.tags) {
        if (!(row.count > 0)) continue;
        if (const auto tag = names.find(kept[row.tag]))
            makers[row.artist].add(*tag, std::log1p(row.count) / std::log1p(most[row.artist]));
    }
    std::vector<Bag> bags;
    for (const auto& maker : makers) bags.push_back(maker.bag());
    return bags;
}

void add_genres(const library::Collection& collection, const std::vector<TagIndex>& tag_of_genre,
                std::vector<BagMaker>& artists) {
    for (std::size_t a = 0; a < artists.size(); ++a) {
        for (const auto genre : collection.artists[a].genres) artists[a].add(tag_of_genre[genre], 1);
    }
    std::vector<std::map<TagIndex, float>> counts(artists.size());
    std::vector<float> n_tracks(artists.size(), 0);
    for (const auto& track : collection.tracks) {
        if (track.tags.empty()) continue;
        ++n_tracks[track.artist];
        for (const auto genre : track.tags) ++counts[track.artist][tag_of_genre[genre]];
    }
    for (std::size_t a = 0; a < artists.size(); ++a) {
        for (const auto& [tag, count] : counts[a]) artists[a].add(tag, track_share * count / n_tracks[a]);
    }
}

}  // namespace

std::optional<TagIndex> TagTable::find(std::string_view name) const {
    const auto found = std::ranges::lower_bound(names, name);
    if (found == names.end() || *found != name) return std::nullopt;
    return static_cast<TagIndex>(found - names.begin());
}

Bag TagTable::tags_of(const library::CollectionTrack& track, library::TrackIndex index) const {
    BagMaker maker;
    for (const auto& [tag, weight] : of_artists[track.artist]) maker.add(tag, weight);
    for (const auto& [tag, weight] : of_tracks[index]) maker.add(tag, own_share * weight);
    return maker.bag();
}

TagTable make_tag_table(const library::Collection& collection, const library::Community& community,
                        double least) {
    const auto kept = kept_tags(community, least);
    std::set<std::string> all(kept.begin(), kept.end());
    all.insert(collection.genres.begin(), collection.genres.end());
    all.erase("");
    const Names names(std::move(all));
    TagTable table;
    table.names = names.all();
    table.is_genre.assign(table.names.size(), false);
    std::vector<TagIndex> tag_of_genre;
    for (const auto& genre : collection.genres) {
        tag_of_genre.push_back(names.find(genre).value());
        table.is_genre[tag_of_genre.back()] = true;
    }

    std::vector<BagMaker> artists(collection.artists.size());
    add_genres(collection, tag_of_genre, artists);
    auto community_side = community_bags(community, kept, names);
    for (std::size_t i = 0; i < community_side.size(); ++i) {
        if (const auto artist = community.artists[i].artist) {
            for (const auto& [tag, weight] : community_side[i]) artists[*artist].add(tag, weight);
        } else if (!community_side[i].empty()) {
            table.of_strangers.push_back(std::move(community_side[i]));
        }
    }
    for (const auto& artist : artists) table.of_artists.push_back(artist.bag());
    for (const auto& track : collection.tracks) {
        BagMaker maker;
        for (const auto genre : track.tags) maker.add(tag_of_genre[genre], 1);
        table.of_tracks.push_back(maker.bag());
    }
    return table;
}

}  // namespace attune::similarity
