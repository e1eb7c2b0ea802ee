#include "core/error.h"

namespace attune {

std::string_view to_string(ErrorCode code) noexcept {
    switch (code) {
        case ErrorCode::invalid_argument: return "invalid_argument";
        case ErrorCode::not_found: return "not_found";
        case ErrorCode::conflict: return "conflict";
        case ErrorCode::corrupt_data: return "corrupt_data";
        case ErrorCode::unavailable: return "unavailable";
        case ErrorCode::interrupted: return "interrupted";
    }
    return "unknown";
}

}  // namespace attune
