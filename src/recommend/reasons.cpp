#include "recommend/reasons.h"

#include "core/error.h"
#include "library/feature_words.h"
#include "library/sounding_features.h"
#include "taste/outcomes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

namespace attune::recommend {
namespace {

using library::sounding_features;
using library::TrackIndex;

constexpr std::size_t most_liked = 400;
// How much a step in genre counts against a step of one standard deviation in sound.
constexpr float genre_step = 3;

std::string join(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text += (i == 0 ? "" : i + 1 == words.size() ? " and " : ", ") + words[i];
    return text;
}

/// "1 time", "12 times".
std::string times(int n, std::string_view what) { return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s"); }

std::string name_of(const library::CollectionTrack& track) {
    return track.artist_name + " – " + track.track_name;
}

}  // namespace

ReasonWriter::ReasonWriter(const library::Collection& collection, const library::History& known,
                           const taste::Surroundings& space, const Listeners* listeners)
    : collection_(collection),
      space_(space),
      listeners_(listeners),
      genres_of_artist_(library::artist_genres(collection)),
      plays_of_artist_(collection.artists.size(), 0),
      on_playlists_(collection.artists.size(), 0),
      sound_mean_(sounding_features.size(), 0),
      sound_deviation_(sounding_features.size(), 1) {
    if (listeners_ != nullptr) own_artists_ = listeners_->own_artists(known);
    for (const auto& play : known.plays) ++plays_of_artist_[collection.tracks[play.track].artist];
    for (const auto& playlist : known.playlists) {
        for (const auto& item : playlist.items) ++on_playlists_[collection.tracks[item.track].artist];
    }
    auto outcomes = taste::track_outcomes(collection, known.plays);
    std::erase_if(outcomes, [](const auto& outcome) { return !outcome.kept(); });
    std::ranges::stable_sort(outcomes, std::ranges::greater{}, &taste::TrackOutcome::n_heard);
    std::set<TrackIndex> liked;
    for (const auto& label : known.labels) {
        if (label.value == library::LabelValue::like) liked.insert(label.track);
    }
    for (std::size_t i = 0; i < std::min(most_liked, outcomes.size()); ++i) liked.insert(outcomes[i].track);
    liked_.assign(liked.begin(), liked.end());

    for (std::size_t c = 0; c < sounding_features.size(); ++c) {
        double n = 0;
        double sum = 0;
        double squares = 0;
        for (std::size_t t = 0; t < collection.tracks.size(); ++t) {
            const float value = collection.features(t, sounding_features[c]);
            if (is_missing(value)) continue;
            n += 1;
            sum += value;
            squares += static_cast<double>(value) * value;
        }
        if (n < 2) continue;
        sound_mean_[c] = static_cast<float>(sum / n);
        sound_deviation_[c] =
            static_cast<float>(std::sqrt(std::max(1e-9, squares / n - (sum / n) * (sum / n))));
    }
}

std::vector<TrackIndex> ReasonWriter::nearest_liked(TrackIndex track, std::size_t n) const {
    std::vector<std::pair<float, TrackIndex>> near;
    const auto artist = collection_.tracks[track].artist;
    for (const auto liked : liked_) {
        float squares = 0;
        bool is_comparable = true;
        for (std::size_t c = 0; c < sounding_features.size() && is_comparable; ++c) {
            const float difference = collection_.features(track, sounding_features[c]) -
                                     collection_.features(liked, sounding_features[c]);
            is_comparable = !is_missing(difference);
            squares += (difference / sound_deviation_[c]) * (difference / sound_deviation_[c]);
        }
        if (!is_comparable) continue;
        const float cosine = space_.cosine(artist, collection_.tracks[liked].artist);
        near.emplace_back(std::sqrt(squares) + genre_step * (1 - cosine), liked);
    }
    std::ranges::sort(near);
    std::vector<TrackIndex> nearest;
    for (std::size_t i = 0; i < std::min(n, near.size()); ++i) nearest.push_back(near[i].second);
    return nearest;
}

std::string ReasonWriter::fact(TrackIndex index, std::string_view group,
                               const std::vector<const Contribution*>& parts) const {
    const auto& track = collection_.tracks[index];
    if (group == "artist") {
        const int plays = plays_of_artist_[track.artist];
        if (plays == 0) return fmt::format("{} is new to you", track.artist_name);
        return fmt::format("you have played {} {}", track.artist_name, times(plays, "time"));
    }
    if (group == "genres") {
        std::vector<std::string> names;
        for (const auto genre : (*genres_of_artist_)[track.artist]) {
            if (names.size() < 3) names.push_back(collection_.genres[genre]);
        }
        return names.empty() ? std::string("its genres are not known") : "it is " + join(names);
    }
    if (group == "listeners") return listeners_fact(track.artist);
    if (group == "sound") return sound_fact(index, parts);
    if (group == "playlists") {
        const int entries = on_playlists_[track.artist];
        if (entries == 0) return fmt::format("your playlists have nothing by {}", track.artist_name);
        return fmt::format("your playlists have {} by {}", times(entries, "track"), track.artist_name);
    }
    if (group == "popularity") {
        if (!track.popularity) return "how well known it is, as far as the catalogues say";
        return fmt::format("popularity {:.0f} of 100", *track.popularity);
    }
    if (group == "era" && track.release_year) return fmt::format("it came out in {}", *track.release_year);
    return parts.front()->text;
}

/// The two features that moved the score most.
std::string ReasonWriter::sound_fact(TrackIndex index, const std::vector<const Contribution*>& parts) const {
    std::vector<std::string> words;
    for (const auto* part : parts) {
        const auto feature = library::find_audio_feature(part->name);
        if (!feature || words.size() >= 2) continue;
        const float value = collection_.features(index, static_cast<std::size_t>(*feature));
        if (!is_missing(value)) words.push_back(library::feature_words(*feature, value));
    }
    return words.empty() ? std::string("how it sounds") : "how it sounds: " + join(words);
}

std::string ReasonWriter::listeners_fact(library::ArtistIndex artist) const {
    std::vector<std::string> names;
    if (listeners_ != nullptr) {
        for (const auto other : listeners_->because(own_artists_, artist, 3))
            names.push_back(collection_.artists[other].name);
    }
    const auto& name = collection_.artists[artist].name;
    if (names.empty())
        return fmt::format("nothing in what other people play leads from your artists to {}", name);
    return fmt::format("listeners of {} also play {}", join(names), name);
}

std::vector<Reason> ReasonWriter::write(TrackIndex track, const std::vector<Contribution>& parts) const {
    std::map<std::string, std::vector<const Contribution*>> groups;
    for (const auto& part : parts) groups[part.group].push_back(&part);
    std::vector<Reason> reasons;
    for (auto& [group, members] : groups) {
        std::ranges::stable_sort(
            members, [](const auto* a, const auto* b) { return std::abs(a->value) > std::abs(b->value); });
        double sum = 0;
        for (const auto* part : members) sum += part->value;
        if (group == "start") {
            reasons.push_back({group, sum, "where every track starts"});
            continue;
        }
        std::vector<std::string> strongest;
        for (const auto* part : members) {
            const bool repeated = std::ranges::find(strongest, part->text) != strongest.end();
            if (strongest.size() < 2 && (part->value > 0) == (sum > 0) && !repeated)
                strongest.push_back(part->text);
        }
        std::string text = fact(track, group, members);
        const bool says_more = strongest.size() > 1 || (!strongest.empty() && strongest.front() != text);
        if (says_more &&
            (group == "artist" || group == "genres" || group == "playlists" || group == "release"))
            text += fmt::format(" ({}: {})", sum >= 0 ? "for it" : "against it", join(strongest));
        reasons.push_back({group, sum, std::move(text)});
    }
    std::ranges::stable_sort(reasons, [](const Reason& a, const Reason& b) {
        if ((a.name == "start") != (b.name == "start")) return b.name == "start";
        return std::abs(a.contribution) > std::abs(b.contribution);
    });
    std::vector<std::string> near;
    for (const auto liked : nearest_liked(track, 2)) near.push_back(name_of(collection_.tracks[liked]));
    if (!near.empty()) reasons.push_back({"near", 0, "near to " + join(near) + ", which you like"});
    return reasons;
}

}  // namespace attune::recommend
