#include "sources/json_records.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <vector>

namespace attune::sources {
namespace {

constexpr std::size_t first_buffer = 64 * 1024;  // most files of a person are small
constexpr std::size_t largest_buffer = 2 * max_json_record;
constexpr std::size_t max_blanks = 4096;  // between a brace and its first key
constexpr std::size_t max_key = 64;
constexpr std::size_t quick_reach = 4096;  // a row of a history has less than 2,000 bytes
constexpr std::size_t max_depth = 16;      // playlists nest three deep

bool is_blank(char c) noexcept { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
bool begins_key(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

/// Line ends in a text, eight bytes at a time.
std::uint64_t count_lines(const char* at, const char* end) noexcept {
    constexpr std::uint64_t low_bits = 0x7F7F7F7F7F7F7F7FU;
    constexpr std::uint64_t every_byte = 0x0101010101010101U;  // a product with it sums up bytes
    constexpr std::uint64_t line_ends = 0x0A0A0A0A0A0A0A0AU;
    std::uint64_t lines = 0;
    for (; end - at >= 8; at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, sizeof word);
        word ^= line_ends;
        // The high bit of each byte is set exactly where the byte is not 0.
        const std::uint64_t not_zero = (((word & low_bits) + low_bits) | word) & ~low_bits;
        lines += 8U - (((not_zero >> 7U) * every_byte) >> 56U);
    }
    for (; at != end; ++at) lines += *at == '\n' ? 1U : 0U;
    return lines;
}

enum class Outcome : std::uint8_t { found, none, need_more };

struct Search {
    Outcome outcome = Outcome::none;
    const char* at = nullptr;
};

/// Walks over one object by the grammar of brackets, strings and commas; values are left to the parser.
class ObjectScan {
  public:
    ObjectScan(const char* begin, const char* end) : at_(begin), end_(end) {}

    /// `found` with the place behind the object; `none` where it breaks.
    Search run() {
        for (; at_ != end_; ++at_) {
            const char c = *at_;
            if (is_blank(c)) continue;
            if (c == '"') {
                const Outcome outcome = string();
                if (outcome != Outcome::found) return {outcome, at_};
            } else if (!accept(c)) {
                return {Outcome::none, at_};
            }
            before_ = c;
            if (depth_ == 0) return {Outcome::found, at_ + 1};
        }
        return {Outcome::need_more, at_};
    }

  private:
    /// True where a value may begin.
    bool expects_value() const noexcept {
        return before_ == ':' || before_ == '[' || (before_ == ',' && top() == '[');
    }

    char top() const noexcept { return depth_ == 0 ? '\0' : open_[depth_ - 1]; }

    bool accept(char c) {
        if (c == '{' || c == '[') {
            if ((depth_ > 0 && !expects_value()) || depth_ == max_depth) return false;
            open_[depth_++] = c;
            return true;
        }
        if (c == '}' || c == ']') {
            if (top() != (c == '}' ? '{' : '[')) return false;
            --depth_;
            return true;
        }
        if (c == ',' || c == ':') return true;
        return before_ != '"' && before_ != '}' && before_ != ']' && before_ != '{';
    }

    /// Moves to the closing quote of the string that begins here.
    Outcome string() {
        if (before_ != '{' && before_ != ',' && !expects_value()) return Outcome::none;
        for (++at_; at_ != end_; ++at_) {
            if (*at_ == '"') return Outcome::found;
            if (static_cast<unsigned char>(*at_) < 0x20) return Outcome::none;
            if (*at_ == '\\' && ++at_ == end_) break;
        }
        return Outcome::need_more;
    }

    const char* at_;
    const char* end_;
    char before_ = '\0';
    std::size_t depth_ = 0;
    std::array<char, max_depth> open_{};
};

class Splitter {
  public:
    Splitter(ByteStream& in, JsonRecordHandler& handler)
        : in_(&in), handler_(&handler), buffer_(first_buffer + json_padding) {
        gap_ = search_ = end_ = counted_ = buffer_.data();
    }

    void run() {
        refill();
        while (true) {
            const Search start = find_start();
            if (start.outcome == Outcome::found && take_record(start.at)) continue;
            if (start.outcome != Outcome::found) search_ = start.at;
            if (!refill()) break;
        }
        give_gap(end_);
    }

  private:
    /// The next `{ "key" :` from search_ on; `need_more` if one may begin there that is not all in the
    /// buffer.
    Search find_start() const {
        const char* at = search_;
        while (at != end_) {
            const auto* brace =
                static_cast<const char*>(std::memchr(at, '{', static_cast<std::size_t>(end_ - at)));
            if (brace == nullptr) break;
            const Outcome outcome = begins_record(brace + 1);
            if (outcome == Outcome::found || (outcome == Outcome::need_more && !at_end_))
                return {outcome, brace};
            at = brace + 1;
        }
        return {Outcome::none, end_};
    }

    Outcome begins_record(const char* at) const {
        at = skip_blanks(at);
        if (at == end_) return Outcome::need_more;
        if (*at != '"') return Outcome::none;
        const char* const key = at + 1;
        const auto* const last = std::min(end_, key + max_key);
        at = std::find(key, last, '"');
        if (at == last) return last == end_ ? Outcome::need_more : Outcome::none;
        if (at == key || !begins_key(*key)) return Outcome::none;
        const char* const colon = skip_blanks(at + 1);
        if (colon == end_) return Outcome::need_more;
        if (*colon != ':') return Outcome::none;
        const std::string_view name(key, static_cast<std::size_t>(at - key));
        return handler_->is_record(name) ? Outcome::found : Outcome::none;
    }

    const char* skip_blanks(const char* at) const noexcept {
        const char* const last = end_ - at > static_cast<std::ptrdiff_t>(max_blanks) ? at + max_blanks : end_;
        return std::find_if_not(at, last, is_blank);
    }

    /// Handles the record that begins at `start`. False if it is not yet all in the buffer.
    bool take_record(const char* start) {
        const Search quick = quick_end(start);
        if (quick.outcome == Outcome::found && hand_out(start, quick.at)) return true;
        // The first closing brace was not the end (it stands in a string, or something nests), or the record
        // is broken.
        const Search exact = ObjectScan(start, end_).run();
        if (exact.outcome == Outcome::need_more && !at_end_ && end_ - start < long_record) {
            search_ = start;
            return false;
        }
        const bool again = exact.outcome == Outcome::found && exact.at != quick.at;
        if (!again || !hand_out(start, exact.at)) give_damage(start);
        return true;
    }

    /// The first closing brace, if no other object begins before it: nearly always the end of a flat record.
    Search quick_end(const char* start) const {
        const auto near = std::min<std::size_t>(static_cast<std::size_t>(end_ - start), quick_reach);
        const auto* brace = static_cast<const char*>(std::memchr(start, '}', near));
        if (brace == nullptr) return {};
        const auto* other =
            static_cast<const char*>(std::memchr(start + 1, '{', static_cast<std::size_t>(brace - start)));
        if (other != nullptr) return {};
        return {Outcome::found, brace + 1};
    }

    bool hand_out(const char* start, const char* end) {
        if (end - start > long_record) return false;
        give_gap(start);
        if (!handler_->record({start, static_cast<std::size_t>(end - start)}, place_of(start))) return false;
        gap_ = search_ = end;
        in_damage_ = false;
        return true;
    }

    void give_damage(const char* start) {
        give_gap(start);
        handler_->damaged(place_of(start));
        in_damage_ = true;
        search_ = start + 1;
    }

    void give_gap(const char* until) {
        if (until == gap_) return;
        handler_->gap({gap_, static_cast<std::size_t>(until - gap_)}, place_of(gap_), in_damage_);
        gap_ = until;
    }

    /// Places are asked for in ascending order.
    Place place_of(const char* at) {
        line_ += count_lines(counted_, at);
        counted_ = at;
        return {line_, offset_ + static_cast<std::uint64_t>(at - buffer_.data()) + 1};
    }

    std::size_t capacity() const noexcept { return buffer_.size() - json_padding; }

    /// Goes from the first buffer to the largest.
    void grow() {
        if (capacity() == largest_buffer) return;
        std::vector<char> larger(largest_buffer + json_padding);
        std::copy(buffer_.data(), buffer_.data() + (end_ - buffer_.data()), larger.data());
        for (const char** place : {&gap_, &search_, &end_, &counted_}) {
            *place = larger.data() + (*place - buffer_.data());
        }
        buffer_ = std::move(larger);
    }

    /// Moves what is not done to the front and fills the rest. False if nothing was added.
    bool refill() {
        if (at_end_) return false;
        if (static_cast<std::size_t>(end_ - gap_) > max_json_record) give_gap(search_);
        if (end_ != buffer_.data()) grow();
        place_of(gap_);
        const auto done = gap_ - buffer_.data();
        std::memmove(buffer_.data(), gap_, static_cast<std::size_t>(end_ - gap_));
        offset_ += static_cast<std::uint64_t>(done);
        gap_ -= done;
        search_ -= done;
        end_ -= done;
        counted_ -= done;
        auto* to = buffer_.data() + (end_ - buffer_.data());
        char* const full = buffer_.data() + capacity();
        while (to != full && !at_end_) {
            const std::size_t n = in_->read({to, full});
            at_end_ = n == 0;
            to += n;
        }
        const bool added = to != end_;
        end_ = to;
        std::memset(to, ' ', json_padding);
        return added || at_end_;
    }

    static constexpr auto long_record = static_cast<std::ptrdiff_t>(max_json_record);

    ByteStream* in_;
    JsonRecordHandler* handler_;
    std::vector<char> buffer_;
    const char* gap_;     ///< begin of what has not been handed out
    const char* search_;  ///< where the next record is looked for; >= gap_
    const char* end_;
    const char* counted_;       ///< lines are counted up to here
    std::uint64_t offset_ = 0;  ///< of the buffer in the file
    std::uint64_t line_ = 1;
    bool at_end_ = false;
    bool in_damage_ = false;
};

}  // namespace

void read_json_records(ByteStream& in, JsonRecordHandler& handler) { Splitter(in, handler).run(); }

}  // namespace attune::sources
