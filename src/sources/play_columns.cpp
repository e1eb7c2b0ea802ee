#include "sources/play_columns.h"

#include "core/text.h"
#include "sources/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace attune::sources {
namespace {

using library::PlayReason;

MomentSurvey survey_of(const Columns& columns, std::size_t column) {
    MomentSurvey survey;
    for (const auto& value : columns.values(column)) {
        if (!says_nothing(value)) survey.look(value);
    }
    return survey;
}

/// "05:01", "17:01:31", "5:01 PM": two digits, or a half of the day. A column of lengths has neither beyond 12 o'clock.
bool holds_clocks(const Columns& columns, std::size_t column) {
    bool any_sure = false;
    for (const auto& value : columns.values(column)) {
        if (value.empty()) continue;
        const auto colon = value.find(':');
        const auto hours = colon == std::string::npos ? -1 : parse_whole(value.substr(0, colon)).value_or(-1);
        const auto last = to_lower_ascii(value.substr(value.size() - std::min<std::size_t>(value.size(), 2)));
        const bool is_half = last == "am" || last == "pm";
        if (hours < 0 || hours > 23 || !(is_half || (value.size() >= 5 && value[2] == ':'))) return false;
        any_sure = any_sure || is_half || hours > 12;
    }
    return any_sure;
}

bool holds_days(const Columns& columns, std::size_t column) {
    const auto survey = survey_of(columns, column);
    return survey.n_values() > 0 && survey.n_moments() == survey.n_values() && survey.n_with_clock() == 0;
}

std::optional<std::size_t> time_among(const Columns& columns, std::initializer_list<std::string_view> names) {
    for (const auto name : names) {
        const auto column = columns.find({name});
        if (column && holds_moments(columns, *column)) return column;
    }
    return std::nullopt;
}

/// "skipped", "fwdbtn", "trackdone", or what other programs call these.
PlayReason reason_of(std::string_view word) {
    struct Named {
        std::string_view word;
        PlayReason reason;
    };
    constexpr std::array<Named, 20> others{{
        {"skip", PlayReason::forward},
        {"skipped", PlayReason::forward},
        {"next", PlayReason::forward},
        {"forward", PlayReason::forward},
        {"trackskippedforwards", PlayReason::forward},
        {"trackskippedbackwards", PlayReason::back},
        {"previous", PlayReason::back},
        {"completed", PlayReason::track_done},
        {"complete", PlayReason::track_done},
        {"finished", PlayReason::track_done},
        {"ended", PlayReason::track_done},
        {"end", PlayReason::track_done},
        {"naturalendoftrack", PlayReason::track_done},
        {"done", PlayReason::track_done},
        {"playthrough", PlayReason::track_done},
        {"manuallyselectedplaybackofadiffitem", PlayReason::chosen},
        {"failedtoload", PlayReason::error},
        {"error", PlayReason::error},
        {"exitedapplication", PlayReason::app_closed},
        {"stopped", PlayReason::app_closed},
    }};
    const auto known = library::parse_play_reason(word);
    if (known != PlayReason::unknown) return known;
    const auto normal = normal_name(word);
    const auto* const found = std::ranges::find(others, normal, &Named::word);
    return found == others.end() ? PlayReason::unknown : found->reason;
}

/// Yes and no as a table writes them, in the languages of spreadsheets.
std::optional<bool> flag_in_words(std::string_view text) {
    if (const auto flag = parse_flag(text)) return flag;
    constexpr std::array<std::string_view, 15> yes{"y",    "x",    "t",         "wahr", "ja",
                                                   "vrai", "oui",  "verdadero", "sí",   "sim",
                                                   "vero", "waar", "tak",       "skip", "skipped"};
    constexpr std::array<std::string_view, 13> no{"n",   "f",      "falsch",   "nein", "faux",
                                                  "non", "falso",  "nee",      "não",  "onwaar",
                                                  "nie", "played", "completed"};
    const std::string word = to_lower_ascii(trim(text));
    if (std::ranges::find(yes, word) != yes.end()) return true;
    if (std::ranges::find(no, word) != no.end()) return false;
    return std::nullopt;
}

bool is_share_of_100(const Columns& columns, std::size_t column) {
    if (columns.name(column).find("percent") != std::string_view::npos ||
        columns.as_written(column).ends_with('%'))
        return true;
    return std::ranges::any_of(columns.values(column), [](const std::string& value) {
        const auto number = parse_styled(value, {});
        return number && number->value > 2;
    });
}

}  // namespace

bool holds_moments(const Columns& columns, std::size_t column) {
    const auto survey = survey_of(columns, column);
    if (survey.n_values() == 0) return true;
    return 2 * survey.n_moments() >= survey.n_values() && 2 * survey.n_with_clock() >= survey.n_moments();
}

TimeColumn::TimeColumn(const Columns& columns, std::optional<std::size_t> column)
    : column_(column), zone_(columns.find({"timezone", "tz", "zone", "offset", "utcoffset"})) {
    if (!column) {
        const auto day = columns.find({"playedat", "date", "day"});
        const auto clock = columns.find({"time", "clock", "starttime"});
        if (!day || !clock || day == clock || !holds_days(columns, *day) || !holds_clocks(columns, *clock))
            return;
        column_ = day;
        clock_ = clock;
    }
    survey_ = survey_of(columns, *column_);
    order_ = columns.answered_order(*column_);
    if (order_ == DayOrder::unknown) order_ = survey_.order();
}

