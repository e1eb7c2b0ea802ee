#include "library/listen.h"

#include "core/text.h"

#include <array>
#include <utility>

namespace attune::library {
namespace {

struct ReasonWord {
    std::string_view word;
    PlayReason reason;
};

constexpr ReasonWord reason_words[] = {
    {"trackdone", PlayReason::track_done},
    {"endplay", PlayReason::chosen},
    {"clickrow", PlayReason::chosen},
    {"clickside", PlayReason::chosen},
    {"playbtn", PlayReason::chosen},
    {"popup", PlayReason::chosen},
    {"uriopen", PlayReason::chosen},
    {"fwdbtn", PlayReason::forward},
    {"backbtn", PlayReason::back},
    {"appload", PlayReason::app_started},
    {"persisted", PlayReason::app_started},
    {"logout", PlayReason::app_closed},
    {"unexpected-exit", PlayReason::app_closed},
    {"unexpected-exit-while-paused", PlayReason::app_closed},
    {"remote", PlayReason::remote},
    {"switched-to-audio", PlayReason::remote},
    {"switched-to-video", PlayReason::remote},
    {"trackerror", PlayReason::error},
};

struct PlatformWord {
    std::string_view word;
    Platform platform;
};

// The first word that stands in the text decides: "Android TV" is a tv, "web_player windows" is web.
constexpr PlatformWord platform_words[] = {
    {"web", Platform::web},
    {"tv", Platform::tv},
    {"playstation", Platform::tv},
    {"ps3", Platform::tv},
    {"ps4", Platform::tv},
    {"ps5", Platform::tv},
    {"xbox", Platform::tv},
    {"roku", Platform::tv},
    {"chromecast", Platform::tv},
    {"tizen", Platform::tv},
    {"cast", Platform::speaker},
    {"sonos", Platform::speaker},
    {"speaker", Platform::speaker},
    {"alexa", Platform::speaker},
    {"echo", Platform::speaker},
    {"bose", Platform::speaker},
    {"google home", Platform::speaker},
    {"partner", Platform::other},
    {"garmin", Platform::other},
    {"watch", Platform::mobile},
    {"android", Platform::mobile},
    {"ios", Platform::mobile},
    {"iphone", Platform::mobile},
    {"ipad", Platform::mobile},
    {"mobile", Platform::mobile},
    {"windows phone", Platform::mobile},
    {"windows", Platform::desktop},
    {"os x", Platform::desktop},
    {"osx", Platform::desktop},
    {"macos", Platform::desktop},
    {"linux", Platform::desktop},
    {"desktop", Platform::desktop},
};

}  // namespace

std::string_view to_string(Platform platform) noexcept {
    constexpr std::array<std::string_view, 7> names{"unknown", "desktop", "mobile", "web",
                                                    "speaker", "tv",      "other"};
    return names.at(static_cast<std::size_t>(platform));
}

std::string_view to_string(PlayReason reason) noexcept {
    constexpr std::array<std::string_view, 9> names{"unknown",     "track_done", "chosen", "forward", "back",
                                                    "app_started", "app_closed", "remote", "error"};
    return names.at(static_cast<std::size_t>(reason));
}

std::string_view to_string(ListenSource source) noexcept {
    switch (source) {
        case ListenSource::lastfm: return "lastfm";
        case ListenSource::csv: return "csv";
        case ListenSource::spotify_account: return "spotify_account";
        case ListenSource::spotify_extended: return "spotify_extended";
    }
    return "unknown";
}

PlayReason parse_play_reason(std::string_view spotify_word) noexcept {
    for (const auto& [word, reason] : reason_words) {
        if (word == spotify_word) return reason;
    }
    return PlayReason::unknown;
}

Platform parse_platform(std::string_view spotify_text) {
    if (trim(spotify_text).empty()) return Platform::unknown;
    const std::string lower = to_lower_ascii(spotify_text);
    if (lower.find("windows phone") != std::string::npos) return Platform::mobile;
    for (const auto& [word, platform] : platform_words) {
        if (lower.find(word) != std::string::npos) return platform;
    }
    return Platform::other;
}

}  // namespace attune::library
