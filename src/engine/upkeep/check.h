#pragma once

#include "engine/library/workspace.h"
#include "shapes/library.h"

#include <cstdint>
#include <string>
#include <vector>

namespace attune::engine {

/// Something that is wrong with a library.
struct Finding {
    std::string
        kind;  ///< "damaged", "missing_row", "lost_listens", "lost_community_plays", "missing_models",
               ///< "left_models", "damaged_study", "left_study"
    std::string text;    ///< what is wrong
    std::string advice;  ///< what to do about it
};

struct CheckReport {
    std::vector<Finding> findings;  ///< that are still there
    std::vector<std::string> mended;
    std::int64_t n_runs = 0;
    std::int64_t n_studies = 0;
};

/// Looks at the whole library: its storage, the models of its runs, the studies beside it.
/// @param mend  deletes what nothing can be done with: plays of nothing, runs without models, folders that were left
/// over
CheckReport check_library(Workspace& workspace, bool mend);

shapes::CheckReport shape_of(const CheckReport& report);

}  // namespace attune::engine