std::string TimeColumn::text(const CsvRow& row) const {
    std::string text(value_of(row, column_));
    if (clock_ && !text.empty()) text += " " + std::string(value_of(row, clock_));
    return text;
}

std::optional<Timestamp> TimeColumn::read(const CsvRow& row, const Zone& local) const {
    const auto plain = value_of(row, column_);
    const bool is_utc = local.name() == "UTC" && !zone_ && !clock_;
    if (is_utc) {
        if (const auto time = parse_timestamp(plain)) return time;
    }
    MomentStyle style{order_, local};
    const auto zone_name = value_of(row, zone_);
    bool is_found = false;
    const Zone named = zone_name.empty() ? Zone() : Zone::find(zone_name, is_found);
    if (is_found) style.zone = named;
    // "+01:00" beside a local time.
    const bool is_offset = !is_found && !zone_name.empty() && (zone_name[0] == '+' || zone_name[0] == '-');
    const auto moment = parse_moment(is_offset ? text(row) + " " + std::string(zone_name) : text(row), style);
    return moment ? std::optional(moment->time) : std::nullopt;
}

PlayColumns::PlayColumns(const Columns& columns)
    : ms_played(columns, columns.find({"msplayed",
                                       "playedms",
                                       "playtimems",
                                       "listenedms",
                                       "mslistened",
                                       "streamdurationms",
                                       "playdurationmilliseconds",
                                       "playdurationms",
                                       "secondsplayed",
                                       "playedseconds",
                                       "secondslistened",
                                       "listenedseconds",
                                       "secplayed",
                                       "minutesplayed",
                                       "playedminutes",
                                       "playduration",
                                       "playedduration",
                                       "durationplayed",
                                       "listeningtime",
                                       "listenedtime",
                                       "timelistened",
                                       "timeplayed",
                                       "playedtime",
                                       "streamduration",
                                       "playbackduration"})),
      share_played(columns.find({"percentplayed", "playedpercent", "percentagelistened", "percentlistened",
                                 "percentcomplete", "completion", "completionrate", "listenedpercent",
                                 "playedpercentage"})),
      share_is_percent(share_played && is_share_of_100(columns, *share_played)),
      skipped(columns.find({"skipped", "isskipped", "wasskipped", "skip"})),
      reason_start(columns.find({"reasonstart", "startreason"})),
      reason_end(columns.find({"reasonend", "endreason", "endreasontype", "reason"})),
      shuffle(columns.find({"shuffle"})),
      offline(columns.find({"offline"})),
      platform(columns.find({"platform"})) {
    auto found = time_among(columns, {"endtime", "ts", "endedat", "stoppedat", "eventendtimestamp"});
    time_is_end = found.has_value();
    if (!found) {
        found = time_among(columns, {"uts", "playedat", "listenedat", "scrobbletime", "scrobbledat",
                                     "starttime", "startedat", "utctime", "entrydate", "eventstarttimestamp",
                                     "datetime", "timestamp", "date", "time"});
    }
    if (found && ms_played.column() && columns.name(*found) == "datetime") time_is_end = true;
    for (std::size_t i = 0; !found && i < columns.size(); ++i) {
        if (columns.as_written(i).starts_with("Date#")) found = i;  // "Date#name-of-the-account"
    }
    time = TimeColumn(columns, found);
}

void PlayColumns::read_end(const CsvRow& row, library::Listen& listen) const {
    listen.skipped = flag_in_words(value_of(row, skipped));
    listen.shuffle = flag_in_words(value_of(row, shuffle));
    listen.offline = flag_in_words(value_of(row, offline));
    listen.reason_start = reason_of(value_of(row, reason_start));
    listen.reason_end = reason_of(value_of(row, reason_end));
    if (platform) listen.platform = library::parse_platform(value_of(row, platform));
    const auto share = parse_styled(value_of(row, share_played), {});
    if (!share || !listen.track.duration_ms || ms_played.column()) return;
    const double part = share->value / (share_is_percent || share->is_percent ? 100 : 1);
    if (part >= 0 && part <= 1.05) listen.ms_played = static_cast<int>(part * *listen.track.duration_ms);
}

std::vector<std::pair<std::size_t, std::string>> PlayColumns::meanings() const {
    std::vector<std::pair<std::size_t, std::string>> all;
    const auto add = [&](std::optional<std::size_t> column, std::string meaning) {
        if (column) all.emplace_back(*column, std::move(meaning));
    };
    std::string when = time_is_end ? "end of the play" : "start of the play";
    if (time.order() == DayOrder::day_first) when += ", day before month";
    if (time.order() == DayOrder::month_first) when += ", month before day";
    add(time.column(), when);
    add(time.clock(), "clock of the play");
    if (time.is_there()) add(time.zone(), "zone of the time");
    add(ms_played.column(), fmt::format("how long it was heard ({})", ms_played.meaning()));
    add(share_played, "share of the track that was heard");
    add(skipped, "whether it was skipped");
    add(reason_start, "why it began");
    add(reason_end, "why it ended");
    add(shuffle, "whether in random order");
    add(offline, "whether offline");
    add(platform, "platform");
    return all;
}

}  // namespace attune::sources
