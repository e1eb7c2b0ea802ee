#include "core/text.h"
#include "sources/playlist_file.h"
#include "sources/streams.h"
#include "sources/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <pugixml.hpp>

namespace attune::sources {
namespace {

constexpr std::size_t largest_file = std::size_t{256} << 20U;
constexpr std::string_view track_begin = "<track>";
constexpr std::string_view track_end = "</track>";

// No document type, hence no entities but XML's own five: nothing outside of the file is ever read.
constexpr unsigned parse_options = pugi::parse_default | pugi::parse_fragment;

bool is_xspf(const FileHead& head) {
    const bool is_xml = trim(head.bytes).starts_with('<');
    return is_xml && head.bytes.find("<playlist") != std::string_view::npos &&
           (head.bytes.find("xspf.org") != std::string_view::npos ||
            head.bytes.find("<trackList") != std::string_view::npos);
}

std::string child_text(const pugi::xml_node& node, const char* name) {
    return clean_text(node.child_value(name));
}

void read_addresses(const pugi::xml_node& node, library::TrackDescription& track) {
    for (const char* const name : {"location", "identifier"}) {
        for (const auto& address : node.children(name)) {
            const std::string_view text = address.child_value();
            if (track.spotify_id.empty()) track.spotify_id = library::spotify_track_id(text);
            if (track.recording_mbid.empty()) track.recording_mbid = recording_mbid_of(text);
        }
    }
}

library::TrackDescription track_of(const pugi::xml_node& node) {
    constexpr std::int64_t longest_ms = 24LL * 60 * 60 * 1000;
    library::TrackDescription track;
    track.track_name = child_text(node, "title");
    track.artist_name = child_text(node, "creator");
    track.release_name = child_text(node, "album");
    const auto duration = parse_whole(node.child_value("duration"));
    if (duration && *duration > 0 && *duration <= longest_ms) track.duration_ms = static_cast<int>(*duration);
    const std::string isrc = child_text(node, "isrc");
    if (isrc.size() == 12) track.isrc = isrc;
    read_addresses(node, track);
    return track;
}

/// Reads the pieces between <track> and </track> one by one, so that a damaged one costs no other.
class Tracks {
  public:
    Tracks(std::string_view text, const FileHead& head, RecordSink& sink)
        : text_(text), name_(playlist_name_of(head)), sink_(&sink) {}

    void read() {
        std::size_t begin = text_.find(track_begin);
        read_title(text_.substr(0, begin));
        while (begin != std::string_view::npos) {
            const std::size_t next = text_.find(track_begin, begin + 1);
            // Sought up to the next track alone: to the end of the file, tracks that are all left open would take for ever.
            const auto piece = text_.substr(begin, std::min(next, text_.size()) - begin);
            const std::size_t end = piece.find(track_end);
            const bool is_closed = end != std::string_view::npos;
            read_track(is_closed ? piece.substr(0, end + track_end.size()) : std::string_view(),
                       place_of(begin));
            begin = next;
        }
    }

  private:
    void read_title(std::string_view before_tracks) {
        const auto begin = before_tracks.find("<title>");
        const auto end = before_tracks.find("</title>", begin);
        if (begin == std::string_view::npos || end == std::string_view::npos) return;
        pugi::xml_document document;
        const auto piece = before_tracks.substr(begin, end + 8 - begin);
        if (!document.load_buffer(piece.data(), piece.size(), parse_options)) return;
        const std::string title = child_text(document, "title");
        if (!title.empty()) name_ = title;
    }

    void read_track(std::string_view piece, Place place) {
        pugi::xml_document document;
        const bool is_read =
            !piece.empty() && document.load_buffer(piece.data(), piece.size(), parse_options);
        if (!is_read) {
            sink_->dropped(DropReason::unreadable, place, 0);
            sink_->problem("a track is damaged; it is left out", place);
            return;
        }
        library::PlaylistEntry entry;
        entry.playlist_name = name_;
        entry.track = track_of(document.child("track"));
        if (entry.track.names_a_track() || !entry.track.spotify_id.empty()) {
            sink_->playlist_entry(std::move(entry), place);
        } else {
            sink_->dropped(DropReason::no_track, place, RowDigest().add(piece).value());
        }
    }

    Place place_of(std::size_t at) {
        place_.line +=
            static_cast<std::uint64_t>(std::ranges::count(text_.substr(counted_, at - counted_), '\n'));
        counted_ = at;
        return {place_.line, at + 1};
    }

    std::string_view text_;
    std::string name_;
    RecordSink* sink_;
    Place place_{1, 1};
    std::size_t counted_ = 0;
};

void read_xspf(ByteStream& in, const FileHead& head, const ReadOptions& /*options*/, RecordSink& sink) {
    const auto whole = read_whole(in, largest_file);
    if (!whole.is_whole)
        sink.problem(fmt::format("only the first {} MiB are read", largest_file >> 20U), {1, 1});
    Tracks(whole.text, head, sink).read();
}

}  // namespace

Source xspf_source() noexcept { return {"xspf", "a playlist (XSPF)", is_xspf, read_xspf}; }

}  // namespace attune::sources
