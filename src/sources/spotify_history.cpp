#include "sources/spotify_history.h"

#include "core/text.h"
#include "sources/flat_rows.h"
#include "sources/values.h"

#include <algorithm>
#include <array>

namespace attune::sources {
namespace {

using library::Listen;
using library::ListenSource;

/// Devices must go online once in 30 days, so a play cannot have begun longer before it was reported.
constexpr auto longest_offline = std::chrono::days(31);

/// Clocks of two machines differ a little.
constexpr auto clock_difference = std::chrono::seconds(60);

std::optional<std::string_view> text_of(const JsonValue& value) {
    if (!value.is_given() || !has_text(value.text)) return std::nullopt;
    return value.text;
}

std::optional<bool> flag_of(const JsonValue& value) {
    if (value.kind == JsonValue::Kind::boolean) return value.text == "true";
    return value.is_given() ? parse_flag(value.text) : std::nullopt;
}

std::optional<Timestamp> time_of(const JsonValue& value) {
    if (!value.is_given()) return std::nullopt;
    const auto text = trim(value.text);
    const auto time = parse_timestamp(text);
    return time ? time : parse_epoch(text);
}

/// clean_text() into a string that is there. The fields of a JSON object are UTF-8 already.
void assign_clean(std::string& text, std::string_view raw) {
    text.assign(trim(raw));
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    std::ranges::replace_if(text, is_control, ' ');
}

/// What two histories have in common: whether a row is a play of a track, and of which length.
struct Checked {
    std::optional<DropReason> drop;
    Timestamp ended_at;
    int ms_played = 0;
};

Checked check_play(const JsonValue& end, const JsonValue& ms_played, Timestamp now) {
    const auto ended_at = time_of(end);
    if (!ended_at || !is_credible(*ended_at, now)) return {DropReason::bad_date, {}, 0};
    const auto ms = ms_played.is_given() ? parse_ms_played(ms_played.text) : std::nullopt;
    if (!ms) return {DropReason::bad_value, {}, 0};
    if (*ms == 0) return {DropReason::zero_length, {}, 0};
    return {std::nullopt, *ended_at, *ms};
}

// --- extended
// ------------------------------------------------------------------------------------------------

// In the order of the file. Addresses, user agents, names and countries are not among them: what is not read
// cannot be stored.
constexpr std::array<std::string_view, 18> extended_keys{"ts",
                                                         "platform",
                                                         "ms_played",
                                                         "master_metadata_track_name",
                                                         "master_metadata_album_artist_name",
                                                         "master_metadata_album_album_name",
                                                         "spotify_track_uri",
                                                         "episode_name",
                                                         "spotify_episode_uri",
                                                         "audiobook_title",
                                                         "audiobook_uri",
                                                         "reason_start",
                                                         "reason_end",
                                                         "shuffle",
                                                         "skipped",
                                                         "offline",
                                                         "offline_timestamp",
                                                         "incognito_mode"};

enum ExtendedKey : std::size_t {
    ts,
    platform,
    ms_played,
    track_name,
    artist_name,
    album_name,
    track_uri,
    episode_name,
    episode_uri,
    audiobook_title,
    audiobook_uri,
    reason_start,
    reason_end,
    shuffle,
    skipped,
    offline,
    offline_timestamp,
    incognito_mode,
};

class ExtendedRows final : public FlatRows {
  public:
    ExtendedRows(bool is_video, const ReadOptions& options, RecordSink& sink)
        : FlatRows(extended_keys, sink), is_video_(is_video), options_(options) {}

  private:
    void row(const JsonFields& fields, Place place) override {
        Checked checked = check_play(fields[ts], fields[ms_played], options_.now);
        if (const auto reason = not_a_track(fields)) checked.drop = reason;
        const bool is_private = flag_of(fields[incognito_mode]).value_or(false);
        if (!checked.drop && is_private && !options_.keep_incognito) checked.drop = DropReason::incognito;
        if (checked.drop) {
            sink().dropped(*checked.drop, place, digest(fields));
        } else {
            sink().listen(std::move(listen(fields, checked)), ListenSource::spotify_extended, place);
        }
    }

    std::optional<DropReason> not_a_track(const JsonFields& fields) const {
        if (text_of(fields[track_name]) && text_of(fields[artist_name])) return std::nullopt;
        if (text_of(fields[audiobook_title]) || text_of(fields[audiobook_uri])) return DropReason::audiobook;
        if (text_of(fields[episode_name]) || text_of(fields[episode_uri])) return DropReason::podcast;
        return is_video_ && !text_of(fields[track_uri]) ? DropReason::video : DropReason::no_track;
    }

    static std::uint64_t digest(const JsonFields& fields) {
        RowDigest digest;
        for (const auto key : {ts, ms_played, track_name, artist_name, track_uri, episode_name, episode_uri,
                               audiobook_title, audiobook_uri, reason_start, reason_end}) {
            digest.add(fields[key].text);
        }
        return digest.value();
    }

    /// Always the same Listen, so that the memory of its strings is used again where the sink leaves it.
    Listen& listen(const JsonFields& fields, const Checked& checked) {
        assign_clean(listen_.track.track_name, fields[track_name].text);
        assign_clean(listen_.track.artist_name, fields[artist_name].text);
        assign_clean(listen_.track.release_name, fields[album_name].text);
        assign_track_id(listen_.track.spotify_id, fields[track_uri].text);
        listen_.ended_at = checked.ended_at;
        listen_.listened_at = start(fields[offline_timestamp], checked);
        listen_.ms_played = checked.ms_played;
        listen_.reason_start = library::parse_play_reason(fields[reason_start].text);
        listen_.reason_end = library::parse_play_reason(fields[reason_end].text);
        listen_.skipped = flag_of(fields[skipped]);
        listen_.shuffle = flag_of(fields[shuffle]);
        listen_.offline = flag_of(fields[offline]);
        listen_.platform = platform_of(fields[platform].text);
        return listen_;
    }

