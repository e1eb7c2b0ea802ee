#pragma once

#include "lab/numbers/popularity_study.h"
#include "report/document.h"

#include <optional>
#include <vector>

namespace attune::pages {

/// Sections of the report of a study of popularity.

/// How target and features lie, and which move together.
report::Section distributions_section(const lab::PopularityStudy& study);

/// The linear regression; none if it has no features.
std::optional<report::Section> regression_section(const lab::PopularityStudy& study);

/// What drives the best model, and how that changed over the years; those of which the study knows something.
std::vector<report::Section> driver_sections(const lab::PopularityStudy& study);

}  // namespace attune::pages
