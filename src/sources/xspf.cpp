#include "core/text.h"
#include "sources/player_list.h"
#include "sources/playlist_file.h"
#include "sources/streams.h"
#include "sources/values.h"
#include "sources/xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace attune::sources {
namespace {

constexpr std::size_t largest_file = std::size_t{256} << 20U;
/// Where an element begins ("<track>", "<x:track id='1' >") or ends ("</x:track >").
struct Tag {
    std::size_t begin = std::string_view::npos;
    std::size_t end = std::string_view::npos;  ///< behind the name
    bool is_there() const noexcept { return begin != std::string_view::npos; }
};

/// The length of a comment or of CDATA that begins here and is closed; 0 if none does.
std::size_t passage_at(std::string_view text) noexcept {
    constexpr std::size_t longest = std::size_t{1} << 16U;  // one that is left open must not swallow the list
    for (const auto& [begin, end] :
         {std::pair<std::string_view, std::string_view>("<!--", "-->"), {"<![CDATA[", "]]>"}}) {
        if (!text.starts_with(begin)) continue;
        const auto at = text.substr(0, longest).find(end, begin.size());
        return at == std::string_view::npos ? 0 : at + end.size();
    }
    return 0;
}

/// The next tag with this local name from `from` on, not in a comment nor in CDATA.
Tag find_tag(std::string_view text, std::string_view name, bool is_closing, std::size_t from = 0) {
    for (auto at = text.find('<', from); at < text.size(); at = text.find('<', at)) {
        if (const auto passage = passage_at(text.substr(at)); passage > 0) {
            at += passage;
            continue;
        }
        const auto begin = at++;
        if (is_closing != (text.substr(at, 1) == "/")) continue;
        const auto word = text.substr(at + (is_closing ? 1 : 0));
        const auto end = word.find_first_of(" \t\r\n>/");
        const auto written = word.substr(0, end);
        const auto colon = written.find(':');
        if (end == std::string_view::npos ||
            (colon == std::string_view::npos ? written : written.substr(colon + 1)) != name)
            continue;
        return {begin, at + (is_closing ? 1 : 0) + end};
    }
    return {};
}

bool is_xspf(const FileHead& head) {
    const bool is_xml = trim(head.bytes).starts_with('<');
    return is_xml && find_tag(head.bytes, "playlist", false).is_there() &&
           (head.bytes.find("xspf.org") != std::string_view::npos ||
            find_tag(head.bytes, "trackList", false).is_there());
}

std::string clean_child(const pugi::xml_node& node, std::string_view name) {
    return clean_text(child_text(node, name));
}

/// Gives the first location.
std::string read_addresses(const pugi::xml_node& node, library::TrackDescription& track) {
    std::string location;
    for (const auto& address : node.children()) {
        if (local_name(address) != "location" && local_name(address) != "identifier") continue;
        const std::string text(trim(text_within(address)));
        if (track.spotify_id.empty()) track.spotify_id = library::spotify_track_id(text);
        if (track.recording_mbid.empty()) track.recording_mbid = recording_mbid_of(text);
        if (location.empty() && local_name(address) == "location") location = text;
    }
    return location;
}

library::PlaylistEntry entry_of(const pugi::xml_node& node) {
    constexpr std::int64_t longest_ms = 24LL * 60 * 60 * 1000;
    library::PlaylistEntry entry;
    auto& track = entry.track;
    track.track_name = clean_child(node, "title");
    track.artist_name = clean_child(node, "creator");
    track.release_name = clean_child(node, "album");
    const auto duration = parse_whole(trim(child_text(node, "duration")));
    if (duration && *duration > 0 && *duration <= longest_ms) track.duration_ms = static_cast<int>(*duration);
    const std::string isrc = clean_child(node, "isrc");
    if (isrc.size() == 12) track.isrc = isrc;
    complete_by_path(read_addresses(node, track), entry);
    return entry;
}

/// Reads the pieces between <track> and </track> one by one, so that a damaged one costs no other.
class Tracks {
  public:
    Tracks(std::string_view text, const FileHead& head, RecordSink& sink)
        : text_(text), name_(playlist_name_of(head)), sink_(&sink) {}

    void read() {
        Tag begin = find_tag(text_, "track", false);
        read_title(text_.substr(0, begin.begin));
        if (!has_title_) read_title(text_.substr(end_of_tracks()));  // legal, if nobody does so
        while (begin.is_there()) {
            const Tag next = find_tag(text_, "track", false, begin.end);
            // Sought up to the next track alone: to the end of the file, tracks that are all left open would take for ever.
            const auto piece = text_.substr(begin.begin, std::min(next.begin, text_.size()) - begin.begin);
            const Tag end = find_tag(piece, "track", true);
            const auto behind = end.is_there() ? piece.find('>', end.end) : std::string_view::npos;
            const bool is_empty = piece.find("/>") < piece.find('>');
            const bool is_closed = behind != std::string_view::npos || is_empty;
            const auto size = is_empty ? piece.find("/>") + 2 : behind + 1;
            read_track(is_closed ? piece.substr(0, size) : std::string_view(), place_of(begin.begin));
            begin = next;
        }
    }

  private:
    /// Behind the last </trackList>.
    std::size_t end_of_tracks() const {
        std::size_t end = text_.size();
        for (Tag tag = find_tag(text_, "trackList", true); tag.is_there();
             tag = find_tag(text_, "trackList", true, tag.end))
            end = tag.end;
        return end;
    }

    void read_title(std::string_view outside) {
        const Tag begin = find_tag(outside, "title", false);
        const Tag end = find_tag(outside, "title", true, begin.is_there() ? begin.end : 0);
        if (!begin.is_there() || !end.is_there()) return;
        pugi::xml_document document;
        const auto piece = outside.substr(begin.begin, outside.find('>', end.end) - begin.begin + 1);
        if (!load_xml(piece, document)) return;
        const std::string title = clean_child(document, "title");
        if (title.empty()) return;
        name_ = title;
        has_title_ = true;
    }

    void read_track(std::string_view piece, Place place) {
        pugi::xml_document document;
        if (piece.empty() || !load_xml(piece, document)) {
            sink_->dropped(DropReason::unreadable, place, 0);
            sink_->problem("a track is damaged; it is left out", place);
            return;
        }
        library::PlaylistEntry entry = entry_of(document.first_child());
        entry.playlist_name = name_;
        if (entry.track.names_a_track() || !entry.track.spotify_id.empty() || !entry.file.empty()) {
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
    bool has_title_ = false;
};

void read_xspf(ByteStream& in, const FileHead& head, const ReadOptions& /*options*/, RecordSink& sink) {
    const auto whole = read_whole(in, largest_file);
    if (!whole.is_whole)
        sink.problem(fmt::format("only the first {} MiB are read", largest_file >> 20U), {1, 1});
    const std::string text = xml_in_utf8(whole.text);
    Tracks(text, head, sink).read();
}

}  // namespace

Source xspf_source() noexcept { return {"xspf", "a playlist (XSPF)", is_xspf, read_xspf}; }

}  // namespace attune::sources
