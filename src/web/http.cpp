#include "web/http.h"

#include <algorithm>

namespace attune::web {
namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

std::string_view Request::header(std::string_view name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

Body Body::of(std::string text) {
    auto owner = std::make_shared<const std::string>(std::move(text));
    const std::string_view bytes = *owner;
    return {std::move(owner), bytes};
}

std::optional<std::string> percent_decoded(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        if (i + 2 >= text.size()) return std::nullopt;
        const int high = hex_digit(text[i + 1]);
        const int low = hex_digit(text[i + 2]);
        if (high < 0 || low < 0 || high + low == 0) return std::nullopt;
        decoded += static_cast<char>(16 * high + low);
        i += 2;
    }
    return decoded;
}

std::optional<std::map<std::string, std::string, std::less<>>> parse_query(std::string_view text) {
    std::map<std::string, std::string, std::less<>> query;
    while (!text.empty()) {
        const auto end = std::min(text.find('&'), text.size());
        std::string part(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (part.empty()) continue;
        std::ranges::replace(part, '+', ' ');
        const auto equals = std::min(part.find('='), part.size());
        const auto name = percent_decoded(std::string_view(part).substr(0, equals));
        const auto value = percent_decoded(std::string_view(part).substr(std::min(equals + 1, part.size())));
        if (!name || !value) return std::nullopt;
        query.insert_or_assign(*name, *value);
    }
    return query;
}

}  // namespace attune::web
