#pragma once

#include "core/json.h"
#include "shapes/shape.h"
#include "web/http.h"
#include "web/library_pool.h"

#include <cstddef>
#include <map>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace attune::web {

class Service;
struct Route;

/// A parameter of a route: of its address, or a key of its JSON body.
struct Field {
    std::string_view name;
    std::string_view type;  ///< as JSON Schema has it: "string", "integer", "number", "boolean", "strings"
    std::string_view help;
    bool needed = false;  ///< a request without it is refused
};

/// A request that has found its route. What it brings is read by the names that the route declares, of the right type
/// and within its bounds; all else is refused before.
class Call {
  public:
    /// @param in_use  the library that the answer is about
    Call(Service& service, Request& request, const Admission& admission, LibraryRef in_use,
         std::stop_token stop);

    Service& service;
    Request& request;

    /// The library that is meant, and whose part of it: ?person=, else that of whom the server was started for.
    LibraryRef library() const;

    /// When nobody waits for the answer any more.
    const std::stop_token& stop() const noexcept { return stop_; }

    /// A connection to it, which works as long as somebody waits for the answer.
    LibraryPool::Lease lend() const;

    /// A part of the path. @throws Error{invalid_argument} from path_number() if it is no number
    const std::string& path(const std::string& name) const { return path_.at(name); }
    std::int64_t path_number(const std::string& name) const;

    /// 'name': the last part of what a browser says that a file is called. What it says may be a path, and is never used
    /// as one. @throws Error{invalid_argument}
    std::string file_name() const;

    // Of the query, or of the body where the request has one. All throw Error{invalid_argument}.
    std::string text(std::string_view name, std::string_view otherwise = "") const;
    std::string needed_text(std::string_view name) const;
    std::size_t number(std::string_view name, std::size_t least, std::size_t most,
                       std::size_t otherwise) const;
    double real(std::string_view name, double least, double most, double otherwise) const;
    bool flag(std::string_view name, bool otherwise = false) const;
    std::vector<std::string> texts(std::string_view name) const;
    std::vector<double> reals(std::string_view name) const;

  private:
    const Json* value(std::string_view name) const;

    const PathParts& path_;
    LibraryRef in_use_;
    std::stop_token stop_;
    Json body_ = Json::object();
};

/// Who may ask.
enum class Right {
    anybody,  ///< whom Guard lets in
    session,  ///< who also has the token and the cookie of the session: the route changes something
};

/// Until when an answer is kept.
enum class Stamp {
    none,           ///< not at all
    library,        ///< as long as that part of the library is as it was before the answer was made
    library_after,  ///< as it was after: making the answer writes down what the next one goes on from
};

inline constexpr std::string_view media_of_json = "application/json";

/// A route and all that the server needs to know of it. Whoever adds one fills in a line, and nothing else anywhere.
struct Route {
    std::string_view method;
    std::string_view path;    ///< below /api/v1; "{name}" stands for one part
    Lane lane = Lane::quick;  ///< where its answer is made
    Right right = Right::anybody;
    Stamp stamp = Stamp::none;
    engine::Of of = engine::Of::everything;  ///< what of the library a kept answer depends on
    bool takes_file = false;  ///< its body is a file of any kind; else JSON, with the names in `body`
    std::string_view summary;
    std::vector<Field> query = {};
    std::vector<Field> body = {};
    const shapes::Type& (*shape)() = nullptr;  ///< of its answer; null: it is no JSON
    std::string_view media = media_of_json;
    Response (*answer)(Call&) = nullptr;
};

/// All routes, in the order of docs/reference/api.md. One function a topic, defined in the file of that name.
std::span<const Route> all_routes();

std::vector<Route> status_routes();
std::vector<Route> import_routes();
std::vector<Route> job_routes();
std::vector<Route> learning_routes();
std::vector<Route> picks_routes();
std::vector<Route> history_routes();
std::vector<Route> playlist_routes();
std::vector<Route> match_routes();
std::vector<Route> genre_routes();
std::vector<Route> lab_routes();
std::vector<Route> explore_routes();

inline constexpr std::string_view api_prefix = "/api/v1";

/// What became of looking for a route.
struct FoundRoute {
    const Route* route = nullptr;  ///< null: none
    PathParts path;
    std::string other_methods;  ///< where only the method does not fit: those that do, "GET, POST"
};

/// @param path  percent-encoded, with the prefix
FoundRoute find_route(std::string_view method, std::string_view path);

/// The routes as an OpenAPI 3.1 document.
Json openapi_json();

/// A whole answer of JSON, with the notice of the library where it has one.
Response json_response(Json json, std::string_view notice = "");

}  // namespace attune::web
