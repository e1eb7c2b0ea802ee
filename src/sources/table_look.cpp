#include "sources/table_look.h"

#include "core/text.h"
#include "sources/feature_columns.h"
#include "sources/play_columns.h"
#include "sources/track_columns.h"
#include "sources/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace attune::sources {
namespace {

using Meanings = std::vector<std::pair<std::size_t, std::string>>;

struct AnswerWord {
    std::string_view word;
    std::string_view name;
};

constexpr std::array<AnswerWord, 26> answer_words{{
    {"title", "trackname"},
    {"artist", "artistname"},
    {"album", "albumname"},
    {"time", "playedat"},
    {"end", "endtime"},
    {"length", "duration"},
    {"heard", "msplayed"},
    {"skipped", "skipped"},
    {"added", "addedat"},
    {"playlist", "playlistname"},
    {"year", "year"},
    {"genre", "genre"},
    {"isrc", "isrc"},
    {"id", "trackid"},
    {"ignore", "nothing"},
    {"danceability", "danceability"},
    {"energy", "energy"},
    {"key", "key"},
    {"loudness", "loudness"},
    {"mode", "mode"},
    {"speechiness", "speechiness"},
    {"acousticness", "acousticness"},
    {"instrumentalness", "instrumentalness"},
    {"liveness", "liveness"},
    {"valence", "valence"},
    {"tempo", "tempo"},
}};

std::string column_label(const Columns& columns, std::size_t c) {
    const auto written = fit(clean_text(columns.as_written(c)), 40);
    return written.empty() ? fmt::format("{}", c + 1) : written;
}

Meanings track_meanings(const Columns& columns) {
    const TrackColumns track(columns);
    Meanings all;
    const auto add = [&](std::optional<std::size_t> column, std::string meaning) {
        if (column) all.emplace_back(*column, std::move(meaning));
    };
    add(track.title, "title");
    add(track.artist, "artist");
    add(track.album, "album");
    add(track.spotify_id, "id of Spotify");
    add(track.isrc, "ISRC");
    add(track.recording_mbid, "id of MusicBrainz");
    add(track.duration.column(), track.duration.meaning());
    return all;
}

/// In the order of the columns, with the first row of values for an example.
std::vector<ColumnReading> readings_of(const Columns& columns, Meanings meanings) {
    std::ranges::stable_sort(meanings, {}, &std::pair<std::size_t, std::string>::first);
    std::vector<ColumnReading> readings;
    std::set<std::size_t> told;
    for (auto& [column, meaning] : meanings) {
        if (!told.insert(column).second) continue;
        const auto& values = columns.values(column);
        readings.push_back({column_label(columns, column), std::move(meaning),
                            values.empty() ? std::string() : fit(clean_text(values.front()), 60)});
    }
    return readings;
}

void append(Meanings& to, Meanings more) {
    for (auto& entry : more) to.push_back(std::move(entry));
}

MomentSurvey survey_column(const Columns& columns, std::size_t c) {
    MomentSurvey survey;
    for (const auto& value : columns.values(c)) survey.look(value);
    return survey;
}

/// What only lists of one's own have: those of players, and what attune itself exports.
bool is_surely_a_list(const Columns& columns) {
    if (columns.has({"recordingmbid"}) && columns.has({"probability"}) && columns.has({"reasons"}))
        return true;
    return columns.has({"addedat", "addeddate", "dateadded", "added", "trackaddeddate", "addedby",
                        "playlistname", "playlist", "location", "filename", "filepath"});
}

/// What speaks against a list of what the person likes, in words; empty if nothing does.
std::vector<std::string> against_a_list(const Columns& columns) {
    std::vector<std::string> against;
    const auto say = [&](std::size_t c, std::string_view what) {
        against.push_back(fmt::format("'{}' {}", column_label(columns, c), what));
    };
    const PlayColumns play(columns);
    const auto release =
        columns.find({"releasedate", "trackalbumreleasedate", "albumreleasedate", "year", "releaseyear"});
    if (play.says_how_long())
        say(play.ms_played.column() ? *play.ms_played.column() : *play.share_played,
            "says how long it was heard");
    if (release) say(*release, "says when it came out, as charts and catalogues do");
    for (const auto& [feature, c] : FeatureColumns(columns).found()) {
        if (feature != library::AudioFeature::duration_ms) say(c, "is about the sound");
    }
    const auto rank =
        columns.find({"rank", "position", "chartposition", "peakposition", "weeksonchart", "streams",
                      "popularity", "pop", "plays", "playcount", "score", "points", "votes", "sales"});
    if (rank) say(*rank, "ranks or counts, as charts do");
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto survey = survey_column(columns, c);
        const bool is_moments = survey.n_moments() > 0 && 2 * survey.n_moments() >= survey.n_values() &&
                                c != release && 2 * survey.n_numbers() < survey.n_moments();
        if (is_moments) say(c, "has dates: of plays, of releases, or of when they were added?");
    }
    return against;
}

