#pragma once

#include "core/task.h"
#include "core/time.h"
#include "engine/lab/study_request.h"
#include "shapes/lab.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace attune::engine {

/// A study that is kept beside a library.
struct KeptStudyRequest {
    StudyRequest what;
    std::filesystem::path table;
    std::string table_name;  ///< as people know it
    Timestamp at;
};

/// The studies beside a library: `studies/s1/` and so on, each with report.html, report.json, the model, and what was
/// asked. A study is there as a whole or not at all.
class StudyShelf {
  public:
    /// @param directory  of the library; is made when a study is kept
    explicit StudyShelf(const std::filesystem::path& directory) : folder_(directory / "studies") {}

    /// Studies a table and keeps what came out.
    /// @return as show()
    /// @throws Error as StudyRequest::checked(), study_genres(), study_popularity() and study_clusters()
    shapes::KeptStudy make(const KeptStudyRequest& request, const Task& task) const;

    /// Newest first.
    shapes::StudyList list() const;

    /// All numbers, with what was asked; "report" is left null. Of clusters with the places of the map.
    /// @throws Error{not_found}
    shapes::KeptStudy show(std::string_view id) const;

    /// The folder of a study. @throws Error{not_found}
    std::filesystem::path folder(std::string_view id) const;

    /// @throws Error{not_found}
    void forget(std::string_view id) const;

  private:
    std::filesystem::path folder_;
};

}  // namespace attune::engine
