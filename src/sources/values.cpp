#include "sources/values.h"

#include "core/hash.h"
#include "core/text.h"
#include "core/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <iterator>

namespace attune::sources {
namespace {

constexpr std::int64_t ms_per_day = 24LL * 60 * 60 * 1000;

bool is_control(char c) noexcept { return static_cast<unsigned char>(c) < 0x20 || c == '\x7F'; }
bool is_visible(char c) noexcept { return c != ' ' && !is_control(c); }

/// The code point that the entity between "&" and ";" means.
std::optional<std::uint32_t> entity(std::string_view name) {
    struct Named {
        std::string_view name;
        std::uint32_t code_point;
    };
    constexpr std::array<Named, 6> named{
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", ' '}}};
    const auto* found = std::ranges::find(named, name, &Named::name);
    if (found != named.end()) return found->code_point;
    if (!name.starts_with('#')) return std::nullopt;
    name.remove_prefix(1);
    int base = 10;
    if (name.starts_with('x') || name.starts_with('X')) {
        base = 16;
        name.remove_prefix(1);
    }
    std::uint32_t code_point = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), code_point, base);
    const bool is_surrogate = code_point >= 0xD800 && code_point < 0xE000;
    if (error != std::errc() || end != name.data() + name.size() || code_point == 0 ||
        code_point > 0x10FFFF || is_surrogate) {
        return std::nullopt;
    }
    return code_point;
}

}  // namespace

std::string clean_text(std::string_view text) {
    const auto begin = std::ranges::find_if(text, is_visible);
    const auto end = std::find_if(text.rbegin(), std::make_reverse_iterator(begin), is_visible).base();
    std::string clean = to_utf8(std::string_view(begin, end));
    std::ranges::replace_if(clean, is_control, ' ');
    return clean;
}

bool has_text(std::string_view text) noexcept { return std::ranges::any_of(text, is_visible); }

std::optional<std::int64_t> parse_whole(std::string_view text) {
    text = trim(text);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc() && end == text.data() + text.size()) return value;
    constexpr double exact = 9007199254740992.0;  // whole numbers up to 2^53 are doubles
    const auto number = parse_number(text);
    if (!number || std::abs(*number) > exact || *number != std::floor(*number)) return std::nullopt;
    return static_cast<std::int64_t>(*number);
}

std::optional<double> parse_number(std::string_view text) {
    text = trim(text);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end != text.data() + text.size() || error != std::errc() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

std::optional<bool> parse_flag(std::string_view text) {
    const std::string word = to_lower_ascii(trim(text));
    if (word == "true" || word == "1" || word == "yes") return true;
    if (word == "false" || word == "0" || word == "no") return false;
    return std::nullopt;
}

std::optional<Timestamp> parse_epoch(std::string_view text) {
    constexpr std::int64_t first_ms = 100'000'000'000;  // as seconds: the year 5138
    const auto value = parse_whole(text);
    if (!value || *value <= 0) return std::nullopt;
    return timestamp_of(*value >= first_ms ? *value / 1000 : *value);
}

std::optional<int> parse_ms_played(std::string_view text) {
    const auto value = parse_whole(text);
    if (!value || *value < 0 || *value > ms_per_day) return std::nullopt;
    return static_cast<int>(*value);
}

bool is_credible(Timestamp time, Timestamp now) noexcept {
    using namespace std::chrono_literals;
    constexpr Timestamp first = std::chrono::sys_days(2002y / std::chrono::January / 1d);
    return time >= first && time <= now + std::chrono::days(1);
}

std::vector<std::string> parse_list(std::string_view text) {
    std::vector<std::string> items;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char quote = text[at];
        if (quote != '\'' && quote != '"') continue;
        std::string item;
        for (++at; at < text.size() && text[at] != quote; ++at) {
            if (text[at] == '\\' && at + 1 < text.size()) ++at;
            item += text[at];
        }
        item = clean_text(item);
        if (!item.empty()) items.push_back(std::move(item));
    }
    return items;
}

std::string unescape_html(std::string_view text) {
    constexpr std::size_t longest = 10;  // "&#x10FFFF;"
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto end = text[at] == '&' ? text.substr(at, longest).find(';') : std::string_view::npos;
        const auto code_point =
            end == std::string_view::npos ? std::nullopt : entity(text.substr(at + 1, end - 1));
        if (code_point) {
            append_utf8(plain, *code_point);
            at += end;
        } else {
            plain += text[at];
        }
    }
    return plain;
}

std::string recording_mbid_of(std::string_view address) {
    constexpr std::string_view before = "musicbrainz.org/recording/";
    constexpr std::size_t length = 36;
    const auto at = address.find(before);
    if (at == std::string_view::npos) return {};
    const auto id = address.substr(at + before.size(), length);
    return id.size() == length ? to_lower_ascii(id) : std::string();
}

RowDigest& RowDigest::add(std::string_view value) {
    value_ = combine_hashes(value_, stable_hash(value));
    return *this;
}

}  // namespace attune::sources
