#include "demo/history.h"

#include "core/hash.h"
#include "core/random.h"
#include "demo/genres.h"
#include "demo/names.h"
#include "demo/odds.h"
#include "demo/taste.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace attune::demo {
namespace {

constexpr double seconds_a_day = 86'400;
constexpr double plays_a_session = 15.5;  // measured: what the kinds of session below come to

template <class T, std::size_t n>
const T& one_of(const T (&list)[n], Random& random) {
    return list[random.below(n)];
}

constexpr std::string_view platforms[] = {"ios",
                                          "ios",
                                          "iOS 16.5 (iPhone14,5)",
                                          "android",
                                          "Android OS 13 API 33 (samsung, SM-G991B)",
                                          "windows",
                                          "Windows 10 (10.0.19045; x64)",
                                          "OS X 13.2.1 [arm 2]",
                                          "web_player windows 10;chrome 120.0.0.0;desktop",
                                          "Partner google cast_voice Google_Nest_Mini"};
constexpr std::string_view closing_reasons[] = {"logout", "unexpected-exit", "unexpected-exit-while-paused",
                                                "endplay"};
constexpr std::string_view opening_reasons[] = {"clickrow", "playbtn", "appload", "clickrow", "remote"};

/// What the listener remembers of a track.
struct Memory {
    int n_plays = 0;
    bool is_kept = false;
    double kept_at = 0;    ///< day
    double last_play = 0;  ///< day
    double weariness = 0;  ///< grows with each play, fades by the week
};

class Listener {
  public:
    explicit Listener(const World& world)
        : world_(world),
          random_(combine_hashes(world.options.seed, 11)),
          names_(world.options.seed + 12),
          taste_(listener_taste(world)),
          memories_(world.tracks.size()) {
        learn_genres();
        for (std::size_t i = 0; i < 8; ++i)
            shows_.push_back({fmt::format("The {} Podcast", names_.artist()), {}});
    }

    History live() {
        const double days = world_.options.years * 365.25;
        for (day_ = 0; day_ < days; day_ += 1) live_day();
        make_playlists();
        return std::move(history_);
    }

  private:
    struct Session {
        std::string_view platform;
        bool shuffle = false;
        bool offline = false;
        bool incognito = false;
        bool is_open = true;
        std::string_view next_start;
    };

    bool chance(double probability) { return random_.uniform() < probability; }

    void learn_genres() {
        genre_appeal_.assign(genres().size(), 0);
        genre_tracks_.resize(genres().size());
        genre_cumulative_.resize(genres().size());
        for (std::size_t i = 0; i < world_.tracks.size(); ++i) {
            const auto genre = world_.main_genre(i);
            genre_appeal_[genre] += taste_.visible[i];
            genre_tracks_[genre].push_back(i);
            const double before = genre_cumulative_[genre].empty() ? 0 : genre_cumulative_[genre].back();
            // People come upon the popular first.
            genre_cumulative_[genre].push_back(before + std::pow(world_.tracks[i].popularity + 6.0, 2));
        }
        for (std::size_t g = 0; g < genre_appeal_.size(); ++g)
            genre_appeal_[g] /= std::max<double>(1, static_cast<double>(genre_tracks_[g].size()));
        for (std::size_t family = 0; family < genre_families().size(); ++family)
            drifts_.push_back({200 + 700 * random_.uniform(), random_.uniform()});
    }

    /// Interests come and go by the season.
    double interest(std::size_t family) const {
        const auto& [period, phase] = drifts_[family];
        return std::sin(2 * std::numbers::pi * (day_ / period + phase));
    }

    double mood_for(std::size_t track) {
        return taste_.appeal[track] + 0.4 * interest(genres()[world_.main_genre(track)].family) +
               0.4 * random_.normal();
    }

    std::size_t draw_genre() {
        std::vector<double> weights;
        for (std::size_t g = 0; g < genres().size(); ++g)
            weights.push_back(genre_tracks_[g].empty()
                                  ? 0
                                  : std::exp(1.6 * genre_appeal_[g] + 0.7 * interest(genres()[g].family)));
        return random_.weighted(weights);
    }

