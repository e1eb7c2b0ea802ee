#include "engine/find/listening.h"

#include "engine/library/snapshot.h"
#include "history/listening.h"

#include <algorithm>
#include <cmath>

namespace attune::engine {
namespace {

/// With two decimals.
double hours(std::int64_t ms) { return std::round(static_cast<double>(ms) / 36'000.0) / 100.0; }

shapes::PlaySums shape_of(const history::PlaySums& sums) {
    return {sums.plays, sums.skips, hours(sums.ms), sums.first, sums.last, sums.trend};
}

shapes::Month shape_of(std::chrono::year_month month, const history::MonthSums& sums) {
    return {fmt::format("{:04}-{:02}", static_cast<int>(month.year()), static_cast<unsigned>(month.month())),
            sums.plays,
            sums.skips,
            hours(sums.ms),
            sums.new_tracks,
            sums.new_artists,
            sums.kept_artists};
}

std::size_t n_played(const std::vector<history::PlaySums>& sums) {
    return static_cast<std::size_t>(
        std::ranges::count_if(sums, [](const auto& one) { return one.plays > 0; }));
}

}  // namespace

shapes::History listening(Workspace& workspace, const ListeningSpan& span) {
    Snapshot snapshot(workspace);
    const auto known = snapshot.history(workspace.person_id());
    const auto& collection = snapshot.collection();
    const auto sums = history::listening(collection, known->history.plays, {span.from, span.to});
    shapes::History history;
    if (sums.all.plays > 0) {
        history.first = sums.all.first;
        history.last = sums.all.last;
    }
    history.plays = sums.all.plays;
    history.skips = sums.all.skips;
    history.hours = hours(sums.all.ms);
    history.tracks = n_played(sums.tracks);
    history.artists = n_played(sums.artists);
    for (const auto& [month, of_month] : sums.months) history.months.push_back(shape_of(month, of_month));
    history.weekdays = sums.weekdays;
    for (const auto track : history::most_played(sums.tracks, span.top))
        history.top_tracks.push_back(
            {shapes::track_of(collection.tracks[track]), shape_of(sums.tracks[track])});
    for (const auto artist : history::most_played(sums.artists, span.top))
        history.top_artists.push_back({collection.artists[artist].name, shape_of(sums.artists[artist])});
    return history;
}

}  // namespace attune::engine
