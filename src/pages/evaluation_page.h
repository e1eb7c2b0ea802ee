#pragma once

#include "report/document.h"
#include "shapes/evaluation.h"

namespace attune::pages {

/// What a replay of the past says, as a page: each question with its verdict, attune beside the simple rules, and
/// how far it is above each.
report::Document evaluation_page(const shapes::Evaluation& evaluation);

}  // namespace attune::pages
