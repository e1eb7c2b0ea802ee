#include "engine/genres/track_genre.h"

#include "core/argmax.h"
#include "core/error.h"
#include "engine/genres/genre_tree.h"
#include "engine/library/find_track.h"
#include "genres/sound.h"
#include "genres/track_genres.h"
#include "shapes/genres.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace attune::engine {
namespace {

/// The branches of each artist by their genres, shape (n_artists, n_branches); rows of NaN for artists
/// without.
Matrix artist_branches(const GenreTree& tree, std::size_t n_artists) {
    const auto n_branches = tree.taxonomy.branches().size();
    Matrix branches(n_artists, n_branches, missing);
    for (std::size_t artist = 0; artist < n_artists; ++artist) {
        std::vector<double> sums(n_branches, 0.0);
        double total = 0;
        for (const auto& [tag, weight] : tree.artists.bags[artist]) {
            const auto* const settled = tree.settled(tree.profiles.tags[tag]);
            if (settled == nullptr && !tree.branching.of(tag).has_evidence()) continue;
            const auto weights = tree.weights(tag);
            for (std::size_t b = 0; b < n_branches; ++b) sums[b] += weight * weights[b];
            total += weight;
        }
        if (!(total > 0)) continue;
        for (std::size_t b = 0; b < n_branches; ++b)
            branches(artist, b) = static_cast<float>(sums[b] / total);
    }
    return branches;
}

/// The mean branches of the tracks of other artists beside each track in playlists; NaN where there are none.
Matrix playlist_branches(const library::Collection& collection, const library::History& history,
                         const Matrix& of_artists) {
    const auto n_branches = of_artists.n_columns();
    Matrix sums(collection.tracks.size(), n_branches);
    std::vector<double> counts(collection.tracks.size(), 0.0);
    for (const auto& playlist : history.playlists) {
        std::vector<double> total(n_branches, 0.0);
        double n_total = 0;
        std::map<library::ArtistIndex, double> of_artist;
        for (const auto& item : playlist.items) {
            const auto artist = collection.tracks[item.track].artist;
            if (is_missing(of_artists(artist, 0))) continue;
            ++of_artist[artist];
            ++n_total;
            for (std::size_t b = 0; b < n_branches; ++b) total[b] += of_artists(artist, b);
        }
        for (const auto& item : playlist.items) {
            const auto artist = collection.tracks[item.track].artist;
            const auto found = of_artist.find(artist);
            const double n_own = found == of_artist.end() ? 0 : found->second;
            const double n = n_total - n_own;
            if (!(n > 0)) continue;
            counts[item.track] += 1;
            for (std::size_t b = 0; b < n_branches; ++b) {
                const double own = n_own > 0 ? n_own * of_artists(artist, b) : 0;
                sums(item.track, b) += static_cast<float>((total[b] - own) / n);
            }
        }
    }
    for (std::size_t track = 0; track < counts.size(); ++track) {
        for (auto& x : sums.row(track))
            x = counts[track] > 0 ? x / static_cast<float>(counts[track]) : missing;
    }
    return sums;
}

/// What is known of tracks beside who made them: their sound, then year, popularity and whether they are explicit.
Matrix facts_of(const library::Collection& collection) {
    const auto sound = genres::sound_of(collection.features);
    const auto n_sound = sound.n_columns();
    Matrix facts(collection.tracks.size(), n_sound + 3, missing);
    for (std::size_t row = 0; row < collection.tracks.size(); ++row) {
        const auto& track = collection.tracks[row];
        std::ranges::copy(sound.row(row), facts.row(row).begin());
        if (track.release_year) facts(row, n_sound) = static_cast<float>(*track.release_year);
        if (track.popularity) facts(row, n_sound + 1) = *track.popularity;
        if (track.is_explicit) facts(row, n_sound + 2) = *track.is_explicit ? 1.0F : 0.0F;
    }
    return facts;
}

bool has_any(std::span<const float> values) {
    return std::ranges::any_of(values, [](float x) { return !is_missing(x); });
}

/// What the predictor learns from: tracks whose artists have genres and are not left out.
genres::TaggedTracks tagged_tracks(const library::Collection& collection, const Matrix& facts,
                                   const Matrix& playlists, const Matrix& of_artists,
                                   const std::set<library::ArtistIndex>& left_out) {
    std::vector<std::size_t> rows;
    std::vector<std::size_t> artists;
    genres::TaggedTracks tagged;
    for (std::size_t track = 0; track < collection.tracks.size(); ++track) {
        const auto artist = collection.tracks[track].artist;
        if (is_missing(of_artists(artist, 0)) || left_out.contains(artist)) continue;
        rows.push_back(track);
        artists.push_back(artist);
        tagged.artists.push_back(artist);
    }
    tagged.sound = facts.rows(rows);
    tagged.playlists = playlists.rows(rows);
    tagged.weights = of_artists.rows(artists);
    return tagged;
}

shapes::HeldOut shape_of(const genres::HeldOut& held) {
    return {held.tracks,    held.majority, held.accuracy,     held.log_loss,
            held.threshold, held.coverage, held.told_accuracy};
}

/// A model is learnt only if a track needs it.
class Predictor {
  public:
    Predictor(Snapshot& snapshot, const GenreTree& tree)
        : workspace_(snapshot.workspace()), collected_(*snapshot.collected()), tree_(tree) {
        const auto& collection = snapshot.collection();
        of_artists_ = artist_branches(tree, collection.artists.size());
        facts_ = facts_of(collection);
        const auto person = snapshot.store().find_person(workspace_.person);
        const auto known = person ? snapshot.history(*person) : std::make_shared<const KnownHistory>();
        playlists_ = playlist_branches(collection, known->history, of_artists_);
    }

