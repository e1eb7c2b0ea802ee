#include "web/routes.h"

#include "core/error.h"

#include <optional>

namespace attune::web {
namespace {

std::vector<std::string_view> parts_of(std::string_view path) {
    std::vector<std::string_view> parts;
    while (path.starts_with('/')) {
        path.remove_prefix(1);
        const auto end = std::min(path.find('/'), path.size());
        parts.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return parts;
}

/// The values of the "{name}"s if the path is of this pattern.
std::optional<std::map<std::string, std::string>> match(std::string_view pattern, std::string_view path) {
    const auto wanted = parts_of(pattern);
    const auto given = parts_of(path);
    if (wanted.size() != given.size()) return std::nullopt;
    std::map<std::string, std::string> values;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto decoded = percent_decoded(given[i]);
        if (!decoded) return std::nullopt;
        if (wanted[i].starts_with('{')) {
            values.emplace(wanted[i].substr(1, wanted[i].size() - 2), *decoded);
        } else if (wanted[i] != *decoded) {
            return std::nullopt;
        }
    }
    return values;
}

Json schema_of(const Field& field) {
    if (field.type == "strings") return {{"type", "array"}, {"items", {{"type", "string"}}}};
    if (field.type == "numbers") return {{"type", "array"}, {"items", {{"type", "number"}}}};
    return {{"type", field.type}};
}

Json parameters_of(const Route& route) {
    Json parameters = Json::array();
    for (const auto part : parts_of(route.path)) {
        if (part.starts_with('{')) {
            parameters.push_back({{"name", part.substr(1, part.size() - 2)},
                                  {"in", "path"},
                                  {"required", true},
                                  {"schema", {{"type", "string"}}}});
        }
    }
    for (const auto& field : route.query) {
        parameters.push_back({{"name", field.name},
                              {"in", "query"},
                              {"description", field.help},
                              {"schema", schema_of(field)}});
    }
    return parameters;
}

Json operation_of(const Route& route) {
    Json operation{{"summary", route.summary}, {"parameters", parameters_of(route)}};
    if (route.effect == Effect::uploads) {
        const Json schema{{"type", "string"}, {"format", "binary"}};
        operation["requestBody"] = {{"required", true},
                                    {"content", {{"application/octet-stream", {{"schema", schema}}}}}};
    } else if (!route.body.empty()) {
        Json properties = Json::object();
        for (const auto& field : route.body) {
            properties[std::string(field.name)] = schema_of(field);
            properties[std::string(field.name)]["description"] = field.help;
        }
        const Json schema{{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
        operation["requestBody"] = {{"content", {{"application/json", {{"schema", schema}}}}}};
    }
    if (route.effect == Effect::changes || route.effect == Effect::uploads)
        operation["security"] = Json::array({{{"token", Json::array()}, {"cookie", Json::array()}}});
    operation["responses"] = {{"2XX", {{"description", "as docs/reference/api.md says"}}},
                              {"default", {{"description", "{\"error\": {\"code\", \"message\"}}"}}}};
    return operation;
}

}  // namespace

std::span<const Route> all_routes() {
    static const std::vector<Route> routes = [] {
        std::vector<Route> all;
        for (const auto topic :
             {status_routes, import_routes, job_routes, learning_routes, picks_routes, history_routes,
              playlist_routes, match_routes, genre_routes, lab_routes, explore_routes}) {
            for (auto& route : topic()) {
                route.query.push_back(
                    {"person", "string", "whose library; default: whom the server was started for"});
                all.push_back(std::move(route));
            }
        }
        return all;
    }();
    return routes;
}

FoundRoute find_route(std::string_view method, std::string_view path) {
    FoundRoute found;
    if (!path.starts_with(api_prefix)) return found;
    path.remove_prefix(api_prefix.size());
    for (const auto& route : all_routes()) {
        auto values = match(route.path, path);
        if (!values) continue;
        // "/playlists/undo" comes before "/playlists/{playlist}" in the table, but has other methods.
        if (route.method != method) {
            if (found.other_methods.find(route.method) == std::string::npos)
                found.other_methods += (found.other_methods.empty() ? "" : ", ") + std::string(route.method);
            continue;
        }
        found.route = &route;
        found.path = std::move(*values);
        return found;
    }
    return found;
}

Json openapi_json() {
    Json paths = Json::object();
    for (const auto& route : all_routes()) {
        std::string method(route.method);
        for (char& c : method) c = static_cast<char>(c + ('a' - 'A'));
        paths[std::string(api_prefix) + std::string(route.path)][method] = operation_of(route);
    }
    const Json schemes{{"token", {{"type", "apiKey"}, {"in", "header"}, {"name", "X-Attune-Token"}}},
                       {"cookie", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "attune_session_PORT"}}}};
    return {{"openapi", "3.1.0"},
            {"info", {{"title", "attune"}, {"version", "1"}}},
            {"paths", paths},
            {"components", {{"securitySchemes", schemes}}}};
}

Response json_response(Json json, std::string_view notice) {
    if (!notice.empty()) json["notice"] = notice;
    Response response;
    // Names in files need not be UTF-8; what is not becomes a replacement character, never an exception.
    response.body = Body::of(json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
    return response;
}

}  // namespace attune::web