    std::size_t draw_from_genre(std::size_t genre) {
        const auto& cumulative = genre_cumulative_[genre];
        const double at = random_.uniform() * cumulative.back();
        const auto found =
            static_cast<std::size_t>(std::ranges::upper_bound(cumulative, at) - cumulative.begin());
        return genre_tracks_[genre][std::min(found, cumulative.size() - 1)];
    }

    /// Nobody hears what is not out yet.
    bool is_out(std::size_t track) const {
        const double years_left = world_.options.years - day_ / 365.25;
        const double now = 1970 +
                           static_cast<double>(unix_seconds(world_.options.end)) / (365.25 * seconds_a_day) -
                           years_left;
        return world_.tracks[track].year < now;
    }

    double weariness(std::size_t track) const {
        const auto& memory = memories_[track];
        return memory.weariness * std::exp(-(day_ - memory.last_play) / 9);
    }

    /// Of a handful of kept tracks the one that calls loudest.
    std::size_t draw_favourite() {
        std::size_t best = kept_.back();
        double loudest = -1e9;
        const bool fresh = chance(0.45);
        const std::size_t from = fresh && kept_.size() > 70 ? kept_.size() - 70 : 0;
        for (int i = 0; i < 7; ++i) {
            const auto track = kept_[from + random_.below(kept_.size() - from)];
            const double call = 1.3 * mood_for(track) - weariness(track) + 0.5 * random_.normal();
            if (call > loudest) {
                loudest = call;
                best = track;
            }
        }
        return best;
    }

    void live_day() {
        const double mean = world_.options.plays_per_day / plays_a_session;
        const bool weekend = std::fmod(day_, 7) >= 5;
        const double busy = mean * (weekend ? 1.25 : 0.9);
        auto n_sessions = static_cast<int>(busy);
        n_sessions += chance(busy - n_sessions) ? 1 : 0;
        n_sessions += chance(0.3) ? 1 : 0;
        n_sessions -= chance(0.3) && n_sessions > 0 ? 1 : 0;
        std::vector<double> hours;
        // Towards the evening.
        for (int i = 0; i < n_sessions; ++i) hours.push_back(6.5 + 16.5 * std::pow(random_.uniform(), 0.8));
        std::ranges::sort(hours);
        for (const auto hour : hours) {
            const double at = day_ * seconds_a_day + 3600 * hour + std::floor(60 * random_.uniform());
            clock_ = std::max(clock_ + 60, std::floor(at));
            if (moment(clock_) < world_.options.end - std::chrono::hours(6)) run_session();
        }
    }

    void run_session() {
        Session session{one_of(platforms, random_),      chance(0.35), chance(0.02), chance(0.006), true,
                        one_of(opening_reasons, random_)};
        if (chance(0.28)) play_episode(session);
        const double kind = random_.uniform();
        if (kept_.size() < 25 || kind < 0.24) {
            discover(session);
        } else if (kind < 0.38) {
            session.shuffle = false;
            play_release(session);
        } else if (kind < 0.52) {
            play_artist(session, world_.tracks[draw_favourite()].artist);
        } else {
            const auto length = 8 + random_.below(28);
            for (std::size_t i = 0; i < length && session.is_open; ++i) play(draw_favourite(), session);
        }
    }

    void discover(Session& session) {
        const bool from_favourite = kept_.size() > 25 && chance(0.4);
        const auto genre = from_favourite ? world_.main_genre(draw_favourite()) : draw_genre();
        const auto length = 6 + random_.below(22);
        for (std::size_t i = 0; i < length && session.is_open; ++i) {
            auto track = draw_from_genre(chance(0.1) ? draw_genre() : genre);
            // They look for something new, and mostly find it.
            for (int tries = 0; tries < 3 && (memories_[track].n_plays > 0 || !is_out(track)); ++tries)
                track = draw_from_genre(genre);
            if (!is_out(track)) continue;
            if (play(track, session) && chance(0.3) && session.is_open)
                play_some_of_artist(session, world_.tracks[track].artist, 1 + random_.below(3));
        }
    }

