#include "sources/raw_table.h"

#include "core/text.h"
#include "sources/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace attune::sources {
namespace {

constexpr std::size_t chunk = 256 * 1024;
constexpr std::size_t max_line = std::size_t{1} << 20U;

std::string_view without_quotes(std::string_view field) noexcept {
    if (field.size() < 2 || field.front() != '"' || field.back() != '"') return field;
    const auto inner = field.substr(1, field.size() - 2);
    return inner.find('"') == std::string_view::npos ? inner : field;
}

/// Why the row cannot be read by its columns; empty if it can.
std::string fault_of(const CsvRow& row, std::size_t n_least) {
    if (row.is_broken)
        return fmt::format("a line of {} bytes is no row of a table; it is left out", row.n_bytes);
    if (row.fields.size() >= n_least) return {};
    if (!row.has_line_end)
        return fmt::format("the file ends within a row, after {} of {} fields; it is left out",
                           row.fields.size(), n_least);
    return fmt::format("a row has {} fields where {} are needed; it is left out", row.fields.size(), n_least);
}

}  // namespace

bool RawReader::next(CsvRow& row) {
    while (next_line(row)) {
        if (row.is_broken) return true;
        if (trim(line_).empty()) continue;
        split_line(row);
        return true;
    }
    return false;
}

/// Finds the next line; a line that is too long is passed over and given as broken.
bool RawReader::next_line(CsvRow& row) {
    row.fields.clear();
    row.place = {line_number_, byte_};
    row.n_bytes = 0;
    row.is_broken = row.has_line_end = false;
    std::size_t searched = begin_;
    while (true) {
        const std::size_t end = buffer_.find('\n', searched);
        row.has_line_end = end != std::string::npos;
        const std::size_t size = (row.has_line_end ? end : buffer_.size()) - begin_;
        if (!row.has_line_end && size > max_line) {  // its beginning is not kept
            row.is_broken = true;
            row.n_bytes += size;
            begin_ = buffer_.size();
        }
        searched = buffer_.size() - begin_;
        if (!row.has_line_end && fill()) continue;
        if (!row.has_line_end && row.n_bytes + size == 0) return false;
        line_ = std::string_view(buffer_).substr(begin_, row.is_broken && !row.has_line_end ? 0 : size);
        row.n_bytes += line_.size() + (row.has_line_end ? 1U : 0U);
        begin_ += line_.size() + (row.has_line_end ? 1U : 0U);
        byte_ += row.n_bytes;
        ++line_number_;
        return true;
    }
}

/// Drops what has been read and adds to the buffer. False at the end of the stream.
bool RawReader::fill() {
    if (at_end_) return false;
    buffer_.erase(0, begin_);
    begin_ = 0;
    const std::size_t size = buffer_.size();
    buffer_.resize(size + chunk);
    const std::size_t n = in_->read({buffer_.data() + size, chunk});
    buffer_.resize(size + n);
    at_end_ = n == 0;
    return !at_end_;
}

void RawReader::split_line(CsvRow& row) {
    std::string_view rest = line_;
    if (row.place.byte == 1 && rest.starts_with(utf8_bom)) rest.remove_prefix(utf8_bom.size());
    if (rest.ends_with('\r')) rest.remove_suffix(1);
    const bool joins_separators = separator_ == ' ';
    if (joins_separators) rest = trim(rest);
    while (true) {
        const std::size_t end = rest.find(separator_);
        row.fields.push_back(without_quotes(rest.substr(0, end)));
        if (end == std::string_view::npos) return;
        rest.remove_prefix(end + 1);
        if (joins_separators) rest = trim(rest);
    }
}

void read_raw_table(ByteStream& in, char separator, RecordSink& sink, RawShape shape,
                    const std::function<void(const CsvRow&)>& handle) {
    RawReader reader(in, separator);
    CsvRow row;
    if (shape.has_header) reader.next(row);
    while (reader.next(row)) {
        const std::string fault = fault_of(row, shape.n_least);
        if (fault.empty()) {
            handle(row);
        } else {
            sink.dropped(DropReason::unreadable, row.place, 0);
            sink.problem(fault, row.place);
        }
    }
}

}  // namespace attune::sources
