#include "sources/csv.h"

#include "core/argmax.h"
#include "core/text.h"
#include "sources/column_names.h"
#include "sources/streams.h"
#include "sources/table_layout.h"
#include "sources/table_look.h"
#include "sources/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace attune::sources {
namespace {

constexpr std::size_t first_chunk = 16 * 1024;  // many tables are read for their header only
constexpr std::size_t next_chunk = 256 * 1024;
constexpr std::size_t max_record = std::size_t{1} << 20U;
constexpr std::size_t max_lines = 1000;

/// Why the row cannot be read by its columns; empty if it can.
std::string fault_of(const CsvRow& row, TableShape shape) {
    if (row.is_broken) {
        return fmt::format("a row of {} bytes is damaged (a quote without its twin?); it is left out",
                           row.n_bytes);
    }
    const std::size_t n = row.fields.size();
    const bool is_cut = n < shape.n_columns && !row.has_line_end;
    if (is_cut)
        return fmt::format("the file ends within a row, after {} of {} fields; it is left out", n,
                           shape.n_columns);
    if (n < shape.n_columns && shape.is_strict) {
        return fmt::format("a row has {} fields where the header has {}; it is left out", n, shape.n_columns);
    }
    const auto is_filled = [](std::string_view field) { return !trim(field).empty(); };
    if (n > shape.n_columns && std::any_of(row.fields.begin() + static_cast<std::ptrdiff_t>(shape.n_columns),
                                           row.fields.end(), is_filled)) {
        return fmt::format("a row has {} fields where the header has {}; it is left out", n, shape.n_columns);
    }
    return {};
}

}  // namespace

bool CsvReader::next(CsvRow& row) {
    while (read_row(row)) {
        if (!row.is_blank()) return true;
    }
    return false;
}

/// Adds to the buffer, and drops what is before the row. False at the end of the stream.
bool CsvReader::fill() {
    if (at_end_) return false;
    const bool is_first = byte_ == 1 && buffer_.empty();
    buffer_.erase(0, begin_);
    begin_ = 0;
    const std::size_t size = buffer_.size();
    const std::size_t chunk = is_first ? first_chunk : next_chunk;
    buffer_.resize(size + chunk);
    std::size_t added = 0;
    while (added < chunk) {
        const std::size_t n = in_->read({buffer_.data() + size + added, chunk - added});
        at_end_ = n == 0;
        if (at_end_) break;
        added += n;
    }
    buffer_.resize(size + added);
    if (is_first && buffer_.starts_with(utf8_bom)) begin_ = byte_ = utf8_bom.size();
    if (is_first) byte_ = begin_ + 1;
    return true;
}

bool CsvReader::read_row(CsvRow& row) {
    while (true) {
        const Scan scan = begin_ < buffer_.size() ? scan_row() : Scan::more;
        if (scan == Scan::row && is_credible()) {
            give(row);
            return true;
        }
        const bool is_long = buffer_.size() - begin_ > max_record;
        if (scan != Scan::more || is_long || (at_end_ && begin_ < buffer_.size())) {
            give_up_line(row);
            return true;
        }
        if (!fill()) return false;
    }
}

CsvReader::Scan CsvReader::scan_row() {
    fields_.clear();
    is_odd_ = false;
    n_lines_ = 0;
    at_ = begin_;
    while (true) {
        Field field;
        if (at_ < buffer_.size() && buffer_[at_] == ' ') at_ = quote_behind_blanks();
        const bool is_quoted = at_ < buffer_.size() && buffer_[at_] == '"';
        const Scan scan = is_quoted ? scan_quoted(field) : scan_plain(field);
        if (scan != Scan::row) return scan;
        fields_.push_back(field);
        if (at_ == buffer_.size()) return Scan::row;
        if (buffer_[at_++] == '\n') return Scan::row;
    }
}

/// Leaves at_ on the separator or line end behind the field, or at the end of the file.
CsvReader::Scan CsvReader::scan_plain(Field& field) {
    const auto* const from = buffer_.data() + at_;
    const auto* const last = buffer_.data() + buffer_.size();
    const auto* const end = std::find_if(from, last, [this](char c) { return c == separator_ || c == '\n'; });
    if (end == last && !at_end_) return Scan::more;
    field = {at_, at_ + static_cast<std::size_t>(end - from), false};
    at_ = field.end;
    if (field.end > field.begin && buffer_[field.end - 1] == '\r') --field.end;
    return Scan::row;
}

