#include "sources/catalogue_csv.h"
#include "sources/listening_csv.h"
#include "sources/playlist_file.h"
#include "sources/spotify_history.h"
#include "sources/spotify_library.h"
#include "sources/track_csv.h"

#include <algorithm>
#include <array>

namespace attune::sources {

std::span<const Source> all_sources() noexcept {
    static const std::array sources{
        spotify_extended_source(),
        spotify_account_source(),
        spotify_playlists_source(),
        spotify_library_source(),
        xspf_source(),
        jspf_source(),
        m3u_source(),
        exportify_source(),
        listening_csv_source(),
        catalogue_source(),
        lastfm_source(),
        artist_genres_source(),
        track_csv_source(),
        track_list_source(),
    };
    return sources;
}

const Source* find_source(const FileHead& head) noexcept {
    const auto sources = all_sources();
    const auto found =
        std::ranges::find_if(sources, [&](const Source& source) { return source.recognises(head); });
    return found == sources.end() ? nullptr : &*found;
}

}  // namespace attune::sources
