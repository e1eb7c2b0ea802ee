#include "engine/intake/counting_sink.h"

#include "core/error.h"

#include <string>

namespace attune::engine {
namespace {

constexpr std::size_t most_problems_listed = 50;
constexpr std::int64_t rows_between_reports = 2000;

std::string show(sources::Place place) {
    return place.line == 0 ? std::string("file") : fmt::format("line {}, byte {}", place.line, place.byte);
}

}  // namespace

std::size_t CountedStream::read(std::span<char> buffer) {
    task_.check();
    const std::size_t n = in_.read(buffer);
    n_read_.fetch_add(n, std::memory_order_relaxed);
    return n;
}

void CountingSink::dropped(sources::DropReason reason, sources::Place, std::uint64_t digest) {
    next_row();
    count_drop(reason, digest);
    rest();
}

void CountingSink::problem(std::string_view message, sources::Place place) {
    ++report_.n_problems;
    if (report_.problems.size() < most_problems_listed)
        report_.problems.push_back({show(place), std::string(message)});
}

void CountingSink::count_drop(sources::DropReason reason, std::uint64_t digest) {
    const bool is_new = digest == 0 || is_new_drop(digest);
    if (is_new) {
        ++report_.counts.dropped[std::string(to_string(reason))];
    } else {
        ++report_.counts.duplicates;
    }
}

void CountingSink::count_fate(std::optional<store::Fate> fate) {
    if (!fate) return;
    if (*fate == store::Fate::imported) {
        ++report_.counts.imported;
    } else {
        ++report_.counts.duplicates;
    }
}

/// A row that the store refuses costs itself only; a storage that fails ends the file.
void CountingSink::refuse_row(const Error& error, sources::Place place) {
    if (error.code() != ErrorCode::invalid_argument) throw error;
    ++report_.counts.dropped[std::string(to_string(sources::DropReason::no_track))];
    problem(error.what(), place);
}

void CountingSink::refuse(sources::Place place) {
    next_row();
    refuse_row(Error(ErrorCode::invalid_argument, "a row of this kind is not read here"), place);
}

void CountingSink::next_row() {
    if (++report_.counts.rows % rows_between_reports != 0) return;
    task_.report("import " + report_.path, stream_.n_read(), size_);
}

}  // namespace attune::engine
