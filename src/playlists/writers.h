#pragma once

#include "playlists/export_format.h"

#include <string>
#include <string_view>

namespace attune::playlists {

// The formats of export_formats(), each defined in a file of its name.
std::string write_csv(const ExportList& list);
std::string write_json(const ExportList& list);
std::string write_jspf(const ExportList& list);
std::string write_m3u8(const ExportList& list);
std::string write_spotify_uris(const ExportList& list);
std::string write_xspf(const ExportList& list);

/// The text as UTF-8 in one line: control characters and line ends are spaces, what XML cannot hold is gone.
std::string one_line(std::string_view text);

/// "https://open.spotify.com/track/ID"; empty for an empty id.
std::string spotify_url(std::string_view spotify_id);

/// "https://musicbrainz.org/recording/MBID"; empty for an empty id.
std::string recording_url(std::string_view recording_mbid);

}  // namespace attune::playlists
