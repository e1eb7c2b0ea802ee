#pragma once

#include "lab/classes/genre_study.h"
#include "lab/clusters/cluster_study.h"
#include "lab/numbers/popularity_study.h"
#include "report/document.h"

#include <cstdint>
#include <string>

namespace attune::pages {

/// What a report says of where a study came from.
struct StudyOrigin {
    std::string table;  ///< the file's name
    std::string label;  ///< the column that was told
    std::string group;  ///< the column that was never divided; empty for none
    std::uint64_t seed = 1;
};

/// A study as a page: every figure with a sentence that is made from its numbers.
report::Document document_of(const lab::GenreStudy& study, const StudyOrigin& origin);
report::Document document_of(const lab::PopularityStudy& study, const StudyOrigin& origin);
report::Document document_of(const lab::ClusterStudy& study, const StudyOrigin& origin);

}  // namespace attune::pages
