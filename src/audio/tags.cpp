#include "audio/tags.h"

#include "core/text.h"
#include "core/time.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <fileref.h>
#include <tpropertymap.h>

namespace attune::audio {
namespace {

// Longer texts are lyrics or damage.
constexpr std::size_t longest_text = 500;

using Values = std::map<std::string, std::vector<std::string>>;

std::string clean(std::string_view raw) {
    std::string text = to_utf8(raw.substr(0, raw.find('\0')));
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7F; }, ' ');
    if (text.size() > longest_text) {
        text.resize(longest_text);
        while (!is_valid_utf8(text)) text.pop_back();
    }
    return std::string(trim(text));
}

Values taglib_values(const std::filesystem::path& path) {
    Values values;
    const TagLib::FileRef file(path.c_str(), false);
    if (file.isNull() || file.tag() == nullptr) return values;
    for (const auto& [key, list] : file.file()->properties()) {
        for (const auto& value : list) {
            auto text = clean(value.to8Bit(true));
            if (!text.empty()) values[to_lower_ascii(key.to8Bit(true))].push_back(std::move(text));
        }
    }
    return values;
}

/// The container's tags under the names that TagLib has for them.
Values metadata_values(const std::map<std::string, std::string>& metadata) {
    static const std::map<std::string_view, std::string_view> taglib_names = {
        {"album_artist", "albumartist"},
        {"track", "tracknumber"},
        {"year", "date"},
        {"tsrc", "isrc"},
        {"musicbrainz track id", "musicbrainz_trackid"}};
    Values values;
    for (const auto& [key, value] : metadata) {
        const auto known = taglib_names.find(key);
        auto text = clean(value);
        if (!text.empty())
            values[std::string(known == taglib_names.end() ? key : known->second)].push_back(std::move(text));
    }
    return values;
}

std::vector<std::string> all(const Values& values, const std::string& key) {
    const auto found = values.find(key);
    return found == values.end() ? std::vector<std::string>() : found->second;
}

std::string first(const Values& values, const std::string& key) {
    const auto list = all(values, key);
    return list.empty() ? std::string() : list.front();
}

/// "7" and "7/12".
std::optional<int> leading_number(std::string_view text) {
    int number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    return end.ec == std::errc() && number > 0 ? std::optional(number) : std::nullopt;
}

std::string isrc_of(std::string_view text) {
    std::string isrc;
    for (const char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            isrc += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    return isrc.size() == 12 ? isrc : std::string();
}

std::string mbid_of(std::string_view text) {
    const bool is_mbid = text.size() == 36 && std::ranges::all_of(text, [](char c) {
                             return std::isxdigit(static_cast<unsigned char>(c)) != 0 || c == '-';
                         });
    return is_mbid ? to_lower_ascii(text) : std::string();
}

std::vector<std::string> genres_of(const Values& values) {
    std::vector<std::string> genres;
    for (const auto& text : all(values, "genre")) {
        for (const auto& separator : {";", "/"}) {
            if (text.find(separator) == std::string::npos) continue;
            for (const auto part : split(text, separator)) genres.emplace_back(part);
            break;
        }
        if (text.find_first_of(";/") == std::string::npos) genres.push_back(text);
    }
    return genres;
}

/// "07 - Title", "07. Title", "07_Title" -> "Title"; a title that is only a number stays.
std::string_view without_track_number(std::string_view name) {
    const auto digits = name.find_first_not_of("0123456789");
    if (digits == std::string_view::npos || digits == 0 || digits > 3) return name;
    const auto rest = name.find_first_not_of(" .-_)", digits);
    return rest == std::string_view::npos || rest == digits ? name : name.substr(rest);
}

/// The name of the folder in which a file lies, however its path is written.
std::string folder_name(const std::filesystem::path& path) {
    std::error_code ignored;
    return clean(
        std::filesystem::absolute(path, ignored).lexically_normal().parent_path().filename().string());
}

}  // namespace

Tags read_tags(const std::filesystem::path& path, const std::map<std::string, std::string>& metadata) {
    auto values = taglib_values(path);
    if (first(values, "title").empty()) values.merge(metadata_values(metadata));
    Tags tags;
    tags.title = first(values, "title");
    tags.artists = all(values, "artist");
    tags.album_artist = first(values, "albumartist");
    tags.album = first(values, "album");
    tags.genres = genres_of(values);
    tags.year = parse_year(first(values, "date"));
    tags.track_number = leading_number(first(values, "tracknumber"));
    tags.isrc = isrc_of(first(values, "isrc"));
    tags.recording_mbid = mbid_of(first(values, "musicbrainz_trackid"));
    return tags;
}

library::TrackDescription describe_track(const Tags& tags, const std::filesystem::path& path,
                                         int duration_ms) {
    library::TrackDescription track;
    track.duration_ms = duration_ms;
    track.isrc = tags.isrc;
    track.recording_mbid = tags.recording_mbid;
    track.release_name = tags.album;
    const std::string stem = clean(path.stem().string());
    const std::string_view name = without_track_number(stem);
    const auto dash = name.find(" - ");
    if (!tags.artists.empty()) {
        track.artist_name = tags.artists.front();
        track.other_artists.assign(tags.artists.begin() + 1, tags.artists.end());
    } else if (!tags.album_artist.empty()) {
        track.artist_name = tags.album_artist;
    } else if (tags.title.empty() && dash != std::string_view::npos) {
        track.artist_name = trim(name.substr(0, dash));
    }
    if (!tags.title.empty()) {
        track.track_name = tags.title;
    } else {
        track.track_name = trim(dash == std::string_view::npos ? name : name.substr(dash + 3));
    }
    if (track.artist_name.empty()) track.artist_name = folder_name(path);
    if (track.artist_name.empty()) track.artist_name = "unknown artist";
    if (track.track_name.empty()) track.track_name = stem.empty() ? "untitled" : stem;
    return track;
}

}  // namespace attune::audio
