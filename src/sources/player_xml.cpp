#include "core/text.h"
#include "sources/player_list.h"
#include "sources/playlist_file.h"
#include "sources/values.h"
#include "sources/xml.h"

#include <algorithm>

namespace attune::sources {
namespace {

// Lists that are XML of no great length, of which the path of each file is the main thing.
//   WPL: "Windows Media Playlist Elements Reference", Microsoft: smil/body/seq/media@src.
//   ZPL: the same of Zune, with albumTitle, albumArtist, trackTitle, trackArtist, duration (ms) at each media.
//   ASX: "Windows Media Metafile Elements Reference", Microsoft: asx/entry with title, author, ref@href.

bool begins_as_xml(const FileHead& head) { return trim(head.bytes).starts_with('<'); }

/// The text of a head in lower case: names of ASX are written in any.
bool has_word(const FileHead& head, std::string_view word) {
    return to_lower_ascii(head.bytes.substr(0, 8192)).find(word) != std::string::npos;
}

std::optional<int> duration_of_ms(std::string_view text) {
    constexpr std::int64_t longest_ms = 24LL * 60 * 60 * 1000;
    const auto ms = parse_whole(text);
    return ms && *ms > 0 && *ms <= longest_ms ? std::optional(static_cast<int>(*ms)) : std::nullopt;
}

/// Calls `handle` with each element below the node, in the order of the file.
template <class Handle>
void for_each_element(const pugi::xml_node& root, Handle handle) {
    pugi::xml_node node = root.first_child();
    while (node) {
        handle(node);
        if (node.first_child()) {
            node = node.first_child();
            continue;
        }
        while (node && node != root && !node.next_sibling()) node = node.parent();
        if (!node || node == root) return;
        node = node.next_sibling();
    }
}

/// The value of an attribute whose name is written in any case.
std::string any_attribute(const pugi::xml_node& node, std::string_view name) {
    const auto found = node.find_attribute(
        [&](const pugi::xml_attribute& attribute) { return to_lower_ascii(attribute.name()) == name; });
    return clean_text(found.value());
}

Place place_in(std::string_view text, const pugi::xml_node& node, Place& last) {
    const auto offset = static_cast<std::size_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
    const auto at = std::min(offset, text.size());
    if (at + 1 > last.byte) {
        const auto more = text.substr(last.byte - 1, at + 1 - last.byte);
        last = {last.line + static_cast<std::uint64_t>(std::ranges::count(more, '\n')), at + 1};
    }
    return last;
}

/// Reads what is whole; damage is told.
std::string load_list(ByteStream& in, pugi::xml_document& document, RecordSink& sink) {
    std::string text = xml_in_utf8(read_list(in, sink));
    if (!load_xml(text, document)) {
        sink.dropped(DropReason::unreadable, {1, 1}, 0);
        sink.problem("the list is damaged or cut; what stands before is read", {1, 1});
    }
    return text;
}

// --- WPL, ZPL -----------------------------------------------------------------------------------------

bool is_wpl(const FileHead& head) {
    return begins_as_xml(head) && has_word(head, "<smil") &&
           (has_word(head, "<media") || has_word(head, "<seq"));
}

void read_wpl(ByteStream& in, const FileHead& head, const ReadOptions& /*options*/, RecordSink& sink) {
    pugi::xml_document document;
    const std::string text = load_list(in, document, sink);
    std::string name = playlist_name_of(head);
    std::vector<ListedTrack> tracks;
    Place last{1, 1};
    for_each_element(document, [&](const pugi::xml_node& node) {
        const std::string called = to_lower_ascii(local_name(node));
        if (called == "title" && has_text(text_within(node))) name = clean_text(text_within(node));
        if (called != "media") return;
        ListedTrack track;
        track.place = place_in(text, node, last);
        track.address = any_attribute(node, "src");
        track.title = any_attribute(node, "tracktitle");
        track.artist = any_attribute(node, "trackartist");
        if (track.artist.empty()) track.artist = any_attribute(node, "albumartist");
        track.album = any_attribute(node, "albumtitle");
        track.duration_ms = duration_of_ms(any_attribute(node, "duration"));
        tracks.push_back(std::move(track));
    });
    give_list(tracks, name, sink);
}

// --- ASX ----------------------------------------------------------------------------------------------

bool is_asx(const FileHead& head) { return begins_as_xml(head) && has_word(head, "<asx"); }

pugi::xml_node any_child(const pugi::xml_node& node, std::string_view name) {
    return node.find_child([&](const pugi::xml_node& child) { return to_lower_ascii(child.name()) == name; });
}

void read_asx(ByteStream& in, const FileHead& head, const ReadOptions& /*options*/, RecordSink& sink) {
    pugi::xml_document document;
    const std::string text = load_list(in, document, sink);
    std::string name = playlist_name_of(head);
    std::vector<ListedTrack> tracks;
    Place last{1, 1};
    for_each_element(document, [&](const pugi::xml_node& node) {
        const std::string called = to_lower_ascii(node.name());
        const std::string title = clean_text(text_within(any_child(node, "title")));
        if (called == "asx" && !title.empty()) name = title;
        if (called != "entry") return;
        ListedTrack track;
        track.place = place_in(text, node, last);
        track.artist = clean_text(text_within(any_child(node, "author")));
        (track.artist.empty() ? track.text : track.title) = title;
        track.address = any_attribute(any_child(node, "ref"), "href");
        tracks.push_back(std::move(track));
    });
    give_list(tracks, name, sink);
}

}  // namespace

Source wpl_source() noexcept {
    return {"wpl", "a playlist of Windows Media Player or Zune (WPL, ZPL)", is_wpl, read_wpl};
}

Source asx_source() noexcept { return {"asx", "a playlist of Windows Media (ASX)", is_asx, read_asx}; }

}  // namespace attune::sources
