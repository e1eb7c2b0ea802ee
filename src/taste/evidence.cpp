#include "taste/evidence.h"

#include "core/parallel.h"
#include "taste/outcomes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <unordered_map>
#include <vector>

namespace attune::taste {
namespace {

using library::ArtistIndex;
using library::GenreIndex;
using library::TrackIndex;

constexpr EvidenceColumn columns[] = {
    {"artist_heard", "artist", "how much you have played this artist"},
    {"artist_heard_rate", "artist", "how often you hear this artist's tracks out"},
    {"artist_skip_rate", "artist", "how seldom you skip this artist"},
    {"artist_days_since", "artist", "how recently you played this artist"},
    {"artist_plays_90d", "artist", "how much you played this artist lately"},
    {"artist_plays_per_track", "artist", "how often you return to this artist's tracks"},
    {"artist_heard_10d", "artist", "what you played of this artist in the last days"},
    {"artist_heard_30d", "artist", "what you played of this artist in the last weeks"},
    {"artist_recent_share", "artist", "whether this artist is one of your present ones"},
    {"artist_new_love", "artist", "that you found this artist not long ago"},
    {"artist_kept_rate", "artist", "how many of this artist's tracks you kept"},
    {"artist_expected_near", "artist", "how many tracks you keep of this artist and of artists near to it"},
    {"artist_expected_genre", "artist", "how many tracks you keep of this artist and of its genres"},
    {"artist_known", "artist", "whether you know this artist"},
    {"collaborator_heard", "artist", "how much you play the other artists on it"},
    {"genre_kept_rate", "genres", "how much of these genres you keep"},
    {"genre_heard", "genres", "how much you play these genres"},
    {"genre_plays_90d", "genres", "how much you play these genres lately"},
    {"genre_known", "genres", "whether its genres are known"},
    {"near_artists_kept_rate", "genres", "how much you keep of artists near to this one"},
    {"near_artists_heard", "genres", "how much you play artists near to this one"},
    {"near_artists_plays_90d", "genres", "how much you play artists near to this one lately"},
    {"near_artists_skip_rate", "genres", "how seldom you skip artists near to this one"},
    {"nearest_artist", "genres", "how near the nearest artist is that you play"},
    {"artist_catalogue_tracks", "popularity", "how much of this artist is in the catalogues"},
    {"artist_top_popularity", "popularity", "how popular this artist is"},
    {"in_catalogue", "popularity", "whether it is in a catalogue"},
    {"popularity", "popularity", "how popular it is"},
    {"tag_kept_rate", "genres", "how much you keep of what is tagged alike"},
    {"era_kept_rate", "era", "how much you keep of its time"},
    {"era_heard", "era", "how much you play of its time"},
    {"release_kept_rate", "release", "how much of this release you kept"},
    {"playlist_kept_rate", "playlists", "how much you play of the playlists that it is on"},
    {"playlist_days_since_added", "playlists", "how recently you put it on a playlist"},
    {"playlist_artist_kept_rate", "playlists", "how much you play of the playlists that its artist is on"},
    {"playlist_artist_plays_60d", "playlists", "how much you play lately of the playlists its artist is on"},
    {"playlist_artist_days_since", "playlists", "how recently you put its artist on a playlist"},
    {"listeners_fit", "listeners", "how much people who play your artists play this one"},
    {"listeners_track_fit", "listeners", "how much people who play your tracks play this one"},
    {"listeners_reach", "listeners", "how many other people play this artist"},
};

enum Column : std::size_t {
    artist_heard,
    artist_heard_rate,
    artist_skip_rate,
    artist_days_since,
    artist_plays_90d,
    artist_plays_per_track,
    artist_heard_10d,
    artist_heard_30d,
    artist_recent_share,
    artist_new_love,
    artist_kept_rate,
    artist_expected_near,
    artist_expected_genre,
    artist_known,
    collaborator_heard,
    genre_kept_rate,
    genre_heard,
    genre_plays_90d,
    genre_known,
    near_artists_kept_rate,
    near_artists_heard,
    near_artists_plays_90d,
    near_artists_skip_rate,
    nearest_artist,
    artist_catalogue_tracks,
    artist_top_popularity,
    in_catalogue,
    popularity,
    tag_kept_rate,
    era_kept_rate,
    era_heard,
    release_kept_rate,
    playlist_kept_rate,
    playlist_days_since_added,
    playlist_artist_kept_rate,
    playlist_artist_plays_60d,
    playlist_artist_days_since,
    listeners_fit,
    listeners_track_fit,
    listeners_reach,
    n_columns,
};
static_assert(std::size(columns) == n_columns);

constexpr double day_s = 86400;
// An artist counts as near with weight exp((cosine - 1) / width): e^-1 at a cosine of 0.92.
constexpr float kernel_width = 0.08F;
constexpr double new_love_days = 150;

/// Sums over plays and tracks; of an artist, a genre, a tag, a decade or a release.
struct Sums {
    double plays = 0;
    double heard = 0;
    double skips = 0;
    double tracks = 0;
    double kept = 0;
    double plays_90d = 0;
    double heard_10d = 0;
    double heard_30d = 0;
    double heard_60d = 0;
    double heard_90d = 0;

