#include "sources/listening_csv.h"

#include "core/text.h"
#include "sources/streams.h"
#include "sources/track_columns.h"
#include "sources/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace attune::sources {
namespace {

using library::Listen;
using library::ListenSource;

/// Day and month that a date in words names.
std::optional<int> month_of(std::string_view word) {
    constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};
    const std::string lower = to_lower_ascii(word.substr(0, 3));
    const auto* found = std::ranges::find(months, lower);
    if (found == months.end()) return std::nullopt;
    return static_cast<int>(found - months.begin()) + 1;
}

/// "13 Apr 2020 05:01" or "13 Apr 2020, 05:01", as Last.fm writes it.
std::optional<Timestamp> parse_worded_time(std::string_view text) {
    const auto words = split(text, " ");
    if (words.size() < 3 || words.size() > 4) return std::nullopt;
    const auto day = parse_whole(words[0]);
    const auto month = month_of(words[1]);
    const auto year = parse_whole(words[2].substr(0, 4));
    if (!day || !month || !year || *day < 1 || *day > 31 || *year < 1000 || *year > 9999) return std::nullopt;
    const std::string clock = words.size() == 4 ? std::string(words[3]) : "00:00";
    return parse_timestamp(fmt::format("{:04}-{:02}-{:02} {}", *year, *month, *day, clock));
}

std::optional<Timestamp> parse_time(std::string_view text) {
    if (const auto time = parse_timestamp(text)) return time;
    if (const auto time = parse_epoch(text)) return time;
    return parse_worded_time(text);
}

/// The columns that say when and how long.
struct PlayColumns {
    std::optional<std::size_t> time;
    std::optional<std::size_t> ms_played;
    bool time_is_end = false;

    explicit PlayColumns(const Columns& columns)
        : ms_played(columns.find({"msplayed", "playedms", "playtimems", "listenedms"})) {
        time = columns.find({"endtime", "ts", "endedat", "stoppedat"});
        time_is_end = time.has_value();
        if (!time)
            time = columns.find({"uts", "playedat", "listenedat", "scrobbletime", "scrobbledat", "starttime",
                                 "startedat", "utctime", "datetime", "timestamp", "date", "time"});
        if (time && ms_played && columns.name(*time) == "datetime") time_is_end = true;
        for (std::size_t i = 0; !time && i < columns.size(); ++i) {
            if (columns.as_written(i).starts_with("Date#")) time = i;  // "Date#name-of-the-account"
        }
    }
};

// --- recognition
// ---------------------------------------------------------------------------------------------

/// "artist,album,track,13 Apr 2020 05:01" without a header.
bool is_bare_scrobbles(const FileHead& head) {
    MemoryStream in(head.bytes);
    CsvReader reader(in, detect_separator(head.bytes));
    CsvRow row;
    return reader.next(row) && row.fields.size() == 4 && !trim(row.fields[0]).empty() &&
           parse_worded_time(trim(row.fields[3])).has_value();
}

/// Whether the first row has a time of day where the time of the play should be. A list of tracks with the
/// days on which they came out is no history.
bool begins_with_a_time(const FileHead& head, std::size_t column) {
    MemoryStream in(head.bytes);
    CsvReader reader(in, detect_separator(head.bytes));
    CsvRow row;
    if (!reader.next(row) || !reader.next(row)) return true;
    const auto time = value_of(row, column);
    return time.empty() || time.find(':') != std::string_view::npos || parse_epoch(time).has_value();
}

bool is_lastfm(const FileHead& head) {
    if (is_bare_scrobbles(head)) return true;
    const auto columns = Columns::of(head);
    const PlayColumns play(columns);
    return TrackColumns(columns).name_a_track() && play.time && !play.ms_played &&
           begins_with_a_time(head, *play.time);
}

bool is_listening_csv(const FileHead& head) {
    const auto columns = Columns::of(head);
    const PlayColumns play(columns);
    return TrackColumns(columns).name_a_track() && play.time && play.ms_played;
}

// --- reading
// -------------------------------------------------------------------------------------------------

std::optional<DropReason> read_play(const CsvRow& row, const PlayColumns& columns, Timestamp now,
                                    Listen& listen) {
    if (!listen.track.names_a_track()) return DropReason::no_track;
    const auto time = parse_time(value_of(row, columns.time));
    if (!time || !is_credible(*time, now)) return DropReason::bad_date;
    listen.listened_at = listen.ended_at = *time;
    if (!columns.ms_played) return std::nullopt;
    listen.ms_played = parse_ms_played(value_of(row, columns.ms_played));
    if (!listen.ms_played) return DropReason::bad_value;
    if (*listen.ms_played == 0) return DropReason::zero_length;
    const auto length = std::chrono::seconds(*listen.ms_played / 1000);
    if (columns.time_is_end) {
        listen.listened_at -= length;
    } else {
        listen.ended_at += length;
    }
    return std::nullopt;
}

/// A scrobble that is going on ("now playing") has no time yet; exporters leave it empty.
void read_history(ByteStream& in, const FileHead& head, const ReadOptions& options, RecordSink& sink,
                  ListenSource source) {
    const auto columns = Columns::of(head);
    const TrackColumns track(columns);
    const PlayColumns play(columns);
    read_table(in, head, sink, {}, [&](const CsvRow& row) {
        Listen listen;
        listen.track = track.track(row);
        if (const auto reason = read_play(row, play, options.now, listen)) {
            sink.dropped(*reason, row.place, digest_of(row));
        } else {
            sink.listen(std::move(listen), source, row.place);
        }
    });
}

void read_bare_scrobbles(ByteStream& in, const FileHead& head, const ReadOptions& options, RecordSink& sink) {
    constexpr TableShape four_columns{.has_header = false, .is_strict = true, .n_columns = 4};
    read_table(in, head, sink, four_columns, [&](const CsvRow& row) {
        Listen listen;
        listen.track.artist_name = clean_text(row.fields[0]);
        listen.track.release_name = clean_text(row.fields[1]);
        listen.track.track_name = clean_text(row.fields[2]);
        const auto time = parse_time(trim(row.fields[3]));
        if (!listen.track.names_a_track()) {
            sink.dropped(DropReason::no_track, row.place, digest_of(row));
        } else if (!time || !is_credible(*time, options.now)) {
            sink.dropped(DropReason::bad_date, row.place, digest_of(row));
        } else {
            listen.listened_at = listen.ended_at = *time;
            sink.listen(std::move(listen), ListenSource::lastfm, row.place);
        }
    });
}

void read_lastfm(ByteStream& in, const FileHead& head, const ReadOptions& options, RecordSink& sink) {
    if (is_bare_scrobbles(head)) {
        read_bare_scrobbles(in, head, options, sink);
    } else {
        read_history(in, head, options, sink, ListenSource::lastfm);
    }
}

void read_listening_csv(ByteStream& in, const FileHead& head, const ReadOptions& options, RecordSink& sink) {
    read_history(in, head, options, sink, ListenSource::csv);
}

}  // namespace

Source lastfm_source() noexcept { return {"lastfm", "scrobbles of Last.fm (CSV)", is_lastfm, read_lastfm}; }

Source listening_csv_source() noexcept {
    return {"listening_csv", "plays with their length (CSV)", is_listening_csv, read_listening_csv};
}

}  // namespace attune::sources
