#include "sources/xml.h"

#include "core/text.h"
#include "core/utf8.h"
#include "sources/legible_name.h"
#include "sources/values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>

namespace attune::sources {
namespace {

constexpr unsigned xml_options = pugi::parse_default | pugi::parse_fragment;
constexpr std::string_view replacement = "\xEF\xBF\xBD";

/// The code point that "#233;" or "#xE9;" (what follows an ampersand) stands for, and how long it is.
struct Reference {
    std::uint32_t code_point = 0;
    std::size_t length = 0;
};

std::optional<Reference> number_reference(std::string_view text) {
    constexpr std::size_t longest = 12;
    const auto end = text.substr(0, longest).find(';');
    if (end == std::string_view::npos || end < 2) return std::nullopt;
    const bool is_hex = text[1] == 'x' || text[1] == 'X';
    const auto digits = text.substr(is_hex ? 2 : 1, end - (is_hex ? 2 : 1));
    std::uint32_t value = 0;
    const auto [last, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, is_hex ? 16 : 10);
    if (digits.empty() || error != std::errc() || last != digits.data() + digits.size()) return std::nullopt;
    return Reference{value, end + 1};
}

bool is_character(std::uint32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return !(c >= 0xD800 && c < 0xE000) && c != 0xFFFE && c != 0xFFFF && c <= 0x10FFFF;
}

/// Whether an ampersand with this behind it begins one of XML's own five.
bool is_entity(std::string_view text) {
    constexpr std::array<std::string_view, 5> known{"amp;", "lt;", "gt;", "quot;", "apos;"};
    return std::ranges::any_of(known, [&](std::string_view entity) { return text.starts_with(entity); });
}

bool is_odd(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return c == '&' || (byte < 0x20 && c != '\n' && c != '\r' && c != '\t');
}

/// The halves of a pair that were written as two references: an emoji of a program that counts in UTF-16.
std::optional<Reference> pair_reference(std::string_view text, const Reference& high) {
    if (high.code_point < 0xD800 || high.code_point >= 0xDC00) return std::nullopt;
    text.remove_prefix(high.length);
    if (!text.starts_with("&#")) return std::nullopt;
    const auto low = number_reference(text.substr(1));
    if (!low || low->code_point < 0xDC00 || low->code_point >= 0xE000) return std::nullopt;
    return Reference{0x10000 + ((high.code_point - 0xD800) << 10U) + (low->code_point - 0xDC00),
                     high.length + 1 + low->length};
}

/// Only for text whose characters of ASCII are bytes.
std::string mended(std::string_view text) {
    std::string clean;
    clean.reserve(text.size() + 64);
    bool in_cdata = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '<' && text.substr(at, 9) == "<![CDATA[") in_cdata = true;
        if (c == ']' && text.substr(at, 3) == "]]>") in_cdata = false;
        if (!is_odd(c)) {
            clean += c;
        } else if (c != '&' || in_cdata) {
            clean += c == '&' ? "&" : " ";
        } else {
            const auto rest = text.substr(at + 1);
            const auto number = rest.starts_with('#') ? number_reference(rest) : std::nullopt;
            if (number && is_character(number->code_point)) {
                clean += c;
            } else if (const auto pair = number ? pair_reference(rest, *number) : std::nullopt) {
                append_utf8(clean, pair->code_point);
                at += pair->length;
            } else if (number) {
                clean += replacement;
                at += number->length;
            } else {
                clean += is_entity(rest) ? "&" : "&amp;";
            }
        }
    }
    return clean;
}

/// The character set that the text says it is in, if that is neither UTF-8 nor what pugixml reads: pages of Windows and
/// Shift-JIS of old programs.
std::string_view declared_page(std::string_view text) {
    if (!text.starts_with("<?xml")) return {};
    const auto declaration = text.substr(0, text.find("?>"));
    const auto at = declaration.find("encoding=");
    if (at == std::string_view::npos || declaration.size() < at + 11) return {};
    const char quote = declaration[at + 9];
    const auto name = declaration.substr(at + 10, declaration.find(quote, at + 10) - at - 10);
    const std::string lower = to_lower_ascii(name);
    const bool is_read = lower.starts_with("utf") || lower.starts_with("ucs") || lower == "iso-8859-1" ||
                         lower == "latin1" || lower == "us-ascii";
    return is_read ? std::string_view() : name;
}

