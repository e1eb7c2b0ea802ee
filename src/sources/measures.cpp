#include "sources/measures.h"

#include "core/text.h"
#include "sources/values.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace attune::sources {
namespace {

constexpr double ms_of_a_day = 24.0 * 60 * 60 * 1000;

bool is_decimal_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// The number that the text begins with, as from_chars reads it, and what follows.
struct NumberText {
    std::string number;
    std::string_view rest;
};

/// Blanks (also those of Unicode) and apostrophes between digits stand between thousands.
NumberText number_text(std::string_view text, NumberStyle style) {
    NumberText found;
    const char thousands = style.decimal == '.' ? ',' : '.';
    std::size_t at = 0;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) found.number = text[at++] == '-' ? "-" : "";
    if (text.substr(at).starts_with("\u2212")) {  // the minus of typographers
        at += 3;
        found.number = "-";
    }
    for (; at < text.size(); ++at) {
        const char c = text[at];
        const bool before_digit = at + 1 < text.size() && is_decimal_digit(text[at + 1]);
        if (is_decimal_digit(c)) {
            found.number += c;
        } else if (c == style.decimal) {
            found.number += '.';
        } else if (c == thousands && before_digit) {
            continue;
        } else if ((c == ' ' || c == '\'') && before_digit) {
            continue;
        } else if (const std::string_view rest = text.substr(at);
                   rest.starts_with("\u00A0") || rest.starts_with("\u2019")) {
            at += rest.starts_with("\u00A0") ? 1 : 2;
        } else if (const bool is_power = (c == 'e' || c == 'E') && at + 1 < text.size() &&
                                         !found.number.empty() &&
                                         (before_digit || text[at + 1] == '-' || text[at + 1] == '+');
                   is_power) {
            found.number += c;
            if (!before_digit) found.number += text[at + 1] == '-' ? "-" : "";
            if (!before_digit) ++at;
        } else {
            break;
        }
    }
    found.rest = trim(text.substr(at));
    return found;
}

bool is_unit(std::string_view rest) {
    constexpr std::array<std::string_view, 14> units{"",    "bpm", "db",   "lufs",    "dbfs", "s",    "sec",
                                                     "sek", "ms",  "msec", "seconds", "min",  "mins", "lu"};
    return std::ranges::find(units, to_lower_ascii(rest)) != units.end();
}

// --- keys

std::string plain_key(std::string_view text) {
    struct Sign {
        std::string_view from;
        std::string_view to;
    };
    static constexpr std::array<Sign, 7> signs{{{"\u266F", "#"},
                                                {"\u266D", "b"},
                                                {"\u266E", ""},
                                                {"\u00A0", " "},
                                                {"sharp", "#"},
                                                {"flat", "b"},
                                                {"diesis", "#"}}};
    std::string plain(text);
    for (const auto& [from, to] : signs) {
        for (auto at = plain.find(from); at != std::string::npos; at = plain.find(from, at + to.size()))
            plain.replace(at, from.size(), to);
    }
    return plain;
}

/// "8A" of the Camelot wheel, "1m" of Open Key: both go round in fifths.
std::optional<KeyName> key_on_a_wheel(std::string_view text) {
    const auto end = text.find_first_not_of("0123456789");
    if (end == 0 || end == std::string_view::npos || end > 2) return std::nullopt;
    const auto letter = to_lower_ascii(trim(text.substr(end)));
    const int number = static_cast<int>(*parse_whole(text.substr(0, end)));
    if (letter.size() != 1 || number < 1 || number > 12) return std::nullopt;
    constexpr int a_minor = 9;
    constexpr int c_major = 0;
    constexpr int fifth = 7;
    const bool is_camelot = letter == "a" || letter == "b";
    if (!is_camelot && letter != "m" && letter != "d") return std::nullopt;
    const bool is_major = letter == "b" || letter == "d";
    const int steps = number - (is_camelot ? 8 : 1) + 12;
    return KeyName{((is_major ? c_major : a_minor) + fifth * steps) % 12, is_major};
}

/// The note that a text begins with, which is taken off it. `german`: H is B, B is B flat, "is" is sharp.
std::optional<int> take_note(std::string_view& text, bool german) {
    struct Note {
        std::string_view name;
        int pitch;
    };
    static constexpr std::array<Note, 8> syllables{
        {{"sol", 7}, {"do", 0}, {"ut", 0}, {"re", 2}, {"mi", 4}, {"fa", 5}, {"la", 9}, {"si", 11}}};
    for (const auto& [name, pitch] : syllables) {
        if (!text.starts_with(name)) continue;
        const bool is_whole = text.size() == name.size() ||
                              std::string_view(" #b-").find(text[name.size()]) != std::string_view::npos;
        if (!is_whole) continue;
        text.remove_prefix(name.size());
        return pitch;
    }
    constexpr std::string_view letters = "c.d.ef.g.a.bh";
    if (text.empty() || text[0] == '.') return std::nullopt;
    auto pitch = letters.find(text[0]);
    if (pitch == std::string_view::npos || (pitch == 12 && !german)) return std::nullopt;
    if (german && text[0] == 'b') pitch = 10;
    if (german && text[0] == 'h') pitch = 11;
    text.remove_prefix(1);
    return static_cast<int>(pitch);
}

