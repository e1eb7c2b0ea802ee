#pragma once

#include "core/time.h"
#include "sources/source.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::sources {

/// What some programs write before a text in UTF-8: no part of it.
inline constexpr std::string_view utf8_bom = "\xEF\xBB\xBF";

// How the sources read the values of a row.

/// A name as it is kept: UTF-8, without blanks at either side, control characters turned into blanks.
std::string clean_text(std::string_view text);

/// False if clean_text(text) is empty.
bool has_text(std::string_view text) noexcept;

/// A whole number, also one written as "42.0"; nothing for all else.
std::optional<std::int64_t> parse_whole(std::string_view text);

/// A finite number; nothing for all else.
std::optional<double> parse_number(std::string_view text);

/// "true", "1", "yes", "false", "0", "no" in any case.
std::optional<bool> parse_flag(std::string_view text);

/// A moment in seconds or (13 digits) milliseconds since 1970; nothing for 0 and for what is no number.
std::optional<Timestamp> parse_epoch(std::string_view text);

/// Milliseconds of a play, or nothing if they are negative, more than a day, or no number.
std::optional<int> parse_ms_played(std::string_view text);

/// Whether a play may have been then: not before 2002 (Last.fm's first year), at most a day after `now`.
bool is_credible(Timestamp time, Timestamp now) noexcept;

/// The strings in a list as Python or JSON writes it: ['a', "b's", 'c']; several lists in one text are one.
std::vector<std::string> parse_list(std::string_view text);

/// Text without the entities of HTML: "R&amp;B &#x27;90" is "R&B '90".
std::string unescape_html(std::string_view text);

/// The id in the address of a recording of MusicBrainz; empty if it is none.
std::string recording_mbid_of(std::string_view address);

/// A hash over the values that make a row what it is, for RecordSink::dropped(); never 0.
class RowDigest {
  public:
    RowDigest& add(std::string_view value);
    std::uint64_t value() const noexcept { return value_ == 0 ? 1 : value_; }

  private:
    std::uint64_t value_ = 0;
};

}  // namespace attune::sources