std::string_view behind_prefix(std::string_view name) noexcept {
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string in_declared_page(std::string_view text) {
    const auto page = declared_page(text);
    auto read = page.empty() ? std::nullopt : read_in_code_page(page, text);
    std::string in_utf8 = read ? std::move(*read) : to_utf8(text);
    // What it says of itself is no longer true.
    const auto at = in_utf8.find("encoding=");
    const auto end = in_utf8.find("?>");
    if (at != std::string::npos && end != std::string::npos && at < end) in_utf8.replace(at, end - at, "");
    return in_utf8;
}

using Entities = std::map<std::string, std::string, std::less<>>;

/// <!ENTITY name "text"> of the document type; parameters and what lies outside of the file are none.
Entities own_entities(std::string_view text) {
    constexpr std::size_t most = 256;
    constexpr std::size_t furthest = std::size_t{1} << 16U;
    constexpr std::string_view begin = "<!ENTITY";
    Entities entities;
    const auto head = text.substr(0, furthest);
    for (auto at = head.find(begin); at != std::string_view::npos && entities.size() < most;
         at = head.find(begin, at + 1)) {
        auto rest = head.substr(at + begin.size());
        const auto from = rest.find_first_not_of(" \t\r\n");
        const auto to = from == std::string_view::npos ? from : rest.find_first_of(" \t\r\n", from);
        const auto quote = to == std::string_view::npos ? to : rest.find_first_not_of(" \t\r\n", to);
        if (quote == std::string_view::npos || (rest[quote] != '"' && rest[quote] != '\'')) continue;
        const auto end = rest.find(rest[quote], quote + 1);
        if (end == std::string_view::npos) continue;
        entities.emplace(rest.substr(from, to - from), rest.substr(quote + 1, end - quote - 1));
    }
    return entities;
}

/// Entities within entities stay as they stand, so nothing grows without end.
std::string with_entities(std::string_view text, const Entities& entities) {
    std::string whole;
    const std::size_t largest = 2 * text.size();
    while (true) {
        const auto at = text.find('&');
        whole += text.substr(0, at);
        if (at == std::string_view::npos) return whole;
        const auto end = text.find(';', at);
        const auto found =
            end == std::string_view::npos ? entities.end() : entities.find(text.substr(at + 1, end - at - 1));
        const bool is_known =
            found != entities.end() && whole.size() + text.size() + found->second.size() <= largest;
        whole += is_known ? found->second : "&";
        text.remove_prefix(is_known ? end + 1 : at + 1);
    }
}

bool load_utf8_xml(std::string_view text, pugi::xml_document& document) {
    const bool is_wide = text.substr(0, 4).find('\0') != std::string_view::npos ||
                         text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    const bool is_clean = is_wide || std::ranges::none_of(text, is_odd);
    if (is_clean) return static_cast<bool>(document.load_buffer(text.data(), text.size(), xml_options));
    const std::string clean = mended(text);
    return static_cast<bool>(document.load_buffer(clean.data(), clean.size(), xml_options));
}

}  // namespace

bool load_xml(std::string_view text, pugi::xml_document& document) {
    if (is_valid_utf8(text) || declared_page(text).empty()) return load_utf8_xml(text, document);
    return load_utf8_xml(in_declared_page(text), document);
}

std::string xml_in_utf8(std::string text) {
    if (!is_valid_utf8(text)) text = in_declared_page(text);
    const auto entities = own_entities(text);
    return entities.empty() ? text : with_entities(text, entities);
}

std::string_view local_name(const pugi::xml_node& node) noexcept { return behind_prefix(node.name()); }

pugi::xml_node child_called(const pugi::xml_node& node, std::string_view name) noexcept {
    return node.find_child([&](const pugi::xml_node& child) { return local_name(child) == name; });
}

pugi::xml_attribute attribute_called(const pugi::xml_node& node, std::string_view name) noexcept {
    return node.find_attribute(
        [&](const pugi::xml_attribute& attribute) { return behind_prefix(attribute.name()) == name; });
}

std::string text_within(const pugi::xml_node& node) {
    std::string text;
    for (const auto& child : node.children()) {
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
    }
    return text;
}

std::string child_text(const pugi::xml_node& node, std::string_view name) {
    return text_within(child_called(node, name));
}

}  // namespace attune::sources
