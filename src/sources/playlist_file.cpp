#include "sources/playlist_file.h"

#include "core/hash.h"
#include "core/text.h"
#include "sources/player_list.h"
#include "sources/title_line.h"
#include "sources/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace attune::sources {
namespace {

constexpr double longest_seconds = 24.0 * 60 * 60;

bool has_ending(const FileHead& head, std::string_view ending) {
    return to_lower_ascii(head.name).ends_with(ending);
}

bool is_text(std::string_view bytes) { return bytes.find('\0') == std::string_view::npos; }

std::optional<int> duration_of_seconds(std::string_view text) {
    const auto seconds = parse_number(text);
    if (!seconds || *seconds <= 0 || *seconds > longest_seconds) return std::nullopt;
    return static_cast<int>(*seconds * 1000);
}

/// What stands behind `tag` in a line that begins with it, in any case.
std::optional<std::string_view> behind_tag(std::string_view line, std::string_view tag) {
    if (to_lower_ascii(line.substr(0, tag.size())) != tag) return std::nullopt;
    return trim(line.substr(tag.size()));
}

// --- M3U ----------------------------------------------------------------------------------------------

bool is_m3u(const FileHead& head) {
    const bool is_named = has_ending(head, ".m3u8") || has_ending(head, ".m3u");
    return is_text(head.bytes) && (trim(head.bytes).starts_with("#EXTM3U") || is_named);
}

/// The comma before the title: not one within the quotation marks of an attribute.
std::size_t comma_of_extinf(std::string_view line) {
    bool is_quoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        if (line[at] == '"') is_quoted = !is_quoted;
        if (line[at] == ',' && !is_quoted) return at;
    }
    return line.find(',');
}

/// The value of key="value".
std::string_view attribute_of(std::string_view attributes, std::string_view key) {
    for (auto at = attributes.find(key); at != std::string_view::npos; at = attributes.find(key, at + 1)) {
        const auto rest = attributes.substr(at + key.size());
        const bool is_whole = at == 0 || attributes[at - 1] == ' ';
        if (is_whole && rest.starts_with("=\"")) return rest.substr(2, rest.find('"', 2) - 2);
    }
    return {};
}

/// "223 key="value",Artist - Title"
void read_extinf(std::string_view line, ListedTrack& track) {
    const auto comma = comma_of_extinf(line);
    const auto before = trim(line.substr(0, comma));
    const auto length = before.substr(0, before.find(' '));
    track.duration_ms = duration_of_seconds(length);
    std::string with_clock = "x " + std::string(length);
    std::string_view clock = with_clock;
    if (!track.duration_ms) track.duration_ms = take_length(clock);
    const auto attributes = before.substr(length.size());
    const auto title = attribute_of(attributes, "title");
    const auto artist = attribute_of(attributes, "artist");
    if (has_text(title) && has_text(artist)) {
        track.title = clean_text(title);
        track.artist = clean_text(artist);
    }
    if (comma != std::string_view::npos) track.text = clean_text(line.substr(comma + 1));
}

/// Tags may come in any order between two files. Those of an album stand once, before the first #EXTINF, and hold for
/// all: who makes such lists writes them for each file where they differ.
class M3u {
  public:
    explicit M3u(const FileHead& head) : name_(playlist_name_of(head)) {}

    void read(std::string_view text, RecordSink& sink) {
        TextLines lines(text);
        std::string line;
        Place place;
        while (lines.next(line, place)) {
            if (line.empty()) continue;
            if (line.starts_with('#') && line.size() > 1) {
                read_tag(line);
            } else {
                current_.address = line;
                current_.place = place;
                tracks_.push_back(std::exchange(current_, {}));
                has_begun_ = false;
            }
        }
        fill_in_album();
        give_list(tracks_, name_, sink);
    }

  private:
    void read_tag(std::string_view line) {
        if (const auto extinf = behind_tag(line, "#extinf:")) {
            auto artist = std::move(current_.artist);
            auto album = std::move(current_.album);
            current_ = {};
            current_.artist = std::move(artist);
            current_.album = std::move(album);
            read_extinf(*extinf, current_);
            has_begun_ = true;
        } else if (const auto artist = behind_tag(line, "#extart:")) {
            ++n_artists_;
            if (tracks_.empty() && !has_begun_) artist_ = clean_text(*artist);
            current_.artist = clean_text(*artist);
        } else if (const auto album = behind_tag(line, "#extalb:")) {
            ++n_albums_;
            if (tracks_.empty() && !has_begun_) album_ = clean_text(*album);
            current_.album = clean_text(*album);
        } else if (const auto title = behind_tag(line, "#playlist:"); title && has_text(*title)) {
            name_ = clean_text(*title);
        }
    }

    void fill_in_album() {
        for (auto& track : tracks_) {
            if (track.artist.empty() && n_artists_ == 1) track.artist = artist_;
            if (track.album.empty() && n_albums_ == 1) track.album = album_;
        }
    }

