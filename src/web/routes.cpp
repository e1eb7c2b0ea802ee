#include "web/routes.h"

#include "core/error.h"
#include "core/json_text.h"
#include "shapes/schema.h"
#include "shapes/serving.h"
#include "web/openapi_schemas.h"

#include <memory>
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

bool is_name(std::string_view part) { return part.starts_with('{'); }

std::string_view name_of(std::string_view part) { return part.substr(1, part.size() - 2); }

/// The routes by the parts of their paths: a tree whose leaves hold the routes of one path.
class RouteTree {
  public:
    explicit RouteTree(std::span<const Route> routes) {
        for (const auto& route : routes) {
            Node* node = &root_;
            for (const auto part : parts_of(route.path))
                node = is_name(part) ? node->any_child() : &node->children[std::string(part)];
            node->routes.push_back(&route);
        }
    }

    /// All routes whose path is of this pattern, those with fewer names first.
    std::vector<const Route*> find(std::span<const std::string> parts) const {
        std::vector<const Route*> found;
        collect(root_, parts, found);
        return found;
    }

  private:
    struct Node {
        std::map<std::string, Node, std::less<>> children;
        std::unique_ptr<Node> any;  ///< where a name stands
        std::vector<const Route*> routes;

        Node* any_child() {
            if (!any) any = std::make_unique<Node>();
            return any.get();
        }
    };

    static void collect(const Node& node, std::span<const std::string> parts,
                        std::vector<const Route*>& found) {
        if (parts.empty()) {
            found.insert(found.end(), node.routes.begin(), node.routes.end());
            return;
        }
        if (const auto child = node.children.find(parts[0]); child != node.children.end())
            collect(child->second, parts.subspan(1), found);
        if (node.any) collect(*node.any, parts.subspan(1), found);
    }

    Node root_;
};

/// Nothing if a part is malformed.
std::optional<std::vector<std::string>> decoded_parts(std::string_view path) {
    std::vector<std::string> decoded;
    for (const auto part : parts_of(path)) {
        auto text = percent_decoded(part);
        if (!text) return std::nullopt;
        decoded.push_back(std::move(*text));
    }
    return decoded;
}

PathParts values_of(const Route& route, const std::vector<std::string>& parts) {
    PathParts values;
    const auto pattern = parts_of(route.path);
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (is_name(pattern[i])) values.emplace(name_of(pattern[i]), parts[i]);
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
        if (is_name(part)) {
            parameters.push_back({{"name", name_of(part)},
                                  {"in", "path"},
                                  {"required", true},
                                  {"schema", {{"type", "string"}, {"minLength", 1}}}});
        }
    }
    for (const auto& field : route.query) {
        Json parameter{{"name", field.name},
                       {"in", "query"},
                       {"description", field.help},
                       {"required", field.needed},
                       {"schema", schema_of(field)}};
        // Lists stand in an address as one text.
        if (field.type == "strings") parameter["style"] = "pipeDelimited";
        if (field.type == "strings") parameter["explode"] = false;
        parameters.push_back(std::move(parameter));
    }
    return parameters;
}

Json content_of(std::string_view media, Json schema) {
    return {{std::string(media), {{"schema", std::move(schema)}}}};
}

Json body_of(const Route& route) {
    if (route.takes_file)
        return {
            {"required", true},
            {"content", content_of("application/octet-stream", {{"type", "string"}, {"format", "binary"}})}};
    Json schema{{"type", "object"},
                {"properties", Json::object()},
                {"required", Json::array()},
                {"additionalProperties", false}};
    for (const auto& field : route.body) {
        const std::string name(field.name);
        schema["properties"][name] = schema_of(field);
        schema["properties"][name]["description"] = field.help;
        if (field.needed) schema["required"].push_back(name);
    }
    const bool is_needed = !schema["required"].empty();
    return {{"required", is_needed}, {"content", content_of("application/json", std::move(schema))}};
}

