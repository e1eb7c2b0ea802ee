#include "web/openapi_schemas.h"

#include "core/json.h"

#include <string>

namespace attune::web {
namespace {

Json text() { return {{"type", "string"}}; }
Json flag() { return {{"type", "boolean"}}; }
Json count() { return {{"type", "integer"}, {"minimum", 0}}; }
Json of(std::string_view name) { return {{"$ref", std::string(schemas_place) + std::string(name)}}; }
Json list_of(Json item) { return {{"type", "array"}, {"items", std::move(item)}}; }
Json map_of(Json value) {
    return {{"type", "object"}, {"minProperties", 1}, {"additionalProperties", std::move(value)}};
}

/// An object with these keys and no others. @param required  of them, those that are always there
Json closed(std::string_view what, Json properties, Json required) {
    return {{"type", "object"},
            {"description", what},
            {"properties", std::move(properties)},
            {"required", std::move(required)},
            {"additionalProperties", false}};
}

/// The keywords with which shapes, parameters and bodies are described.
Json schema_of_schemas() {
    const Json word{{"type", {"string", "boolean", "null"}}};
    auto schema = closed("what a value is like",
                         {{"$ref", text()},
                          {"title", text()},
                          {"description", text()},
                          {"type", {{"anyOf", {text(), list_of(text())}}}},
                          {"format", text()},
                          {"const", word},
                          {"enum", list_of(word)},
                          {"anyOf", list_of(of("OpenApiSchema"))},
                          {"minimum", {{"type", "number"}}},
                          {"maximum", {{"type", "number"}}},
                          {"minLength", count()},
                          {"minItems", count()},
                          {"maxItems", count()},
                          {"minProperties", count()},
                          {"items", {{"anyOf", {of("OpenApiSchema"), flag()}}}},
                          {"prefixItems", list_of(of("OpenApiSchema"))},
                          {"properties", map_of(of("OpenApiSchema"))},
                          {"required", list_of(text())},
                          {"propertyNames", of("OpenApiSchema")},
                          {"additionalProperties", {{"anyOf", {of("OpenApiSchema"), flag()}}}}},
                         Json::array());
    // An empty one would take anything.
    schema["minProperties"] = 1;
    schema["properties"]["properties"].erase("minProperties");
    return schema;
}

Json parameter_schema() {
    return closed("a part of a path or of an address",
                  {{"name", text()},
                   {"in", {{"type", "string"}, {"enum", {"path", "query"}}}},
                   {"description", text()},
                   {"required", flag()},
                   {"schema", of("OpenApiSchema")},
                   {"style", {{"const", "pipeDelimited"}}},
                   {"explode", {{"const", false}}}},
                  {"name", "in", "required", "schema"});
}

Json content_schema() {
    return map_of(closed("a body of one kind", {{"schema", of("OpenApiSchema")}}, {"schema"}));
}

Json operation_schema() {
    const auto answer = closed("an answer", {{"description", text()}, {"content", content_schema()}},
                               {"description", "content"});
    return closed(
        "a call",
        {{"summary", text()},
         {"parameters", list_of(of("OpenApiParameter"))},
         {"requestBody", closed("what is sent", {{"required", flag()}, {"content", content_schema()}},
                                {"required", "content"})},
         {"security",
          list_of(closed("both are needed", {{"token", list_of(text())}, {"cookie", list_of(text())}},
                         {"token", "cookie"}))},
         {"responses", closed("by status", {{"2XX", answer}, {"default", answer}}, {"2XX", "default"})}},
        {"summary", "parameters", "responses"});
}

Json document_schema() {
    const auto key = closed("a key of a session",
                            {{"type", {{"const", "apiKey"}}},
                             {"in", {{"type", "string"}, {"enum", {"header", "cookie"}}}},
                             {"name", text()}},
                            {"type", "in", "name"});
    auto paths = map_of(map_of(of("OpenApiOperation")));
    paths["additionalProperties"]["propertyNames"] = {{"enum", {"get", "post", "delete"}}};
    return closed(
        "these routes, for programs",
        {{"openapi", {{"const", "3.1.0"}}},
         {"info", closed("of the interface", {{"title", text()}, {"version", text()}}, {"title", "version"})},
         {"paths", std::move(paths)},
         {"components", closed("what the calls refer to",
                               {{"schemas", map_of(of("OpenApiSchema"))},
                                {"securitySchemes",
                                 closed("the keys", {{"token", key}, {"cookie", key}}, {"token", "cookie"})}},
                               {"schemas", "securitySchemes"})}},
        {"openapi", "info", "paths", "components"});
}

}  // namespace

Json openapi_schemas() {
    return {{"OpenApi", document_schema()},
            {"OpenApiOperation", operation_schema()},
            {"OpenApiParameter", parameter_schema()},
            {"OpenApiSchema", schema_of_schemas()}};
}

}  // namespace attune::web
