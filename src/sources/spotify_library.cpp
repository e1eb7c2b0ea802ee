#include "sources/spotify_library.h"

#include "core/text.h"
#include "sources/flat_rows.h"
#include "sources/json_outline.h"
#include "sources/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <vector>

namespace attune::sources {
namespace {

using Kind = JsonValue::Kind;

bool contains(std::span<const std::string_view> words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

/// Reads records that stand in lists of an object: what is between them says where they belong.
class OutlinedRows : public JsonRecordHandler, protected JsonOutlineHandler {
  public:
    /// @param keys  what rows are made of; what stands under one of them outside of a record is a lost row
    OutlinedRows(std::span<const std::string_view> keys, RecordSink& sink)
        : keys_(keys), fields_(keys), sink_(&sink), damage_(sink) {}

    void read(ByteStream& in) {
        read_json_records(in, *this);
        damage_.flush();
    }

    bool record(std::string_view object, Place place) final {
        if (!fields_.read(object)) return false;
        damage_.flush();
        row(fields_, place);
        return true;
    }

    void gap(std::string_view gap_text, Place place, bool is_damage) final {
        place_ = place;
        in_damage_ = is_damage;
        if (is_damage) damage_.extend(gap_text);
        outline_.read(gap_text, *this);
    }

    void damaged(Place place) final { damage_.add_row(place); }

  protected:
    virtual void row(const JsonFields& fields, Place place) = 0;

    /// To be called for each text of the outline.
    void look_for_lost_rows(std::string_view key) {
        if (in_damage_ || !contains(keys_, key)) return;
        damage_.flush();
        damage_.add_row(place_);
        in_damage_ = true;
    }

    RecordSink& sink() noexcept { return *sink_; }
    Place place() const noexcept { return place_; }

  private:
    std::span<const std::string_view> keys_;
    JsonFields fields_;
    RecordSink* sink_;
    Damage damage_;
    JsonOutline outline_;
    Place place_;
    bool in_damage_ = false;
};

// --- playlists
// -----------------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 9> item_keys{"track",     "trackName",  "artistName",
                                                    "albumName", "trackUri",   "episode",
                                                    "audiobook", "localTrack", "addedDate"};

enum ItemKey : std::size_t {
    track,
    track_name,
    artist_name,
    album_name,
    track_uri,
    episode,
    audiobook,
    local_track,
    added_date,
};

class PlaylistRows final : public OutlinedRows {
  public:
    explicit PlaylistRows(RecordSink& sink) : OutlinedRows(item_keys, sink) {}

    bool is_record(std::string_view first_key) override {
        constexpr std::array<std::string_view, 5> first_keys{"track", "episode", "audiobook", "localTrack",
                                                             "addedDate"};
        return contains(first_keys, first_key);
    }

  private:
    void open_object() override {
        constexpr std::size_t deepest = 64;  // damage may leave objects open
        if (names_.size() == deepest) names_.clear();
        names_.emplace_back();
    }

    void close_object() override {
        if (!names_.empty()) names_.pop_back();
    }

    void text(std::string_view key, const std::string& value) override {
        if (key == "name" && !names_.empty()) names_.back() = value;
        look_for_lost_rows(key);
    }

    void open_list(std::string_view key) override {
        if (key != "items") return;
        ++n_playlists_;
        name_ = names_.empty() ? "" : unescape_html(names_.back());
        if (name_.empty()) {
            name_ = fmt::format("Playlist {}", n_playlists_);
            sink().problem(fmt::format("a playlist has no name that can be read; it is called '{}'", name_),
                           place());
        }
        number_ = n_of_name_[name_]++;
    }

    void row(const JsonFields& fields, Place place) override {
        const bool is_track = fields[track].kind == Kind::object;
        if (is_track && has_text(fields[track_name].text) && has_text(fields[artist_name].text)) {
            sink().playlist_entry(entry(fields), place);
        } else {
            sink().dropped(reason(fields), place, digest(fields));
        }
    }

    library::PlaylistEntry entry(const JsonFields& fields) const {
        library::PlaylistEntry entry;
        entry.playlist_name = name_;
        entry.playlist_number = number_;
        entry.track.track_name = clean_text(fields[track_name].text);
        entry.track.artist_name = clean_text(fields[artist_name].text);
        entry.track.release_name = clean_text(fields[album_name].text);
        entry.track.spotify_id = library::spotify_track_id(fields[track_uri].text);
        entry.added_at = parse_timestamp(trim(fields[added_date].text));
        return entry;
    }

    static DropReason reason(const JsonFields& fields) {
        if (fields[episode].is_given()) return DropReason::podcast;
        if (fields[audiobook].is_given()) return DropReason::audiobook;
        if (fields[local_track].is_given()) return DropReason::local_file;
        return DropReason::no_track;
    }

