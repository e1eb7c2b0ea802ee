#include "core/csv_field.h"
#include "library/track.h"
#include "playlists/writers.h"

#include <fmt/format.h>

#include <iterator>

namespace attune::playlists {
namespace {

std::string field(std::string_view text) { return csv_field(one_line(text)); }

template <class T>
std::string field(const std::optional<T>& number) {
    return number ? fmt::format("{}", *number) : "";
}

}  // namespace

std::string write_csv(const ExportList& list) {
    std::string text =
        "rank,artist,title,release,uri,isrc,recording_mbid,duration_ms,score,probability,reasons";
    // A table has no place for remarks, so this one is a column.
    text += list.simulated ? ",note\r\n" : "\r\n";
    const auto note = list.simulated ? "," + field(simulated_note) : "";
    for (std::size_t i = 0; i < list.tracks.size(); ++i) {
        const auto& track = list.tracks[i];
        fmt::format_to(std::back_inserter(text), "{},{},{},{},{},{},{},{},{},{},{}{}\r\n", i + 1,
                       field(track.artist), field(track.title), field(track.release),
                       field(library::spotify_uri(track.spotify_id)), field(track.isrc),
                       field(track.recording_mbid), field(track.duration_ms), field(track.score),
                       field(track.probability), field(track.reasons), note);
    }
    return text;
}

}  // namespace attune::playlists