    /// The artist is then taken for unknown: neither its genres nor its tracks count.
    void ignore(library::ArtistIndex artist) { ignored_.insert(artist); }

    shapes::TrackGenre tell(std::size_t track) {
        const auto& description = collected_.collection.tracks[track];
        shapes::TrackGenre told;
        told.track = shapes::track_of(description);
        if (!ignored_.contains(description.artist) && !is_missing(of_artists_(description.artist, 0))) {
            put_artist(told, of_artists_.row(description.artist));
        } else {
            put_told(told, track);
        }
        return told;
    }

    std::optional<shapes::HeldOutGenres> held_out() const {
        if (!model_) return std::nullopt;
        return shapes::HeldOutGenres{shape_of(model_->branches()), shape_of(model_->roots())};
    }

    /// Why nothing could be learnt; empty if it could, or nothing had to be.
    const std::string& note() const noexcept { return note_; }

  private:
    void put_artist(shapes::TrackGenre& shape, std::span<const float> row) const {
        const std::vector<double> weights(row.begin(), row.end());
        const auto branch = argmax(weights);
        const auto& of_branch = tree_.taxonomy.branches()[branch];
        shape.branch = of_branch.name;
        shape.root = tree_.taxonomy.roots()[of_branch.root];
        shape.told_by = {"artist"};
        shape.branches = branch_weights(weights, tree_.taxonomy);
    }

    void put_told(shapes::TrackGenre& shape, std::size_t track) {
        const auto facts = facts_.row(track);
        const bool has_sound = has_any(facts.first(genres::sound_features.size()));
        const bool has_facts = has_any(facts.subspan(genres::sound_features.size()));
        const bool has_playlists = !is_missing(playlists_(track, 0));
        genres::TrackGenre told;
        if ((has_sound || has_facts || has_playlists) && learn())
            told = model_->tell(facts, playlists_.row(track));
        if (told.branch) shape.branch = tree_.taxonomy.branches()[*told.branch].name;
        if (told.root) shape.root = tree_.taxonomy.roots()[*told.root];
        if (told.weights.empty()) return;
        if (has_playlists) shape.told_by.emplace_back("playlists");
        if (has_sound) shape.told_by.emplace_back("sound");
        if (has_facts) shape.told_by.emplace_back("facts");
        shape.branches = branch_weights(told.weights, tree_.taxonomy);
    }

    /// False if the library has too few tracks to learn from.
    bool learn() {
        if (model_ || !note_.empty()) return model_.has_value();
        genres::TrackGenreOptions options;
        options.seed = workspace_.seed;
        options.threads = static_cast<int>(workspace_.threads);
        std::vector<std::size_t> root_of;
        for (const auto& branch : tree_.taxonomy.branches()) root_of.push_back(branch.root);
        try {
            model_ = genres::TrackGenres::fit(
                tagged_tracks(collected_.collection, facts_, playlists_, of_artists_, ignored_), root_of,
                options, workspace_.task);
        } catch (const Error& error) {
            if (error.code() != ErrorCode::invalid_argument) throw;
            note_ = error.what();
        }
        return model_.has_value();
    }

    Workspace& workspace_;
    const Collected& collected_;
    const GenreTree& tree_;
    Matrix of_artists_;
    Matrix facts_;
    std::set<library::ArtistIndex> ignored_;
    Matrix playlists_;
    std::optional<genres::TrackGenres> model_;
    std::string note_;  // why nothing could be learnt
};

}  // namespace

shapes::TrackGenres genres_of_tracks(Snapshot& snapshot, const GenreTree& tree,
                                     std::span<const library::TrackIndex> tracks, bool ignore_artist) {
    Predictor predictor(snapshot, tree);
    shapes::TrackGenres told;
    if (ignore_artist) {
        for (const auto track : tracks) predictor.ignore(snapshot.collection().tracks[track].artist);
    }
    for (const auto track : tracks) told.tracks.push_back(predictor.tell(track));
    told.held_out = predictor.held_out();
    if (!predictor.note().empty()) told.note = predictor.note();
    return told;
}

shapes::TrackGenres genres_of_tracks(Workspace& workspace, const TrackGenreRequest& request) {
    require(!request.tracks.empty(), "name a track: attune genre \"Artist - Title\"");
    Snapshot snapshot(workspace);
    std::vector<library::TrackIndex> tracks;
    for (const auto& text : request.tracks)
        tracks.push_back(index_of(*snapshot.collected(), find_track(workspace, text).id));
    return genres_of_tracks(snapshot, *learn_genres(snapshot), tracks, request.ignore_artist);
}

}  // namespace attune::engine
