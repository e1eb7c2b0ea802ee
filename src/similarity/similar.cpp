#include "similarity/similar.h"

#include "core/error.h"

#include <algorithm>
#include <map>
#include <set>

namespace attune::similarity {
namespace {

using library::ArtistIndex;
using library::TrackIndex;

constexpr std::size_t tags_shown = 4;
constexpr float least_share = 0.04F;
// Below this likeness in sound (a mutual distance above 1 in 4) sound is no reason.
constexpr float least_sound = 0.5F;
// Below this two things are not alike, whatever the order says.
constexpr float least_likeness = 0.1F;
// A tag whose vector is less near than this goes with other words.
constexpr float least_near = 0.3F;

/// One view of the likeness of all things to what was asked about.
struct View {
    float weight = 0;
    std::vector<float> likeness;  // empty: the view knows nothing
};

/// The weighted mean of the views that know something.
std::vector<float> combined(const std::vector<View>& views, std::size_t n) {
    std::vector<float> sum(n, 0);
    float total = 0;
    for (const auto& view : views) {
        if (view.likeness.empty()) continue;
        total += view.weight;
        for (std::size_t i = 0; i < n; ++i) sum[i] += view.weight * view.likeness[i];
    }
    for (auto& value : sum) value = total > 0 ? value / total : 0;
    return sum;
}

std::vector<std::uint32_t> best_first(const std::vector<float>& scores) {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < scores.size(); ++i) {
        if (scores[i] >= least_likeness) order.push_back(i);
    }
    std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::uint32_t i) { return scores[i]; });
    return order;
}

/// The same with its largest value 1: what co-listening gives has no scale of its own. Empty if all are 0.
/// What `self` has with itself does not count.
std::vector<float> on_scale_of_1(std::vector<float> values, ArtistIndex self) {
    if (self < values.size()) values[self] = 0;
    const float most = values.empty() ? 0 : *std::ranges::max_element(values);
    if (!(most > 0)) return {};
    for (auto& value : values) value = std::max(0.0F, value / most);
    return values;
}

}  // namespace

std::vector<std::optional<TrackIndex>> first_tracks(const library::Collection& collection) {
    std::vector<std::optional<TrackIndex>> first(collection.artists.size());
    const auto popularity = [&](TrackIndex t) { return collection.tracks[t].popularity.value_or(-1); };
    for (TrackIndex t = 0; t < collection.tracks.size(); ++t) {
        auto& best = first[collection.tracks[t].artist];
        if (!collection.tracks[t].in_catalogue) continue;
        if (!best || popularity(t) > popularity(*best)) best = t;
    }
    return first;
}

std::vector<LikeReason> Likeness::tag_reasons(const Profile& a, const Profile& b) const {
    std::vector<LikeReason> reasons;
    for (const auto& [tag, share] : shared_tags(a, b, tags_shown)) {
        if (share < least_share) break;
        const auto& name = tags_->table().names[tag];
        reasons.push_back({name, share, "both are called " + name});
    }
    if (!reasons.empty() || b.tags.empty()) return reasons;
    const auto near = tags_->tags_like(a);
    const auto nearest =
        std::ranges::max_element(b.tags, {}, [&](const auto& entry) { return near[entry.word]; });
    const auto& name = tags_->table().names[nearest->word];
    if (near[nearest->word] < least_near) return {};
    return {
        {name, near[nearest->word], fmt::format("it is called {}, which goes with the same words", name)}};
}

std::vector<SimilarArtist> Likeness::artists(ArtistIndex artist, const Views& views,
                                             const std::vector<float>& listeners, std::size_t count) const {
    std::vector<View> seen;
    Profile profile;
    if (views.tags > 0 && tags_) {
        profile = tags_->artist(artist);
        if (!profile.tags.empty()) seen.push_back({views.tags, tags_->artists_like(profile)});
    }
    View by_sound{views.sound, {}};
    if (views.sound > 0 && sound_ && sound_->knows_artist(artist))
        by_sound.likeness = sound_->artists(artist);
    seen.push_back(by_sound);
    View by_listeners{views.listeners, {}};
    if (views.listeners > 0) by_listeners.likeness = on_scale_of_1(listeners, artist);
    seen.push_back(by_listeners);

    const auto scores = combined(seen, collection_.artists.size());
    const auto first = first_tracks(collection_);
    std::vector<SimilarArtist> found;
    for (const auto other : best_first(scores)) {
        if (found.size() == count) break;
        if (other == artist) continue;
        SimilarArtist entry{other, scores[other], {}, first[other]};
        if (!profile.tags.empty()) entry.reasons = tag_reasons(profile, tags_->artist(other));
        if (!by_sound.likeness.empty() && by_sound.likeness[other] >= least_sound)
            entry.reasons.push_back(
                {"sound", by_sound.likeness[other], "their tracks sound alike on the whole"});
        if (!by_listeners.likeness.empty() && by_listeners.likeness[other] > 0)
            entry.reasons.push_back({"listeners", by_listeners.likeness[other], "the same people play both"});
        found.push_back(std::move(entry));
    }
    return found;
}

std::vector<SimilarTrack> Likeness::tracks(TrackIndex track, const Views& views, std::size_t count,
                                           std::size_t max_per_artist) const {
    std::vector<View> seen;
    Profile profile;
    if (views.tags > 0 && tags_) {
        profile = tags_->track(track);
        if (!profile.tags.empty()) seen.push_back({views.tags, tags_->tracks_like(profile)});
    }
    View by_sound{views.sound, {}};
    if (views.sound > 0 && sound_ && sound_->knows_track(track)) by_sound.likeness = sound_->tracks(track);
    seen.push_back(by_sound);

    const auto scores = combined(seen, collection_.tracks.size());
    std::vector<SimilarTrack> found;
    std::set<library::SongIndex> songs = {collection_.tracks[track].song};
    std::map<ArtistIndex, std::size_t> of_artist;
    for (const auto other : best_first(scores)) {
        if (found.size() == count) break;
        const auto& row = collection_.tracks[other];
        if (songs.contains(row.song) || of_artist[row.artist] >= max_per_artist) continue;
        songs.insert(row.song);
        ++of_artist[row.artist];
        SimilarTrack entry{other, scores[other], {}};
        if (!profile.tags.empty()) entry.reasons = tag_reasons(profile, tags_->track(other));
        if (!by_sound.likeness.empty() && by_sound.likeness[other] >= least_sound) {
            entry.reasons.push_back({"sound", by_sound.likeness[other],
                                     "sounds alike: " + sound_comparison(collection_.features.row(track),
                                                                         collection_.features.row(other))});
        }
        found.push_back(std::move(entry));
    }
    return found;
}

}  // namespace attune::similarity