CsvReader::Scan CsvReader::scan_quoted(Field& field) {
    std::size_t from = at_ + 1;
    counted_to_ = at_;
    while (true) {
        const std::size_t quote = buffer_.find('"', from);
        if (is_beyond_belief(std::min(quote, buffer_.size()))) return Scan::broken;
        if (quote == std::string::npos) return at_end_ ? Scan::broken : Scan::more;
        std::size_t behind = quote + 1;
        if (behind < buffer_.size() && buffer_[behind] == '"') {
            from = behind + 1;
            continue;
        }
        while (behind < buffer_.size() && (buffer_[behind] == ' ' || buffer_[behind] == '\r')) ++behind;
        if (behind == buffer_.size() && !at_end_) return Scan::more;
        if (is_field_end(behind)) {
            field = {at_ + 1, quote, true};
            at_ = behind;
            return Scan::row;
        }
        is_odd_ = true;
        from = quote + 1;
    }
}

/// Where a quoted field begins whose quote stands behind blanks (`a, "b, c"`); at_ if none begins here. The field must
/// end within its line: else the quote belongs to a name.
std::size_t CsvReader::quote_behind_blanks() const noexcept {
    std::size_t quote = buffer_.find_first_not_of(' ', at_);
    if (quote == std::string::npos || buffer_[quote] != '"') return at_;
    for (std::size_t from = quote + 1; from < buffer_.size() && buffer_[from] != '\n'; ++from) {
        if (buffer_[from] != '"') continue;
        if (from + 1 < buffer_.size() && buffer_[from + 1] == '"') {
            ++from;
            continue;
        }
        const std::size_t behind = buffer_.find_first_not_of(" \r", from + 1);
        return is_field_end(std::min(behind, buffer_.size())) ? quote : at_;
    }
    return at_;
}

/// Whether the row can be no row whatever comes: so many lines with stray quotes would be looked through for each of them.
bool CsvReader::is_beyond_belief(std::size_t to) noexcept {
    n_lines_ +=
        static_cast<std::size_t>(std::count(buffer_.begin() + static_cast<std::ptrdiff_t>(counted_to_),
                                            buffer_.begin() + static_cast<std::ptrdiff_t>(to), '\n'));
    counted_to_ = to;
    return n_lines_ > max_lines || (is_odd_ && n_lines_ > 1);
}

bool CsvReader::is_field_end(std::size_t at) const noexcept {
    return at == buffer_.size() || buffer_[at] == separator_ || buffer_[at] == '\n';
}

/// Whether what was scanned is one row, and not several that a stray quote joins.
bool CsvReader::is_credible() const noexcept {
    const auto from = buffer_.begin() + static_cast<std::ptrdiff_t>(begin_);
    const auto to = buffer_.begin() + static_cast<std::ptrdiff_t>(at_);
    if (static_cast<std::size_t>(to - from) > max_record) return false;
    const auto n_lines = static_cast<std::size_t>(std::count(from, to, '\n'));
    if (n_lines <= 1) return true;
    return !is_odd_ && n_lines <= max_lines && (n_expected_ == 0 || fields_.size() == n_expected_);
}

void CsvReader::give(CsvRow& row) {
    row.place = {line_, byte_};
    row.n_bytes = at_ - begin_;
    row.is_broken = false;
    row.has_line_end = buffer_[at_ - 1] == '\n';
    row.fields.clear();
    advance(at_);  // before the quotes are taken out, which moves text about
    for (const Field& field : fields_) row.fields.push_back(unquoted(field));
}

/// Gives up the line that begins here, however long it is.
void CsvReader::give_up_line(CsvRow& row) {
    row = {{}, {line_, byte_}, 0, true, false};
    while (!row.has_line_end) {
        const std::size_t line_end = buffer_.find('\n', begin_);
        row.has_line_end = line_end != std::string::npos;
        const std::size_t to = row.has_line_end ? line_end + 1 : buffer_.size();
        row.n_bytes += to - begin_;
        advance(to);
        if (!row.has_line_end && !fill()) break;
    }
}

/// The text of the field, in its place in the buffer: the row is not scanned again.
std::string_view CsvReader::unquoted(const Field& field) {
    if (field.is_quoted) {
        std::size_t to = field.begin;
        for (std::size_t from = field.begin; from < field.end; ++from) {
            buffer_[to++] = buffer_[from];
            if (buffer_[from] == '"' && from + 1 < field.end && buffer_[from + 1] == '"') ++from;
        }
        return std::string_view(buffer_).substr(field.begin, to - field.begin);
    }
    return std::string_view(buffer_).substr(field.begin, field.end - field.begin);
}

void CsvReader::advance(std::size_t to) {
    const auto from = buffer_.begin() + static_cast<std::ptrdiff_t>(begin_);
    line_ +=
        static_cast<std::uint64_t>(std::count(from, buffer_.begin() + static_cast<std::ptrdiff_t>(to), '\n'));
    byte_ += to - begin_;
    begin_ = to;
}

