#include "core/text.h"
#include "sources/player_list.h"
#include "sources/playlist_file.h"
#include "sources/streams.h"
#include "sources/values.h"

#include <fmt/format.h>

#include <simdjson.h>

namespace attune::sources {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t largest_file = std::size_t{256} << 20U;

bool is_jspf(const FileHead& head) {
    return trim(head.bytes).starts_with('{') && head.bytes.find("\"playlist\"") != std::string_view::npos &&
           head.bytes.find("\"track\"") != std::string_view::npos;
}

std::string_view text_at(const dom::object& object, std::string_view key) {
    std::string_view text;
    return object[key].get(text) == simdjson::SUCCESS ? text : std::string_view();
}

/// Calls `handle` with the string, or with each string of the list, under `key`: old files have the one, new
/// ones the other.
template <class Handle>
void for_each_text(const dom::object& object, std::string_view key, Handle handle) {
    std::string_view text;
    dom::array list;
    if (object[key].get(text) == simdjson::SUCCESS) handle(text);
    if (object[key].get(list) != simdjson::SUCCESS) return;
    for (const auto item : list) {
        if (item.get(text) == simdjson::SUCCESS) handle(text);
    }
}

std::optional<int> duration_of(const dom::object& object) {
    constexpr std::int64_t longest_ms = 24LL * 60 * 60 * 1000;
    std::int64_t duration = 0;
    const bool is_given = object["duration"].get(duration) == simdjson::SUCCESS;
    if (!is_given || duration <= 0 || duration > longest_ms) return std::nullopt;
    return static_cast<int>(duration);
}

/// What MusicBrainz's extension of a track says.
std::string_view extension_text(const dom::object& object, std::string_view key) {
    std::string_view text;
    const auto extension = object["extension"]["https://musicbrainz.org/doc/jspf#track"];
    return extension[key].get(text) == simdjson::SUCCESS ? text : std::string_view();
}

std::optional<Timestamp> added_at_of(const dom::object& object) {
    constexpr std::size_t seconds = 19;  // without fraction and zone, which is UTC
    return parse_timestamp(extension_text(object, "added_at").substr(0, seconds));
}

library::PlaylistEntry entry_of(const dom::object& object, const std::string& playlist_name) {
    library::PlaylistEntry entry;
    entry.playlist_name = playlist_name;
    entry.track.track_name = clean_text(text_at(object, "title"));
    entry.track.artist_name = clean_text(text_at(object, "creator"));
    entry.track.release_name = clean_text(text_at(object, "album"));
    entry.track.duration_ms = duration_of(object);
    entry.added_at = added_at_of(object);
    entry.added_by = adder_label(extension_text(object, "added_by"));
    for (const std::string_view key : {"identifier", "location"}) {
        for_each_text(object, key, [&](std::string_view address) {
            if (entry.track.spotify_id.empty()) entry.track.spotify_id = library::spotify_track_id(address);
            if (entry.track.recording_mbid.empty()) entry.track.recording_mbid = recording_mbid_of(address);
            if (entry.file.empty() && key == "location") complete_by_path(address, entry);
        });
    }
    return entry;
}

/// A file of this kind is one document of some programs, not an export of years: it is read as a whole, and
/// damage costs the whole. Its tracks have no lines then: a place is the number of the track.
void read_jspf(ByteStream& in, const FileHead& head, const ReadOptions& /*options*/, RecordSink& sink) {
    const auto whole = read_whole(in, largest_file);
    dom::parser parser;
    dom::object playlist;
    dom::array tracks;
    dom::element document;
    auto error = parser.parse(to_utf8(whole.text)).get(document);
    if (!error) error = document["playlist"].get(playlist);
    if (!error) error = playlist["track"].get(tracks);
    if (error != simdjson::SUCCESS) {
        sink.dropped(DropReason::unreadable, {1, 1}, 0);
        sink.problem(fmt::format("is no playlist that can be read ({})", simdjson::error_message(error)),
                     {1, 1});
        return;
    }
    std::string name = clean_text(text_at(playlist, "title"));
    if (name.empty()) name = playlist_name_of(head);
    Place place{0, 1};
    for (const auto element : tracks) {
        ++place.line;
        dom::object object;
        if (element.get(object) != simdjson::SUCCESS) {
            sink.dropped(DropReason::unreadable, place, 0);
            continue;
        }
        auto entry = entry_of(object, name);
        const bool is_named =
            entry.track.names_a_track() || !entry.track.spotify_id.empty() || !entry.file.empty();
        if (is_named) {
            sink.playlist_entry(std::move(entry), place);
        } else {
            const std::uint64_t digest =
                RowDigest().add(entry.track.track_name).add(entry.track.artist_name).value();
            sink.dropped(DropReason::no_track, place, digest);
        }
    }
}

}  // namespace

Source jspf_source() noexcept { return {"jspf", "a playlist (JSPF)", is_jspf, read_jspf}; }

}  // namespace attune::sources
