#include "similarity/word_search.h"

#include "core/error.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace attune::similarity {
namespace {

using library::TrackIndex;

constexpr float least_fit = 0.1F;
constexpr float popularity_share = 0.1F;

std::vector<float> fits_of(const library::Collection& collection, const TagSpace& space,
                           const Meaning& meaning) {
    std::vector<float> fits;
    if (meaning.kind == Meaning::Kind::tag) {
        fits.assign(collection.tracks.size(), 0);
        for (const auto tag : meaning.tags) {
            const auto called = space.tracks_called(tag);
            for (std::size_t t = 0; t < fits.size(); ++t) fits[t] = std::max(fits[t], called[t]);
        }
    } else if (meaning.kind == Meaning::Kind::sound) {
        for (TrackIndex t = 0; t < collection.tracks.size(); ++t)
            fits.push_back(fit_of(*meaning.sound, collection.features.row(t)));
    } else {
        for (const auto& track : collection.tracks) {
            const auto year = track.release_year;
            fits.push_back(!year                                                       ? missing
                           : *year >= meaning.first_year && *year <= meaning.last_year ? 1.0F
                                                                                       : 0.0F);
        }
    }
    for (auto& fit : fits) {
        if (meaning.negated) fit = 1 - fit;
        if (is_missing(fit)) fit = 0;
    }
    return fits;
}

std::string value_text(library::AudioFeature feature, float value) {
    const auto name = library::audio_feature_names[static_cast<std::size_t>(feature)].name;
    if (feature == library::AudioFeature::loudness) return fmt::format("{} {:.0f} dB", name, value);
    if (feature == library::AudioFeature::tempo) return fmt::format("{} {:.0f} BPM", name, value);
    if (feature == library::AudioFeature::mode) return value > 0.5F ? "major" : "minor";
    return fmt::format("{} {:.2f}", name, value);
}

/// What of a track's tags says that it fits: one of those that are meant, else the two that are nearest to
/// them.
std::string tag_text(const TagSpace& space, const Meaning& meaning, TrackIndex track) {
    const auto bag = space.tags_of_track(track);
    const learning::BagEntry* best = nullptr;
    for (const auto& entry : bag) {
        const bool is_meant = std::ranges::find(meaning.tags, entry.word) != meaning.tags.end();
        if (is_meant && (!best || entry.weight > best->weight)) best = &entry;
    }
    if (best) {
        const std::string so = meaning.tags.size() == 1 ? "so" : space.table().names[best->word];
        return (space.is_own_tag(track, best->word) ? "catalogues call the track "
                                                    : "the artist is called ") +
               so;
    }
    const auto likeness = space.tags_like(space.tag(meaning.tags.front()));
    std::vector<std::pair<float, TagIndex>> order;
    for (const auto& [tag, weight] : bag) order.emplace_back(-likeness[tag] * weight, tag);
    std::ranges::sort(order);
    std::string near;
    for (std::size_t i = 0; i < std::min<std::size_t>(2, order.size()); ++i)
        near += (near.empty() ? "" : " and ") + space.table().names[order[i].second];
    if (near.empty()) return "nothing calls it so";
    return fmt::format("it is called {}", near);
}

std::string reason_text(const library::Collection& collection, const TagSpace& space, const Meaning& meaning,
                        TrackIndex track) {
    std::string text;
    if (meaning.kind == Meaning::Kind::tag) {
        text = tag_text(space, meaning, track);
    } else if (meaning.kind == Meaning::Kind::era) {
        text = fmt::format("released in {}", collection.tracks[track].release_year.value_or(0));
    } else {
        for (const auto& wish : meaning.sound->wishes) {
            if (!wish) continue;
            const float value = collection.features(track, static_cast<std::size_t>(wish->feature));
            text += (text.empty() ? "" : ", ") + value_text(wish->feature, value);
        }
    }
    return fmt::format("{}{}: {}", meaning.negated ? "not " : "", meaning.as, text);
}

/// Every track's fit to each meaning and its score; 0 for those that are left out.
class Scores {
  public:
    Scores(const library::Collection& collection, const TagSpace& space, const Query& query, const Task& task)
        : collection_(collection), space_(space), query_(query), scores_(collection.tracks.size(), 0) {
        for (const auto& meaning : query.understood) {
            task.check();
            fits_.push_back(fits_of(collection, space, meaning));
        }
        if (fits_.empty()) return;
        for (TrackIndex t = 0; t < scores_.size(); ++t) scores_[t] = score_of(t);
    }

    /// The tracks with a score, best first.
    std::vector<TrackIndex> order() const {
        std::vector<TrackIndex> order;
        for (TrackIndex t = 0; t < scores_.size(); ++t) {
            if (scores_[t] > 0) order.push_back(t);
        }
        std::ranges::stable_sort(order, std::ranges::greater{}, [this](TrackIndex t) { return scores_[t]; });
        return order;
    }

    float operator[](TrackIndex track) const { return scores_[track]; }

    std::vector<WordReason> reasons(TrackIndex track) const {
        std::vector<WordReason> reasons;
        for (std::size_t m = 0; m < fits_.size(); ++m) {
            const auto& meaning = query_.understood[m];
            reasons.push_back(
                {meaning.as, fits_[m][track], reason_text(collection_, space_, meaning, track)});
        }
        return reasons;
    }

  private:
    float score_of(TrackIndex track) const {
        double product = 1;
        for (const auto& fits : fits_) {
            if (!(fits[track] >= least_fit)) return 0;
            product *= fits[track];
        }
        const double fit = std::pow(product, 1.0 / static_cast<double>(fits_.size()));
        const double popularity = collection_.tracks[track].popularity.value_or(0) / 100;
        return static_cast<float>((1 - popularity_share) * fit + popularity_share * popularity);
    }

    const library::Collection& collection_;
    const TagSpace& space_;
    const Query& query_;
    std::vector<std::vector<float>> fits_;
    std::vector<float> scores_;
};

}  // namespace

std::vector<FoundTrack> find_tracks(const library::Collection& collection, const TagSpace& space,
                                    const Query& query, const WordSearchOptions& options, const Task& task) {
    const Scores scores(collection, space, query, task);
    std::vector<FoundTrack> found;
    std::set<library::SongIndex> songs;
    std::map<library::ArtistIndex, std::size_t> of_artist;
    for (const auto t : scores.order()) {
        if (found.size() == options.count) break;
        const auto& track = collection.tracks[t];
        if (of_artist[track.artist] >= options.max_per_artist || !songs.insert(track.song).second) continue;
        ++of_artist[track.artist];
        found.push_back({t, scores[t], scores.reasons(t)});
    }
    return found;
}

std::vector<FoundArtist> find_artists(const library::Collection& collection, const TagSpace& space,
                                      const Query& query, std::size_t count, const Task& task) {
    constexpr std::size_t best_tracks = 3;
    const Scores scores(collection, space, query, task);
    std::map<library::ArtistIndex, std::vector<TrackIndex>> best_of;
    for (const auto t : scores.order()) {
        auto& best = best_of[collection.tracks[t].artist];
        if (best.size() < best_tracks) best.push_back(t);
    }
    std::vector<FoundArtist> found;
    for (const auto& [artist, tracks] : best_of) {
        float sum = 0;
        for (const auto t : tracks) sum += scores[t];
        found.push_back({artist, sum / static_cast<float>(tracks.size()), {}, tracks.front()});
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &FoundArtist::score);
    found.resize(std::min(found.size(), count));
    for (auto& entry : found) entry.reasons = scores.reasons(entry.best_track);
    return found;
}

}  // namespace attune::similarity
