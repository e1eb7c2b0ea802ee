#include "sources/library_xml.h"

#include "core/text.h"
#include "sources/player_list.h"
#include "sources/playlist_file.h"
#include "sources/title_line.h"
#include "sources/values.h"
#include "sources/xml.h"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

namespace attune::sources {
namespace {

using library::Listen;
using library::ListenSource;
using library::Mark;
using library::MarkKind;

constexpr int most_nested_folders = 32;

/// A track of a collection, with what the person did with it.
struct Owned {
    library::TrackDescription track;
    std::string file;
    Place place;
    std::optional<DropReason> other;  ///< that it is no music
    bool is_loved = false;
    bool is_banned = false;
    std::optional<Timestamp> last_played;
    std::optional<Timestamp> last_skipped;
};

std::optional<int> length_of(double ms) {
    constexpr double longest = 24.0 * 60 * 60 * 1000;
    return ms > 0 && ms <= longest ? std::optional(static_cast<int>(ms)) : std::nullopt;
}

/// Tells the sink of one collection: each fact about a track is a row, and each entry of a playlist.
class Collection {
  public:
    Collection(const ReadOptions& options, RecordSink& sink) : options_(options), sink_(&sink) {}

    void add(const std::string& key, Owned owned) { tracks_[key] = std::move(owned); }

    /// An entry of the playlist; a key that the collection lacks names no track.
    void entry(const std::string& playlist, std::size_t number, const std::string& key, Place place) {
        const auto found = tracks_.find(key);
        if (found == tracks_.end()) {
            sink_->dropped(DropReason::no_track, place, RowDigest().add(playlist).add(key).value());
            return;
        }
        const Owned& owned = found->second;
        is_listed_.insert_or_assign(key, true);
        if (owned.other) {
            sink_->dropped(*owned.other, place,
                           RowDigest().add(playlist).add(owned.track.track_name).value());
            return;
        }
        library::PlaylistEntry entry;
        entry.playlist_name = playlist;
        entry.playlist_number = number;
        entry.track = owned.track;
        entry.file = owned.file;
        if (entry.track.names_a_track() || !entry.file.empty()) {
            sink_->playlist_entry(std::move(entry), place);
        } else {
            sink_->dropped(DropReason::no_track, place,
                           RowDigest().add(playlist).add(owned.track.track_name).value());
        }
    }

    std::size_t number_of(const std::string& playlist) { return n_of_name_[playlist]++; }

    /// To be called last: what the tracks tell beside the playlists.
    /// @param is_whole  else the playlists may be cut off, and nobody knows which tracks they would name
    void give_tracks(bool is_whole) {
        is_whole_ = is_whole;
        std::vector<std::pair<Place, const std::string*>> order;
        for (const auto& [key, owned] : tracks_) order.emplace_back(owned.place, &key);
        std::ranges::sort(order, {},
                          [](const auto& item) { return std::pair(item.first.byte, *item.second); });
        for (const auto& [place, key] : order) give(*key, tracks_.at(*key));
    }

  private:
    void give(const std::string& key, const Owned& owned) {
        const auto digest =
            RowDigest().add(owned.track.track_name).add(owned.track.artist_name).add(owned.file).value();
        if (owned.other || !owned.track.names_a_track()) {
            sink_->dropped(owned.other.value_or(DropReason::no_track), owned.place, digest);
            return;
        }
        const bool is_marked = owned.is_loved || owned.is_banned;
        if (is_marked) {
            Mark mark;
            mark.kind = owned.is_banned ? MarkKind::banned_track : MarkKind::saved_track;
            mark.track = owned.track;
            sink_->mark(std::move(mark), owned.place);
        }
        const bool has_played = play(owned, owned.last_played, false);
        const bool has_skipped = play(owned, owned.last_skipped, true);
        const bool is_silent = !is_marked && !has_played && !has_skipped && !is_listed_.contains(key);
        if (is_silent && is_whole_) sink_->dropped(DropReason::no_opinion, owned.place, digest);
    }

