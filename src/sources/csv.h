#pragma once

#include "sources/moments.h"
#include "sources/source.h"

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::sources {

/// One row of a table, with its fields as they stand there.
struct CsvRow {
    std::vector<std::string_view> fields;  ///< unquoted; valid until the next row is read
    Place place;
    std::size_t n_bytes = 0;    ///< with the line end
    bool is_broken = false;     ///< too long, or a quote that opens and does not close; there are no fields
    bool has_line_end = false;  ///< false for the last row of a file that was cut, or that just lacks it

    bool is_blank() const noexcept { return !is_broken && fields.size() == 1 && fields.front().empty(); }
};

/// Reads a table in the manner of RFC 4180, and of those who do not know it: any of "," ";" "|" and tab between
/// fields, CR LF or LF, quotes in the midst of a field, blanks before and behind quotes, a BOM. A record of more than 1 MiB or 1,000 lines, or
/// one of several lines that has a quote in the wrong place or another number of fields than it should, is
/// taken for one with a stray quote: only its first line is given up. Constant memory.
class CsvReader {
  public:
    CsvReader(ByteStream& in, char separator) : in_(&in), separator_(separator) {}

    /// The number of fields that a row should have; rows of several lines are held to it.
    void expect_fields(std::size_t n_fields) noexcept { n_expected_ = n_fields; }

    /// Reads the next row that is not blank. False at the end.
    bool next(CsvRow& row);

  private:
    struct Field {
        std::size_t begin = 0;
        std::size_t end = 0;
        bool is_quoted = false;
    };
    enum class Scan { row, more, broken };

    bool fill();
    bool read_row(CsvRow& row);
    Scan scan_row();
    Scan scan_quoted(Field& field);
    Scan scan_plain(Field& field);
    bool is_field_end(std::size_t at) const noexcept;
    std::size_t quote_behind_blanks() const noexcept;
    bool is_credible() const noexcept;
    bool is_beyond_belief(std::size_t to) noexcept;
    void give(CsvRow& row);
    void give_up_line(CsvRow& row);
    std::string_view unquoted(const Field& field);
    void advance(std::size_t to);

    ByteStream* in_;
    char separator_;
    std::size_t n_expected_ = 0;
    std::string buffer_;
    std::size_t begin_ = 0;  ///< of the row, in buffer_
    std::size_t at_ = 0;     ///< how far the row was scanned
    std::vector<Field> fields_;
    bool is_odd_ = false;         ///< a quote stands within a quoted field without its twin
    std::size_t n_lines_ = 0;     ///< that ended within quoted fields of the row so far,
    std::size_t counted_to_ = 0;  ///< up to here
    std::uint64_t line_ = 1;
    std::uint64_t byte_ = 1;
    bool at_end_ = false;
};

/// The separator that the first line of a table with one uses.
char detect_separator(std::string_view head) noexcept;

/// A name of a column as it is compared: lower-case letters and digits only ("Track Name(s)" is
/// "tracknames").
std::string normal_name(std::string_view column);

/// The columns of a table, found by name.
class Columns {
  public:
    Columns() = default;
    Columns(const CsvRow& header, char separator);

    /// The columns of the table that begins with `head`, also below a preamble; none if it is no table. A table without
    /// a header has columns without names.
    static Columns of(const FileHead& head);

    std::size_t size() const noexcept { return names_.size(); }
    char separator() const noexcept { return separator_; }
    std::string_view name(std::size_t column) const noexcept { return names_[column]; }
    std::string_view as_written(std::size_t column) const noexcept { return written_[column]; }

    /// Rows up to and with the header: the first row of values stands behind them.
    std::size_t n_rows_before_values() const noexcept { return n_before_ + (has_header_ ? 1 : 0); }
    bool has_header() const noexcept { return has_header_; }

    /// The order of day and month that the person said the column has.
    DayOrder answered_order(std::size_t column) const noexcept { return orders_[column]; }

    /// What stands in the column in the first rows, as TableLayout::values; empty for columns that were not found by of().
    const std::vector<std::string>& values(std::size_t column) const noexcept;

    /// The column with the first of these (normal) names that is there; a name in another language is the one that it
    /// means (column_in_own_words()).
    std::optional<std::size_t> find(std::initializer_list<std::string_view> names) const;
    bool has(std::initializer_list<std::string_view> names) const { return find(names).has_value(); }

  private:
    void add(std::string_view written);
    void take_answers(const Answers& answers);

    std::vector<std::string> names_;      // normal
    std::vector<std::string> own_words_;  // what the names mean; empty where that is not known
    std::vector<std::string> written_;
    std::vector<DayOrder> orders_;
    std::vector<std::vector<std::string>> values_;
    std::size_t n_before_ = 0;
    bool has_header_ = true;
    char separator_ = ',';
};

/// True for an empty field and for words that stand for one: "NA", "NaN", "null", "None", "undefined", "-", "[]".
bool says_nothing(std::string_view field) noexcept;

/// The field of a row in this column, trimmed; empty if there is none.
std::string_view text_of(const CsvRow& row, std::optional<std::size_t> column) noexcept;

/// The same, but empty if it says nothing. (Not for names: there are songs called "None".)
std::string_view value_of(const CsvRow& row, std::optional<std::size_t> column) noexcept;

/// What the rows of a table look like.
struct TableShape {
    char separator = ',';
    std::size_t n_columns = 0;
    std::size_t n_rows_before_values = 1;  ///< with the header
    bool is_strict = false;  ///< a row with fewer fields than columns is damaged, not just short
};

TableShape shape_of(const Columns& columns, bool is_strict = false) noexcept;

/// Calls `handle` for each row of values that its columns can be read from; all others are dropped as unreadable, with
/// a problem that says why.
void read_table(ByteStream& in, RecordSink& sink, TableShape shape,
                const std::function<void(const CsvRow&)>& handle);

/// Reads over what stands before the first row of values.
void skip_to_values(CsvReader& reader, const Columns& columns);

/// A digest of all fields of the row.
std::uint64_t digest_of(const CsvRow& row);

}  // namespace attune::sources
