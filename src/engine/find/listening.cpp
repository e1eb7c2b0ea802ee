#include "engine/find/listening.h"

#include "core/error.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace attune::engine {
namespace {

constexpr std::size_t n_trend = 12;
constexpr int shortest_ms = 30'000;
constexpr std::size_t days_of_kept = 3;

std::int64_t day_of(Timestamp at) { return unix_seconds(std::chrono::floor<std::chrono::days>(at)) / 86'400; }

bool is_skip(const store::ListenRow& row) {
    if (row.skipped.value_or(false)) return true;
    const bool says_nothing =
        row.reason_end == library::PlayReason::app_closed || row.reason_end == library::PlayReason::error;
    return !says_nothing && row.ms_played && *row.ms_played < shortest_ms;
}

double hours(std::int64_t ms) { return std::round(static_cast<double>(ms) / 36'000.0) / 100.0; }

/// Sums of plays of something.
struct Sums {
    std::int64_t plays = 0;
    std::int64_t skips = 0;
    std::int64_t ms = 0;
    Timestamp first;
    Timestamp last;
    std::array<std::int64_t, n_trend> trend{};

    void add(const store::ListenRow& row, std::size_t part) {
        if (plays == 0) first = row.listened_at;
        last = row.listened_at;
        ++plays;
        skips += is_skip(row) ? 1 : 0;
        ms += row.ms_played.value_or(0);
        ++trend[part];
    }

    shapes::PlaySums shape() const { return {plays, skips, hours(ms), first, last, trend}; }
};

struct Month {
    std::int64_t plays = 0;
    std::int64_t skips = 0;
    std::int64_t ms = 0;
    std::int64_t new_tracks = 0;
    std::int64_t new_artists = 0;
    std::int64_t kept_artists = 0;
};

/// The keys of the largest sums, by falling plays, then by their numbers.
template <class Id>
std::vector<Id> largest(const std::unordered_map<Id, Sums>& sums, std::size_t count) {
    std::vector<Id> ids;
    for (const auto& [id, sum] : sums) ids.push_back(id);
    const auto before = [&](Id a, Id b) {
        const auto& of_a = sums.at(a);
        const auto& of_b = sums.at(b);
        return of_a.plays != of_b.plays ? of_a.plays > of_b.plays : a.value < b.value;
    };
    const auto end = ids.begin() + static_cast<std::ptrdiff_t>(std::min(count, ids.size()));
    std::partial_sort(ids.begin(), end, ids.end(), before);
    ids.erase(end, ids.end());
    return ids;
}

class Listening {
  public:
    Listening(Workspace& workspace, const ListeningSpan& span) : workspace_(workspace), span_(span) {
        for (const auto& track : workspace.store->tracks()) artist_of_.emplace(track.id, track.artist);
        rows_ = workspace.store->listens(workspace.person_id());
        find_ends();
        for (const auto& row : rows_) add(row);
        for (const auto& [artist, month] : met_in_) {
            if (days_of_[artist].size() >= days_of_kept) ++months_[month].kept_artists;
        }
    }

    shapes::History history() {
        shapes::History history;
        if (all_.plays > 0) {
            history.first = all_.first;
            history.last = all_.last;
        }
        history.plays = all_.plays;
        history.skips = all_.skips;
        history.hours = hours(all_.ms);
        history.tracks = tracks_.size();
        history.artists = artists_.size();
        for (const auto& [name, month] : months_) {
            if (month.plays == 0) continue;
            history.months.push_back({name, month.plays, month.skips, hours(month.ms), month.new_tracks,
                                      month.new_artists, month.kept_artists});
        }
        history.weekdays = weekdays_;
        add_tops(history);
        return history;
    }

  private:
    bool is_inside(Timestamp at) const {
        return (!span_.from || at >= *span_.from) && (!span_.to || at < *span_.to);
    }

    void find_ends() {
        bool any = false;
        for (const auto& row : rows_) {
            if (!is_inside(row.listened_at)) continue;
            if (!any) begin_ = row.listened_at;
            end_ = row.listened_at;
            any = true;
        }
    }

    std::size_t part_of(Timestamp at) const {
        const auto length = unix_seconds(end_) - unix_seconds(begin_) + 1;
        return static_cast<std::size_t>((unix_seconds(at) - unix_seconds(begin_)) * std::int64_t{n_trend} /
                                        length);
    }

    /// Of the whole history, in its order: what is new in a month is new for the first time ever.
    void add(const store::ListenRow& row) {
        const auto artist = artist_of_.at(row.track);
        const bool is_new_track = known_tracks_.insert(row.track).second;
        const bool is_new_artist = days_of_.try_emplace(artist).second;
        auto& days = days_of_[artist];
        if (days.size() < days_of_kept) days.insert(day_of(row.listened_at));
        if (!is_inside(row.listened_at)) return;
        const auto part = part_of(row.listened_at);
        all_.add(row, part);
        tracks_[row.track].add(row, part);
        artists_[artist].add(row, part);
        const auto name = format_timestamp(row.listened_at).substr(0, 7);
        auto& month = months_[name];
        ++month.plays;
        month.skips += is_skip(row) ? 1 : 0;
        month.ms += row.ms_played.value_or(0);
        month.new_tracks += is_new_track ? 1 : 0;
        month.new_artists += is_new_artist ? 1 : 0;
        if (is_new_artist) met_in_.emplace(artist, name);
        const std::chrono::weekday weekday(std::chrono::floor<std::chrono::days>(row.listened_at));
        const auto hour = static_cast<std::size_t>(unix_seconds(row.listened_at) % 86'400 / 3'600);
        ++weekdays_[weekday.iso_encoding() - 1][hour];
    }

    void add_tops(shapes::History& history) {
        for (const auto id : largest(tracks_, span_.top)) {
            history.top_tracks.push_back(
                {shapes::track_of(workspace_.store->track(id).value()), tracks_.at(id).shape()});
        }
        std::unordered_map<library::ArtistId, std::string> names;
        for (const auto& artist : workspace_.store->artists()) names.emplace(artist.id, artist.name);
        for (const auto id : largest(artists_, span_.top))
            history.top_artists.push_back({names[id], artists_.at(id).shape()});
    }

    Workspace& workspace_;
    const ListeningSpan& span_;
    std::unordered_map<library::TrackId, library::ArtistId> artist_of_;
    std::vector<store::ListenRow> rows_;
    Timestamp begin_;
    Timestamp end_;
    Sums all_;
    std::unordered_map<library::TrackId, Sums> tracks_;
    std::unordered_map<library::ArtistId, Sums> artists_;
    std::map<std::string, Month> months_;
    std::array<std::array<std::int64_t, 24>, 7> weekdays_{};
    std::unordered_set<library::TrackId> known_tracks_;
    std::unordered_map<library::ArtistId, std::set<std::int64_t>> days_of_;
    std::unordered_map<library::ArtistId, std::string> met_in_;
};

}  // namespace

shapes::History listening(Workspace& workspace, const ListeningSpan& span) {
    return Listening(workspace, span).history();
}

}  // namespace attune::engine
