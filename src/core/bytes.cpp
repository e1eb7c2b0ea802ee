#include "core/bytes.h"

#include "core/error.h"
#include "core/hash.h"

#include <cstring>

namespace attune {
namespace {

constexpr std::size_t number_size = sizeof(std::uint64_t);

std::string bytes_of(std::uint64_t number) {
    std::string bytes(number_size, '\0');
    std::memcpy(bytes.data(), &number, number_size);
    return bytes;
}

std::uint64_t number_of(std::string_view bytes) {
    std::uint64_t number = 0;
    std::memcpy(&number, bytes.data(), number_size);
    return number;
}

}  // namespace

ByteWriter::ByteWriter(std::string_view mark) { text(mark); }

void ByteWriter::add(std::uint64_t count, std::string_view bytes) {
    bytes_ += bytes_of(count);
    bytes_ += bytes;
}

std::string ByteWriter::bytes() && { return bytes_of(stable_hash(bytes_)) + std::move(bytes_); }

ByteReader::ByteReader(std::string_view bytes, std::string_view mark) : mark_(mark) {
    require_intact(bytes.size() >= number_size);
    left_ = bytes.substr(number_size);
    require_intact(number_of(bytes) == stable_hash(left_));
    require_intact(text() == mark);
}

std::string_view ByteReader::take(std::size_t size_of_one) {
    require_intact(left_.size() >= number_size);
    const auto count = number_of(left_);
    left_.remove_prefix(number_size);
    require_intact(count <= left_.size() / size_of_one);
    const auto taken = left_.substr(0, count * size_of_one);
    left_.remove_prefix(taken.size());
    return taken;
}

void ByteReader::copy(std::string_view from, void* to) {
    if (!from.empty()) std::memcpy(to, from.data(), from.size());
}

void ByteReader::require_intact(bool condition) const {
    if (!condition) fail(ErrorCode::corrupt_data, "{}: damaged, or of another version", mark_);
}

}  // namespace attune
