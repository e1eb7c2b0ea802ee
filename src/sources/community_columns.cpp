#include "sources/community_columns.h"

#include "core/text.h"
#include "core/time.h"
#include "sources/raw_table.h"
#include "sources/streams.h"
#include "sources/values.h"

#include <algorithm>

namespace attune::sources {
namespace {

constexpr std::size_t n_sampled = 50;  // rows by which a table without a header is judged

using Sample = std::vector<std::vector<std::string>>;

bool is_mbid(std::string_view text) noexcept {
    return text.size() == 36 && text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-';
}

bool is_number(std::string_view text) { return parse_number(text).has_value(); }
bool is_code(std::string_view text) { return is_number(text) || is_mbid(text); }
bool is_moment(std::string_view text) { return text.size() >= 16 && parse_timestamp(text).has_value(); }
bool is_epoch(std::string_view text) {
    constexpr std::int64_t year_2002 = 1'009'843'200;
    return parse_whole(text).value_or(0) >= year_2002;
}

/// Whether all fields of the column are such; empty ones count if some are not empty.
bool all_are(const Sample& rows, std::size_t column, bool (*is_such)(std::string_view)) {
    std::size_t n_filled = 0;
    for (const auto& row : rows) {
        if (column >= row.size()) return false;
        if (row[column].empty()) continue;
        if (!is_such(row[column])) return false;
        ++n_filled;
    }
    return n_filled > 0;
}

/// The first rows; without the last of them where the head ends in its midst.
Sample sample_of(const FileHead& head, char separator) {
    constexpr std::size_t surely_whole = 32 * 1024;
    MemoryStream in(head.bytes);
    RawReader reader(in, separator);
    CsvRow row;
    Sample rows;
    while (rows.size() <= n_sampled && reader.next(row)) {
        const bool is_cut = !row.has_line_end && head.bytes.size() > surely_whole;
        if (row.is_broken || is_cut) break;
        auto& fields = rows.emplace_back();
        for (const auto field : row.fields) fields.emplace_back(trim(field));
    }
    return rows;
}

/// "", "0", "1", "2": what tables get from programs that number rows and columns.
bool numbers_columns(const std::vector<std::string>& header) {
    if (header.size() < 2 || !header.front().empty()) return false;
    for (std::size_t i = 1; i < header.size(); ++i) {
        if (header[i] != std::to_string(i - 1)) return false;
    }
    return true;
}

}  // namespace

void give_play(library::CommunityPlay&& play, std::string_view count, const CsvRow& row, RecordSink& sink) {
    const auto number = parse_number(count);
    if (play.person.empty()) {
        sink.dropped(DropReason::no_person, row.place, digest_of(row));
    } else if (play.artist_name.empty()) {
        sink.dropped(DropReason::no_track, row.place, digest_of(row));
    } else if (!number || *number <= 0 || *number > most_plays) {
        sink.dropped(DropReason::bad_value, row.place, digest_of(row));
    } else {
        play.count = *number;
        sink.community_play(std::move(play), row.place);
    }
}

bool names_several_people(const FileHead& head) {
    if (head.bytes.find('\0') != std::string_view::npos) return false;
    const CommunityColumns columns(head);
    if (!columns.person || !columns.has_header || !columns.name_plays()) return false;
    const auto rows = sample_of(head, columns.separator);
    std::optional<std::string> first;
    for (std::size_t i = 1; i < rows.size(); ++i) {
        if (rows[i].size() != columns.n_columns || rows[i][*columns.person].empty()) continue;
        if (!first) first = rows[i][*columns.person];
        if (rows[i][*columns.person] != *first) return true;
    }
    return false;
}

char community_separator(std::string_view head) noexcept {
    head = head.substr(0, head.find('\n', head.find_first_not_of("\r\n")));
    const char found = detect_separator(head);
    const bool is_there = head.find(found) != std::string_view::npos;
    return is_there || head.find(' ') == std::string_view::npos ? found : ' ';
}

CommunityColumns::CommunityColumns(const FileHead& head) : separator(community_separator(head.bytes)) {
    auto rows = sample_of(head, separator);
    if (rows.empty()) return;
    n_columns = rows.front().size();
    CsvRow header;
    for (const auto& field : rows.front()) header.fields.push_back(field);
    if (take_header(header)) {
        rows.erase(rows.begin());
        has_bare_numbers = has_bare_numbers && artist && all_are(rows, *artist, is_code);
        return;
    }
    has_header = numbers_columns(rows.front());
    if (has_header) rows.erase(rows.begin());
    std::erase_if(rows, [&](const auto& row) { return row.size() != n_columns; });
    if (!rows.empty()) take_samples(rows);
}

/// False if the row is no header.
bool CommunityColumns::take_header(const CsvRow& header) {
    const Columns columns(header, separator);
    person = columns.find({"user", "userid", "username", "useridx", "uid", "usersha1", "listener",
                           "listenerid", "account", "person"});
    if (!person) return false;
    artist = columns.find({"artistname", "artist", "artists", "artistnames", "name"});
    track = columns.find({"trackname", "track", "song", "songname", "title", "tracktitle"});
    if (!artist) {
        artist = columns.find({"artistid", "artistmbid", "item", "itemid", "itemname"});
        has_bare_numbers = artist.has_value();
    }
    count = columns.find({"count", "plays", "playcount", "listens", "listencount", "weight", "scrobbles",
                          "value", "nplays", "timesplayed"});
    time =
        columns.find({"listenedat", "playedat", "timestamp", "utctime", "uts", "datetime", "date", "time"});
    return true;
}

/// Without a header: the person first, the count last, names or numbers between them; MusicBrainz ids are
/// passed over where a name stands beside them.
void CommunityColumns::take_samples(const Sample& rows) {
    std::vector<std::size_t> names;
    std::vector<std::size_t> numbers;
    std::vector<std::size_t> codes;
    const std::size_t first = has_header ? 1 : 0;  // the column that numbers the rows
    for (std::size_t column = first + 1; column < n_columns; ++column) {
        if (all_are(rows, column, is_moment)) {
            time = column;
        } else if (all_are(rows, column, is_mbid)) {
            codes.push_back(column);
        } else if (all_are(rows, column, is_number)) {
            numbers.push_back(column);
        } else if (all_are(rows, column, [](std::string_view) { return true; })) {
            names.push_back(column);
        }
    }
    if (numbers.size() > 1 && all_are(rows, numbers.back(), is_epoch)) {
        time = numbers.back();
        numbers.pop_back();
    }
    has_bare_numbers = names.empty();
    if (names.empty() && !codes.empty()) {
        names = {codes.front()};
    } else if (names.empty() && numbers.size() == 2) {
        names = {numbers.front()};
        numbers.erase(numbers.begin());
    }
    if (!numbers.empty()) count = numbers.back();
    const bool is_play = !names.empty() && names.size() <= 2 && numbers.size() <= 1 && (count || time);
    if (!is_play) return;
    person = first;
    artist = names.front();
    if (names.size() == 2) track = names.back();
}

}  // namespace attune::sources
