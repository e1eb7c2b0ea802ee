#pragma once

#include "lab/cluster_study.h"
#include "lab/genre_study.h"
#include "lab/popularity_study.h"
#include "report/document.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace attune::engine {

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

/// Writes the page as one HTML file that needs nothing else.
/// @throws Error{unavailable} if it cannot be written
void write_lab_report(const lab::GenreStudy& study, const StudyOrigin& origin,
                      const std::filesystem::path& file);
void write_lab_report(const lab::PopularityStudy& study, const StudyOrigin& origin,
                      const std::filesystem::path& file);
void write_lab_report(const lab::ClusterStudy& study, const StudyOrigin& origin,
                      const std::filesystem::path& file);

}  // namespace attune::engine
