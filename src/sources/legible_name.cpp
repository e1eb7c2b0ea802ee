#include "sources/legible_name.h"

#include "core/text.h"
#include "core/utf8.h"
#include "sources/values.h"

#include <algorithm>
#include <array>
#include <iconv.h>
#include <optional>
#include <string>

namespace attune::sources {
namespace {

/// A code page in which a name may be written. Of two that make equally credible words the first wins.
struct CodePage {
    const char* name;
    bool has_wide = false;  ///< two bytes a letter, all of one script
};

// What Windows, 7-Zip, Java and old Unix put into names that nobody marked as UTF-8.
constexpr std::array code_pages{
    CodePage{"CP437", false},  CodePage{"CP1252", false}, CodePage{"CP850", false}, CodePage{"CP866", false},
    CodePage{"CP1251", false}, CodePage{"CP932", true},   CodePage{"EUC-KR", true}, CodePage{"GBK", true},
};

class Converter {
  public:
    explicit Converter(const char* from) : open_(::iconv_open("UTF-32LE", from)) {}
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;
    ~Converter() {
        if (is_open()) ::iconv_close(open_);
    }

    /// Nothing if these bytes mean nothing in the code page.
    std::optional<std::u32string> read(std::string_view bytes) const {
        if (!is_open()) return std::nullopt;
        std::u32string text(bytes.size() + 1, U'\0');
        std::string copy(bytes);
        char* in = copy.data();
        std::size_t left = copy.size();
        auto* out = reinterpret_cast<char*>(text.data());
        std::size_t room = text.size() * sizeof(char32_t);
        const std::size_t failed = ~std::size_t{0};
        if (::iconv(open_, &in, &left, &out, &room) == failed || left != 0) return std::nullopt;
        text.resize(text.size() - room / sizeof(char32_t));
        return text;
    }

  private:
    bool is_open() const { return open_ != reinterpret_cast<iconv_t>(-1); }

    iconv_t open_;
};

enum class Letter { none, ascii_small, ascii_large, small, large, wide };

Letter letter_of(char32_t c) {
    if (c < 0x80) {
        if (c >= 'a' && c <= 'z') return Letter::ascii_small;
        return c >= 'A' && c <= 'Z' ? Letter::ascii_large : Letter::none;
    }
    switch (letter_case(c)) {
        case LetterCase::small: return Letter::small;
        case LetterCase::large: return Letter::large;
        case LetterCase::other: return Letter::wide;
        default: return Letter::none;
    }
}

bool is_large(Letter letter) { return letter == Letter::large || letter == Letter::ascii_large; }
bool is_small(Letter letter) { return letter == Letter::small || letter == Letter::ascii_small; }
bool is_cyrillic(char32_t c) { return c >= 0x400 && c < 0x530; }
bool is_ascii(Letter letter) { return letter == Letter::ascii_small || letter == Letter::ascii_large; }

/// Dashes, quotation marks and the points that typesetters have; daggers are what other code pages have letters for.
bool is_typeset(char32_t c) { return (c >= 0x2013 && c <= 0x201E) || c == 0x2026 || c == 0xAB || c == 0xBB; }

/// How badly letters of an alphabet make words; 0 is best.
int oddness(const std::u32string& text) {
    int odd = 0;
    Letter before = Letter::none;
    char32_t last = ' ';
    for (const char32_t c : text) {
        const Letter letter = letter_of(c);
        const bool is_foreign = c >= 0x80;
        if (is_foreign && letter == Letter::none)
            odd += is_typeset(c) ? 2 : (c < 0xA0 ? 12 : 8);   // a box, a sign
        if (is_foreign && letter == Letter::wide) odd += 6;   // ª and º
        if (is_foreign && c >= 0x370 && c < 0x400) odd += 8;  // Greek of a page of signs
        if (is_small(before) && is_large(letter) && (is_foreign || last >= 0x80)) odd += 4;
        const bool in_word = is_foreign && last >= 0x80 && letter != Letter::none && before != Letter::none;
        if (in_word && !is_cyrillic(c)) odd += 3;  // Western words have one accent, then letters without
        if (in_word && is_cyrillic(c) != is_cyrillic(last)) odd += 8;
        const bool is_beside_ascii =
            (is_ascii(letter) && is_cyrillic(last)) || (is_cyrillic(c) && is_ascii(before));
        if (is_beside_ascii) odd += 5;
        before = letter;
        last = c;
    }
    return odd;
}

bool is_kana(char32_t c) { return c >= 0x3040 && c < 0x3100; }
bool is_hangul(char32_t c) { return c >= 0xAC00 && c < 0xD7A4; }
bool is_ideograph(char32_t c) { return c >= 0x4E00 && c < 0xA000; }

/// The same for letters of two bytes: of Western names every such page can make one odd sign, never a word.
int wide_oddness(const std::u32string& text, bool is_korean) {
    int odd = 1;
    std::size_t run = 0;
    const auto end_run = [&] {
        odd += run == 1 ? 12 : 0;
        run = 0;
    };
    for (const char32_t c : text) {
        if (c < 0x80 || (c >= 0x3000 && c < 0x3040) ||
            (c >= 0xFF01 && c < 0xFF61)) {  // and marks as wide as a letter
            end_run();
            continue;
        }
        ++run;
        if (is_korean) {
            odd += is_hangul(c) ? 0 : 6;
        } else if (is_kana(c) || is_ideograph(c)) {
            odd += 0;
        } else {
            odd += 10;  // half-width kana, private signs: another page
        }
    }
    end_run();
    return odd;
}

std::string in_utf8(const std::u32string& text) {
    std::string written;
    for (const char32_t c : text) append_utf8(written, c);
    return written;
}

struct Guess {
    std::optional<std::u32string> text;
    std::string page;
};

Guess guess(std::string_view bytes) {
    Guess best;
    int least = 0;
    for (const CodePage& page : code_pages) {
        const auto text = Converter(page.name).read(bytes);
        if (!text) continue;
        const int odd =
            page.has_wide ? wide_oddness(*text, std::string_view(page.name) == "EUC-KR") : oddness(*text);
        if (best.text && odd >= least) continue;
        best = {text, page.name};
        least = odd;
    }
    return best;
}

}  // namespace

std::string code_page_of(std::string_view bytes) {
    constexpr std::size_t enough = 16 * 1024;
    std::string foreign;  // ASCII alone tells nothing
    for (auto rest = bytes; !rest.empty() && foreign.size() < enough;) {
        const auto end = std::min(rest.find_first_of("\r\n"), rest.size());
        if (!is_valid_utf8(rest.substr(0, end))) foreign += std::string(rest.substr(0, end)) + " ";
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return guess(foreign).page;
}

std::optional<std::string> read_in_code_page(std::string_view page, std::string_view bytes) {
    const auto text = Converter(std::string(page).c_str()).read(bytes);
    return text ? std::optional(in_utf8(*text)) : std::nullopt;
}

std::string legible_name(std::string_view bytes) {
    std::string name;
    if (is_valid_utf8(bytes)) {
        name = composed(bytes);
    } else {
        const Guess best = guess(bytes);
        name = composed(best.text ? in_utf8(*best.text) : to_utf8(bytes));
    }
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    std::ranges::replace_if(name, is_control, ' ');
    return name;
}

}  // namespace attune::sources
