#pragma once

#include "core/error.h"
#include "engine/find/explore.h"
#include "web/answer_cache.h"
#include "web/guard.h"
#include "web/http.h"
#include "web/jobs.h"
#include "web/lab_tables.h"
#include "web/library_pool.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace attune::web {

struct ServiceOptions {
    LibraryOptions library;
    std::uint64_t upload_limit = std::uint64_t{4} << 30;  ///< bytes of one file
    bool any_host = false;                                ///< see Guard
};

/// The API and the page: what attune's Server serves.
class Service final : public Application {
  public:
    explicit Service(ServiceOptions options);
    ~Service() override;

    /// Before the first request: the port that the server got.
    void open_to(std::uint16_t port);

    Admission admit(const Request& request) override;
    std::optional<Response> answer_known(const Request& request, const Admission& admission) override;
    Response answer(Request& request, const Admission& admission) override;

    const ServiceOptions& options() const noexcept { return options_; }
    const Guard& guard() const { return *guard_; }
    LibraryPool& library() noexcept { return library_; }
    JobBoard& jobs() noexcept { return *jobs_; }

    /// Starts a job and answers with it: 202, or 429 if too many wait.
    Response start(std::string_view kind, JobWork work);

    /// The points of a person's library; made once for each state of it.
    std::shared_ptr<const engine::ExploreTable> explore_table(const std::string& person);

    /// The last list that was made for a person in a cycle, with reasons; null if this server made none.
    Json kept_discovery(const std::string& person);
    void keep_discovery(const std::string& person, Json discovery);

    /// Tables that came in for the lab; kept while the server runs.
    TableShelf& lab_tables() noexcept { return lab_tables_; }

    /// A new folder for a file that came in, which must not meet another of its name.
    std::filesystem::path new_upload_folder();

  private:
    /// By which an answer is kept, and the state of the library for which it holds.
    struct KeptUnder {
        std::string key;
        std::string stamp;
    };
    KeptUnder kept_under(const Request& request);

    Response call(Request& request, const Admission& admission);
    Response keep_or_find(Request& request, const Admission& admission);

    ServiceOptions options_;
    std::optional<Guard> guard_;
    LibraryPool library_;
    AnswerCache cache_;
    TableShelf lab_tables_;
    std::filesystem::path uploads_;
    std::mutex table_mutex_;  ///< held while a table of explore is made; before mutex_
    std::mutex mutex_;        ///< of what follows
    std::map<std::string, std::pair<std::string, std::shared_ptr<const engine::ExploreTable>>> tables_;
    std::map<std::string, Json> discoveries_;
    std::int64_t last_folder_ = 0;
    std::unique_ptr<JobBoard> jobs_;  ///< last: its work uses the rest
};

/// The HTTP status that tells of an error.
int http_status(ErrorCode code) noexcept;

}  // namespace attune::web
