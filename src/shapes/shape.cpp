#include "shapes/shape.h"

#include "core/json.h"

#include <cmath>

namespace attune::shapes {
namespace {

const void* value_at(const void* shape, const Key& key) {
    return static_cast<const char*>(shape) + key.offset;
}

Json shape_json(const Type& type, const void* shape) {
    Json json = type.is_row ? Json::array() : Json::object();
    for (const auto& key : type.keys) {
        const auto& of_key = key.type();
        const void* value = value_at(shape, key);
        if (key.may_lack && of_key.inside(value) == nullptr) continue;
        if (type.is_row)
            json.push_back(written_as(of_key, value));
        else
            json[key.name] = written_as(of_key, value);
    }
    return json;
}

Json items_json(const Type& type, const void* items) {
    const bool is_map = type.kind == Type::Kind::map;
    const auto& of_item = type.of();
    Json json = is_map ? Json::object() : Json::array();
    type.visit(items, [&](std::string_view key, const void* item) {
        if (is_map)
            json[std::string(key)] = written_as(of_item, item);
        else
            json.push_back(written_as(of_item, item));
    });
    return json;
}

}  // namespace

Json written_as(const Type& type, const void* value) {
    switch (type.kind) {
        case Type::Kind::boolean: return *static_cast<const bool*>(value);
        case Type::Kind::integer: return type.integer(value);
        case Type::Kind::natural: return type.natural(value);
        case Type::Kind::number: {
            const double number = type.number(value);
            return std::isfinite(number) ? Json(number) : Json(nullptr);
        }
        case Type::Kind::text: return type.text(value);
        case Type::Kind::moment: return format_timestamp(*static_cast<const Timestamp*>(value));
        case Type::Kind::optional: {
            const void* inside = type.inside(value);
            return inside == nullptr ? Json(nullptr) : written_as(type.of(), inside);
        }
        case Type::Kind::list:
        case Type::Kind::map: return items_json(type, value);
        case Type::Kind::shape: return shape_json(type, value);
        case Type::Kind::either: {
            const auto [index, chosen] = type.chosen(value);
            return written_as(type.each[index](), chosen);
        }
        case Type::Kind::written: break;
    }
    const Json* json = type.written(value);
    return json == nullptr ? Json(nullptr) : *json;
}

std::optional<double> known(double x) { return std::isfinite(x) ? std::optional(x) : std::nullopt; }

}  // namespace attune::shapes
