#include "library/track.h"
#include "playlists/writers.h"

#include <fmt/format.h>

namespace attune::playlists {
namespace {

std::string length_in_seconds(const ExportTrack& track) {
    return track.duration_ms ? fmt::format("{}", (*track.duration_ms + 500) / 1000) : "-1";
}

std::string place_of(const ExportTrack& track) {
    if (!track.place.empty()) return one_line(track.place);
    if (!track.spotify_id.empty()) return library::spotify_uri(one_line(track.spotify_id));
    return recording_url(track.recording_mbid);
}

}  // namespace

std::string write_m3u8(const ExportList& list) {
    std::string text = fmt::format("#EXTM3U\n#PLAYLIST:{}\n", one_line(list.name));
    if (list.simulated) text += fmt::format("# {}\n", simulated_note);
    for (const auto& track : list.tracks) {
        const auto name = fmt::format("{} - {}", one_line(track.artist), one_line(track.title));
        const auto place = place_of(track);
        // An entry is its place; without one there is nothing that a player could open.
        if (place.empty()) {
            text += fmt::format("# nowhere to be found: {}\n", name);
            continue;
        }
        text += fmt::format("#EXTINF:{},{}\n", length_in_seconds(track), name);
        // Who reads "A - B - C" takes A for the artist, unless the line beside it says otherwise.
        const bool is_plain = track.artist.find(" - ") == std::string::npos && !track.artist.starts_with('#');
        if (!is_plain) text += fmt::format("#EXTART:{}\n", one_line(track.artist));
        text += place + "\n";
    }
    return text;
}

}  // namespace attune::playlists