    std::string name_;
    std::vector<ListedTrack> tracks_;
    ListedTrack current_;
    bool has_begun_ = false;
    std::string artist_;
    std::string album_;
    int n_artists_ = 0;
    int n_albums_ = 0;
};

void read_m3u(ByteStream& in, const FileHead& head, const ReadOptions& /*options*/, RecordSink& sink) {
    M3u(head).read(read_list(in, sink), sink);
}

// --- PLS ----------------------------------------------------------------------------------------------

bool is_pls(const FileHead& head) {
    return is_text(head.bytes) && to_lower_ascii(trim(head.bytes).substr(0, 10)) == "[playlist]";
}

void read_pls(ByteStream& in, const FileHead& head, const ReadOptions& /*options*/, RecordSink& sink) {
    const std::string text = read_list(in, sink);
    TextLines lines(text);
    std::map<std::int64_t, ListedTrack> by_number;
    std::string name = playlist_name_of(head);
    std::string line;
    Place place;
    while (lines.next(line, place)) {
        const auto equals = line.find('=');
        if (equals == std::string::npos) continue;
        const std::string key = to_lower_ascii(trim(std::string_view(line).substr(0, equals)));
        const auto value = trim(std::string_view(line).substr(equals + 1));
        if (key == "x-gnome-title" && has_text(value)) name = clean_text(value);
        const auto digits = key.find_first_of("0123456789");
        const auto number =
            digits == std::string::npos ? std::nullopt : parse_whole(std::string_view(key).substr(digits));
        if (!number) continue;
        const auto word = std::string_view(key).substr(0, digits);
        if (word != "file" && word != "title" && word != "length") continue;
        auto& track = by_number[*number];
        if (track.place.line == 0) track.place = place;
        if (word == "file") track.address = value;
        if (word == "title") track.text = clean_text(value);
        if (word == "length") track.duration_ms = duration_of_seconds(value);
    }
    std::vector<ListedTrack> tracks;
    for (auto& [number, track] : by_number) {
        const bool is_entry = !track.address.empty() || !track.text.empty();
        if (is_entry) tracks.push_back(std::move(track));
    }
    give_list(tracks, name, sink);
}

// --- lists of lines -----------------------------------------------------------------------------------

bool is_link(std::string_view line) {
    const bool begins_so = line.starts_with("spotify:track:") ||
                           line.starts_with("https://open.spotify.com/") ||
                           line.starts_with("http://open.spotify.com/");
    return begins_so && !library::spotify_track_id(line).empty();
}

bool is_comment(std::string_view line) {
    return line.starts_with("# ") || line.starts_with("//") || line.starts_with(';') || line == "#";
}

bool is_track_line(std::string_view line) {
    constexpr std::size_t longest = 300;
    return line.size() <= longest && split_at_dash(without_time_code(line)).has_value();
}

/// All lines are links, or (in a file whose name does not say that it is something else) nearly all have "Artist - Title".
/// The last of the head may be cut.
bool is_track_list(const FileHead& head) {
    if (!is_text(head.bytes)) return false;
    TextLines text(head.bytes);
    std::string line;
    Place place;
    std::ptrdiff_t n_lines = 0;
    std::ptrdiff_t n_links = 0;
    std::ptrdiff_t n_tracks = 0;
    bool last_is_track = false;
    while (text.next(line, place)) {
        if (line.empty() || is_comment(line)) continue;
        ++n_lines;
        n_links += is_link(line) ? 1 : 0;
        last_is_track = is_track_line(line);
        n_tracks += last_is_track || is_link(line) ? 1 : 0;
    }
    const bool may_be_cut = n_lines > 1 && !head.bytes.ends_with('\n') && !last_is_track;
    if (may_be_cut) --n_lines;
    if (n_lines == 0) return false;
    if (n_links >= n_lines) return true;
    const bool is_named = has_ending(head, ".txt") || has_ending(head, ".text") ||
                          has_ending(head, ".list") || head.name.find('.') == std::string_view::npos;
    return is_named && n_tracks * 10 >= n_lines * 9;
}

void read_track_list(ByteStream& in, const FileHead& head, const ReadOptions& /*options*/, RecordSink& sink) {
    const std::string text = read_list(in, sink);
    TextLines lines(text);
    std::vector<ListedTrack> tracks;
    std::string line;
    Place place;
    while (lines.next(line, place)) {
        if (line.empty() || is_comment(line) || line.starts_with("#EXT")) continue;
        ListedTrack track;
        track.place = place;
        if (is_link(line)) {
            track.address = line;
        } else if (is_track_line(line)) {
            track.text = clean_text(without_time_code(line));
        }
        tracks.push_back(std::move(track));
    }
    give_list(tracks, playlist_name_of(head), sink);
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

Source pls_source() noexcept { return {"pls", "a playlist of a player (PLS)", is_pls, read_pls}; }

Source track_list_source() noexcept {
    return {"track_list", "lines of Spotify links, or of \"Artist - Title\"", is_track_list, read_track_list};
}

}  // namespace attune::sources
