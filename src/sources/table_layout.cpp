#include "sources/table_layout.h"

#include "core/text.h"
#include "sources/column_names.h"
#include "sources/csv.h"
#include "sources/moments.h"
#include "sources/streams.h"
#include "sources/values.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

namespace attune::sources {
namespace {

constexpr std::size_t rows_of_preamble = 30;
constexpr std::size_t rows_of_sample = 1000;

/// What cannot be a table: JSON and XML begin otherwise.
bool is_marked_up(std::string_view bytes) {
    const auto text = trim(bytes);
    if (text.size() < 2) return false;
    const auto second = trim(text.substr(1));
    if (text[0] == '{') return second.empty() || second[0] == '"' || second[0] == '}';
    if (text[0] == '[')
        return second.empty() || std::string_view("{[]").find(second[0]) != std::string_view::npos;
    return text[0] == '<' && (text[1] == '?' || text[1] == '!' || (text[1] >= 'a' && text[1] <= 'z'));
}

bool is_known_header(std::string_view field) {
    const auto normal = normal_name(field);
    return (!normal.empty() && is_known_column(normal)) || !column_in_own_words(field).empty();
}

bool is_clock_moment(const std::string& field) {
    MomentSurvey survey;
    survey.look(field);
    return survey.n_with_clock() > 0;
}

/// How many different columns the fields name; none where one is a moment: there are artists called "Artist".
std::size_t n_known(const std::vector<std::string>& fields) {
    if (std::ranges::any_of(fields, is_clock_moment)) return 0;
    std::set<std::string_view> names;
    for (const auto& field : fields) {
        if (is_known_header(field)) names.insert(field);
    }
    return names.size();
}

std::vector<std::vector<std::string>> first_rows(std::string_view bytes, char separator) {
    MemoryStream in(bytes);
    CsvReader reader(in, separator);
    CsvRow row;
    std::vector<std::vector<std::string>> rows;
    while (rows.size() < rows_of_preamble && reader.next(row)) {
        rows.emplace_back();
        for (const auto field : row.fields) rows.back().emplace_back(trim(field));
    }
    return rows;
}

/// The row that names the columns: the first, unless a later one names two more that are known.
struct HeaderRow {
    std::size_t row = 0;
    std::size_t n_names = 0;
};

HeaderRow find_header_row(const std::vector<std::vector<std::string>>& rows) {
    HeaderRow best;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const std::size_t n = n_known(rows[r]);
        if (r == 0 ? n > 0 : n >= best.n_names + 2) best = {r, n};
    }
    return best;
}

bool is_address(std::string_view field) {
    return field.starts_with("spotify:") || field.starts_with("http://") || field.starts_with("https://");
}

/// What stands in rows and not in names of columns: a moment, a number, a link.
bool is_datum(const std::string& field) {
    MomentSurvey survey;
    survey.look(field);
    return survey.n_moments() > 0 || parse_number(field).has_value() || is_address(field);
}

/// Whether below an empty field of the first row a moment stands: the song that was playing just then has none yet.
bool lacks_a_moment(const std::vector<std::string>& first,
                    const std::vector<std::vector<std::string>>& rows) {
    for (std::size_t c = 0; c < first.size(); ++c) {
        MomentSurvey survey;
        for (const auto& row : rows) survey.look(c < row.size() ? row[c] : std::string());
        if (first[c].empty() && survey.n_with_clock() > 0 && survey.n_with_clock() == survey.n_values())
            return true;
    }
    return false;
}

/// Comments and announcements are rows of one field; the rest of a table is not.
std::size_t rows_before(const std::vector<std::vector<std::string>>& rows) {
    const auto is_before = [](const std::vector<std::string>& row) {
        return row.empty() || to_lower_ascii(row[0]).starts_with("sep=") ||
               (row.size() == 1 && row[0].starts_with('#'));
    };
    std::size_t n = 0;
    while (n < rows.size() && is_before(rows[n])) ++n;
    return n == rows.size() ? 0 : n;
}

/// The widest row that several others are like.
std::size_t usual_width(const std::vector<std::vector<std::string>>& rows) {
    std::map<std::size_t, std::size_t> counts;
    for (const auto& row : rows) ++counts[row.size()];
    std::size_t width = 0;
    std::size_t most = 0;
    for (const auto& [n, count] : counts) {
        if (count >= most) most = count, width = n;
    }
    return width;
}

void take_values(const FileHead& head, TableLayout& layout) {
    constexpr std::size_t whole_head = 60'000;  // a shorter one is all of the file
    MemoryStream in(head.bytes);
    CsvReader reader(in, layout.separator);
    CsvRow row;
    const std::size_t n_skipped = layout.n_before + (layout.has_header ? 1 : 0);
    for (std::size_t r = 0; r < n_skipped; ++r) reader.next(row);
    layout.values.resize(layout.header.size());
    for (std::size_t r = 0; r < rows_of_sample && reader.next(row); ++r) {
        const bool is_cut = !row.has_line_end && head.bytes.size() >= whole_head;
        if (row.is_broken || is_cut || row.fields.size() > layout.header.size()) continue;
        for (std::size_t c = 0; c < row.fields.size(); ++c)
            layout.values[c].emplace_back(trim(row.fields[c]));
    }
}

}  // namespace

TableLayout layout_of(const FileHead& head) {
    TableLayout layout;
    if (head.bytes.empty() || is_marked_up(head.bytes)) return layout;
    const char likeliest = detect_separator(head.bytes);
    auto rows = first_rows(head.bytes, likeliest);
    layout.separator = likeliest;
    auto header = find_header_row(rows);
    for (const char separator : {';', '\t', '|', ','}) {
        if (separator == likeliest || header.n_names > 1) continue;
        auto other_rows = first_rows(head.bytes, separator);
        const auto other = find_header_row(other_rows);
        if (other.n_names <= std::max<std::size_t>(header.n_names, 1)) continue;
        header = other;
        rows = std::move(other_rows);
        layout.separator = separator;
    }
    if (rows.empty()) return layout;
    layout.n_before = header.n_names > 0 ? header.row : rows_before(rows);
    const auto& first = rows[layout.n_before];
    // Who numbers the columns says that the first row does not name them.
    const bool are_numbered =
        head.answers != nullptr && std::ranges::any_of(head.answers->columns, [&](const auto& answer) {
            return parse_whole(answer.first).has_value() &&
                   std::ranges::find(first, answer.first) == first.end();
        });
    layout.has_header = header.n_names > 0 || (!are_numbered && std::ranges::none_of(first, is_datum) &&
                                               !lacks_a_moment(first, rows));
    layout.header = layout.has_header ? first : std::vector<std::string>(usual_width(rows));
    take_values(head, layout);
    return layout;
}

}  // namespace attune::sources
