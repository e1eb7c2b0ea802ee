#include "core/time.h"

#include <fmt/format.h>

#include <charconv>

namespace attune {
namespace {

/// Takes exactly `digits` digits off the front of `text`.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, std::string_view one_of) {
    if (text.empty() || one_of.find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<std::chrono::sys_days> take_date(std::string_view& text) {
    const auto year = take_number(text, 4);
    if (!year || !take(text, "-")) return std::nullopt;
    const auto month = take_number(text, 2);
    if (!month || !take(text, "-")) return std::nullopt;
    const auto day = take_number(text, 2);
    if (!day) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days(date);
}

/// HH:MM[:SS[.fraction]]
std::optional<std::chrono::seconds> take_clock(std::string_view& text) {
    const auto hours = take_number(text, 2);
    if (!hours || *hours > 23 || !take(text, ":")) return std::nullopt;
    const auto minutes = take_number(text, 2);
    if (!minutes || *minutes > 59) return std::nullopt;
    int seconds = 0;
    if (take(text, ":")) {
        const auto read = take_number(text, 2);
        if (!read || *read > 60) return std::nullopt;
        seconds = *read;
        if (take(text, ".")) {
            while (take(text, "0123456789")) {
            }
        }
    }
    return std::chrono::hours(*hours) + std::chrono::minutes(*minutes) + std::chrono::seconds(seconds);
}

}  // namespace

std::optional<Timestamp> parse_timestamp(std::string_view text) {
    const auto date = take_date(text);
    if (!date) return std::nullopt;
    if (text.empty()) return Timestamp(*date);
    if (!take(text, "T ")) return std::nullopt;
    const auto clock = take_clock(text);
    if (!clock) return std::nullopt;
    take(text, "Z");
    if (!text.empty() && text != "+00:00" && text != " UTC") return std::nullopt;
    return Timestamp(*date) + *clock;
}

std::string format_timestamp(Timestamp time) {
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::hh_mm_ss clock(time - day);
    return fmt::format("{}T{:02}:{:02}:{:02}Z", format_date(time), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count());
}

std::string format_date(Timestamp time) {
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(time));
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<int> parse_year(std::string_view text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    for (std::size_t begin = 0; begin + 4 <= text.size(); ++begin) {
        if (begin > 0 && is_digit(text[begin - 1])) continue;
        if (begin + 4 < text.size() && is_digit(text[begin + 4])) continue;
        std::string_view rest = text.substr(begin);
        const auto year = take_number(rest, 4);
        if (year && *year >= 1860 && *year <= 2100) return year;
    }
    return std::nullopt;
}

}  // namespace attune
