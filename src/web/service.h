#pragma once

#include "core/error.h"
#include "engine/find/explore.h"
#include "web/answer_cache.h"
#include "web/guard.h"
#include "web/http.h"
#include "web/jobs.h"
#include "web/lab_tables.h"
#include "web/library_pool.h"
#include "web/recent.h"
#include "web/upload_folder.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace attune::web {

class Call;

struct ServiceOptions {
    LibraryOptions library;
    std::uint64_t upload_limit = std::uint64_t{4} << 30;  ///< bytes of one file
    bool for_others = false;                              ///< see Guard
    std::vector<std::string> names = {};                  ///< see Guard
};

/// The API and the page: what attune's Server serves.
class Service final : public Application {
  public:
    explicit Service(ServiceOptions options);

    /// Before the first request: the port that the server got.
    void open_to(std::uint16_t port);

    Admission admit(const Request& request) override;
    std::optional<Response> answer_known(const Request& request, const Admission& admission) override;
    Response answer(Request& request, const Admission& admission, const std::stop_token& stop) override;

    const ServiceOptions& options() const noexcept { return options_; }
    const Guard& guard() const { return *guard_; }
    LibraryPool& library() noexcept { return library_; }
    JobBoard& jobs() noexcept { return jobs_; }

    /// Starts a job and answers with it: 202, or 429 if too many wait.
    Response start(std::string_view kind, JobWork work);

    /// The points of a person's library, and the state for which they stand.
    struct Points {
        std::shared_ptr<const engine::ExploreTable> table;
        std::string stamp;
    };
    /// Made once for each state of the library.
    Points points(const Call& call);

    /// Tables that came in for the lab; kept while the server runs.
    TableShelf& lab_tables() noexcept { return lab_tables_; }

    /// A new folder for a file that came in, which must not meet another of its name.
    std::filesystem::path new_upload_folder() { return uploads_.new_folder(); }

  private:
    Response call(Request& request, const Admission& admission, const LibraryRef& in_use,
                  const std::stop_token& stop);
    Response find_or_keep(Request& request, const Admission& admission, const std::stop_token& stop);

    ServiceOptions options_;
    std::optional<Guard> guard_;
    LibraryPool library_;
    AnswerCache cache_;
    TableShelf lab_tables_;
    UploadFolder uploads_;
    std::mutex mutex_;  ///< of what follows
    Recent<Points> points_;
    JobBoard jobs_;  ///< last: its work uses the rest
};

/// The HTTP status that tells of an error.
int http_status(ErrorCode code) noexcept;

}  // namespace attune::web
