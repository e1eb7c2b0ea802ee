#include "sources/player_list.h"

#include "core/text.h"
#include "sources/legible_name.h"
#include "sources/streams.h"
#include "sources/title_line.h"
#include "sources/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace attune::sources {
namespace {

constexpr std::size_t largest_list = std::size_t{256} << 20U;

/// Whether most of the lines begin with numbers that count up by one.
bool is_numbered(const std::vector<ListedTrack>& tracks) {
    std::size_t n_in_order = 0;
    int last = -1;
    for (const auto& track : tracks) {
        const auto number = leading_number_of(track.text);
        if (number && (last < 0 || number->number == last + 1)) ++n_in_order;
        last = number ? number->number : -1;
    }
    return tracks.size() >= 3 && n_in_order * 10 >= tracks.size() * 9;
}

bool is_folder_of(std::string_view path, const std::string& folded_name) {
    auto folders = split(path, "/");
    if (folders.empty()) return false;
    folders.pop_back();
    return std::ranges::any_of(folders, [&](std::string_view folder) { return fold(folder) == folded_name; });
}

/// How much says that the title comes first (above 0) or the artist (below).
int order_by_path(const TwoParts& parts, const NamedFile& file) {
    if (file.path.empty()) return 0;
    const std::string left = fold(parts.left);
    const std::string right = fold(parts.right);
    const std::string title = fold(file.title);
    int votes = 0;
    votes += is_folder_of(file.path, right) ? 1 : 0;
    votes -= is_folder_of(file.path, left) ? 1 : 0;
    votes += title == left ? 1 : 0;
    votes -= title == right ? 1 : 0;
    return votes;
}

/// What stands behind a dash at the front of a text; empty if none is there.
std::string behind_dash(std::string_view rest) {
    const std::string with_left = "x" + std::string(rest);
    const auto parts = split_at_dash(with_left);
    return parts && parts->left == "x" ? std::string(parts->right) : std::string();
}

/// What an entry does not say, its path tells.
void fill_from_path(library::TrackDescription& track, const NamedFile& file) {
    if (track.track_name.empty()) {
        track.track_name = file.title;
        if (track.artist_name.empty()) track.artist_name = file.artist;
    } else if (track.artist_name.empty()) {
        track.artist_name = file.artist;
    }
    if (track.release_name.empty() && fold(track.artist_name) == fold(file.artist))
        track.release_name = file.album;
}

struct Judged {
    library::TrackDescription track;
    NamedFile file;
};

class List {
  public:
    explicit List(std::vector<ListedTrack>& tracks) : tracks_(&tracks), is_numbered_(is_numbered(tracks)) {
        int votes = 0;
        for (auto& track : tracks) {
            const auto parts = split_at_dash(line_of(track));
            const int order = parts ? order_by_path(*parts, named_file(track.address)) : 0;
            votes += order > 0 ? 1 : (order < 0 ? -1 : 0);
        }
        is_title_first_ = votes > 0;
    }

    Judged judge(const ListedTrack& listed) const {
        Judged judged;
        auto& track = judged.track;
        judged.file = named_file(listed.address);
        track.track_name = listed.title;
        track.artist_name = listed.artist;
        track.release_name = listed.album;
        track.duration_ms = listed.duration_ms;
        track.spotify_id = library::spotify_track_id(listed.address);
        track.recording_mbid = recording_mbid_of(listed.address);
        if (track.track_name.empty() && has_text(listed.text)) take_text(listed, judged);
        if (track.spotify_id.empty()) fill_from_path(track, judged.file);
        return judged;
    }

  private:
    std::string_view line_of(const ListedTrack& listed) const {
        const std::string_view line = listed.text;
        const auto number = is_numbered_ ? leading_number_of(line) : std::nullopt;
        return number ? number->rest : without_marked_number(line);
    }

    void take_text(const ListedTrack& listed, Judged& judged) const {
        auto& track = judged.track;
        std::string_view line = line_of(listed);
        std::string_view shorter = line;
        const auto length = take_length(shorter);
        if (length && split_at_dash(line).has_value() == split_at_dash(shorter).has_value()) {
            line = shorter;
            if (!track.duration_ms) track.duration_ms = length;
        }
        const auto parts = split_at_dash(line);
        const std::string artist = fold(track.artist_name);
        if (!parts) {
            track.track_name = clean_text(line);
        } else if (track.artist_name.empty()) {
            const int order = order_by_path(*parts, judged.file);
            const bool is_title_first = order != 0 ? order > 0 : is_title_first_;
            track.artist_name = clean_text(is_title_first ? parts->right : parts->left);
            track.track_name = clean_text(is_title_first ? parts->left : parts->right);
        } else if (line.starts_with(track.artist_name) &&
                   !behind_dash(line.substr(track.artist_name.size())).empty()) {
            // An artist with a dash of its own.
            track.track_name = clean_text(behind_dash(line.substr(track.artist_name.size())));
        } else if (fold(parts->left) == artist) {
            track.track_name = clean_text(parts->right);
        } else {
            track.track_name = clean_text(fold(parts->right) == artist ? parts->left : line);
        }
    }

    std::vector<ListedTrack>* tracks_;
    bool is_numbered_;
    bool is_title_first_ = false;
};

}  // namespace

void give_list(std::vector<ListedTrack>& tracks, const std::string& name, RecordSink& sink) {
    const List list(tracks);
    for (const auto& listed : tracks) {
        auto judged = list.judge(listed);
        library::PlaylistEntry entry;
        entry.playlist_name = name;
        entry.track = std::move(judged.track);
        entry.file = std::move(judged.file.path);
        if (entry.track.names_a_track() || !entry.track.spotify_id.empty() || !entry.file.empty()) {
            sink.playlist_entry(std::move(entry), listed.place);
        } else {
            const auto digest = RowDigest().add(listed.text).add(listed.title).add(listed.address).value();
            sink.dropped(DropReason::no_track, listed.place, digest);
        }
    }
}

void complete_by_path(std::string_view address, library::PlaylistEntry& entry) {
    auto file = named_file(address);
    if (entry.track.spotify_id.empty()) fill_from_path(entry.track, file);
    entry.file = std::move(file.path);
}

TextLines::TextLines(std::string_view text) : text_(text) {
    if (!is_valid_utf8(text)) page_ = code_page_of(text);
}

bool TextLines::next(std::string& line, Place& place) {
    if (at_ >= text_.size()) return false;
    place = {line_++, at_ + 1};
    const auto end = std::min(text_.find_first_of("\r\n", at_), text_.size());
    auto raw = text_.substr(at_, end - at_);
    at_ = end + (text_.substr(end, 2) == "\r\n" ? 2 : 1);
    if (place.byte == 1 && raw.starts_with(utf8_bom)) raw.remove_prefix(utf8_bom.size());
    raw = trim(raw);
    if (page_.empty() || is_valid_utf8(raw)) {
        line = raw;
    } else {
        line = read_in_code_page(page_, raw).value_or(to_utf8(raw));
    }
    return true;
}

std::string read_list(ByteStream& in, RecordSink& sink) {
    auto whole = read_whole(in, largest_list);
    if (!whole.is_whole)
        sink.problem(fmt::format("only the first {} MiB are read", largest_list >> 20U), {1, 1});
    return std::move(whole.text);
}

}  // namespace attune::sources
