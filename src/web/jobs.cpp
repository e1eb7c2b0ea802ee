#include "web/jobs.h"

#include "core/error.h"
#include "core/json_text.h"
#include "shapes/to_json.h"

#include <algorithm>
#include <chrono>

namespace attune::web {
namespace {

constexpr std::size_t most_waiting = 16;
constexpr std::size_t most_kept = 50;
constexpr auto silence = std::chrono::seconds(15);  ///< of a stream, before it says that it is still there

std::int64_t milliseconds_of_clock() {
    const auto since = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

Timestamp present() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

}  // namespace

struct JobBoard::Job final : ProgressSink {
    enum class State { waiting, running, done, failed, cancelled };

    std::int64_t number = 0;
    std::string kind;
    std::stop_source stop;

    std::mutex mutex;  // of all below
    JobWork work;      // while it waits
    State state = State::waiting;
    std::string stage;
    std::size_t done = 0;
    std::size_t total = 0;
    Timestamp asked_at = present();
    std::optional<Timestamp> ended_at;
    std::uint64_t version = 0;  ///< counts the changes
    JobOutcome outcome;
    std::optional<shapes::ErrorText> error;

    void report(std::string_view new_stage, std::size_t new_done, std::size_t new_total) override {
        const std::lock_guard lock(mutex);
        stage = new_stage;
        done = new_done;
        total = new_total;
        ++version;
    }

    bool has_ended() const { return state != State::waiting && state != State::running; }

    /// The work, if it is to be done now; nothing if it was cancelled before.
    JobWork begin() {
        const std::lock_guard lock(mutex);
        if (state != State::waiting) return nullptr;
        state = State::running;
        ++version;
        return std::exchange(work, nullptr);
    }

    void end(State how, JobOutcome came_out, std::optional<shapes::ErrorText> why) {
        const std::lock_guard lock(mutex);
        state = how;
        outcome = std::move(came_out);
        error = std::move(why);
        ended_at = present();
        ++version;
    }

    /// Ends it if it has not begun. Its work, with all that it holds, is for the caller to drop.
    JobWork cancel() {
        stop.request_stop();
        const std::lock_guard lock(mutex);
        if (state != State::waiting) return nullptr;
        state = State::cancelled;
        ended_at = present();
        ++version;
        return std::exchange(work, nullptr);
    }

    void run(JobWork todo) noexcept;

    shapes::ListedJob listed() const {
        constexpr std::array names{"waiting", "running", "done", "failed", "cancelled"};
        shapes::ListedJob job;
        job.number = number;
        job.kind = kind;
        job.state = names[static_cast<std::size_t>(state)];
        job.stage = stage;
        job.done = done;
        job.total = total;
        job.asked_at = asked_at;
        job.ended_at = ended_at;
        job.error = error;
        job.undo = outcome.undo;
        return job;
    }

    Json json() const {
        shapes::Job job{listed(), std::nullopt};
        if (!outcome.result.is_null()) job.result.emplace(outcome.result);
        return shapes::to_json(job);
    }
};

/// One line of a stream: JSON has no line breaks of its own when it is not indented.
class JobBoard::JobEvents final : public Events {
  public:
    explicit JobEvents(std::shared_ptr<Job> job) : job_(std::move(job)) {}

    std::optional<std::string> next() override {
        if (is_over_) return std::nullopt;
        const std::lock_guard lock(job_->mutex);
        const auto now = std::chrono::steady_clock::now();
        if (job_->version != seen_) {
            seen_ = job_->version;
            last_ = now;
            is_over_ = job_->has_ended();
            return fmt::format("event: {}\ndata: {}\n\n", is_over_ ? "end" : "progress",
                               json_text(job_->json()));
        }
        if (now - last_ < silence) return "";
        last_ = now;
        return ": still there\n\n";
    }

