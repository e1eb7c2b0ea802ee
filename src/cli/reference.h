#pragma once

#include <string>

namespace CLI {
class App;
}

namespace attune::cli {

/// All commands with their arguments and options as Markdown, from what they declare:
/// docs/reference/commands.md.
std::string commands_reference(const CLI::App& app);

/// What each exit status means, as Markdown: docs/reference/exit_codes.md.
std::string exit_codes_reference();

/// The shapes of all answers, as Markdown: docs/reference/shapes.md.
std::string shapes_reference();

/// The HTTP API as an OpenAPI document: what GET /api/v1/openapi.json answers.
std::string openapi_reference();

}  // namespace attune::cli