std::string list_of(const std::vector<std::string>& words, std::size_t most = 3) {
    std::string text;
    for (std::size_t i = 0; i < std::min(words.size(), most); ++i)
        text += (text.empty() ? "" : "; ") + words[i];
    return words.size() > most ? text + "; …" : text;
}

}  // namespace

std::optional<ColumnAnswer> column_answer(std::string_view meaning) {
    std::string word = to_lower_ascii(trim(meaning));
    ColumnAnswer answer;
    for (const auto& [ending, order] : {std::pair{std::string_view(" d/m"), DayOrder::day_first},
                                        std::pair{std::string_view(" m/d"), DayOrder::month_first}}) {
        if (!word.ends_with(ending)) continue;
        answer.order = order;
        word.resize(word.size() - ending.size());
    }
    const auto* const found = std::ranges::find(answer_words, word, &AnswerWord::word);
    if (found == answer_words.end()) return std::nullopt;
    answer.name = std::string(found->name);
    return answer;
}

std::string known_answers() {
    std::string words;
    for (const auto& [word, name] : answer_words) words += (words.empty() ? "" : ", ") + std::string(word);
    return words + "; of times also 'time d/m' and 'time m/d'";
}

TableLook look_at_plays(const FileHead& head) {
    const auto columns = Columns::of(head);
    const PlayColumns play(columns);
    auto meanings = play.meanings();
    append(meanings, track_meanings(columns));
    TableLook look{readings_of(columns, std::move(meanings)), {}, {}};
    if (!play.time.column() || play.time.order() != DayOrder::unknown || !play.time.survey().is_ambiguous())
        return look;
    const auto name = column_label(columns, *play.time.column());
    look.question = fmt::format("no row tells whether day or month comes first in '{}', as '{}'", name,
                                play.time.survey().ambiguous_example());
    look.choices = {fmt::format("--columns \"{}=time d/m\"", name),
                    fmt::format("--columns \"{}=time m/d\"", name)};
    return look;
}

TableLook look_at_catalogue(const FileHead& head) {
    const auto columns = Columns::of(head);
    auto meanings = FeatureColumns(columns).meanings();
    append(meanings, track_meanings(columns));
    return {readings_of(columns, std::move(meanings)), {}, {}};
}

TableLook look_at_list(const FileHead& head) {
    const auto columns = Columns::of(head);
    TableLook look{readings_of(columns, track_meanings(columns)), {}, {}};
    const bool is_told = head.answers != nullptr && !head.answers->as.empty();
    if (is_told || is_surely_a_list(columns)) return look;
    const auto against = against_a_list(columns);
    if (against.empty()) return look;
    look.question = fmt::format("is it a playlist of yours? {}", list_of(against));
    look.choices = {"--as playlist", "--as likes", "--as history", "--as catalogue"};
    return look;
}

std::string advice_for_table(const FileHead& head) {
    if (head.bytes.find('\0') != std::string_view::npos) return {};
    const auto columns = Columns::of(head);
    if (columns.size() < 2) return {};
    std::string names;
    constexpr std::size_t most = 12;
    for (std::size_t c = 0; c < std::min(columns.size(), most); ++c)
        names += (names.empty() ? "" : ", ") + column_label(columns, c);
    if (!columns.has_header()) {
        return fmt::format(
            "is a table of {} columns without a header, so nobody knows which column is the artist and which "
            "the "
            "title; write a first row with the names of the columns, or say them: --columns "
            "\"1=title,2=artist\"",
            columns.size());
    }
    const TrackColumns track(columns);
    std::string missing;
    if (!track.artist) missing = "artist";
    if (!track.title) missing += missing.empty() ? "title" : " and title";
    if (missing.empty()) {
        return fmt::format(
            "is a table of tracks, but what --as asks for is not in it: a history has a column of times, a "
            "catalogue three of audio features; its columns are {}",
            names);
    }
    return fmt::format(
        "is a table, and no column of its header says {} (it has {}); name them in the first row, or say "
        "which they are: --columns \"{}=artist\"",
        missing, names, column_label(columns, 0));
}

}  // namespace attune::sources
