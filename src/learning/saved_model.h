#pragma once

#include "core/error.h"
#include "core/json.h"

#include <string_view>

namespace attune::learning {

/// The head of a saved model: which kind it is and how its fields are to be read.
inline Json saved_model(std::string_view model, int version) {
    return {{"model", model}, {"version", version}};
}

/// What `read(saved)` gives, where `saved` is a model of this kind and version.
/// @throws Error{corrupt_data} if it is another kind or version, or a field is absent or of another type
template <class Read>
auto read_saved_model(const Json& saved, std::string_view model, int version, Read read) {
    try {
        if (saved.at("model") != model || saved.at("version") != version) {
            fail(ErrorCode::corrupt_data, "not a saved {} of version {}", model, version);
        }
        return read(saved);
    } catch (const Json::exception& error) {
        fail(ErrorCode::corrupt_data, "saved {}: {}", model, error.what());
    }
}

/// Throws corrupt_data unless the condition, which a saved model of this kind keeps, holds.
inline void require_intact(bool condition, std::string_view model, std::string_view what) {
    if (!condition) fail(ErrorCode::corrupt_data, "saved {}: {}", model, what);
}

}  // namespace attune::learning
