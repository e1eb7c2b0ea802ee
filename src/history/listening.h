#pragma once

#include "core/time.h"
#include "library/collection.h"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace attune::history {

inline constexpr std::size_t n_trend_parts = 12;

struct Span {
    std::optional<Timestamp> from;  ///< the first moment that counts
    std::optional<Timestamp> to;    ///< the first that counts no more
};

/// Sums of plays.
struct PlaySums {
    std::int64_t plays = 0;
    std::int64_t skips = 0;
    std::int64_t ms = 0;  ///< of plays whose source says how long they were
    Timestamp first;
    Timestamp last;
    std::array<std::int64_t, n_trend_parts>
        trend{};  ///< plays in equal parts of the time from first to last of all
};

struct MonthSums {
    std::int64_t plays = 0;
    std::int64_t skips = 0;
    std::int64_t ms = 0;
    std::int64_t new_tracks = 0;    ///< played for the first time ever
    std::int64_t new_artists = 0;   ///< met
    std::int64_t kept_artists = 0;  ///< of those, played on three days or more, whenever
};

struct Listening {
    PlaySums all;
    std::vector<PlaySums> tracks;                         ///< by TrackIndex
    std::vector<PlaySums> artists;                        ///< by ArtistIndex
    std::map<std::chrono::year_month, MonthSums> months;  ///< with at least one play
    /// Plays by day of the week, Monday first, and hour, in UTC.
    std::array<std::array<std::int64_t, 24>, 7> weekdays{};
};

/// A play that its source calls a skip, or that ended within 30 s other than by the program being closed or failing.
bool is_skip(const library::Play& play);

/// @param plays  in the order of listened_at; all of them, also those outside of the span
Listening listening(const library::Collection& collection, std::span<const library::Play> plays,
                    const Span& span);

/// The indices of the largest sums, at most `count`: by falling plays, then as they stand. Without those of no plays.
std::vector<std::uint32_t> most_played(std::span<const PlaySums> sums, std::size_t count);

}  // namespace attune::history