    void play_release(Session& session) {
        const auto favourite = draw_favourite();
        for (const auto track : world_.artists[world_.tracks[favourite].artist].tracks) {
            if (!session.is_open) return;
            if (world_.tracks[track].release == world_.tracks[favourite].release && is_out(track))
                play(track, session);
        }
    }

    void play_artist(Session& session, std::size_t artist) {
        play_some_of_artist(session, artist, 3 + random_.below(15));
    }

    void play_some_of_artist(Session& session, std::size_t artist, std::size_t length) {
        const auto& tracks = world_.artists[artist].tracks;
        for (std::size_t i = 0; i < length && session.is_open; ++i) {
            auto track = tracks[random_.below(tracks.size())];
            const auto other = tracks[random_.below(tracks.size())];
            if (world_.tracks[other].popularity > world_.tracks[track].popularity) track = other;
            if (weariness(track) < 1.5 && is_out(track)) play(track, session);
        }
    }

    /// Plays a track and returns whether it was heard to its end and liked.
    bool play(std::size_t track, Session& session) {
        auto& memory = memories_[track];
        const double mood = mood_for(track);
        const double known = memory.n_plays > 0 ? 0.7 : 0;
        const bool skips = chance(logistic(-1.7 * (mood - 0.5) - known + 0.6 * weariness(track)));
        Play row = begin_row(session);
        row.track = track;
        row.by_other_id = !world_.tracks[track].other_spotify_id.empty() && other_id_habit(track);
        const int duration = world_.duration_ms(track);
        if (skips) {
            skip(row, duration);
        } else if (chance(0.016)) {
            row.reason_end = one_of(closing_reasons, random_);
            row.ms_played = static_cast<int>(duration * random_.uniform());
            session.is_open = false;
        } else {
            row.reason_end = chance(0.97) ? "trackdone" : "clickrow";
            row.ms_played = row.reason_end == "trackdone" ? duration - static_cast<int>(random_.below(30))
                                                          : static_cast<int>(duration * random_.uniform());
        }
        const bool heard = row.ms_played > 0.8 * duration;
        end_row(std::move(row), session);
        remember(memory, track, heard, mood);
        return heard && memory.is_kept;
    }

    /// Which of two releases of a recording they play is a habit, not a die.
    bool other_id_habit(std::size_t track) const {
        return combine_hashes(world_.options.seed, track) % 2 == 0;
    }

    void skip(Play& row, int duration) {
        const double seconds = chance(0.12) ? 0 : -24 * std::log(1 - random_.uniform());
        row.ms_played = static_cast<int>(std::min(1000 * seconds, 0.8 * duration));
        row.reason_end = chance(0.94) ? "fwdbtn" : chance(0.4) ? "backbtn" : "endplay";
    }

    void remember(Memory& memory, std::size_t track, bool heard, double mood) {
        memory.weariness = weariness(track) + (heard ? 0.35 : 0.1);
        memory.last_play = day_;
        memory.n_plays += 1;
        if (!heard) return;
        if (!memory.is_kept && chance(logistic(2.8 * (mood - 1.1)))) {
            memory.is_kept = true;
            memory.kept_at = day_;
            kept_.push_back(track);
        }
    }

