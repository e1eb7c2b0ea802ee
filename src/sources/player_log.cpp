#include "sources/player_log.h"

#include "core/text.h"
#include "sources/player_list.h"
#include "sources/title_line.h"
#include "sources/values.h"

#include <algorithm>
#include <set>
#include <vector>

namespace attune::sources {
namespace {

using library::Listen;
using library::ListenSource;
using library::PlayReason;

/// The fields between tabs, blank ones too.
std::vector<std::string_view> fields_of(std::string_view line) {
    std::vector<std::string_view> fields;
    while (true) {
        const auto tab = line.find('\t');
        fields.push_back(trim(line.substr(0, tab)));
        if (tab == std::string_view::npos) return fields;
        line.remove_prefix(tab + 1);
    }
}

std::string_view field(const std::vector<std::string_view>& fields, std::size_t index) {
    return index < fields.size() ? fields[index] : std::string_view();
}

std::optional<int> ms_of_seconds(std::string_view text) {
    constexpr std::int64_t longest = 24LL * 60 * 60;
    const auto seconds = parse_whole(text);
    return seconds && *seconds >= 0 && *seconds <= longest ? std::optional(static_cast<int>(*seconds * 1000))
                                                           : std::nullopt;
}

std::uint64_t digest_of_line(std::string_view line) { return RowDigest().add(line).value(); }

// --- .scrobbler.log ---------------------------------------------------------------------------------------------------
// Layout: "Portable Player Logging", audioscrobbler.net wiki; Rockbox, apps/scrobbler.c.

enum LogField : std::size_t {
    log_artist,
    log_album,
    log_title,
    log_number,
    log_length,
    log_rating,
    log_time,
    log_mbid
};

bool is_scrobbler_log(const FileHead& head) { return trim(head.bytes).starts_with("#AUDIOSCROBBLER/"); }

class ScrobblerLog {
  public:
    ScrobblerLog(const ReadOptions& options, RecordSink& sink) : options_(options), sink_(&sink) {}

    void read(std::string_view text) {
        TextLines lines(text);
        std::string line;
        Place place;
        while (lines.next(line, place)) {
            if (line.starts_with("#TZ/") && trim(std::string_view(line).substr(4)) != "UTC")
                sink_->problem("the player did not know its time zone; times are taken as UTC", place);
            if (!line.empty() && !line.starts_with('#')) row(line, place);
        }
    }

  private:
    void row(std::string_view line, Place place) {
        const auto fields = fields_of(line);
        if (fields.size() < log_time) {
            sink_->dropped(DropReason::unreadable, place, 0);
            sink_->problem("a line has too few fields; it is left out", place);
            return;
        }
        Listen listen;
        listen.track.artist_name = clean_text(fields[log_artist]);
        if (listen.track.artist_name == "<Untagged>") listen.track.artist_name.clear();
        listen.track.release_name = clean_text(fields[log_album]);
        listen.track.track_name = clean_text(fields[log_title]);
        listen.track.duration_ms = ms_of_seconds(fields[log_length]);
        if (listen.track.duration_ms == 0) listen.track.duration_ms.reset();
        listen.track.recording_mbid = recording_mbid_of(field(fields, log_mbid));
        const auto start = parse_epoch(field(fields, log_time));
        if (!listen.track.names_a_track())
            return sink_->dropped(DropReason::no_track, place, digest_of_line(line));
        if (!start || !is_credible(*start, options_.now))
            return sink_->dropped(DropReason::bad_date, place, digest_of_line(line));
        listen.listened_at = listen.ended_at = *start;
        if (fields[log_rating] == "S") {
            listen.skipped = true;
            listen.reason_end = PlayReason::forward;
        }
        sink_->listen(std::move(listen), ListenSource::lastfm, place);
    }