    void add(const Sums& other, double sign = 1) {
        plays += sign * other.plays;
        heard += sign * other.heard;
        skips += sign * other.skips;
        tracks += sign * other.tracks;
        kept += sign * other.kept;
        plays_90d += sign * other.plays_90d;
        heard_10d += sign * other.heard_10d;
        heard_30d += sign * other.heard_30d;
        heard_60d += sign * other.heard_60d;
        heard_90d += sign * other.heard_90d;
    }
};

struct PlaylistSums {
    double tracks = 0;
    double kept = 0;
    double heard_60d = 0;
};

/// The latest (or first) moment of an artist, and that of its other tracks: a track can be left out.
struct Extreme {
    std::optional<Timestamp> time;
    TrackIndex track = 0;
    std::optional<Timestamp> of_others;

    void latest(Timestamp at, TrackIndex of) {
        if (time && track != of) of_others = time;
        time = at;
        track = of;
    }

    void first(Timestamp at, TrackIndex of) {
        if (!time) {
            time = at;
            track = of;
        } else if (track != of && !of_others) {
            of_others = at;
        }
    }

    std::optional<Timestamp> without(std::optional<TrackIndex> left_out) const {
        return left_out == track ? of_others : time;
    }
};

double log1p_of(double count) { return std::log1p(std::max(0.0, count)); }

}  // namespace

std::span<const EvidenceColumn> evidence_columns() noexcept { return columns; }

std::size_t evidence_column(std::string_view name) noexcept {
    return static_cast<std::size_t>(std::ranges::find(columns, name, &EvidenceColumn::name) -
                                    std::begin(columns));
}

struct Evidence::Tables {
    Tables(const library::Collection& collection_, const library::History& known, Timestamp moment_,
           const Surroundings& space_)
        : collection(collection_),
          space(space_),
          moment(moment_),
          of_track(collection.tracks.size()),
          of_artist(collection.artists.size()),
          of_genre(collection.genres.size()),
          of_tag(collection.genres.size()),
          genres_of(library::artist_genres(collection)),
          first_at(collection.artists.size()),
          last_at(collection.artists.size()),
          catalogue_tracks(collection.artists.size(), 0),
          top_popularity(collection.artists.size(), missing),
          playlists_of_track(collection.tracks.size()),
          playlists_of_artist(collection.artists.size()),
          added_track(collection.tracks.size()),
          added_artist(collection.artists.size()) {
        add_plays(known.plays);
        add_catalogue();
        add_groups();
        add_playlists(known.playlists);
        if (space.others) said = space.others->say(known);
        for (std::size_t c = 0; c < n_columns; ++c) {
            if (std::ranges::find(space.left_out, columns[c].group) != space.left_out.end())
                held_back.push_back(c);
        }
    }

    void add_plays(std::span<const library::Play> plays) {
        for (const auto& play : plays) {
            Sums& sums = of_track[play.track];
            const double days = static_cast<double>((moment - play.listened_at).count()) / day_s;
            const bool heard = !play.ms_played || *play.ms_played >= heard_ms;
            sums.plays += 1;
            sums.plays_90d += days < 90 ? 1 : 0;
            if (is_early_skip(play)) sums.skips += 1;
            if (heard) {
                sums.heard += 1;
                sums.heard_10d += days < 10 ? 1 : 0;
                sums.heard_30d += days < 30 ? 1 : 0;
                sums.heard_60d += days < 60 ? 1 : 0;
                sums.heard_90d += days < 90 ? 1 : 0;
            }
            const auto artist = collection.tracks[play.track].artist;
            first_at[artist].first(play.listened_at, play.track);
            last_at[artist].latest(play.listened_at, play.track);
        }
        for (auto& sums : of_track) {
            if (sums.plays == 0) continue;
            sums.tracks = 1;
            sums.kept = sums.heard >= 2 ? 1 : 0;
            total.add(sums);
        }
        mean_kept = (total.kept + 1) / (total.tracks + 4);
    }

