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

// Of a community: tables and lists of listens, and what they may be packed in.
constexpr std::array<std::string_view, 6> community_endings{".dat", ".csv",   ".tsv",
                                                            ".txt", ".jsonl", ".listens"};
constexpr std::array<std::string_view, 7> packed_endings{".zip", ".tar", ".tgz", ".gz",
                                                         ".xz",  ".zst", ".bz2"};
constexpr std::array<std::string_view, 4> compressions{".gz", ".xz", ".zst", ".bz2"};

// What lies beside such data and is none: who knows whom, and what the data is.
constexpr std::array<std::string_view, 5> not_of_a_community{"user_friends", "readme", "license", "copying",
                                                             "checksum"};

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

bool is_of_a_community(std::string_view lower) {
    if (begins_with_any(lower, not_of_a_community)) return false;
    if (lower.ends_with(".json")) return !begins_with_any(lower, personal) && lower != "user.json";
    return ends_with_any(lower, community_endings) || ends_with_any(lower, playlist_endings);
}

/// artists.dat and tags.dat say what the numbers in the files beside them mean.
FileOrder order_of_community(std::string_view lower) {
    const bool has_names = lower == "artists.dat" || lower == "tags.dat";
    return has_names ? FileOrder::names : FileOrder::histories;
}

}  // namespace

FileOrder order_of(std::string_view name, Reading reading) {
    const std::string lower = to_lower_ascii(name);
    if (reading == Reading::community) return order_of_community(lower);
    if (is_playlist_json(lower) || ends_with_any(lower, playlist_endings)) return FileOrder::playlists;
    if (is_library_json(lower)) return FileOrder::marks;
    return ends_with_any(lower, table_endings) ? FileOrder::tables : FileOrder::histories;
}

bool is_hidden(std::string_view name) noexcept { return name.starts_with('.') || name == "__MACOSX"; }

bool is_read_from_folder(std::string_view name, Reading reading) {
    const std::string lower = to_lower_ascii(name);
    if (reading == Reading::community)
        return is_of_a_community(lower) || ends_with_any(lower, packed_endings);
    if (lower.ends_with(".json")) return !begins_with_any(lower, personal);
    return ends_with_any(lower, table_endings) || ends_with_any(lower, playlist_endings) ||
           lower.ends_with(".zip");
}

bool is_read_from_archive(std::string_view name, Reading reading) {
    const std::string lower = to_lower_ascii(name);
    if (reading == Reading::community) return is_of_a_community(lower);
    if (lower.ends_with(".json")) {
        return begins_with_any(lower, histories) || is_playlist_json(lower) || is_library_json(lower);
    }
    return ends_with_any(lower, table_endings) || ends_with_any(lower, playlist_endings);
}

bool is_named_archive(std::string_view name) { return ends_with_any(to_lower_ascii(name), archive_endings); }

std::string uncompressed_name(std::string_view name) {
    const std::string lower = to_lower_ascii(name);
    if (ends_with_any(lower, compressions)) name = name.substr(0, name.rfind('.'));
    return std::string(name);
}

}  // namespace attune::sources