    bool play(const Owned& owned, const std::optional<Timestamp>& end, bool is_skip) {
        if (!end || !is_credible(*end, options_.now)) return false;
        Listen listen;
        listen.track = owned.track;
        listen.ended_at = *end;
        const auto length = is_skip ? std::chrono::seconds(0)
                                    : std::chrono::seconds(owned.track.duration_ms.value_or(0) / 1000);
        listen.listened_at = *end - length;
        listen.skipped = is_skip;
        listen.reason_end = is_skip ? library::PlayReason::forward : library::PlayReason::track_done;
        sink_->listen(std::move(listen), ListenSource::lastfm, owned.place);
        return true;
    }

    ReadOptions options_;
    RecordSink* sink_;
    std::unordered_map<std::string, Owned> tracks_;
    std::unordered_map<std::string, bool> is_listed_;
    std::map<std::string, std::size_t> n_of_name_;
    bool is_whole_ = true;
};

bool load_collection(ByteStream& in, std::string& text, pugi::xml_document& document, RecordSink& sink) {
    text = xml_in_utf8(read_list(in, sink));
    if (load_xml(text, document)) return true;
    sink.dropped(DropReason::unreadable, {1, 1}, 0);
    sink.problem("the file is damaged or cut; what stands before is read. Export it again", {1, 1});
    return false;
}

Place byte_of(const pugi::xml_node& node) {
    return {1, static_cast<std::uint64_t>(std::max<std::ptrdiff_t>(node.offset_debug(), 0)) + 1};
}

/// Gives each place its line; places come in any order.
class LineCounter {
  public:
    explicit LineCounter(std::string_view text) {
        for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
            ends_.push_back(at);
    }
    Place of(const pugi::xml_node& node) const {
        Place place = byte_of(node);
        place.line =
            static_cast<std::uint64_t>(std::ranges::lower_bound(ends_, place.byte - 1) - ends_.begin()) + 1;
        return place;
    }

