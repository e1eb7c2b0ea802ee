#include "sources/json_paths.h"

#include "core/text.h"
#include "sources/values.h"

#include <fmt/format.h>

namespace attune::sources {
namespace {

namespace dom = simdjson::dom;

bool is_given(const dom::element& value) { return !value.is_null(); }

}  // namespace

std::optional<dom::element> value_at(const dom::element& record, std::string_view path) {
    dom::element at = record;
    while (!path.empty()) {
        const auto point = path.find('.');
        std::string_view key = path.substr(0, point);
        path = point == std::string_view::npos ? std::string_view() : path.substr(point + 1);
        const bool is_list = key.ends_with("[]");
        if (is_list) key.remove_suffix(2);
        dom::object object;
        if (at.get(object) != simdjson::SUCCESS || object.at_key(key).get(at) != simdjson::SUCCESS)
            return std::nullopt;
        if (!is_list) continue;
        dom::array list;
        if (at.get(list) != simdjson::SUCCESS || list.at(0).get(at) != simdjson::SUCCESS) return std::nullopt;
    }
    return is_given(at) ? std::optional(at) : std::nullopt;
}

std::string text_in(const dom::element& value) {
    std::string_view text;
    std::int64_t whole = 0;
    double number = 0;
    bool flag = false;
    if (value.get(text) == simdjson::SUCCESS) return clean_text(text);
    if (value.get(whole) == simdjson::SUCCESS) return std::to_string(whole);
    if (value.get(number) == simdjson::SUCCESS) return fmt::format("{}", number);
    if (value.get(flag) == simdjson::SUCCESS) return flag ? "true" : "false";
    return {};
}

std::string text_at(const dom::element& record, std::string_view paths) {
    for (const auto path : split(paths, "|")) {
        const auto value = value_at(record, path);
        std::string text = value ? text_in(*value) : std::string();
        if (!text.empty()) return text;
    }
    return {};
}

}  // namespace attune::sources
