#include "core/text.h"

#include "core/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <utf8proc.h>
#include <utility>

namespace attune {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// The code point at `text[at]`, and `at` moved behind it; an invalid byte stands for itself (Latin-1).
char32_t next_code_point(std::string_view text, std::size_t& at) {
    utf8proc_int32_t code_point = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                         static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
    if (length <= 0) return static_cast<unsigned char>(text[at++]);
    at += static_cast<std::size_t>(length);
    return static_cast<char32_t>(code_point);
}

bool is_diacritic(char32_t c) {
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x1DC0 && c <= 0x1DFF) ||
           (c >= 0x20D0 && c <= 0x20FF);
}

/// Letters that no decomposition takes apart, as people type them without their keyboard.
std::string_view plain_letter(char32_t c) {
    switch (c) {
        case U'ø': return "o";
        case U'æ': return "ae";
        case U'œ': return "oe";
        case U'ł': return "l";
        case U'đ':
        case U'ð': return "d";
        case U'þ': return "th";
        case U'ħ': return "h";
        case U'ı': return "i";
        default: return {};
    }
}

bool is_word(char32_t c) {
    if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO: return true;
        default: return false;
    }
}

bool is_apostrophe(char32_t c) {
    return c == '\'' || c == '`' || c == 0xB4 || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x2032;
}

/// Compatibility decomposition and case folding, code point by code point, without diacritics; but the Cyrillic
/// letter "й" is another letter than "и", as nobody writes one for the other.
std::u32string decompose(std::string_view text) {
    std::u32string decomposed;
    decomposed.reserve(text.size());
    std::array<utf8proc_int32_t, 32> buffer{};
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c < 0x80) {
            decomposed.push_back(c >= 'A' && c <= 'Z' ? c + 32 : c);
            continue;
        }
        int boundary = UTF8PROC_BOUNDCLASS_START;
        const auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                                            UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
        const auto n =
            utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), buffer.data(),
                                    static_cast<utf8proc_ssize_t>(buffer.size()), options, &boundary);
        for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(n, std::ssize(buffer)); ++i) {
            const auto part = static_cast<char32_t>(buffer[static_cast<std::size_t>(i)]);
            const bool is_short_i = part == 0x0306 && !decomposed.empty() && decomposed.back() == U'и';
            if (!is_diacritic(part) || is_short_i) decomposed.push_back(part);
        }
    }
    return decomposed;
}

std::string without_spaces(const std::u32string& text) {
    std::string kept;
    for (const char32_t c : text) {
        if (c > ' ' && c != 0xA0) append_utf8(kept, c);
    }
    return kept;
}

}  // namespace

void append_utf8(std::string& text, char32_t code_point) {
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) return;
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes.data());
    text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

std::string fold(std::string_view text) {
    const std::u32string decomposed = decompose(text);
    std::string folded;
    folded.reserve(text.size());
    const auto word_at = [&](std::size_t i) { return i < decomposed.size() && is_word(decomposed[i]); };
    const auto space = [&] {
        if (!folded.empty() && folded.back() != ' ') folded += ' ';
    };
    for (std::size_t i = 0; i < decomposed.size(); ++i) {
        const char32_t c = decomposed[i];
        const bool after_word = i > 0 && word_at(i - 1);
        const bool before_word = word_at(i + 1);
        if (is_word(c)) {
            const auto plain = plain_letter(c);
            if (plain.empty()) append_utf8(folded, c);
            folded += plain;
        } else if (c == '&' || c == '+') {
            space();
            folded += "and ";
        } else if (c == '$' && (after_word || before_word)) {
            folded += 's';
        } else if (c == '!' && after_word && before_word) {
            folded += 'i';
        } else if (!is_apostrophe(c) && c != '.' && c != '!') {
            space();
        }
    }
    if (!folded.empty() && folded.back() == ' ') folded.pop_back();
    return folded.empty() ? without_spaces(decomposed) : folded;
}

LetterCase letter_case(char32_t c) noexcept {
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_LL: return LetterCase::small;
        case UTF8PROC_CATEGORY_LU: return LetterCase::large;
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_LM: return LetterCase::other;
        default: return LetterCase::none;
    }
}

std::string composed(std::string_view text) {
    const bool is_plain =
        std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (is_plain || !is_valid_utf8(text)) return std::string(text);
    utf8proc_uint8_t* written = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &written, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(written, &std::free);
    if (length < 0) return std::string(text);
    return {reinterpret_cast<const char*>(written), static_cast<std::size_t>(length)};
}

bool is_valid_utf8(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        utf8proc_int32_t code_point = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                             static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
        if (length <= 0) return false;
        at += static_cast<std::size_t>(length);
    }
    return true;
}

std::string to_utf8(std::string_view text) {
    if (is_valid_utf8(text)) return std::string(text);
    // Windows-1252 where it differs from Latin-1 (0x80-0x9F).
    static constexpr std::array<char32_t, 32> high{
        0x20AC,      replacement, 0x201A, 0x0192, 0x201E, 0x2026,      0x2020, 0x2021,
        0x02C6,      0x2030,      0x0160, 0x2039, 0x0152, replacement, 0x017D, replacement,
        replacement, 0x2018,      0x2019, 0x201C, 0x201D, 0x2022,      0x2013, 0x2014,
        0x02DC,      0x2122,      0x0161, 0x203A, 0x0153, replacement, 0x017E, 0x0178};
    std::string utf8;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        append_utf8(utf8, value >= 0x80 && value < 0xA0 ? high[value - 0x80U] : char32_t{value});
    }
    return utf8;
}

std::size_t display_width(std::string_view text) noexcept {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto columns = utf8proc_charwidth(static_cast<utf8proc_int32_t>(next_code_point(text, at)));
        width += static_cast<std::size_t>(std::max(0, columns));
    }
    return width;
}

std::string fit(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) return std::string(text);
    std::string fitted;
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const auto columns = utf8proc_charwidth(static_cast<utf8proc_int32_t>(next_code_point(text, at)));
        used += static_cast<std::size_t>(std::max(0, columns));
        if (used + 1 > width) break;
        fitted.append(text.substr(begin, at - begin));
    }
    return width == 0 ? std::string() : fitted + "…";
}

std::string_view trim(std::string_view text) noexcept {
    constexpr std::string_view blanks = " \t\r\n\f\v";
    const auto begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::string to_lower_ascii(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return lower;
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    while (true) {
        const auto at = text.find(separator);
        const auto part = trim(text.substr(0, at));
        if (!part.empty()) parts.push_back(part);
        if (at == std::string_view::npos) return parts;
        text.remove_prefix(at + separator.size());
    }
}

}  // namespace attune
