#pragma once

#include "cli/command.h"

#include <memory>
#include <string>

namespace attune::cli {

/// A command line, understood: the command to run, or (with no command) a text to show.
struct ParsedLine {
    CommonOptions options;
    std::unique_ptr<Command> command;
    std::string text;
    int status = 0;  ///< of a line without a command
};

/// @throws Error{invalid_argument}
ParsedLine parse_line(int argc, const char* const* argv);

/// Runs the program: the whole of main(). Returns the exit status.
int run(int argc, const char* const* argv);

/// The exit status that tells of an error: 2 bad usage or argument, 3 not found, 4 conflict or ambiguous, 5
/// nothing readable, 6 unavailable, 130 interrupted.
int exit_status(ErrorCode code) noexcept;

/// The exit status of a fault of our own.
inline constexpr int exit_bug = 70;

}  // namespace attune::cli
