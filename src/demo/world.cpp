#include "demo/world.h"

#include "core/error.h"
#include "core/random.h"
#include "core/text.h"
#include "demo/genres.h"
#include "demo/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace attune::demo {
namespace {

using library::AudioFeature;

constexpr double share_in_catalogue = 0.84;
constexpr int newest_year = 2025;

/// Makes the artists, then song after song until the catalogue is full.
class WorldMaker {
  public:
    explicit WorldMaker(const WorldOptions& options) : random_(options.seed), names_(options.seed + 1) {
        world_.options = options;
    }

    World make() {
        for (std::size_t i = 0; i < world_.options.n_artists; ++i) add_artist();
        while (n_in_catalogue_ < world_.options.n_tracks) add_release(draw_artist());
        for (std::size_t i = 0; i < world_.tracks.size(); ++i) {
            auto& track = world_.tracks[i];
            world_.artists[track.artist].tracks.push_back(i);
            world_.track_of_id.emplace(track.spotify_id, i);
            if (!track.other_spotify_id.empty()) world_.track_of_id.emplace(track.other_spotify_id, i);
        }
        return std::move(world_);
    }

  private:
    bool chance(double probability) { return random_.uniform() < probability; }

    std::size_t draw_genre() {
        if (genre_weights_.empty()) {
            for (const auto& genre : genres()) {
                const double lift = std::exp(0.5 * random_.normal());
                genre_weights_.push_back(genre_families()[genre.family].weight * lift);
            }
        }
        return random_.weighted(genre_weights_);
    }

    /// Most second genres are of the same family: what makes genres neighbours.
    std::size_t draw_second_genre(std::size_t first) {
        const bool at_home = chance(0.8);
        while (true) {
            const auto drawn = random_.below(genres().size());
            if (drawn != first && (!at_home || genres()[drawn].family == genres()[first].family))
                return drawn;
        }
    }

    void add_artist() {
        WorldArtist artist;
        artist.name = names_.artist();
        artist.genres.push_back(draw_genre());
        while (artist.genres.size() < 3 && chance(0.5)) {
            const auto another = draw_second_genre(artist.genres.front());
            if (std::ranges::find(artist.genres, another) == artist.genres.end())
                artist.genres.push_back(another);
        }
        artist.sound = draw_artist_sound(random_);
        artist.fame = std::pow(random_.uniform(), 2.2);  // few are famous
        artist.first_year = newest_year - static_cast<int>(55 * std::pow(random_.uniform(), 1.8));
        artist.genres_known = chance(0.9);
        // The famous have more records.
        cumulative_weight_ += 0.25 + artist.fame;
        cumulative_.push_back(cumulative_weight_);
        world_.artists.push_back(std::move(artist));
    }

    /// Everybody gets one release first.
    std::size_t draw_artist() {
        if (next_artist_ < world_.artists.size()) return next_artist_++;
        const double at = random_.uniform() * cumulative_weight_;
        const auto found = std::ranges::upper_bound(cumulative_, at) - cumulative_.begin();
        return std::min(static_cast<std::size_t>(found), world_.artists.size() - 1);
    }

    std::size_t draw_release_size() {
        // A small world must not be filled by the records of a few.
        const double room =
            static_cast<double>(world_.options.n_tracks) / static_cast<double>(world_.options.n_artists);
        const std::size_t size = chance(0.55)  ? 1 + random_.below(3)
                                 : chance(0.4) ? 4 + random_.below(3)
                                               : 8 + random_.below(7);
        return room >= 6 ? size : 1 + random_.below(2);
    }