  private:
    std::vector<std::size_t> ends_;
};

// --- iTunes ----------------------------------------------------------------------------------------------------------
// Layout: Apple, "Property List" DTD; keys as "Export Library" writes them (e.g. in Clementine's and libopenmpt's readers).

/// The value behind a key in a <dict>.
pugi::xml_node value_of_key(const pugi::xml_node& dict, std::string_view key) {
    for (const auto& child : dict.children()) {
        if (local_name(child) == "key" && text_within(child) == key) return child.next_sibling();
    }
    return {};
}

bool is_true(const pugi::xml_node& value) { return local_name(value) == "true"; }

/// The values of one <dict> by their keys.
std::map<std::string, pugi::xml_node, std::less<>> values_of(const pugi::xml_node& dict) {
    std::map<std::string, pugi::xml_node, std::less<>> values;
    for (const auto& child : dict.children()) {
        if (local_name(child) == "key") values.emplace(text_within(child), child.next_sibling());
    }
    return values;
}

Owned itunes_track(const pugi::xml_node& dict, const LineCounter& lines) {
    const auto values = values_of(dict);
    const auto text = [&](std::string_view key) {
        const auto found = values.find(key);
        return found == values.end() ? std::string() : clean_text(text_within(found->second));
    };
    const auto flag = [&](std::string_view key) {
        const auto found = values.find(key);
        return found != values.end() && is_true(found->second);
    };
    Owned owned;
    owned.place = lines.of(dict);
    owned.track.track_name = text("Name");
    owned.track.artist_name = text("Artist");
    if (owned.track.artist_name.empty()) owned.track.artist_name = text("Album Artist");
    owned.track.release_name = text("Album");
    owned.track.duration_ms = length_of(parse_number(text("Total Time")).value_or(0));
    owned.file = named_file(text("Location")).path;
    if (flag("Podcast")) owned.other = DropReason::podcast;
    if (flag("Movie") || flag("TV Show")) owned.other = DropReason::video;
    if (to_lower_ascii(text("Genre")).find("audiobook") != std::string::npos)
        owned.other = DropReason::audiobook;
    constexpr double four_stars = 80;
    const bool is_rated = !flag("Rating Computed") && parse_number(text("Rating")).value_or(0) >= four_stars;
    owned.is_loved = is_rated || flag("Loved") || flag("Favorited");
    owned.is_banned = flag("Disliked");
    owned.last_played = parse_timestamp(text("Play Date UTC"));
    owned.last_skipped = parse_timestamp(text("Skip Date"));
    return owned;
}

bool is_itunes(const FileHead& head) {
    return head.bytes.find("<plist") != std::string_view::npos &&
           head.bytes.find("<key>Tracks</key>") != std::string_view::npos;
}

/// Not a list of the person: the library itself, what programs make of it (music, films, podcasts), a folder.
bool is_no_list(const pugi::xml_node& playlist) {
    return is_true(value_of_key(playlist, "Master")) || is_true(value_of_key(playlist, "Folder")) ||
           value_of_key(playlist, "Distinguished Kind");
}

void read_itunes(ByteStream& in, const FileHead& head, const ReadOptions& options, RecordSink& sink) {
    std::string text;
    pugi::xml_document document;
    const bool is_whole = load_collection(in, text, document, sink);
    const LineCounter lines(text);
    Collection collection(options, sink);
    const auto root = child_called(child_called(document, "plist"), "dict");
    for (const auto& track : value_of_key(root, "Tracks").children()) {
        if (local_name(track) != "dict") continue;
        const std::string id = text_within(value_of_key(track, "Track ID"));
        collection.add(id.empty() ? text_within(track.previous_sibling()) : id, itunes_track(track, lines));
    }
    for (const auto& playlist : value_of_key(root, "Playlists").children()) {
        if (local_name(playlist) != "dict" || is_no_list(playlist)) continue;
        std::string name = clean_text(text_within(value_of_key(playlist, "Name")));
        if (name.empty()) name = playlist_name_of(head);
        const auto number = collection.number_of(name);
        for (const auto& item : value_of_key(playlist, "Playlist Items").children())
            collection.entry(name, number, text_within(value_of_key(item, "Track ID")), lines.of(item));
    }
    collection.give_tracks(is_whole);
}

// --- rekordbox -------------------------------------------------------------------------------------------------------
// Layout: AlphaTheta/Pioneer DJ, "rekordbox xml format list" (developer documents).

bool is_rekordbox(const FileHead& head) { return head.bytes.find("<DJ_PLAYLISTS") != std::string_view::npos; }

using Ids = std::unordered_map<std::string, std::string>;

/// @param by_location  the id of each track, for playlists that name tracks by their files
void rekordbox_lists(const pugi::xml_node& folder, Collection& collection, const LineCounter& lines,
                     const Ids& by_location, int depth) {
    if (depth == most_nested_folders) return;
    for (const auto& node : folder.children()) {
        if (local_name(node) != "NODE") continue;
        if (std::string_view(node.attribute("Type").value()) == "0") {
            rekordbox_lists(node, collection, lines, by_location, depth + 1);
            continue;
        }
        std::string name = clean_text(node.attribute("Name").value());
        if (name.empty()) name = "Playlist";
        const bool has_locations = std::string_view(node.attribute("KeyType").value()) == "1";
        const auto number = collection.number_of(name);
        for (const auto& track : node.children()) {
            const std::string key = track.attribute("Key").value();
            const auto id = has_locations ? by_location.find(key) : by_location.end();
            collection.entry(name, number, id == by_location.end() ? key : id->second, lines.of(track));
        }
    }
}

void read_rekordbox(ByteStream& in, const FileHead& /*head*/, const ReadOptions& options, RecordSink& sink) {
    std::string text;
    pugi::xml_document document;
    const bool is_whole = load_collection(in, text, document, sink);
    const LineCounter lines(text);
    Collection collection(options, sink);
    Ids by_location;
    const auto root = child_called(document, "DJ_PLAYLISTS");
    for (const auto& track : child_called(root, "COLLECTION").children()) {
        if (local_name(track) != "TRACK") continue;
        Owned owned;
        owned.place = lines.of(track);
        owned.track.track_name = clean_text(track.attribute("Name").value());
        owned.track.artist_name = clean_text(track.attribute("Artist").value());
        owned.track.release_name = clean_text(track.attribute("Album").value());
        owned.track.duration_ms =
            length_of(parse_number(track.attribute("TotalTime").value()).value_or(0) * 1000);
        owned.file = named_file(track.attribute("Location").value()).path;
        constexpr double four_stars = 204;  // 51 each
        owned.is_loved = parse_number(track.attribute("Rating").value()).value_or(0) >= four_stars;
        by_location.emplace(track.attribute("Location").value(), track.attribute("TrackID").value());
        collection.add(track.attribute("TrackID").value(), std::move(owned));
    }
    rekordbox_lists(child_called(root, "PLAYLISTS"), collection, lines, by_location, 0);
    collection.give_tracks(is_whole);
}

// --- Traktor ---------------------------------------------------------------------------------------------------------
// Layout: collection.nml as traktor-nml-utils (PyPI, MIT) describes it by its schema.

bool is_traktor(const FileHead& head) { return head.bytes.find("<NML ") != std::string_view::npos; }

std::string traktor_key(const pugi::xml_node& location) {
    return std::string(location.attribute("VOLUME").value()) + location.attribute("DIR").value() +
           location.attribute("FILE").value();
}

void traktor_lists(const pugi::xml_node& folder, Collection& collection, const LineCounter& lines,
                   int depth) {
    if (depth == most_nested_folders) return;
    for (const auto& node : folder.children()) {
        if (local_name(node) != "NODE") continue;
        traktor_lists(child_called(node, "SUBNODES"), collection, lines, depth + 1);
        const auto list = child_called(node, "PLAYLIST");
        if (!list) continue;
        std::string name = clean_text(node.attribute("NAME").value());
        if (name.empty()) name = "Playlist";
        const auto number = collection.number_of(name);
        for (const auto& entry : list.children()) {
            const auto key = child_called(entry, "PRIMARYKEY");
            collection.entry(name, number, key.attribute("KEY").value(), lines.of(entry));
        }
    }
}

void read_traktor(ByteStream& in, const FileHead& /*head*/, const ReadOptions& options, RecordSink& sink) {
    std::string text;
    pugi::xml_document document;
    const bool is_whole = load_collection(in, text, document, sink);
    const LineCounter lines(text);
    Collection collection(options, sink);
    const auto root = child_called(document, "NML");
    for (const auto& entry : child_called(root, "COLLECTION").children()) {
        if (local_name(entry) != "ENTRY") continue;
        const auto info = child_called(entry, "INFO");
        const auto location = child_called(entry, "LOCATION");
        Owned owned;
        owned.place = lines.of(entry);
        owned.track.track_name = clean_text(entry.attribute("TITLE").value());
        owned.track.artist_name = clean_text(entry.attribute("ARTIST").value());
        owned.track.release_name = clean_text(child_called(entry, "ALBUM").attribute("TITLE").value());
        owned.track.duration_ms =
            length_of(parse_number(info.attribute("PLAYTIME").value()).value_or(0) * 1000);
        std::string path = location.attribute("DIR").value();
        for (auto at = path.find("/:"); at != std::string::npos; at = path.find("/:")) path.erase(at + 1, 1);
        if (location) owned.file = named_file(path + location.attribute("FILE").value()).path;
        constexpr double four_stars = 204;  // 51 each
        owned.is_loved = parse_number(info.attribute("RANKING").value()).value_or(0) >= four_stars;
        collection.add(traktor_key(location), std::move(owned));
    }
    traktor_lists(child_called(root, "PLAYLISTS"), collection, lines, 0);
    collection.give_tracks(is_whole);
}

}  // namespace

Source itunes_library_source() noexcept {
    return {"itunes_library",
            "the library of iTunes or Apple's Music as XML: playlists, last plays and skips, ratings",
            is_itunes, read_itunes};
}

Source rekordbox_source() noexcept {
    return {"rekordbox", "the collection of rekordbox as XML: playlists and ratings", is_rekordbox,
            read_rekordbox};
}

Source traktor_source() noexcept {
    return {"traktor", "the collection of Traktor (NML): playlists and ratings", is_traktor, read_traktor};
}

}  // namespace attune::sources
