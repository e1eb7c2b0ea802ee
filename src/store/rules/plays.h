#pragma once

#include "core/time.h"
#include "library/listen.h"

#include <optional>

namespace attune::store {

/// Two records of one play end, or start, at most so far apart.
inline constexpr std::chrono::seconds most_time_apart{60};

/// The longest play that is looked for by its start. What is longer is a device that was left on.
inline constexpr std::chrono::seconds longest_play{2 * 3600};

/// A record of a play, as far as it takes to tell whether another is of the same play.
struct PlayRecord {
    library::ListenSource source = library::ListenSource::csv;
    Timestamp listened_at;
    Timestamp ended_at;
    std::optional<int> ms_played;
};

PlayRecord record_of(const library::Listen& listen, library::ListenSource source);

/// Whether records of two sources, of the same folded names, are of one play: ends at most a minute apart and lengths
/// at most a second; starts, where one states no length.
bool is_same_play(const PlayRecord& one, const PlayRecord& other);

/// Whether `one` is a nearer record of the play of `record` than `other`. Between an end to the minute and an end to
/// the second, every second of that minute is as good as any other, so the length of the play decides.
bool is_nearer(const PlayRecord& record, const PlayRecord& one, const PlayRecord& other);

/// From when to when the ends of records may lie that are of the same play as `record`; the second is outside.
struct Span {
    Timestamp from;
    Timestamp until;
};
Span where_partners_end(const PlayRecord& record);

}  // namespace attune::store
