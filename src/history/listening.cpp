#include "history/listening.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace attune::history {
namespace {

constexpr int shortest_ms = 30'000;
constexpr std::size_t days_of_kept = 3;

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::sys_days;

bool is_inside(const Span& span, Timestamp at) {
    return (!span.from || at >= *span.from) && (!span.to || at < *span.to);
}

std::chrono::year_month month_of(Timestamp at) {
    const std::chrono::year_month_day day(floor<days>(at));
    return day.year() / day.month();
}

/// The first days on which an artist was played, as many as tell whether it was kept.
struct Acquaintance {
    std::vector<sys_days> first_days;
    std::optional<std::chrono::year_month> met_in;  ///< of those who were met within the span
};

class Sums {
  public:
    Sums(const library::Collection& collection, std::span<const library::Play> plays, const Span& span)
        : collection_(collection),
          span_(span),
          known_tracks_(collection.tracks.size(), false),
          acquaintances_(collection.artists.size()) {
        sums_.tracks.resize(collection.tracks.size());
        sums_.artists.resize(collection.artists.size());
        find_ends(plays);
        for (const auto& play : plays) add(play);
        for (const auto& artist : acquaintances_) {
            if (artist.met_in && artist.first_days.size() == days_of_kept)
                ++sums_.months[*artist.met_in].kept_artists;
        }
    }

    Listening take() && { return std::move(sums_); }

  private:
    void find_ends(std::span<const library::Play> plays) {
        const auto counts = [&](const library::Play& play) { return is_inside(span_, play.listened_at); };
        const auto first = std::ranges::find_if(plays, counts);
        if (first == plays.end()) return;
        begin_ = first->listened_at;
        end_ = std::find_if(plays.rbegin(), std::make_reverse_iterator(first), counts)->listened_at;
        if (end_ < begin_) end_ = begin_;
    }

    std::size_t part_of(Timestamp at) const {
        const auto length = (end_ - begin_).count() + 1;
        return static_cast<std::size_t>((at - begin_).count() * std::int64_t{n_trend_parts} / length);
    }

    void add(const library::Play& play) {
        const auto at = play.listened_at;
        const auto artist = collection_.tracks[play.track].artist;
        auto& acquaintance = acquaintances_[artist];
        const bool is_new_track = !known_tracks_[play.track];
        const bool is_new_artist = acquaintance.first_days.empty();
        known_tracks_[play.track] = true;
        auto& first_days = acquaintance.first_days;
        const auto day = floor<days>(at);
        if (first_days.size() < days_of_kept && std::ranges::find(first_days, day) == first_days.end())
            first_days.push_back(day);
        if (!is_inside(span_, at)) return;
        const auto part = part_of(at);
        for (auto* sums : {&sums_.all, &sums_.tracks[play.track], &sums_.artists[artist]})
            add_to(*sums, play, part);
        auto& month = sums_.months[month_of(at)];
        ++month.plays;
        month.skips += is_skip(play) ? 1 : 0;
        month.ms += play.ms_played.value_or(0);
        month.new_tracks += is_new_track ? 1 : 0;
        month.new_artists += is_new_artist ? 1 : 0;
        if (is_new_artist) acquaintance.met_in = month_of(at);
        const auto hour = floor<hours>(at - day).count();
        ++sums_.weekdays[std::chrono::weekday(day).iso_encoding() - 1][static_cast<std::size_t>(hour)];
    }

    static void add_to(PlaySums& sums, const library::Play& play, std::size_t part) {
        if (sums.plays == 0) sums.first = play.listened_at;
        sums.last = play.listened_at;
        ++sums.plays;
        sums.skips += is_skip(play) ? 1 : 0;
        sums.ms += play.ms_played.value_or(0);
        ++sums.trend[part];
    }

    const library::Collection& collection_;
    const Span& span_;
    Timestamp begin_;
    Timestamp end_;
    std::vector<bool> known_tracks_;
    std::vector<Acquaintance> acquaintances_;  ///< by artist
    Listening sums_;
};

}  // namespace

bool is_skip(const library::Play& play) {
    if (play.skipped.value_or(false)) return true;
    const bool says_nothing =
        play.reason_end == library::PlayReason::app_closed || play.reason_end == library::PlayReason::error;
    return !says_nothing && play.ms_played && *play.ms_played < shortest_ms;
}

Listening listening(const library::Collection& collection, std::span<const library::Play> plays,
                    const Span& span) {
    return Sums(collection, plays, span).take();
}

std::vector<std::uint32_t> most_played(std::span<const PlaySums> sums, std::size_t count) {
    std::vector<std::uint32_t> indices;
    for (std::uint32_t i = 0; i < sums.size(); ++i) {
        if (sums[i].plays > 0) indices.push_back(i);
    }
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        return sums[a].plays != sums[b].plays ? sums[a].plays > sums[b].plays : a < b;
    };
    const auto end = indices.begin() + static_cast<std::ptrdiff_t>(std::min(count, indices.size()));
    std::partial_sort(indices.begin(), end, indices.end(), before);
    indices.erase(end, indices.end());
    return indices;
}

}  // namespace attune::history
