#include "web/service.h"

#include "core/error.h"
#include "web/assets.h"
#include "web/exchange.h"
#include "web/routes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <unistd.h>

namespace attune::web {
namespace {

constexpr std::size_t most_json = 1 << 20;
constexpr std::size_t most_cached = 128 << 20;

bool is_api(std::string_view path) { return path.starts_with("/api/"); }

/// Of the page and the API: scripts and styles come from files of this server alone; the worker of the map is made by
/// one, and a frame shows a report of this server.
constexpr std::string_view page_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; frame-src 'self'; worker-src 'self' blob:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'";

/// Of a report: a document without scripts that brings its styles along, in a place of its own (sandbox), where it can
/// reach nothing.
constexpr std::string_view document_policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'; sandbox";

/// On every answer.
void add_safety(Response& response, bool for_api) {
    auto& headers = response.headers;
    headers.emplace_back("Content-Security-Policy", response.is_document ? document_policy : page_policy);
    headers.emplace_back("X-Content-Type-Options", "nosniff");
    headers.emplace_back("X-Frame-Options", response.is_document ? "SAMEORIGIN" : "DENY");
    headers.emplace_back("Referrer-Policy", "no-referrer");
    // A page in a sandbox may not say this of itself: a browser would not open it.
    if (!response.is_document) headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
    headers.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
    if (for_api) headers.emplace_back("Cache-Control", "no-store");
}

Response error_response(const Error& error) {
    return plain_error(http_status(error.code()), to_string(error.code()), error.what());
}

std::optional<Response> refuse_body(const Request& request, const Route& route, std::uint64_t limit) {
    if (!request.header("content-encoding").empty() && request.header("content-encoding") != "identity")
        return plain_error(415, "unsupported", "a body must not be compressed");
    const auto length = request.header("content-length");
    std::uint64_t size = 0;
    if (!length.empty()) {
        const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), size);
        if (error != std::errc() || end != length.data() + length.size() || size > limit)
            return plain_error(413, "too_large", fmt::format("a body here has at most {} bytes", limit));
    }
    const bool is_json = request.header("content-type").starts_with("application/json");
    if (!route.takes_file && size > 0 && !is_json)
        return plain_error(415, "unsupported", "the body must be application/json");
    return std::nullopt;
}

constexpr std::string_view folder_prefix = "attune-serve-";

/// The folders of servers that were killed: their number is that of no process any more.
void remove_abandoned(const std::filesystem::path& temporary) {
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(temporary, ignored)) {
        const auto name = entry.path().filename().string();
        pid_t process = 0;
        if (!name.starts_with(folder_prefix)) continue;
        const auto [end, error] =
            std::from_chars(name.data() + folder_prefix.size(), name.data() + name.size(), process);
        const bool is_named_so = error == std::errc() && process > 0 && *end == '-';
        if (is_named_so && ::kill(process, 0) != 0 && errno == ESRCH)
            std::filesystem::remove_all(entry.path(), ignored);
    }
}

/// A folder that nobody else reads. @throws Error{unavailable}
std::filesystem::path make_upload_folder() {
    const auto temporary = std::filesystem::temp_directory_path();
    remove_abandoned(temporary);
    std::string name = (temporary / fmt::format("{}{}-XXXXXX", folder_prefix, ::getpid())).string();
    if (::mkdtemp(name.data()) == nullptr)
        fail(ErrorCode::unavailable, "cannot make a folder in {}", temporary.string());
    return name;
}

}  // namespace

int http_status(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::invalid_argument: return 400;
        case ErrorCode::not_found: return 404;
        case ErrorCode::conflict: return 409;
        case ErrorCode::corrupt_data: return 422;
        case ErrorCode::unavailable: return 503;
        case ErrorCode::interrupted: return 503;
    }
    return 500;
}

Service::Service(ServiceOptions options)
    : options_(std::move(options)),
      library_(options_.library),
      cache_(most_cached),
      uploads_(make_upload_folder()),
      jobs_(std::make_unique<JobBoard>()) {}

Service::~Service() {
    jobs_.reset();
    std::error_code ignored;
    std::filesystem::remove_all(uploads_, ignored);
}

void Service::open_to(std::uint16_t port) { guard_.emplace(port, options_.any_host); }

