#include "sources/flat_rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace attune::sources {
namespace {

/// What may stand between the records of a list.
bool is_separator(char c) noexcept {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == ',' || c == '[' || c == ']';
}

}  // namespace

void Damage::add(std::string_view text, Place place) {
    constexpr std::string_view bom = "\xEF\xBB\xBF";
    if (place.byte == 1 && text.starts_with(bom)) text.remove_prefix(bom.size());
    const auto begin = std::ranges::find_if_not(text, is_separator);
    if (begin == text.end()) return;
    if (n_bytes_ == 0) {
        const auto before = text.substr(0, static_cast<std::size_t>(begin - text.begin()));
        place_ = {place.line + static_cast<std::uint64_t>(std::ranges::count(before, '\n')),
                  place.byte + before.size()};
    }
    const auto end = text.find_last_not_of(" \n\r\t,[]") + 1;
    n_bytes_ += end - static_cast<std::size_t>(begin - text.begin());
    looks_like_row_ = looks_like_row_ || text.find('"') != std::string_view::npos;
}

void Damage::add_row(Place place) {
    flush();
    place_ = place;
    is_row_ = true;
}

void Damage::flush() {
    if (is_row_) {
        sink_->dropped(DropReason::unreadable, place_, 0);
        sink_->problem(fmt::format("a record of {} bytes is damaged; it is left out", n_bytes_), place_);
    } else if (looks_like_row_) {
        sink_->dropped(DropReason::unreadable, place_, 0);
        sink_->problem(fmt::format("{} bytes are the rest of a damaged record; it is left out", n_bytes_),
                       place_);
    } else if (n_bytes_ > 0) {
        sink_->problem(fmt::format("{} bytes between two records mean nothing; passed over", n_bytes_),
                       place_);
    }
    n_bytes_ = 0;
    is_row_ = looks_like_row_ = false;
}

bool FlatRows::record(std::string_view object, Place place) {
    if (!fields_.read(object)) return false;
    damage_.flush();
    if (fields_.any()) {
        row(fields_, place);
    } else {
        sink_->dropped(DropReason::unreadable, place, 0);
        sink_->problem("a record has none of the fields of this format; it is left out", place);
    }
    return true;
}

void FlatRows::gap(std::string_view text, Place place, bool is_damage) {
    if (is_damage) {
        damage_.extend(text);
    } else {
        damage_.add(text, place);
    }
}

}  // namespace attune::sources
