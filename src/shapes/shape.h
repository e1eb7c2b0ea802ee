#pragma once

#include "core/json_fwd.h"
#include "core/time.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// @file
/// The shapes of answers. An answer is a plain struct that declares its keys once:
///
///     struct Month {
///         std::string month;
///         std::size_t plays = 0;
///         std::optional<double> hours;
///         static void describe(Fields<Month>& fields);
///     };
///
///     void Month::describe(Fields<Month>& fields) {
///         fields.called("Month", "what was played in a month")
///             .key("month", &Month::month, "as 2024-03")
///             .key("plays", &Month::plays, "how often")
///             .key("hours", &Month::hours, "null where no source says how long");
///     }
///
/// From that come its JSON (to_json), its JSON Schema (schema.h) and its table in the reference. What a struct is made of
/// is looked at while the program runs, so that a header of shapes costs next to nothing to compile.

namespace attune::shapes {

struct Type;
template <class Shape>
class Fields;

/// JSON that was written before and is one of these shapes: results of jobs, reports that the library stores.
template <class... Shapes>
struct Written {
    std::shared_ptr<const Json> json;  ///< null: null

    Written() = default;
    explicit Written(Json written);
};

/// One key of a shape.
struct Key {
    std::string name;
    std::string help;
    std::vector<std::string>
        words;  ///< all values that it can have, where these are words; of a map its keys
    const Type& (*type)() = nullptr;
    std::size_t offset = 0;  ///< of its value, in bytes from the begin of the struct
    bool may_lack = false;   ///< an empty optional leaves the key out, and is not null
};

/// What a value is made of, and how to reach its parts.
struct Type {
    enum class Kind {
        boolean,
        integer,
        natural,
        number,
        text,
        moment,
        optional,
        list,
        map,
        shape,
        either,
        written
    };
    using Visit = std::function<void(std::string_view key, const void* item)>;
    using Alternative = const Type& (*)();

    Kind kind = Kind::boolean;
    std::string name;  ///< of a shape
    std::string help;
    std::vector<Key> keys;          ///< of a shape
    bool is_row = false;            ///< a shape that is written as an array of its values, without keys
    Alternative of = nullptr;       ///< of an optional, a list, a map
    std::optional<std::size_t> n;   ///< how many a list has, where that is fixed
    std::vector<Alternative> each;  ///< of what can be either of several

    // How a value is read; each kind has one of these.
    std::int64_t (*integer)(const void*) = nullptr;
    std::uint64_t (*natural)(const void*) = nullptr;
    double (*number)(const void*) = nullptr;
    std::string_view (*text)(const void*) = nullptr;
    const void* (*inside)(const void*) = nullptr;  ///< of an optional; null if it is empty
    void (*visit)(const void*, const Visit&) = nullptr;
    std::pair<std::size_t, const void*> (*chosen)(const void*) = nullptr;
    const Json* (*written)(const void*) = nullptr;
};

template <class T>
const Type& type_of();

/// The JSON of a value. Numbers that are not finite become null.
Json written_as(const Type& type, const void* value);

template <class Shape>
concept Described = requires {
    &Shape::describe;
};

template <Described Shape>
Json to_json(const Shape& shape);

/// What a shape declares its keys with, in the order in which they are written.
template <class Shape>
class Fields {
  public:
    using Words = std::vector<std::string>;

    Fields(Type& type, const Shape& example) : type_(type), example_(example) {}

    /// The name of the shape in the schema, one word, and what it is.
    Fields& called(std::string name, std::string help) {
        type_.name = std::move(name);
        type_.help = std::move(help);
        return *this;
    }

    /// @param help  one sentence, with unit and range where it has them
    /// @param words  all values that it can have, or of a map all keys
    template <class Member, class Owner>
    Fields& key(std::string name, Member Owner::*member, std::string help, Words words = {}) {
        type_.keys.push_back(
            {std::move(name), std::move(help), std::move(words), &type_of<Member>, offset(member), false});
        return *this;
    }

    /// A key that is left out where its optional is empty.
    template <class Member, class Owner>
    Fields& key_if(std::string name, std::optional<Member> Owner::*member, std::string help,
                   Words words = {}) {
        key(std::move(name), member, std::move(help), std::move(words));
        type_.keys.back().may_lack = true;
        return *this;
    }

    /// A key whose value is no member, but a part of one. @param get  gives a reference to it
    template <class Get>
    Fields& part(std::string name, Get get, std::string help) {
        const auto& value = get(example_);
        type_.keys.push_back({std::move(name),
                              std::move(help),
                              {},
                              &type_of<std::remove_cvref_t<decltype(value)>>,
                              distance(&value),
                              false});
        return *this;
    }

    /// The keys of another shape, here.
    template <class Member, class Owner>
    Fields& all_of(Member Owner::*member) {
        for (Key inner : type_of<Member>().keys) {
            inner.offset += offset(member);
            type_.keys.push_back(std::move(inner));
        }
        return *this;
    }

