#include "sources/json_library.h"

#include "core/text.h"
#include "sources/flat_rows.h"
#include "sources/json_paths.h"
#include "sources/playlist_file.h"
#include "sources/streams.h"
#include "sources/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace attune::sources {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t largest_json = std::size_t{1} << 30U;

bool is_json_text(const FileHead& head) {
    const auto text = trim(head.bytes);
    return text.starts_with('{') || text.starts_with('[');
}

bool contains_all(const FileHead& head, std::initializer_list<std::string_view> keys) {
    return std::ranges::all_of(
        keys, [&](std::string_view key) { return head.bytes.find(key) != std::string_view::npos; });
}

std::optional<int> length_in_ms(std::string_view text) {
    constexpr double longest = 24.0 * 60 * 60 * 1000;
    const auto ms = parse_number(text);
    return ms && *ms > 0 && *ms <= longest ? std::optional(static_cast<int>(*ms)) : std::nullopt;
}

// --- playlists ------------------------------------------------------------------------------------------------------
// Layouts: caseychu/spotify-backup, spotify-backup.py (--format=json), which saves items of the Web API as they are;
// "The Million Playlist Dataset", README of the data: playlists[] with name, pid, tracks[].

struct Names {
    std::string_view title;
    std::string_view artist;
    std::string_view album;
    std::string_view uri;
    std::string_view length;
};

constexpr Names of_the_api{"track.name|item.name", "track.artists[].name|item.artists[].name",
                           "track.album.name|item.album.name", "track.uri|item.uri",
                           "track.duration_ms|item.duration_ms"};
constexpr Names of_slices{"track_name", "artist_name", "album_name", "track_uri", "duration_ms"};

class JsonPlaylists {
  public:
    JsonPlaylists(const Names& names, bool are_people, RecordSink& sink)
        : names_(&names), are_people_(are_people), sink_(&sink) {}

    void read(ByteStream& in) {
        const auto whole = read_whole(in, largest_json);
        dom::parser parser;
        dom::element document;
        const auto error = parser.parse(to_utf8(whole.text)).get(document);
        if (error != simdjson::SUCCESS) {
            sink_->dropped(DropReason::unreadable, {1, 1}, 0);
            sink_->problem(
                fmt::format("is damaged or cut ({}); get the file again", simdjson::error_message(error)),
                {1, 1});
            return;
        }
        const auto lists = value_at(document, "playlists");
        dom::array playlists;
        if ((lists ? lists->get(playlists) : document.get(playlists)) != simdjson::SUCCESS) return;
        for (const auto& playlist : playlists) read_playlist(playlist);
    }

  private:
    void read_playlist(const dom::element& playlist) {
        auto tracks = value_at(playlist, "tracks");
        if (tracks && !tracks->is_array()) tracks = value_at(playlist, "tracks.items");
        if (!tracks) tracks = value_at(playlist, "items");
        dom::array items;
        if (!tracks || tracks->get(items) != simdjson::SUCCESS) return;
        std::string name = text_at(playlist, "name");
        if (name.empty()) name = "Playlist";
        // Of a community each list is a person's, whatever others call theirs.
        if (are_people_) name = fmt::format("{} {}", name, text_at(playlist, "pid"));
        const auto number = n_of_name_[name]++;
        for (const auto& item : items) {
            ++place_.line;
            read_item(item, name, number);
        }
    }

    void read_item(const dom::element& item, const std::string& name, std::size_t number) {
        library::PlaylistEntry entry;
        entry.playlist_name = name;
        entry.playlist_number = number;
        entry.track.track_name = text_at(item, names_->title);
        entry.track.artist_name = text_at(item, names_->artist);
        entry.track.release_name = text_at(item, names_->album);
        entry.track.spotify_id = library::spotify_track_id(text_at(item, names_->uri));
        entry.track.duration_ms = length_in_ms(text_at(item, names_->length));
        const std::string isrc = text_at(item, "track.external_ids.isrc|item.external_ids.isrc");
        if (isrc.size() == 12) entry.track.isrc = isrc;
        entry.added_at = parse_timestamp(text_at(item, "added_at"));
        const std::string uri = text_at(item, names_->uri);
        const auto digest =
            RowDigest().add(name).add(entry.track.track_name).add(entry.track.artist_name).add(uri).value();
        const bool is_local =
            text_at(item, "is_local|track.is_local") == "true" && !entry.track.names_a_track();
        if (uri.starts_with("spotify:episode:")) {
            sink_->dropped(DropReason::podcast, place_, digest);
        } else if (is_local) {
            sink_->dropped(DropReason::local_file, place_, digest);
        } else if (!entry.track.names_a_track() && entry.track.spotify_id.empty()) {
            sink_->dropped(DropReason::no_track, place_, digest);
        } else {
            sink_->playlist_entry(std::move(entry), place_);
        }
    }

