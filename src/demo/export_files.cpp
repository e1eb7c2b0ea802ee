#include "demo/export_files.h"

#include "core/json.h"
#include "core/json_text.h"
#include "library/track.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace attune::demo {
namespace {

constexpr std::size_t rows_a_file = 16'000;
constexpr std::size_t rows_an_account_file = 10'000;

std::string text_or_null(const std::string& text) { return text.empty() ? "null" : json_text(Json(text)); }

std::string truth(const std::optional<bool>& value) { return !value ? "null" : *value ? "true" : "false"; }

const std::string& id_of(const World& world, const Play& play) {
    const auto& track = world.tracks[*play.track];
    return play.by_other_id ? track.other_spotify_id : track.spotify_id;
}

/// Written by hand: forty thousand objects of 23 keys are too many for a tree.
void append_row(std::string& out, const World& world, const Play& play) {
    std::string title;
    std::string artist;
    std::string release;
    std::string uri;
    if (play.track) {
        const auto& track = world.tracks[*play.track];
        title = track.title;
        artist = world.artist_name(*play.track);
        release = track.release;
        uri = library::spotify_uri(id_of(world, play));
    }
    const auto episode_uri = play.track ? std::string() : fmt::format("spotify:episode:{}", play.episode_id);
    const auto offline_timestamp =
        play.offline_timestamp ? fmt::format("{}", *play.offline_timestamp) : std::string("null");
    fmt::format_to(std::back_inserter(out), R"(  {{
    "ts": "{}",
    "platform": "{}",
    "ms_played": {},
    "conn_country": "ZZ",
    "ip_addr": "192.0.2.1",
    "master_metadata_track_name": {},
    "master_metadata_album_artist_name": {},
    "master_metadata_album_album_name": {},
    "spotify_track_uri": {},
    "episode_name": {},
    "episode_show_name": {},
    "spotify_episode_uri": {},
    "audiobook_title": null,
    "audiobook_uri": null,
    "audiobook_chapter_uri": null,
    "audiobook_chapter_title": null,
    "reason_start": "{}",
    "reason_end": "{}",
    "shuffle": {},
    "skipped": {},
    "offline": {},
    "offline_timestamp": {},
    "incognito_mode": {}
  }})",
                   format_timestamp(play.ended), play.platform, play.ms_played, text_or_null(title),
                   text_or_null(artist), text_or_null(release), text_or_null(uri), text_or_null(play.episode),
                   text_or_null(play.show), text_or_null(episode_uri), play.reason_start, play.reason_end,
                   play.shuffle, truth(play.skipped), play.offline, offline_timestamp, play.incognito);
}

std::string years_of(const Play& first, const Play& last) {
    const auto from = format_date(first.ended).substr(0, 4);
    const auto to = format_date(last.ended).substr(0, 4);
    return from == to ? from : from + "-" + to;
}

Json account_row(const World& world, const Play& play) {
    const auto end_time = format_timestamp(play.ended);
    Json row{{"endTime", end_time.substr(0, 10) + " " + end_time.substr(11, 5)}};
    row[play.track ? "artistName" : "podcastName"] = play.track ? world.artist_name(*play.track) : play.show;
    row[play.track ? "trackName" : "episodeName"] =
        play.track ? world.tracks[*play.track].title : play.episode;
    row["msPlayed"] = play.ms_played;
    return row;
}

void append_files(std::vector<TextFile>& files, std::string_view stem, const std::vector<Json>& rows) {
    for (std::size_t begin = 0; begin < rows.size(); begin += rows_an_account_file) {
        Json part = Json::array();
        for (std::size_t i = begin; i < std::min(begin + rows_an_account_file, rows.size()); ++i)
            part.push_back(rows[i]);
        files.push_back({fmt::format("{}_{}.json", stem, begin / rows_an_account_file), json_text(part, 2)});
    }
}

bool is_same_row(const Play& a, const Play& b) {
    return a.track == b.track && a.ended == b.ended && a.ms_played == b.ms_played &&
           a.episode_id == b.episode_id;
}

