#pragma once

#include <optional>
#include <simdjson.h>
#include <string>
#include <string_view>

namespace attune::sources {

// Values of a JSON record by the way to them: "track.artists[]" is each text of the list `artists` of the object `track`,
// "subtitles[].name" the `name` of each object of a list. Keys hold no points and no brackets.

/// The first value at the end of the path; none if it is not there, or null.
std::optional<simdjson::dom::element> value_at(const simdjson::dom::element& record, std::string_view path);

/// A text, or a number as it stands there; empty for all else.
std::string text_in(const simdjson::dom::element& value);

/// text_in() of the first of the paths (with "|" between) that is there and not blank.
std::string text_at(const simdjson::dom::element& record, std::string_view paths);

}  // namespace attune::sources
