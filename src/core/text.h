#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace attune {

/// A text as it is compared: compatibility forms, case and accents are gone ("Björk" and "BJORK" are one),
/// "&" and "+" between words are "and", punctuation is gone or a space, spaces are single. Other scripts are not
/// written in Latin letters. Symbols that stand for letters in names are read as such ("Ke$ha", "P!nk").
///
/// A text of nothing but punctuation ("!!!", "()") folds to itself without spaces, so that it stays a name.
/// Bytes that are not UTF-8 are read as Latin-1. Idempotent: fold(fold(x)) == fold(x).
std::string fold(std::string_view text);

bool is_valid_utf8(std::string_view text) noexcept;

/// The text itself if it is UTF-8, otherwise its bytes read as Windows-1252.
std::string to_utf8(std::string_view text);

/// The text with letters and their accents as one character where there is one (NFC); macOS writes the names of files
/// the other way. What is not UTF-8 is given back as it is.
std::string composed(std::string_view text);

enum class LetterCase { none, small, large, other };

/// Whether a character is a letter, and of which case; those of scripts without cases are `other`.
LetterCase letter_case(char32_t c) noexcept;

/// The number of terminal columns that a UTF-8 text takes.
std::size_t display_width(std::string_view text) noexcept;

/// The text cut to at most `width` terminal columns, with an ellipsis where something was cut.
std::string fit(std::string_view text, std::size_t width);

/// The text without spaces, tabs and line ends at either side.
std::string_view trim(std::string_view text) noexcept;

/// ASCII letters in lower case, all else as it is.
std::string to_lower_ascii(std::string_view text);

/// Splits at every `separator`; the parts are trimmed, empty ones are left out.
std::vector<std::string_view> split(std::string_view text, std::string_view separator);

}  // namespace attune
