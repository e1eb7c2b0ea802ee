#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace attune::sources {

/// A value of a JSON object, without a copy of its text.
struct JsonValue {
    enum class Kind : std::uint8_t { absent, null, boolean, number, text, object, array };

    Kind kind = Kind::absent;
    std::string_view text;  ///< of a boolean, number or text; empty for all else

    bool is_given() const noexcept { return kind > Kind::null; }
};

/// Reads the values of some keys out of JSON objects. Objects within the object are flattened: their keys
/// count as if they stood in it ({"track": {"trackName": "x"}} has both `track` and `trackName`); of a key
/// that comes twice the first counts. Arrays are passed over. No other value is looked at, let alone kept.
class JsonFields {
  public:
    /// `keys` must outlive this; they are found fastest if they stand in the order of the file.
    explicit JsonFields(std::span<const std::string_view> keys);
    ~JsonFields();

    /// Reads one object. Text that is not UTF-8 is read as Windows-1252. False if it is not JSON.
    /// @param object  with json_padding readable bytes behind it
    bool read(std::string_view object);

    /// The value of keys[index]; valid until the next read().
    const JsonValue& operator[](std::size_t index) const noexcept { return values_[index]; }

    /// True if at least one of the keys was there.
    bool any() const noexcept;

  private:
    struct Parser;

    std::span<const std::string_view> keys_;
    std::vector<JsonValue> values_;
    std::unique_ptr<Parser> parser_;
    std::string transcoded_;
};

}  // namespace attune::sources