    /// library::spotify_track_id() into a string that is there.
    static void assign_track_id(std::string& id, std::string_view uri) {
        constexpr std::string_view prefix = "spotify:track:";
        constexpr std::size_t length = 22;
        const bool is_usual = uri.size() == prefix.size() + length && uri.starts_with(prefix);
        if (is_usual && std::ranges::all_of(uri.substr(prefix.size()), is_letter_or_digit)) {
            id.assign(uri.substr(prefix.size()));
        } else {
            id = library::spotify_track_id(uri);
        }
    }

    static bool is_letter_or_digit(char c) noexcept {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /// People change their device seldom: row after row has the same text.
    library::Platform platform_of(std::string_view text) {
        if (text != platform_text_) {
            platform_text_ = text;
            platform_ = library::parse_platform(text);
        }
        return platform_;
    }

    /// `offline_timestamp` is the start where it is set and can be; otherwise it is the end less what was
    /// heard.
    static Timestamp start(const JsonValue& offline, const Checked& checked) {
        const auto stated = offline.is_given() ? parse_epoch(offline.text) : std::nullopt;
        const auto worked_out = checked.ended_at - std::chrono::seconds(checked.ms_played / 1000);
        if (!stated) return worked_out;
        const bool is_possible =
            *stated <= checked.ended_at + clock_difference && *stated >= checked.ended_at - longest_offline;
        return is_possible ? std::min(*stated, checked.ended_at) : worked_out;
    }

    bool is_video_;
    ReadOptions options_;
    Listen listen_;
    std::string platform_text_;
    library::Platform platform_ = library::parse_platform({});
};

// --- account
// -------------------------------------------------------------------------------------------------

constexpr std::array<std::string_view, 8> account_keys{"endTime",     "artistName",  "trackName",
                                                       "podcastName", "episodeName", "audiobookName",
                                                       "chapterName", "msPlayed"};

enum AccountKey : std::size_t { end_time, artist, title, podcast, episode, audiobook, chapter, played };

class AccountRows final : public FlatRows {
  public:
    AccountRows(const ReadOptions& options, RecordSink& sink)
        : FlatRows(account_keys, sink), options_(options) {}

  private:
    void row(const JsonFields& fields, Place place) override {
        Checked checked = check_play(fields[end_time], fields[played], options_.now);
        if (const auto reason = not_a_track(fields)) checked.drop = reason;
        if (checked.drop) {
            sink().dropped(*checked.drop, place, digest(fields));
            return;
        }
        Listen listen;
        listen.track.artist_name = clean_text(fields[artist].text);
        listen.track.track_name = clean_text(fields[title].text);
        listen.ended_at = checked.ended_at;
        listen.listened_at = checked.ended_at - std::chrono::seconds(checked.ms_played / 1000);
        listen.ms_played = checked.ms_played;
        sink().listen(std::move(listen), ListenSource::spotify_account, place);
    }

    static std::optional<DropReason> not_a_track(const JsonFields& fields) {
        if (text_of(fields[audiobook]) || text_of(fields[chapter])) return DropReason::audiobook;
        if (text_of(fields[podcast]) || text_of(fields[episode])) return DropReason::podcast;
        if (text_of(fields[artist]) && text_of(fields[title])) return std::nullopt;
        return DropReason::no_track;
    }

    static std::uint64_t digest(const JsonFields& fields) {
        RowDigest digest;
        for (std::size_t key = 0; key < account_keys.size(); ++key) digest.add(fields[key].text);
        return digest.value();
    }

    ReadOptions options_;
};

// --- recognition
// ---------------------------------------------------------------------------------------------

bool has(const FileHead& head, std::string_view text) {
    return head.bytes.find(text) != std::string_view::npos;
}

/// True for a file whose beginning does not say what it is (empty, an empty list, destroyed), but whose name
/// does.
bool is_only_named(const FileHead& head, std::string_view lower_case_prefix) {
    const std::string name = to_lower_ascii(head.name);
    const bool says_nothing = !has(head, "\":") && !has(head, "\" :");
    return says_nothing && name.starts_with(lower_case_prefix) && name.ends_with(".json");
}

bool is_extended(const FileHead& head) {
    if (has(head, "\"ms_played\"") && has(head, "\"ts\"")) return true;
    return is_only_named(head, "streaming_history_") || is_only_named(head, "endsong");
}

bool is_account(const FileHead& head) {
    if (has(head, "\"msPlayed\"") && has(head, "\"endTime\"")) return true;
    return is_only_named(head, "streaminghistory");
}

void read_extended(ByteStream& in, const FileHead& head, const ReadOptions& options, RecordSink& sink) {
    const bool is_video = to_lower_ascii(head.name).find("video") != std::string::npos;
    ExtendedRows(is_video, options, sink).read(in);
}

void read_account(ByteStream& in, const FileHead& /*head*/, const ReadOptions& options, RecordSink& sink) {
    AccountRows(options, sink).read(in);
}

}  // namespace

Source spotify_extended_source() noexcept {
    return {"spotify_extended", "Spotify, extended streaming history", is_extended, read_extended};
}

Source spotify_account_source() noexcept {
    return {"spotify_account", "Spotify, account data: streaming history", is_account, read_account};
}

}  // namespace attune::sources