Json playlist_json(const World& world, const MadePlaylist& playlist) {
    Json items = Json::array();
    auto newest = Timestamp{};
    for (const auto& [index, at] : playlist.items) {
        const auto& track = world.tracks[index];
        newest = std::max(newest, at);
        items.push_back({{"track",
                          {{"trackName", track.title},
                           {"artistName", world.artist_name(index)},
                           {"albumName", track.release},
                           {"trackUri", library::spotify_uri(track.spotify_id)}}},
                         {"episode", nullptr},
                         {"audiobook", nullptr},
                         {"localTrack", nullptr},
                         {"addedDate", format_date(at)}});
    }
    return {{"name", playlist.name},
            {"lastModifiedDate", format_date(newest)},
            {"collaborators", Json::array()},
            {"items", items},
            {"description", std::string(simulated_notice)},
            {"numberOfFollowers", 0}};
}

/// Artists have no Spotify id in this world: a made-up one serves.
std::string artist_uri(std::size_t artist) { return fmt::format("spotify:artist:{:022}", artist); }

Json library_json(const World& world, const History& history) {
    Json made{{"tracks", Json::array()},        {"albums", Json::array()},       {"shows", Json::array()},
              {"episodes", Json::array()},      {"bannedTracks", Json::array()}, {"artists", Json::array()},
              {"bannedArtists", Json::array()}, {"other", Json::array()}};
    for (const auto index : history.saved_tracks) {
        const auto& track = world.tracks[index];
        made["tracks"].push_back({{"artist", world.artist_name(index)},
                                  {"album", track.release},
                                  {"track", track.title},
                                  {"uri", library::spotify_uri(track.spotify_id)}});
    }
    for (const auto index : history.banned_tracks)
        made["bannedTracks"].push_back({{"artist", world.artist_name(index)},
                                        {"track", world.tracks[index].title},
                                        {"uri", library::spotify_uri(world.tracks[index].spotify_id)}});
    for (const auto artist : history.banned_artists)
        made["bannedArtists"].push_back({{"name", world.artists[artist].name}, {"uri", artist_uri(artist)}});
    return made;
}

}  // namespace

std::vector<TextFile> write_extended_history(const World& world, const History& history) {
    std::vector<TextFile> files;
    const auto& plays = history.plays;
    for (std::size_t begin = 0; begin < plays.size(); begin += rows_a_file) {
        const auto end = std::min(begin + rows_a_file, plays.size());
        TextFile file{fmt::format("Streaming_History_Audio_{}_{}.json",
                                  years_of(plays[begin], plays[end - 1]), files.size()),
                      "[\n"};
        file.content.reserve((end - begin) * 900);
        for (std::size_t i = begin; i < end; ++i) {
            append_row(file.content, world, plays[i]);
            file.content += i + 1 < end ? ",\n" : "\n";
        }
        file.content += "]\n";
        files.push_back(std::move(file));
    }
    return files;
}

std::vector<TextFile> write_account_data(const World& world, const History& history, double days) {
    const auto from = world.options.end - std::chrono::seconds(static_cast<std::int64_t>(days * 86'400));
    std::vector<Json> music;
    std::vector<Json> podcasts;
    const Play* last = nullptr;
    for (const auto& play : history.plays) {
        if (play.ended < from || play.incognito) continue;
        if (last && is_same_row(*last, play)) continue;
        last = &play;
        (play.track ? music : podcasts).push_back(account_row(world, play));
    }
    std::vector<TextFile> files;
    append_files(files, "StreamingHistory_music", music);
    append_files(files, "StreamingHistory_podcast", podcasts);
    Json playlists{{"playlists", Json::array()}};
    for (const auto& playlist : history.playlists)
        playlists["playlists"].push_back(playlist_json(world, playlist));
    files.push_back({"Playlist1.json", json_text(playlists, 2)});
    files.push_back({"YourLibrary.json", json_text(library_json(world, history), 2)});
    return files;
}

}  // namespace attune::demo
