#include "web/library_pool.h"

#include "core/error.h"
#include "engine/library/parts.h"

#include <fmt/format.h>

#include <chrono>

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
    const auto parts = parts_;
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
    if (is_in_use) workspace->parts = parts;
    return {*this, std::move(workspace), generation};
}

void LibraryPool::changed() {
    const std::lock_guard lock(mutex_);
    ++n_changes_;
    if (n_writing_ > 0) state_before_ = state_of_library();
}

void LibraryPool::use(const std::filesystem::path& directory, const std::string& person) {
    std::vector<std::unique_ptr<engine::Workspace>> closed;
    const std::lock_guard lock(mutex_);
    ++generation_;
    closed.swap(idle_);
    watch_ = nullptr;
    parts_ = std::make_shared<engine::Parts>();
    directory_ = directory;
    person_ = person;
    if (n_writing_ > 0) state_before_ = state_of_library();
}

void LibraryPool::use_own() { use(options_.directory, options_.person); }

std::optional<engine::LibraryState> LibraryPool::state_of_library() {
    try {
        if (!watch_) watch_ = engine::open_workspace(directory_, false);
        return engine::state_of(*watch_);
    } catch (const Error&) {
        watch_ = nullptr;
        return std::nullopt;  // whoever asks for an answer is told why
    }
}

LibraryPool::State LibraryPool::state() {
    const std::lock_guard lock(mutex_);
    return {
        {directory_, person_}, generation_, n_changes_, n_writing_ > 0 ? state_before_ : state_of_library()};
}

std::string LibraryPool::State::stamp(engine::Of what) const {
    // Of what cannot be read nobody knows whether it changed.
    const bool counts_all = what == engine::Of::everything || !content;
    return fmt::format("{} {} {} {}", generation, counts_all ? fmt::format("{}", n_changes) : "-",
                       library.directory.string(), content ? content->text(what) : "none");
}

LibraryPool::Writing::Writing(LibraryPool& pool) : pool_(pool) {
    const std::lock_guard lock(pool_.mutex_);
    if (pool_.n_writing_++ == 0) pool_.state_before_ = pool_.state_of_library();
}

LibraryPool::Writing::~Writing() {
    const std::lock_guard lock(pool_.mutex_);
    --pool_.n_writing_;
}

}  // namespace attune::web
