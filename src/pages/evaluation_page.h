#pragma once

#include "core/json_fwd.h"
#include "report/document.h"

namespace attune::pages {

/// What a replay of the past says, as a page: each question with its verdict, attune beside the simple rules, and
/// how far it is above each.
/// @param evaluation  as evaluate_json() gives it
report::Document evaluation_page(const Json& evaluation);

}  // namespace attune::pages
