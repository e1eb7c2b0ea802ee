#include "sources/title_line.h"

#include "core/text.h"
#include "sources/legible_name.h"
#include "sources/values.h"

#include <algorithm>
#include <array>
#include <vector>

namespace attune::sources {
namespace {

constexpr std::array<std::string_view, 8> dashes{"-", "–", "—", "‒", "―", "−", "－", "‐"};

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// The minutes and seconds (and hours) at the front of a text.
struct Clock {
    int seconds = 0;
    std::size_t length = 0;
};

std::optional<Clock> clock_at(std::string_view text) noexcept {
    std::array<int, 3> parts{};
    std::size_t n_parts = 0;
    std::size_t at = 0;
    while (n_parts < parts.size()) {
        const auto end = std::min(text.find_first_not_of("0123456789", at), text.size());
        const auto n_digits = end - at;
        if (n_digits == 0 || n_digits > 2 || (n_parts > 0 && n_digits != 2)) return std::nullopt;
        for (; at < end; ++at) parts.at(n_parts) = parts.at(n_parts) * 10 + (text[at] - '0');
        ++n_parts;
        const bool goes_on = at + 1 < text.size() && text[at] == ':' && is_digit(text[at + 1]);
        if (!goes_on) break;
        ++at;
    }
    if (n_parts < 2 || (at < text.size() && (is_digit(text[at]) || text[at] == ':'))) return std::nullopt;
    int seconds = 0;
    for (std::size_t i = 0; i < n_parts; ++i) {
        if (i > 0 && parts.at(i) > 59) return std::nullopt;
        seconds = seconds * 60 + parts.at(i);
    }
    return Clock{seconds, at};
}

/// Folders that hold everybody's music and name nobody.
bool is_general(std::string_view folder) {
    constexpr std::array<std::string_view, 26> words{
        "music",  "musik",        "musique",      "musica",  "muziek", "muzyka",       "media",
        "mp3",    "mp3s",         "flac",         "audio",   "songs",  "downloads",    "download",
        "itunes", "itunes media", "my music",     "library", "shared", "compilations", "various artists",
        "sdcard", "public",       "itunes music", "users",   "home"};
    const std::string folded = fold(folder);
    return std::ranges::find(words, folded) != words.end() || folder.ends_with(':') || folder == "." ||
           folder == ".." || folder == "~" || folded == "unknown artist" || folded == "unknown album";
}

/// The path in an address, with slashes.
std::string path_in(std::string_view address) {
    std::string path;
    if (const std::string lower = to_lower_ascii(address.substr(0, 8)); lower.starts_with("file:")) {
        address.remove_prefix(5);
        if (address.starts_with("//localhost/")) address.remove_prefix(11);
        while (address.starts_with("//")) address.remove_prefix(1);
        path = percent_decoded(address);
        const bool has_drive = path.size() > 2 && path[0] == '/' && path[2] == ':';
        if (has_drive) path.erase(0, 1);
    } else {
        const auto scheme = address.find("://");
        const bool is_address = scheme != std::string_view::npos && scheme < 12;
        if (is_address || lower.starts_with("spotify:") || lower.starts_with("urn:")) return {};
        const bool is_coded =
            address.find('%') != std::string_view::npos && address.find(' ') == std::string_view::npos;
        path = is_coded ? percent_decoded(address) : std::string(address);
    }
    const bool is_of_windows = path.find('\\') != std::string::npos;
    if (is_of_windows) std::ranges::replace(path, '\\', '/');
    return legible_name(path);
}

/// Without an ending that is one of a file, and not the end of "Mr. Gate".
std::string_view stem_of(std::string_view name) noexcept {
    constexpr std::size_t longest = 5;
    const auto dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return name;
    const auto ending = name.substr(dot + 1);
    const bool is_ending =
        !ending.empty() && ending.size() <= longest && ending.find(' ') == std::string_view::npos;
    return is_ending ? name.substr(0, dot) : name;
}

}  // namespace

std::optional<TwoParts> split_at_dash(std::string_view line) noexcept {
    std::size_t first = std::string_view::npos;
    std::size_t length = 0;
    for (const auto dash : dashes) {
        for (auto at = line.find(dash); at != std::string_view::npos && at < first;
             at = line.find(dash, at + 1)) {
            const auto after = at + dash.size();
            const bool is_between =
                at > 0 && line[at - 1] == ' ' && after < line.size() && line[after] == ' ';
            if (!is_between) continue;
            first = at;
            length = dash.size();
            break;
        }
    }
    if (first == std::string_view::npos) return std::nullopt;
    const TwoParts parts{trim(line.substr(0, first)), trim(line.substr(first + length))};
    return parts.left.empty() || parts.right.empty() ? std::nullopt : std::optional(parts);
}

std::optional<LeadingNumber> leading_number_of(std::string_view line) noexcept {
    const bool has_sign = line.starts_with('#');
    std::string_view text = line.substr(has_sign ? 1 : 0);
    auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > 3) return std::nullopt;
    bool is_marked = has_sign || text[0] == '0';
    // "1-03 Gate" is the third of the first disc.
    if (digits <= 2 && text.size() > digits + 2 && (text[digits] == '-' || text[digits] == '.') &&
        is_digit(text[digits + 1]) && is_digit(text[digits + 2])) {
        text.remove_prefix(digits + 1);
        digits = 2;
        is_marked = true;
    }
    LeadingNumber found;
    for (std::size_t i = 0; i < digits; ++i) found.number = found.number * 10 + (text[i] - '0');
    const auto rest = text.find_first_not_of(" .-_):\t", digits);
    if (rest == std::string_view::npos || rest == digits) return std::nullopt;
    const auto between = text.substr(digits, rest - digits);
    found.rest = text.substr(rest);
    found.is_marked = is_marked || (between != " " && trim(between) != "-");
    return found;
}

