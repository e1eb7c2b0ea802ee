#include "shapes/schema.h"

#include <fmt/format.h>

namespace attune::shapes {
namespace {

using Named = std::map<std::string, const Type*>;

/// All shapes with a name that a type is made of.
void collect(const Type& type, Named& named) {
    if (type.kind == Type::Kind::shape && !named.emplace(type.name, &type).second) return;
    for (const auto& key : type.keys) collect(key.type(), named);
    for (const auto one : type.each) collect(one(), named);
    if (type.of != nullptr) collect(type.of(), named);
}

std::string lower(std::string name) {
    for (char& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    return name;
}

std::string words_of(const Type& type) {
    switch (type.kind) {
        case Type::Kind::boolean: return "true or false";
        case Type::Kind::integer: return "integer";
        case Type::Kind::natural: return "integer, 0 or more";
        case Type::Kind::number: return "number";
        case Type::Kind::text: return "text";
        case Type::Kind::moment: return "moment";
        case Type::Kind::optional: return words_of(type.of()) + ", or null";
        case Type::Kind::list:
            return type.n ? fmt::format("list of {}: {}", *type.n, words_of(type.of()))
                          : "list: " + words_of(type.of());
        case Type::Kind::map: return "by name: " + words_of(type.of());
        case Type::Kind::shape: return fmt::format("[{}](#{})", type.name, lower(type.name));
        case Type::Kind::either:
        case Type::Kind::written: break;
    }
    std::string words;
    for (const auto one : type.each) words += (words.empty() ? "" : " or ") + words_of(one());
    return words;
}

std::string key_row(const Key& key) {
    std::string type = words_of(key.may_lack ? key.type().of() : key.type());
    if (key.may_lack) type += "; may lack";
    std::string words;
    for (const auto& word : key.words) words += (words.empty() ? ": `" : ", `") + word + "`";
    return fmt::format("| `{}` | {} | {}{} |\n", key.name, type, key.help, words);
}

}  // namespace

std::string shape_tables(const std::vector<const Type*>& types) {
    Named named;
    for (const auto* type : types) collect(*type, named);
    std::string text;
    for (const auto& [name, type] : named) {
        text += fmt::format("\n### {}\n\n{}{}\n\n| key | value | meaning |\n|---|---|---|\n", name,
                            type->help, type->is_row ? "; a list of these values, without keys" : "");
        for (const auto& key : type->keys) text += key_row(key);
    }
    return text;
}

}  // namespace attune::shapes
