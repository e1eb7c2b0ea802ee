#pragma once

#include <string>
#include <string_view>

namespace attune {

/// A text as a field of a CSV: quoted where it must be, quotes doubled.
/// Source: RFC 4180.
inline std::string csv_field(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c;
        if (c == '"') quoted += c;
    }
    return quoted + '"';
}

}  // namespace attune
