#include "simulated_library.h"

#include "demo/genres.h"
#include "demo/history.h"
#include "genres/genre_name.h"
#include "library/identity.h"
#include "library/listen.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>

namespace attune::feedback {
namespace {

// What nobody knows the sound of is not in the collection until it is played or kept.
constexpr library::TrackIndex nowhere = 0xFFFFFFFF;

class LibraryMaker {
  public:
    explicit LibraryMaker(const demo::World& world) : world_(world), made_(world.tracks.size(), nowhere) {}

    SimulatedLibrary make() {
        add_artists();
        for (std::size_t i = 0; i < world_.tracks.size(); ++i) {
            if (world_.tracks[i].in_catalogue) add_catalogue_row(i);
        }
        add_history(demo::make_history(world_));
        auto& collection = library_.collection;
        collection.n_songs = songs_.size();
        collection.feature_scale = "spotify";
        collection.features = Matrix(features_.size(), library::n_audio_features);
        for (std::size_t t = 0; t < features_.size(); ++t)
            std::ranges::copy(features_[t].values, collection.features.row(t).begin());
        return std::move(library_);
    }

  private:
    void add_artists() {
        std::map<std::string, library::GenreIndex> indices;
        for (const auto& genre : demo::genres()) indices.emplace(genres::canonical_genre(genre.name), 0);
        for (auto& [name, index] : indices) {
            index = static_cast<library::GenreIndex>(library_.collection.genres.size());
            library_.collection.genres.push_back(name);
        }
        for (const auto& artist : world_.artists) {
            library::CollectionArtist row{{}, artist.name, {}};
            for (const auto genre : artist.genres) {
                if (artist.genres_known)
                    row.genres.push_back(indices.at(genres::canonical_genre(demo::genres()[genre].name)));
            }
            library_.collection.artists.push_back(std::move(row));
        }
    }

    /// A track is known by artist, title and version: releases of one recording are one track.
    library::TrackIndex ensure_track(std::size_t index) {
        auto& made = made_[index];
        if (made != nowhere) return made;
        const auto& track = world_.tracks[index];
        const auto key = library::track_key(world_.artist_name(index), track.title);
        const auto [found, is_new] = tracks_.try_emplace({track.artist, key.title, key.version}, nowhere);
        if (is_new) {
            auto& tracks = library_.collection.tracks;
            found->second = static_cast<library::TrackIndex>(tracks.size());
            library::CollectionTrack row;
            row.artist = static_cast<library::ArtistIndex>(track.artist);
            row.song =
                songs_.try_emplace({track.artist, key.title}, static_cast<library::SongIndex>(songs_.size()))
                    .first->second;
            row.artist_name = world_.artist_name(index);
            row.track_name = track.title;
            row.release_name = track.release;
            row.version = key.version;
            row.spotify_id = track.spotify_id;
            tracks.push_back(std::move(row));
            features_.emplace_back();
            library_.world_tracks.push_back(index);
        }
        return made = found->second;
    }

    /// Of a track that stands in the catalogue twice the first row describes it.
    void add_catalogue_row(std::size_t index) {
        const auto at = ensure_track(index);
        auto& row = library_.collection.tracks[at];
        if (row.in_catalogue) return;
        const auto& track = world_.tracks[index];
        row.in_catalogue = true;
        row.popularity = static_cast<float>(track.popularity);
        row.release_year = track.year;
        row.is_explicit = track.is_explicit;
        row.duration_ms = world_.duration_ms(index);
        features_[at] = track.features;
        // As demo::write_catalogue_csv() leaves it out.
        if (index % 11 == 0) features_[at][library::AudioFeature::time_signature] = missing;
    }

    void add_history(const demo::History& lived) {
        auto& history = library_.history;
        const demo::Play* last = nullptr;
        for (const auto& play : lived.plays) {
            if (!play.track || play.incognito || play.ms_played == 0) continue;
            const bool is_repeated = last != nullptr && last->track == play.track &&
                                     last->ended == play.ended && last->ms_played == play.ms_played;
            last = &play;
            if (is_repeated) continue;
            history.plays.push_back({play.started, play.ended, ensure_track(*play.track), play.ms_played,
                                     library::parse_play_reason(play.reason_start),
                                     library::parse_play_reason(play.reason_end), play.skipped});
        }
        std::ranges::stable_sort(history.plays, {}, &library::Play::listened_at);
        for (const auto& made : lived.playlists) {
            library::CollectionPlaylist playlist{made.name, {}};
            for (const auto& item : made.items)  // files have the day alone
                playlist.items.push_back(
                    {ensure_track(item.track), std::chrono::floor<std::chrono::days>(item.at)});
            history.playlists.push_back(std::move(playlist));
        }
        for (const auto track : lived.saved_tracks) history.saved_tracks.push_back(ensure_track(track));
        for (const auto track : lived.banned_tracks) history.banned_tracks.push_back(ensure_track(track));
        for (const auto artist : lived.banned_artists)
            history.banned_artists.push_back(static_cast<library::ArtistIndex>(artist));
    }

    const demo::World& world_;
    SimulatedLibrary library_;
    std::vector<library::AudioFeatures> features_;
    std::vector<library::TrackIndex> made_;
    std::map<std::tuple<std::size_t, std::string, std::string>, library::TrackIndex> tracks_;
    std::map<std::pair<std::size_t, std::string>, library::SongIndex> songs_;
};

}  // namespace

SimulatedLibrary make_library(const demo::World& world) { return LibraryMaker(world).make(); }

}  // namespace attune::feedback