    void add_catalogue() {
        for (const auto& track : collection.tracks) {
            if (!track.in_catalogue) continue;
            catalogue_tracks[track.artist] += 1;
            if (track.popularity && !(top_popularity[track.artist] >= *track.popularity))
                top_popularity[track.artist] = *track.popularity;
        }
    }

    void add_groups() {
        for (TrackIndex t = 0; t < of_track.size(); ++t) {
            const auto& track = collection.tracks[t];
            if (of_track[t].plays == 0) continue;
            of_artist[track.artist].add(of_track[t]);
            for (const auto tag : track.tags) of_tag[tag].add(of_track[t]);
            if (track.release_year) of_decade[*track.release_year / 10].add(of_track[t]);
            if (!track.release_name.empty()) of_release[{track.artist, track.release_name}].add(of_track[t]);
        }
        std::vector<double> n_artists(of_genre.size(), 0);
        for (ArtistIndex a = 0; a < of_artist.size(); ++a) {
            for (const auto genre : (*genres_of)[a]) {
                n_artists[genre] += 1;
                of_genre[genre].add(of_artist[a]);
            }
            if (of_artist[a].plays > 0 && space.placed[a]) heard_artists.push_back(a);
        }
        for (const double n : n_artists)
            genre_weight.push_back(std::log((static_cast<double>(of_artist.size()) + 1) / std::max(1.0, n)));
    }

    void add_playlists(std::span<const library::CollectionPlaylist> lists) {
        for (std::size_t p = 0; p < lists.size(); ++p) {
            PlaylistSums sums;
            for (const auto& item : lists[p].items) {
                const Sums& track = of_track[item.track];
                if (track.plays > 0) {
                    sums.tracks += 1;
                    sums.kept += track.kept;
                    sums.heard_60d += track.heard_60d;
                }
                playlists_of_track[item.track].push_back(p);
                auto& of_this_artist = playlists_of_artist[collection.tracks[item.track].artist];
                if (of_this_artist.empty() || of_this_artist.back() != p) of_this_artist.push_back(p);
                note_added(item);
            }
            playlists.push_back(sums);
        }
    }

    void note_added(const library::CollectionPlaylistItem& item) {
        if (!item.added_at) return;
        auto& track = added_track[item.track];
        track = std::max(track.value_or(*item.added_at), *item.added_at);
        auto& artist = added_artist[collection.tracks[item.track].artist];
        artist = std::max(artist.value_or(*item.added_at), *item.added_at);
    }

    double kept_rate(const Sums& sums, double strength) const {
        return (sums.kept + strength * mean_kept) / (sums.tracks + strength);
    }

    /// The share of tracks kept, of an artist that is expected to be like its surroundings until enough of its own
    /// tracks are known; of an unknown artist that of the surroundings.
    double expected_rate(const Sums& artist, float rate_of_surroundings) const {
        constexpr double strength = 5;
        const double expected = is_missing(rate_of_surroundings) ? mean_kept : rate_of_surroundings;
        return (artist.kept + strength * expected) / (artist.tracks + strength);
    }

    double days_since(Timestamp time) const {
        return std::max(0.0, static_cast<double>((moment - time).count()) / day_s);
    }

    void fill_artist(std::span<float> row, ArtistIndex artist, std::optional<TrackIndex> left_out) const;
    void fill_genres(std::span<float> row, ArtistIndex artist) const;
    void fill_neighbours(std::span<float> row, ArtistIndex artist) const;
    void fill_track(std::span<float> row, TrackIndex track, const Sums* own) const;
    void fill_playlists(std::span<float> row, TrackIndex track, const Sums* own) const;
    void fill_others(std::span<float> row, TrackIndex track) const;

