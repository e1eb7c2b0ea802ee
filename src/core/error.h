#pragma once

#include <fmt/format.h>
#include <tl/expected.hpp>

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace attune {

/// What went wrong, in terms that a caller can act on. Each edge of the program translates the code in one
/// table: the CLI to an exit status, the HTTP server to a status code, Python to an exception.
enum class ErrorCode {
    invalid_argument,  ///< the caller asked for something that makes no sense
    not_found,         ///< the thing named does not exist
    conflict,          ///< it exists already, is ambiguous, or changed meanwhile
    corrupt_data,      ///< input or stored data breaks its own format
    unavailable,       ///< a resource outside the program failed; trying again may help
    interrupted,       ///< the person stopped the work; everything is as before it
};

std::string_view to_string(ErrorCode code) noexcept;

/// The one error type. Functions that handle one item of many return it in a Result; functions whose whole
/// purpose failed throw it.
class Error : public std::runtime_error {
  public:
    Error(ErrorCode code, const std::string& message) : std::runtime_error(message), code_(code) {}

    ErrorCode code() const noexcept { return code_; }

    /// The same error, told from further out: "importing a.json: line 3: no artist name".
    Error within(std::string_view context) const { return {code_, fmt::format("{}: {}", context, what())}; }

  private:
    ErrorCode code_;
};

/// A T, or the reason there is none; not to be ignored. Its base becomes std::expected once C++23 and Clang 19
/// are the floor.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
  public:
    using tl::expected<T, Error>::expected;
};

/// An error ready to be returned from a function that returns a Result.
template <class... Args>
tl::unexpected<Error> failure(ErrorCode code, fmt::format_string<Args...> format, Args&&... args) {
    return tl::unexpected<Error>(Error(code, fmt::format(format, std::forward<Args>(args)...)));
}

/// Throws an Error; for functions whose whole purpose failed.
template <class... Args>
[[noreturn]] void fail(ErrorCode code, fmt::format_string<Args...> format, Args&&... args) {
    throw Error(code, fmt::format(format, std::forward<Args>(args)...));
}

/// Throws invalid_argument unless the condition holds; for the parameters of public functions.
template <class... Args>
void require(bool condition, fmt::format_string<Args...> format, Args&&... args) {
    if (!condition) fail(ErrorCode::invalid_argument, format, std::forward<Args>(args)...);
}

}  // namespace attune
