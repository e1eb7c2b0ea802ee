#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace attune {

/// The number that a text is, as a whole: "12", "-3", for a floating T also "0.5" and "1e-3". Nothing for any other text,
/// and for a number that T cannot hold.
template <class T>
std::optional<T> parse_all(std::string_view text) {
    T value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

}  // namespace attune
