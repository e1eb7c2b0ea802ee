#pragma once

#include "core/error.h"
#include "core/matrix.h"
#include "library/interactions.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::collaborative {

static_assert(std::endian::native == std::endian::little,
              "saved models hold numbers as little-endian machines do");

/// Numbers into bytes, one after the other.
class ByteWriter {
  public:
    void count(std::uint64_t value) { append(&value, sizeof value); }
    void number(double value) { append(&value, sizeof value); }

    template <class T>
    void list(std::span<const T> values) {
        count(values.size());
        append(values.data(), values.size() * sizeof(T));
    }

    void matrix(const Matrix& matrix) {
        count(matrix.n_rows());
        count(matrix.n_columns());
        list(matrix.values());
    }

    void interactions(const library::Interactions& pairs);

    const std::string& bytes() const noexcept { return bytes_; }

  private:
    void append(const void* data, std::size_t size) {
        if (size > 0) bytes_.append(static_cast<const char*>(data), size);
    }

    std::string bytes_;
};

/// Reads what a ByteWriter wrote. Every function throws Error{corrupt_data} where the bytes end too early or
/// hold what no writer writes.
class ByteReader {
  public:
    explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

    std::uint64_t count() { return value<std::uint64_t>(); }
    double number() { return value<double>(); }

    /// Not more than `most`: guards what is computed from it.
    std::size_t count_up_to(std::size_t most) {
        const auto read = count();
        intact(read <= most, "a count is too large");
        return static_cast<std::size_t>(read);
    }

    template <class T>
    std::vector<T> list() {
        const std::size_t size = count_up_to(rest_.size() / sizeof(T));
        std::vector<T> values(size);
        if (size > 0) std::memcpy(values.data(), take(size * sizeof(T)), size * sizeof(T));
        return values;
    }

    /// Finite numbers only.
    std::vector<float> floats(std::size_t size) {
        auto values = list<float>();
        intact(values.size() == size, "a list has another length than it must");
        for (const float value : values) intact(std::isfinite(value), "a number is not finite");
        return values;
    }

    Matrix matrix();
    library::Interactions interactions();

    void end() const { intact(rest_.empty(), "there are bytes after the end"); }

    static void intact(bool condition, std::string_view fault) {
        if (!condition) fail(ErrorCode::corrupt_data, "saved recommender: {}", fault);
    }

  private:
    const char* take(std::size_t size) {
        intact(size <= rest_.size(), "it ends too early");
        const char* const data = rest_.data();
        rest_.remove_prefix(size);
        return data;
    }

    template <class T>
    T value() {
        T read;
        std::memcpy(&read, take(sizeof read), sizeof read);
        return read;
    }

    std::string_view rest_;
};

/// A model as bytes: a line of text with kind, version and options, the bytes of the model, a checksum.
std::string seal(std::string_view name, std::string_view options, const ByteWriter& content);

/// What seal() was given.
struct Unsealed {
    std::string_view name;
    std::string_view options;
    std::string_view content;
};

/// @throws Error{corrupt_data} if the bytes are not of a saved recommender or their checksum does not hold
Unsealed unseal(std::string_view saved);

}  // namespace attune::collaborative