    void play_episode(Session& session) {
        auto& show = shows_[random_.below(shows_.size())];
        if (show.episodes.empty() || chance(0.6))
            show.episodes.push_back(
                {fmt::format("{}. {}", show.episodes.size() + 1, names_.title()), names_.spotify_id()});
        const auto& [title, id] = show.episodes.back();
        Play row = begin_row(session);
        row.show = show.name;
        row.episode = title;
        row.episode_id = id;
        row.ms_played = static_cast<int>(60'000 * (2 + 50 * random_.uniform()));
        row.reason_end = chance(0.5) ? "trackdone" : "endplay";
        end_row(std::move(row), session);
    }

    Play begin_row(const Session& session) const {
        Play row;
        row.platform = session.platform;
        row.shuffle = session.shuffle;
        row.offline = session.offline;
        row.incognito = session.incognito;
        row.reason_start = session.next_start;
        row.started = moment(clock_);
        return row;
    }

    void end_row(Play row, Session& session) {
        clock_ += std::ceil(row.ms_played / 1000.0);
        // Paused, and taken up again.
        if (row.ms_played > 0 && chance(0.02)) clock_ += std::floor(-900 * std::log(1 - random_.uniform()));
        row.ended = moment(clock_);
        stamp(row);
        session.next_start = row.reason_end == "trackdone" ? "trackdone"
                             : row.reason_end == "fwdbtn"  ? "fwdbtn"
                             : row.reason_end == "backbtn" ? "backbtn"
                                                           : "clickrow";
        clock_ += chance(0.15) ? 1 : 0;
        history_.plays.push_back(row);
        if (chance(0.012)) history_.plays.push_back(std::move(row));
    }

    /// In old rows `skipped` is null and `offline_timestamp` counts milliseconds.
    void stamp(Play& row) {
        const double age = day_ / (world_.options.years * 365.25);
        if (age > 0.3) row.skipped = row.reason_end == "fwdbtn" && !chance(0.1);
        if (chance(0.25)) return;
        const auto started = unix_seconds(row.started);
        row.offline_timestamp = chance(0.01) ? 0
                                : age < 0.25 ? 1000 * started + static_cast<std::int64_t>(random_.below(900))
                                             : started;
    }

    Timestamp moment(double clock) const {
        const double start = -world_.options.years * 365.25 * seconds_a_day;
        return world_.options.end + std::chrono::seconds(static_cast<std::int64_t>(start + clock));
    }

    void make_playlists() {
        for (std::size_t family = 0; family < genre_families().size(); ++family) {
            MadePlaylist playlist{
                fmt::format("{} {}", genre_families()[family].name, family % 2 ? "evenings" : "mix"), {}};
            for (const auto track : kept_)
                if (genres()[world_.main_genre(track)].family == family && chance(0.4)) add(playlist, track);
            if (playlist.items.size() >= 12) history_.playlists.push_back(std::move(playlist));
        }
        MadePlaylist best{"best of the best", {}};
        for (const auto track : kept_)
            if (memories_[track].n_plays >= 25) add(best, track);
        if (!best.items.empty()) history_.playlists.push_back(std::move(best));
        for (const auto track : kept_)
            if (chance(0.5)) history_.saved_tracks.push_back(track);
        ban();
    }

    void add(MadePlaylist& playlist, std::size_t track) const {
        playlist.items.push_back({track, moment(memories_[track].kept_at * seconds_a_day)});
    }

    void ban() {
        for (std::size_t i = 0; i < memories_.size() && history_.banned_tracks.size() < 12; ++i)
            if (memories_[i].n_plays > 0 && taste_.appeal[i] < -1.6) history_.banned_tracks.push_back(i);
        for (std::size_t i = memories_.size(); i-- > 0 && history_.banned_artists.size() < 3;) {
            const auto artist = world_.tracks[i].artist;
            const bool is_new =
                std::ranges::find(history_.banned_artists, artist) == history_.banned_artists.end();
            if (is_new && memories_[i].n_plays > 0 && taste_.visible[i] < -2)
                history_.banned_artists.push_back(artist);
        }
    }

    struct Drift {
        double period;  ///< days
        double phase;
    };
    struct Episode {
        std::string title;
        std::string id;
    };
    struct Show {
        std::string name;
        std::vector<Episode> episodes;
    };

    const World& world_;
    Random random_;
    NameMaker names_;
    Taste taste_;
    std::vector<Memory> memories_;
    std::vector<std::size_t> kept_;
    std::vector<double> genre_appeal_;
    std::vector<std::vector<std::size_t>> genre_tracks_;
    std::vector<std::vector<double>> genre_cumulative_;
    std::vector<Drift> drifts_;
    std::vector<Show> shows_;
    double day_ = 0;
    double clock_ = 0;  ///< seconds since the first day
    History history_;
};

}  // namespace

History make_history(const World& world) { return Listener(world).live(); }

}  // namespace attune::demo
