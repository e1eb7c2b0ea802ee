#include "web/jobs.h"

#include "core/error.h"

#include <algorithm>
#include <chrono>

namespace attune::web {
namespace {

constexpr std::size_t most_waiting = 16;
constexpr std::size_t most_kept = 50;
constexpr auto silence = std::chrono::seconds(15);  ///< of a stream, before it says that it is still there

Timestamp present() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

}  // namespace

struct JobBoard::Job final : ProgressSink {
    enum class State { waiting, running, done, failed, cancelled };

    std::int64_t number = 0;
    std::string kind;
    JobWork work;
    std::stop_source stop;

    std::mutex mutex;  // of all below
    State state = State::waiting;
    std::string stage;
    std::size_t done = 0;
    std::size_t total = 0;
    Timestamp asked_at = present();
    std::optional<Timestamp> ended_at;
    std::uint64_t version = 0;  ///< counts the changes
    JobOutcome outcome;
    Json error = nullptr;

    void report(std::string_view new_stage, std::size_t new_done, std::size_t new_total) override {
        const std::lock_guard lock(mutex);
        stage = new_stage;
        done = new_done;
        total = new_total;
        ++version;
    }

    bool has_ended() const { return state != State::waiting && state != State::running; }

    void begin() {
        const std::lock_guard lock(mutex);
        state = State::running;
        ++version;
    }

    void end(State how, JobOutcome came_out, Json why) {
        const std::lock_guard lock(mutex);
        state = how;
        outcome = std::move(came_out);
        error = std::move(why);
        ended_at = present();
        work = nullptr;
        ++version;
    }

    Json json(bool with_result) const {
        constexpr std::array names{"waiting", "running", "done", "failed", "cancelled"};
        Json json{{"job", number},
                  {"kind", kind},
                  {"state", names[static_cast<std::size_t>(state)]},
                  {"stage", stage},
                  {"done", done},
                  {"total", total},
                  {"asked_at", format_timestamp(asked_at)},
                  {"ended_at", nullptr}};
        if (ended_at) json["ended_at"] = format_timestamp(*ended_at);
        if (with_result) json["result"] = outcome.result;
        json["error"] = error;
        json["undo"] = outcome.undo;
        return json;
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
                               job_->json(is_over_).dump(-1, ' ', false, Json::error_handler_t::replace));
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

JobBoard::JobBoard() : worker_([this](const std::stop_token& stop) { work_on(stop); }) {}

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
    const Json json = job->json(true);
    jobs_.push_back(std::move(job));
    if (jobs_.size() > most_kept) jobs_.pop_front();  // most_waiting is less: it has ended
    there_is_work_.notify_all();
    return json;
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
        list.push_back((*job)->json(false));
    }
    return list;
}

Json JobBoard::show(std::int64_t number) {
    const auto job = find(number);
    const std::lock_guard lock(job->mutex);
    return job->json(true);
}

Json JobBoard::cancel(std::int64_t number) {
    const auto job = find(number);
    job->stop.request_stop();
    const std::lock_guard lock(job->mutex);
    if (job->state == Job::State::waiting) {
        job->state = Job::State::cancelled;
        job->ended_at = present();
        ++job->version;
    }
    return job->json(true);
}

std::shared_ptr<Events> JobBoard::events(std::int64_t number) {
    return std::make_shared<JobEvents>(find(number));
}

void JobBoard::work_on(const std::stop_token& stop) {
    while (true) {
        std::shared_ptr<Job> next;
        {
            std::unique_lock lock(mutex_);
            const auto waits = [&] {
                const auto found = std::ranges::find_if(jobs_, [](const auto& job) {
                    const std::lock_guard of_job(job->mutex);
                    return job->state == Job::State::waiting;
                });
                next = found == jobs_.end() ? nullptr : *found;
                return next != nullptr;
            };
            there_is_work_.wait(lock, stop, waits);
            if (stop.stop_requested() || !next) return;
            next->begin();
        }
        run(*next);
    }
}

void JobBoard::run(Job& job) {
    const auto told = [](std::string_view code, std::string_view message) {
        return Json{{"code", code}, {"message", message}};
    };
    try {
        const JobWork work = std::move(job.work);
        job.end(Job::State::done, work(Task(&job, job.stop.get_token())), nullptr);
    } catch (const Error& error) {
        const bool was_stopped = error.code() == ErrorCode::interrupted;
        job.end(was_stopped ? Job::State::cancelled : Job::State::failed, {},
                told(to_string(error.code()), error.what()));
    } catch (const std::exception& error) {
        job.end(Job::State::failed, {}, told("bug", error.what()));
    }
}

}  // namespace attune::web
