#include "web/library_pool.h"

#include <fmt/format.h>

#include <chrono>
#include <system_error>

namespace attune::web {

LibraryPool::LibraryPool(LibraryOptions options)
    : options_(std::move(options)), directory_(options_.directory), person_(options_.person) {}

LibraryPool::Lease::~Lease() {
    if (!workspace_) return;
    workspace_->task = Task();
    const std::lock_guard lock(pool_->mutex_);
    if (generation_ == pool_->generation_) pool_->idle_.push_back(std::move(workspace_));
}

LibraryRef LibraryPool::in_use() const {
    const std::lock_guard lock(mutex_);
    return {directory_, person_};
}

LibraryPool::Lease LibraryPool::lend(const LibraryRef& of, bool create) {
    std::unique_ptr<engine::Workspace> workspace;
    std::unique_lock lock(mutex_);
    const bool is_in_use = of.directory == directory_;
    const auto generation = is_in_use ? generation_ : no_generation;
    if (is_in_use && !idle_.empty()) {
        workspace = std::move(idle_.back());
        idle_.pop_back();
    }
    lock.unlock();
    if (!workspace) workspace = engine::open_workspace(of.directory, create);
    workspace->person = of.person;
    workspace->now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    workspace->seed = options_.seed;
    workspace->threads = options_.threads;
    workspace->may_name_files = false;
    return {*this, std::move(workspace), generation};
}

void LibraryPool::changed() {
    std::vector<std::unique_ptr<engine::Workspace>> closed;
    const std::lock_guard lock(mutex_);
    ++generation_;
    closed.swap(idle_);
    if (n_writing_ > 0) state_before_ = state_of_files();
}

void LibraryPool::use(const std::filesystem::path& directory, const std::string& person) {
    std::vector<std::unique_ptr<engine::Workspace>> closed;
    const std::lock_guard lock(mutex_);
    ++generation_;
    closed.swap(idle_);
    directory_ = directory;
    person_ = person;
    if (n_writing_ > 0) state_before_ = state_of_files();
}

void LibraryPool::use_own() { use(options_.directory, options_.person); }

std::string LibraryPool::state_of_files() const {
    std::string text;
    // Of SQLite's two files; where a library lies elsewhere there are none, and changed() alone tells.
    for (const auto* name : {"library.db", "library.db-wal"}) {
        std::error_code missing;
        const auto at = std::filesystem::last_write_time(directory_ / name, missing);
        const auto size = std::filesystem::file_size(directory_ / name, missing);
        text += fmt::format(" {} {}", missing ? 0 : at.time_since_epoch().count(), missing ? 0 : size);
    }
    return text;
}

LibraryPool::State LibraryPool::state() {
    const std::lock_guard lock(mutex_);
    return {{directory_, person_},
            fmt::format("{} {}{}", generation_, directory_.string(),
                        n_writing_ > 0 ? state_before_ : state_of_files())};
}

LibraryPool::Writing::Writing(LibraryPool& pool) : pool_(pool) {
    const std::lock_guard lock(pool_.mutex_);
    if (pool_.n_writing_++ == 0) pool_.state_before_ = pool_.state_of_files();
}

LibraryPool::Writing::~Writing() {
    const std::lock_guard lock(pool_.mutex_);
    --pool_.n_writing_;
}

}  // namespace attune::web