    ReadOptions options_;
    RecordSink* sink_;
};

void read_scrobbler_log(ByteStream& in, const FileHead& /*head*/, const ReadOptions& options,
                        RecordSink& sink) {
    const std::string text = read_list(in, sink);
    ScrobblerLog(options, sink).read(text);
}

// --- Playback Reporting ----------------------------------------------------------------------------------------------
// Layout: jellyfin-plugin-playbackreporting, Data/ActivityRepository.cs (ExportRawData) and EventMonitorEntryPoint.cs,
// which writes "Artist - Title (Album)" for sound.

enum ReportField : std::size_t {
    report_time,
    report_user,
    report_item,
    report_type,
    report_name,
    report_seconds = 8
};

std::optional<Timestamp> time_of_report(std::string_view text) {
    constexpr std::size_t up_to_seconds = 19;
    return parse_timestamp(text.substr(0, up_to_seconds));
}

bool is_row_of_report(std::string_view line) {
    const auto fields = fields_of(line);
    return fields.size() > report_seconds && time_of_report(fields[report_time]) &&
           parse_whole(fields[report_seconds]) && !fields[report_type].empty() &&
           parse_whole(fields[report_type]) == std::nullopt;
}

bool is_playback_report(const FileHead& head) {
    TextLines lines(head.bytes);
    std::string line;
    Place place;
    constexpr int most_looked_at = 20;
    for (int i = 0; i < most_looked_at && lines.next(line, place); ++i) {
        if (is_row_of_report(line)) return true;
    }
    return false;
}

class PlaybackReport {
  public:
    PlaybackReport(const ReadOptions& options, RecordSink& sink) : options_(options), sink_(&sink) {}

    void read(std::string_view text) {
        TextLines lines(text);
        std::string line;
        Place place;
        while (lines.next(line, place)) {
            if (line.empty()) continue;
            if (is_row_of_report(line)) {
                row(line, place);
            } else {
                sink_->dropped(DropReason::unreadable, place, 0);
                sink_->problem("a line is none of such a report; it is left out", place);
            }
        }
        if (users_.size() > 1)
            sink_->problem("holds plays of several users of the server; all are taken as of one person",
                           {1, 1});
    }

  private:
    void row(std::string_view line, Place place) {
        const auto fields = fields_of(line);
        users_.emplace(fields[report_user]);
        Listen listen;
        take_name(fields[report_name], listen.track);
        const auto start = time_of_report(fields[report_time]);
        const auto heard = ms_of_seconds(fields[report_seconds]);
        std::optional<DropReason> reason;
        if (!heard) reason = DropReason::bad_value;
        if (heard && *heard == 0) reason = DropReason::zero_length;
        if (!start || !is_credible(*start, options_.now)) reason = DropReason::bad_date;
        if (!listen.track.names_a_track()) reason = DropReason::no_track;
        if (fields[report_type] != "Audio") reason = DropReason::video;
        if (fields[report_type] == "AudioBook") reason = DropReason::audiobook;
        if (reason) return sink_->dropped(*reason, place, digest_of_line(line));
        listen.listened_at = *start;
        listen.ms_played = heard;
        listen.ended_at = *start + std::chrono::seconds(*heard / 1000);
        sink_->listen(std::move(listen), ListenSource::csv, place);
    }

    /// "Artist - Title (Album)", with "Not Known" for what the server does not know.
    static void take_name(std::string_view name, library::TrackDescription& track) {
        const auto known = [](std::string_view text) {
            return text == "Not Known" ? std::string() : clean_text(text);
        };
        const auto bracket = name.ends_with(')') ? name.rfind(" (") : std::string_view::npos;
        if (bracket != std::string_view::npos) {
            track.release_name = known(name.substr(bracket + 2, name.size() - bracket - 3));
            name = name.substr(0, bracket);
        }
        const auto parts = split_at_dash(name);
        if (!parts) return;
        track.artist_name = known(parts->left);
        track.track_name = known(parts->right);
    }

    ReadOptions options_;
    RecordSink* sink_;
    std::set<std::string, std::less<>> users_;
};

void read_playback_report(ByteStream& in, const FileHead& /*head*/, const ReadOptions& options,
                          RecordSink& sink) {
    const std::string text = read_list(in, sink);
    PlaybackReport(options, sink).read(text);
}

}  // namespace

Source scrobbler_log_source() noexcept {
    return {"scrobbler_log", ".scrobbler.log of a portable player (Rockbox)", is_scrobbler_log,
            read_scrobbler_log};
}

Source playback_reporting_source() noexcept {
    return {"playback_reporting", "the backup of Jellyfin's or Emby's Playback Reporting", is_playback_report,
            read_playback_report};
}

}  // namespace attune::sources
