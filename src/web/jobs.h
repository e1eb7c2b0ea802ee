#pragma once

#include "core/json.h"
#include "core/task.h"
#include "core/time.h"
#include "shapes/serving.h"
#include "web/http.h"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>

namespace attune::web {

/// What a piece of long work came to.
struct JobOutcome {
    Json result;                                      ///< as shapes::JobResult
    std::optional<shapes::Undo> undo = std::nullopt;  ///< the call that takes it back
};

using JobWork = std::function<JobOutcome(const Task&)>;

/// Long work, one piece at a time, in the order in which it was asked for. From several threads.
class JobBoard {
  public:
    JobBoard();
    /// @param last  the number before that of the first job. By default the milliseconds of the clock, so that a page
    ///              that follows a job of the server before does not take another for it.
    explicit JobBoard(std::int64_t last);
    JobBoard(const JobBoard&) = delete;
    JobBoard& operator=(const JobBoard&) = delete;

    /// Asks the work under way to stop, and waits until it has.
    ~JobBoard();

    /// @param kind  "import", "train", ...
    /// @return the job as JSON (docs/reference/api.md); nothing if too many wait
    std::optional<Json> add(std::string_view kind, JobWork work);

    /// Newest first, without results.
    Json list();
    /// @throws Error{not_found}
    Json show(std::int64_t number);
    /// Asks a job to stop; one that waits ends here, one that has ended stays as it is. @throws Error{not_found}
    Json cancel(std::int64_t number);
    /// Its progress, as events. @throws Error{not_found}
    std::shared_ptr<Events> events(std::int64_t number);

  private:
    struct Job;
    class JobEvents;

    std::shared_ptr<Job> find(std::int64_t number);
    void work_on(const std::stop_token& stop);
    void forget_ended();

    std::mutex mutex_;
    std::condition_variable_any there_is_work_;
    std::deque<std::shared_ptr<Job>> jobs_;  ///< oldest first
    std::int64_t last_;
    std::jthread worker_;
};

}  // namespace attune::web