int take_accidental(std::string_view& text, bool german, char note) {
    if (text.starts_with(" #") || text.starts_with(" b ")) text.remove_prefix(1);
    if (text.starts_with('#') || text.starts_with('b')) {
        const int step = text[0] == '#' ? 1 : -1;
        text.remove_prefix(1);
        return step;
    }
    if (!german) return 0;
    if (text.starts_with("is")) return text.remove_prefix(2), 1;
    if (text.starts_with("es")) return text.remove_prefix(2), -1;
    if ((note == 'a' || note == 'e') && text.starts_with('s')) return text.remove_prefix(1), -1;
    return 0;
}

// --- lengths

/// "3 min 41 s", "1h 2m 3s", "PT3M41S".
std::optional<std::int64_t> worded_ms(std::string_view text) {
    std::string lower = to_lower_ascii(text);
    if (lower.starts_with("pt")) lower.erase(0, 2);
    double ms = 0;
    bool any = false;
    for (std::size_t at = 0; at < lower.size();) {
        const auto end = lower.find_first_not_of("0123456789. ", at);
        if (end == std::string::npos) return std::nullopt;
        const auto number = parse_number(std::string_view(lower).substr(at, end - at));
        std::size_t unit_end = lower.find_first_of("0123456789", end);
        if (unit_end == std::string::npos) unit_end = lower.size();
        const auto unit = trim(std::string_view(lower).substr(end, unit_end - end));
        const double of_unit = unit == "ms"                                                          ? 1
                               : unit == "s" || unit == "sec" || unit == "secs" || unit == "seconds" ? 1000
                               : unit == "m" || unit == "min" || unit == "mins" || unit == "minutes" ? 60'000
                               : unit == "h" || unit == "hr" || unit == "hours" ? 3'600'000
                                                                                : 0;
        if (!number || *number < 0 || of_unit == 0) return std::nullopt;
        ms += *number * of_unit;
        any = true;
        at = unit_end;
    }
    return any && ms <= ms_of_a_day ? std::optional(std::llround(ms)) : std::nullopt;
}

LengthUnit unit_by_name(std::string_view normal, std::string_view written) {
    const std::string lower = to_lower_ascii(written);
    const auto has = [&](std::string_view word) { return normal.find(word) != std::string_view::npos; };
    if (normal.ends_with("ms") || normal.starts_with("ms") || has("millis") || has("msec"))
        return LengthUnit::milliseconds;
    if (has("second") || has("sekund") || has("segundo") || has("secondi") || normal.ends_with("sec") ||
        normal.ends_with("secs") || normal.starts_with("sec") || lower.ends_with("_s") ||
        lower.ends_with("(s)") || lower.ends_with(" s") || lower.ends_with("[s]"))
        return LengthUnit::seconds;
    if (has("minute") || has("minuto") || normal.ends_with("min") || normal.ends_with("mins"))
        return LengthUnit::minutes;
    return LengthUnit::unknown;
}

LengthUnit unit_by_values(std::vector<double> numbers) {
    constexpr double least_ms = 10'000;  // no track that would be written so has 10 s, and none has 10,000 s
    constexpr double most_minutes = 20;
    if (numbers.empty()) return LengthUnit::unknown;
    const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
    std::nth_element(numbers.begin(), middle, numbers.end());
    if (*middle >= least_ms) return LengthUnit::milliseconds;
    const auto n_broken = std::ranges::count_if(numbers, [](double x) { return x != std::floor(x); });
    return *middle < most_minutes && 2 * n_broken > std::ssize(numbers) ? LengthUnit::minutes
                                                                        : LengthUnit::seconds;
}

}  // namespace

NumberStyle number_style(const std::vector<std::string>& values, double least, double most, char separator) {
    const auto n_good = [&](NumberStyle style) {
        return std::ranges::count_if(values, [&](const std::string& value) {
            const auto number = parse_styled(value, style);
            // Thousands come in threes, and no group of them begins a number with 0.
            const char thousands = style.decimal == '.' ? ',' : '.';
            const auto at = value.find(thousands);
            const bool is_grouped = at == std::string::npos || at + 4 == value.size() ||
                                    value.find(thousands, at + 1) == at + 4 ||
                                    value.find(style.decimal, at + 1) == at + 4;
            const bool is_odd =
                at != std::string::npos && (!is_grouped || value.starts_with('0') || value.starts_with("-0"));
            return number && !is_odd && number->value >= least && number->value <= most;
        });
    };
    const auto with_point = n_good({'.'});
    const auto with_comma = n_good({','});
    if (with_point != with_comma) return {with_point > with_comma ? '.' : ','};
    const bool has_comma =
        std::ranges::any_of(values, [](const std::string& v) { return v.find(',') != std::string::npos; });
    return {separator != ',' && has_comma ? ',' : '.'};
}

