#pragma once

#include <string>

namespace attune {

/// Appends a code point in UTF-8; nothing for what it cannot write: halves of surrogate pairs, and above U+10FFFF.
void append_utf8(std::string& text, char32_t code_point);

}  // namespace attune
