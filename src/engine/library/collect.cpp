#include "engine/library/collect.h"

#include "core/error.h"
#include "core/text.h"
#include "engine/library/providers.h"
#include "engine/library/scales.h"
#include "genres/genre_name.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <unordered_map>

namespace attune::engine {
namespace {

/// Gives each canonical genre name its index: the names are collected first, then numbered in their order. A spelling
/// is made canonical once only: a library has a thousand of them on a million tracks.
class GenreIndices {
  public:
    void note(const std::string& genre) { spellings_.try_emplace(genre, 0); }

    std::vector<std::string> number() {
        std::map<std::string, library::GenreIndex> indices;
        std::vector<std::pair<std::string, library::GenreIndex*>> canonical;
        for (auto& [spelling, index] : spellings_) {
            index = no_genre;
            auto name = genres::canonical_genre(spelling);
            if (name.empty()) continue;
            indices.try_emplace(name, 0);
            canonical.emplace_back(std::move(name), &index);
        }
        std::vector<std::string> names;
        for (auto& [name, index] : indices) {
            index = static_cast<library::GenreIndex>(names.size());
            names.push_back(name);
        }
        for (const auto& [name, index] : canonical) *index = indices.at(name);
        return names;
    }

    /// @param genre  one that was noted
    void add_to(std::vector<library::GenreIndex>& list, const std::string& genre) const {
        const auto index = spellings_.at(genre);
        if (index != no_genre && std::ranges::find(list, index) == list.end()) list.push_back(index);
    }