    std::uint64_t digest(const JsonFields& fields) const {
        RowDigest digest;
        digest.add(name_).add(std::to_string(number_));
        for (std::size_t key = 0; key < item_keys.size(); ++key) digest.add(fields[key].text);
        return digest.value();
    }

    std::vector<std::string> names_{1};  ///< of the objects that are open here
    std::string name_ = "Playlist 1";
    std::size_t number_ = 0;
    std::size_t n_playlists_ = 0;
    std::unordered_map<std::string, std::size_t> n_of_name_;
};

// --- library
// -------------------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 5> mark_keys{"artist", "album", "track", "uri", "name"};

enum MarkKey : std::size_t { mark_artist, mark_album, mark_track, mark_uri, mark_name };

constexpr std::array<std::string_view, 9> library_lists{"tracks",        "albums",       "shows",
                                                        "episodes",      "bannedTracks", "artists",
                                                        "bannedArtists", "audiobooks",   "other"};

class LibraryRows final : public OutlinedRows {
  public:
    explicit LibraryRows(RecordSink& sink) : OutlinedRows(mark_keys, sink) {}

    bool is_record(std::string_view first_key) override { return !contains(library_lists, first_key); }

  private:
    void open_list(std::string_view key) override { list_ = key; }
    void close_list() override { list_.clear(); }
    void text(std::string_view key, const std::string& /*value*/) override { look_for_lost_rows(key); }

    void row(const JsonFields& fields, Place place) override {
        library::Mark mark;
        if (const auto reason = read_mark(fields, mark)) {
            sink().dropped(*reason, place, *reason == DropReason::unreadable ? 0 : digest(fields));
            if (list_.empty()) sink().problem("an entry stands in no list; it is left out", place);
        } else {
            sink().mark(std::move(mark), place);
        }
    }

    std::optional<DropReason> read_mark(const JsonFields& fields, library::Mark& mark) const {
        using library::MarkKind;
        if (list_.empty()) return DropReason::unreadable;
        if (list_ == "shows" || list_ == "episodes") return DropReason::podcast;
        if (list_ == "audiobooks") return DropReason::audiobook;
        const bool is_artist = list_ == "artists" || list_ == "bannedArtists";
        if (is_artist) {
            mark.kind = list_ == "artists" ? MarkKind::followed_artist : MarkKind::banned_artist;
            mark.track.artist_name = clean_text(fields[mark_name].text);
            return mark.track.artist_name.empty() ? std::optional(DropReason::no_track) : std::nullopt;
        }
        if (list_ != "tracks" && list_ != "bannedTracks") return DropReason::no_track;
        mark.kind = list_ == "tracks" ? MarkKind::saved_track : MarkKind::banned_track;
        mark.track.artist_name = clean_text(fields[mark_artist].text);
        mark.track.track_name = clean_text(fields[mark_track].text);
        mark.track.release_name = clean_text(fields[mark_album].text);
        mark.track.spotify_id = library::spotify_track_id(fields[mark_uri].text);
        return mark.track.names_a_track() ? std::nullopt : std::optional(DropReason::no_track);
    }

    std::uint64_t digest(const JsonFields& fields) const {
        RowDigest digest;
        digest.add(list_);
        for (std::size_t key = 0; key < mark_keys.size(); ++key) digest.add(fields[key].text);
        return digest.value();
    }

    std::string list_;
};

// --- recognition
// ---------------------------------------------------------------------------------------------

bool has(const FileHead& head, std::string_view text) {
    return head.bytes.find(text) != std::string_view::npos;
}

bool is_json_object(const FileHead& head) { return trim(head.bytes).starts_with('{'); }

bool is_playlists(const FileHead& head) {
    const bool is_of_slices = has(head, "\"pid\"") && has(head, "\"track_uri\"");
    return is_json_object(head) && has(head, "\"playlists\"") && !has(head, "\"jspf\"") && !is_of_slices &&
           !has(head, "\"added_at\"");
}

bool is_library(const FileHead& head) {
    const bool has_list =
        has(head, "\"tracks\"") || has(head, "\"bannedTracks\"") || has(head, "\"bannedArtists\"");
    const bool has_more = has(head, "\"artist\"") || has(head, "\"albums\"") || has(head, "\"shows\"");
    return is_json_object(head) && has_list && has_more;
}

void read_playlists(ByteStream& in, const FileHead& /*head*/, const ReadOptions& /*options*/,
                    RecordSink& sink) {
    PlaylistRows(sink).read(in);
}

void read_library(ByteStream& in, const FileHead& /*head*/, const ReadOptions& /*options*/,
                  RecordSink& sink) {
    LibraryRows(sink).read(in);
}

}  // namespace

Source spotify_playlists_source() noexcept {
    return {"spotify_playlists", "Spotify, account data: playlists", is_playlists, read_playlists};
}

Source spotify_library_source() noexcept {
    return {"spotify_library", "Spotify, account data: saved and banned tracks, followed artists", is_library,
            read_library};
}

}  // namespace attune::sources
