#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace attune {

/// Lists of numbers and texts as bytes, behind a mark that says what they are and of which version. For what is worked
/// out and kept on one machine: numbers are written as they lie in memory.
class ByteWriter {
  public:
    explicit ByteWriter(std::string_view mark);

    template <class T>
    void numbers(std::span<const T> values) {
        static_assert(std::is_arithmetic_v<T>);
        add(values.size(), {reinterpret_cast<const char*>(values.data()), values.size_bytes()});
    }
    void text(std::string_view text) { add(text.size(), text); }

    std::string bytes() &&;

  private:
    void add(std::uint64_t count, std::string_view bytes);

    std::string bytes_;
};

/// Reads what a ByteWriter wrote, in its order. Every function throws Error{corrupt_data} where that is not there.
class ByteReader {
  public:
    ByteReader(std::string_view bytes, std::string_view mark);

    template <class T>
    std::vector<T> numbers() {
        static_assert(std::is_arithmetic_v<T>);
        const auto bytes = take(sizeof(T));
        std::vector<T> values(bytes.size() / sizeof(T));
        copy(bytes, values.data());
        return values;
    }
    std::string text() { return std::string(take(1)); }

    void require_intact(bool condition) const;

  private:
    std::string_view take(std::size_t size_of_one);
    static void copy(std::string_view from, void* to);

    std::string_view left_;
    std::string_view mark_;
};

}  // namespace attune
