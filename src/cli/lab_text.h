#pragma once

#include "core/json_fwd.h"

#include <string>

namespace attune::cli {

/// A study as a short text: what was studied, the table of models, what stands out.
std::string genre_study_text(const Json& study);
std::string popularity_study_text(const Json& study);
std::string cluster_study_text(const Json& study);

/// Which figures of two studies differ.
std::string comparison_text(const Json& comparison);

}  // namespace attune::cli