char detect_separator(std::string_view head) noexcept {
    constexpr std::string_view separators = ",;\t|";
    std::array<std::size_t, separators.size()> counts{};
    bool in_quotes = false;
    for (const char c : head) {
        if (c == '"') in_quotes = !in_quotes;
        if (c == '\n' && !in_quotes && std::ranges::max(counts) > 0) break;
        const auto which = separators.find(c);
        if (which != std::string_view::npos && !in_quotes) ++counts.at(which);
    }
    return separators[argmax(counts)];
}

std::string normal_name(std::string_view column) {
    std::string normal;
    for (const char c : to_lower_ascii(column)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) normal += c;
    }
    return normal;
}

Columns::Columns(const CsvRow& header, char separator) : separator_(separator) {
    for (const auto field : header.fields) add(field);
}

void Columns::add(std::string_view written) {
    names_.push_back(normal_name(written));
    written_.emplace_back(trim(written));
    own_words_.push_back(column_in_own_words(written_.back()));
    orders_.push_back(DayOrder::unknown);
}

/// A column is what the person says, and no other is.
void Columns::take_answers(const Answers& answers) {
    for (const auto& [column, meaning] : answers.columns) {
        const auto answer = column_answer(meaning);
        if (!answer) continue;
        for (std::size_t c = 0; c < names_.size(); ++c) {
            const bool is_meant = written_[c] == column ||
                                  (!names_[c].empty() && names_[c] == normal_name(column)) ||
                                  std::to_string(c + 1) == column;
            if (!is_meant && (names_[c] == answer->name || own_words_[c] == answer->name))
                names_[c] = own_words_[c] = "nothing";
            if (!is_meant) continue;
            names_[c] = own_words_[c] = answer->name;
            orders_[c] = answer->order;
        }
    }
}

Columns Columns::of(const FileHead& head) {
    auto layout = layout_of(head);
    Columns columns;
    columns.separator_ = layout.separator;
    columns.n_before_ = layout.n_before;
    columns.has_header_ = layout.has_header;
    for (const auto& name : layout.header) columns.add(name);
    columns.values_ = std::move(layout.values);
    if (head.answers != nullptr) columns.take_answers(*head.answers);
    return columns;
}

const std::vector<std::string>& Columns::values(std::size_t column) const noexcept {
    static const std::vector<std::string> none;
    return column < values_.size() ? values_[column] : none;
}

std::optional<std::size_t> Columns::find(std::initializer_list<std::string_view> names) const {
    for (const auto name : names) {
        for (std::size_t c = 0; c < names_.size(); ++c) {
            // What has no Latin letter has no normal name, and is not nameless for that.
            const bool is_so_called = names_[c] == name && (!name.empty() || written_[c].empty());
            if (is_so_called || (!name.empty() && own_words_[c] == name)) return c;
        }
    }
    return std::nullopt;
}

bool says_nothing(std::string_view field) noexcept {
    constexpr std::array<std::string_view, 16> words{"",     "NA",   "NaN", "nan", "null",      "NULL",
                                                     "None", "none", "N/A", "n/a", "undefined", "-",
                                                     "--",   "?",    "[]",  "#N/A"};
    return std::ranges::find(words, field) != words.end();
}

std::string_view text_of(const CsvRow& row, std::optional<std::size_t> column) noexcept {
    if (!column || *column >= row.fields.size()) return {};
    return trim(row.fields[*column]);
}

std::string_view value_of(const CsvRow& row, std::optional<std::size_t> column) noexcept {
    const auto field = text_of(row, column);
    return says_nothing(field) ? std::string_view() : field;
}

TableShape shape_of(const Columns& columns, bool is_strict) noexcept {
    return {columns.separator(), columns.size(), columns.n_rows_before_values(), is_strict};
}

void read_table(ByteStream& in, RecordSink& sink, TableShape shape,
                const std::function<void(const CsvRow&)>& handle) {
    CsvReader reader(in, shape.separator);
    CsvRow row;
    for (std::size_t r = 0; r < shape.n_rows_before_values; ++r) reader.next(row);
    reader.expect_fields(shape.n_columns);
    while (reader.next(row)) {
        const std::string fault = fault_of(row, shape);
        if (fault.empty()) {
            handle(row);
        } else {
            sink.dropped(DropReason::unreadable, row.place, 0);
            sink.problem(fault, row.place);
        }
    }
}

void skip_to_values(CsvReader& reader, const Columns& columns) {
    CsvRow row;
    for (std::size_t r = 0; r < columns.n_rows_before_values(); ++r) reader.next(row);
}

std::uint64_t digest_of(const CsvRow& row) {
    RowDigest digest;
    for (const auto field : row.fields) digest.add(field);
    return digest.value();
}

}  // namespace attune::sources