    void add_release(std::size_t artist_index) {
        const auto& artist = world_.artists[artist_index];
        const auto name = names_.release();
        const int year = std::min(newest_year, artist.first_year + static_cast<int>(random_.below(14)));
        const bool stays_away = !chance(share_in_catalogue);  // whole releases miss in catalogues
        const auto n_songs = draw_release_size();
        for (std::size_t i = 0; i < n_songs && n_in_catalogue_ < world_.options.n_tracks; ++i) {
            WorldTrack track;
            track.artist = artist_index;
            track.title = new_title(artist_index);
            track.release = n_songs == 1 ? track.title : name;
            track.year = year;
            track.in_catalogue = !stays_away;
            // An artist is mostly in their main genre.
            const auto genre =
                chance(0.75) ? artist.genres.front() : artist.genres[random_.below(artist.genres.size())];
            track.features = draw_features(genre, artist.sound, random_);
            track.is_explicit = chance(genres()[genre].family == 3 ? 0.45 : 0.06);
            const double standing = 0.62 * artist.fame + 0.16 * (year - 1970) / 55.0;
            track.popularity =
                static_cast<int>(std::clamp(100 * standing + 11 * random_.normal() - 4, 0.0, 97.0));
            if (chance(0.08)) feature_guest(track);
            track.recording = track.song = world_.tracks.size();
            add_track(track);
            if (chance(0.11)) add_version(world_.tracks[track.song]);
        }
    }

    /// An artist has no two songs of one name: nobody could tell them apart.
    std::string new_title(std::size_t artist) {
        while (true) {
            auto title = names_.title();
            if (titles_.insert(fmt::format("{} {}", artist, fold(title))).second) return title;
        }
    }

    /// Guests are named in titles; the artist field of an export has the main artist alone.
    void feature_guest(WorldTrack& track) {
        const auto guest = random_.below(world_.artists.size());
        if (guest == track.artist) return;
        track.other_artists.push_back(guest);
        track.title += fmt::format(" ({} {})", chance(0.7) ? "feat." : "with", world_.artists[guest].name);
    }

    void add_version(WorldTrack track) {
        const auto song_year = track.year;
        track.year = std::min(newest_year, song_year + 1 + static_cast<int>(random_.below(20)));
        track.popularity = std::max(0, track.popularity - 5 - static_cast<int>(random_.below(15)));
        switch (random_.below(5)) {
            case 0:
            case 1:  // the same recording again
                track.title += chance(0.5) ? fmt::format(" - {} Remaster", track.year)
                                           : fmt::format(" - Remastered {}", track.year);
                track.release += " (Deluxe Edition)";
                break;
            case 2:
                track.title += chance(0.5) ? " - Live" : fmt::format(" - Live at {}", names_.place());
                track.release += " (Live)";
                track.features = as_live(track.features, random_);
                track.recording = world_.tracks.size();
                break;
            case 3:
                track.title += chance(0.5) ? " - Acoustic" : " (Acoustic Version)";
                track.features = as_acoustic(track.features, random_);
                track.recording = world_.tracks.size();
                break;
            default:
                track.title +=
                    fmt::format(" - {} Remix", world_.artists[random_.below(world_.artists.size())].name);
                track.features = as_remix(track.features, random_);
                track.recording = world_.tracks.size();
        }
        if (n_in_catalogue_ < world_.options.n_tracks) add_track(track);
    }

    void add_track(WorldTrack track) {
        track.spotify_id = names_.spotify_id();
        track.other_spotify_id = chance(0.12) ? names_.spotify_id() : "";
        n_in_catalogue_ += track.in_catalogue ? 1 : 0;
        world_.tracks.push_back(std::move(track));
    }

    World world_;
    Random random_;
    NameMaker names_;
    std::unordered_set<std::string> titles_;
    std::vector<double> genre_weights_;
    std::vector<double> cumulative_;
    double cumulative_weight_ = 0;
    std::size_t next_artist_ = 0;
    std::size_t n_in_catalogue_ = 0;
};

}  // namespace

std::optional<std::size_t> World::find_track(std::string_view spotify_id) const {
    const auto found = track_of_id.find(std::string(spotify_id));
    return found == track_of_id.end() ? std::nullopt : std::optional(found->second);
}

int World::duration_ms(std::size_t track) const {
    return static_cast<int>(tracks[track].features[AudioFeature::duration_ms]);
}

World make_world(const WorldOptions& options) {
    require(options.n_artists >= 8, "n_artists must be at least 8, got {}", options.n_artists);
    require(options.n_tracks >= 2 * options.n_artists,
            "n_tracks must be at least twice n_artists ({}), got {}", options.n_artists, options.n_tracks);
    return WorldMaker(options).make();
}

}  // namespace attune::demo
