#include "web/service.h"

#include "core/error.h"
#include "web/assets.h"
#include "web/exchange.h"
#include "web/routes.h"

#include <fmt/format.h>

#include <charconv>

namespace attune::web {
namespace {

constexpr std::size_t most_json = 1 << 20;
constexpr std::size_t most_cached = 128 << 20;
/// Whose points are kept: each may be of a whole library.
constexpr std::size_t most_people = 4;

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

Response bug_response(std::string_view what) {
    return plain_error(500, "bug", fmt::format("a fault of attune itself, please report it: {}", what));
}

/// Of two libraries, and of two people, it is never the same.
std::string name_of(const LibraryRef& library) {
    return fmt::format("{}\n{}", library.directory.string(), library.person);
}

/// By which an answer is kept.
std::string key_of(const Request& request, const LibraryRef& library) {
    std::string key = fmt::format("{}\n{}", name_of(library), request.path);
    for (const auto& [name, value] : request.query)
        key += fmt::format("&{}={}:{}", name, value.size(), value);
    return key;
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
      uploads_(std::filesystem::temp_directory_path()),
      points_(most_people) {}

void Service::open_to(std::uint16_t port) { guard_.emplace(port, options_.for_others, options_.names); }

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
    if (route.takes_file) admission.to_folder = uploads_.path();
    if (auto refusal = refuse_body(request, route, admission.limit)) return refuse(std::move(*refusal));
    admission.lane = route.lane;
    admission.stops_with_client = route.right == Right::anybody;
    admission.route = &route;
    admission.path = std::move(found.path);
    return admission;
}

std::optional<Response> Service::answer_known(const Request& request, const Admission& admission) {
    if (!admission.route || admission.route->stamp == Stamp::none) return std::nullopt;
    const auto state = library_.state();
    const auto key = key_of(request, state.library);
    auto known = cache_.find(key, state.stamp(admission.route->of));
    // A crowd that waited for seconds would keep all else waiting.
    if (!known) known = cache_.find_old(key);
    if (known) add_safety(*known, true);
    return known;
}

Response Service::answer(Request& request, const Admission& admission, const std::stop_token& stop) {
    Response response;
    try {
        if (stop.stop_requested()) fail(ErrorCode::interrupted, "nobody waits for this answer any more");
        response = !admission.route                        ? page_response(request, guard_->cookie())
                   : admission.route->stamp == Stamp::none ? call(request, admission, library_.in_use(), stop)
                                                           : find_or_keep(request, admission, stop);
    } catch (const Error& error) {
        response = error_response(error);
    } catch (const std::exception& error) {
        response = bug_response(error.what());
    } catch (...) {
        response = bug_response("what was thrown is no error");
    }
    add_safety(response, is_api(request.path));
    return response;
}

Response Service::find_or_keep(Request& request, const Admission& admission, const std::stop_token& stop) {
    // Many may ask the same at once: one of them finds out, the others wait and then find the answer kept.
    const AnswerCache::Turn turn(cache_, key_of(request, library_.in_use()), stop);
    // Key and state are one reading: meanwhile another library may have come into use.
    const auto before = library_.state();
    const auto key = key_of(request, before.library);
    const auto of = admission.route->of;
    if (auto kept = cache_.find(key, before.stamp(of))) return *kept;
    auto response = call(request, admission, before.library, stop);
    const auto holds = admission.route->stamp == Stamp::library_after ? library_.state() : before;
    if (holds.library.directory == before.library.directory) cache_.keep(key, holds.stamp(of), response);
    return response;
}

Response Service::call(Request& request, const Admission& admission, const LibraryRef& in_use,
                       const std::stop_token& stop) {
    Call made(*this, request, admission, in_use, stop);
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

Service::Points Service::points(const Call& call) {
    const auto key = name_of(call.library());
    const auto kept = [&](const std::string& stamp) -> std::optional<Points> {
        const std::lock_guard lock(mutex_);
        const auto* found = points_.find(key);
        return found != nullptr && found->stamp == stamp ? std::optional(*found) : std::nullopt;
    };
    if (auto points = kept(library_.state().stamp(engine::explore_depends_on))) return *points;
    // One at a time: who asks while they are made waits for them instead of making others.
    const AnswerCache::Turn turn(cache_, "points\n" + key, call.stop());
    const auto workspace = call.lend();
    // Opening a library makes SQLite's second file, so a stamp of before would not be that of the next question.
    const auto stamp = library_.state().stamp(engine::explore_depends_on);
    if (auto points = kept(stamp)) return *points;
    Points made{std::make_shared<const engine::ExploreTable>(*workspace), stamp};
    const std::lock_guard lock(mutex_);
    points_.keep(key, made);
    return made;
}

}  // namespace attune::web
