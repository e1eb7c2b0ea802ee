#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace attune {

/// A moment in UTC, to the second.
using Timestamp = std::chrono::sys_seconds;

constexpr Timestamp timestamp_of(std::int64_t unix_seconds) {
    return Timestamp(std::chrono::seconds(unix_seconds));
}
constexpr std::int64_t unix_seconds(Timestamp time) { return time.time_since_epoch().count(); }

/// Reads "2026-02-02T01:15:20Z", "2021-10-14 17:54", "2020-04-13 05:01:31" or "2025-05-03"; what is left out is
/// 0, a zone other than Z is refused, as is a date that no calendar has.
std::optional<Timestamp> parse_timestamp(std::string_view text);

/// "2026-02-02T01:15:20Z".
std::string format_timestamp(Timestamp time);

/// "2026-02-02".
std::string format_date(Timestamp time);

/// The year of a release date as catalogues write it: "1999", "1999-05", "1999-05-03" or a date with slashes
/// that ends or begins with a year; nothing for anything outside 1860-2100.
std::optional<int> parse_year(std::string_view text);

}  // namespace attune
