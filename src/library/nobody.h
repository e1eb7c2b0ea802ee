#pragma once

#include <string_view>

namespace attune::library {

/// Whether the name of an artist stands for none: empty, punctuation alone of the kind that tables write ("-", "[]"), a
/// word for a missing value ("NA", "nan", "null"), or what programs and collections write instead of an artist ("Unknown
/// Artist", "<unknown>", "[unknown]", "Various Artists", "Verschiedene Interpreten"), in many languages.
bool is_nobody(std::string_view artist_name);

}  // namespace attune::library
