#include "sources/archive_stream.h"

#include "core/error.h"
#include "core/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>

namespace attune::sources {
namespace {

// An export expands about 14:1; JSON that repeats itself much more, about 50:1. Beyond 200:1 it is no history
// but a trap. A small archive may expand to 64 MiB whatever its ratio. A month of all the world's listens is
// larger than any file of one person.
constexpr std::uint64_t max_ratio = 200;
constexpr std::uint64_t always_allowed = std::uint64_t{64} << 20U;
constexpr std::uint64_t largest_of_a_person = std::uint64_t{4} << 30U;
constexpr std::uint64_t largest_of_a_community = std::uint64_t{1} << 40U;

}  // namespace

std::string reason_of(archive* open) {
    const char* const text = archive_error_string(open);
    return text == nullptr ? "unknown reason" : std::string(trim(text));
}

std::string_view base_name(std::string_view path) noexcept {
    const auto slash = path.find_last_of("/\\");
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool any_folder(std::string_view path, bool (*is_such)(std::string_view)) {
    while (true) {
        const auto slash = path.find_first_of("/\\");
        if (is_such(path.substr(0, slash))) return true;
        if (slash == std::string_view::npos) return false;
        path.remove_prefix(slash + 1);
    }
}

bool leads_out(std::string_view path) {
    return path.starts_with('/') || any_folder(path, [](std::string_view name) { return name == ".."; });
}

Budget::Budget(std::uint64_t archive_size, Reading reading)
    : largest_entry_(reading == Reading::person ? largest_of_a_person : largest_of_a_community),
      left_(std::max(always_allowed, std::min(archive_size, largest_entry_) * max_ratio)) {}

std::size_t EntryStream::read(std::span<char> buffer) {
    while (block_.empty() && !is_over_) next_block();
    const std::size_t n = std::min(buffer.size(), block_.size());
    std::copy_n(block_.data(), n, buffer.data());
    block_.remove_prefix(n);
    return n;
}

/// Block by block, because archive_read_data() gives nothing of a buffer within which the damage lies.
void EntryStream::next_block() {
    const void* data = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int result = archive_read_data_block(archive_, &data, &size, &offset);
    if (result == ARCHIVE_EOF) {
        is_over_ = true;
    } else if (result < ARCHIVE_WARN) {
        stop_at_damage();
    } else {
        if (result == ARCHIVE_WARN) tell_warning();
        size_ += size;
        block_ = {static_cast<const char*>(data), size};
        if (!budget_->take(size) || size_ > budget_->largest_entry()) {
            stop(fmt::format("expands beyond all proportion (an archive bomb?); stopped after {} MiB",
                             size_ >> 20U));
        }
    }
}

void EntryStream::stop_at_damage() {
    if (archive_errno(archive_) == EIO) fail(ErrorCode::unavailable, "cannot read {}", *shown_);
    stop(fmt::format("the archive is cut or damaged here ({}); what stands before is read",
                     reason_of(archive_)));
}

/// The checksum or the size is not what the archive says.
void EntryStream::tell_warning() const {
    (*problem_)(*shown_,
                fmt::format("is damaged within the archive ({}); what can be read is", reason_of(archive_)));
}

void EntryStream::stop(const std::string& message) {
    is_over_ = true;
    (*problem_)(*shown_, message);
}

}  // namespace attune::sources
