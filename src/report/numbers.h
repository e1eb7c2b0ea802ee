#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace attune::report {

/// How the numbers of a column, an axis or a label are written.
struct NumberFormat {
    enum class Kind : std::uint8_t {
        number,   ///< 12,345.6; "–" for NaN
        percent,  ///< a share: 0.123 is "12.3 %"
        plain,    ///< without thousands: years
        p_value,  ///< "< 0.001" for the small ones, else three digits
    };

    Kind kind = Kind::number;
    int decimals = -1;   ///< digits after the point; -1 for three significant digits (percent: 1, plain: 0)
    bool sign = false;   ///< write "+" before what is above 0
    std::string unit{};  ///< written after the number: "dB"
};

inline NumberFormat number_format(int decimals = -1) { return {NumberFormat::Kind::number, decimals}; }
inline NumberFormat percent_format(int decimals = 1) { return {NumberFormat::Kind::percent, decimals}; }
inline NumberFormat plain_format(int decimals = 0) { return {NumberFormat::Kind::plain, decimals}; }
inline NumberFormat p_value_format() { return {NumberFormat::Kind::p_value}; }

/// The number as people read it: a true minus sign, commas between thousands, no "-0".
std::string to_text(double value, const NumberFormat& format = {});

/// 1234567 as "1,234,567".
std::string count_text(std::size_t count);

/// "1 track", "1,200 tracks".
std::string count_of(std::size_t count, const std::string& one, const std::string& many);

/// 0.123 as "12.3 %".
std::string percent_text(double share, int decimals = 1);

/// With a capital at its beginning, if that is a plain letter.
std::string as_sentence(std::string text);

/// "a", "a and b", "a, b and c"; empty for none.
std::string list_text(const std::vector<std::string>& parts);

}  // namespace attune::report
