#include "library/playlist.h"

namespace attune::library {

std::string_view to_string(MarkKind kind) noexcept {
    switch (kind) {
        case MarkKind::saved_track: return "saved_track";
        case MarkKind::banned_track: return "banned_track";
        case MarkKind::followed_artist: return "followed_artist";
        case MarkKind::banned_artist: return "banned_artist";
    }
    return "unknown";
}

std::string_view to_string(LabelValue value) noexcept {
    switch (value) {
        case LabelValue::like: return "like";
        case LabelValue::dislike: return "dislike";
        case LabelValue::skip: return "skip";
    }
    return "unknown";
}

std::optional<LabelValue> parse_label(std::string_view word) noexcept {
    for (const auto value : {LabelValue::like, LabelValue::dislike, LabelValue::skip}) {
        if (to_string(value) == word) return value;
    }
    return std::nullopt;
}

}  // namespace attune::library
