#include "sources/listening_csv.h"

#include "core/text.h"
#include "library/nobody.h"
#include "sources/play_columns.h"
#include "sources/table_look.h"
#include "sources/track_columns.h"
#include "sources/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace attune::sources {
namespace {

using library::Listen;
using library::ListenSource;

/// Whether a text is a moment with its month in words, as Last.fm writes it: "13 Apr 2020 05:01".
bool is_worded_moment(std::string_view text) {
    const auto moment = parse_moment(text, {});
    return moment && moment->has_clock &&
           std::ranges::any_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

// --- recognition
// ---------------------------------------------------------------------------------------------

/// "artist,album,track,13 Apr 2020 05:01" without a header. What is playing just now has no time yet.
bool is_bare_scrobbles(const Columns& columns) {
    constexpr std::size_t n_columns = 4;
    if (columns.has_header() || columns.size() != n_columns) return false;
    std::size_t n_times = 0;
    for (const auto& value : columns.values(n_columns - 1)) {
        if (!value.empty() && !is_worded_moment(value)) return false;
        n_times += value.empty() ? 0U : 1U;
    }
    return n_times > 0 &&
           std::ranges::any_of(columns.values(0), [](const std::string& v) { return !v.empty(); });
}

bool is_lastfm(const FileHead& head) {
    const auto columns = Columns::of(head);
    if (is_bare_scrobbles(columns)) return true;
    const PlayColumns play(columns);
    return TrackColumns(columns).name_a_track() && play.time.is_there() && !play.ms_played.column();
}

bool is_listening_csv(const FileHead& head) {
    const auto columns = Columns::of(head);
    const PlayColumns play(columns);
    return TrackColumns(columns).name_a_track() && play.time.is_there() && play.ms_played.column();
}

// --- reading
// -------------------------------------------------------------------------------------------------

/// Rows of plays, and what was not understood of their times.
class PlayRows {
  public:
    PlayRows(const Columns& columns, const ReadOptions& options, RecordSink& sink, ListenSource source)
        : track_(columns), play_(columns), options_(options), sink_(&sink), source_(source) {}

    void row(const CsvRow& row) {
        Listen listen;
        listen.track = track_.track(row);
        if (const auto reason = read_play(row, listen)) {
            sink_->dropped(*reason, row.place, digest_of(row));
        } else {
            sink_->listen(std::move(listen), source_, row.place);
        }
    }

    void report() const {
        if (n_unread_ == 0) return;
        const bool is_order = play_.time.survey().is_ambiguous();
        sink_->problem(fmt::format("{} rows are left out because their time is not understood, as '{}'{}",
                                   n_unread_, fit(clean_text(unread_), 60),
                                   is_order ? ": no row tells whether day or month comes first" : ""),
                       first_unread_);
    }

  private:
    std::optional<DropReason> read_play(const CsvRow& row, Listen& listen) {
        if (!listen.track.names_a_track()) return DropReason::no_track;
        const auto time = play_.time.read(row, options_.zone);
        if (!time) note_unread(row);
        if (!time || !is_credible(*time, options_.now)) return DropReason::bad_date;
        listen.listened_at = listen.ended_at = *time;
        play_.read_end(row, listen);
        if (play_.ms_played.column()) {
            const auto ms = play_.ms_played.ms(value_of(row, play_.ms_played.column()));
            if (!ms) return DropReason::bad_value;
            listen.ms_played = static_cast<int>(*ms);
        }
        if (!listen.ms_played) return std::nullopt;
        if (*listen.ms_played == 0) return DropReason::zero_length;
        const auto length = std::chrono::seconds(*listen.ms_played / 1000);
        if (play_.time_is_end) {
            listen.listened_at -= length;
        } else {
            listen.ended_at += length;
        }
        return std::nullopt;
    }

    void note_unread(const CsvRow& row) {
        auto text = play_.time.text(row);
        if (text.empty() || n_unread_++ > 0) return;
        unread_ = std::move(text);
        first_unread_ = row.place;
    }

    TrackColumns track_;
    PlayColumns play_;
    const ReadOptions& options_;
    RecordSink* sink_;
    ListenSource source_;
    std::uint64_t n_unread_ = 0;
    std::string unread_;
    Place first_unread_;
};

/// A scrobble that is going on ("now playing") has no time yet; exporters leave it empty.
void read_history(ByteStream& in, const FileHead& head, const ReadOptions& options, RecordSink& sink,
                  ListenSource source) {
    const auto columns = Columns::of(head);
    PlayRows rows(columns, options, sink, source);
    read_table(in, sink, shape_of(columns), [&](const CsvRow& row) { rows.row(row); });
    rows.report();
}

void read_bare_scrobbles(ByteStream& in, const FileHead& head, const ReadOptions& options, RecordSink& sink) {
    read_table(in, sink, shape_of(Columns::of(head), true), [&](const CsvRow& row) {
        Listen listen;
        const auto artist = clean_text(row.fields[0]);
        if (!library::is_nobody(artist)) listen.track.artist_name = artist;
        listen.track.release_name = clean_text(row.fields[1]);
        listen.track.track_name = clean_text(row.fields[2]);
        const auto moment = parse_moment(row.fields[3], {DayOrder::unknown, options.zone});
        if (!listen.track.names_a_track()) {
            sink.dropped(DropReason::no_track, row.place, digest_of(row));
        } else if (!moment || !is_credible(moment->time, options.now)) {
            sink.dropped(DropReason::bad_date, row.place, digest_of(row));
        } else {
            listen.listened_at = listen.ended_at = moment->time;
            sink.listen(std::move(listen), ListenSource::lastfm, row.place);
        }
    });
}

void read_lastfm(ByteStream& in, const FileHead& head, const ReadOptions& options, RecordSink& sink) {
    if (is_bare_scrobbles(Columns::of(head))) {
        read_bare_scrobbles(in, head, options, sink);
    } else {
        read_history(in, head, options, sink, ListenSource::lastfm);
    }
}

void read_listening_csv(ByteStream& in, const FileHead& head, const ReadOptions& options, RecordSink& sink) {
    read_history(in, head, options, sink, ListenSource::csv);
}

}  // namespace

Source lastfm_source() noexcept {
    return {"lastfm", "scrobbles of Last.fm (CSV)", is_lastfm, read_lastfm, look_at_plays};
}

Source listening_csv_source() noexcept {
    return {"listening_csv", "plays with their length (CSV)", is_listening_csv, read_listening_csv,
            look_at_plays};
}

}  // namespace attune::sources
