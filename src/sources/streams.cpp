#include "sources/streams.h"

#include "core/error.h"
#include "core/utf8.h"
#include "sources/values.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace attune::sources {
namespace {

constexpr std::size_t head_size = 64 * 1024;

std::size_t fill(ByteStream& in, std::span<char> buffer) {
    std::size_t filled = 0;
    while (filled < buffer.size()) {
        const std::size_t n = in.read(buffer.subspan(filled));
        if (n == 0) break;
        filled += n;
    }
    return filled;
}

std::size_t take(std::string_view from, std::size_t& at, std::span<char> buffer) {
    const std::size_t n = std::min(buffer.size(), from.size() - at);
    std::copy_n(from.data() + at, n, buffer.data());
    at += n;
    return n;
}

}  // namespace

std::size_t MemoryStream::read(std::span<char> buffer) {
    std::size_t at = 0;
    const std::size_t n = take(rest_, at, buffer);
    rest_.remove_prefix(n);
    return n;
}

FileStream::FileStream(const std::filesystem::path& path) : name_(path.string()) {
    file_.reset(std::fopen(path.c_str(), "rb"));
    struct stat about {};
    if (file_ && ::fstat(::fileno(file_.get()), &about) == 0 && S_ISDIR(about.st_mode))
        fail(ErrorCode::invalid_argument, "{} is a folder; name a file", name_);
    if (file_) {
        std::setvbuf(file_.get(), nullptr, _IONBF, 0);
        return;
    }
    const int reason = errno;
    if (reason == ENOENT || reason == ENOTDIR) fail(ErrorCode::not_found, "there is no file {}", name_);
    fail(ErrorCode::unavailable, "cannot open '{}': {}", name_, std::strerror(reason));
}

std::size_t FileStream::read(std::span<char> buffer) {
    const std::size_t n = std::fread(buffer.data(), 1, buffer.size(), file_.get());
    if (n < buffer.size() && std::ferror(file_.get()) != 0) {
        fail(ErrorCode::unavailable, "cannot read '{}': {}", name_, std::strerror(errno));
    }
    return n;
}

TextStream::TextStream(ByteStream& in, std::string_view name) : in_(&in), name_(name) {
    std::string raw(head_size, '\0');
    raw.resize(fill(in, raw));
    detect_encoding(raw);
    head_ = transcode(raw);
    // Old programs of the Mac; what has a zero is no text.
    has_bare_cr_ = head_.find('\r') != std::string::npos && head_.find('\n') == std::string::npos &&
                   head_.find('\0') == std::string::npos;
    if (has_bare_cr_) std::ranges::replace(head_, '\r', '\n');
    pending_ = head_;
}

FileHead TextStream::head() const noexcept {
    std::string_view text = head_;
    if (text.starts_with(utf8_bom)) text.remove_prefix(utf8_bom.size());
    return {name_, text};
}

std::size_t TextStream::read(std::span<char> buffer) {
    if (buffer.empty()) return 0;
    if (pending_at_ < pending_.size()) return take(pending_, pending_at_, buffer);
    if (encoding_ == Encoding::bytes) {
        const std::size_t n = in_->read(buffer);
        if (has_bare_cr_) std::ranges::replace(buffer.first(n), '\r', '\n');
        return n;
    }
    return refill() ? take(pending_, pending_at_, buffer) : 0;
}

bool TextStream::refill() {
    pending_.clear();
    pending_at_ = 0;
    std::array<char, head_size> raw{};
    while (pending_.empty()) {
        const std::size_t n = in_->read(raw);
        if (n == 0) return false;
        pending_ = transcode({raw.data(), n});
        if (has_bare_cr_) std::ranges::replace(pending_, '\r', '\n');
    }
    return true;
}

/// UTF-16 by its BOM, or by zeros in nearly every second byte: what we read begins with ASCII in any
/// language.
void TextStream::detect_encoding(std::string_view raw) noexcept {
    if (raw.starts_with("\xFF\xFE")) {
        encoding_ = Encoding::utf16_little;
    } else if (raw.starts_with("\xFE\xFF")) {
        encoding_ = Encoding::utf16_big;
    } else if (raw.size() >= 16) {
        const auto begins = raw.substr(0, 16);
        std::array<int, 2> zeros{};
        for (std::size_t i = 0; i < begins.size(); ++i) zeros.at(i % 2) += begins[i] == '\0' ? 1 : 0;
        if (zeros[1] == 8 && zeros[0] == 0) encoding_ = Encoding::utf16_little;
        if (zeros[0] == 8 && zeros[1] == 0) encoding_ = Encoding::utf16_big;
    }
}

std::string TextStream::transcode(std::string_view raw) {
    if (encoding_ == Encoding::bytes) return std::string(raw);
    const std::string units = std::exchange(odd_, {}) + std::string(raw);
    std::string text;
    text.reserve(units.size());
    const std::size_t high = encoding_ == Encoding::utf16_big ? 0 : 1;
    std::size_t at = 0;
    for (; at + 1 < units.size(); at += 2) {
        const auto upper = static_cast<unsigned char>(units[at + high]);
        const auto lower = static_cast<unsigned char>(units[at + 1 - high]);
        append_unit((static_cast<unsigned>(upper) << 8U) | lower, text);
    }
    odd_.assign(units, at, 1);
    return text;
}

void TextStream::append_unit(unsigned unit, std::string& text) {
    const bool is_bom = std::exchange(at_start_, false) && unit == 0xFEFF;
    if (is_bom) return;
    if (unit >= 0xD800 && unit < 0xDC00) {
        high_surrogate_ = unit;
    } else if (unit >= 0xDC00 && unit < 0xE000) {
        const unsigned upper = (high_surrogate_ - 0xD800) << 10U;
        if (high_surrogate_ != 0) append_utf8(text, 0x10000 + upper + (unit - 0xDC00));
        high_surrogate_ = 0;
    } else {
        append_utf8(text, unit);
    }
}

WholeText read_whole(ByteStream& in, std::size_t limit) {
    constexpr std::size_t least = 64 * 1024;
    WholeText whole;
    while (true) {
        const std::size_t size = whole.text.size();
        const std::size_t chunk = std::max(least, size);
        whole.text.resize(size + std::min(chunk, limit + 1 - size));
        const std::size_t n = in.read(std::span(whole.text).subspan(size));
        whole.text.resize(size + n);
        if (n == 0) return whole;
        if (whole.text.size() > limit) {
            whole.text.resize(limit);
            whole.is_whole = false;
            return whole;
        }
    }
}

}  // namespace attune::sources