std::string_view without_marked_number(std::string_view line) noexcept {
    const auto number = leading_number_of(line);
    if (!number) return line;
    const bool is_before_dashes =
        split_at_dash(line) && split_at_dash(line)->left.size() <= 3 && split_at_dash(number->rest);
    return number->is_marked || is_before_dashes ? number->rest : line;
}

std::string_view without_time_code(std::string_view line) noexcept {
    const bool in_brackets = line.starts_with('[') || line.starts_with('(');
    const auto clock = clock_at(line.substr(in_brackets ? 1 : 0));
    if (!clock) return line;
    auto rest = line.substr(clock->length + (in_brackets ? 1 : 0));
    if (in_brackets) {
        if (!rest.starts_with(']') && !rest.starts_with(')')) return line;
        rest.remove_prefix(1);
    } else if (!rest.starts_with(' ') && !rest.starts_with('\t')) {
        return line;
    }
    rest = trim(rest);
    for (const auto dash : dashes) {
        if (rest.starts_with(dash) && rest.substr(dash.size()).starts_with(' '))
            rest = trim(rest.substr(dash.size()));
    }
    return rest.empty() ? line : rest;
}

std::optional<int> take_length(std::string_view& line) noexcept {
    const auto blank = line.find_last_of(" \t");
    if (blank == std::string_view::npos) return std::nullopt;
    auto word = line.substr(blank + 1);
    const bool in_brackets = word.size() > 2 && ((word.front() == '(' && word.back() == ')') ||
                                                 (word.front() == '[' && word.back() == ']'));
    if (in_brackets) word = word.substr(1, word.size() - 2);
    const auto clock = clock_at(word);
    const auto rest = trim(line.substr(0, blank));
    if (!clock || clock->length != word.size() || clock->seconds == 0 || rest.empty()) return std::nullopt;
    line = rest;
    return clock->seconds * 1000;
}

std::string percent_decoded(std::string_view text) {
    std::string decoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            decoded += text[at];
            continue;
        }
        const auto value = [](char c) {
            if (is_digit(c)) return c - '0';
            const char small = static_cast<char>(c | 0x20);
            return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
        };
        if (at + 2 >= text.size() || value(text[at + 1]) < 0 || value(text[at + 2]) < 0)
            return std::string(text);
        decoded += static_cast<char>(value(text[at + 1]) * 16 + value(text[at + 2]));
        at += 2;
    }
    return decoded;
}

NamedFile named_file(std::string_view address) {
    NamedFile file;
    file.path = path_in(trim(address));
    const auto parts = split(file.path, "/");
    if (parts.empty() || file.path.ends_with('/')) return file;
    const auto stem = stem_of(parts.back());
    const auto name = without_marked_number(stem);
    if (const auto both = split_at_dash(name)) {
        file.artist = clean_text(both->left);
        file.title = clean_text(both->right);
        return file;
    }
    file.title = clean_text(name);
    const auto folder = [&](std::size_t up) {
        return parts.size() > up && !is_general(parts[parts.size() - 1 - up]) ? parts[parts.size() - 1 - up]
                                                                              : std::string_view();
    };
    if (!folder(1).empty() && !folder(2).empty()) {
        file.album = clean_text(folder(1));
        file.artist = clean_text(folder(2));
    } else {
        file.artist = clean_text(folder(1));
    }
    return file;
}

}  // namespace attune::sources
