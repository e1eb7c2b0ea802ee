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
constexpr std::array<std::string_view, 8> playlist_endings{".m3u8", ".m3u", ".xspf", ".jspf",
                                                           ".pls",  ".wpl", ".zpl",  ".asx"};
constexpr std::array<std::string_view, 3> workbook_endings{".xlsx", ".xlsm", ".ods"};
constexpr std::array<std::string_view, 10> archive_endings{".zip", ".7z",     ".rar", ".tar", ".gz",
                                                           ".tgz", ".tar.xz", ".xz",  ".bz2", ".zst"};

// Of a community: tables and lists of listens, and what they may be packed in.
constexpr std::array<std::string_view, 6> community_endings{".dat", ".csv",   ".tsv",
                                                            ".txt", ".jsonl", ".listens"};
constexpr std::array<std::string_view, 7> packed_endings{".zip", ".tar", ".tgz", ".gz",
                                                         ".xz",  ".zst", ".bz2"};
constexpr std::array<std::string_view, 4> compressions{".gz", ".xz", ".zst", ".bz2"};

// What is no list of music by its ending: it is never opened.
struct Ending {
    std::string_view ending;
    std::string_view kind;
};
constexpr std::array other_endings{
    Ending{".mp3", "sound"},      Ending{".flac", "sound"},     Ending{".ogg", "sound"},
    Ending{".opus", "sound"},     Ending{".m4a", "sound"},      Ending{".aac", "sound"},
    Ending{".wav", "sound"},      Ending{".wma", "sound"},      Ending{".aif", "sound"},
    Ending{".aiff", "sound"},     Ending{".alac", "sound"},     Ending{".ape", "sound"},
    Ending{".wv", "sound"},       Ending{".mpc", "sound"},      Ending{".mid", "sound"},
    Ending{".oga", "sound"},      Ending{".mka", "sound"},      Ending{".dsf", "sound"},
    Ending{".jpg", "picture"},    Ending{".jpeg", "picture"},   Ending{".png", "picture"},
    Ending{".gif", "picture"},    Ending{".webp", "picture"},   Ending{".svg", "picture"},
    Ending{".bmp", "picture"},    Ending{".ico", "picture"},    Ending{".heic", "picture"},
    Ending{".tif", "picture"},    Ending{".tiff", "picture"},   Ending{".mp4", "film"},
    Ending{".mkv", "film"},       Ending{".webm", "film"},      Ending{".mov", "film"},
    Ending{".avi", "film"},       Ending{".m4v", "film"},       Ending{".pdf", "document"},
    Ending{".doc", "document"},   Ending{".docx", "document"},  Ending{".odt", "document"},
    Ending{".rtf", "document"},   Ending{".epub", "document"},  Ending{".md", "document"},
    Ending{".css", "program"},    Ending{".js", "program"},     Ending{".exe", "program"},
    Ending{".dll", "program"},    Ending{".so", "program"},     Ending{".py", "program"},
    Ending{".sh", "program"},     Ending{".apk", "program"},    Ending{".jar", "program"},
    Ending{".ttf", "program"},    Ending{".woff", "program"},   Ending{".woff2", "program"},
    Ending{".lrc", "lyrics"},     Ending{".cue", "cue sheet"},  Ending{".nfo", "document"},
    Ending{".ini", "settings"},   Ending{".cfg", "settings"},   Ending{".lnk", "link"},
    Ending{".url", "link"},       Ending{".ics", "document"},   Ending{".mbox", "document"},
    Ending{".iso", "disk image"}, Ending{".dmg", "disk image"}, Ending{".torrent", "link"},
};

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

NameVerdict look_at_other(std::string_view lower) {
    const auto found = std::ranges::find_if(
        other_endings, [&](const Ending& other) { return lower.ends_with(other.ending); });
    if (found != other_endings.end()) return {Look::pass, found->kind};
    constexpr std::array text_endings{
        Ending{".txt", "text"},         Ending{".log", "text"},        Ending{".xml", "xml"},
        Ending{".html", "page"},        Ending{".htm", "page"},        Ending{".jsonl", "json"},
        Ending{".db", "database"},      Ending{".sqlite", "database"}, Ending{".db3", "database"},
        Ending{".sqlite3", "database"},
    };
    const auto text = std::ranges::find_if(
        text_endings, [&](const Ending& other) { return lower.ends_with(other.ending); });
    return {Look::sniff, text != text_endings.end() ? text->kind : "unknown"};
}

NameVerdict look_as_community(std::string_view lower, bool in_archive) {
    if (!in_archive && ends_with_any(lower, packed_endings)) return {Look::archive, "archive"};
    if (lower.starts_with('.')) return {Look::pass, "system"};
    if (is_of_a_community(lower)) return {Look::read, "table"};
    return {ends_with_any(lower, archive_endings) ? Look::archive : Look::pass, "other"};
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

bool is_of_system(std::string_view name) noexcept {
    return name.starts_with("._") || name == "__MACOSX" || name == ".DS_Store" || name == "Thumbs.db" ||
           name == "desktop.ini" || name == ".nomedia" || name == ".localized";
}

bool is_hidden_folder(std::string_view name) noexcept {
    return is_of_system(name) || (name.starts_with('.') && name != "." && name != "..");
}

NameVerdict look_at_name(std::string_view name, bool in_archive, Reading reading) {
    if (is_of_system(name)) return {Look::pass, "system"};
    const std::string lower = to_lower_ascii(name);
    if (reading == Reading::community) return look_as_community(lower, in_archive);
    if (ends_with_any(lower, archive_endings) || ends_with_any(lower, workbook_endings))
        return {Look::archive, "archive"};
    if (lower.ends_with(".json")) {
        if (begins_with_any(lower, personal)) return {Look::pass, "personal"};
        const bool is_known =
            begins_with_any(lower, histories) || is_playlist_json(lower) || is_library_json(lower);
        return {in_archive && !is_known ? Look::sniff : Look::read, "json"};
    }
    if (ends_with_any(lower, table_endings) || ends_with_any(lower, playlist_endings))
        return {Look::read, "table"};
    return look_at_other(lower);
}

bool is_named_archive(std::string_view name) { return ends_with_any(to_lower_ascii(name), archive_endings); }

std::string uncompressed_name(std::string_view name) {
    const std::string lower = to_lower_ascii(name);
    if (ends_with_any(lower, compressions)) name = name.substr(0, name.rfind('.'));
    return std::string(name);
}

}  // namespace attune::sources
