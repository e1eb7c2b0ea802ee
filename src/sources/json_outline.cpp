#include "sources/json_outline.h"

#include "sources/json_records.h"
#include "sources/values.h"

#include <algorithm>
#include <array>

namespace attune::sources {
namespace {

constexpr std::array<std::string_view, 1> value_key{"v"};

}  // namespace

JsonOutline::JsonOutline() : value_(value_key) {}

void JsonOutline::read(std::string_view text, JsonOutlineHandler& handler) {
    std::string_view last;  // the string before, which may be a key
    std::string_view key;   // the key whose value comes now
    while (!text.empty()) {
        const char c = text.front();
        text.remove_prefix(1);
        if (c == '"') {
            last = take_string(text);
            if (!key.empty()) handler.text(key, unescaped(last));
            key = {};
        } else if (c == ':') {
            key = last;
        } else if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
            if (c == '{') handler.open_object();
            if (c == '}') handler.close_object();
            if (c == '[') handler.open_list(key);
            if (c == ']') handler.close_list();
            key = last = {};
        }
    }
}

/// Takes a string whose first quote is gone off the text. One that does not end in its line is damaged; it
/// ends there.
std::string_view JsonOutline::take_string(std::string_view& text) {
    std::size_t end = 0;
    while (end < text.size() && text[end] != '"' && text[end] != '\n') end += text[end] == '\\' ? 2 : 1;
    const auto string = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    return string;
}

std::string JsonOutline::unescaped(std::string_view raw) {
    std::string object = "{\"v\":\"";
    object.append(raw).append("\"}");
    const std::size_t size = object.size();
    object.append(json_padding, ' ');
    const bool is_read = value_.read(std::string_view(object).substr(0, size));
    return clean_text(is_read ? value_[0].text : raw);
}

}  // namespace attune::sources
