#include "sources/json_fields.h"

#include "core/text.h"
#include "sources/json_records.h"

#include <algorithm>
#include <simdjson.h>

namespace attune::sources {
namespace {

namespace ondemand = simdjson::ondemand;

static_assert(json_padding >= simdjson::SIMDJSON_PADDING);

constexpr int max_nesting = 4;  // {"track": {...}} is 1

/// Walks over an object and fills in the values of the keys.
class Walk {
  public:
    Walk(std::span<const std::string_view> keys, std::span<JsonValue> values)
        : keys_(keys), values_(values) {}

    simdjson::error_code object(ondemand::object object, int nesting) {
        for (auto field : object) {
            ondemand::raw_json_string key;
            if (const auto error = field.key().get(key)) return error;
            ondemand::value value;
            if (const auto error = field.value().get(value)) return error;
            const std::size_t index = index_of(key.raw());
            const bool wanted = index < keys_.size() && values_[index].kind == JsonValue::Kind::absent;
            JsonValue unwanted;
            if (const auto error = take(value, wanted ? values_[index] : unwanted, nesting)) return error;
        }
        return simdjson::SUCCESS;
    }

  private:
    /// The index of the key that begins at `raw`. The keys of a file come in the same order row after row, so
    /// the one behind the last is tried first.
    std::size_t index_of(const char* raw) noexcept {
        const std::string_view key(raw, key_length(raw));
        const std::size_t n = keys_.size();
        for (std::size_t tried = 0; tried < n; ++tried) {
            const std::size_t index = next_ + tried < n ? next_ + tried : next_ + tried - n;
            if (keys_[index] == key) {
                next_ = index + 1 == n ? 0 : index + 1;
                return index;
            }
        }
        return n;
    }

    /// Up to the closing quote, or to the first escape: our keys have none.
    static std::size_t key_length(const char* raw) noexcept {
        std::size_t length = 0;
        while (raw[length] != '"' && raw[length] != '\\') ++length;
        return length;
    }

    simdjson::error_code take(ondemand::value value, JsonValue& into, int nesting) {
        ondemand::json_type type{};
        if (const auto error = value.type().get(type)) return error;
        switch (type) {
            case ondemand::json_type::string: {
                into.kind = JsonValue::Kind::text;
                return value.get_string().get(into.text);
            }
            case ondemand::json_type::number: {
                into.kind = JsonValue::Kind::number;
                into.text = trim(value.raw_json_token());
                return simdjson::SUCCESS;
            }
            case ondemand::json_type::boolean: {
                into.kind = JsonValue::Kind::boolean;
                bool is_true = false;
                const auto error = value.get_bool().get(is_true);
                into.text = is_true ? "true" : "false";
                return error;
            }
            case ondemand::json_type::null: {
                into.kind = JsonValue::Kind::null;
                bool is_null = false;
                return value.is_null().get(is_null);
            }
            case ondemand::json_type::array: {
                into.kind = JsonValue::Kind::array;
                return simdjson::SUCCESS;
            }
            case ondemand::json_type::object: {
                into.kind = JsonValue::Kind::object;
                ondemand::object inner;
                if (nesting == max_nesting) return simdjson::SUCCESS;
                if (const auto error = value.get_object().get(inner)) return error;
                return object(inner, nesting + 1);
            }
        }
        return simdjson::TAPE_ERROR;
    }

    std::span<const std::string_view> keys_;
    std::span<JsonValue> values_;
    std::size_t next_ = 0;
};

}  // namespace

struct JsonFields::Parser {
    ondemand::parser parser;

    simdjson::error_code read(std::string_view text, std::span<const std::string_view> keys,
                              std::span<JsonValue> values) {
        ondemand::document document;
        const simdjson::padded_string_view padded(text.data(), text.size(), text.size() + json_padding);
        if (const auto error = parser.iterate(padded).get(document)) return error;
        ondemand::object object;
        if (const auto error = document.get_object().get(object)) return error;
        return Walk(keys, values).object(object, 0);
    }
};

JsonFields::JsonFields(std::span<const std::string_view> keys)
    : keys_(keys), values_(keys.size()), parser_(std::make_unique<Parser>()) {}

JsonFields::~JsonFields() = default;

bool JsonFields::read(std::string_view object) {
    std::ranges::fill(values_, JsonValue{});
    auto error = parser_->read(object, keys_, values_);
    if (error == simdjson::UTF8_ERROR) {
        transcoded_ = to_utf8(object);
        const std::size_t size = transcoded_.size();
        transcoded_.append(json_padding, ' ');
        std::ranges::fill(values_, JsonValue{});
        error = parser_->read(std::string_view(transcoded_).substr(0, size), keys_, values_);
    }
    return error == simdjson::SUCCESS;
}

bool JsonFields::any() const noexcept {
    return std::ranges::any_of(values_,
                               [](const JsonValue& value) { return value.kind != JsonValue::Kind::absent; });
}

}  // namespace attune::sources
