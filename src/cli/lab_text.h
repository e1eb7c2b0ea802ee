#pragma once

#include "shapes/lab.h"

#include <string>

namespace attune::cli {

/// A study in a few lines and tables.
std::string study_text(const shapes::GenreStudy& study);
std::string study_text(const shapes::PopularityStudy& study);
std::string study_text(const shapes::ClusterStudy& study);

/// Two studies, figure by figure.
std::string comparison_text(const shapes::Comparison& comparison);

}  // namespace attune::cli
