#include "store/rules/plays.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace attune::store {
namespace {

using library::ListenSource;
using std::chrono::seconds;

constexpr int most_played_apart_ms = 1000;

/// Account data gives ends to the minute, cut off.
constexpr seconds minute{60};

auto distance(const PlayRecord& one, const PlayRecord& other) {
    if (!one.ms_played || !other.ms_played) {
        return std::tuple(false, 0, std::chrono::abs(one.listened_at - other.listened_at));
    }
    const bool one_is_coarse = one.source == ListenSource::spotify_account;
    const auto behind = one_is_coarse ? other.ended_at - one.ended_at : one.ended_at - other.ended_at;
    const bool is_coarse = one_is_coarse || other.source == ListenSource::spotify_account;
    const bool outside = is_coarse && (behind < seconds(0) || behind >= minute);
    return std::tuple(outside, std::abs(*one.ms_played - *other.ms_played), std::chrono::abs(behind));
}

}  // namespace

PlayRecord record_of(const library::Listen& listen, ListenSource source) {
    return {source, listen.listened_at, listen.ended_at, listen.ms_played};
}

bool is_same_play(const PlayRecord& one, const PlayRecord& other) {
    if (!one.ms_played || !other.ms_played) {
        return std::chrono::abs(one.listened_at - other.listened_at) <= most_time_apart;
    }
    return std::chrono::abs(one.ended_at - other.ended_at) <= most_time_apart &&
           std::abs(*one.ms_played - *other.ms_played) <= most_played_apart_ms;
}

bool is_nearer(const PlayRecord& record, const PlayRecord& one, const PlayRecord& other) {
    return distance(record, one) < distance(record, other);
}

Span where_partners_end(const PlayRecord& record) {
    // Without ms_played the starts are compared; the other record's end may be a whole play later.
    const auto until = record.ms_played ? record.ended_at : record.listened_at + longest_play;
    const auto from = std::min(record.listened_at, record.ended_at);
    return {from - most_time_apart, until + most_time_apart + seconds(1)};
}

}  // namespace attune::store