    const library::Collection& collection;
    const Surroundings& space;
    Timestamp moment;
    std::vector<Sums> of_track;
    std::vector<Sums> of_artist;
    std::vector<Sums> of_genre;
    std::vector<Sums> of_tag;
    std::map<int, Sums> of_decade;
    std::map<std::pair<ArtistIndex, std::string>, Sums> of_release;
    Sums total;
    double mean_kept = 0;
    std::shared_ptr<const library::GenresOfArtists> genres_of;
    std::vector<double> genre_weight;  ///< inverse document frequency over artists
    std::vector<ArtistIndex> heard_artists;
    std::vector<Extreme> first_at;
    std::vector<Extreme> last_at;
    std::vector<double> catalogue_tracks;
    std::vector<float> top_popularity;
    std::vector<PlaylistSums> playlists;
    std::vector<std::vector<std::size_t>> playlists_of_track;
    std::vector<std::vector<std::size_t>> playlists_of_artist;
    std::vector<std::optional<Timestamp>> added_track;
    std::vector<std::optional<Timestamp>> added_artist;
    OthersSay said;
    std::vector<std::size_t> held_back;  ///< columns of Surroundings::left_out
};

void Evidence::Tables::fill_artist(std::span<float> row, ArtistIndex artist,
                                   std::optional<TrackIndex> left_out) const {
    Sums sums = of_artist[artist];
    if (left_out) sums.add(of_track[*left_out], -1);
    const bool known = sums.plays > 0;
    const auto put = [&](Column column, double value) { row[column] = static_cast<float>(value); };
    put(artist_heard, log1p_of(sums.heard));
    put(artist_plays_90d, log1p_of(sums.plays_90d));
    put(artist_plays_per_track, log1p_of(sums.plays) - log1p_of(sums.tracks));
    put(artist_heard_10d, log1p_of(sums.heard_10d));
    put(artist_heard_30d, log1p_of(sums.heard_30d));
    put(artist_known, known ? 1 : 0);
    put(artist_new_love, 0);
    put(artist_expected_near, expected_rate(sums, row[near_artists_kept_rate]));
    put(artist_expected_genre, expected_rate(sums, row[genre_kept_rate]));
    put(artist_catalogue_tracks, log1p_of(catalogue_tracks[artist]));
    row[artist_top_popularity] = top_popularity[artist];
    if (!known) return;
    put(artist_heard_rate, (sums.heard + 1) / (sums.plays + 2));
    put(artist_skip_rate, (sums.skips + 1) / (sums.plays + 2));
    put(artist_days_since, log1p_of(days_since(*last_at[artist].without(left_out))));
    put(artist_recent_share, (sums.heard_90d + 0.5) / (sums.heard + 2));
    put(artist_kept_rate, kept_rate(sums, 2));
    if (days_since(*first_at[artist].without(left_out)) < new_love_days)
        put(artist_new_love, log1p_of(sums.heard_60d));
}

void Evidence::Tables::fill_genres(std::span<float> row, ArtistIndex artist) const {
    const auto& genres = (*genres_of)[artist];
    row[genre_known] = genres.empty() ? 0 : 1;
    double weights = 0;
    double rate = 0;
    double heard = 0;
    double recent = 0;
    for (const auto genre : genres) {
        Sums sums = of_genre[genre];
        sums.add(of_artist[artist], -1);
        const double weight = genre_weight[genre];
        weights += weight;
        rate += weight * kept_rate(sums, 10);
        heard += weight * log1p_of(sums.heard);
        recent += weight * log1p_of(sums.plays_90d);
    }
    if (weights <= 0) return;
    row[genre_kept_rate] = static_cast<float>(rate / weights);
    row[genre_heard] = static_cast<float>(heard / weights);
    row[genre_plays_90d] = static_cast<float>(recent / weights);
}

void Evidence::Tables::fill_neighbours(std::span<float> row, ArtistIndex artist) const {
    if (!space.placed[artist] || heard_artists.empty()) return;
    Sums sums;
    float nearest = -1;
    for (const auto other : heard_artists) {
        if (other == artist) continue;
        const float cosine = space.cosine(artist, other);
        nearest = std::max(nearest, cosine);
        if (cosine < 0.4F) continue;  // a weight below 0.0006
        sums.add(of_artist[other], std::exp((cosine - 1) / kernel_width));
    }
    row[near_artists_kept_rate] = static_cast<float>(kept_rate(sums, 2));
    row[near_artists_heard] = static_cast<float>(std::log(0.1 + sums.heard));
    row[near_artists_plays_90d] = static_cast<float>(std::log(0.1 + sums.plays_90d));
    row[near_artists_skip_rate] = static_cast<float>((sums.skips + 1) / (sums.plays + 2));
    row[nearest_artist] = nearest;
}

void Evidence::Tables::fill_track(std::span<float> row, TrackIndex t, const Sums* own) const {
    const auto& track = collection.tracks[t];
    const auto without_own = [&](Sums sums) {
        if (own != nullptr) sums.add(*own, -1);
        return sums;
    };
    const auto put = [&](Column column, double value) { row[column] = static_cast<float>(value); };
    put(in_catalogue, track.in_catalogue ? 1 : 0);
    if (track.popularity) put(popularity, *track.popularity);
    if (!track.tags.empty()) {
        double rate = 0;
        for (const auto tag : track.tags) rate += kept_rate(without_own(of_tag[tag]), 10);
        put(tag_kept_rate, rate / static_cast<double>(track.tags.size()));
    }
    if (track.release_year) {
        const auto found = of_decade.find(*track.release_year / 10);
        const Sums sums = found == of_decade.end() ? Sums{} : without_own(found->second);
        put(era_kept_rate, kept_rate(sums, 10));
        put(era_heard, log1p_of(sums.heard));
    }
    const auto release = of_release.find({track.artist, track.release_name});
    put(release_kept_rate, kept_rate(release == of_release.end() ? Sums{} : without_own(release->second), 2));
    double most = 0;
    for (const auto other : track.other_artists) most = std::max(most, of_artist[other].heard);
    put(collaborator_heard, log1p_of(most));
}

void Evidence::Tables::fill_playlists(std::span<float> row, TrackIndex t, const Sums* own) const {
    const auto rate = [&](std::size_t p, bool holds_track) {
        PlaylistSums sums = playlists[p];
        if (own != nullptr && holds_track) {
            sums.tracks -= own->tracks;
            sums.kept -= own->kept;
        }
        return (sums.kept + 5 * mean_kept) / (sums.tracks + 5);
    };
    const auto put = [&](Column column, double value) { row[column] = static_cast<float>(value); };
    double best = -1;
    for (const auto p : playlists_of_track[t]) best = std::max(best, rate(p, true));
    if (best >= 0) put(playlist_kept_rate, best);
    if (added_track[t]) put(playlist_days_since_added, log1p_of(days_since(*added_track[t])));
    const auto artist = collection.tracks[t].artist;
    const auto& of_this_artist = playlists_of_artist[artist];
    double sum = 0;
    double recent = 0;
    for (const auto p : of_this_artist) {
        sum += rate(p, false);
        recent += log1p_of(playlists[p].heard_60d / std::max(1.0, playlists[p].tracks));
    }
    if (!of_this_artist.empty()) {
        put(playlist_artist_kept_rate, sum / static_cast<double>(of_this_artist.size()));
        put(playlist_artist_plays_60d, recent / static_cast<double>(of_this_artist.size()));
    }
    if (added_artist[artist]) put(playlist_artist_days_since, log1p_of(days_since(*added_artist[artist])));
}

void Evidence::Tables::fill_others(std::span<float> row, TrackIndex t) const {
    const auto artist = collection.tracks[t].artist;
    if (artist < said.artist_fit.size()) row[listeners_fit] = said.artist_fit[artist];
    if (artist < said.artist_reach.size()) row[listeners_reach] = said.artist_reach[artist];
    if (t < said.track_fit.size()) row[listeners_track_fit] = said.track_fit[t];
}

Evidence::Evidence(const library::Collection& collection, const library::History& known, Timestamp moment,
                   const Surroundings& space)
    : tables_(std::make_unique<const Tables>(collection, known, moment, space)) {}

Evidence::~Evidence() = default;

Matrix Evidence::rows(std::span<const TrackIndex> tracks, bool leave_out, std::size_t threads) const {
    const Tables& tables = *tables_;
    Matrix rows(tracks.size(), n_columns, missing);
    // What depends on the artist alone is worked out once for each artist.
    std::vector<ArtistIndex> artists;
    for (const auto t : tracks) artists.push_back(tables.collection.tracks[t].artist);
    std::ranges::sort(artists);
    artists.erase(std::unique(artists.begin(), artists.end()), artists.end());
    Matrix of_artists(artists.size(), n_columns, missing);
    parallel_for(artists.size(), threads, [&](std::size_t i) {
        tables.fill_genres(of_artists.row(i), artists[i]);
        tables.fill_neighbours(of_artists.row(i), artists[i]);
    });
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const auto t = tracks[i];
        const auto artist = tables.collection.tracks[t].artist;
        const auto at = static_cast<std::size_t>(std::ranges::lower_bound(artists, artist) - artists.begin());
        const auto row = rows.row(i);
        std::ranges::copy(of_artists.row(at), row.begin());
        const Sums* own = leave_out ? &tables.of_track[t] : nullptr;
        tables.fill_artist(row, artist, leave_out ? std::optional(t) : std::nullopt);
        tables.fill_track(row, t, own);
        tables.fill_playlists(row, t, own);
        tables.fill_others(row, t);
        for (const auto column : tables.held_back) row[column] = missing;
    }
    return rows;
}

}  // namespace attune::taste