std::optional<StyledNumber> parse_styled(std::string_view text, NumberStyle style) {
    text = trim(text);
    auto [number, rest] = number_text(text, style);
    const auto value = parse_number(number);
    const bool is_percent = rest == "%" || rest == "\uFF05" || rest == "\u00A0%";
    if (!value || (!is_percent && !is_unit(rest))) return std::nullopt;
    return StyledNumber{*value, is_percent};
}

std::optional<bool> parse_mode(std::string_view text) {
    constexpr std::array<std::string_view, 12> major{"major", "maj",      "dur",   "majeur",
                                                     "mayor", "maggiore", "maior", "durowa",
                                                     "мажор", "长调",     "大调",  "メジャー"};
    constexpr std::array<std::string_view, 11> minor{
        "minor", "min", "moll", "mineur", "menor", "minore", "mol", "минор", "molowa", "小调", "マイナー"};
    const std::string word = to_lower_ascii(trim(text));
    if (std::ranges::find(major, word) != major.end()) return true;
    if (std::ranges::find(minor, word) != minor.end()) return false;
    return std::nullopt;
}

std::optional<KeyName> parse_key(std::string_view text) {
    std::string plain = plain_key(trim(text));
    if (const auto wheel = key_on_a_wheel(plain)) return wheel;
    const bool says_minor = plain.size() > 1 && plain.back() == 'm' && plain[plain.size() - 2] != 'i';
    const bool says_major = plain.size() > 1 && plain.back() == 'M';
    plain = to_lower_ascii(plain);
    // German writes "fis-Moll" and "B-Dur"; there alone H is a note, and B another.
    const bool is_german = plain.find("dur") != std::string::npos || plain.find("moll") != std::string::npos;
    std::string_view rest = plain;
    const char letter = plain.empty() ? ' ' : plain[0];
    auto pitch = take_note(rest, is_german);
    if (!pitch) return std::nullopt;
    *pitch = (*pitch + take_accidental(rest, is_german, letter) + 12) % 12;
    if (rest.starts_with('/')) {  // "C#/Db minor": both are one
        rest.remove_prefix(1);
        const char other = rest.empty() ? ' ' : rest[0];
        if (take_note(rest, is_german)) take_accidental(rest, is_german, other);
    }
    if (const auto paren = rest.find('('); paren != std::string_view::npos) rest = rest.substr(0, paren);
    while (!rest.empty() && (rest[0] == ' ' || rest[0] == '-' || rest[0] == ':' || rest[0] == '_'))
        rest.remove_prefix(1);
    rest = trim(rest);
    KeyName key{*pitch, parse_mode(rest)};
    if (rest.empty() || key.is_major) return key;
    if (rest != "m" || !(says_minor || says_major)) return std::nullopt;
    key.is_major = says_major;
    return key;
}

std::optional<std::int64_t> clock_ms(std::string_view text) {
    text = trim(text);
    const auto parts = split(text, ":");
    if (parts.size() < 2 || parts.size() > 3) return worded_ms(text);
    double s = 0;
    for (std::size_t p = 0; p < parts.size(); ++p) {
        const bool is_last = p + 1 == parts.size();
        const auto value = is_last ? parse_number(parts[p])
                                   : parse_number(std::to_string(parse_whole(parts[p]).value_or(-1)));
        const bool is_plain =
            std::ranges::all_of(parts[p], [](char c) { return is_decimal_digit(c) || c == '.'; });
        if (!value || !is_plain || *value < 0 || *value > 600 || (p > 0 && *value >= 60)) return std::nullopt;
        s = s * 60 + *value;
    }
    return std::llround(s * 1000);
}

LengthColumn::LengthColumn(const Columns& columns, std::optional<std::size_t> column) : column_(column) {
    if (!column) return;
    const auto& values = columns.values(*column);
    style_ = number_style(values, 0, ms_of_a_day, columns.separator());
    unit_ = unit_by_name(columns.name(*column), columns.as_written(*column));
    if (unit_ != LengthUnit::unknown) return;
    std::vector<double> numbers;
    for (const auto& value : values) {
        if (const auto number = parse_styled(value, style_); number && number->value > 0)
            numbers.push_back(number->value);
    }
    unit_ = unit_by_values(std::move(numbers));
}

std::optional<std::int64_t> LengthColumn::ms(std::string_view text) const {
    constexpr double first_ms = 10'000;
    if (text.find(':') != std::string_view::npos) return clock_ms(text);
    const auto number = parse_styled(text, style_);
    if (!number) return clock_ms(text);
    const bool is_small = number->value < first_ms;
    const double of_unit = unit_ == LengthUnit::seconds               ? 1000
                           : unit_ == LengthUnit::minutes             ? 60'000
                           : unit_ == LengthUnit::unknown && is_small ? 1000
                                                                      : 1;
    const double length = number->value * of_unit;
    if (number->is_percent || length < 0 || length > ms_of_a_day) return std::nullopt;
    return std::llround(length);
}

std::string LengthColumn::meaning() const {
    switch (unit_) {
        case LengthUnit::milliseconds: return "length in ms";
        case LengthUnit::seconds: return "length in s";
        case LengthUnit::minutes: return "length in minutes";
        default: return "length";
    }
}

}  // namespace attune::sources
