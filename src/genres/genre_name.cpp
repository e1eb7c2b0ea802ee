#include "genres/genre_name.h"

#include "core/text.h"
#include "core/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace attune::genres {
namespace {

/// Spellings of one genre that folding does not bring together; whole words, applied from top to bottom.
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> respellings = {{
    {" n ", " and "},
    {" r and b ", " r&b "},
    {" rnb ", " r&b "},
    {" randb ", " r&b "},
    {" d and b ", " drum and bass "},
    {" dnb ", " drum and bass "},
    {" drumnbass ", " drum and bass "},
    {" hiphop ", " hip hop "},
    {" triphop ", " trip hop "},
    {" lofi ", " lo fi "},
    {" kpop ", " k pop "},
    {" jpop ", " j pop "},
    {" synth pop ", " synthpop "},
    {" electro pop ", " electropop "},
    {" postrock ", " post rock "},
    {" postpunk ", " post punk "},
    {" rock roll ", " rock and roll "},
    {" singersongwriter ", " singer songwriter "},
}};

bool is_source_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

/// The name behind the prefix of a source ("tt:edm/pop edm" -> "pop edm"), or the name itself.
std::string_view without_source(std::string_view name) {
    const auto colon = name.find(':');
    if (colon == std::string_view::npos || colon == 0) return name;
    if (!std::ranges::all_of(name.substr(0, colon), is_source_letter)) return name;
    name.remove_prefix(colon + 1);
    while (name.ends_with('/')) name.remove_suffix(1);
    const auto slash = name.rfind('/');
    return slash == std::string_view::npos ? name : name.substr(slash + 1);
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + 1)) {
        text.replace(at, from.size(), to);
    }
}

bool has_letter_or_digit(std::string_view folded) {
    return std::ranges::any_of(folded, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    });
}

bool is_none(std::string_view text) {
    const auto lower = to_lower_ascii(text);
    return lower.empty() || lower == "nan" || lower == "null" || lower == "none";
}

/// The code point of these hexadecimal digits; none for anything else, 0 and halves of surrogate pairs.
std::optional<unsigned> code_point_of(std::string_view digits, std::size_t n_digits) {
    unsigned code = 0;
    const auto* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, code, 16);
    const bool is_surrogate = code >= 0xD800 && code < 0xE000;
    if (error != std::errc() || stop != end || digits.size() != n_digits || code == 0 || is_surrogate)
        return std::nullopt;
    return code;
}

/// Appends what a Python or JSON escape stands for; `at` is behind the backslash and moves behind the escape.
/// Letters without a meaning stand for themselves.
void append_escape(std::string& text, std::string_view list, std::size_t& at) {
    const char c = list[at++];
    if (c == 'n' || c == 't' || c == 'r') {
        text += ' ';
        return;
    }
    const std::size_t n_digits = c == 'x' ? 2 : c == 'u' ? 4 : 0;
    const auto code = n_digits > 0 ? code_point_of(list.substr(at, n_digits), n_digits) : std::nullopt;
    if (!code) {
        text += c;
        return;
    }
    append_utf8(text, *code);
    at += n_digits;
}

/// One name in quotes; `at` is behind the opening quote and moves behind the closing one.
std::string read_quoted(std::string_view list, std::size_t& at, char quote) {
    std::string name;
    while (at < list.size() && list[at] != quote) {
        const char c = list[at++];
        if (c == '\\' && at < list.size()) {
            append_escape(name, list, at);
        } else {
            name += c;
        }
    }
    if (at < list.size()) ++at;
    return name;
}

std::vector<std::string> separated(std::string_view text) {
    for (const std::string_view separator : {";", "|"}) {
        if (text.find(separator) == std::string_view::npos) continue;
        const auto parts = split(text, separator);
        return {parts.begin(), parts.end()};
    }
    const auto parts = split(text, ",");
    return {parts.begin(), parts.end()};
}

/// The inside of `[...]`: names in quotes, or bare ones between commas.
std::vector<std::string> bracketed(std::string_view list) {
    if (list.find_first_of("'\"") == std::string_view::npos) return separated(list);
    std::vector<std::string> names;
    for (std::size_t at = 0; at < list.size();) {
        const char c = list[at];
        if (c == '\'' || c == '"') {
            names.push_back(read_quoted(list, ++at, c));
            // A quote closes a name only before a comma or the end; what else stands there is skipped.
            at = std::min(list.find(',', at), list.size());
        } else if (c == ',' || c == ' ' || c == 'u') {
            ++at;
        } else {
            const auto end = std::min(list.find(',', at), list.size());
            names.emplace_back(list.substr(at, end - at));
            at = end;
        }
    }
    return names;
}

}  // namespace

std::string canonical_genre(std::string_view name) {
    std::string canonical = " " + fold(without_source(trim(name))) + " ";
    if (!has_letter_or_digit(canonical)) return {};
    for (const auto& [from, to] : respellings) replace_all(canonical, from, to);
    return std::string(trim(canonical));
}

std::vector<std::string> parse_genre_list(std::string_view text) {
    text = trim(text);
    if (is_none(text)) return {};
    const bool has_brackets = text.size() >= 2 && text.front() == '[' && text.back() == ']';
    std::vector<std::string> names;
    for (const auto& name : has_brackets ? bracketed(text.substr(1, text.size() - 2)) : separated(text)) {
        const auto trimmed = trim(name);
        if (!is_none(trimmed)) names.emplace_back(trimmed);
    }
    return names;
}

}  // namespace attune::genres
