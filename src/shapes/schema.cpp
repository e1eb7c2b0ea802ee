#include "shapes/schema.h"

#include "core/json.h"

namespace attune::shapes {
namespace {

Json or_null(Json schema) {
    if (schema.contains("type") && schema["type"].is_string()) {
        schema["type"] = {schema["type"], "null"};
        if (schema.contains("enum")) schema["enum"].push_back(nullptr);
        return schema;
    }
    if (schema.contains("anyOf")) {
        schema["anyOf"].push_back({{"type", "null"}});
        return schema;
    }
    return {{"anyOf", {schema, {{"type", "null"}}}}};
}

/// Puts the words where they belong: to the items of a list, to the keys of a map, else to the value.
void restrict_to(const std::vector<std::string>& words, Json& schema) {
    if (schema.contains("items") && schema["items"].is_object()) {
        restrict_to(words, schema["items"]);
    } else if (schema.contains("additionalProperties")) {
        schema["propertyNames"] = {{"enum", words}};
    } else {
        const bool is_nullable = schema["type"].is_array();
        schema["enum"] = words;
        if (is_nullable) schema["enum"].push_back(nullptr);
    }
}

Json any_of(Json schemas) {
    return schemas.size() == 1 ? schemas.front() : Json{{"anyOf", std::move(schemas)}};
}

}  // namespace

Json SchemaBook::of(const Type& type) {
    switch (type.kind) {
        case Type::Kind::boolean: return {{"type", "boolean"}};
        case Type::Kind::integer: return {{"type", "integer"}};
        case Type::Kind::natural: return {{"type", "integer"}, {"minimum", 0}};
        case Type::Kind::number: return {{"type", "number"}};
        case Type::Kind::text: return {{"type", "string"}};
        case Type::Kind::moment: return {{"type", "string"}, {"format", "date-time"}};
        case Type::Kind::optional: return or_null(of(type.of()));
        case Type::Kind::map: return {{"type", "object"}, {"additionalProperties", of(type.of())}};
        case Type::Kind::list: {
            Json schema{{"type", "array"}, {"items", of(type.of())}};
            if (type.n) {
                schema["minItems"] = *type.n;
                schema["maxItems"] = *type.n;
            }
            return schema;
        }
        case Type::Kind::either:
        case Type::Kind::written: {
            Json schemas = Json::array();
            for (const auto alternative : type.each) schemas.push_back(of(alternative()));
            return any_of(std::move(schemas));
        }
        case Type::Kind::shape: break;
    }
    if (type.name.empty()) return whole(type);
    // The place is kept before the parts are looked at: a shape may hold its like.
    if (definitions_.try_emplace(type.name).second) definitions_[type.name] = whole(type);
    return {{"$ref", place_ + type.name}};
}

Json SchemaBook::of_key(const Key& key) {
    const auto& type = key.type();
    Json schema = of(key.may_lack ? type.of() : type);
    if (!key.words.empty()) restrict_to(key.words, schema);
    if (!key.help.empty()) schema["description"] = key.help;
    return schema;
}

Json SchemaBook::whole(const Type& shape) {
    Json schema{{"type", shape.is_row ? "array" : "object"}};
    if (!shape.help.empty()) schema["description"] = shape.help;
    if (shape.is_row) {
        schema["prefixItems"] = Json::array();
        for (const auto& key : shape.keys) schema["prefixItems"].push_back(of_key(key));
        schema["minItems"] = shape.keys.size();
        schema["maxItems"] = shape.keys.size();
        schema["items"] = false;
        return schema;
    }
    schema["properties"] = Json::object();
    schema["required"] = Json::array();
    schema["additionalProperties"] = false;
    for (const auto& key : shape.keys) {
        schema["properties"][key.name] = of_key(key);
        if (!key.may_lack) schema["required"].push_back(key.name);
    }
    return schema;
}

Json SchemaBook::definitions() const {
    Json json = Json::object();
    for (const auto& [name, schema] : definitions_) json[name] = schema;
    return json;
}

}  // namespace attune::shapes
