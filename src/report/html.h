#pragma once

#include <string>
#include <string_view>

namespace attune::report {

/// Any text as it may stand in HTML and SVG, between tags and in quoted attributes: what would be markup is
/// written as references, bytes that are not UTF-8 are read as Windows-1252, control characters are left out.
std::string escaped(std::string_view text);

/// A name for an anchor: "Errors by genre" is "errors-by-genre"; "section" where nothing is left.
std::string anchor_of(std::string_view text);

/// "<tag>escaped text</tag>".
std::string element(std::string_view tag, std::string_view text);

}  // namespace attune::report
