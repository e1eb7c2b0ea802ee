#include "sources/catalogue_csv.h"
#include "sources/community_table.h"
#include "sources/hetrec.h"
#include "sources/json_history.h"
#include "sources/json_library.h"
#include "sources/library_xml.h"
#include "sources/listenbrainz.h"
#include "sources/listening_csv.h"
#include "sources/player_log.h"
#include "sources/playlist_file.h"
#include "sources/spotify_history.h"
#include "sources/spotify_library.h"
#include "sources/track_csv.h"

#include <algorithm>
#include <array>
#include <vector>

namespace attune::sources {

namespace {

std::span<const Source> sources_of_a_person() noexcept {
    static const std::vector<Source> sources = [] {
        std::vector<Source> all{
            scrobbler_log_source(),
            spotify_extended_source(),
            spotify_account_source(),
            spotify_playlists_source(),
            spotify_library_source(),
            apple_library_source(),
            spotify_backup_source(),
            itunes_library_source(),
            rekordbox_source(),
            traktor_source(),
            xspf_source(),
            wpl_source(),
            asx_source(),
            jspf_source(),
            m3u_source(),
            pls_source(),
        };
        const auto histories = json_history_sources();
        all.insert(all.end(), histories.begin(), histories.end());
        all.insert(all.end(), {
                                  playback_reporting_source(),
                                  exportify_source(),
                                  listening_csv_source(),
                                  catalogue_source(),
                                  lastfm_source(),
                                  artist_genres_source(),
                                  track_csv_source(),
                                  track_list_source(),
                              });
        return all;
    }();
    return sources;
}

/// Besides data made for it, the playlists of many people: each list is read as what one of them put
/// together.
std::span<const Source> sources_of_a_community() noexcept {
    static const std::array sources{
        hetrec_artists_source(),
        hetrec_tags_source(),
        hetrec_plays_source(),
        hetrec_taggings_source(),
        listenbrainz_source(),
        million_playlists_source(),
        spotify_playlists_source(),
        spotify_backup_source(),
        xspf_source(),
        wpl_source(),
        asx_source(),
        jspf_source(),
        m3u_source(),
        pls_source(),
        exportify_source(),
        community_table_source(),
    };
    return sources;
}

}  // namespace

std::span<const Source> all_sources(Reading reading) noexcept {
    return reading == Reading::person ? sources_of_a_person() : sources_of_a_community();
}

namespace {

bool is_for(const Source& source, std::string_view as) {
    if (source.look == nullptr || as.empty()) return true;
    const bool is_list = source.kind == "track_csv" || source.kind == "exportify";
    const bool is_history = source.kind == "lastfm" || source.kind == "listening_csv";
    return as == "history" ? is_history : as == "catalogue" ? !is_list && !is_history : is_list;
}

}  // namespace

const Source* find_source(const FileHead& head, Reading reading) noexcept {
    const auto sources = all_sources(reading);
    const std::string_view as =
        head.answers != nullptr ? std::string_view(head.answers->as) : std::string_view();
    const auto found = std::ranges::find_if(
        sources, [&](const Source& source) { return is_for(source, as) && source.recognises(head); });
    return found == sources.end() ? nullptr : &*found;
}

}  // namespace attune::sources