    const Names* names_;
    bool are_people_;
    RecordSink* sink_;
    Place place_{0, 1};
    std::unordered_map<std::string, std::size_t> n_of_name_;
};

bool is_million(const FileHead& head) {
    return is_json_text(head) &&
           contains_all(head, {"\"playlists\"", "\"pid\"", "\"track_uri\"", "\"artist_name\""});
}

void read_million(ByteStream& in, const FileHead& /*head*/, const ReadOptions& /*options*/,
                  RecordSink& sink) {
    JsonPlaylists(of_slices, true, sink).read(in);
}

bool is_backup(const FileHead& head) {
    return is_json_text(head) &&
           contains_all(head, {"\"tracks\"", "\"artists\"", "\"added_at\"", "\"track\""}) &&
           !contains_all(head, {"\"played_at\""});
}

void read_backup(ByteStream& in, const FileHead& /*head*/, const ReadOptions& /*options*/, RecordSink& sink) {
    JsonPlaylists(of_the_api, false, sink).read(in);
}

// --- Apple ----------------------------------------------------------------------------------------------------------
// Layout: "Apple Music Library Tracks.json" of privacy.apple.com, as e.g. Apple-Music-Play-History's and other readers of
// the export name its keys.

bool is_apple_library(const FileHead& head) {
    return is_json_text(head) && contains_all(head, {"\"Title\"", "\"Artist\""}) &&
           (contains_all(head, {"\"Date Added To Library\""}) ||
            contains_all(head, {"\"Track Play Count\""}) || contains_all(head, {"\"Track Identifier\""}));
}

class AppleTracks final : public JsonRecordHandler {
  public:
    explicit AppleTracks(RecordSink& sink) : sink_(&sink), damage_(sink) {}

    void read(ByteStream& in) {
        read_json_records(in, *this);
        damage_.flush();
    }
    bool is_record(std::string_view /*first_key*/) override { return true; }
    bool record(std::string_view object, Place place) override {
        dom::element record;
        if (parser_.parse(object.data(), object.size(), false).get(record) != simdjson::SUCCESS) return false;
        damage_.flush();
        row(record, place);
        return true;
    }
    void gap(std::string_view text, Place place, bool is_damage) override {
        is_damage ? damage_.extend(text) : damage_.add(text, place);
    }
    void damaged(Place place) override { damage_.add_row(place); }

  private:
    void row(const dom::element& record, Place place) {
        library::Mark mark;
        mark.track.track_name = text_at(record, "Title");
        mark.track.artist_name = text_at(record, "Artist|Album Artist");
        mark.track.release_name = text_at(record, "Album");
        mark.track.duration_ms = length_in_ms(text_at(record, "Track Duration"));
        const std::string kind = to_lower_ascii(text_at(record, "Content Type"));
        const auto digest = RowDigest().add(mark.track.track_name).add(mark.track.artist_name).value();
        const std::string opinion =
            to_lower_ascii(text_at(record, "Track Like Rating|Favorite Status - Track"));
        if (opinion.find("dislike") != std::string::npos) mark.kind = library::MarkKind::banned_track;
        if (kind.find("podcast") != std::string::npos) {
            sink_->dropped(DropReason::podcast, place, digest);
        } else if (kind.find("video") != std::string::npos || kind.find("movie") != std::string::npos) {
            sink_->dropped(DropReason::video, place, digest);
        } else if (!mark.track.names_a_track()) {
            sink_->dropped(DropReason::no_track, place, digest);
        } else {
            sink_->mark(std::move(mark), place);
        }
    }

    RecordSink* sink_;
    Damage damage_;
    dom::parser parser_;
};

void read_apple_library(ByteStream& in, const FileHead& /*head*/, const ReadOptions& /*options*/,
                        RecordSink& sink) {
    AppleTracks(sink).read(in);
}

}  // namespace

Source spotify_backup_source() noexcept {
    return {"spotify_backup", "playlists of Spotify as its API writes them (spotify-backup)", is_backup,
            read_backup};
}

Source million_playlists_source() noexcept {
    return {"million_playlists", "slices of the Million Playlist Dataset", is_million, read_million};
}

Source apple_library_source() noexcept {
    return {"apple_library", "the tracks of a library of Apple Music (Apple Music Library Tracks.json)",
            is_apple_library, read_apple_library};
}

}  // namespace attune::sources
