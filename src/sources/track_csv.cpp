#include "sources/track_csv.h"

#include "core/text.h"
#include "sources/feature_columns.h"
#include "sources/moments.h"
#include "sources/playlist_file.h"
#include "sources/table_look.h"
#include "sources/track_columns.h"
#include "sources/values.h"

#include <string>

namespace attune::sources {
namespace {

std::optional<std::size_t> added_column(const Columns& columns) {
    return columns.find({"addedat", "addeddate", "dateadded", "added", "trackaddeddate"});
}

std::optional<std::size_t> adder_column(const Columns& columns) {
    return columns.find({"addedby", "addedbyuser", "addedbyid", "trackaddedby", "addedbyname"});
}

class EntryRows {
  public:
    EntryRows(const Columns& columns, const FileHead& head, RecordSink& sink)
        : track_(columns),
          added_at_(added_column(columns)),
          added_by_(adder_column(columns)),
          playlist_(columns.find({"playlistname", "playlist"})),
          type_(columns.find({"type"})),
          file_name_(playlist_name_of(head)),
          sink_(&sink) {}

    void commas_join_artists() noexcept { track_.commas_join_artists = !track_.artist_ids; }

    void row(const CsvRow& row) const {
        library::PlaylistEntry entry;
        entry.track = track_.track(row);
        split_title(entry.track);
        entry.playlist_name = clean_text(text_of(row, playlist_));
        if (entry.playlist_name.empty()) entry.playlist_name = file_name_;
        const auto added = parse_moment(value_of(row, added_at_), {DayOrder::day_first, {}});
        if (added) entry.added_at = added->time;
        entry.added_by = adder_label(value_of(row, added_by_));
        if (const auto reason = fault_of(row, entry)) {
            sink_->dropped(*reason, row.place, digest_of(row));
        } else {
            sink_->playlist_entry(std::move(entry), row.place);
        }
    }

  private:
    std::optional<DropReason> fault_of(const CsvRow& row, const library::PlaylistEntry& entry) const {
        const auto id = text_of(row, track_.spotify_id);
        if (id.starts_with("spotify:episode:")) return DropReason::podcast;
        if (id.starts_with("spotify:local:")) return DropReason::local_file;
        const std::string type = to_lower_ascii(text_of(row, type_));
        if (type == "artist" || type == "album") return DropReason::no_track;
        const bool has_name = entry.track.names_a_track();
        return has_name || !entry.track.spotify_id.empty() ? std::nullopt
                                                           : std::optional(DropReason::no_track);
    }

    TrackColumns track_;
    std::optional<std::size_t> added_at_;
    std::optional<std::size_t> added_by_;
    std::optional<std::size_t> playlist_;
    std::optional<std::size_t> type_;
    std::string file_name_;
    RecordSink* sink_;
};

bool is_exportify(const FileHead& head) {
    const auto columns = Columns::of(head);
    const bool has_id = columns.has({"trackuri", "spotifyuri", "spotifyid", "trackid"});
    return has_id && columns.has({"trackname"}) && columns.has({"artistnames", "artistname"}) &&
           columns.has({"addedat"});
}

void read_exportify(ByteStream& in, const FileHead& head, const ReadOptions& /*options*/, RecordSink& sink) {
    const auto columns = Columns::of(head);
    EntryRows rows(columns, head, sink);
    rows.commas_join_artists();
    if (FeatureColumns(columns).n_sound_features() > 0 || columns.has({"popularity"})) {
        sink.problem(
            "audio features and popularity are not taken from this file: they come from Spotify's Web API, "
            "whose "
            "terms forbid to learn from them",
            {1, 1});
    }
    read_table(in, sink, shape_of(columns), [&](const CsvRow& row) { rows.row(row); });
}

/// A title with an artist is enough, as is a column of Spotify links. A title alone may be anything, but not
/// if the table also says which playlist it is in.
bool is_track_csv(const FileHead& head) {
    const auto columns = Columns::of(head);
    const TrackColumns track(columns);
    const bool has_uri = columns.has({"trackuri", "spotifyuri", "spotifytrackuri", "spotifytrackid"});
    const bool is_one_column_of_uris = columns.size() == 1 && columns.has({"uri"});
    return track.name_a_track() || has_uri || is_one_column_of_uris ||
           (track.title && columns.has({"playlistname"}));
}

void read_track_csv(ByteStream& in, const FileHead& head, const ReadOptions& /*options*/, RecordSink& sink) {
    const auto columns = Columns::of(head);
    EntryRows rows(columns, head, sink);
    read_table(in, sink, shape_of(columns), [&](const CsvRow& row) { rows.row(row); });
}

}  // namespace

Source exportify_source() noexcept {
    return {"exportify", "a playlist from Exportify (CSV)", is_exportify, read_exportify, look_at_list};
}

Source track_csv_source() noexcept {
    return {"track_csv", "tracks by title and artist, or by link (CSV)", is_track_csv, read_track_csv,
            look_at_list};
}

}  // namespace attune::sources
