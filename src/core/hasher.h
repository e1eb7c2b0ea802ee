#pragma once

#include "core/hash.h"

#include <cstring>
#include <optional>
#include <ranges>
#include <string_view>
#include <type_traits>

namespace attune {

/// Hashes values one after another; their order counts, and where one ends and the next begins. The hash is the same on
/// every machine of one byte order: it is stored.
class Hasher {
  public:
    void add(std::string_view text) { value_ = combine_hashes(value_, stable_hash(text)); }

    /// A number or an enumerator, by its bytes.
    template <class T>
    requires std::is_arithmetic_v<T> || std::is_enum_v<T>
    void add(T value) {
        std::uint64_t bytes = 0;
        std::memcpy(&bytes, &value, sizeof value);
        value_ = combine_hashes(value_, bytes);
    }

    template <class T>
    void add(const std::optional<T>& value) {
        add(value.has_value());
        if (value) add(*value);
    }

    /// Its length, then all that is in it.
    template <std::ranges::sized_range Range>
    requires(!std::is_convertible_v<const Range&, std::string_view>) void add(const Range& range) {
        using Value = std::ranges::range_value_t<Range>;
        add(std::ranges::size(range));
        if constexpr (std::is_arithmetic_v<Value> && std::ranges::contiguous_range<const Range>) {
            const auto* data = reinterpret_cast<const char*>(std::ranges::data(range));
            add(std::string_view(data, std::ranges::size(range) * sizeof(Value)));
        } else {
            for (const auto& value : range) add(value);
        }
    }

    std::uint64_t value() const noexcept { return value_; }

  private:
    std::uint64_t value_ = 0;
};

}  // namespace attune
