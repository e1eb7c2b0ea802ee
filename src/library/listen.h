#pragma once

#include "core/time.h"
#include "library/track.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace attune::library {

/// Where the play happened, as coarse as taste needs it.
enum class Platform : std::uint8_t { unknown, desktop, mobile, web, speaker, tv, other };

/// Why a play began or ended, reduced to what it says about the listener.
enum class PlayReason : std::uint8_t {
    unknown,
    track_done,   ///< the track before, or this one, was heard to its end
    chosen,       ///< picked by hand: a click on a row, the play button, a link
    forward,      ///< the forward button
    back,         ///< the back button
    app_started,  ///< the app opened or took up where it was
    app_closed,   ///< log-out, exit, crash: says nothing about the track
    remote,       ///< another device took over
    error,        ///< the track could not be played
};

/// One play of one track at one time. (Last.fm calls it a scrobble.)
struct Listen {
    TrackDescription track;
    Timestamp listened_at;         ///< the start of the play, UTC
    Timestamp ended_at;            ///< its end as the source states it; listened_at where it does not
    std::optional<int> ms_played;  ///< nothing where the source does not say (Last.fm)
    PlayReason reason_start = PlayReason::unknown;
    PlayReason reason_end = PlayReason::unknown;
    std::optional<bool> skipped;  ///< as the source says; often null or wrong, see taste
    std::optional<bool> shuffle;
    std::optional<bool> offline;
    Platform platform = Platform::unknown;
};

/// The kind of source a listen came from. The order is that of richness: of two records of one play the one
/// with the higher kind is kept.
enum class ListenSource : std::uint8_t { lastfm = 1, csv = 2, spotify_account = 3, spotify_extended = 4 };

std::string_view to_string(Platform platform) noexcept;
std::string_view to_string(PlayReason reason) noexcept;
std::string_view to_string(ListenSource source) noexcept;

/// Reads Spotify's `reason_start` and `reason_end`; a word that is not known is `unknown`.
PlayReason parse_play_reason(std::string_view spotify_word) noexcept;

/// Reduces Spotify's `platform`, in any spelling of the years since 2010, to one of the six.
Platform parse_platform(std::string_view spotify_text);

}  // namespace attune::library
