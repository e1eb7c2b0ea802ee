#include "sources/file_names.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace attune::sources {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::array<std::string_view, 3> histories{"streaming_history", "streaminghistory", "endsong"};
constexpr std::array<std::string_view, 2> table_endings{".csv", ".tsv"};
constexpr std::array<std::string_view, 4> playlist_endings{".m3u8", ".m3u", ".xspf", ".jspf"};
constexpr std::array<std::string_view, 10> archive_endings{".zip", ".7z",     ".rar", ".tar", ".gz",
                                                           ".tgz", ".tar.xz", ".xz",  ".bz2", ".zst"};

// Of an export, what is about the person and not about music.
constexpr std::array<std::string_view, 23> personal{
    "userdata",        "identity",         "identifiers",  "payments",     "inferences",
    "searchqueries",   "follow",           "marquee",      "duonewfamily", "familyplan",
    "useraddress",     "voiceinput",       "messagedata",  "userprompts",  "podcastinteractivity",
    "wrapped",         "yoursoundcapsule", "soundcapsule", "readme",       "tasteprofile",
    "accountactivity", "accountpageview",  "userprofile"};

bool begins_with_any(std::string_view name, Words prefixes) {
    return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return name.starts_with(prefix); });
}

bool ends_with_any(std::string_view name, Words endings) {
    return std::ranges::any_of(endings, [&](std::string_view ending) { return name.ends_with(ending); });
}

/// True for Playlist1.json and for "Playlist 1.json", not for PlaylistInferences.json.
bool is_playlist_json(std::string_view name) {
    constexpr std::string_view prefix = "playlist";
    if (!name.starts_with(prefix) || !name.ends_with(".json")) return false;
    const auto rest = name.substr(prefix.size(), name.size() - prefix.size() - 5);
    return rest.find_first_not_of("0123456789 _-()") == std::string_view::npos;
}

bool is_library_json(std::string_view name) {
    return name.starts_with("yourlibrary") && name.ends_with(".json");
}

}  // namespace

FileOrder order_of(std::string_view name) {
    const std::string lower = to_lower_ascii(name);
    if (is_playlist_json(lower) || ends_with_any(lower, playlist_endings)) return FileOrder::playlists;
    if (is_library_json(lower)) return FileOrder::marks;
    return ends_with_any(lower, table_endings) ? FileOrder::tables : FileOrder::histories;
}

bool is_hidden(std::string_view name) noexcept { return name.starts_with('.') || name == "__MACOSX"; }

bool is_read_from_folder(std::string_view name) {
    const std::string lower = to_lower_ascii(name);
    if (lower.ends_with(".json")) return !begins_with_any(lower, personal);
    return ends_with_any(lower, table_endings) || ends_with_any(lower, playlist_endings) ||
           lower.ends_with(".zip");
}

bool is_read_from_archive(std::string_view name) {
    const std::string lower = to_lower_ascii(name);
    if (lower.ends_with(".json")) {
        return begins_with_any(lower, histories) || is_playlist_json(lower) || is_library_json(lower);
    }
    return ends_with_any(lower, table_endings) || ends_with_any(lower, playlist_endings);
}

bool is_named_archive(std::string_view name) { return ends_with_any(to_lower_ascii(name), archive_endings); }

}  // namespace attune::sources
