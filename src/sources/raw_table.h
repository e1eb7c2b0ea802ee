#pragma once

#include "sources/csv.h"

#include <functional>
#include <string>

namespace attune::sources {

/// Reads a table in which a quote is a character like any other, one row a line: what large data sets are. A
/// field that stands between two quotes loses them, unless it has further ones. With a blank as the
/// separator, several are one. A line over 1 MiB is broken. Constant memory.
class RawReader {
  public:
    RawReader(ByteStream& in, char separator) : in_(&in), separator_(separator) {}

    /// Reads the next line that is not blank. False at the end.
    bool next(CsvRow& row);

  private:
    bool next_line(CsvRow& row);
    bool fill();
    void split_line(CsvRow& row);

    ByteStream* in_;
    char separator_;
    std::string buffer_;
    std::size_t begin_ = 0;  ///< of the next line, in buffer_
    std::string_view line_;
    std::uint64_t line_number_ = 1;
    std::uint64_t byte_ = 1;
    bool at_end_ = false;
};

/// How the rows of a raw table are told from damage.
struct RawShape {
    bool has_header = true;
    std::size_t n_least = 1;  ///< fields that a row must have
};

/// Calls `handle` for each row below the header with enough fields; all others are dropped as unreadable,
/// with a problem that says why.
void read_raw_table(ByteStream& in, char separator, RecordSink& sink, RawShape shape,
                    const std::function<void(const CsvRow&)>& handle);

}  // namespace attune::sources
