#include "sources/playlist_file.h"

#include "core/hash.h"
#include "core/text.h"
#include "sources/streams.h"
#include "sources/track_columns.h"
#include "sources/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace attune::sources {
namespace {

bool has_ending(const FileHead& head, std::string_view ending) {
    return to_lower_ascii(head.name).ends_with(ending);
}

bool is_text(std::string_view bytes) { return bytes.find('\0') == std::string_view::npos; }

/// Calls `handle(line, place)` for each line of a text, without its line end. A line over 64 KiB is cut
/// there.
class Lines {
  public:
    explicit Lines(ByteStream& in) : in_(&in) {}

    bool next(std::string& line, Place& place) {
        line.clear();
        place = place_;
        bool any = false;
        while (true) {
            if (at_ == block_.size() && !refill()) break;
            any = true;
            const auto end = block_.find('\n', at_);
            const auto to = end == std::string::npos ? block_.size() : end;
            if (line.size() < longest) line.append(block_, at_, std::min(to - at_, longest - line.size()));
            place_.byte += to - at_ + (end == std::string::npos ? 0 : 1);
            at_ = end == std::string::npos ? to : to + 1;
            if (end != std::string::npos) break;
        }
        ++place_.line;
        constexpr std::string_view bom = "\xEF\xBB\xBF";
        if (place.byte == 1 && line.starts_with(bom)) line.erase(0, bom.size());
        return any;
    }

  private:
    static constexpr std::size_t longest = 64 * 1024;

    bool refill() {
        block_.resize(longest);
        block_.resize(in_->read(block_));
        at_ = 0;
        return !block_.empty();
    }

    ByteStream* in_;
    std::string block_;
    std::size_t at_ = 0;
    Place place_{1, 1};
};

void give(library::PlaylistEntry&& entry, Place place, std::string_view row, RecordSink& sink) {
    if (entry.track.names_a_track() || !entry.track.spotify_id.empty()) {
        sink.playlist_entry(std::move(entry), place);
    } else {
        sink.dropped(DropReason::no_track, place, RowDigest().add(row).value());
    }
}

// --- M3U
// -----------------------------------------------------------------------------------------------------

bool is_m3u(const FileHead& head) {
    const bool is_named = has_ending(head, ".m3u8") || has_ending(head, ".m3u");
    return is_text(head.bytes) && (trim(head.bytes).starts_with("#EXTM3U") || is_named);
}

/// What a path says of its track, for playlists without #EXTINF: "Music/Artist - Title.mp3".
std::string name_in_path(std::string_view path) {
    const auto slash = path.find_last_of("/\\");
    if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
    return clean_text(path.substr(0, path.rfind('.')));
}

/// "#EXTINF:223 key="value",Artist - Title"
void read_extinf(std::string_view line, library::TrackDescription& track) {
    constexpr std::int64_t longest = 24LL * 60 * 60;
    const auto comma = line.find(',');
    const auto seconds =
        parse_whole(split(line.substr(0, comma), " ").empty() ? "" : split(line.substr(0, comma), " ")[0]);
    if (seconds && *seconds > 0 && *seconds <= longest) track.duration_ms = static_cast<int>(*seconds * 1000);
    if (comma == std::string_view::npos) return;
    track.track_name = clean_text(line.substr(comma + 1));
    split_title(track);
}

void read_m3u(ByteStream& in, const FileHead& head, const ReadOptions& /*options*/, RecordSink& sink) {
    constexpr std::string_view extinf = "#EXTINF:";
    constexpr std::string_view title = "#PLAYLIST:";
    Lines lines(in);
    std::string text;
    Place place;
    library::PlaylistEntry entry;
    std::string name = playlist_name_of(head);
    while (lines.next(text, place)) {
        const auto line = trim(text);
        if (line.empty()) continue;
        if (line.starts_with(extinf)) {
            entry = {};
            read_extinf(line.substr(extinf.size()), entry.track);
        } else if (line.starts_with(title) && has_text(line.substr(title.size()))) {
            name = clean_text(line.substr(title.size()));
        } else if (!line.starts_with('#')) {
            entry.playlist_name = name;
            entry.track.spotify_id = library::spotify_track_id(line);
            if (entry.track.track_name.empty() && entry.track.spotify_id.empty()) {
                entry.track.track_name = name_in_path(line);
                split_title(entry.track);
            }
            give(std::move(entry), place, line, sink);
            entry = {};
        }
    }
}

// --- lists of lines
// ------------------------------------------------------------------------------------------

bool is_link(std::string_view line) {
    const bool begins_so = line.starts_with("spotify:track:") ||
                           line.starts_with("https://open.spotify.com/") ||
                           line.starts_with("http://open.spotify.com/");
    return begins_so && !library::spotify_track_id(line).empty();
}

bool is_track_line(std::string_view line) {
    constexpr std::size_t longest = 300;
    return line.size() <= longest && line.find(" - ") != std::string_view::npos;
}

/// All lines are links, or (in a .txt file) nearly all have "Artist - Title". The last of the head may be
/// cut.
bool is_track_list(const FileHead& head) {
    if (!is_text(head.bytes)) return false;
    auto lines = split(head.bytes, "\n");
    if (lines.size() > 1) lines.pop_back();
    if (lines.empty()) return false;
    if (std::ranges::all_of(lines, is_link)) return true;
    const auto n_tracks = std::ranges::count_if(lines, is_track_line);
    return has_ending(head, ".txt") && n_tracks * 10 >= std::ssize(lines) * 9;
}

void read_track_list(ByteStream& in, const FileHead& head, const ReadOptions& /*options*/, RecordSink& sink) {
    Lines lines(in);
    std::string text;
    Place place;
    while (lines.next(text, place)) {
        const auto line = trim(text);
        if (line.empty() || line.starts_with('#')) continue;
        library::PlaylistEntry entry;
        entry.playlist_name = playlist_name_of(head);
        entry.track.spotify_id = library::spotify_track_id(line);
        if (entry.track.spotify_id.empty() && is_track_line(line)) {
            entry.track.track_name = clean_text(line);
            split_title(entry.track);
        }
        give(std::move(entry), place, line, sink);
    }
}

}  // namespace

std::string playlist_name_of(const FileHead& head) {
    const auto dot = head.name.rfind('.');
    std::string name = clean_text(dot == 0 ? head.name : head.name.substr(0, dot));
    return name.empty() ? "Playlist" : name;
}

std::string adder_label(std::string_view account) {
    for (const std::string_view prefix : {"spotify:user:", "https://open.spotify.com/user/"}) {
        if (account.starts_with(prefix)) account.remove_prefix(prefix.size());
    }
    account = trim(account.substr(0, account.find('?')));
    return account.empty() ? std::string() : fmt::format("{:016x}", stable_hash(account));
}

Source m3u_source() noexcept { return {"m3u", "a playlist of a player (M3U, M3U8)", is_m3u, read_m3u}; }

Source track_list_source() noexcept {
    return {"track_list", "lines of Spotify links, or of \"Artist - Title\"", is_track_list, read_track_list};
}

}  // namespace attune::sources