    /// Of a key that another shape brought with it: the values that it can have here.
    Fields& only(std::string_view name, Words words) {
        for (auto& key : type_.keys)
            if (key.name == name) key.words = words;
        return *this;
    }

    /// Written as an array of its values.
    Fields& as_row() {
        type_.is_row = true;
        return *this;
    }

  private:
    template <class Member, class Owner>
    std::size_t offset(Member Owner::*member) const {
        return distance(&(example_.*member));
    }

    std::size_t distance(const void* part) const {
        return static_cast<std::size_t>(static_cast<const char*>(part) -
                                        reinterpret_cast<const char*>(&example_));
    }

    Type& type_;
    const Shape& example_;
};

namespace detail {

template <class T>
const T& as(const void* value) {
    return *static_cast<const T*>(value);
}

/// Numbers, text and shapes; the rest has specialisations.
template <class T>
struct Make {
    static Type type() {
        Type type;
        if constexpr (std::is_same_v<T, bool>) {
            type.kind = Type::Kind::boolean;
        } else if constexpr (std::is_floating_point_v<T>) {
            type.kind = Type::Kind::number;
            type.number = [](const void* value) { return static_cast<double>(as<T>(value)); };
        } else if constexpr (std::is_unsigned_v<T>) {
            type.kind = Type::Kind::natural;
            type.natural = [](const void* value) { return std::uint64_t{as<T>(value)}; };
        } else if constexpr (std::is_integral_v<T>) {
            type.kind = Type::Kind::integer;
            type.integer = [](const void* value) { return std::int64_t{as<T>(value)}; };
        } else if constexpr (std::is_convertible_v<T, std::string_view>) {
            type.kind = Type::Kind::text;
            type.text = [](const void* value) { return std::string_view(as<T>(value)); };
        } else if constexpr (std::is_same_v<T, Timestamp>) {
            type.kind = Type::Kind::moment;
        } else {
            type.kind = Type::Kind::shape;
            const T example{};
            Fields<T> fields(type, example);
            T::describe(fields);
        }
        return type;
    }
};

template <class T>
struct Make<std::optional<T>> {
    static Type type() {
        Type type;
        type.kind = Type::Kind::optional;
        type.of = &type_of<T>;
        type.inside = [](const void* value) -> const void* {
            const auto& optional = as<std::optional<T>>(value);
            return optional ? &*optional : nullptr;
        };
        return type;
    }
};

template <class List, class T>
Type list_type() {
    Type type;
    type.kind = Type::Kind::list;
    type.of = &type_of<T>;
    type.visit = [](const void* value, const Type::Visit& visit) {
        for (const auto& item : as<List>(value)) visit({}, &item);
    };
    return type;
}

template <class Map, class T>
Type map_type() {
    Type type;
    type.kind = Type::Kind::map;
    type.of = &type_of<T>;
    type.visit = [](const void* value, const Type::Visit& visit) {
        for (const auto& [key, item] : as<Map>(value)) visit(key, &item);
    };
    return type;
}

template <class T>
struct Make<std::vector<T>> {
    static Type type() { return list_type<std::vector<T>, T>(); }
};

template <class T, std::size_t N>
struct Make<std::array<T, N>> {
    static Type type() {
        auto type = list_type<std::array<T, N>, T>();
        type.n = N;
        return type;
    }
};

template <class T>
struct Make<std::map<std::string, T>> {
    static Type type() { return map_type<std::map<std::string, T>, T>(); }
};

/// A map that keeps its order.
template <class T>
struct Make<std::vector<std::pair<std::string, T>>> {
    static Type type() { return map_type<std::vector<std::pair<std::string, T>>, T>(); }
};

template <class... Ts>
struct Make<std::variant<Ts...>> {
    static Type type() {
        Type type;
        type.kind = Type::Kind::either;
        type.each = {&type_of<Ts>...};
        type.chosen = [](const void* value) {
            const auto& either = as<std::variant<Ts...>>(value);
            const auto address = [](const auto& chosen) { return static_cast<const void*>(&chosen); };
            return std::pair(either.index(), std::visit(address, either));
        };
        return type;
    }
};

template <class... Ts>
struct Make<Written<Ts...>> {
    static Type type() {
        Type type;
        type.kind = Type::Kind::written;
        type.each = {&type_of<Ts>...};
        type.written = [](const void* value) { return as<Written<Ts...>>(value).json.get(); };
        return type;
    }
};

}  // namespace detail

template <class T>
const Type& type_of() {
    static const Type type = detail::Make<T>::type();
    return type;
}

/// A map that keeps its order.
template <class T>
using InOrder = std::vector<std::pair<std::string, T>>;

/// Nothing for a number that is unknown.
std::optional<double> known(double x);

}  // namespace attune::shapes
