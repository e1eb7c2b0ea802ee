#include "playlists/export_format.h"

#include "core/error.h"
#include "core/text.h"
#include "library/track.h"
#include "playlists/writers.h"

#include <algorithm>

namespace attune::playlists {
namespace {

constexpr ExportFormat formats[] = {
    {"m3u8", "m3u8", "plain playlist that every player reads, with Spotify URIs as places", write_m3u8},
    {"xspf", "xspf", "XML playlist (VLC, Strawberry, ListenBrainz tools)", write_xspf},
    {"jspf", "jspf", "JSON playlist of ListenBrainz and MusicBrainz", write_jspf},
    {"csv", "csv", "table for spreadsheets and playlist converters, with scores and reasons", write_csv},
    {"json", "json", "everything, for programs", write_json},
    {"spotify-uris", "txt",
     "one spotify:track:... a line: paste it into an empty playlist in Spotify's desktop app",
     write_spotify_uris},
};

/// The bytes of the code point that begins at `text[at]`; the text is UTF-8.
std::size_t length_at(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

bool breaks_lines(std::string_view point) {
    const auto first = static_cast<unsigned char>(point[0]);
    if (point.size() == 1) return first < 0x20 || first == 0x7F;
    const auto second = static_cast<unsigned char>(point[1]);
    if (first == 0xC2) return second < 0xA0;  // U+0080 to U+009F
    return point == "\u2028" || point == "\u2029";
}

bool is_no_character(std::string_view point) { return point == "\xEF\xBF\xBE" || point == "\xEF\xBF\xBF"; }

}  // namespace

std::span<const ExportFormat> export_formats() noexcept { return formats; }

const ExportFormat& export_format(std::string_view name) {
    const auto found = std::ranges::find(formats, name, &ExportFormat::name);
    if (found != std::end(formats)) return *found;
    std::string known;
    for (const auto& format : formats) known += fmt::format("{}{}", known.empty() ? "" : ", ", format.name);
    fail(ErrorCode::not_found, "no format '{}'; there are: {}", name, known);
}

const ExportFormat* find_format_of_file(std::string_view file_name) {
    const auto dot = file_name.rfind('.');
    if (dot == std::string_view::npos) return nullptr;
    auto extension = to_lower_ascii(file_name.substr(dot + 1));
    if (extension == "m3u") extension = "m3u8";
    const auto found = std::ranges::find(formats, extension, &ExportFormat::extension);
    return found == std::end(formats) ? nullptr : &*found;
}

std::string one_line(std::string_view text) {
    const auto utf8 = to_utf8(text);
    std::string line;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto point = std::string_view(utf8).substr(at, length_at(utf8, at));
        at += point.size();
        if (is_no_character(point)) continue;
        line += breaks_lines(point) ? " " : point;
    }
    return std::string(trim(line));
}

std::string spotify_url(std::string_view spotify_id) {
    return spotify_id.empty() ? "" : fmt::format("https://open.spotify.com/track/{}", one_line(spotify_id));
}

std::string recording_url(std::string_view recording_mbid) {
    return recording_mbid.empty()
               ? ""
               : fmt::format("https://musicbrainz.org/recording/{}", one_line(recording_mbid));
}

std::string write_spotify_uris(const ExportList& list) {
    std::string text = list.simulated ? fmt::format("# {}\n", simulated_note) : "";
    for (const auto& track : list.tracks)
        if (!track.spotify_id.empty()) text += library::spotify_uri(one_line(track.spotify_id)) + "\n";
    return text;
}

}  // namespace attune::playlists
