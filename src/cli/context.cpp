#include "cli/context.h"

#include "cli/progress_bar.h"
#include "core/json.h"
#include "core/json_text.h"
#include "core/parallel.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace attune::cli {

std::filesystem::path library_directory(const CommonOptions& options) {
    const auto from_environment = [](const char* name) {
        const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread starts
        return std::string(value == nullptr ? "" : value);
    };
    if (!options.library.empty()) return options.library;
    if (const auto set = from_environment("ATTUNE_LIBRARY"); !set.empty()) return set;
    if (const auto data = from_environment("XDG_DATA_HOME"); !data.empty())
        return std::filesystem::path(data) / "attune";
    const auto home = from_environment("HOME");
    if (home.empty())
        fail(ErrorCode::invalid_argument, "no HOME is set; name the library with --library DIR");
    return std::filesystem::path(home) / ".local" / "share" / "attune";
}

Context::Context(CommonOptions options, std::stop_token stop)
    : options_(std::move(options)), stop_(std::move(stop)) {
    if (!options_.quiet) progress_ = make_progress_bar();
}

Context::~Context() = default;

engine::Workspace& Context::workspace(bool create) {
    if (!workspace_) {
        auto opened = engine::open_workspace(library_directory(options_), create);
        opened->person = options_.person;
        opened->now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
        opened->seed = options_.seed;
        opened->threads = options_.threads == 0 ? default_threads() : options_.threads;
        opened->task = task();
        engine::wait_for_others(*opened);
        workspace_ = std::move(opened);
    }
    return *workspace_;
}

void Context::show_written(const shapes::Type& type, const void* shape) {
    Json json = shapes::written_as(type, shape);
    if (workspace_ && !workspace_->notice.empty()) json["notice"] = workspace_->notice;
    // Names in files need not be UTF-8; what is not becomes a replacement character, never an exception.
    const std::string text = json_text(json, 2);
    fmt::print("{}\n", text);
}

void Context::say(std::string_view text) {
    if (options_.json) return;
    if (workspace_ && !workspace_->notice.empty() && !std::exchange(notice_said_, true))
        fmt::print("({})\n", workspace_->notice);
    fmt::print("{}\n", text);
}

Task Context::task() { return {progress_.get(), stop_}; }

}  // namespace attune::cli