  private:
    std::shared_ptr<Job> job_;
    std::uint64_t seen_ = ~std::uint64_t{0};
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
    bool is_over_ = false;
};

JobBoard::JobBoard() : JobBoard(milliseconds_of_clock()) {}

JobBoard::JobBoard(std::int64_t last)
    : last_(last), worker_([this](const std::stop_token& stop) { work_on(stop); }) {}

JobBoard::~JobBoard() {
    worker_.request_stop();
    const std::lock_guard lock(mutex_);
    for (const auto& job : jobs_) job->stop.request_stop();
}

std::optional<Json> JobBoard::add(std::string_view kind, JobWork work) {
    const std::lock_guard lock(mutex_);
    const auto waiting = std::ranges::count_if(jobs_, [](const auto& job) {
        const std::lock_guard of_job(job->mutex);
        return !job->has_ended();
    });
    if (static_cast<std::size_t>(waiting) >= most_waiting) return std::nullopt;
    auto job = std::make_shared<Job>();
    job->number = ++last_;
    job->kind = kind;
    job->work = std::move(work);
    const Json json = job->json();
    jobs_.push_back(std::move(job));
    forget_ended();
    there_is_work_.notify_all();
    return json;
}

/// The oldest that have ended; one that waits or runs stays, however many came after it.
void JobBoard::forget_ended() {
    for (auto job = jobs_.begin(); job != jobs_.end() && jobs_.size() > most_kept;) {
        const bool has_ended = [&] {
            const std::lock_guard of_job((*job)->mutex);
            return (*job)->has_ended();
        }();
        job = has_ended ? jobs_.erase(job) : std::next(job);
    }
}

std::shared_ptr<JobBoard::Job> JobBoard::find(std::int64_t number) {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find(jobs_, number, [](const auto& job) { return job->number; });
    if (found == jobs_.end())
        fail(ErrorCode::not_found, "there is no job {}; the last {} are kept", number, most_kept);
    return *found;
}

Json JobBoard::list() {
    const std::lock_guard lock(mutex_);
    Json list = Json::array();
    for (auto job = jobs_.rbegin(); job != jobs_.rend(); ++job) {
        const std::lock_guard of_job((*job)->mutex);
        list.push_back(shapes::to_json((*job)->listed()));
    }
    return list;
}

Json JobBoard::show(std::int64_t number) {
    const auto job = find(number);
    const std::lock_guard lock(job->mutex);
    return job->json();
}

Json JobBoard::cancel(std::int64_t number) {
    const auto job = find(number);
    {
        const JobWork dropped = job->cancel();  // with the file that came in for it
    }
    const std::lock_guard lock(job->mutex);
    return job->json();
}

std::shared_ptr<Events> JobBoard::events(std::int64_t number) {
    return std::make_shared<JobEvents>(find(number));
}

void JobBoard::work_on(const std::stop_token& stop) {
    while (true) {
        std::shared_ptr<Job> next;
        JobWork work;
        {
            std::unique_lock lock(mutex_);
            const auto begins = [&] {
                if (stop.stop_requested()) return false;
                for (const auto& job : jobs_) {
                    work = job->begin();
                    if (!work) continue;
                    next = job;
                    return true;
                }
                return false;
            };
            if (!there_is_work_.wait(lock, stop, begins)) return;
        }
        next->run(std::move(work));
    }
}

void JobBoard::Job::run(JobWork todo) noexcept {
    const auto told = [](std::string_view code, std::string_view message) {
        return shapes::ErrorText{std::string(code), std::string(message)};
    };
    const auto outcome_of = [&] {
        const JobWork doing = std::move(todo);  // what it holds is gone before the job has ended
        return doing(Task(this, stop.get_token()));
    };
    try {
        end(State::done, outcome_of(), std::nullopt);
    } catch (const Error& problem) {
        const bool was_stopped = problem.code() == ErrorCode::interrupted;
        end(was_stopped ? State::cancelled : State::failed, {},
            told(to_string(problem.code()), problem.what()));
    } catch (const std::exception& problem) {
        end(State::failed, {}, told("bug", problem.what()));
    } catch (...) {
        end(State::failed, {}, told("bug", "what was thrown is no error"));
    }
}

}  // namespace attune::web
