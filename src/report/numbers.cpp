#include "report/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace attune::report {
namespace {

const std::string minus = "−";

std::string with_commas(std::string digits) {
    const auto point = std::min(digits.find('.'), digits.size());
    for (std::size_t place = point; place > 3;) digits.insert(place -= 3, 1, ',');
    return digits;
}

/// Digits after the point that leave `significant` digits of a number > 0.
int decimals_for(double magnitude, int significant) {
    if (magnitude == 0) return 0;
    const int leading = static_cast<int>(std::floor(std::log10(magnitude)));
    return std::max(0, significant - 1 - leading);
}

std::string power_text(double magnitude) {
    static constexpr const char* raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    int power = static_cast<int>(std::floor(std::log10(magnitude)));
    double mantissa = magnitude / std::pow(10.0, power);
    if (mantissa >= 9.95) {
        mantissa = 1;
        ++power;
    }
    std::string text = fmt::format("{:.1f} × 10", mantissa);
    if (power < 0) text += "⁻";
    for (const char digit : std::to_string(std::abs(power))) text += raised[digit - '0'];
    return text;
}

std::string magnitude_text(double magnitude, const NumberFormat& format) {
    if (format.kind == NumberFormat::Kind::plain)
        return fmt::format("{:.{}f}", magnitude, std::max(0, format.decimals));
    if (format.decimals >= 0) return with_commas(fmt::format("{:.{}f}", magnitude, format.decimals));
    if (magnitude >= 1e12 || (magnitude > 0 && magnitude < 1e-4)) return power_text(magnitude);
    return with_commas(fmt::format("{:.{}f}", magnitude, decimals_for(magnitude, 3)));
}

bool is_nought(const std::string& digits) { return digits.find_first_not_of("0.,") == std::string::npos; }

std::string p_text(double value) {
    return value < 0.001 ? std::string("< 0.001") : fmt::format("{:.3f}", value);
}

}  // namespace

std::string to_text(double value, const NumberFormat& format) {
    if (std::isnan(value)) return "–";
    if (std::isinf(value)) return value > 0 ? "∞" : minus + "∞";
    if (format.kind == NumberFormat::Kind::p_value) return p_text(value);
    const bool percent = format.kind == NumberFormat::Kind::percent;
    NumberFormat digits = format;
    if (percent) {
        digits.kind = NumberFormat::Kind::number;
        if (digits.decimals < 0) digits.decimals = 1;
    }
    std::string text = magnitude_text(std::abs(percent ? value * 100 : value), digits);
    if (!is_nought(text)) {
        if (value < 0) text = minus + text;
        if (value > 0 && format.sign) text = '+' + text;
    }
    if (percent) text += " %";
    if (!format.unit.empty()) text += " " + format.unit;
    return text;
}

std::string count_text(std::size_t count) { return with_commas(std::to_string(count)); }

std::string count_of(std::size_t count, const std::string& one, const std::string& many) {
    return count_text(count) + " " + (count == 1 ? one : many);
}

std::string percent_text(double share, int decimals) { return to_text(share, percent_format(decimals)); }

std::string as_sentence(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string list_text(const std::vector<std::string>& parts) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
        text += parts[i];
    }
    return text;
}

}  // namespace attune::report