  private:
    static constexpr auto no_genre = std::numeric_limits<library::GenreIndex>::max();
    std::unordered_map<std::string, library::GenreIndex> spellings_;
};

/// What makes tracks one song: the artist and the key of the title.
struct SongKey {
    library::ArtistIndex artist;
    std::string title;
    bool operator==(const SongKey&) const = default;
};

struct SongKeyHash {
    std::size_t operator()(const SongKey& key) const noexcept {
        return std::hash<std::string>()(key.title) ^
               (static_cast<std::size_t>(key.artist) * 0x9E3779B97F4A7C15U);
    }
};

void take_artists(const std::vector<store::ArtistRow>& rows, const GenreIndices& genres, Collected& into) {
    for (const auto& row : rows) {
        into.artist_index.emplace(row.id, static_cast<library::ArtistIndex>(into.collection.artists.size()));
        library::CollectionArtist artist{row.id, row.name, {}};
        for (const auto& genre : row.genres) genres.add_to(artist.genres, genre);
        into.collection.artists.push_back(std::move(artist));
    }
}

/// The artist's index; a track whose artist nobody has named yet gets an artist of its own.
library::ArtistIndex artist_of(const store::TrackRow& row, Collected& into) {
    const auto found = into.artist_index.find(row.artist);
    if (found != into.artist_index.end()) return found->second;
    into.collection.artists.push_back({{}, row.artist_name, {}});
    return static_cast<library::ArtistIndex>(into.collection.artists.size() - 1);
}

void take_tracks(std::vector<store::TrackRow> rows, Collected& into) {
    std::unordered_map<SongKey, library::SongIndex, SongKeyHash> songs;
    songs.reserve(rows.size());
    into.track_index.reserve(rows.size());
    into.collection.tracks.reserve(rows.size());
    for (auto& row : rows) {
        library::CollectionTrack track;
        track.id = row.id;
        track.artist = artist_of(row, into);
        for (const auto other : row.other_artists) track.other_artists.push_back(into.artist_index.at(other));
        const auto next = static_cast<library::SongIndex>(songs.size());
        track.song = songs.try_emplace({track.artist, std::move(row.title_key)}, next).first->second;
        track.artist_name = std::move(row.artist_name);
        track.track_name = std::move(row.track_name);
        track.release_name = std::move(row.release_name);
        track.version = std::move(row.version_key);
        track.spotify_id = std::move(row.spotify_id);
        track.duration_ms = row.duration_ms;
        track.release_year = row.release_year;
        track.popularity = row.popularity;
        track.is_explicit = row.is_explicit;
        track.in_catalogue = row.in_catalogue;
        into.track_index.emplace(track.id, static_cast<library::TrackIndex>(into.collection.tracks.size()));
        into.collection.tracks.push_back(std::move(track));
    }
    into.collection.n_songs = songs.size();
}

bool take_features_of(store::Store& store, std::string_view provider, Collected& into,
                      std::vector<bool>& known) {
    bool has_any = false;
    for (const auto& row : store.features(provider)) {
        const auto index = into.track_index.at(row.track);
        if (known[index]) continue;
        std::ranges::copy(row.features.values, into.collection.features.row(index).begin());
        known[index] = row.features.describes_sound();
        has_any = has_any || known[index];
    }
    return has_any;
}

/// Values of two scales never stand in one table: what attune heard itself is taken where no catalogue says anything, or
/// brought to the scale of catalogues if the person has asked for that.
void take_features(const Workspace& workspace, Collected& into) {
    auto& store = *workspace.store;
    auto& collection = into.collection;
    collection.features = Matrix(collection.tracks.size(), library::n_audio_features, missing);
    collection.feature_scale = "spotify";
    std::vector<bool> known(collection.tracks.size(), false);
    bool has_any = false;
    for (const auto& provider : store.providers()) {
        if (provider.provider.starts_with(catalogue_prefix))
            has_any = take_features_of(store, provider.provider, into, known) || has_any;
    }
    if (!has_any) {
        if (take_features_of(store, own_provider, into, known)) collection.feature_scale = own_provider;
        return;
    }
    const auto map = ScaleMap::of(workspace);
    if (!map) return;
    for (const auto& row : store.features(own_provider)) {
        const auto index = into.track_index.at(row.track);
        if (known[index]) continue;
        std::ranges::copy((*map)(row.features).values, collection.features.row(index).begin());
        collection.feature_scale = "spotify, with own features brought to it";
    }
}

library::ArtistIndex index_of(const Collected& collected, library::ArtistId id) {
    return collected.artist_index.at(id);
}

}  // namespace

Collected collect(Workspace& workspace) {
    auto& store = *workspace.store;
    workspace.task.report("reading the library", 0, 0);
    Collected collected;
    const auto artists = store.artists();
    const auto tags = store.tags();
    GenreIndices genres;
    for (const auto& artist : artists) {
        for (const auto& genre : artist.genres) genres.note(genre);
    }
    for (const auto& row : tags) genres.note(row.tag);
    collected.collection.genres = genres.number();
    take_artists(artists, genres, collected);
    take_tracks(store.tracks(), collected);
    for (const auto& row : tags)
        genres.add_to(collected.collection.tracks[collected.track_index.at(row.track)].tags, row.tag);
    workspace.task.check();
    take_features(workspace, collected);
    collected.collection.known_artist_genres = library::artist_genres(collected.collection);
    return collected;
}

library::History collect_past(Workspace& workspace, const Collected& collected, library::PersonId person) {
    auto& store = *workspace.store;
    library::History history;
    for (const auto& row : store.listens(person)) {
        history.plays.push_back({row.listened_at, row.ended_at, collected.track_index.at(row.track),
                                 row.ms_played, row.reason_start, row.reason_end, row.skipped});
    }
    for (const auto& row : store.playlists(person)) {
        // "attune liked" and its like carry labels; as playlists they would make taste of what was disliked.
        if (fold(row.name).starts_with("attune ")) continue;
        // What was made here is no choice of the person's yet: learning from it would be learning from oneself.
        // And what other people chose says nothing of this one.
        if (row.kind == store::own_playlist_kind || row.kind == store::peoples_playlist_kind ||
            row.items.empty())
            continue;
        library::CollectionPlaylist playlist{row.name, {}};
        for (const auto& item : row.items)
            playlist.items.push_back({collected.track_index.at(item.track), item.added_at});
        history.playlists.push_back(std::move(playlist));
    }
    for (const auto& row : store.marks(person)) {
        switch (row.kind) {
            case library::MarkKind::saved_track:
                history.saved_tracks.push_back(collected.track_index.at(row.track));
                break;
            case library::MarkKind::banned_track:
                history.banned_tracks.push_back(collected.track_index.at(row.track));
                break;
            case library::MarkKind::followed_artist:
                history.followed_artists.push_back(index_of(collected, row.artist));
                break;
            case library::MarkKind::banned_artist:
                history.banned_artists.push_back(index_of(collected, row.artist));
                break;
        }
    }
    return history;
}

void add_said(Workspace& workspace, const Collected& collected, library::PersonId person,
              library::History& past) {
    auto& store = *workspace.store;
    for (const auto artist : store.blocked_artists(person))
        past.banned_artists.push_back(index_of(collected, artist));
    for (const auto& row : store.labels(person)) {
        if (row.value) past.labels.push_back({collected.track_index.at(row.track), *row.value, row.at});
    }
}

library::History collect_history(Workspace& workspace, const Collected& collected, library::PersonId person) {
    auto history = collect_past(workspace, collected, person);
    add_said(workspace, collected, person, history);
    return history;
}

library::TrackIndex index_of(const Collected& collected, library::TrackId track) {
    const auto found = collected.track_index.find(track);
    if (found == collected.track_index.end())
        fail(ErrorCode::unavailable, "the library has changed meanwhile; try again");
    return found->second;
}

Timestamp present_of(const library::History& history, Timestamp now) {
    return history.plays.empty() ? now : history.plays.back().listened_at + std::chrono::seconds(1);
}

}  // namespace attune::engine
