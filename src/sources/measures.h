#pragma once

#include "sources/csv.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace attune::sources {

/// How the numbers of a column are written: "1,234.5", "1.234,5", "0,53".
struct NumberStyle {
    char decimal = '.';  ///< the other of "." and "," stands between thousands
};

/// The style in which most of the values are numbers in [least, most]. Where both do as well, a comma divides decimals
/// unless the table has commas between its fields.
NumberStyle number_style(const std::vector<std::string>& values, double least, double most, char separator);

/// A number with what spreadsheets write around it: thousands apart, a percent sign (`is_percent`), a unit ("-5.2 dB",
/// "120 BPM"). Nothing for all else.
struct StyledNumber {
    double value = 0;
    bool is_percent = false;
};
std::optional<StyledNumber> parse_styled(std::string_view text, NumberStyle style);

/// A key as musicians and DJ programs write it: "F#m", "C major", "D♭ Major", "C♯/D♭ minor", "fis-Moll", "La mineur",
/// "8A" (Camelot), "1m" (Open Key).
struct KeyName {
    int pitch_class = 0;           ///< C is 0
    std::optional<bool> is_major;  ///< where it is told
};
std::optional<KeyName> parse_key(std::string_view text);

/// True for major, false for minor, in the languages of parse_key(); nothing for all else.
std::optional<bool> parse_mode(std::string_view text);

enum class LengthUnit : std::uint8_t {
    milliseconds,
    seconds,
    minutes,
    unknown,  ///< told by each value: below 10,000 they are seconds
};

/// "3:41", "00:03:20.5", "3 min 41 s", "PT3M41S" in ms.
std::optional<std::int64_t> clock_ms(std::string_view text);

/// A column of lengths, in whatever unit: the name tells it, else the values together.
class LengthColumn {
  public:
    LengthColumn() = default;
    LengthColumn(const Columns& columns, std::optional<std::size_t> column);

    std::optional<std::size_t> column() const noexcept { return column_; }

    /// A whole number of ms in [0, a day]; nothing for what is no such length.
    std::optional<std::int64_t> ms(std::string_view text) const;

    /// "length in s".
    std::string meaning() const;

  private:
    std::optional<std::size_t> column_;
    LengthUnit unit_ = LengthUnit::unknown;
    NumberStyle style_;
};

}  // namespace attune::sources