/// Every answer may carry the notice of a library that is simulated, beside the keys of its shape.
Json with_notice(Json schema) {
    if (schema.contains("anyOf")) {
        for (auto& one : schema["anyOf"]) one = with_notice(std::move(one));
    } else {
        schema["properties"]["notice"] = {{"type", "string"},
                                          {"description", "of a library that is simulated"}};
    }
    return schema;
}

/// A shape that is an answer: itself, under its name, and no reference to it.
Json titled_schema(const shapes::Type& shape, shapes::SchemaBook& book) {
    book.of(shape);
    Json schema = book.whole(shape);
    schema["title"] = shape.name;
    return schema;
}

/// The schema of an answer. With the notice it is a shape of its own.
Json answer_schema(const shapes::Type& shape, shapes::SchemaBook& book) {
    if (shape.kind == shapes::Type::Kind::shape) return with_notice(titled_schema(shape, book));
    Json schemas = Json::array();
    for (const auto one : shape.each) schemas.push_back(titled_schema(one(), book));
    return with_notice({{"anyOf", std::move(schemas)}});
}

Json responses_of(const Route& route, shapes::SchemaBook& book) {
    Json schema = route.shape != nullptr         ? answer_schema(route.shape(), book)
                  : route.media == media_of_json ? Json{{"$ref", std::string(schemas_place) + "OpenApi"}}
                                                 : Json{{"type", "string"}, {"format", "binary"}};
    return {{"2XX", {{"description", "done"}, {"content", content_of(route.media, std::move(schema))}}},
            {"default",
             {{"description", "refused, or failed"},
              {"content", content_of("application/json", book.of(shapes::type_of<shapes::Failure>()))}}}};
}

Json operation_of(const Route& route, shapes::SchemaBook& book) {
    Json operation{{"summary", route.summary}, {"parameters", parameters_of(route)}};
    if (route.takes_file || !route.body.empty()) operation["requestBody"] = body_of(route);
    if (route.right == Right::session)
        operation["security"] = Json::array({{{"token", Json::array()}, {"cookie", Json::array()}}});
    operation["responses"] = responses_of(route, book);
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
    static const RouteTree tree(all_routes());
    FoundRoute found;
    if (!path.starts_with(api_prefix)) return found;
    const auto parts = decoded_parts(path.substr(api_prefix.size()));
    if (!parts) return found;
    // "/playlists/undo" is of the pattern "/playlists/{playlist}" as well, and the two have other methods.
    for (const auto* route : tree.find(*parts)) {
        if (route->method == method) {
            found.route = route;
            found.path = values_of(*route, *parts);
            return found;
        }
        if (found.other_methods.find(route->method) == std::string::npos)
            found.other_methods += (found.other_methods.empty() ? "" : ", ") + std::string(route->method);
    }
    return found;
}

Json openapi_json() {
    shapes::SchemaBook book{std::string(schemas_place)};
    Json paths = Json::object();
    for (const auto& route : all_routes()) {
        std::string method(route.method);
        for (char& c : method) c = static_cast<char>(c + ('a' - 'A'));
        paths[std::string(api_prefix) + std::string(route.path)][method] = operation_of(route, book);
    }
    const Json schemes{{"token", {{"type", "apiKey"}, {"in", "header"}, {"name", "X-Attune-Token"}}},
                       {"cookie", {{"type", "apiKey"}, {"in", "cookie"}, {"name", "attune_session_PORT"}}}};
    Json schemas = book.definitions();
    schemas.update(openapi_schemas());
    return {{"openapi", "3.1.0"},
            {"info", {{"title", "attune"}, {"version", "1"}}},
            {"paths", paths},
            {"components", {{"schemas", std::move(schemas)}, {"securitySchemes", schemes}}}};
}

Response json_response(Json json, std::string_view notice) {
    if (!notice.empty()) json["notice"] = notice;
    Response response;
    // Names in files need not be UTF-8; what is not becomes a replacement character, never an exception.
    response.body = Body::of(json_text(json) + "\n");
    return response;
}

}  // namespace attune::web
