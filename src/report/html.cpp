#include "report/html.h"

#include "core/text.h"

namespace attune::report {

std::string escaped(std::string_view text) {
    const auto letters = to_utf8(text);
    std::string safe;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const char letter = letters[i];
        switch (letter) {
            case ' ':
                // No line ends between a number and its percent sign.
                safe += i + 1 < letters.size() && letters[i + 1] == '%' ? "\u00a0" : " ";
                break;
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            case '\'': safe += "&#39;"; break;
            case '\n':
            case '\t': safe += ' '; break;
            default:
                if (static_cast<unsigned char>(letter) >= 0x20 && letter != 0x7f) safe += letter;
        }
    }
    return safe;
}

std::string anchor_of(std::string_view text) {
    std::string anchor;
    for (const char letter : fold(text)) {
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (plain) anchor += letter;
        if (!plain && !anchor.empty() && anchor.back() != '-') anchor += '-';
    }
    while (!anchor.empty() && anchor.back() == '-') anchor.pop_back();
    return anchor.empty() ? "section" : anchor;
}

std::string element(std::string_view tag, std::string_view text) {
    std::string markup;
    markup.append("<").append(tag).append(">").append(escaped(text)).append("</").append(tag).append(">");
    return markup;
}

}  // namespace attune::report
