#include "engine/lab/genre_guess.h"

#include "core/error.h"
#include "core/text.h"
#include "engine/genres/genre_tree.h"
#include "engine/genres/track_genre.h"
#include "engine/lab/predict.h"
#include "engine/library/snapshot.h"
#include "library/audio_features.h"
#include "similarity/spelling.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace attune::engine {
namespace {

using library::TrackIndex;

constexpr std::size_t most_candidates = 10;
constexpr std::size_t most_of_artist = 20;
constexpr std::size_t most_spellings = 5;
constexpr std::size_t most_tags = 12;

/// What the words fit.
struct Heard {
    std::vector<TrackIndex> tracks;  ///< heard together; of a title one
    std::vector<TrackIndex> others;  ///< that the words fit as well
};

bool has_sound(const library::Collection& collection, TrackIndex track) {
    return std::ranges::any_of(collection.features.row(track), [](float x) { return !is_missing(x); });
}

/// The tracks by this artist and of this title, folded; either may be empty.
std::vector<TrackIndex> named(const library::Collection& collection, const std::string& artist,
                              const std::string& title, bool exactly) {
    const auto fits = [exactly](const std::string& name, const std::string& wanted) {
        if (wanted.empty()) return true;
        const auto folded = fold(name);
        return exactly ? folded == wanted : folded.find(wanted) != std::string::npos;
    };
    std::vector<TrackIndex> found;
    for (TrackIndex t = 0; t < collection.tracks.size(); ++t) {
        const auto& track = collection.tracks[t];
        if (fits(track.artist_name, artist) && fits(track.track_name, title)) found.push_back(t);
    }
    // What can be heard comes first.
    std::ranges::stable_partition(found, [&](auto t) { return has_sound(collection, t); });
    return found;
}

[[noreturn]] void fail_unknown(const library::Collection& collection, const GuessRequest& request) {
    std::set<std::string> names;
    for (const auto& track : collection.tracks)
        names.insert(request.title.empty() ? track.artist_name : track.track_name);
    const std::vector<std::string> all(names.begin(), names.end());
    const auto& typed = request.title.empty() ? request.artist : request.title;
    std::string near;
    for (const auto& name : similarity::nearest_spellings(typed, all, most_spellings))
        near += (near.empty() ? "; near it are: " : ", ") + name;
    const auto both = request.artist.empty() || request.title.empty() ? "" : " - ";
    fail(ErrorCode::not_found, "the library has no track '{}{}{}'{}", request.artist, both, request.title,
         near);
}

Heard heard_of(const library::Collection& collection, const GuessRequest& request) {
    const auto artist = fold(request.artist);
    const auto title = fold(request.title);
    require(!artist.empty() || !title.empty(), "type an artist, a title, or both");
    auto found = named(collection, artist, title, true);
    if (found.empty()) found = named(collection, artist, title, false);
    if (found.empty()) fail_unknown(collection, request);
    Heard heard;
    if (title.empty()) {
        found.resize(std::min(found.size(), most_of_artist));
        heard.tracks = std::move(found);
        return heard;
    }
    const auto first_song = collection.tracks[found.front()].song;
    const bool is_one_song =
        std::ranges::all_of(found, [&](auto t) { return collection.tracks[t].song == first_song; });
    if (is_one_song) heard.tracks = {found.front()};
    const auto begin = found.begin() + (is_one_song ? 1 : 0);
    heard.others.assign(begin, found.end());
    heard.others.resize(std::min(heard.others.size(), most_candidates));
    return heard;
}

/// Means over the tracks; nothing where none of them has a feature.
shapes::InOrder<std::optional<double>> mean_features(const library::Collection& collection,
                                                     const std::vector<TrackIndex>& tracks) {
    shapes::InOrder<std::optional<double>> means;
    for (std::size_t f = 0; f < library::n_audio_features; ++f) {
        double sum = 0;
        double n = 0;
        for (const auto t : tracks) {
            const float x = collection.features(t, f);
            if (is_missing(x)) continue;
            sum += static_cast<double>(x);
            ++n;
        }
        means.emplace_back(library::audio_feature_names[f].name, std::nullopt);
        if (n > 0) means.back().second = sum / n;
    }
    return means;
}

/// What the artist is called, each name with the branch that it belongs to most.
std::vector<shapes::TaggedGenre> tagged_genres(const library::Collection& collection, const GenreTree& tree,
                                               TrackIndex track) {
    const auto& row = collection.tracks[track];
    std::vector<library::GenreIndex> genres = collection.artists[row.artist].genres;
    genres.insert(genres.end(), row.tags.begin(), row.tags.end());
    std::vector<shapes::TaggedGenre> tagged;
    std::set<library::GenreIndex> seen;
    for (const auto genre : genres) {
        if (tagged.size() == most_tags || !seen.insert(genre).second) continue;
        const auto& name = collection.genres[genre];
        tagged.push_back({name, std::nullopt});
        const auto tag = std::ranges::find(tree.profiles.tags, name);
        if (tag == tree.profiles.tags.end()) continue;
        const auto weights = tree.weights(static_cast<std::size_t>(tag - tree.profiles.tags.begin()));
        const auto best = std::ranges::max_element(weights) - weights.begin();
        tagged.back().branch = tree.taxonomy.branches()[static_cast<std::size_t>(best)].name;
    }
    return tagged;
}

/// The mean of what is said of each track, likeliest first.
std::vector<shapes::GuessedGenre> mean_branches(const std::vector<shapes::TrackGenre>& tracks) {
    std::map<std::string, double> sums;
    double n = 0;
    for (const auto& track : tracks) {
        if (track.branches.empty()) continue;
        ++n;
        for (const auto& branch : track.branches) sums[branch.branch] += branch.weight;
    }
    std::vector<shapes::GuessedGenre> means;
    for (const auto& [name, sum] : sums) means.push_back({name, sum / n});
    std::ranges::sort(means, [](const auto& a, const auto& b) {
        return a.probability != b.probability ? a.probability > b.probability : a.genre < b.genre;
    });
    return means;
}

std::string heard_from(const std::vector<shapes::TrackGenre>& tracks) {
    bool has_words = false;
    for (const auto& track : tracks) {
        for (const auto& by : track.told_by) {
            if (by == "sound") return "sound";
            has_words = true;
        }
    }
    return has_words ? "playlists" : "nothing";
}

/// In words: by what it was told, how sure that is, and how it goes with what the artist is called.
std::string why(const shapes::GenreGuess& guess, const shapes::TrackGenres& told, double threshold) {
    if (told.note) return *told.note;
    if (guess.predicted.empty())
        return "nothing is known of the sound, nor of a playlist that holds it: nobody can tell";
    const auto& [name, p] = guess.predicted.front();
    const auto* const by = guess.heard_from == "sound" ? "by how it sounds" : "by what it stands beside";
    if (!guess.can_tell) {
        return fmt::format(
            "{} it is likeliest {}, at {:.0f} %; below {:.0f} % that is wrong too often to be said", by, name,
            100 * p, 100 * threshold);
    }
    const bool agrees = std::ranges::find(guess.tagged, std::optional(name), &shapes::TaggedGenre::branch) !=
                        guess.tagged.end();
    return fmt::format("{} it is {}, at {:.0f} %, as if the artist were unknown{}", by, name, 100 * p,
                       guess.tagged.empty() ? ""
                       : agrees             ? "; the artist is called so too"
                                            : "; the artist is called otherwise");
}

void put_prediction(shapes::GenreGuess& guess, const shapes::TrackGenres& told, bool is_one) {
    guess.predicted = mean_branches(told.tracks);
    const double threshold = told.held_out ? told.held_out->branches.threshold : 1;
    guess.can_tell = !guess.predicted.empty() && (is_one ? told.tracks.front().branch.has_value()
                                                         : guess.predicted.front().probability >= threshold);
    guess.heard_from = heard_from(told.tracks);
    guess.held_out = told.held_out;
    guess.why = why(guess, told, threshold);
}

}  // namespace

shapes::GenreGuess guess_genre(Workspace& workspace, const GuessRequest& request) {
    Snapshot snapshot(workspace);
    const auto& collection = snapshot.collection();
    const auto heard = heard_of(collection, request);
    shapes::GenreGuess guess;
    guess.tracks = heard.tracks.size();
    for (const auto t : heard.others)
        guess.candidates.push_back(shapes::released_track_of(collection.tracks[t]));
    guess.heard_from = "nothing";
    guess.why = "the words mean several tracks";
    if (heard.tracks.empty()) return guess;
    const auto first = heard.tracks.front();
    const bool is_one = !request.title.empty();
    if (is_one) guess.track = shapes::released_track_of(collection.tracks[first]);
    guess.features = mean_features(collection, heard.tracks);
    const auto learned = learn_genres(snapshot);
    const auto& tree = *learned;
    guess.tagged = tagged_genres(collection, tree, first);
    put_prediction(guess, genres_of_tracks(snapshot, tree, heard.tracks, true), is_one);
    if (request.model != nullptr && is_one && has_sound(collection, first))
        guess.study_says =
            shape_of(predict_track(*request.model, workspace, guess.track->name.id)).tracks.front();
    return guess;
}

}  // namespace attune::engine
