#pragma once

#include <string_view>

namespace attune::sources {

/// The month that a (folded) word names or abbreviates in one of the languages that exporters write, 1 to 12; 0 for none,
/// and for a beginning that several share.
unsigned month_by_name(std::string_view folded);

/// Whether a (folded) word is a day of the week, or its beginning.
bool is_weekday(std::string_view folded);

}  // namespace attune::sources