Admission Service::admit(const Request& request) {
    Admission admission;
    const auto refuse = [&](Response response) {
        add_safety(response, true);
        admission.refusal = std::move(response);
        return admission;
    };
    const bool for_api = is_api(request.path);
    if (!guard_) return refuse(plain_error(503, "unavailable", "attune is starting; try again"));
    auto found = find_route(request.method, request.path);
    const bool changes = found.route ? found.route->right == Right::session : request.method != "GET";
    if (auto refusal = guard_->refuse(request, for_api, changes)) return refuse(std::move(*refusal));
    if (!found.route) {
        if (!for_api && !changes) return admission;
        if (found.other_methods.empty())
            return refuse(plain_error(404, "not_found", "there is no such route; see /api/v1/openapi.json"));
        auto refusal =
            plain_error(405, "method_not_allowed", "this route has other methods: " + found.other_methods);
        refusal.headers.emplace_back("Allow", found.other_methods);
        return refuse(std::move(refusal));
    }
    const auto& route = *found.route;
    admission.limit = route.takes_file ? options_.upload_limit : request.method == "GET" ? 0 : most_json;
    if (route.takes_file) admission.to_folder = uploads_;
    if (auto refusal = refuse_body(request, route, admission.limit)) return refuse(std::move(*refusal));
    admission.lane = route.lane;
    admission.route = &route;
    admission.path = std::move(found.path);
    return admission;
}

std::optional<Response> Service::answer_known(const Request& request, const Admission& admission) {
    if (!admission.route || admission.route->stamp == Stamp::none) return std::nullopt;
    const auto under = kept_under(request);
    auto known = cache_.find(under.key, under.stamp);
    // A crowd that waited for seconds would keep all else waiting.
    if (!known) known = cache_.find_old(under.key);
    if (known) add_safety(*known, true);
    return known;
}

Response Service::answer(Request& request, const Admission& admission) {
    Response response;
    try {
        response = !admission.route                        ? page_response(request, guard_->cookie())
                   : admission.route->stamp == Stamp::none ? call(request, admission)
                                                           : keep_or_find(request, admission);
    } catch (const Error& error) {
        response = error_response(error);
    } catch (const std::exception& error) {
        response = plain_error(500, "bug",
                               fmt::format("a fault of attune itself, please report it: {}", error.what()));
    }
    add_safety(response, is_api(request.path));
    return response;
}

Service::KeptUnder Service::kept_under(const Request& request) {
    const auto state = library_.state();
    std::string key = state.directory.string() + request.path;
    for (const auto& [name, value] : request.query)
        key += fmt::format("&{}={}:{}", name, value.size(), value);
    return {std::move(key), state.stamp};
}

Response Service::keep_or_find(Request& request, const Admission& admission) {
    // Many may ask the same at once: one of them finds out, the others wait and then find the answer kept.
    const AnswerCache::Turn turn(cache_, kept_under(request).key);
    const auto before = kept_under(request);
    if (auto kept = cache_.find(before.key, before.stamp)) return *kept;
    auto response = call(request, admission);
    const bool is_of_after = admission.route->stamp == Stamp::library_after;
    cache_.keep(before.key, is_of_after ? kept_under(request).stamp : before.stamp, response);
    return response;
}

Response Service::call(Request& request, const Admission& admission) {
    Call made(*this, request, *admission.route, admission.path);
    return admission.route->answer(made);
}

Response Service::start(std::string_view kind, JobWork work) {
    const auto job = jobs().add(kind, [this, work = std::move(work)](const Task& task) {
        const LibraryPool::Writing writing(library_);
        return work(task);
    });
    if (!job) return plain_error(429, "busy", "too many jobs wait; let some end first");
    auto response = json_response(*job);
    response.status = 202;
    return response;
}

std::shared_ptr<const engine::ExploreTable> Service::explore_table(const std::string& person) {
    const auto kept = [&](const std::string& stamp) -> std::shared_ptr<const engine::ExploreTable> {
        const std::lock_guard lock(mutex_);
        const auto found = tables_.find(person);
        return found != tables_.end() && found->second.first == stamp ? found->second.second : nullptr;
    };
    if (auto table = kept(library_.state().stamp)) return table;
    // One at a time: who asks while it is made waits for it instead of making another.
    const std::lock_guard turn(table_mutex_);
    const auto workspace = library_.lend(person);
    // Opening a library makes SQLite's second file, so a stamp of before would not be that of the next question.
    const auto stamp = library_.state().stamp;
    if (auto table = kept(stamp)) return table;
    auto table = std::make_shared<const engine::ExploreTable>(*workspace);
    const std::lock_guard lock(mutex_);
    tables_.insert_or_assign(person, std::pair(stamp, table));
    return table;
}

Json Service::kept_discovery(const std::string& person) {
    const std::lock_guard lock(mutex_);
    const auto found = discoveries_.find(library_.directory().string() + "\n" + person);
    return found == discoveries_.end() ? Json(nullptr) : found->second;
}

void Service::keep_discovery(const std::string& person, Json discovery) {
    const std::lock_guard lock(mutex_);
    discoveries_.insert_or_assign(library_.directory().string() + "\n" + person, std::move(discovery));
}

std::filesystem::path Service::new_upload_folder() {
    const std::lock_guard lock(mutex_);
    const auto folder = uploads_ / std::to_string(++last_folder_);
    std::filesystem::create_directory(folder);
    return folder;
}

}  // namespace attune::web
